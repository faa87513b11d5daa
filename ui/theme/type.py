"""The type scale: sizes, line heights and weights by role, as Qt fonts."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

Role = Literal[
    "display", "welcome", "question", "title", "heading", "editor", "body", "small", "micro"
]
FAMILY = "InterTab"
FALLBACKS = ("Inter", "Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans")
SCALES = (90, 100, 115, 130)
"""Text sizes on offer, in percent."""


class TypeRole(NamedTuple):
    """Pixel size, line height in pixels, weight, and letter spacing in pixels."""

    px: int
    line: int
    weight: int
    spacing: float = 0.0


ROLES: dict[Role, TypeRole] = {
    "display": TypeRole(34, 42, 600, -0.8),
    "welcome": TypeRole(26, 34, 600, -0.4),
    "question": TypeRole(22, 30, 600, -0.3),
    "title": TypeRole(20, 28, 600, -0.2),
    "heading": TypeRole(15, 22, 600),
    "editor": TypeRole(14, 21, 400),
    "body": TypeRole(13, 19, 400),
    "small": TypeRole(12, 17, 400),
    "micro": TypeRole(11, 15, 500),
}


class Typesetter:
    """Makes the fonts of all roles at one text scale (percent)."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[Role, int, bool], QFont] = {}
        self.scale = 100

    def rescale(self, percent: int) -> None:
        """Take a text size of ``SCALES``; fonts handed out before keep theirs."""
        self.scale = percent
        self._fonts.clear()

    def font(self, role: Role, weight: int | None = None, *, italic: bool = False) -> QFont:
        """The font of a role; ``weight`` (400 to 600) replaces the role's own."""
        kind = ROLES[role]
        key = (role, weight or kind.weight, italic)
        if key not in self._fonts:
            self._fonts[key] = self._make(kind, key[1], italic=italic)
        return QFont(self._fonts[key])

    def line(self, role: Role) -> int:
        """Line height of a role in pixels."""
        return round(ROLES[role].line * self.scale / 100)

    def _make(self, kind: TypeRole, weight: int, *, italic: bool) -> QFont:
        font = QFont()
        font.setFamilies([FAMILY, *FALLBACKS])
        font.setPixelSize(round(kind.px * self.scale / 100))
        font.setWeight(QFont.Weight(weight))
        font.setItalic(italic)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if kind.spacing:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, kind.spacing)
        return font


def typed_role(widget: QWidget) -> tuple[Role, int | None] | None:
    """The role and weight that ``theme().typed`` gave a widget, None when it has none."""
    role = widget.property("typeRole")
    return (role, widget.property("typeWeight")) if role else None
