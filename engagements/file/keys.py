"""From a passphrase to SQLCipher's raw key, and whether a key fits a file's pages.

SQLCipher 4: PBKDF2-HMAC-SHA512 with 256,000 rounds over the 16 bytes of salt at the file's start;
each page ends in an initialisation vector and an HMAC-SHA512 over page and page number. Checking
it here tells a wrong passphrase from a damaged first page, which SQLite reports alike.
Source: the SQLCipher design document, zetetic.net/sqlcipher/design.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from enum import Enum
from pathlib import Path

from engagements.file.sqlite import PAGE

SALT_BYTES = 16
_ROUNDS = 256_000
_KEY_BYTES = 32
_MAC_BYTES = 64
_MAC_MASK = 0x3A
_SAMPLE = 64


class Fit(Enum):
    """Whether a key belongs to a file."""

    YES = "yes"
    ELSEWHERE = "the first page is damaged, another one fits"
    NO = "no page fits"


def new_salt() -> bytes:
    """Sixteen random bytes for a new file."""
    return secrets.token_bytes(SALT_BYTES)


def raw_key(passphrase: str, salt: bytes) -> str:
    """The raw key and salt as 96 hexadecimal digits, about 0.15 s of work."""
    phrase = passphrase.encode("utf-8", "surrogatepass")
    key = hashlib.pbkdf2_hmac("sha512", phrase, salt, _ROUNDS, _KEY_BYTES)
    return key.hex() + salt.hex()


def fit(path: Path, key: str) -> Fit:
    """Try ``key`` on the first page, then on a sample of the others. OSError when unreadable."""
    mac_key = _mac_key(key)
    pages = path.stat().st_size // PAGE
    with path.open("rb") as file:
        if _fits(file.read(PAGE), 1, mac_key):
            return Fit.YES
        step = max(1, (pages - 1) // _SAMPLE)
        for number in range(2, pages + 1, step):
            file.seek((number - 1) * PAGE)
            if _fits(file.read(PAGE), number, mac_key):
                return Fit.ELSEWHERE
    return Fit.NO


def _mac_key(key: str) -> bytes:
    raw = bytes.fromhex(key)
    mask = bytes(byte ^ _MAC_MASK for byte in raw[_KEY_BYTES:])
    return hashlib.pbkdf2_hmac("sha512", raw[:_KEY_BYTES], mask, 2, _KEY_BYTES)


def _fits(page: bytes, number: int, mac_key: bytes) -> bool:
    if len(page) < PAGE:
        return False
    body = page[SALT_BYTES if number == 1 else 0 : -_MAC_BYTES]
    seal = hmac.new(mac_key, body + number.to_bytes(4, "little"), "sha512").digest()
    return hmac.compare_digest(seal, page[-_MAC_BYTES:])
