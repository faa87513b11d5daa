"""The side panel of a request: what, from whom, due when, for which criteria, and its answer."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engagements.language import mark, tr
from engagements.records import Evidence, EvidenceRequest, Person
from engagements.records.snapshot import Snapshot
from ui import locale
from ui.evidence.finding_criteria import CriterionLine
from ui.evidence.register import reference
from ui.evidence.requests import lateness
from ui.parts.days import read_day
from ui.parts.locking import LockedSide
from ui.parts.voices import person_words
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chips import IconMark, Rule
from ui.widgets.fields import Field, LineEdit, Select
from ui.widgets.labels import ElidedLabel, Label, TextBlock
from ui.widgets.rows import emptied

DAY = mark("YYYY-MM-DD")


class RequestPanel(LockedSide):
    """Shows a request; what is changed is reported as the request it should be."""

    STILL = ("request-link-", "show-received", "thaw-")

    edited = Signal(object)
    """An EvidenceRequest with other values."""
    asks_criterion = Signal(str)
    receives_file = Signal()
    shows_evidence = Signal(str)
    removes = Signal()

    def __init__(self) -> None:
        super().__init__("request-panel", tr("Request"), "thaw-requests")
        self._request: EvidenceRequest | None = None
        self._mark = IconMark("flag", "ink_2")
        self._state = TextBlock("", "small", 600, "ink_2")
        self._remove = Button(tr("Take out"), kind="quiet", size="small", name="remove-request")
        self.title = LineEdit(tr("What"), tr("What is to be sent or shown"))
        self.title.setObjectName("request-title")
        self._person = Select([("", tr("Nobody named"))], tr("From whom"), name="request-person")
        self._due = LineEdit(tr("Due"), tr(DAY))
        self._due.setObjectName("request-due")
        self._due_field = Field(tr("Due"), self._due, tr("A day such as 2026-12-01 or 1.12.2026"))
        self._criteria = QVBoxLayout()
        self._add = CriterionLine("request-criterion")
        self._answer = Select(
            [("", tr("Not yet received"))], tr("Received as"), name="request-received"
        )
        self._file = Button(tr("Receive a file"), icon="import", name="receive-file")
        self._open = Button(tr("Show it"), kind="quiet", name="show-received")
        self._build()
        self._connect()

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
        column.addWidget(Field(tr("What"), self.title))
        column.addWidget(Field(tr("From whom"), self._person))
        column.addWidget(self._due_field)
        column.addWidget(Label(tr("For criteria"), "small", 600, "ink_2"))
        column.addLayout(self._criteria)
        column.addWidget(self._add)
        column.addWidget(Rule())
        column.addWidget(Field(tr("Received as"), self._answer))
        column.addLayout(got)
        column.addStretch(1)

    def _connect(self) -> None:
        self.title.editingFinished.connect(self.flush)
        self._due.editingFinished.connect(self.flush)
        self._due.textEdited.connect(lambda _text: self._due_field.fault(""))
        self._person.picked.connect(lambda key: self._change(person=key or None))
        self._answer.picked.connect(lambda key: self._change(received=key or None))
        self._add.found.connect(self._with_criterion)
        self._file.clicked.connect(self.receives_file)
        self._remove.clicked.connect(self.removes)
        self._open.clicked.connect(self._show_it)

    def flush(self) -> None:
        """Report words that were typed and not yet kept; a day nobody can read stays as typed."""
        one = self._request
        if one is None:
            return
        try:
            due = read_day(self._due.text())
        except ValueError:
            self._due_field.fault(tr("Write the day as 2026-12-01 or 1.12.2026."))
            due = one.due
        title = self.title.text().strip() or one.title
        if (title, due) != (one.title, one.due):
            self._change(title=title, due=due)

    def show_request(self, one: EvidenceRequest | None, snapshot: Snapshot, today: date) -> None:
        """Show a request; words that are being typed into the same one stay."""
        before, self._request = self._request, one
        self.show_empty("" if one else tr("Choose a request, or write a new one."))
        if one is None:
            return
        same = before is not None and before.id == one.id
        if before is None or not same or before.title != one.title:
            with QSignalBlocker(self.title):
                self.title.setText(one.title)
        if before is None or not same or before.due != one.due:
            self._due_field.fault("")
            with QSignalBlocker(self._due):
                self._due.setText(locale.plain_day(one.due) if one.due else "")
        self._show_choices(one, snapshot)
        self._show_state(one, today)
        self._show_criteria(one, snapshot)

    def _show_choices(self, one: EvidenceRequest, snapshot: Snapshot) -> None:
        people = [(p.id, person_words(snapshot, p.id)) for p in snapshot.of(Person)]
        self._person.set_choices([("", tr("Nobody named")), *people])
        self._person.choose(one.person or "")
        items = [(e.id, f"{reference(e)}  {e.title}") for e in snapshot.of(Evidence)]
        self._answer.set_choices([("", tr("Not yet received")), *items])
        self._answer.choose(one.received or "")
        self._file.setVisible(one.received is None)
        self._open.setVisible(one.received is not None)

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
        if self._request is not None:
            self.edited.emit(self._request.model_copy(update=fields))

    def _show_it(self) -> None:
        if self._request is not None and self._request.received is not None:
            self.shows_evidence.emit(self._request.received)

    def first(self) -> QWidget:
        """What is asked for."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.title
