"""Keys as they are printed on the keyboards of a language."""

from __future__ import annotations

from collections.abc import Mapping

from engagements.language import spoken

CAPS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "Ctrl": "Strg",
        "Shift": "Umschalt",
        "Enter": "Eingabe",
        "Return": "Eingabe",
        "Space": "Leertaste",
        "Del": "Entf",
        "Delete": "Entf",
        "Ins": "Einfg",
        "Insert": "Einfg",
        "Backspace": "Rücktaste",
        "PgUp": "Bild auf",
        "PgDn": "Bild ab",
        "PgDown": "Bild ab",
        "Page up": "Bild auf",
        "Page down": "Bild ab",
        "Home": "Pos1",
        "End": "Ende",
        "Up": "Auf",
        "Down": "Ab",
        "Left": "Links",
        "Right": "Rechts",
        "Arrows": "Pfeile",
        "to": "bis",
    }
}
"""By language: an English cap and what stands there instead; Alt, Esc, Tab and F6 are the same."""


def cap(keys: str) -> str:
    """Keys pressed together as the reader's keyboard names them: "Ctrl+S" is "Strg+S"."""
    names = CAPS.get(spoken())
    if not names:
        return keys
    head, plus, last = keys.rpartition("+")
    if plus and not last:  # the key is + itself, as in "Ctrl++"
        return f"{cap(head.removesuffix('+'))}++" if head else keys
    return "+".join(names.get(one, one) for one in keys.split("+"))
