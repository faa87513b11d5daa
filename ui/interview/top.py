"""What the Interview page puts into the top bar: who and when, and what can be done now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QSize
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from engagements.language import tr
from engagements.language.keys import cap
from engagements.problem import Problem
from engagements.records import Interview
from engagements.records.people import InterviewState
from engagements.records.snapshot import Snapshot
from ui.interview.pace import begins, when
from ui.interview.shortcuts import bind
from ui.parts.units import told_apart
from ui.parts.voices import person_words
from ui.widgets import space
from ui.widgets.buttons import Button, IconButton, Segmented
from ui.widgets.chips import Chip

if TYPE_CHECKING:
    from ui.interview.page import InterviewPage
    from ui.interview.presenter import Presenter

PAPERS = "Ctrl+Shift+K"
ALL, SAFE = "all", "safe"
"""What the screen shows."""


class Top(QObject):
    """Buttons and chips, made once; shown as the page's view asks for them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._who = Chip(icon="user", most=420)
        self._when = Chip(icon="clock", most=220)
        self._when.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._unit = Chip(icon="box", most=150)
        self._interview, self._narrow = False, False
        """Whether one is on screen, and whether the window has no room for when it is."""
        self.plan = Button(
            tr("Plan an interview"), kind="primary", icon="plus", key="P", name="plan-interview"
        )
        self.quick = Button(tr("Quick diagnostic"), name="quick-list", key="Ctrl+Shift+D")
        self.all = IconButton("chevron-left", tr("All interviews"), side=32)
        self.all.setObjectName("all-interviews")
        self.change = IconButton("calendar", tr("Change plan"), side=32)
        self.change.setObjectName("change-plan")
        self.diagnostic = IconButton("zoom-in", "", side=32)
        self.diagnostic.setObjectName("quick-diagnostic")
        self.papers = IconButton("document", tr("Papers of this interview"), side=32)
        self.papers.setObjectName("papers")
        self.papers.setToolTip(f"{tr('Papers of this interview')} ({cap(PAPERS)})")
        self.finish = Button(tr("Finish"), name="finish", icon="check")
        self.pause = Button(tr("Pause"), name="pause", icon="pause")
        everything, safe = tr("Everything"), tr("Client-safe")
        choices = ((ALL, everything, "eye"), (SAFE, safe, "eye-off"))
        self.screen = Segmented(choices, tr("Screen shows"), name="screen")
        self.screen.set_key(SAFE, "F9")
        for widget in (*self.chips(), *self.buttons()):
            widget.hide()

    def listen(self, page: InterviewPage) -> None:
        """Let the buttons do what the page does."""
        self.plan.clicked.connect(page.plan_new)
        self.all.clicked.connect(page.close_interview)
        self.change.clicked.connect(page.plan_again)
        self.finish.clicked.connect(page.finish)
        self.pause.clicked.connect(page.pause_or_go_on)
        for button in (self.quick, self.diagnostic):
            button.clicked.connect(page.diagnose)
        self.papers.clicked.connect(lambda: page.papers.show_menu(_below(self.papers)))
        page.overview.menu.connect(page.papers.show_menu)
        bind(page.overview, page.plan_new, "P")
        bind(page, lambda: page.turn_safe(on=not page.presenter.safe.on), "F9")
        bind(page, page.diagnose, "Ctrl+Shift+D")
        keys = {"F8": self.pause, "Ctrl+F8": self.finish, "Alt+Left": self.all, PAPERS: self.papers}
        for key, button in keys.items():
            bind(page, partial(_press, button), key)
        self.screen.chosen.connect(lambda key: page.turn_safe(on=key == SAFE))

    def chips(self) -> Sequence[QWidget]:
        """Who takes part, what it is about, and when."""
        return (self._who, self._unit, self._when)

    def buttons(self) -> Sequence[QWidget]:
        """All buttons, the primary one last."""
        first = (self.all, self.change, self.diagnostic, self.papers, self.quick)
        return (*first, self.screen, self.finish, self.pause, self.plan)

    def show_list(self, *, can_plan: bool) -> None:
        """The list of interviews, or a form, is on screen."""
        self._interview = False
        self.papers.setEnabled(True)
        for widget in (*self.chips(), *self.buttons()):
            _show(widget, on=widget in (self.plan, self.quick, self.papers) and can_plan)

    def show_interview(self, interview: Interview, presenter: Presenter) -> None:
        """An interview is on screen."""
        snapshot, running = presenter.show.snapshot, presenter.sitting.running
        for widget in (*self.chips(), *self.buttons()):
            _show(widget, on=widget not in (self.plan, self.quick))
        people = ", ".join(person_words(snapshot, one) for one in interview.people)
        self._who.set_text(people)
        unit = told_apart(snapshot, interview.scope_unit)
        self._when.set_text(begins(interview))
        self._when.say_more(when(interview))
        self._unit.set_text(unit)
        self._unit.say_more(tr("Scope unit: {unit}", unit=unit))
        _show(self._unit, on=bool(unit))
        self._interview = True
        self._show_when()
        words = tr("Pause") if running else tr("Go on") if interview.elapsed else tr("Start")
        self.pause.set_face(words, "pause" if running else "clock")
        _show(self.finish, on=interview.state is not InterviewState.HELD)

    def fit(self, window: QSize) -> None:
        """Leave out when it is where a window is narrow; a message over the page is no reason."""
        self._narrow = space.of_window(space.in_text(window)).narrow
        self._show_when()

    def _show_when(self) -> None:
        _show(self._when, on=self._interview and not self._narrow)

    def show_limits(self, presenter: Presenter, *, diagnostic: bool) -> None:
        """Close what client-safe mode or a closed engagement does not allow, with the reason."""
        safe, read_only = presenter.safe.on, presenter.read_only
        self.screen.choose(SAFE if safe else ALL)
        closed = tr("Closed while the screen is client-safe; F9 shows everything")
        self.papers.setEnabled(not safe)
        for button, words in ((self.all, tr("All interviews")), (self.change, tr("Change plan"))):
            button.setEnabled(not safe and not (read_only and button is self.change))
            button.setToolTip(closed if safe else words)
        if not safe:
            self.all.setToolTip(f"{tr('All interviews')} ({cap('Alt+Left')})")
        words = tr("Back to all questions (Esc)")
        if not diagnostic:
            words = tr("Quick diagnostic: six questions in five minutes (Ctrl+Shift+D)")
        self.diagnostic.set_words(words)
        for button, key in ((self.finish, "Ctrl+F8"), (self.pause, "F8")):
            button.setEnabled(not read_only)
            button.setToolTip(read_only or f"{button.text()} ({cap(key)})")


def _show(widget: QWidget, *, on: bool) -> None:
    """Show a widget once it stands in the top bar; before that it would be a window."""
    widget.setVisible(on and widget.parentWidget() is not None)


def _below(button: QWidget) -> QPoint:
    """Where a menu under a button begins."""
    return button.mapToGlobal(QPoint(0, button.height()))


def crumb_of(snapshot: Snapshot | None, place: Callable[[], tuple[int, int]]) -> tuple[str, str]:
    """Client, then which interview of how many; ``place()`` says, 0 for none."""
    if snapshot is None:
        return ("", tr("Interview"))
    number, total = place()
    words = tr("Interview {number} of {total}", number=number, total=total)
    return (snapshot.client.name, words if number else tr("Interviews"))


def _press(button: QAbstractButton) -> None:
    """A key does what its button does, and nothing while that is closed or not there."""
    if button.isVisible():
        button.click()


def over() -> Problem:
    """Why the six questions are not put in an interview that was finished."""
    words = tr("Plan another one for the six questions, or press Go on first.")
    return Problem(tr("This interview is over."), words)
