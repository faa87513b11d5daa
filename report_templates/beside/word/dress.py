"""A brand kit's dress of a Word document: page, styles, header and footer, properties."""

# python-docx is typed in part only.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from datetime import datetime, time
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Pt, RGBColor

from report_templates.beside import guard
from report_templates.beside.word import xml
from report_templates.brand import BrandKit
from report_templates.content.report import ReportContent
from report_templates.fonts import Face
from report_templates.paper import WIDTH, Paper
from report_templates.words import Words

REGIONS = {"en": "en-GB", "de": "de-DE"}
"""The language a document is written in, as Word names it."""
KNOWN = {"InterTab": "Inter", "InterTabDisplay": "Inter Display", "NotoSerif": "Noto Serif"}
"""Bundled families by the name under which others have them installed."""
SERIF, SANS = "Georgia,Times New Roman", "Segoe UI,Helvetica Neue,Arial"
"""What Word takes in place of a family that is not installed, the best first."""
SIZES = {
    "Normal": (10.0, "ink", 0, 5),
    "Title": (30.0, "primary", 4, 10),
    "Subtitle": (12.0, "ink2", 0, 14),
    "Heading 1": (19.0, "primary", 0, 8),
    "Heading 2": (13.0, "ink", 14, 5),
    "Heading 3": (10.5, "ink", 8, 2),
    "Caption": (8.5, "ink2", 3, 8),
    "List Bullet": (10.0, "ink", 0, 3),
    "List Number": (10.0, "ink", 0, 3),
    "Header": (8.0, "ink2", 0, 0),
    "Footer": (8.0, "ink2", 0, 0),
}
"""By style: size, colour role, space before and after in points."""
BOLD = {"Title", "Heading 1", "Heading 2", "Heading 3"}
LABEL, CELL, HEAD = "Section Label", "Table Text", "Table Head"
PARTED = {CELL, HEAD}
"""Styles in which a word may be parted at the end of a line."""
ENTRY = "toc 1"
"""Word's own style for a line of the contents; it takes it when it makes them anew."""
OWN = {LABEL: (9.0, "accent", 0, 2), CELL: (8.5, "ink", 2, 2), HEAD: (8.5, "on_primary", 3, 3)}
"""Styles of our own, written the same way."""


def document(content: ReportContent, kit: BrandKit, say: Words, paper: Paper) -> Document:
    """An empty document that is dressed."""
    found = docx.Document()
    xml.without_thumbnail(found)
    xml.todays(found)
    for face in (kit.heading, kit.body_face(400)):
        xml.like(found, family(face), SERIF if face.serif else SANS)
    _page(found, paper)
    for name, look in SIZES.items():
        _style(found, name, look, kit)
    entry: Any = found.styles.add_style(ENTRY, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    entry.base_style = found.styles["Normal"]
    entry.paragraph_format.space_after = Pt(2)
    _stop(entry)
    for name, look in OWN.items():
        style: Any = found.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = found.styles["Normal"]
        _style(found, name, look, kit)
        style.paragraph_format.keep_with_next = name == LABEL
    region = REGIONS.get(content.language, content.language)
    xml.speaking(found, region)
    found.core_properties.language = region
    _properties(found, content, kit)
    _running(found, content, kit, say)
    return found


MOST_NAME = 31
"""Characters of a font's name in Word."""


def family(face: Face) -> str:
    """A face's family by the name under which readers may have it."""
    own = guard.line(face.family)[:MOST_NAME]
    return KNOWN.get(face.name.partition("-")[0]) or own or "Arial"


def _page(found: Document, paper: Paper) -> None:
    section = found.sections[0]
    section.page_width, section.page_height = Pt(paper.width), Pt(paper.height)
    section.left_margin = section.right_margin = Pt(paper.margin)
    section.top_margin = section.bottom_margin = Pt(66)
    section.header_distance = section.footer_distance = Pt(30)
    section.different_first_page_header_footer = True


def _style(
    found: Document, name: str, look: tuple[float, str, float, float], kit: BrandKit
) -> None:
    size, role, before, after = look
    style: Any = found.styles[name]
    bold = name in BOLD or name in (LABEL, HEAD)
    style.font.size = Pt(size)
    style.font.bold = bold
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(kit.palette[role].removeprefix("#"))
    xml.named(style, family(kit.heading if name in BOLD else kit.body_face(400)))
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(before), Pt(after)
    layout.line_spacing = 1.15 if name == "Normal" else 1.1
    xml.without_rule(style)
    xml.without_stops(style)
    if name not in PARTED:
        xml.whole(style)


def _stop(style: Any) -> None:
    """One tab in a style, at the right edge."""
    style.paragraph_format.tab_stops.add_tab_stop(Pt(WIDTH), WD_TAB_ALIGNMENT.RIGHT)


def _properties(found: Document, content: ReportContent, kit: BrandKit) -> None:
    about, day = found.core_properties, datetime.combine(content.issued, time())
    about.title, about.subject = guard.line(content.title)[:255], guard.line(content.subject)[:255]
    about.author = about.last_modified_by = guard.line(kit.brand.firm)
    about.created = about.modified = day
    about.version = guard.line(content.version)
    about.comments = about.keywords = about.category = ""
    about.revision = 1


def _running(found: Document, content: ReportContent, kit: BrandKit, say: Words) -> None:
    """Header and footer of every page but the first."""
    section = found.sections[0]
    head = section.header.paragraphs[0]
    about = guard.line(f"{content.document} · {content.client}")
    head.text = f"{guard.line(kit.brand.firm)}\t{about}"
    foot = section.footer.paragraphs[0]
    slot = "footer.draft" if content.draft else "footer.version"
    middle = say(
        slot, version=content.version, issued=content.issued_text, rule_set=content.rule_set
    )
    foot.add_run(guard.line(f"{kit.brand.confidentiality} · {middle}") + "\t")
    for place, piece in enumerate(say.slots["footer.page"].split("{")):
        name, _, after = piece.rpartition("}")
        if place:
            xml.field(foot, {"page": "PAGE", "pages": "NUMPAGES"}[name])
        foot.add_run(after)
    for name in ("Header", "Footer"):
        _stop(found.styles[name])
