"""The keys of Home, as the status bar hints at them and F1 lists them."""

from __future__ import annotations

from engagements.language import tr
from ui.page import Keys


def hints(part: str) -> tuple[Keys, ...]:
    """What the keyboard does in a part of Home: search, question, list, form, lock or the cards."""
    if part == "search":
        return (Keys(("Down",), tr("to the list")), Keys(("Esc",), tr("clear")))
    if part == "question":
        return (Keys(("Enter",), tr("accept")), Keys(("Esc",), tr("keep it")))
    if part == "list":
        return (
            Keys(("Up", "Down"), tr("select")),
            Keys(("Enter",), tr("open")),
            Keys(("Shift+F10",), tr("more"), wide=True),
        )
    if part in ("form", "lock"):
        return (Keys(("Enter",), tr("accept")), Keys(("Esc",), tr("back")))
    return (Keys(("Tab",), tr("next")), Keys(("Enter",), tr("choose")))


def key_map() -> tuple[Keys, ...]:
    """Every key and what it does."""
    return (
        Keys(("Up", "Down"), tr("select an engagement")),
        Keys(("Enter",), tr("open it at its next step")),
        Keys(("Shift+F10",), tr("what else can be done with it")),
        Keys(("F2",), tr("its details: client, scope, target, dates")),
        Keys(("Ctrl+D",), tr("duplicate it")),
        Keys(("Ctrl+Shift+A",), tr("archive it, or take it out")),
        Keys(("Ctrl+Shift+N",), tr("assess its client again, once it is closed")),
        Keys(("Delete",), tr("delete it; asks first")),
        Keys(("Ctrl+Z",), tr("bring back what was archived or deleted")),
        Keys(("Ctrl+F",), tr("search")),
        Keys(("Ctrl+N",), tr("new engagement")),
        Keys(("Ctrl+O",), tr("open a file")),
        Keys(("Ctrl+Shift+O",), tr("open the sample")),
        Keys(("Esc",), tr("leave a form, empty the search")),
    )
