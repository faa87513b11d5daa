"""The sheet of what was agreed: client, scope and its units, target, dates; the kit's place."""

from __future__ import annotations

import secrets
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QWidget

from engagements.language import mark, tr
from ui.parts.days import day_of, typed
from ui.parts.locking import Lock, LockLine, close_controls
from ui.parts.sheet import Sheet
from ui.parts.units import MOST_UNITS, place_words
from ui.theme import theme
from ui.widgets.buttons import Button, Segmented
from ui.widgets.fields import Field, LineEdit
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from engagements.casework.agreement import Agreement
    from engagements.problem import Problem
    from engagements.records.client import ScopeUnit
    from engagements.records.snapshot import Snapshot
    from ui.session import Session

WIDTH = 680
UNITS_HEIGHT = 132
TARGETS = (("", mark("None yet")), ("1", "1"), ("2", "2"), ("3", "3"), ("4", "4"))
_STILL = ("thaw-", "agreement-cancel", "agreement-kit")
"""Beginnings of the names of what changes nothing."""


class AgreementSheet(Sheet):
    """Shows the open engagement; what is kept is one change, undone as one."""

    kit_asked = Signal()
    """The brand kit is to be chosen, on its page."""

    def __init__(self, page: QWidget, session: Session) -> None:
        super().__init__(
            page,
            tr("Engagement details"),
            tr("Save"),
            name="agreement",
            width=theme().scaled(WIDTH),
        )
        self._session, self._lock = session, Lock(session)
        self._shown: tuple[ScopeUnit, ...] = ()
        self.client = _line("agreed-client", tr("Client"))
        self.scope = _line("agreed-scope", tr("Scope"), tr("Pricing models, two teams"))
        self.target = Segmented(
            [(key, tr(words)) for key, words in TARGETS], tr("Target level"), name="agreed-target"
        )
        self.starts = _line("agreed-starts", tr("Starts"))
        self.ends = _line("agreed-ends", tr("Ends"), tr("18 Dec 2026, or open"))
        self.units: list[LineEdit] = []
        self.kit = Label("", tone="ink_2")
        self._locked = LockLine("thaw-agreement")
        self._locked.thawed.connect(self._open_again)
        self._lay_out()

    def _lay_out(self) -> None:
        self._starts = Field(tr("Starts"), self.starts)
        self._ends = Field(tr("Ends"), self.ends)
        self._names = QWidget()
        self._names.setProperty("clear", "true")
        self._grid = QGridLayout(self._names)
        self._grid.setContentsMargins(0, 0, 4, 0)
        self._grid.setSpacing(8)
        area = self._area = QScrollArea()
        area.setWidget(self._names)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        choose = Button(tr("Choose on Report"), size="small", name="agreement-kit")
        choose.clicked.connect(self._to_kit)
        kit = QHBoxLayout()
        kit.setSpacing(12)
        kit.addWidget(Label(tr("Brand kit"), weight=500))
        kit.addWidget(self.kit)
        kit.addStretch(1)
        kit.addWidget(choose)
        self.body.addWidget(self._locked)
        self.body.addLayout(
            beside(Field(tr("Client"), self.client), Field(tr("Scope"), self.scope))
        )
        target = Field(tr("Target level"), self.target)
        self.body.addLayout(beside(target, self._starts, self._ends))
        self.body.addWidget(Label(tr("Scope units, each scored on its own"), weight=500))
        self.body.addWidget(area)
        self.body.addLayout(kit)

    def open(self) -> None:
        """Show what is agreed now, over the page."""
        snapshot = self._session.snapshot
        if snapshot is None:
            return
        self._fill(snapshot)
        self._close_while_locked()
        self.show_over(self.client)
        self.client.selectAll()

    def _fill(self, snapshot: Snapshot) -> None:
        agreed = snapshot.engagement
        self.client.setText(snapshot.client.name)
        self.scope.setText(agreed.scope)
        self.target.choose(str(agreed.target or ""))
        self.starts.setText(typed(agreed.starts))
        self.ends.setText(typed(agreed.ends))
        kit = PurePath(agreed.brand.name).stem.capitalize() if agreed.brand else tr("the usual one")
        self.kit.setText(kit)
        self._shown = snapshot.scope_units
        for at in range(min(MOST_UNITS, len(self._shown) + 1)):
            fresh = at == len(self._shown)
            words = tr("Another scope unit") if fresh else tr("Name of scope unit {n}", n=at + 1)
            edit = _line(f"agreed-unit-{at + 1}", words, words if fresh else place_words(at))
            edit.setText("" if fresh else self._shown[at].name)
            self.units.append(edit)
            self._grid.addWidget(edit, at // 2, at % 2)
        rows = -(-len(self.units) // 2)
        high = rows * self.client.sizeHint().height() + (rows - 1) * self._grid.spacing()
        self._area.setFixedHeight(min(theme().scaled(UNITS_HEIGHT), high + 2))

    def _close_while_locked(self) -> None:
        words = self._lock.words()
        self._locked.say(words, may_thaw=self._lock.may_thaw)
        close_controls(self, closed=bool(words), still=_STILL)

    def _open_again(self) -> None:
        self._lock.thaw()
        self._close_while_locked()
        self.client.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_kit(self) -> None:
        self.dismiss()
        self.kit_asked.emit()

    def submit(self) -> None:
        """Keep it as one change, or say what cannot be taken."""
        if self._session.case is None or self._lock.words():
            return
        for field, edit in ((self._starts, self.starts), (self._ends, self.ends)):
            wrong = bool(edit.text().strip()) and day_of(edit.text(), date.today()) is None
            field.fault(tr("Give a day like 18 Dec 2026.") if wrong else "")
            if wrong:
                edit.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        from engagements.casework import agreement

        self._session.do(
            agreement.agree,
            self._agreed(),
            on_done=lambda _change: self.dismiss(),
            on_failed=self._refused,
            owner=self,
        )

    def _refused(self, problem: Problem) -> None:
        self.refuse(f"{problem.title} {problem.advice}".strip())

    def _agreed(self) -> Agreement:
        from engagements.casework.agreement import Agreement

        today, target = date.today(), self.target.current()
        return Agreement(
            client=self.client.text(),
            scope=self.scope.text(),
            target=int(target) if target else None,  # type: ignore[arg-type]
            starts=day_of(self.starts.text(), today),
            ends=day_of(self.ends.text(), today),
            units=tuple(self._renamed()),
        )

    def _renamed(self) -> list[ScopeUnit]:
        """Units with another name, and the one that is new; a name taken away stays."""
        from engagements.records.client import ScopeUnit

        names = [" ".join(edit.text().split()) for edit in self.units]
        found = [
            unit.model_copy(update={"name": name})
            for unit, name in zip(self._shown, names, strict=False)
            if name and name != unit.name
        ]
        if len(names) > len(self._shown) and names[-1]:
            last = max(one.position for one in self._shown)
            found.append(ScopeUnit(id=secrets.token_hex(16), name=names[-1], position=last + 1))
        return found


def beside(*fields: QWidget) -> QHBoxLayout:
    """Fields side by side, equally wide."""
    row = QHBoxLayout()
    row.setSpacing(16)
    for field in fields:
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return row


def _line(name: str, words: str, placeholder: str = "") -> LineEdit:
    edit = LineEdit(words, placeholder)
    edit.setObjectName(name)
    return edit
