"""What the Evidence page can do, for Ctrl+K."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engagements.language import mark
from ui.page import Command
from ui.parts.pressing import writable

if TYPE_CHECKING:
    from ui.evidence.page import EvidencePage
    from ui.session import Session


def _any_open(session: Session, _page: object) -> bool:
    """There is something still to receive: an empty list is not printed."""
    from engagements.records import EvidenceRequest

    snapshot = session.snapshot
    wanted = snapshot.of(EvidenceRequest) if snapshot is not None else ()
    return any(one.received is None for one in wanted)


def _add(which: str, page: EvidencePage) -> None:
    page.show_list(which)
    page.add()


COMMANDS = (
    Command(
        "add-evidence",
        mark("Add evidence"),
        lambda page: _add("register", page),
        "Ctrl+N",
        "plus",
        offered=writable,
    ),
    Command(
        "new-request",
        mark("New request"),
        lambda page: _add("requests", page),
        "Ctrl+N",
        "plus",
        offered=writable,
    ),
    Command(
        "print-list",
        mark("Print list"),
        lambda page: page.printing.ask(),
        "Ctrl+P",
        "export",
        where=mark("To receive"),
        offered=_any_open,
    ),
    Command(
        "find-evidence", mark("Search evidence"), lambda page: page.to_search(), "Ctrl+F", "search"
    ),
)
