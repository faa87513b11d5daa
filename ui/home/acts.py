"""What can be done with an engagement in the list, beside opening it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from engagements.language import mark, tr
from ui.home.rows import CLOSED, Row

Name = Literal[
    "details",
    "deliver",
    "reopen",
    "reassess",
    "duplicate",
    "archive",
    "unarchive",
    "restore",
    "bring_back",
    "forget",
    "delete",
]


@dataclass(frozen=True)
class Act:
    """One thing to do: its words, its key, and what the key does in a few words."""

    name: Name
    words: str
    key: str = ""

    @property
    def label(self) -> str:
        """The words in the reader's language."""
        return tr(self.words)


ACTS: dict[Name, Act] = {
    one.name: one
    for one in (
        Act("bring_back", mark("Bring back"), "Enter"),
        Act("restore", mark("Restore from backup")),
        Act("details", mark("Engagement details"), "F2"),
        Act("deliver", mark("Mark as delivered")),
        Act("reopen", mark("Reopen the engagement")),
        Act("reassess", mark("Assess again"), "Ctrl+Shift+N"),
        Act("duplicate", mark("Duplicate"), "Ctrl+D"),
        Act("archive", mark("Archive"), "Ctrl+Shift+A"),
        Act("unarchive", mark("Take out of the archive"), "Ctrl+Shift+A"),
        Act("forget", mark("Take off the list"), "Delete"),
        Act("delete", mark("Delete"), "Delete"),
    )
}
"""In the order of the menu."""


def offered(row: Row, folder: Path, opened: Path | None) -> tuple[Act, ...]:
    """The acts that make sense for a row; ``opened`` is the file open in this window."""
    return tuple(ACTS[name] for name in ACTS if name in _names(row, folder, row.path == opened))


def _names(row: Row, folder: Path, is_open_here: bool) -> set[Name]:
    if row.deleted:
        return {"bring_back"}
    away: Name = "delete" if row.path.parent == folder.absolute() else "forget"
    if row.condition == "missing":
        return {"forget"}
    if row.condition == "open":
        return set()
    if row.condition == "damaged":
        return {"restore", away}
    if row.condition == "newer" or (row.condition == "locked" and not is_open_here):
        return {away}
    shelf: Name = "unarchive" if row.status == "archived" else "archive"
    again: set[Name] = {"reassess"} if row.status in CLOSED else set()
    turn: set[Name] = {"deliver"} if row.status not in CLOSED else set()
    turn = {"reopen"} if row.status == "delivered" else turn
    return {"details", "duplicate", shelf, away, *again, *turn}
