"""Doing what a button does from elsewhere, and what can only be done while a file is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QAbstractButton

from engagements.problem import Problem

if TYPE_CHECKING:
    from ui.page import Page
    from ui.session import Session


def press(page: Page, button: QAbstractButton) -> None:
    """Press a button of a page; a closed one says why, as its tooltip does."""
    if button.isEnabled():
        button.click()
    elif why := QTextDocumentFragment.fromHtml(button.toolTip()).toPlainText():
        page.say(Problem(why))


def writable(session: Session, _page: Any) -> bool:
    """Whether the open engagement can be written in at all."""
    return session.case is not None and not session.case.file.read_only


def is_open(session: Session, _page: Any) -> bool:
    """Whether an engagement is open."""
    return session.snapshot is not None


def made(test: Callable[[Any], bool]) -> Callable[[Session, Any], bool]:
    """What holds only of a page that was on screen, and there by a test."""
    return lambda _session, page: page is not None and test(page)
