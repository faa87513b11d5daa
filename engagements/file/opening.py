"""Looking at a file without ever writing to it: what it is, whether it is whole, who has it.

Everything here happens on bytes and on read-only connections. Only when all of it agrees is the
file opened for writing; a journal left by a crash is first tried out on a copy.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from engagements.file import keys, migrations, presence, state, verify
from engagements.file.problems import (
    AlreadyOpen,
    CannotRead,
    Damaged,
    EmptyFile,
    Interrupted,
    Leftover,
    NeedsPassphrase,
    NewerFormat,
    NotAnEngagement,
    NotFound,
    Tampered,
    Truncated,
    WrongPassphrase,
)
from engagements.file.sqlite import PAGE, Connection, Error, connect, errorname
from engagements.language import mark

MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_BAD_VERSION = 10_000
"""A format number above this is damage, not the future."""
_LARGE = 1_000_000


@dataclass(frozen=True)
class Seen:
    """A file that may be opened."""

    path: Path
    key: str | None
    """Raw key and salt; None for an ordinary SQLite file."""
    number: int
    """The state it was verified in."""
    digest: bytes
    version: int
    findings: tuple[verify.Finding, ...] = ()
    """Damaged attachments; everything else that is wrong keeps the file from opening."""


def journal_of(path: Path) -> Path:
    """The side file of an unfinished write."""
    return path.with_name(path.name + "-journal")


def has_journal(path: Path) -> bool:
    """True when an unfinished write may have to be taken back."""
    try:
        return journal_of(path).stat().st_size > 0
    except OSError:
        return False


def look(path: Path, passphrase: str | None, key: str | None = None) -> Seen:
    """Everything that must be known before a file is opened. A Problem says why it is not.

    ``key`` (96 hexadecimal digits) spares deriving it from the passphrase.
    """
    _there(path)
    wal = path.with_name(path.name + "-wal")
    if wal.exists():
        raise Leftover(path, wal)
    key = _key(path, passphrase, key)
    try:
        return _inside(path, key)
    except _HotJournal:
        _rehearse(path, key)
        _roll_back(path, key)
        return _inside(path, key)


class _HotJournal(Exception):
    """The file can only be read after an unfinished write was taken back."""


def _there(path: Path) -> None:
    """A file of some size that this process has not open already."""
    try:
        where = presence.here(path)
        size = path.stat().st_size
    except FileNotFoundError:
        raise NotFound(path) from None
    except OSError as error:
        raise CannotRead(path) from error
    if where:
        raise AlreadyOpen(path, where)
    if not path.is_file():
        raise NotAnEngagement(path, mark("not a file"))
    if size == 0:
        raise EmptyFile(path)


def _key(path: Path, passphrase: str | None, key: str | None) -> str | None:
    """The key that the file needs, from its first bytes; None when it is not encrypted."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
        if header.startswith(MAGIC):
            _plain_header(path, header)
            return None
        return _encrypted(path, header, passphrase, key)
    except OSError as error:
        raise CannotRead(path) from error


def _plain_header(path: Path, header: bytes) -> None:
    """What an unencrypted file says about itself; read as bytes, so nothing is recovered."""
    if len(header) < _HEADER:
        raise Truncated(path)
    if int.from_bytes(header[68:72], "big") != migrations.APPLICATION_ID:
        raise NotAnEngagement(path, mark("a database of another program"))
    _version(path, int.from_bytes(header[60:64], "big"))
    if header[18:20] != b"\x01\x01" or int.from_bytes(header[16:18], "big") != PAGE:
        raise Tampered(path)
    if not has_journal(path):
        _length(path, int.from_bytes(header[28:32], "big"))


def _encrypted(path: Path, header: bytes, passphrase: str | None, key: str | None) -> str:
    """The key of a file that looks encrypted, once it fits."""
    size = path.stat().st_size
    if size < PAGE or len(set(header)) < _HEADER // 4:
        raise NotAnEngagement(path)
    if passphrase is None and key is None:
        raise NeedsPassphrase(path) if size % PAGE == 0 else NotAnEngagement(path)
    if key is None:
        key = keys.raw_key(passphrase or "", header[: keys.SALT_BYTES])
    fit = keys.fit(path, key)
    if fit is keys.Fit.NO:
        raise WrongPassphrase(path)
    if not has_journal(path):
        if fit is keys.Fit.ELSEWHERE:
            raise Damaged(path, "the first page was altered")
        _length(path, 0)
    return key


