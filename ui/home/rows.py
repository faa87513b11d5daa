"""What one row of the engagements list says, in words ready to show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, overload

from engagements.language import mark, tr
from ui import locale

if TYPE_CHECKING:
    from engagements import library
    from engagements.recycling import Recycled

STATUSES = ("planned", "fieldwork", "analysis", "draft", "delivered")
"""The steps of an engagement in their order; an archived one has them all behind it."""
STATUS_WORDS = {
    "planned": mark("Planned"),
    "fieldwork": mark("Fieldwork"),
    "analysis": mark("Analysis"),
    "draft": mark("Draft"),
    "delivered": mark("Delivered"),
    "archived": mark("Archived"),
}
CLOSED = ("delivered", "archived")
"""An engagement that can be assessed again."""
Condition = Literal["ready", "open", "locked", "damaged", "newer", "missing", "deleted"]
CONDITION_WORDS: dict[str, str] = {
    "ready": "",
    "open": mark("Open elsewhere, read-only"),
    "locked": mark("Needs its passphrase"),
    "damaged": mark("Damaged"),
    "newer": mark("Made by a newer Plumbline"),
    "missing": mark("The file is not there"),
    "deleted": mark("Deleted"),
}
AWAITED_WORDS = {
    "kick-off": mark("Kick-off"),
    "interview": mark("Interview"),
    "evidence": mark("Evidence due"),
    "end": mark("Agreed end"),
}
NEXT_STEPS = {
    "planned": ("interview", mark("Start interview")),
    "fieldwork": ("interview", mark("Go on interviewing")),
    "analysis": ("findings", mark("Settle the findings")),
    "draft": ("report", mark("Open the report")),
    "delivered": ("report", mark("Open the report")),
    "archived": ("score", mark("See the level")),
}
"""The page that is useful next, by status, and the words of its button."""


@dataclass(frozen=True)
class Row:
    """One engagement file. Levels are None until scored; dates in words."""

    path: Path
    client: str
    scope: str = ""
    status: str = "planned"
    low: int | None = None
    high: int | None = None
    target: int | None = None
    answered: int = 0
    total: int = 0
    when: str = ""
    what: str = ""
    soon: bool = False
    condition: Condition = "ready"
    held: int = 0
    interviews: int = 0
    deleted: Recycled | None = None
    """Where a deleted engagement lies."""
    file: str = ""
    """What tells it from others of its client: which assessment it is, else the file's name."""

    @property
    def name(self) -> str:
        """The client, or the file's name while no client is known."""
        return self.client or self.path.stem

    @property
    def step(self) -> tuple[str, str]:
        """The page that is useful next, and the words for going there."""
        page, words = NEXT_STEPS.get(self.status, NEXT_STEPS["planned"])
        return page, tr(words)

    @property
    def level_words(self) -> str:
        """The level as it is read aloud."""
        if self.low is None:
            return tr("not yet scored")
        if self.high in (None, self.low):
            return tr("level {low}", low=self.low)
        return tr("level {low}, possibly {high}", low=self.low, high=self.high)

    @property
    def is_known(self) -> bool:
        """True when the file's contents were read, now or before."""
        return bool(self.total) or self.condition == "ready"

    @property
    def status_words(self) -> str:
        """Where the engagement stands."""
        return tr(STATUS_WORDS.get(self.status, ""))

    @property
    def condition_words(self) -> str:
        """What is the matter with the file; empty while nothing is."""
        return tr(CONDITION_WORDS[self.condition])


def day_words(day: date | None, today: date) -> str:
    """A day as a list says it: Today, Tomorrow, "Thu 26 Nov", with the year when it is another."""
    if day is None:
        return tr("No date")
    if (day - today).days in (0, 1):
        return tr("Tomorrow") if (day - today).days else tr("Today")
    if day.year == today.year or 0 <= (day - today).days < 120:
        return locale.weekday_and_day(day)
    return locale.day(day)


def moment_words(moment: datetime, today: date) -> str:
    """A day with its time: "Today, 14:00"."""
    return f"{day_words(moment.date(), today)}, {locale.time(moment)}"


class Lines(Sequence[Row]):
    """Rows put into words when they are first looked at: of a thousand only some are on screen."""

    def __init__(
        self,
        found: Sequence[Any],
        words: Callable[[Any, date], Row],
        today: date = date.min,
        apart: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Lines of ``found``, which have a ``path`` each; ``words`` makes one a Row on a day.

        ``apart`` has the file names of those that look like another one.
        """
        self._found, self._words, self._today = tuple(found), words, today
        self._apart = apart
        self._said: dict[int, Row] = {}
        self.paths = [str(one.path) for one in self._found]
        """The files, in the order of the lines."""

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Lines:
        """Lines of rows that are in words already."""
        return rows if isinstance(rows, cls) else cls(rows, lambda row, _today: row)

    def says_same(self, other: Lines) -> bool:
        """True when the other lines were made of the same on the same day."""
        mine = (self._today, self._found, self._apart)
        return mine == (other._today, other._found, other._apart)

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        """A row, or several, in words."""
        if isinstance(at, slice):
            return tuple(self[n] for n in range(*at.indices(len(self))))
        place = range(len(self))[at]
        if place not in self._said:
            row = self._words(self._found[place], self._today)
            file = self._apart.get(self.paths[place], "")
            file = ", ".join(filter(None, (row.file, file)))
            self._said[place] = replace(row, file=file) if file else row
        return self._said[place]


def shown(row: library.Row, today: date) -> Row:
    """A row of the library in words."""
    day = date.fromisoformat(row.next_day) if row.next_day else None
    when = day_words(day, today)
    state: Condition = row.state  # type: ignore[assignment]
    return Row(
        path=Path(row.path),
        client=row.client,
        scope=row.scope,
        status=row.status,
        low=row.low,
        high=row.high,
        target=row.target,
        answered=row.answered,
        total=row.total,
        when=f"{when}, {row.next_hour}" if row.next_hour else when,
        what=_awaited(row) or _last_changed(row.changed, today),
        soon=day is not None and (day - today).days <= 0,
        condition=state,
        held=row.held,
        interviews=row.interviews,
        file=_which(row),
    )


def _which(row: library.Row) -> str:
    """Which assessment of its client it is; the first one says nothing."""
    if row.assessment < 2:
        return ""
    if not row.begun:
        return tr("Assessment {n}", n=row.assessment)
    month = locale.month_and_year(date.fromisoformat(row.begun))
    return tr("Assessment {n}, {month}", n=row.assessment, month=month)


def shown_deleted(found: Recycled, today: date) -> Row:
    """A deleted engagement in words; of its contents nothing is known here."""
    return Row(
        path=found.path,
        client=Path(found.name).stem,
        when=day_words(found.deleted.date(), today),
        what=tr("Kept until {day}", day=short_day(found.until, today)),
        condition="deleted",
        deleted=found,
    )


def _awaited(row: library.Row) -> str:
    if row.next_for == "interview" and row.next_number:
        return tr("Interview {n} of {all}", n=row.next_number, all=row.interviews)
    return tr(AWAITED_WORDS.get(row.next_for or "", ""))


def _last_changed(changed: str, today: date) -> str:
    if not changed:
        return ""
    return tr("Changed {day}", day=short_day(datetime.fromisoformat(changed).date(), today))


def short_day(day: date, today: date) -> str:
    """A day without its weekday: "24 Dec", with the year when it is another."""
    return locale.day_and_month(day) if day.year == today.year else locale.day(day)
