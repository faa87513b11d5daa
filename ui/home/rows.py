"""What one row of the engagements list says, in words ready to show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from engagements import library

STATUSES = ("planned", "fieldwork", "analysis", "draft", "delivered")
"""The steps of an engagement in their order; an archived one has them all behind it."""
STATUS_WORDS = {
    "planned": "Planned",
    "fieldwork": "Fieldwork",
    "analysis": "Analysis",
    "draft": "Draft",
    "delivered": "Delivered",
    "archived": "Archived",
}
Condition = Literal["ready", "open", "locked", "damaged", "newer", "missing"]
CONDITION_WORDS: dict[str, str] = {
    "ready": "",
    "open": "Open elsewhere",
    "locked": "Needs its passphrase",
    "damaged": "Damaged, open its newest backup",
    "newer": "Made by a newer Plumbline",
    "missing": "The file is not there",
}
AWAITED_WORDS = {
    "kick-off": "Kick-off",
    "interview": "Interview",
    "evidence": "Evidence due",
    "end": "Agreed end",
}
NEXT_STEPS = {
    "planned": ("interview", "Start interview"),
    "fieldwork": ("interview", "Go on interviewing"),
    "analysis": ("score", "See the level"),
    "draft": ("report", "Open the report"),
    "delivered": ("report", "Open the report"),
    "archived": ("score", "See the level"),
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
    when: str = "No date"
    what: str = ""
    soon: bool = False
    condition: Condition = "ready"
    held: int = 0
    interviews: int = 0

    @property
    def name(self) -> str:
        """The client, or the file's name while no client is known."""
        return self.client or self.path.stem

    @property
    def step(self) -> tuple[str, str]:
        """The page that is useful next, and the words for going there."""
        return NEXT_STEPS.get(self.status, NEXT_STEPS["planned"])

    @property
    def level_words(self) -> str:
        """The level as it is read aloud."""
        if self.low is None:
            return "not yet scored"
        possible = f", possibly {self.high}" if self.high not in (None, self.low) else ""
        return f"level {self.low}{possible}"


def day_words(day: date | None, today: date) -> str:
    """A day as a list says it: Today, Tomorrow, "Thu 26 Nov", with the year when it is another."""
    if day is None:
        return "No date"
    if (day - today).days in (0, 1):
        return ("Today", "Tomorrow")[(day - today).days]
    if day.year == today.year or 0 <= (day - today).days < 120:
        return f"{day:%a} {day.day} {day:%b}"
    return f"{day.day} {day:%b %Y}"


def moment_words(moment: datetime, today: date) -> str:
    """A day with its time: "Today, 14:00"."""
    return f"{day_words(moment.date(), today)}, {moment:%H:%M}"


def shown(row: library.Row, today: date) -> Row:
    """A row of the library in words."""
    day = date.fromisoformat(row.next_day) if row.next_day else None
    awaited = AWAITED_WORDS.get(row.next_for or "", "")
    if row.next_number:
        awaited = f"{awaited} {row.next_number} of {row.interviews}"
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
        when=day_words(day, today),
        what=awaited or _last_changed(row.changed),
        soon=day is not None and (day - today).days <= 0,
        condition=state,
        held=row.held,
        interviews=row.interviews,
    )


def _last_changed(changed: str) -> str:
    if not changed:
        return ""
    day = datetime.fromisoformat(changed).date()
    return f"Changed {day.day} {day:%b %Y}"
