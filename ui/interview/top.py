"""What the Interview page puts into the top bar: who and when, and what can be done now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from engagements.records import Interview
from engagements.records.people import InterviewState
from ui.interview.pace import when
from ui.widgets.buttons import Button
from ui.widgets.chips import Chip


class Top(QObject):
    """Buttons and chips, made once; shown as the page's view asks for them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._who = Chip(icon="user", most=300)
        self._when = Chip(icon="clock", most=220)
        self.plan = Button(
            "Plan an interview", kind="primary", icon="plus", key="P", name="plan-interview"
        )
        self.all = Button("All interviews", kind="quiet", name="all-interviews")
        self.change = Button("Change plan", kind="quiet", name="change-plan")
        self.finish = Button("Finish", name="finish", icon="check")
        self.pause = Button("Pause", name="pause", icon="pause")
        for widget in (*self.chips(), *self.buttons()):
            widget.hide()

    def chips(self) -> Sequence[QWidget]:
        """Who takes part, and when."""
        return (self._who, self._when)

    def buttons(self) -> Sequence[QWidget]:
        """All buttons, the primary one last."""
        return (self.all, self.change, self.finish, self.pause, self.plan)

    def show_list(self, *, can_plan: bool) -> None:
        """The list of interviews, or a form, is on screen."""
        for widget in (*self.chips(), *self.buttons()):
            _show(widget, on=widget is self.plan and can_plan)

    def show_interview(
        self, interview: Interview, people: Sequence[str], *, running: bool, low: bool
    ) -> None:
        """An interview is on screen."""
        for widget in (*self.chips(), *self.buttons()):
            _show(widget, on=widget is not self.plan)
        self._who.set_text(", ".join(people))
        self._when.set_text(when(interview))
        _show(self._when, on=not low)
        words = "Pause" if running else "Go on" if interview.elapsed else "Start"
        self.pause.set_face(words, "pause" if running else "clock")
        _show(self.finish, on=interview.state is not InterviewState.HELD)


def _show(widget: QWidget, *, on: bool) -> None:
    """Show a widget once it stands in the top bar; before that it would be a window."""
    widget.setVisible(on and widget.parentWidget() is not None)
