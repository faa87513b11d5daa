"""The folder of engagement files, and a rebuildable index of what Home shows of each."""

from engagements.library.index import Library, UnreadableFolder, engine
from engagements.library.rows import Found, Row, State, day_of, told_apart

__all__ = [
    "Found",
    "Library",
    "Row",
    "State",
    "UnreadableFolder",
    "day_of",
    "engine",
    "told_apart",
]
