"""The folder of engagement files, and a rebuildable index of what Home shows of each."""

from engagements.library.index import Library, UnreadableFolder, engine
from engagements.library.rows import Row, State, day_of

__all__ = ["Library", "Row", "State", "UnreadableFolder", "day_of", "engine"]
