"""Going from one pane of a page to the next, as F6 does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def step(panes: Sequence[QWidget], by: int) -> None:
    """Give the focus to the pane ``by`` places on from the one that has it; round at the end."""
    focus = QApplication.focusWidget()
    if not panes or _is_covered(focus):
        return
    at = next((n for n, pane in enumerate(panes) if focus and _within(focus, pane)), -by)
    _enter(panes[(at + by) % len(panes)])


def _is_covered(focus: QWidget | None) -> bool:
    """Whether a sheet lies over the panes: it keeps the focus until it goes."""
    from ui.parts.sheet import Sheet

    while focus is not None and not isinstance(focus, Sheet):
        focus = focus.parentWidget()
    return focus is not None


def _within(widget: QWidget, pane: QWidget) -> bool:
    return widget is pane or pane.isAncestorOf(widget)


def _enter(pane: QWidget) -> None:
    """Give a pane the focus: itself, or the first widget in it that takes it by Tab."""
    from ui.parts.locking import LockedSide  # brings the records, which the first paint is without

    reason = Qt.FocusReason.TabFocusReason
    if isinstance(pane, LockedSide) and not pane.is_empty():
        pane.first()  # not the button that takes the record out
        return
    if pane.focusPolicy() & Qt.FocusPolicy.TabFocus:
        pane.setFocus(reason)
        return
    for child in pane.findChildren(QWidget):
        if (
            child.focusPolicy() & Qt.FocusPolicy.TabFocus
            and child.isVisible()
            and child.isEnabled()
        ):
            child.setFocus(reason)
            return
