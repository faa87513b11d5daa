"""From content and brand kit to the bytes of a Word document: the same content, the same bytes."""

# pyright: reportUnknownMemberType=false

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from types import MappingProxyType
from typing import Any

from report_templates.beside.word import detail, dress, front, plan, story
from report_templates.beside.word.writer import Writer
from report_templates.brand import BrandKit
from report_templates.content.report import ReportContent
from report_templates.style import Look

SECTIONS: Mapping[str, Callable[[Writer, Any], None]] = MappingProxyType(
    {
        "summary": story.summary,
        "glance": story.glance,
        "dimensions": detail.dimension,
        "roadmap": plan.roadmap,
        "transitions": plan.transition,
        "actions": plan.action,
        "delivery": detail.delivery,
        "diagnostic": detail.diagnostic,
        "evidence": story.evidence,
        "method": front.method,
        "progress": detail.progress,
        "glossary": detail.glossary,
    }
)
"""What writes each section, by its field of the content."""
WRITTEN_ON = (1980, 1, 1, 0, 0, 0)
"""The date inside the archive: the same content is the same bytes on every day."""


def build(content: ReportContent, kit: BrandKit) -> bytes:
    """The report as a .docx: every section it has, in the PDF's order."""
    look = Look.of(kit, content.language, content.paper)
    document = dress.document(content, look.kit, look.say, look.paper)
    to = Writer(document, look)
    front.cover(to, content)
    if content.contents:
        front.contents(to, content.contents)
    for name, page in content.pages():
        SECTIONS[name](to, page)
    packed = BytesIO()
    document.save(packed)
    return _undated(packed.getvalue())


def _undated(data: bytes) -> bytes:
    """The same archive without the time at which it was written."""
    target = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as kept,
    ):
        for entry in source.infolist():
            plain = zipfile.ZipInfo(entry.filename, WRITTEN_ON)
            plain.create_system, plain.compress_type = 3, zipfile.ZIP_DEFLATED
            kept.writestr(plain, source.read(entry))
    return target.getvalue()
