"""What every document beside the report says of itself: the questionnaire, the interview record."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from engagements.framework.model import Value
from engagements.records.outcome import PaperSize


class Paper(Value):
    """A document without a cover, in the order in which its fields are sent."""

    covered: ClassVar[bool] = False
    language: str
    document: str
    title: str
    subject: str
    client: str
    version: str
    draft: bool = False
    paper: PaperSize = ""
    """Empty is the brand kit's paper."""
    names: tuple[str, ...] = ()
    """Who is named in it: such words stay whole at the end of a line."""
    issued: date
    issued_text: str
    rule_set: str
