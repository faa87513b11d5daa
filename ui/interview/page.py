"""The Interview page: the list of interviews, the plan of one, and one being held."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.interview.client_safe import for_an_interview
from ui.interview.diagnosing import asked_in, is_diagnostic
from ui.interview.keys import LISTING, ON_SHEET, PLANNING, told
from ui.interview.leading import lead_to_criterion, lead_to_record
from ui.interview.overview import Overview
from ui.interview.papers import Papers
from ui.interview.plan_form import PlanForm
from ui.interview.planning import Plan, plan_of
from ui.interview.presenter import Presenter
from ui.interview.room import Room
from ui.interview.showing import place_of
from ui.interview.thumbnails import Thumbnails
from ui.interview.top import Top, crumb_of, over
from ui.page import Keys, Page, Typed
from ui.parts.sheet import Sheet
from ui.theme import theme
from ui.widgets import space
from ui.widgets.rows import set_aside

if TYPE_CHECKING:
    from engagements.casework.case import Change
    from engagements.records.base import Record
    from ui.desk import Desk
    from ui.interview.asking import AskingView


class InterviewPage(Page):
    """Shows one of three views; the presenter knows which interview is open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.presenter = Presenter(desk, self)
        self.thumbnails = Thumbnails(desk.session, self)
        self.room: Room | None = None
        self.overview = Overview()
        self.form = PlanForm()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.overview)
        self._stack.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.papers = Papers(self)
        column.addWidget(self.papers.bar)
        column.addWidget(self._stack)
        self._top = Top(self)
        self._connect()

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.listed.connect(self._show_list)
        presenter.opened.connect(self._show_opened)
        presenter.sitting.changed.connect(self._show_top)
        presenter.refused.connect(self.say)
        self.overview.opened.connect(self.open_interview)
        self.overview.removed.connect(presenter.remove)
        self.overview.plan_asked.connect(self.plan_new)
        self.overview.proposed.connect(self._show_form)
        self.form.cancelled.connect(self._leave_form)
        self.form.person_added.connect(presenter.add_person)
        self.form.kept.connect(self._keep_plan)
        self._top.listen(self)
        presenter.safe.changed.connect(self._show_safety)
        theme().changed.connect(self._fit)

    def case_opened(self) -> None:
        """Take up where the last sitting ended, typing included."""
        self._drop_room()
        self.thumbnails.forget()
        self.presenter.case_opened()
        self._stack.setCurrentWidget(self.overview)
        self._show_top()
        if self.session.case is None:
            return
        self._make_room()
        from engagements.casework import interviewing

        self.session.do(interviewing.drafts, owner=self, reads=True, on_done=self._recover)

    def _make_room(self) -> None:
        room = self.room = Room(self, self.desk, self.presenter, self.thumbnails)
        room.refused.connect(self.say)
        room.hinted.connect(self.hinted)
        room.diagnostic.left.connect(self._show_all_questions)
        room.ending.left.connect(self._show_all_questions)
        room.ending.record_asked.connect(self.papers.ask_record)
        room.ending.interview_asked.connect(self.open_interview)
        room.ending.list_asked.connect(self.close_interview)
        for view in room.views():
            self._stack.addWidget(view)

    def _drop_room(self) -> None:
        if self.room is not None:
            for view in self.room.views():
                self._stack.removeWidget(view)
            self.room.drop()
            self.room = None

    def _recover(self, drafts: Mapping[str, str]) -> None:
        """Bring back what was being typed when the program ended; else what was on screen."""
        if self.room is not None and not self.room.recover(drafts) and self.presenter.open_last():
            self._focus()
        self.titled.emit()

    def is_ready(self) -> bool:
        """Whether what was open last time is open again."""
        return self.room is not None and self.room.recovered

    @property
    def asking(self) -> AskingView | None:
        """The question view; None while no engagement is open."""
        return self.room.asking if self.room else None

    def crumb(self) -> tuple[str, ...]:
        """Client, then which interview of how many."""
        return crumb_of(self.session.snapshot, self.presenter.show.place)

    def chips(self) -> Sequence[QWidget]:
        """Who takes part, what it is about, and when."""
        return self._top.chips()

    def top_bar(self) -> Sequence[QWidget]:
        """What can be done with the list, or with the open interview."""
        return self._top.buttons()

    def mode(self) -> str:
        """Where keys go."""
        if self._sheet_is_open():
            return ""
        return self.room.mode() if self.room is not None and self._is_asking() else ""

    def hints(self) -> Sequence[Keys]:
        """Keys for the focus there is."""
        if self._sheet_is_open():
            return told(ON_SHEET)
        if self._is_asking() and self.room is not None:
            return self.room.hints()
        return told(PLANNING if self._is_planning() else LISTING)

    def key_map(self) -> Sequence[Keys]:
        """All keys of what is on screen."""
        return (self.room.key_map() if self.room is not None else ()) or self.hints()

    def panes(self) -> Sequence[QWidget]:
        """Agenda, answers, note, context."""
        return self.room.panes() if self.room is not None else ()

    def first_focus(self) -> QWidget | None:
        """The answers, or the list."""
        here = self.room.first_focus() if self.room is not None else None
        return here if here is not None or self._is_planning() else self.overview.first()

    def entered(self) -> None:
        """Show what changed meanwhile."""
        self._show_list()
        self._fit()

    def left(self) -> None:
        """Make drafts what they are going to be."""
        if self.room is not None:
            self.room.settle()
        self.presenter.answering.flush()
        self.presenter.sitting.keep_clock()

    def snapshot_changed(self, change: Change) -> None:
        """Refresh what the change touches."""
        self.presenter.follow(change)
        if change.touched and self.room is not None:
            self.room.notebook.refresh()
        if change.touched and self._is_planning() and self.session.snapshot is not None:
            self.form.refresh(self.session.snapshot)

    def reveal(self, record: Record) -> bool:
        """Open the interview and the question a record belongs to; True when they were shown."""
        if place_of(record)[1] and self.room is not None:
            self.room.ending.leave()
        return lead_to_record(self.presenter, record, asking=self._is_asking())

    def show_criterion(self, criterion: str, unit: str = "") -> None:  # noqa: ARG002 - any unit's
        """Show a question in the open interview, else in the last one that asks it."""
        refusal = lead_to_criterion(self.presenter, criterion)
        if self.room is not None:
            self.room.ending.leave()
        if refusal is not None:
            self.say(refusal)
        else:
            self._focus()

    def typed(self) -> Sequence[Typed]:
        """Notes that are no notes yet."""
        return self.room.typed() if self.room is not None else ()

    def safe_criteria(self) -> Sequence[str]:
        """What the open interview asks."""
        return getattr(self.presenter.interview, "agenda", ())

    def _sheet_is_open(self) -> bool:
        return any(sheet.isVisible() for sheet in self.findChildren(Sheet))

    def _is_planning(self) -> bool:
        return self._stack.currentWidget() is self.form

    def _is_asking(self) -> bool:
        return self.room is not None and self._stack.currentWidget() in self.room.views()

    def _is_diagnosing(self) -> bool:
        return self.room is not None and self._stack.currentWidget() is self.room.diagnostic

    def client_safe(self) -> bool:
        """Whether only what the client may see is on screen."""
        return self.presenter.safe.on

    def may_name(self, record: Record) -> bool:
        """In client-safe mode only what belongs to this interview."""
        here = self.presenter.interview
        return not self.client_safe() or (here is not None and place_of(record)[0] == here.id)

    def turn_safe(self, *, on: bool) -> None:
        """Begin or end client-safe mode in the open interview."""
        if self._is_asking():
            self.presenter.safe.turn(on=on)
        else:
            self.say(for_an_interview())

    def _show_safety(self) -> None:
        """Lists of people leave the page in client-safe mode and come back after it."""
        on = self.presenter.safe.on
        self.say(None)
        for at, view in enumerate((self.overview, self.form)):
            if on:
                self._stack.removeWidget(view)
                set_aside(view, self)
            elif view.parent() is None:
                self._stack.insertWidget(at, view)
        self._show_top()
        self.safety_changed.emit()
        self.titled.emit()
        if self.focusWidget() is None:
            self._focus()

    def diagnose(self) -> None:
        """Go to the six questions of the open interview, or from them back to all of them.

        From the list: the one that is under way, else a new interview is planned for it.
        """
        if self._is_diagnosing():
            self._show_all_questions()
        elif self.presenter.interview is not None and self.room is not None:
            if self.presenter.is_over:
                self.say(over())
                return
            self.left()
            self._turn_to(self.room.diagnostic, self.room.diagnostic.begin)
        elif (found := self.presenter.show.diagnostic()) is not None:
            self.open_interview(found)
        elif self.session.snapshot is not None:
            self._show_form(Plan(chosen=asked_in(self.session.snapshot.framework)))

    def _show_all_questions(self) -> None:
        if self.asking is not None:
            self._turn_to(self.asking, self.asking.refresh)

    def _turn_to(self, view: QWidget, begin: Callable[[], object]) -> None:
        """Show another view of the room, which begins before the keys are its own."""
        self._stack.setCurrentWidget(view)
        begin()
        self._show_top()
        self._focus()

    def open_interview(self, interview: str) -> None:
        """Open one of the list."""
        self.presenter.open(interview)
        self._focus()

    def close_interview(self) -> None:
        """Back to the list; the clock stops."""
        self.left()
        here = self.presenter.interview
        self.presenter.close()
        if here is not None:
            self.overview.point_at(here.id)
        self.overview.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def pause_or_go_on(self) -> None:
        """Stop the clock, or set it going."""
        self.presenter.sitting.pause_or_go_on()
        self._focus()

    def finish(self) -> None:
        """The interview is over: what was typed is kept, then what it leaves is summed up."""
        self.left()
        self.presenter.sitting.finish()
        if self.room is not None:
            self._turn_to(self.room.ending, self.room.ending.refresh)

    def plan_new(self) -> None:
        """Plan another interview."""
        self._show_form(Plan())

    def plan_again(self) -> None:
        """Change people, day, hour or questions of the open interview."""
        if self.presenter.interview is not None:
            self.left()
            self._show_form(plan_of(self.presenter.interview))

    def _show_form(self, plan: Plan) -> None:
        if self.session.snapshot is None:
            return
        self._stack.setCurrentWidget(self.form)
        self.form.begin(self.session.snapshot, plan)
        self._show_top()

    def _leave_form(self) -> None:
        view = self.asking if self.presenter.interview is not None else None
        self._stack.setCurrentWidget(view or self.overview)
        self._show_list()
        self._focus()

    def _keep_plan(self, plan: Plan, now: bool) -> None:
        """Keep it, then show it or the list."""
        snapshot = self.session.snapshot
        if snapshot is None:
            return
        interview = plan.interview(snapshot, self.desk.author)
        opens = now or plan.before is not None
        self.presenter.keep_plan(
            interview,
            on_done=lambda _change: self._plan_kept(interview.id, opens=opens),
            on_failed=lambda problem: self.form.refuse(str(problem)),
        )

    def _plan_kept(self, interview: str, *, opens: bool) -> None:
        if opens:
            self.open_interview(interview)
        else:
            self._leave_form()
            self.overview.point_at(interview)

    def _show_list(self) -> None:
        if self.session.snapshot is None:
            self.overview.show_entries(())
            return
        if self._stack.currentWidget() is self.overview:
            self.overview.show_entries(self.presenter.show.entries())
            self.overview.show_coverage(self.session.snapshot)
        self._show_top()

    def _show_opened(self) -> None:
        if self.asking is None:
            return
        interview = self.presenter.interview
        self._stack.setCurrentWidget(self.asking if interview is not None else self.overview)
        if interview is not None and is_diagnostic(self.presenter.show.framework, interview):
            self.diagnose()
        self._fit()
        self._show_list()
        self._focus()

    def _show_top(self) -> None:
        interview = self.presenter.interview if self.session.snapshot is not None else None
        if interview is None or not self._is_asking():
            listing = self._stack.currentWidget() is self.overview
            self._top.show_list(can_plan=listing and self.session.snapshot is not None)
        else:
            self._top.show_interview(interview, self.presenter)
            self._top.show_limits(self.presenter, diagnostic=self._is_diagnosing())
        self.titled.emit()
        self.hinted.emit()

    def _focus(self) -> None:
        """Put the focus where keys are answers, when the page is on screen."""
        first = self.first_focus()
        if first is not None and self.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        here = space.in_text(self.size())
        low, tight = space.of_page(here).small, here.width() <= space.TIGHT
        self._top.fit(self.window().size())
        if self.room is not None:
            self.room.asking.set_low(low=low, tight=tight, width=self.width())
            self.room.diagnostic.set_low(low=low, tight=tight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the size."""
        super().resizeEvent(event)
        self._fit()
        self._show_top()
