"""The keys of the Evidence page in words."""

from __future__ import annotations

from engagements.language import mark
from ui.page import Keys

HINTS = (
    Keys(("Up", "Down"), mark("select")),
    Keys(("Enter",), mark("change")),
    Keys(("Ctrl+N",), mark("add")),
    Keys(("Ctrl+V",), mark("paste as evidence"), wide=True),
)
LARGE = (
    Keys(("+", "-"), mark("larger, smaller")),
    Keys(("0",), mark("the whole")),
    Keys(("PgUp", "PgDown"), mark("pages")),
    Keys(("Esc",), mark("back to the page")),
)
"""While a preview is large."""
KEYS = (
    *HINTS,
    Keys(("Ctrl+F",), mark("search")),
    Keys(("Delete",), mark("take out, Ctrl+Z brings it back")),
    Keys(("Ctrl+T",), mark("register or still to receive")),
    Keys(("PgUp", "PgDown"), mark("pages of a preview")),
    Keys(("Space",), mark("on a preview: see it large")),
    Keys(("Ctrl+P",), mark("list of requests as a PDF")),
)
