"""Colours, type and icons of the window."""

from __future__ import annotations

from ui.theme.theme import Mode, Theme, theme
from ui.theme.tokens import LevelPaint, Tokens
from ui.theme.type import Role

__all__ = ["LevelPaint", "Mode", "Role", "Theme", "Tokens", "theme"]
