"""The scope units of the open engagement: what they are called, and another one."""

from __future__ import annotations

import secrets
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from engagements.language import tr
from engagements.problem import Problem
from ui.parts.locking import Lock
from ui.parts.units import MOST_UNITS, place_words
from ui.settings.section import Section
from ui.widgets.buttons import Button
from ui.widgets.fields import LineEdit

if TYPE_CHECKING:
    from engagements.records.client import ScopeUnit
    from ui.desk import Desk


class Units(Section):
    """A name is kept when its field is left; the section is there while an engagement is open."""

    said = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(tr("Scope units of the open engagement"))
        self._session = desk.session
        self._lock = Lock(desk.session)
        self._shown: tuple[ScopeUnit, ...] = ()
        self._edits: list[LineEdit] = []
        self._told: dict[str, str] = {}
        """By unit, what its field was last made to say; another text is being typed."""
        self._coming: set[str] = set()
        """Names on their way to the file."""
        self._names = QVBoxLayout()
        self._names.setSpacing(8)
        self.rows.addLayout(self._names)
        self._make(1)  # there is one at least, and Tab comes to it first
        self.fresh = LineEdit(tr("Another scope unit"), tr("Another scope unit"))
        self.fresh.setObjectName("unit-new")
        self.fresh.returnPressed.connect(self.add)
        self._add = Button(tr("Add"), icon="plus", size="small", name="unit-add")
        self._add.clicked.connect(self.add)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.fresh, 1)
        line.addWidget(self._add)
        self.rows.addLayout(line)
        self._remark = self.remark()
        self._session.case_changed.connect(self._another)
        self.look()

    def _another(self) -> None:
        self.fresh.clear()
        self._lock.forget()
        self._shown = ()
        self._told.clear()
        self._coming.clear()
        self.look()

    def look(self) -> None:
        """Show the units as they are now."""
        snapshot = self._session.snapshot
        if snapshot is None:
            self.hide()
            return
        if self.parent() is not None:  # else it would be a window of its own
            self.show()
        before, self._shown = self._shown, snapshot.scope_units
        if [one.id for one in before] != [one.id for one in self._shown]:
            self._make(len(self._shown))
        for at, unit in enumerate(self._shown):
            stays = at < len(before) and before[at].id == unit.id
            if not stays or self._edits[at].text() == self._told.get(unit.id):
                self._edits[at].setText(unit.name)
            self._told[unit.id] = unit.name
        why = self._lock.words()
        for control in (*self._edits, self.fresh, self._add):
            control.setEnabled(not why)
        self._remark.set_text(
            why or tr("Each is scored on its own. An interview is planned for one of them.")
        )

    def _make(self, count: int) -> None:
        """Have a field for each; one more follows the last by Tab, too."""
        while len(self._edits) < count:
            edit = self._edit(len(self._edits))
            if self._edits:
                self.setTabOrder(self._edits[-1], edit)
                edit.show()  # now, not with the next event: the focus may go there at once
            self._edits.append(edit)
        for at, edit in enumerate(self._edits):
            edit.setHidden(at >= count)

    def _edit(self, at: int) -> LineEdit:
        edit = LineEdit(tr("Name of scope unit {n}", n=at + 1), place_words(at))
        edit.setObjectName(f"unit-{at + 1}")
        edit.editingFinished.connect(partial(self._rename, at))
        self._names.addWidget(edit)
        return edit

    def settle(self) -> None:
        """Keep the name that is being typed."""
        for at, edit in enumerate(self._edits):
            if edit.hasFocus():
                self._rename(at)

    def _rename(self, at: int) -> None:
        if at >= len(self._shown):
            return
        unit, edit = self._shown[at], self._edits[at]
        name = " ".join(edit.text().split())
        if name == unit.name or name in self._coming or self._lock.words():
            return
        others = {one.name for one in self._shown if one.id != unit.id}
        if not name or name in others:
            edit.setText(unit.name)
            if name:
                self.said.emit(_taken(name))
            return
        edit.setText(name)
        self._save(unit.model_copy(update={"name": name}))

    def add(self) -> None:
        """Keep another unit under the name that was typed."""
        from engagements.records.client import ScopeUnit

        name = " ".join(self.fresh.text().split())
        if not name:
            self.fresh.setFocus()
        elif name in self._coming:
            return
        elif name in {one.name for one in self._shown}:
            self.said.emit(_taken(name))
        elif len(self._shown) >= MOST_UNITS:
            self.said.emit(Problem(tr("At most {n} scope units.", n=MOST_UNITS)))
        else:
            last = max(one.position for one in self._shown)
            self._save(ScopeUnit(id=secrets.token_hex(16), name=name, position=last + 1))

    def _save(self, unit: ScopeUnit) -> None:
        """Keep a unit; what was typed stays where it is until the file has it."""
        from engagements.casework import scoping

        def done(_change: object) -> None:
            self._coming.discard(unit.name)
            if " ".join(self.fresh.text().split()) == unit.name:
                self.fresh.clear()

        def failed(problem: Problem) -> None:
            self._coming.discard(unit.name)
            self.said.emit(problem)

        self._coming.add(unit.name)
        self._session.do(scoping.save_unit, unit, owner=self, on_done=done, on_failed=failed)


def _taken(name: str) -> Problem:
    return Problem(tr("There is a scope unit “{name}” already.", name=name))
