"""The form that plans an interview: people, day and hour, and the agenda their roles propose."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from engagements.language import mark, tr, trn
from engagements.records import Person
from engagements.records.snapshot import Snapshot
from ui.interview.agenda_choice import AgendaChoice
from ui.interview.pace import clock
from ui.interview.planning import LENGTHS, Plan
from ui.parts.day_edit import DayEdit
from ui.parts.units import offer_units
from ui.parts.voices import person_words
from ui.widgets.buttons import Button, Segmented
from ui.widgets.chips import card
from ui.widgets.fields import Field, LineEdit, Select
from ui.widgets.flow import Ends
from ui.widgets.labels import Label, TextBlock
from ui.widgets.tick_box import TickBox

_PACKS = (
    ("lead", mark("They lead on")),
    ("also", mark("Also asked")),
    ("core", mark("All core")),
)

RING = 6
"""Room for the focus ring inside what scrolls."""
HURRIED = 90
"""Seconds for a question; with fewer nobody can ask, listen and write."""


class PeopleList(QWidget):
    """Everybody who was added so far, with a tick for who takes part."""

    ticked = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._boxes: dict[str, TickBox] = {}
        self._body = QVBoxLayout()
        self._body.setSpacing(4)
        self._none = TextBlock(tr("Nobody yet. Add the first interviewee below."), tone="ink_2")
        column = QVBoxLayout(self)
        column.setContentsMargins(RING, RING, RING, RING)
        column.addWidget(self._none)
        column.addLayout(self._body)
        column.addStretch(1)

    def show_people(self, snapshot: Snapshot, chosen: tuple[str, ...]) -> None:
        """Show the engagement's people and who is chosen."""
        people = snapshot.of(Person)
        if [one.id for one in people] != list(self._boxes):
            self._build(snapshot, people)
        self._none.setVisible(not people)
        for person, tick in self._boxes.items():
            blocker = QSignalBlocker(tick)
            tick.setChecked(person in chosen)
            blocker.unblock()

    def first(self) -> QWidget | None:
        """The first tick box."""
        return next(iter(self._boxes.values()), None)

    def chosen(self) -> QWidget | None:
        """The tick box of the first who takes part."""
        return next((box for box in self._boxes.values() if box.isChecked()), self.first())

    def _build(self, snapshot: Snapshot, people: tuple[Person, ...]) -> None:
        for old in self._boxes.values():
            old.hide()
            old.deleteLater()
        self._boxes = {}
        for one in people:
            words = person_words(snapshot, one.id)
            role = snapshot.framework.role.get(one.role)
            more = [one.name if one.name != words else "", role.name if role else ""]
            told = ", ".join(each for each in more if each and each.lower() != words.lower())
            label = f"{words}  ·  {told}" if told else words
            tick = TickBox(label, f"takes-part-{one.id}")
            tick.toggled.connect(lambda on, who=one.id: self.ticked.emit(who, on))
            self._boxes[one.id] = tick
            self._body.addWidget(tick)
            tick.show()  # now, not with the next event: the focus may go there at once


class NewPerson(QWidget):
    """Name, role and title of somebody to add."""

    added = Signal(Person)

    def __init__(self) -> None:
        super().__init__()
        self.name = LineEdit(tr("Name"), tr("Name"))
        self.name.setObjectName("person-name")
        self.title = LineEdit(tr("Title on the card"), tr("Title, as “Head of Data Science”"))
        self.title.setObjectName("person-title")
        self.role = Select([], tr("Role"), name="person-role")
        self._add = Button(tr("Add"), icon="plus", name="person-add")
        self._add.clicked.connect(self.add)
        self.name.returnPressed.connect(self.add)
        self.title.returnPressed.connect(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(tr("Add an interviewee"), "small", 600, "ink_2"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.role, 1)
        column.addLayout(row)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.title, 1)
        row.addWidget(self._add)
        column.addLayout(row)

    def offer(self, snapshot: Snapshot) -> None:
        """Offer the framework's roles."""
        self.role.set_choices([(one.code, one.name) for one in snapshot.framework.roles])

    @property
    def is_typed(self) -> bool:
        """Whether somebody was typed but not added yet."""
        return bool(self.name.text().strip() or self.title.text().strip())

    def add(self) -> None:
        """Hand the person over; a name or a title is enough."""
        if not self.is_typed:
            self.name.setFocus()
            return
        person = Person(
            id=uuid4().hex,
            name=" ".join(self.name.text().split()),
            role=self.role.current(),
            title=" ".join(self.title.text().split()),
        )
        self.name.clear()
        self.title.clear()
        self.name.setFocus()  # the next one's name is typed next
        self.added.emit(person)


