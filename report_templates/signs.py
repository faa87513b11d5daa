"""The signs of a document that are printed as a box: one answer for its limits and pre-flight."""

from __future__ import annotations

from report_templates import text
from report_templates.brand import BrandKit
from report_templates.content.printed import Printed
from report_templates.content.strings import strings, titles


def lacking(content: Printed, kit: BrandKit) -> tuple[str, ...]:
    """The signs that no face has which they are set in, by code point."""
    body = text.lacking("".join(strings(content)), kit.body_face())
    return tuple(sorted(body | text.lacking("".join(titles(content)), kit.heading)))
