"""What the Findings page can do, for Ctrl+K."""

from __future__ import annotations

from engagements.language import mark
from ui.page import Command
from ui.parts.pressing import press, writable

COMMANDS = (
    Command(
        "next-to-reconcile",
        mark("Next to reconcile"),
        lambda page: press(page, page.next),
        "N",
        "findings",
        offered=writable,
        waits=True,
    ),
    Command(
        "enter-form",
        mark("Enter a hand-written interview"),
        lambda page: press(page, page.form),
        "G",
        "document",
        also=mark("Enter a form"),
        offered=writable,
        waits=True,
    ),
    Command(
        "find-criterion", mark("Find a criterion"), lambda page: page.map.to_find(), "/", "search"
    ),
)
