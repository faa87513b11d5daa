"""What python-docx has no words for, as elements of WordprocessingML."""

# python-docx is typed in part only, and keeps its elements to itself.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# ruff: noqa: SLF001

from __future__ import annotations

from typing import Any

from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph


def element(name: str, /, **attributes: str) -> Any:
    """An element such as ``w:shd`` with its attributes, all of them Word's own."""
    found: Any = OxmlElement(name)
    for key, value in attributes.items():
        found.set(qn(f"w:{key}"), value)
    return found


def field(paragraph: Paragraph, code: str, shown: str = "1") -> None:
    """A field that Word fills in; ``shown`` stands until it does."""
    begin_field(paragraph, code)
    paragraph.add_run(shown)
    end_field(paragraph)


def begin_field(paragraph: Paragraph, code: str) -> None:
    """Begin a field; what is written until its end stands until Word fills it in."""
    run: Any = paragraph.add_run()
    run._r.append(element("w:fldChar", fldCharType="begin"))
    words = element("w:instrText")
    words.set(qn("xml:space"), "preserve")
    words.text = f" {code} "
    run._r.append(words)
    run._r.append(element("w:fldChar", fldCharType="separate"))


def end_field(paragraph: Paragraph) -> None:
    """End the field that was begun last, here or in an earlier paragraph."""
    last: Any = paragraph.add_run()
    last._r.append(element("w:fldChar", fldCharType="end"))


def bookmarked(paragraph: Any, name: str, number: int) -> None:
    """A paragraph that links lead to by ``name``; ``number`` is the mark's own in the document."""
    mark = element("w:bookmarkStart", id=str(number), name=name)
    place = 0 if paragraph._p.pPr is None else 1
    paragraph._p.insert(place, mark)
    paragraph._p.append(element("w:bookmarkEnd", id=str(number)))


def linked(paragraph: Any, words: str, name: str) -> None:
    """Words at a paragraph's end that lead to a bookmark."""
    link = element("w:hyperlink", anchor=name, history="1")
    link.append(paragraph.add_run(words)._r)
    paragraph._p.append(link)


def without_thumbnail(document: Any) -> None:
    """A document without the small picture of its template."""
    relations = document.part.package.rels
    for key in [key for key, one in relations.items() if one.reltype.endswith("/thumbnail")]:
        del relations[key]


def styled(paragraph: Any, style: str) -> None:
    """A paragraph in the style of that id."""
    paragraph._p.style = style


def named(style: Any, name: str) -> None:
    """A style's family by its name alone: the template's theme would win over it."""
    style.font.name = name
    fonts = style.element.rPr.rFonts
    for key in [one for one in fonts.attrib if one.endswith("Theme")]:
        del fonts.attrib[key]
    for key in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(key), name)


def without_rule(style: Any) -> None:
    """A style without the line that the template draws at its edge."""
    for edge in style.element.findall(f".//{qn('w:pBdr')}"):
        edge.getparent().remove(edge)


def speaking(document: Any, region: str) -> None:
    """The language that all words are in, for spelling and for screen readers."""
    for mark in document.styles.element.iter(qn("w:lang")):
        mark.set(qn("w:val"), region)
    theme = document.settings.element.find(qn("w:themeFontLang"))
    if theme is not None:
        theme.set(qn("w:val"), region)


def todays(document: Any) -> None:
    """A document of today's Word, not in its mode for older ones; its tables part words."""
    settings = document.settings.element
    for mark in settings.iter(qn("w:compatSetting")):
        if mark.get(qn("w:name")) == "compatibilityMode":
            mark.set(qn("w:val"), "15")
    settings.find(qn("w:defaultTabStop")).addnext(element("w:autoHyphenation", val="1"))


def whole(style: Any) -> None:
    """A style whose words are never parted at the end of a line."""
    style.element.get_or_add_pPr().insert_element_before(
        element("w:suppressAutoHyphens"),
        *("w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl"),
    )


def without_stops(style: Any) -> None:
    """A style without the tabs that the template sets in it."""
    for stops in style.element.findall(f".//{qn('w:tabs')}"):
        stops.getparent().remove(stops)


def like(document: Any, name: str, others: str) -> None:
    """What to use in place of a font that its reader lacks: names, the best first, with commas."""
    [part] = [
        one.target_part for one in document.part.rels.values() if one.reltype.endswith("/fontTable")
    ]
    table = parse_xml(part.blob)
    font = element("w:font", name=name)
    serif = others.endswith("Times New Roman")
    for key, value in (
        ("altName", others),
        ("charset", "00"),
        ("family", "roman" if serif else "swiss"),
        ("pitch", "variable"),
    ):
        font.append(element(f"w:{key}", val=value))
    table.append(font)
    part._blob = serialize_part_xml(table)


def padded(table: Any, points: float) -> None:
    """A table whose cells keep so much room at their left and right."""
    room = element("w:tblCellMar")
    for edge in ("left", "right"):
        room.append(element(f"w:{edge}", w=str(round(points * 20)), type="dxa"))
    properties = table._tbl.tblPr
    last = properties.find(qn("w:tblLook"))
    properties.append(room) if last is None else last.addprevious(room)


def described(table: Any, about: str) -> None:
    """A table with a name that screen readers say."""
    for name in ("w:tblCaption", "w:tblDescription"):
        table._tbl.tblPr.append(element(name, val=about))


def kept(row: Any, *, head: bool) -> None:
    """A row that stays on one page; a head comes again on every page and is marked as one."""
    properties = row._tr.get_or_add_trPr()
    properties.append(element("w:cantSplit"))
    if head:
        properties.append(element("w:tblHeader"))


def ground(cell: Any, line: str, fill: str) -> None:
    """A cell over a line, on a colour unless ``fill`` is empty; both without #."""
    properties = cell._tc.get_or_add_tcPr()
    edges = element("w:tcBorders")
    edges.append(element("w:bottom", val="single", sz="4", space="0", color=line))
    properties.append(edges)
    if fill:
        properties.append(element("w:shd", val="clear", color="auto", fill=fill))


def alternative(shape: Any, words: str) -> None:
    """What a picture says, for those who do not see it."""
    shape._inline.docPr.set("descr", words)


def flush(shape: Any) -> None:
    """Let a picture begin where the text does; left unsaid, some programs keep 9 points clear."""
    for side in "TBLR":
        shape._inline.set(f"dist{side}", "0")
