"""Loads the report's own TrueType files, so that screen and paper share one type."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase

import report_templates

FOLDER = Path(report_templates.__file__).with_name("brands") / "fonts"


def font_files() -> list[Path]:
    """The InterTab files that ship with the report, in name order."""
    return sorted(FOLDER.glob("InterTab-*.ttf"))


def load_fonts() -> tuple[str, ...]:
    """Register the bundled font files with Qt; returns the families that are now known."""
    families: list[str] = []
    for path in font_files():
        number = QFontDatabase.addApplicationFont(str(path))
        families.extend(QFontDatabase.applicationFontFamilies(number))
    return tuple(dict.fromkeys(families))
