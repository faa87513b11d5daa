"""The small form of an interview that was held on paper: its day and who took part."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from engagements.language import tr
from engagements.records import Person
from engagements.records.snapshot import Snapshot
from ui.interview.plan_form import NewPerson, PeopleList
from ui.parts.day_edit import DayEdit
from ui.parts.sheet import Sheet
from ui.widgets.fields import Field
from ui.widgets.labels import Label

PEOPLE = 170
"""Height of the list of people in pixels."""


class TalkSheet(Sheet):
    """Says who and when; the grid keeps it."""

    person_added = Signal(Person)
    kept = Signal(object, tuple)
    """The day (a date) and the ids of the people."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(
            page, tr("An interview held on paper"), tr("Enter its answers"), name="talk"
        )
        self.accept.setObjectName("talk-keep")
        self.cancel.setObjectName("talk-cancel")
        self._chosen: tuple[str, ...] = ()
        self._just_added = False
        self._people = PeopleList()
        self._people.setProperty("clear", "true")
        self._people.ticked.connect(self._tick)
        self.new = NewPerson()
        self.new.added.connect(self._added)
        self.day = DayEdit(tr("Day it was held"), "talk-day")
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFixedHeight(PEOPLE)
        scroll.setWidget(self._people)
        self.body.addWidget(Label(tr("Who took part"), "small", 600, "ink_2"))
        self.body.addWidget(scroll)
        self.body.addWidget(self.new)
        self.body.addWidget(Field(tr("Day it was held"), self.day))

    def ask(self, snapshot: Snapshot, day: date) -> None:
        """Ask for a new one."""
        self._chosen = ()
        self.day.setDate(QDate(day.year, day.month, day.day))
        self.new.offer(snapshot)
        self._people.show_people(snapshot, self._chosen)
        self.show_over(self._people.first() or self.new.name)

    def refresh(self, snapshot: Snapshot) -> None:
        """People were added or changed."""
        self._people.show_people(snapshot, self._chosen)

    def submit(self) -> None:
        """Hand it over; somebody must have taken part."""
        if self.new.is_typed:
            self.new.add()
            self._just_added = False
            self.refuse(tr("The person typed is added now; check and go on."))
        elif not self._chosen:
            self.refuse(tr("Choose or add who took part."))
        else:
            people, day = self._chosen, self.day.date().toPython()
            self.dismiss()
            self.kept.emit(day, people)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The Enter that has added somebody does not hand over too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._just_added:
            self._just_added = False
            event.accept()
            return
        super().keyPressEvent(event)

    def _tick(self, person: str, on: bool) -> None:
        rest = tuple(one for one in self._chosen if one != person)
        self._chosen = (*rest, person) if on else rest

    def _added(self, person: Person) -> None:
        self._just_added = self.new.name.hasFocus() or self.new.title.hasFocus()
        self._chosen = (*self._chosen, person.id)
        self.person_added.emit(person)
