"""The focus: its ring, 2 px of accent outside the widget, and where it goes when that vanishes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QWidget

from ui.theme import theme
from ui.widgets.marks import box

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

OUTSIDE = 4
"""Distance of the ring's outer edge from the widget."""
_FOLLOWED = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.EnabledChange,
)
_BY_KEY = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
"""A key that is a shortcut comes as the first alone."""


class FocusRing(QWidget):
    """Lies over the whole window's content and follows the focus, for whoever uses the keys.

    A click puts the ring away until the next key: buttons are pressed without taking the focus.
    A widget that shows the focus itself has the property ``ownFocus``; lists and editors do so
    without it, unless they have the property ``ring``.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._target: QWidget | None = None
        self._native: QWindow | None = None
        """The system's window: what comes to it tells keys from mouse, wherever it goes then."""
        self._clicked = False
        """The mouse was used since the last key."""
        self._watched: list[QWidget] = []
        self._ring = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._moved)

    def target(self) -> QWidget | None:
        """The widget that is ringed."""
        return None if self._clicked else self._target

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        native = self._window.windowHandle()
        if native is not None and native is not self._native:
            self._native = native
            native.installEventFilter(self)
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        self._follow(now if now is not None and not by_mouse and self._ringed(now) else None)

    def _ringed(self, widget: QWidget) -> bool:
        if widget.window() is not self._window or widget.property("ownFocus"):
            return False
        if widget.inherits("QAbstractItemView"):
            return False
        return not isinstance(widget, QAbstractScrollArea) or bool(widget.property("ring"))

    def _follow(self, target: QWidget | None) -> None:
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        self._target = target
        at = target
        while at is not None and at is not self._window:
            at.installEventFilter(self)
            self._watched.append(at)
            at = at.parentWidget()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The widget, or something it lies in, moved; or a key or the mouse is used."""
        kind = event.type()
        if watched is self._native:
            clicked = kind is QEvent.Type.MouseButtonPress
            if clicked != self._clicked and (clicked or kind in _BY_KEY):
                self._clicked = clicked
                self._place()
        elif kind in _FOLLOWED:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        target = self.target()
        if target is None or not shiboken6.isValid(target) or not target.isVisible():
            self.hide()
            return
        ring = _in_window(target, self._window).adjusted(-OUTSIDE, -OUTSIDE, OUTSIDE, OUTSIDE)
        seen = ring.intersected(self._window.rect())
        for widget in self._watched[1:]:
            parent = widget.parentWidget()
            if isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget:
                seen = seen.intersected(_in_window(widget, self._window))
        self.setGeometry(seen)
        self._ring = ring.translated(-seen.topLeft())
        self.raise_()
        self.setVisible(not seen.isEmpty())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        with QPainter(self) as painter:
            box(painter, self._ring, 6, None, theme().tokens.accent, width=2)


def _in_window(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


@contextmanager
def focus_kept(area: QWidget, *heirs: Callable[[], QWidget | None]) -> Iterator[None]:
    """Show ``area`` anew; what has the focus in it and vanishes hands it on.

    It goes to the widget of the same name that stands there now, else to the first of ``heirs``
    that takes keys.
    """
    had = QApplication.focusWidget()
    if had is None or not (had is area or area.isAncestorOf(had)):
        yield
        return
    name = had.objectName()
    yield
    if takes_keys(had):
        return
    same = area.findChildren(QWidget, name) if name else []
    for one in (*same, *(heir() for heir in heirs)):
        if one is not None and takes_keys(one):
            one.setFocus(Qt.FocusReason.OtherFocusReason)
            return


def tab_through(before: QWidget, widgets: Iterable[QWidget]) -> None:
    """Tab goes through what was made last where ``before`` stands, which takes no keys itself.

    The chain is never read: PySide holds what ``previousInFocusChain`` returns to be a child of
    what was asked, parents too, and the collector would delete such a ring of widgets on screen.
    """
    policy = before.focusPolicy()
    before.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # what takes no keys is not put in order
    last = before
    for widget in widgets:
        QWidget.setTabOrder(last, widget)
        last = widget
    before.setFocusPolicy(policy)


def vanished(widget: QWidget) -> bool:
    """Whether a widget is gone, hidden or closed."""
    return not (shiboken6.isValid(widget) and widget.isVisible() and widget.isEnabled())


def typed_over(page: QWidget) -> bool:
    """True while somebody types in a line that lies over ``page``, such as that of Ctrl+K."""
    now = QApplication.focusWidget()
    return isinstance(now, QLineEdit) and now.isVisible() and not page.isAncestorOf(now)


def takes_keys(widget: QWidget) -> bool:
    """Whether the focus can go to it."""
    return not vanished(widget) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
