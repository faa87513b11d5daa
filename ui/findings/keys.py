"""The keys of Findings, in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from engagements.language import mark, tr
from ui.page import Keys

HINTS = (
    Keys(("Arrows",), mark("move cell"), wide=True),
    Keys(("Enter",), mark("open")),
    Keys(("N",), mark("next to reconcile")),
)
TYPING = (Keys(("Ctrl+1", "to", "5"), mark("judge")), Keys(("Ctrl+Enter",), mark("settle, next")))
KEYS = (
    Keys(("Up", "Down", "Left", "Right"), mark("move; on a dimension's name open and close it")),
    Keys(("Enter",), mark("open the criterion; again: judge it")),
    Keys(("N",), mark("next to reconcile")),
    Keys(("Ctrl+1", "to", "5"), mark("met, partly met, not met, n/a, unknown")),
    Keys(("Ctrl+Enter",), mark("settle and go to the next")),
    Keys(("G",), mark("enter a hand-written interview")),
    Keys(("/",), mark("find a criterion")),
    Keys(("F",), mark("to the filters")),
    Keys(("Esc",), mark("close the criterion, take the filter away")),
)


def told(keys: Sequence[Keys]) -> tuple[Keys, ...]:
    """Keys in the reader's language."""
    return tuple(Keys(one.keys, tr(one.words), one.wide) for one in keys)


def bind(page: QWidget, key: str, act: Callable[[], object]) -> None:
    """Bind a key that works anywhere on the page, while text is being typed too."""
    shortcut = QShortcut(QKeySequence(key), page)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)
