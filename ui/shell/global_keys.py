"""The keys that work on every page, in words."""

from __future__ import annotations

from collections.abc import Iterable

from engagements.language import tr
from ui.page import Keys
from ui.pages import Place


def global_keys(places: Iterable[Place]) -> tuple[Keys, ...]:
    """A key per page, then what can be done everywhere."""
    return (
        *(Keys((place.key,), tr(place.label)) for place in places),
        Keys(("Ctrl+Z", "Ctrl+Shift+Z"), tr("undo, redo")),
        Keys(("Ctrl+Shift+C",), tr("save a copy of the engagement")),
        Keys(("F6", "Shift+F6"), tr("next or previous pane")),
        Keys(("Ctrl+Shift+L",), tr("light, dark or like the system")),
        Keys(("F11",), tr("full screen")),
        Keys(("F1",), tr("these keys")),
    )
