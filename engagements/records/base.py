"""What every record shares: a frozen value with an identity and a kind."""

from __future__ import annotations

import hashlib
from typing import ClassVar

from engagements.framework.model import Value

MAX_TEXT = 1_000_000
"""Longest text of one field, in characters; a larger paste is refused in words."""


def identity(*key: str) -> str:
    """The id of an entity that two people could make independently: the same key, the same id.

    The parts are joined by U+001F, which no part may contain; 32 hexadecimal digits of SHA-256.
    """
    if any("\x1f" in part for part in key):
        raise ValueError("a key part holds a unit separator")
    return hashlib.sha256("\x1f".join(key).encode("utf-8", "surrogatepass")).hexdigest()[:32]


class Record(Value):
    """One entity's current value. ``kind`` names its table view, ``shape`` its stored form."""

    kind: ClassVar[str]
    shape: ClassVar[int] = 1
    id: str
