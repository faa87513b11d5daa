"""What every value of a framework shares: frozen, strict, and with figures of sensible size."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from engagements.models import BaseModel, ConfigDict, Field

Level = Literal[0, 1, 2, 3, 4]
LEVELS: tuple[Level, ...] = (0, 1, 2, 3, 4)
Amount = Annotated[Decimal, Field(ge=0, le=1_000_000, max_digits=12, decimal_places=6)]
"""A figure of sensible size: a hostile exponent would turn into gigabytes as a fraction."""
Share = Annotated[Decimal, Field(ge=0, le=1, max_digits=7, decimal_places=6)]


class Value(BaseModel):
    """A frozen value that rejects unknown keys and silent conversions."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
