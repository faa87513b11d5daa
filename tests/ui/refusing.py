"""Commits that SQLite refuses, as on a full drive or one that became read-only."""

from contextlib import contextmanager

import sqlcipher3.dbapi2

from engagements.file import store


def refusing(name):
    """A fault: while it lasts every commit ends with the SQLite error of this name."""

    @contextmanager
    def fault(*_about):
        def refuse(point):
            if point == "before-commit":
                error = sqlcipher3.dbapi2.OperationalError("injected")
                error.sqlite_errorname = name
                raise error

        kept = store.faultpoint
        store.faultpoint = refuse
        try:
            yield
        finally:
            store.faultpoint = kept

    return fault
