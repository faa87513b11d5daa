"""The Roadmap page: the generated plan on its timeline, and what was decided about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from engagements.language import mark, tr
from engagements.problem import Problem
from engagements.records.outcome import PlanChange
from engagements.roadmap.model import Three
from ui.page import Keys, Page
from ui.roadmap.control import VIEWS, ControlBar
from ui.roadmap.inspector import LOW_WIDTH, WIDTH, Inspector
from ui.roadmap.legend import Legend
from ui.roadmap.outline import Outline
from ui.roadmap.presenter import RoadmapPresenter
from ui.roadmap.sheets import AddSheet, LeaveOutSheet
from ui.roadmap.states import EmptyCard, LockStrip
from ui.roadmap.tree import PlanView
from ui.theme import theme
from ui.widgets import space
from ui.widgets.buttons import Button
from ui.widgets.chips import Chip, Rule

if TYPE_CHECKING:
    from engagements.casework.case import Change
    from engagements.records.base import Record
    from report_templates.figures.model import Timeline
    from ui.desk import Desk

"""Up to this page width or height rows are lower and side columns narrower."""
VIEW_SETTING = "roadmap/axis"
HINTS = (
    (("Up", "Down"), mark("choose"), False),
    (("Enter",), mark("change it"), False),
    (("A",), mark("add an action"), False),
    (("Del",), mark("leave out"), True),
)
KEYS = (
    (("Up", "Down"), mark("through levels and actions"), False),
    (("Left", "Right"), mark("fold or unfold a level"), False),
    (("Enter",), mark("to the inspector; Esc leads back"), False),
    (("A",), mark("add an action"), False),
    (("Del",), mark("leave the action out"), False),
    (("V",), mark("transition or overview"), False),
)


class RoadmapPage(Page):
    """Built from one Outline; nothing is worked out here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.presenter = RoadmapPresenter(desk.session)
        self._settings: QSettings = desk.settings
        self._outline: Outline | None = None
        self._wanted = ""
        """An action to stand on as soon as it is in the plan."""
        self.target = Chip(icon="flag", most=320)
        self.add = Button(tr("Action"), icon="plus", key="A", name="add-action")
        self.use = Button(tr("Use in report"), kind="primary", icon="report", name="use-in-report")
        self.control = ControlBar()
        self.lock = LockStrip()
        self.plan = PlanView()
        self.legend = Legend()
        self.inspector = Inspector()
        self.empty = EmptyCard()
        self.add_sheet = AddSheet(self)
        self.leave_out_sheet = LeaveOutSheet(self)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        chosen = str(self._settings.value(VIEW_SETTING, VIEWS[0][0]))
        self.control.view.choose(chosen if chosen in dict(VIEWS) else VIEWS[0][0])

    def _lay_out(self) -> None:
        chart = QVBoxLayout()
        chart.setSpacing(0)
        chart.addWidget(self.plan, 1)
        chart.addWidget(self.legend)
        planned = QWidget()
        row = QHBoxLayout(planned)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(chart, 1)
        row.addWidget(Rule(standing=True))
        row.addWidget(self.inspector)
        self._stack.addWidget(QWidget())
        self._stack.addWidget(planned)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.control)
        column.addWidget(self.lock)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        presenter, inspector = self.presenter, self.inspector
        theme().changed.connect(self._fit)
        presenter.told.connect(self._show)
        presenter.refused.connect(self._refused)
        self.add.clicked.connect(self.ask_for_action)
        self.use.clicked.connect(lambda: self.asks_page.emit("report"))
        self.control.start_given.connect(presenter.set_start)
        self.control.target_chosen.connect(self._target_chosen)
        self.control.view_chosen.connect(self._view_chosen)
        self.lock.unlocked.connect(self._unlock)
        self.plan.pointed.connect(self._inspect)
        self.plan.entered_row.connect(self._to_inspector)
        self.empty.acted.connect(self._lead_on)
        inspector.retimed.connect(self._retime)
        inspector.owner_chosen.connect(self._own)
        inspector.refused.connect(self.say)
        inspector.asked.connect(self._stand_on)
        inspector.criterion_asked.connect(self.asks_finding)
        inspector.moved.connect(self._step)
        inspector.leave_out_asked.connect(self.ask_to_leave_out)
        inspector.bring_back_asked.connect(self._bring_back)
        inspector.reset_asked.connect(lambda: presenter.reset(self.plan.current()))

    def crumb(self) -> tuple[str, ...]:
        """Client, page."""
        snapshot = self.session.snapshot
        return (snapshot.client.name, tr("Roadmap")) if snapshot else (tr("Roadmap"),)

    def chips(self) -> Sequence[QWidget]:
        """The target and when it is likely reached."""
        return (self.target,)

    def top_bar(self) -> Sequence[QWidget]:
        """Adding an action; using the plan."""
        return (self.add, self.use)

    def hints(self) -> Sequence[Keys]:
        """The keys of the list."""
        if self._outline is None or self._outline.state != "planned":
            return (Keys(("Enter",), tr("go on")),)
        if QApplication.focusWidget() in self.inspector.estimate.edits:
            return (Keys(("Enter",), tr("keep")), Keys(("Esc",), tr("put back")))
        return tuple(Keys(keys, tr(words), wide) for keys, words, wide in HINTS)

    def key_map(self) -> Sequence[Keys]:
        """All keys of Roadmap."""
        return tuple(Keys(keys, tr(words), wide) for keys, words, wide in KEYS)

    def panes(self) -> Sequence[QWidget]:
        """Control bar, list and inspector; without a plan the card."""
        if self._outline is None or self._outline.state != "planned":
            return (self.control.start, self.empty.action)
        return (self.control.start, self.plan, self._first_edit())

    def first_focus(self) -> QWidget | None:
        """The list; without a plan the card's button."""
        planned = self._outline is not None and self._outline.state == "planned"
        return self.plan if planned else self.empty.action

    def is_ready(self) -> bool:
        """Whether the plan is worked out."""
        return self._outline is not None

    def reveal(self, record: Record) -> bool:
        """Stand on the action that is to be undone."""
        if not isinstance(record, PlanChange) or self.plan.current() == record.action:
            return True
        return not self.plan.point(record.action)

    def entered(self) -> None:
        """Show what changed meanwhile."""
        self.presenter.entered()

    def left(self) -> None:
        """Nothing is worked out for a page nobody sees."""
        self.add_sheet.dismiss()
        self.leave_out_sheet.dismiss()
        self.presenter.left()

    def case_opened(self) -> None:
        """Another engagement: nothing of the last one stays."""
        snapshot = self.session.snapshot
        if snapshot is not None:
            self.control.offer(snapshot.framework)
        self.presenter.case_opened()

    def snapshot_changed(self, change: Change) -> None:
        """Follow what was committed."""
        if change.touched:
            self.presenter.changed()

    def _show(self, outline: Outline | None) -> None:
        first = self._outline is None
        self._outline = outline
        locked = self.presenter.locked
        self.control.show_outline(outline, locked)
        self.lock.show_lock(locked, may_unlock=self.presenter.may_unlock)
        self.target.set_text(_target_words(outline) if outline else "")
        self.add.setEnabled(outline is not None and outline.state == "planned" and not locked)
        self.add.setToolTip(locked)
        if outline is None:
            self.plan.show_plan(None, None)
            self._stack.setCurrentIndex(0)
        elif outline.state == "planned":
            self._show_plan(outline)
        else:
            self.empty.show_state(outline, locked)
            self._stack.setCurrentIndex(2)
        self.titled.emit()
        self.hinted.emit()
        if outline is not None and first and self.isVisible():
            self._take_focus()

    def _show_plan(self, outline: Outline) -> None:
        self._stack.setCurrentIndex(1)
        self.plan.show_plan(outline, self._figure(outline))
        if self._wanted and self.plan.point(self._wanted):
            self._wanted = ""
        inside = {one.owner for step in outline.steps for one in step.entries}
        self.legend.show_roles([role for role in outline.roles if role[0] in inside])
        self._inspect(self.plan.current())

    def _figure(self, outline: Outline) -> Timeline | None:
        overview = self.control.view.current() == "overview"
        return outline.overview if overview else outline.transition

    def _take_focus(self) -> None:
        """Put the focus on the list unless it stands somewhere else on the page."""
        focus, first = QApplication.focusWidget(), self.first_focus()
        elsewhere = focus is not None and self.isAncestorOf(focus) and focus.isVisible()
        if first is not None and not elsewhere:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _inspect(self, id_: str) -> None:
        if self._outline is not None and self._outline.state == "planned":
            self.inspector.show_row(self._outline, id_, self.presenter.locked)

    def _refused(self, problem: Problem) -> None:
        """Say why, and show again what is kept."""
        self.say(problem)
        self.control.show_outline(self._outline, self.presenter.locked)
        self._inspect(self.plan.current())

    def _target_chosen(self, level: str) -> None:
        self.presenter.set_target(int(level) if level else None)

    def _view_chosen(self, view: str) -> None:
        self._settings.setValue(VIEW_SETTING, view)
        if self._outline is not None and self._outline.state == "planned":
            self.plan.show_figure(self._figure(self._outline))

    def _retime(self, weeks: Three) -> None:
        self.presenter.retime(self.plan.current(), weeks)

    def _own(self, role: str) -> None:
        if role:
            self.presenter.set_owner(self.plan.current(), role)

    def _stand_on(self, id_: str) -> None:
        """Show another action, and have the keyboard there."""
        if self.plan.point(id_):
            self.plan.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, step: int) -> None:
        """The action before or after, across transitions."""
        if self._outline is None:
            return
        ids = [one.id for each in self._outline.steps for one in each.entries]
        if self.plan.current() in ids:
            at = ids.index(self.plan.current()) + step
            self.plan.point(ids[max(0, min(at, len(ids) - 1))])

    def _first_edit(self) -> QWidget:
        """Where Enter leads to in the inspector."""
        inspector = self.inspector
        wanted = (inspector.estimate.edits[1], inspector.bring_back, inspector.up)
        return next((one for one in wanted if one.isVisible() and one.isEnabled()), self.plan)

    def _to_inspector(self) -> None:
        edit = self._first_edit()
        edit.setFocus(Qt.FocusReason.TabFocusReason)
        if edit is self.inspector.estimate.edits[1]:
            self.inspector.estimate.edits[1].selectAll()

    def _unlock(self) -> None:
        self.presenter.unlock()
        self.plan.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_back(self) -> None:
        self._wanted = self.plan.current()
        self.presenter.bring_back(self._wanted)
        self.plan.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lead_on(self) -> None:
        """Where the card's button leads."""
        outline = self._outline
        if outline is None or outline.state == "unasked":
            self.asks_page.emit("interview")
        elif outline.state == "undated":
            self.control.start.setFocus(Qt.FocusReason.TabFocusReason)
        elif outline.leads_to >= 4:
            self.asks_page.emit("report")
        else:
            self.control.target.setFocus(Qt.FocusReason.TabFocusReason)

    def ask_for_action(self) -> None:
        """Show the actions that are not in the plan."""
        outline = self._outline
        if self.presenter.locked:
            self.say(Problem(tr("The roadmap is not changed."), self.presenter.locked))
        elif outline is not None and outline.state == "planned":
            self.add_sheet.ask(outline.offers, self._add)

    def _add(self, id_: str, reason: str) -> None:
        self._wanted = id_
        self.presenter.add(id_, reason, self._ask_again_to_add)

    def _ask_again_to_add(self) -> None:
        self._wanted = ""
        if self.isVisible():
            self.add_sheet.ask_again()

    def ask_to_leave_out(self) -> None:
        """Ask why the action pointed at is left out."""
        entry = self._outline.entry(self.plan.current()) if self._outline else None
        if self.presenter.locked:
            self.say(Problem(tr("The roadmap is not changed."), self.presenter.locked))
        elif entry is not None:
            self.leave_out_sheet.ask(entry, self._leave_out)

    def _leave_out(self, id_: str, reason: str) -> None:
        self._step(1)
        self.presenter.leave_out(id_, reason, lambda: self._ask_again_to_leave_out(id_))

    def _ask_again_to_leave_out(self, id_: str) -> None:
        if self.isVisible():
            self.plan.point(id_)
            self.leave_out_sheet.ask_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A adds, Delete leaves out, V switches the axis, Esc leads back to the list."""
        acts = {
            Qt.Key.Key_A: self.ask_for_action,
            Qt.Key.Key_Delete: self.ask_to_leave_out,
            Qt.Key.Key_V: self.other_view,
            Qt.Key.Key_Escape: lambda: self.plan.setFocus(Qt.FocusReason.OtherFocusReason),
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            act()

    def other_view(self) -> None:
        """Transition in place of overview, or the other way round."""
        view = "overview" if self.control.view.current() == "transition" else "transition"
        self.control.view.choose(view)
        self._view_chosen(view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lower rows and narrower columns in a small window."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Rows and columns for the window's size and that of the words."""
        low = space.of_page(self.size()).small
        self.plan.set_low(low=low)
        width = LOW_WIDTH if low else WIDTH
        self.inspector.setFixedWidth(max(width, theme().scaled(width)))


def _target_words(outline: Outline) -> str:
    if outline.target is None:
        return tr("No target agreed")
    if not outline.by:
        return tr("Target {level}", level=outline.target)
    return tr("Target {level}, likely by {date}", level=outline.target, date=outline.by)
