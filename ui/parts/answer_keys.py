"""Which answer a key means: the digits 1 to 5, also by their place on the keyboard."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from engagements.framework.model import AnswerValue

ORDER = (
    AnswerValue.YES,
    AnswerValue.PARTLY,
    AnswerValue.NO,
    AnswerValue.NA,
    AnswerValue.UNKNOWN,
)
"""Answers as keys 1 to 5 give them."""

_CODES = {"xcb": (10, 11, 12, 13, 14), "wayland": (10, 11, 12, 13, 14), "windows": (2, 3, 4, 5, 6)}
"""Scan codes of the five keys right of the one above Tab, by Qt platform."""
_MAC_KEYS = (18, 19, 20, 21, 23)


def answer_of(event: QKeyEvent, *, ctrl: bool = False) -> AnswerValue | None:
    """The answer a key press means, None for any other key; ``ctrl`` asks for it with Ctrl held."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    wanted = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    if held != wanted or event.isAutoRepeat():
        return None
    digit = event.key() - Qt.Key.Key_1
    if 0 <= digit < len(ORDER):
        return ORDER[digit]
    place = _place(event)
    return None if place is None else ORDER[place]


def _place(event: QKeyEvent) -> int | None:
    """Which of the five keys it is on the keyboard, whatever the layout writes on it."""
    if event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
        return None
    if sys.platform == "darwin":
        codes, code = _MAC_KEYS, event.nativeVirtualKey()
    else:
        codes = _CODES.get(QGuiApplication.platformName(), ())
        code = event.nativeScanCode()
    return codes.index(code) if code in codes else None
