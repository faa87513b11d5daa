"""What the Score page can do, for Ctrl+K."""

from __future__ import annotations

from engagements.language import mark
from ui.page import Command
from ui.parts.pressing import made, press

COMMANDS = (
    Command(
        "what-if",
        mark("What if"),
        lambda page: press(page, page.switches.button),
        "W",
        "score",
        offered=lambda _session, page: page is None or not page.mode(),
        waits=True,
    ),
    Command(
        "drop-what-if",
        mark("Drop what if"),
        lambda page: press(page, page.switches.button),
        "W",
        "close",
        offered=made(lambda page: bool(page.mode())),
        waits=True,
    ),
    Command(
        "score-table",
        mark("Table in place of the figures, and back"),
        lambda page: page.switches.boxes["table"].click(),
        "T",
        "score",
    ),
)
