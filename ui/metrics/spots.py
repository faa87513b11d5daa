"""Which reading the form of a metric shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Spot:
    """A metric, a scope unit and a reading, which may only be begun."""

    metric: str
    unit: str
    reading: str

    @property
    def place(self) -> str:
        """Where it is typed."""
        return f"{self.metric}/{self.unit}/{self.reading}"

    @classmethod
    def at(cls, place: str) -> Spot:
        """The spot of a place; nowhere for a place of another kind."""
        parts = place.split("/")
        return cls(*parts) if len(parts) == 3 else NOWHERE


NOWHERE = Spot("", "", "")
