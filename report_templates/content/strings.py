"""Every string that a report's content holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from engagements.models import BaseModel


def strings(content: BaseModel) -> Iterator[str]:
    """All text of a frozen content value, depth first, in the order of its fields."""
    return _within(content.model_dump())


def _within(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in cast("dict[str, Any]", value).values():
            yield from _within(inner)
    elif isinstance(value, list | tuple):
        for inner in cast("tuple[Any, ...]", value):
            yield from _within(inner)