class PlanForm(QWidget):
    """Says what was entered; keeps nothing itself."""

    person_added = Signal(Person)
    kept = Signal(Plan, bool)
    """The plan, and whether the interview is opened now."""
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._plan = Plan()
        self._snapshot: Snapshot | None = None
        self._then: bool | None = None
        """Keep the plan as soon as the person just added is known; True opens it."""
        self.people = PeopleList()
        self.people.ticked.connect(self._chosen)
        self.new = NewPerson()
        self.new.added.connect(self._added)
        self.day = DayEdit(tr("Day"), "plan-day")
        self.day.dateChanged.connect(lambda _day: self._timed())
        self.starts = LineEdit(tr("Begins at"), "14:00")
        self.starts.setObjectName("plan-begins")
        self.starts.textEdited.connect(lambda _text: self._timed())
        self.unit = Select([], tr("Scope unit"), name="plan-unit")
        self.unit.picked.connect(self._set_unit)
        self._unit = Field(tr("Scope unit"), self.unit)
        self.minutes = Segmented(
            [(str(n), tr("{n} min", n=n)) for n in LENGTHS],
            tr("Planned length"),
            name="planned-length",
        )
        self.minutes.chosen.connect(lambda _key: self._timed())
        self.pack = Segmented(
            [(key, tr(words)) for key, words in _PACKS],
            tr("Which questions"),
            small=True,
            name="which-questions",
        )
        self.pack.chosen.connect(self._packed)
        self.choice = AgendaChoice()
        self.choice.ticked.connect(self._ticked)
        self._count = Label("", "heading")
        self._title = Label(tr("Plan an interview"), "title")
        self._problem = TextBlock("", tone="danger")
        self._problem.setObjectName("plan-problem")
        self._problem.hide()
        self._begin = Button(tr("Open it"), kind="primary", key="Ctrl+Enter", name="plan-open")
        self._begin.clicked.connect(lambda: self._submit(now=True))
        self._keep = Button(tr("Keep the plan"), name="plan-keep")
        self._keep.clicked.connect(lambda: self._submit(now=False))
        self._cancel = Button(tr("Cancel"), kind="quiet", key="Esc", name="plan-cancel")
        self._cancel.clicked.connect(self.cancelled)
        self._lay_out()

    def _lay_out(self) -> None:
        left = card()
        column = QVBoxLayout(left)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(self._title)
        column.addWidget(Label(tr("Who takes part"), "small", 600, "ink_2"))
        column.addSpacing(-RING)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        self.people.setProperty("clear", "true")
        scroll.setWidget(self.people)
        column.addWidget(scroll, 1)
        column.addWidget(self.new)
        column.addWidget(self._unit)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Field(tr("Day"), self.day), 1)
        row.addWidget(Field(tr("Begins at"), self.starts), 1)
        column.addLayout(row)
        column.addWidget(Field(tr("Planned length"), self.minutes))
        column.addWidget(self._problem)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._begin, self._keep, self._cancel):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        right = card()
        column = QVBoxLayout(right)
        column.setContentsMargins(1, 14, 1, 1)
        head = Ends()
        head.addWidget(self._count)
        head.addWidget(self.pack)
        inset = QVBoxLayout()
        inset.setContentsMargins(16, 0, 14, 4)
        inset.addLayout(head)
        column.addLayout(inset)
        column.addWidget(self.choice, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(20, 20, 20, 20)
        outer.setSpacing(16)
        outer.addWidget(left, 46)
        outer.addWidget(right, 54)

    def begin(self, snapshot: Snapshot, plan: Plan) -> None:
        """Start with a plan: a new one, or that of an interview that is there."""
        self._snapshot = snapshot
        self._plan = plan if plan.day != date.min else replace(plan, day=date.today())
        self.new.offer(snapshot)
        if plan.role:
            self.new.role.choose(plan.role)
        self.choice.offer(snapshot.framework)
        new = plan.before is None
        self._title.setText(tr("Plan an interview") if new else tr("Change the plan"))
        self._offer_units(snapshot, plan.unit)
        self.unit.setEnabled(new)  # what was answered belongs to the unit it was asked about
        self._keep.setVisible(new)
        self._begin.set_face(tr("Open it") if new else tr("Keep the plan"))
        self._fill()
        someone = self.people.chosen() if plan.people else self.people.first()
        first = self.new.name if plan.role and not plan.people else someone or self.new.name
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, snapshot: Snapshot) -> None:
        """People were added or changed."""
        self._snapshot = snapshot
        self._offer_units(snapshot, self.unit.current())
        self._show()
        then, self._then = self._then, None
        if then is not None:
            self._submit(now=then)

    def _offer_units(self, snapshot: Snapshot, chosen: str) -> None:
        """Offer the units there are now; the first where the chosen one is gone."""
        units = [one.id for one in snapshot.scope_units]
        offer_units(self.unit, snapshot)
        self.unit.choose(chosen if chosen in units else units[0])
        if chosen and chosen not in units:
            self._set_unit(units[0])
        self._unit.setVisible(len(units) > 1)

    def refuse(self, words: str) -> None:
        """Say what is missing; empty takes it away."""
        self._problem.set_text(words)
        self._problem.setVisible(bool(words))

    def _fill(self) -> None:
        """Show the plan without looking like an edit of it."""
        plan = self._plan
        blockers = [QSignalBlocker(one) for one in (self.day, self.starts)]
        self.day.setDate(QDate(plan.day.year, plan.day.month, plan.day.day))
        self.starts.setText(plan.starts)
        for blocker in blockers:
            blocker.unblock()
        if plan.minutes in LENGTHS:
            self.minutes.choose(str(plan.minutes))
        self.pack.choose(plan.pack)
        self.refuse("")
        self._show()

    def _show(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        self.people.show_people(snapshot, self._plan.people)
        agenda = self._plan.agenda(snapshot)
        self.choice.show_agenda(agenda)
        self._show_count(len(agenda))

    def _show_count(self, asked: int) -> None:
        """How many questions there are and, with any, the time there is for each."""
        words = trn("Agenda, {n} question", "Agenda, {n} questions", asked)
        each = self._plan.minutes * 60 // asked if asked else HURRIED
        told = {"agenda": words, "time": clock(each)}
        if each < HURRIED:
            words = tr("{agenda}, only {time} for each", **told)
        elif asked:
            words = tr("{agenda}, {time} for each", **told)
        self._count.setText(words)
        self._count.set_tone("attn" if each < HURRIED else "ink")

    def _chosen(self, person: str, on: bool) -> None:
        rest = tuple(one for one in self._plan.people if one != person)
        self._plan = replace(self._plan, people=(*rest, person) if on else rest)
        self.refuse("")
        self._show()

    def _added(self, person: Person) -> None:
        self._plan = replace(self._plan, people=(*self._plan.people, person.id))
        self.person_added.emit(person)

    def _timed(self) -> None:
        day = self.day.date()
        self._plan = replace(
            self._plan,
            day=date(day.year(), day.month(), day.day()),
            starts=self.starts.text(),
            minutes=int(self.minutes.current()),
        )
        if self._snapshot is not None:
            self._show_count(len(self._plan.agenda(self._snapshot)))

    def _set_unit(self, unit: str) -> None:
        self._plan = replace(self._plan, unit=unit)

    def _packed(self, key: str) -> None:
        self._plan = replace(self._plan, pack=key, chosen=None)  # type: ignore[arg-type]
        self._show()

    def _ticked(self, criteria: tuple[str, ...], on: bool) -> None:
        if self._snapshot is not None:
            self._plan = self._plan.having(self._snapshot, criteria, on=on)
            self._show()

    def _submit(self, *, now: bool) -> None:
        if self._snapshot is None:
            return
        if self.new.is_typed:
            self.new.add()
        # Enter in a field adds the person by itself, and Ctrl+Enter is an Enter too.
        if any(self._snapshot.get(Person, one) is None for one in self._plan.people):
            self._then = now
            return
        self._timed()
        fault = self._plan.fault(self._snapshot)
        self.refuse(fault)
        if not fault:
            self.kept.emit(self._plan, now)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter opens it, Esc goes back."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._submit(now=True)
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
