"""One way to write a value as bytes, and the digests over it.

JSON with sorted keys and nothing but ASCII: every text comes back exactly, U+0000 and lone
surrogates included, and every machine writes the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from typing import Any

from engagements.records.base import Record

SALT_BYTES = 16
HEX_ID = 32
"""Hexadecimal digits of a random id."""


def dumps(value: Any) -> str:
    """Canonical JSON. ValueError for what JSON has no word for (NaN, infinity)."""
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False
    )


def body_of(record: Record) -> str:
    """A record's stored form in its present shape."""
    return dumps(record.model_dump(mode="json"))


def random_id() -> str:
    """A fresh id: 32 hexadecimal digits."""
    return secrets.token_hex(HEX_ID // 2)


def salt() -> bytes:
    """Sixteen random bytes, so that an erased payload cannot be guessed from its digest."""
    return secrets.token_bytes(SALT_BYTES)


def payload_digest(of_salt: bytes, body: bytes) -> bytes:
    """The digest a revision keeps of its payload, over the bytes as they are stored."""
    return hashlib.sha256(of_salt + body).digest()


def digest(*parts: Any) -> bytes:
    """SHA-256 over the canonical JSON of ``parts``; bytes among them count as hexadecimal."""
    plain = [part.hex() if isinstance(part, bytes) else part for part in parts]
    return hashlib.sha256(dumps(plain).encode("ascii")).digest()