def _version(path: Path, version: int) -> None:
    if version == 0 or version > _BAD_VERSION:
        raise Damaged(path, "the format number makes no sense")
    if version > migrations.FORMAT:
        raise NewerFormat(path, version, migrations.FORMAT)


def _length(path: Path, pages: int) -> None:
    """Truncated unless the file has whole pages and at least as many as it says."""
    size = path.stat().st_size
    if size % PAGE or size < pages * PAGE:
        raise Truncated(path)


def _inside(path: Path, key: str | None) -> Seen:
    """Read and verify by a read-only connection, which is closed again."""
    connection = connect(path, "ro", key)
    try:
        return _verified(path, key, connection)
    finally:
        connection.close()


def _verified(path: Path, key: str | None, connection: Connection) -> Seen:
    """The file's identity, then its content, unless it is as this user left it."""
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        version = _first(path, connection)
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if application != migrations.APPLICATION_ID:
            raise NotAnEngagement(path, mark("a database of another program"))
        _version(path, version)
        _length(path, connection.execute("PRAGMA page_count").fetchone()[0])
        if migrations.schema_digest(connection) != migrations.SCHEMAS[version]:
            raise Tampered(path)
        number, digest = state.stored(connection)
    except (Error, UnicodeDecodeError) as error:
        raise _worded(path, error) from error
    if presence.untouched(path, number, digest):
        return Seen(path, key, number, digest, version)
    found = verify.contents(connection)
    if found:
        raise Damaged(path, *(finding.words for finding in found))
    damaged = tuple(verify.attachments(connection))
    return Seen(path, key, number, digest, version, damaged)


def _first(path: Path, connection: Connection) -> int:
    """The format number, by the first statement on a connection. Truncated when pages are gone."""
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    except Error as error:
        if not errorname(error).startswith("SQLITE_CORRUPT"):
            raise
        connection.execute("PRAGMA writable_schema = ON")  # SQLite's way to allow for a short file
        connection.execute("PRAGMA user_version").fetchone()
        raise Truncated(path) from error


def _worded(path: Path, error: Exception) -> Exception:
    """What SQLite's refusal to read means."""
    name = errorname(error)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return AlreadyOpen(path, presence.elsewhere(path))
    if name.startswith("SQLITE_READONLY"):
        return _HotJournal()
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_ERROR", "SQLITE_FORMAT")):
        return Damaged(path, str(error))
    return CannotRead(path)


def _rehearse(path: Path, key: str | None) -> None:
    """Take the unfinished write back on a copy first.

    A journal that is not its own, or an older one, would ruin the file. The copy lies beside the
    file, as private and as encrypted as it.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix=".plumbline-", dir=path.parent))
    except OSError as error:
        raise Interrupted(path) from error
    try:
        copy = folder / path.name
        shutil.copyfile(path, copy)
        alone = _moment(copy, key)
        shutil.copyfile(path, copy)
        shutil.copyfile(journal_of(path), journal_of(copy))
        _roll_back(copy, key)
        taken_back = _moment(copy, key)
    except OSError as error:
        raise Interrupted(path) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    _judge(path, alone, taken_back)


def _judge(path: Path, alone: int | None, taken_back: int | None) -> None:
    """Leftover or Damaged unless taking back leads at most one commit back to a sound state."""
    if taken_back is None:
        raise Damaged(path, "an unfinished write") if alone is None else _leftover(path)
    if alone is not None and alone - taken_back not in (0, 1):
        raise _leftover(path)


def _leftover(path: Path) -> Leftover:
    return Leftover(path, journal_of(path))


def _moment(copy: Path, key: str | None) -> int | None:
    """The number of the state that a copy holds; None when it is not whole."""
    connection = connect(copy, "ro", key)
    try:
        if verify.contents(connection):
            return None
        return state.stored(connection)[0]
    except (Error, UnicodeDecodeError):
        return None
    finally:
        connection.close()


def _roll_back(path: Path, key: str | None) -> None:
    """Let SQLite take back the unfinished write, as it does at the first read."""
    try:
        connection = connect(path, "rw", key)
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        finally:
            connection.close()
    except Error as error:
        if errorname(error).startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise AlreadyOpen(path, presence.elsewhere(path)) from error
        if errorname(error).startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_IOERR")):
            raise Interrupted(path) from error
