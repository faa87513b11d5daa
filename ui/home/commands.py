"""What Home can do, for Ctrl+K: with the list, and with the engagement selected in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from engagements.language import mark
from ui.home.acts import ACTS, Act
from ui.page import Command

if TYPE_CHECKING:
    from ui.home.page import HomePage
    from ui.session import Session


def _lists(_session: Session, page: HomePage | None) -> bool:
    return page is not None and page.search.isEnabled() and page.made("deeds")


def _offers(act: Act) -> Callable[[Session, HomePage | None], bool]:
    def offered(session: Session, page: HomePage | None) -> bool:
        row = page.list.row() if page is not None and _lists(session, page) else None
        if page is None or row is None or act not in page.deeds.acts(row):
            return False
        # The window itself offers the details of the engagement that is open.
        return act.name != "details" or row.path != session.path

    return offered


def _do(act: Act, page: HomePage) -> None:
    page.deeds.do(act)


def _selected(page: HomePage) -> str:
    row = page.list.row()
    return row.name if row is not None else ""


COMMANDS = (
    Command(
        "sample",
        mark("Open the sample engagement"),
        lambda page: page.open_sample(),
        "Ctrl+Shift+O",
        "star",
    ),
    Command(
        "find-engagement",
        mark("Search engagements"),
        lambda page: page.to_search(),
        "Ctrl+F",
        "search",
        offered=_lists,
    ),
    *(
        Command(
            f"engagement-{one.name}",
            one.words,
            partial(_do, one),
            one.key,
            "engagements",
            with_what=_selected,
            offered=_offers(one),
        )
        for one in ACTS.values()
    ),
)
