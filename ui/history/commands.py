"""What the History page can do, for Ctrl+K."""

from __future__ import annotations

from engagements.language import mark
from ui.page import Command

COMMANDS = (
    Command(
        "find-history", mark("Search history"), lambda page: page.to_search(), "Ctrl+F", "search"
    ),
    Command(
        "clear-history", mark("Clear search and filter"), lambda page: page.clear(), icon="close"
    ),
)
