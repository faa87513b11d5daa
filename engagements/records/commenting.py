"""The comment round: what a draft's readers said, and what was made of it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, ClassVar, Literal

from engagements.models import Field
from engagements.records.base import Record

if TYPE_CHECKING:
    from engagements.records.snapshot import Snapshot

CommentState = Literal["open", "accepted", "declined", "done"]
"""``accepted`` is still to be worked in, ``done`` is; nothing is left to do about ``declined``."""
STATES: tuple[CommentState, ...] = ("open", "accepted", "declined", "done")
MAX_PAGE = 9_999
SHEET_META = "plumbline-comments"
"""First cell of the sheet that says where a workbook is from; engagement and version follow."""


class Comment(Record):
    """One remark of a reader on a version, numbered for good; ``reader`` is a role, never a name.

    ``page`` is the printed one, None where nobody said; ``section`` as the reader called it.
    """

    kind: ClassVar[str] = "comment"
    number: int = Field(ge=1)
    version: str = ""
    page: int | None = Field(default=None, ge=1, le=MAX_PAGE)
    section: str = ""
    reader: str = ""
    text: str
    response: str = ""
    state: CommentState = "open"


def by_number(snapshot: Snapshot) -> tuple[Comment, ...]:
    """Every comment, the first one first."""
    return tuple(sorted(snapshot.of(Comment), key=lambda one: (one.number, one.id)))


def next_number(snapshot: Snapshot) -> int:
    """A number that no comment ever had: those taken out keep their place."""
    given = max((one.number for one in snapshot.of(Comment)), default=0)
    return max(given, len(snapshot.heads.get(Comment.kind, {}))) + 1


def print_of(cell: str) -> str:
    """A short digest of what a cell says, by which a later change of it is seen."""
    words = " ".join(cell.split())
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:12]
