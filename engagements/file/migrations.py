"""The file's format: its number, its schema, and the append-only steps from one to the next.

A step that has been released is never edited. A new one comes at the end, with a new format
number, the digest of the schema it ends in, a sentence for its reader, and a test.
"""

from __future__ import annotations

import hashlib
from importlib.resources import files

from engagements.file.faultpoint import faultpoint
from engagements.file.sqlite import Connection
from engagements.file.tables import Database, Migrations

APPLICATION_ID = 0x506C756D
"""``Plum`` in the file's header, where ``file`` and other programs look."""

FORMAT = 6
"""The format this program writes."""

SCHEMAS: dict[int, str] = {
    1: "63005c497dd19095805e9c485c6ed1b3c359c9c620399dd5ea5b42bba6c2b880",
    2: "1b2bfda2e4ba43ebb53c92faf6ba6dd132e22265d9453846ea4a1dea67270ed4",
    3: "93c0c36057c9fb4ddb35e6bc8939be235084b66f09aeb471add1b3412b9573d8",
    4: "e6a36618562644a2380143949aa26d9d29ea3e94b203595f5230f464f0ee3878",
    5: "90c6923b84491ca6e4e41c4381193065bc3517c201639c007014bade4f47c878",
    6: "5388c02fa595841e3751f2b5f51b8adafa1ff26bb02271cfb3804c70de4329ae",
}
"""SHA-256 of the schema text of every released format; see ``schema_digest``."""

SENTENCES: dict[str, str] = {
    "format_1": "The first format.",
    "format_2": "Keeps where the client stood at an earlier assessment.",
    "format_3": "Keeps how people appear in the report, and the pages of an issued version.",
    "format_4": "Keeps the comments of a draft's readers.",
    "format_5": "Keeps when an interview's record went out, and the report's order and paper.",
    "format_6": "Keeps who signs the report.",
}
"""What each step does, for the reader of the backup's name and of the log."""

_STATE = """CREATE TABLE state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  number INTEGER NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT"""

_APPLIED = """CREATE TABLE _sqlite_migrations (
  id INTEGER PRIMARY KEY,
  migration_set TEXT,
  name TEXT,
  applied_at TEXT
) STRICT"""

_APPLIED_ONCE = """CREATE UNIQUE INDEX idx__sqlite_migrations_migration_set_name
    ON _sqlite_migrations (migration_set, name)"""

steps = Migrations("plumbline")


@steps()
def format_1(db: Database) -> None:
    """Lay the tables and views of the first format."""
    _run(db, "format_1.sql")


@steps()
def format_2(db: Database) -> None:
    """A view of earlier assessments."""
    _run(db, "format_2.sql")


@steps()
def format_3(db: Database) -> None:
    """The views of report settings and issued versions, with a field more each."""
    _run(db, "format_3.sql")


@steps()
def format_4(db: Database) -> None:
    """A view of the comments of a draft's readers."""
    _run(db, "format_4.sql")


@steps()
def format_5(db: Database) -> None:
    """The views of interviews and answers, with what became of an interview's record."""
    _run(db, "format_5.sql")


@steps()
def format_6(db: Database) -> None:
    """The view of report settings, with who signs."""
    _run(db, "format_6.sql")


def _run(db: Database, name: str) -> None:
    """The statements of a file beside this one, parted by blank lines."""
    for statement in files("engagements.file").joinpath(name).read_text().split(";\n\n"):
        db.conn.execute(statement.strip().rstrip(";"))


def lay(db: Database) -> None:
    """Create the whole schema in an empty database, inside the caller's transaction.

    ``state`` comes first and so lies on page 2: a copy read from front to back holds the oldest
    page there, and whatever is newer behind it shows.
    """
    db.conn.execute(_STATE)
    db.conn.execute(_APPLIED)
    db.conn.execute(_APPLIED_ONCE)
    db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrate(db)


def migrate(db: Database) -> None:
    """Apply every step that is still to come, inside the caller's transaction."""
    steps.apply(db)
    faultpoint("in-migration")
    db.conn.execute(f"PRAGMA user_version = {FORMAT}")


def schema_text(connection: Connection) -> str:
    """Everything the database declares, in one order: what a format is."""
    rows = connection.execute(
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name"
    )
    # A damaged schema may hold bytes where words belong; it then reads otherwise, and is refused.
    return "\n".join("|".join(map(str, row)) for row in rows)


def schema_digest(connection: Connection) -> str:
    """SHA-256 of ``schema_text``, in hexadecimal."""
    text = schema_text(connection)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
