"""What the Report page can do, for Ctrl+K."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from engagements.language import mark
from ui.page import Command
from ui.report.others import KINDS

if TYPE_CHECKING:
    from ui.report.page import ReportPage
    from ui.session import Session


def _free(_session: Session, page: ReportPage | None) -> bool:
    """Nothing is on its way out: the buttons are closed meanwhile."""
    return page is None or page.outcome.button.isEnabled()


def _export_as(kind: str, page: ReportPage) -> None:
    page.export_as(kind)


COMMANDS = (
    Command(
        "export",
        mark("Export the PDF"),
        lambda page: page.export(),
        "Ctrl+E",
        "export",
        offered=_free,
    ),
    *(
        Command(
            f"export-{kind}",
            mark("Export as {what}"),
            partial(_export_as, kind),
            icon="export",
            what=words,
            offered=_free,
        )
        for kind, words in KINDS.items()
    ),
    Command(
        "issue",
        mark("Issue this version"),
        lambda page: page.going.ask(),
        "Ctrl+I",
        "lock",
        offered=_free,
        waits=True,
    ),
    Command(
        "verify",
        mark("Verify a file"),
        lambda page: page.going.verify(),
        icon="check",
        offered=_free,
    ),
    Command(
        "next-check",
        mark("Next thing to put right"),
        lambda page: page.going.next_check(),
        "F8",
        "check",
        waits=True,
    ),
    Command(
        "wordings",
        mark("Rewrite sentences"),
        lambda page: page.going.reviewing.open_wordings(),
        "Ctrl+R",
        "quote",
    ),
    Command(
        "comments",
        mark("Comments on the draft"),
        lambda page: page.going.reviewing.open_comments(),
        "Ctrl+M",
        "quote",
    ),
    Command(
        "comments-send",
        mark("Send out the comment sheet"),
        lambda page: page.going.reviewing.send(),
        icon="export",
    ),
    Command(
        "comments-take",
        mark("Take in a comment sheet"),
        lambda page: page.going.reviewing.take(),
        icon="import",
    ),
    Command(
        "kit-edit",
        mark("Edit the brand kit"),
        lambda page: page.going.dressing.open(),
        icon="settings",
        waits=True,
    ),
)
