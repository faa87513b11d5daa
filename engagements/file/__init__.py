"""One engagement file on disk. SQL here and only here."""

SUFFIX = ".plumb"
"""How the name of an engagement file ends."""
