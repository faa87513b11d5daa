"""What the Interview page can do, for Ctrl+K."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engagements.language import mark
from ui.page import Command
from ui.parts.pressing import made, writable

if TYPE_CHECKING:
    from ui.interview.page import InterviewPage
    from ui.session import Session


def _plan(page: InterviewPage) -> None:
    """Plan another one, also from an interview: as the list does that lies behind it."""
    if page.presenter.interview is not None:
        page.close_interview()
    page.plan_new()


def _is_open(_session: Session, page: InterviewPage | None) -> bool:
    return page is not None and page.presenter.interview is not None


def _goes_on(session: Session, page: InterviewPage | None) -> bool:
    """An interview is open and may be written in."""
    return _is_open(session, page) and page is not None and not page.presenter.read_only


def _runs(session: Session, page: InterviewPage | None) -> bool:
    return _goes_on(session, page) and page is not None and page.presenter.sitting.running


def _rests(session: Session, page: InterviewPage | None) -> bool:
    return _goes_on(session, page) and not _runs(session, page)


def _has_begun(page: InterviewPage) -> bool:
    talk = page.presenter.interview
    return talk is not None and bool(talk.elapsed)


def _unfinished(session: Session, page: InterviewPage | None) -> bool:
    return _goes_on(session, page) and page is not None and not page.presenter.is_over


COMMANDS = (
    Command(
        "plan-interview",
        mark("Plan an interview"),
        _plan,
        "P",
        "plus",
        offered=writable,
        waits=True,
        works=lambda page: page.overview.isVisible(),
    ),
    Command(
        "quick-diagnostic",
        mark("Quick diagnostic"),
        lambda page: page.diagnose(),
        "Ctrl+Shift+D",
        "zoom-in",
        offered=writable,
        waits=True,
    ),
    Command(
        "client-safe",
        mark("Client-safe view on or off"),
        lambda page: page.turn_safe(on=not page.presenter.safe.on),
        "F9",
        "eye-off",
        waits=True,
        harmless=True,
    ),
    Command(
        "pause",
        mark("Pause"),
        lambda page: page.pause_or_go_on(),
        "F8",
        "pause",
        offered=_runs,
        harmless=True,
    ),
    Command(
        "go-on",
        mark("Go on"),
        lambda page: page.pause_or_go_on(),
        "F8",
        "clock",
        offered=lambda session, page: _rests(session, page) and _has_begun(page),
        harmless=True,
    ),
    Command(
        "start",
        mark("Start"),
        lambda page: page.pause_or_go_on(),
        "F8",
        "clock",
        offered=lambda session, page: _rests(session, page) and not _has_begun(page),
        harmless=True,
    ),
    Command(
        "finish",
        mark("Finish"),
        lambda page: page.finish(),
        "Ctrl+F8",
        "check",
        offered=_unfinished,
        harmless=True,
    ),
    Command(
        "loose-note",
        mark("Note without a question"),
        lambda page: page.room.loose(""),
        "Ctrl+Shift+N",
        "quote",
        offered=_goes_on,
    ),
    Command(
        "change-plan",
        mark("Change plan"),
        lambda page: page.plan_again(),
        icon="calendar",
        offered=_goes_on,
    ),
    Command(
        "papers",
        mark("Papers of this interview"),
        lambda page: page.papers.show_menu(page.mapToGlobal(page.rect().center())),
        "Ctrl+Shift+K",
        "document",
        offered=made(lambda page: page.papers.interview() is not None),
    ),
    Command(
        "all-interviews",
        mark("All interviews"),
        lambda page: page.close_interview(),
        "Alt+Left",
        "chevron-left",
        offered=_is_open,
    ),
)
