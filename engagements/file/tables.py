"""sqlite-utils on a connection of ours: 0.1 s to import, so only who changes tables asks for it."""

from __future__ import annotations

import sys
from typing import Any, cast

from engagements.file.sqlite import Connection

# sqlite-utils takes numpy and pandas along when they are there, only to know their number types:
# 0.1 s and 15 MB that the window can do without. None makes the import fail as if they were not.
_without = [name for name in ("numpy", "pandas") if name not in sys.modules]
for _name in _without:
    sys.modules[_name] = cast("Any", None)
from sqlite_utils import Database, Migrations  # noqa: E402

for _name in _without:
    del sys.modules[_name]

__all__ = ["Database", "Migrations", "database"]


def database(connection: Connection) -> Database:
    """The sqlite-utils view of a connection, without plug-ins."""
    return Database(
        cast("Any", connection), execute_plugins=False, recursive_triggers=False, strict=True
    )
