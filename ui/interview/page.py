"""The Interview page: the list of interviews, the plan of one, and one being held."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from engagements.problem import Problem
from engagements.records import Note
from ui.interview.asking import AskingView
from ui.interview.drafting import NoteDraft, recovered_words
from ui.interview.evidence_desk import EvidenceDesk
from ui.interview.finder import JumpSheet
from ui.interview.keys import ANSWERING, ASKING, LISTING, ON_SHEET, PLANNING, TYPING
from ui.interview.loose_sheet import LooseSheet
from ui.interview.notebook import LOOSE, Notebook, draft_key
from ui.interview.overview import Overview
from ui.interview.plan_form import PlanForm
from ui.interview.planning import Plan, plan_of
from ui.interview.presenter import Presenter
from ui.interview.reading import person_words
from ui.interview.sheet import Sheet
from ui.interview.showing import place_of
from ui.interview.thumbnails import Thumbnails
from ui.interview.top import Top
from ui.page import Keys, Page

if TYPE_CHECKING:
    from engagements.casework.case import Change
    from engagements.records.base import Record
    from ui.desk import Desk

LOW_WIDTH, LOW_HEIGHT = 1300 - 84, 830 - 82
"""A page this small leaves out what is said elsewhere: the window less rail, top and status."""


class InterviewPage(Page):
    """Shows one of three views; the presenter knows which interview is open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.presenter = Presenter(desk, self)
        self.thumbnails = Thumbnails(desk.session, self)
        self.asking: AskingView | None = None
        self.notebook: Notebook | None = None
        self.overview = Overview()
        self.form = PlanForm()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.overview)
        self._stack.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._top = Top(self)
        self._connect()

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.listed.connect(self._show_list)
        presenter.opened.connect(self._show_opened)
        presenter.turned.connect(self._turn_notes)
        presenter.sitting.changed.connect(self._show_top)
        presenter.refused.connect(self.say)
        self.overview.opened.connect(self.open_interview)
        self.overview.removed.connect(presenter.remove)
        self.overview.plan_asked.connect(self.plan_new)
        self.form.cancelled.connect(self._leave_form)
        self.form.person_added.connect(presenter.add_person)
        self.form.kept.connect(self._keep_plan)
        top = self._top
        top.plan.clicked.connect(self.plan_new)
        top.all.clicked.connect(self.close_interview)
        top.change.clicked.connect(self.plan_again)
        top.finish.clicked.connect(presenter.sitting.finish)
        top.pause.clicked.connect(self.pause_or_go_on)
        shortcut = QShortcut(QKeySequence("P"), self.overview)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.plan_new)

    def case_opened(self) -> None:
        """Take up where the last sitting ended, typing included."""
        self._drop_view()
        self.thumbnails.forget()
        self.presenter.case_opened()
        self._stack.setCurrentWidget(self.overview)
        self._show_top()
        if self.session.case is None:
            return
        self._make_view()
        from engagements.casework import interviewing

        self.session.do(interviewing.drafts, owner=self, reads=True, on_done=self._recover)

    def _make_view(self) -> None:
        framework = self.presenter.show.framework
        self.asking = AskingView(self.presenter, framework, self.thumbnails, self.desk.settings)
        asking = self.asking
        session, presenter = self.session, self.presenter
        self.evidence = EvidenceDesk(self, asking.card, presenter, session, framework)
        self.evidence.refused.connect(self.say)
        asking.jump_asked.connect(self._jump)
        asking.loose_asked.connect(self._loose)
        asking.link_asked.connect(self.evidence.attaching.link)
        asking.ended.connect(self._all_asked)
        asking.card.editor.refused.connect(lambda words: self.say(Problem(words)))
        asking.card.editor.entered.connect(self.hinted)
        asking.card.editor.left.connect(self.hinted)
        self.notebook = Notebook(self.session, asking.card.editor, self.desk.author, self)
        self._jump_sheet = JumpSheet(self)
        self._loose_sheet = LooseSheet(self, self.session, self.desk.author)
        self._stack.addWidget(asking)

    def _drop_view(self) -> None:
        if self.asking is None or self.notebook is None:
            return
        self.evidence.drop()
        for gone in (self.notebook, self._jump_sheet, self._loose_sheet, self.asking):
            gone.deleteLater()
        self._stack.removeWidget(self.asking)
        self.asking = self.notebook = None

    def _recover(self, drafts: Mapping[str, str]) -> None:
        """Bring back what was being typed when the program ended; else what was on screen."""
        if self.notebook is None:
            return
        self.notebook.recover(drafts)
        found = self.presenter.recover(drafts)
        if not found:
            if self.presenter.open_last():
                self._focus()
            return
        words = recovered_words(found)
        interview = self.presenter.interview
        key = draft_key(interview.id, LOOSE) if interview else ""
        if key in drafts:
            self._loose_sheet.ask(interview, draft=NoteDraft.unpacked(drafts[key]))  # type: ignore[arg-type]
        elif self.asking is not None and self.isVisible():
            self.asking.card.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.asking is not None:
            self.asking.card.note.show_recovered(words)

    def crumb(self) -> tuple[str, ...]:
        """Client, then which interview of how many."""
        if self.session.snapshot is None:
            return ("", "Interview")
        client = self.session.snapshot.client.name
        number, total = self.presenter.show.place()
        return (client, f"Interview {number} of {total}" if number else "Interviews")

    def chips(self) -> Sequence[QWidget]:
        """Who takes part, and when."""
        return self._top.chips()

    def top_bar(self) -> Sequence[QWidget]:
        """What can be done with the list, or with the open interview."""
        return self._top.buttons()

    def mode(self) -> str:
        """Where keys go."""
        if self._sheet_is_open():
            return ""
        if not self._is_asking() or self.asking is None:
            return ""
        if self.asking.card.typing():
            return "Typing in note"
        return "Answer keys" if self.asking.card.answers.hasFocus() else ""

    def hints(self) -> Sequence[Keys]:
        """Keys for the focus there is."""
        if self._sheet_is_open():
            return ON_SHEET
        if self._is_asking() and self.asking is not None:
            return TYPING if self.asking.card.typing() else ANSWERING
        return PLANNING if self._stack.currentWidget() is self.form else LISTING

    def key_map(self) -> Sequence[Keys]:
        """All keys of what is on screen."""
        return ASKING if self._is_asking() else self.hints()

    def panes(self) -> Sequence[QWidget]:
        """Agenda, answers, note, context."""
        return self.asking.panes() if self._is_asking() and self.asking else ()

    def first_focus(self) -> QWidget | None:
        """The answers, or the list."""
        if self._is_asking() and self.asking is not None:
            return self.asking.first_focus()
        return None if self._stack.currentWidget() is self.form else self.overview.first()

    def entered(self) -> None:
        """Show what changed meanwhile."""
        self._show_list()
        if self.asking is not None:
            self._fit()

    def left(self) -> None:
        """Make drafts what they are going to be."""
        if self.asking is not None:
            self.asking.settle()
        if self.notebook is not None:
            self.notebook.keep()
        self.presenter.answering.flush()
        self.presenter.sitting.keep_clock()

    def snapshot_changed(self, change: Change) -> None:
        """Refresh what the change touches."""
        self.presenter.follow(change)
        if change.touched and self.notebook is not None:
            self.notebook.refresh()
        if self.session.snapshot is not None and change.touched:
            self.form.refresh(self.session.snapshot)

    def reveal(self, record: Record) -> bool:
        """Open the interview and the question a record belongs to; True when they were shown."""
        interview, criterion = place_of(record)
        here = self.presenter.interview
        if not interview and not criterion:
            return True
        same = here is not None and (not interview or here.id == interview)
        if same and (not criterion or self._is_at(criterion)) and self._is_asking():
            return True
        if interview and not same:
            self.presenter.open(interview, criterion)
        elif criterion and here is not None:
            self.presenter.go(criterion)
        return False

    def show_criterion(self, criterion: str) -> None:
        """Show a question in the open interview, else in the last one that asks it."""
        if self.presenter.interview is None:
            asks = [one for one in self.presenter.show.interviews() if criterion in one.agenda]
            if not asks:
                self.say(Problem(f"No interview asks {criterion} yet.", "Plan or open one first."))
                return
            self.presenter.open(asks[-1].id, criterion)
        else:
            self.presenter.go(criterion)
        self._focus()

    def safe_criteria(self) -> Sequence[str]:
        """What the open interview asks."""
        return getattr(self.presenter.interview, "agenda", ())

    def _is_at(self, criterion: str) -> bool:
        return getattr(self.presenter.criterion, "id", "") == criterion

    def _sheet_is_open(self) -> bool:
        return any(sheet.isVisible() for sheet in self.findChildren(Sheet))

    def _is_asking(self) -> bool:
        return self.asking is not None and self._stack.currentWidget() is self.asking

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
        sitting = self.presenter.sitting
        if sitting.running:
            sitting.pause()
        else:
            sitting.start()
        self._focus()

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
        is_open = self.presenter.interview is not None and self.asking is not None
        view = self.asking if is_open and self.asking is not None else self.overview
        self._stack.setCurrentWidget(view)
        self._show_list()
        self._focus()

    def _keep_plan(self, plan: Plan, now: bool) -> None:
        """Keep it, then show it or the list."""
        from engagements.casework import interviewing

        if self.session.snapshot is None:
            return
        interview = plan.interview(self.session.snapshot, self.desk.author)
        opens = now or plan.before is not None

        def done(_change: object) -> None:
            if opens:
                self.presenter.open(interview.id)
                self._focus()
            else:
                self._leave_form()
                self.overview.point_at(interview.id)

        self.presenter.do(
            interviewing.save_interview,
            interview,
            on_done=done,
            on_failed=lambda problem: self.form.refuse(str(problem)),
        )

    def _show_list(self) -> None:
        if self.session.snapshot is None:
            self.overview.show_entries(())
            return
        if self._stack.currentWidget() is self.overview:
            self.overview.show_entries(self.presenter.show.entries())
        self._show_top()

    def _show_opened(self) -> None:
        if self.asking is None:
            return
        is_open = self.presenter.interview is not None
        self._stack.setCurrentWidget(self.asking if is_open else self.overview)
        self._fit()
        self._show_list()

    def _show_top(self) -> None:
        interview = self.presenter.interview if self.session.snapshot is not None else None
        if interview is None or not self._is_asking():
            listing = self._stack.currentWidget() is self.overview
            self._top.show_list(can_plan=listing and self.session.snapshot is not None)
        else:
            snapshot = self.presenter.show.snapshot
            people = [person_words(snapshot, one) for one in interview.people]
            running = self.presenter.sitting.running
            self._top.show_interview(interview, people, running=running, low=self._is_low())
        self.titled.emit()
        self.hinted.emit()

    def _turn_notes(self) -> None:
        interview, one = self.presenter.interview, self.presenter.criterion
        if self.notebook is None or self.asking is None or interview is None or one is None:
            return
        self.asking.card.note.show_recovered("")
        self.notebook.turn_to(interview.id, one.id, interview.scope_unit)

    def _focus(self) -> None:
        """Put the focus where keys are answers, when the page is on screen."""
        first = self.first_focus()
        if first is not None and self.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _jump(self) -> None:
        if self.session.snapshot is not None:
            criteria = self.session.snapshot.framework.criteria
            self._jump_sheet.ask(criteria, self._jump_to)

    def _jump_to(self, criterion: str) -> None:
        self.presenter.go(criterion)
        self._focus()

    def _loose(self, note_id: str) -> None:
        interview = self.presenter.interview
        if interview is not None:
            note = self.presenter.show.snapshot.get(Note, note_id) if note_id else None
            self._loose_sheet.ask(interview, note)

    def _all_asked(self) -> None:
        if self.presenter.show.agenda().answered >= self.presenter.show.agenda().total:
            self.say(Problem("Every question has an answer.", "Finish the interview, or go back."))

    def _is_low(self) -> bool:
        return self.width() <= LOW_WIDTH or self.height() <= LOW_HEIGHT

    def _fit(self) -> None:
        if self.asking is not None:
            self.asking.set_low(low=self._is_low(), width=self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the size."""
        super().resizeEvent(event)
        self._fit()
        self._show_top()
