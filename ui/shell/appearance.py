"""How the window looks: theme, text size and motion, as chosen and kept for next time."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from ui.theme import Mode, theme
from ui.theme.type import SCALES

MODE, SCALE, MOTION = "theme", "text_size", "reduce_motion"
"""Keys of the settings."""
_NEXT = {Mode.SYSTEM: Mode.LIGHT, Mode.LIGHT: Mode.DARK, Mode.DARK: Mode.SYSTEM}


def dress(settings: QSettings) -> None:
    """Look as was chosen last time; what cannot be read is as on the first day."""
    theme().reduce_motion = is_on(settings, MOTION)
    kept = str(settings.value(SCALE, 100))
    scale = int(kept) if kept.isdecimal() and int(kept) in SCALES else theme().scale
    mode = str(settings.value(MODE, Mode.SYSTEM.value))
    theme().begin(Mode(mode) if mode in list(Mode) else Mode.SYSTEM, scale)


def choose_mode(settings: QSettings, mode: Mode) -> None:
    """Follow the system, or stay light or dark."""
    settings.setValue(MODE, mode.value)
    theme().set_mode(mode)


def next_mode(settings: QSettings) -> None:
    """Light, dark, like the system, and again."""
    choose_mode(settings, _NEXT[theme().mode])


def choose_scale(settings: QSettings, percent: int) -> None:
    """Take a text size of ``SCALES``."""
    settings.setValue(SCALE, percent)
    theme().set_scale(percent)


def step_scale(settings: QSettings, by: int) -> None:
    """The next larger or smaller text size; nothing at the end."""
    at = SCALES.index(theme().scale) + by
    if 0 <= at < len(SCALES):
        choose_scale(settings, SCALES[at])


def choose_motion(settings: QSettings, *, reduced: bool) -> None:
    """Move nothing on screen that need not move."""
    settings.setValue(MOTION, reduced)
    theme().reduce_motion = reduced


def is_on(settings: QSettings, key: str) -> bool:
    """A setting that is on or off; an INI file keeps it as a word."""
    return str(settings.value(key, "false")).lower() in ("true", "1")
