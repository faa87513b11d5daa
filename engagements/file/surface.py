"""What this process is to others that want the same file; the window says it at its start."""

from engagements.language import mark

WINDOW = mark("in the window")
COMMAND = mark("by another command")

own = COMMAND
"""The desktop program says ``surface.own = surface.WINDOW``."""
