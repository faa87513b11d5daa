"""The side panel of a request: what, from whom, due when, for which criteria, and its answer."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engagements.casework.evidence import unit_of
from engagements.language import tr
from engagements.records import Evidence, EvidenceRequest, Person
from engagements.records.snapshot import Snapshot
from ui.evidence.finding_criteria import CriterionLine
from ui.evidence.register import reference
from ui.evidence.requests import lateness
from ui.parts.days import read_day, typed
from ui.parts.drafted import DraftedField, RecoveredLine
from ui.parts.drafting import FieldDrafts
from ui.parts.locking import LockedSide
from ui.parts.units import offer_units
from ui.parts.voices import person_words
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chips import IconMark, Rule
from ui.widgets.fields import Field, LineEdit, Select
from ui.widgets.focus import focus_kept
from ui.widgets.labels import ElidedLabel, Label, TextBlock
from ui.widgets.rows import emptied


def _example() -> str:
    """A day as the form shows it."""
    return typed(date(date.today().year, 12, 1))


class RequestPanel(LockedSide):
    """Shows a request; what is changed is reported as the request it should be."""

    STILL = ("request-link-", "show-received", "thaw-")

    edited = Signal(object, tuple)
    """An EvidenceRequest with other values, and the places of the drafts they were typed in."""
    asks_criterion = Signal(str)
    receives_file = Signal(str)
    """The scope unit that the file is for."""
    shows_evidence = Signal(str)
    removes = Signal()

    def __init__(self, drafts: FieldDrafts) -> None:
        super().__init__("request-panel", tr("Request"), "thaw-requests")
        self._request: EvidenceRequest | None = None
        self._mark = IconMark("flag", "ink_2")
        self._state = TextBlock("", "small", 600, "ink_2")
        self._remove = Button(tr("Take out"), kind="quiet", size="small", name="remove-request")
        self.title = LineEdit(tr("What"), tr("What is to be sent or shown"))
        self.title.setObjectName("request-title")
        self._person = Select([("", tr("Nobody named"))], tr("From whom"), name="request-person")
        self._due = LineEdit(tr("Due"))
        self._due.setObjectName("request-due")
        hint = tr("A day such as {day} or 1.12.2026", day=_example())
        self._due_field = Field(tr("Due"), self._due, hint)
        self._criteria = QVBoxLayout()
        self._add = CriterionLine("request-criterion")
        self._answer = Select(
            [("", tr("Not yet received"))], tr("Received as"), name="request-received"
        )
        self._unit = Select([], tr("Received for"), name="request-unit")
        self._unit_field = Field(tr("Received for"), self._unit)
        self._title = DraftedField(drafts, self.title, "title")
        self._day = DraftedField(drafts, self._due, "due")
        self._criterion = DraftedField(drafts, self._add, "criterion")
        self.drafted = (self._title, self._day, self._criterion)
        self._recovered = RecoveredLine("recovered-request", drafts)
        self._file = Button(tr("Receive a file"), icon="import", name="receive-file")
        self._open = Button(tr("Show it"), kind="quiet", name="show-received")
        self._build()
        self._connect()
        drafts.ended.connect(self._calm)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._mark)
        head.addWidget(self._state, 1)
        head.addWidget(self._remove)
        self._criteria.setSpacing(4)
        got = QHBoxLayout()
        got.setSpacing(8)
        got.addWidget(self._file)
        got.addWidget(self._open)
        got.addStretch(1)
        column = self.column
        column.addLayout(head)
        column.addWidget(self._locked)
        column.addWidget(self._recovered)
        column.addWidget(Field(tr("What"), self.title))
        column.addWidget(Field(tr("From whom"), self._person))
        column.addWidget(self._due_field)
        column.addWidget(Label(tr("For criteria"), "small", 600, "ink_2"))
        column.addLayout(self._criteria)
        column.addWidget(self._add)
        column.addWidget(Rule())
        column.addWidget(Field(tr("Received as"), self._answer))
        column.addWidget(self._unit_field)
        column.addLayout(got)
        column.addStretch(1)

    def _connect(self) -> None:
        self.title.editingFinished.connect(self.flush)
        self._due.editingFinished.connect(self.flush)
        self._due.textEdited.connect(lambda _text: self._due_field.fault(""))
        self._person.picked.connect(lambda key: self._change(person=key or None))
        self._answer.picked.connect(lambda key: self._change(received=key or None))
        self._add.found.connect(self._with_criterion)
        self._add.found.connect(lambda _code: self._criterion.put_back())
        self._file.clicked.connect(lambda: self.receives_file.emit(self._unit.current()))
        self._remove.clicked.connect(self.removes)
        self._open.clicked.connect(self._show_it)

    def flush(self) -> None:
        """Report words that were typed and not yet kept; a day nobody can read stays as typed."""
        one = self._request
        if one is None or self.title.isReadOnly():
            return
        if self._title.text.strip() in ("", one.title):
            self._title.put_back()
        try:
            due = self._read_due(one)
        except ValueError:
            words = tr("Write the day as {day} or 1.12.2026.", day=_example())
            self._due_field.fault(words)
            due = one.due
        else:
            if due == one.due:
                self._day.put_back()
        if (self._title.text.strip(), due) != (one.title, one.due):
            self._change()

    def _calm(self) -> None:
        """A day that was given up is no fault any more."""
        if self._request is not None and self._day.text == typed(self._request.due):
            self._due_field.fault("")

    def _read_due(self, one: EvidenceRequest) -> date | None:
        """The day that was typed; one that was only shown is not read again."""
        words = self._day.text
        return one.due if words == typed(one.due) else read_day(words)

    def show_request(self, one: EvidenceRequest | None, snapshot: Snapshot, today: date) -> None:
        """Show a request; words that are being typed stay."""
        before, self._request = self._request, one
        self.show_empty("" if one else tr("Choose a request, or write a new one."))
        if one is None:
            return
        same = before is not None and before.id == one.id
        if before is None or not same or before.due != one.due:
            self._due_field.fault("")
        self._title.show(one.id, one.title)
        self._day.show(one.id, typed(one.due))
        self._criterion.show(one.id, "")
        self._recovered.speak_for(self.places())
        self._show_choices(one, snapshot)
        self._show_unit(one, snapshot, same=same)
        self._show_state(one, today)
        self._show_criteria(one, snapshot)

    def _show_unit(self, one: EvidenceRequest, snapshot: Snapshot, *, same: bool) -> None:
        """Ask which scope unit a file is received for, where there are several."""
        offer_units(self._unit, snapshot)
        if not same:
            self._unit.choose(unit_of(snapshot, one))
        asked = one.received is None and len(snapshot.scope_units) > 1
        self._unit_field.setVisible(asked)

    def _show_choices(self, one: EvidenceRequest, snapshot: Snapshot) -> None:
        people = [(p.id, person_words(snapshot, p.id)) for p in snapshot.of(Person)]
        self._person.set_choices([("", tr("Nobody named")), *people])
        self._person.choose(one.person or "")
        items = [(e.id, f"{reference(e)}  {e.title}") for e in snapshot.of(Evidence)]
        self._answer.set_choices([("", tr("Not yet received")), *items])
        self._answer.choose(one.received or "")
        with focus_kept(self, lambda: self._open, lambda: self._file):
            self._open.setVisible(one.received is not None)
            self._file.setVisible(one.received is None)

    def _show_state(self, one: EvidenceRequest, today: date) -> None:
        late = one.received is None and one.due is not None and one.due < today
        if one.received is not None:
            self._mark.set_icon("check", "ok")
            self._state.set_text(tr("Received"), "ok")
        else:
            self._mark.set_icon("warning" if late else "flag", "attn" if late else "ink_2")
            words = lateness(one, today) or tr("no day set")
            said = tr("Still to receive, {when}", when=words)
            self._state.set_text(said, "attn" if late else "ink_2")

    def _show_criteria(self, one: EvidenceRequest, snapshot: Snapshot) -> None:
        self._add.offer(snapshot.framework)
        emptied(self._criteria)
        for number, code in enumerate(one.criteria):
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            found = snapshot.framework.criterion.get(code)
            title = found.title if found else ""
            go = Button(code, kind="quiet", size="small", name=f"request-link-{number}")
            go.setAccessibleName(tr("Open {code}, {title}", code=code, title=title))
            go.clicked.connect(partial(self.asks_criterion.emit, code))
            gone = IconButton("close", tr("Take {code} away", code=code), side=26)
            gone.setObjectName(f"request-unlink-{number}")
            gone.clicked.connect(partial(self._without, code))
            line.addWidget(go)
            line.addWidget(ElidedLabel(title, "small", tone="ink_2"), 1)
            line.addWidget(gone)
            self._criteria.addWidget(row)

    def _with_criterion(self, code: str) -> None:
        one = self._request
        if one is not None and code not in one.criteria:
            self._change(criteria=(*one.criteria, code))

    def _without(self, code: str) -> None:
        one = self._request
        if one is not None:
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
            self._change(criteria=tuple(each for each in one.criteria if each != code))

    def _change(self, **fields: object) -> None:
        """Report the request with other values and with the words that stand in its fields."""
        one = self._request
        if one is None:
            return
        words: dict[str, object] = {"title": self._title.text.strip() or one.title}
        places = [self._title.place]
        with suppress(ValueError):
            words["due"] = self._read_due(one)
            places.append(self._day.place)
        self._request = one.model_copy(update=words | fields)
        self.edited.emit(self._request, tuple(places))

    def _show_it(self) -> None:
        if self._request is not None and self._request.received is not None:
            self.shows_evidence.emit(self._request.received)
