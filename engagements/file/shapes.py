"""How a payload of an earlier shape becomes today's: an append-only list of pure steps.

A stored payload is never rewritten. ``UPCASTERS[(kind, n)]`` turns a plain dict of shape n into
one of shape n + 1 and is never edited once released; a field never gets a new meaning. Raising a
record's ``shape`` also takes a migration, so that an older program refuses the file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from engagements.records import KINDS

Plain = dict[str, Any]
Upcaster = Callable[[Plain], Plain]

UPCASTERS: dict[tuple[str, int], Upcaster] = {}
"""One step per kind and stored shape."""


def present() -> dict[str, int]:
    """Today's shape of every kind."""
    return {kind: record.shape for kind, record in KINDS.items()}


def raised(
    kind: str,
    shape: int,
    to: int,
    plain: Plain,
    upcasters: Mapping[tuple[str, int], Upcaster] = UPCASTERS,
) -> Plain:
    """``plain`` of shape ``shape`` as one of shape ``to``.

    KeyError for a kind unknown here, and for a shape that no step leads on from.
    """
    for step in range(shape, to):
        plain = upcasters[kind, step](plain)
    return plain
