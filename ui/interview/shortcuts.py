"""Keys of a part of the page, valid while the focus is in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def bind(where: QWidget, act: Callable[[], object], *keys: str) -> None:
    """Do ``act`` on each of ``keys`` in ``where``, once however long a key is held."""
    for key in keys:
        shortcut = QShortcut(QKeySequence(key), where)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
