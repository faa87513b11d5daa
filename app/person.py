"""Who works here, for the history."""

from __future__ import annotations


def author() -> str:
    """The account's name; "assessor" where the account has none, as in a container."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "assessor"
