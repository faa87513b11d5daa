"""What the Metrics page can do, for Ctrl+K."""

from __future__ import annotations

from engagements.language import mark
from ui.page import Command
from ui.parts.pressing import writable

COMMANDS = (
    Command(
        "another-reading",
        mark("Another reading"),
        lambda page: page.another(),
        "Ctrl+N",
        "plus",
        offered=writable,
    ),
    Command(
        "find-metric",
        mark("Search metrics"),
        lambda page: page.search.edit.setFocus(),
        "Ctrl+F",
        "search",
    ),
)
