"""Decides what History shows: reads the past in chunks, chooses in memory, brings values back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engagements.casework import history
from engagements.casework.history import NEWEST, Place, Sitting
from engagements.language import tr
from ui.history.reading import Deed, Query, Read, chosen, read
from ui.history.words import person_words

if TYPE_CHECKING:
    from engagements.casework.case import Change
    from engagements.problem import Problem
    from engagements.records.snapshot import Snapshot
    from ui.session import Session

FRESH = 60
"""How many of the newest revisions are read again after a change."""


class HistoryPresenter(QObject):
    """One engagement's past. Nothing is read before the page is on screen."""

    shown = Signal()
    """Other actions are to be listed: ``deeds()``."""
    changed = Signal()
    """The same ones; what stands now may be another value."""
    refused = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._deeds: tuple[Deed, ...] = ()
        self._reading = 0
        """Counts the readings begun; an answer to an older one is passed over."""
        self._visible = self._stale = False
        self.whole = False
        """Everything has been read."""
        self.reading = False
        """More of it is on its way."""
        self.sittings: Mapping[str, Sitting] = {}
        self.query = Query()

    @property
    def snapshot(self) -> Snapshot | None:
        """The engagement now."""
        return self._session.snapshot

    @property
    def total(self) -> int:
        """Actions read so far."""
        return len(self._deeds)

    @property
    def read_only(self) -> str:
        """Why nothing can be brought back; empty when it can."""
        case = self._session.case
        reading = case is not None and case.file.read_only
        return tr("This engagement is open for reading only.") if reading else ""

    def deeds(self) -> list[Deed]:
        """What the query asks for, of what has been read."""
        if self.snapshot is None:
            return []
        if self.query.is_empty:
            return list(self._deeds)
        return chosen(self._deeds, self.query, self.snapshot)

    def ask(self, query: Query) -> None:
        """Show what another query asks for."""
        if query != self.query:
            self.query = query
            self.shown.emit()

    def entered(self) -> None:
        """The page is on screen: read what is not known yet."""
        self._visible = True
        if self._session.case is None:
            return
        if not self._deeds:
            self._begin()
        elif self._stale:
            self._look_again()

    def left(self) -> None:
        """The page is off screen."""
        self._visible = False

    def case_opened(self) -> None:
        """Another engagement: nothing of the last one stays."""
        self._reading += 1
        self._deeds, self.sittings, self.whole, self._stale = (), {}, False, False
        self.reading = False
        self.query = Query()
        self.shown.emit()
        if self._visible:
            self.entered()

    def follow(self, change: Change) -> None:
        """A change was committed."""
        if not change.touched or not self._deeds:
            return
        self._stale = True
        if self._visible:
            self._look_again()

    def restore(self, revision: str) -> None:
        """Bring one value back."""
        self._session.do(history.restore, revision, on_failed=self.refused.emit, owner=self)

    def take_back(self, group: str) -> None:
        """Take a whole action back."""
        self._session.do(history.take_back, group, on_failed=self.refused.emit, owner=self)

    def who(self) -> list[tuple[str, str]]:
        """Authors and interviewees to choose from, as (key, words)."""
        snapshot = self.snapshot
        if snapshot is None:
            return []
        authors = dict.fromkeys(deed.author for deed in self._deeds)
        people = dict.fromkeys(name for deed in self._deeds for name in sorted(deed.people))
        return [
            *((f"author:{name}", tr("Written by {name}", name=name)) for name in authors),
            *((f"person:{one}", person_words(one, snapshot)) for one in people),
        ]

    def _begin(self) -> None:
        self._reading += 1
        self.whole, self.reading = False, True
        self._ask_for(NEWEST, self._reading)

    def _ask_for(self, place: Place, reading: int) -> None:
        self._session.do(
            read,
            place,
            reads=True,
            owner=self,
            on_done=partial(self._came, reading),
            on_failed=partial(self._not_read, reading),
        )

    def _not_read(self, reading: int, problem: Problem) -> None:
        """What could be read stays; nothing goes on any more."""
        if reading == self._reading:
            self.reading = False
            self.shown.emit()
        self.refused.emit(problem)

    def _came(self, reading: int, found: Read) -> None:
        """A chunk more; the next one is asked for once this one is on screen."""
        if reading != self._reading:
            return
        self._deeds = (*self._deeds, *found.deeds)
        self.sittings = found.sittings
        self.whole = found.rest is None
        self.reading = not self.whole
        self.shown.emit()
        if found.rest is not None:
            self._ask_for(found.rest, reading)

    def _look_again(self) -> None:
        self._stale = False
        self._ask_newer(NEWEST, (), self._reading)

    def _ask_newer(self, place: Place, before: tuple[Deed, ...], reading: int) -> None:
        came = partial(self._newer, before, reading)
        self._session.do(
            read, place, FRESH, reads=True, owner=self, on_done=came, on_failed=self._still_stale
        )

    def _still_stale(self, problem: Problem) -> None:
        """It is looked at again when the page is next on screen."""
        self._stale = True
        self.refused.emit(problem)

    def _newer(self, before: tuple[Deed, ...], reading: int, found: Read) -> None:
        """Put newer actions in front, reading on until something known is met."""
        if reading != self._reading:
            return
        known = {deed.id for deed in self._deeds}
        fresh = (*before, *(deed for deed in found.deeds if deed.id not in known))
        met = any(deed.id in known for deed in found.deeds)
        if not met and found.rest is not None:
            self._ask_newer(found.rest, fresh, reading)
            return
        self.sittings = found.sittings
        # What came meanwhile by another such reading is not taken twice.
        self._deeds = (*(one for one in fresh if one.id not in known), *self._deeds)
        if fresh:
            self.shown.emit()
        self.changed.emit()
