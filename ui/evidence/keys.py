"""The keys of the Evidence page in words."""

from __future__ import annotations

from collections.abc import Sequence

from engagements.language import mark, tr
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
PREVIEW = (
    Keys(("Space",), mark("see it large")),
    Keys(("PgUp", "PgDown"), mark("pages")),
)
"""While a preview has the focus."""
KEYS = (
    *HINTS,
    Keys(("Ctrl+F",), mark("search")),
    Keys(("Delete",), mark("take out, Ctrl+Z brings it back")),
    Keys(("Ctrl+T",), mark("register or still to receive")),
    Keys(("PgUp", "PgDown"), mark("pages of a preview")),
    Keys(("Space",), mark("on a preview: see it large")),
    Keys(("Ctrl+P",), mark("list of requests as a PDF")),
)


def told(keys: Sequence[Keys]) -> tuple[Keys, ...]:
    """Keys with their words as they are spoken."""
    return tuple(Keys(one.keys, tr(one.words), one.wide) for one in keys)
