"""Every string that a report's content holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from engagements.models import BaseModel
from report_templates.content.base import Heading


def strings(content: BaseModel) -> Iterator[str]:
    """All text of a frozen content value, depth first, in the order of its fields."""
    return _within(content.model_dump())


def titles(content: BaseModel) -> Iterator[str]:
    """The client's name and the action titles, which are set in the face of headings."""
    yield str(getattr(content, "client", ""))
    yield from (one.title for one in _headings(content))


def _headings(value: Any) -> Iterator[Heading]:
    if isinstance(value, Heading):
        yield value
    elif isinstance(value, BaseModel):
        for _, inner in value:
            yield from _headings(inner)
    elif isinstance(value, tuple):
        for inner in cast("tuple[Any, ...]", value):
            yield from _headings(inner)


def _within(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in cast("dict[str, Any]", value).values():
            yield from _within(inner)
    elif isinstance(value, list | tuple):
        for inner in cast("tuple[Any, ...]", value):
            yield from _within(inner)
