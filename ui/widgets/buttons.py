"""Buttons: plain, primary and quiet ones with icon and key, icon buttons, segments, tick boxes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from ui.theme import Role, theme
from ui.theme.icons import draw
from ui.widgets.marks import box, keycap, keycap_width

Kind = Literal["plain", "primary", "quiet"]
Size = Literal["small", "normal", "large"]
_HEIGHTS: dict[Size, int] = {"small": 26, "normal": 32, "large": 40}
_PADDING: dict[Size, int] = {"small": 9, "normal": 12, "large": 16}
_ROLES: dict[Size, Role] = {"small": "small", "normal": "body", "large": "editor"}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def clicks_on_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button that has the focus with Enter as with Space; True when it did.

    Enter with Ctrl, Shift or Alt means something else and is left alone.
    """
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() in _ENTER and not held and not event.isAutoRepeat():
        button.click()
        return True
    return False


class Button(QPushButton):
    """A painted push button; ``key`` is shown as a keycap, the shell binds it."""

    def __init__(
        self,
        text: str,
        *,
        kind: Kind = "plain",
        size: Size = "normal",
        icon: str = "",
        key: str = "",
        name: str = "",
    ) -> None:
        super().__init__(text)
        self._kind: Kind = kind
        self._size: Size = size
        self._icon, self._key = icon, key
        self._own_key = key
        self._yields = False
        theme().typed(self, _ROLES[size], 600 if kind == "primary" else 500)
        self.setAccessibleName(text)
        if name:
            self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_face(self, text: str, icon: str | None = None) -> None:
        """Change text and icon."""
        self.setText(text)
        self.setAccessibleName(text)
        if icon is not None:
            self._icon = icon
        self.updateGeometry()
        self.update()

    def show_key(self, *, shown: bool) -> None:
        """Show the keycap; where there is no room for it the tooltip says the key."""
        self._key = self._own_key if shown else ""
        self.setToolTip("" if shown else f"{self.text()} ({self._own_key})")
        self.updateGeometry()
        self.update()

    def yields(self) -> None:
        """Let keycap and icon go where there is room for the words alone."""
        self._yields = True
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def _parts(self) -> tuple[str, str]:
        """Icon and key as far as they have room."""
        wide = self.width()
        if not self._yields or wide >= self._wide(self._icon, self._key):
            return self._icon, self._key
        return (self._icon if wide >= self._wide(self._icon, "") else ""), ""

    def set_kind(self, kind: Kind) -> None:
        """Make it plain, primary or quiet."""
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        """Padding, icon, text and keycap."""
        return QSize(self._wide(self._icon, self._key), theme().scaled(_HEIGHTS[self._size]))

    def _wide(self, icon: str, key: str) -> int:
        """Pixels that the words take with icon and key."""
        width = QFontMetrics(self.font()).horizontalAdvance(self.text())
        width += 2 * _PADDING[self._size] + 2
        return width + (23 if icon else 0) + (keycap_width(key) + 11 if key else 0)

    def minimumSizeHint(self) -> QSize:
        """The same, or its words: a button is never cut."""
        hint = self.sizeHint()
        return QSize(self._wide("", ""), hint.height()) if self._yields else hint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses like Space."""
        if not clicks_on_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw face, icon, text and keycap, centred together."""
        with QPainter(self) as painter:
            ink = self._face(painter)
            icon, key = self._parts()
            x = (self.width() - self._wide(icon, key)) // 2 + _PADDING[self._size] + 1
            middle = self.height() // 2
            if icon:
                draw(painter, icon, ink, QRect(x, middle - 8, 16, 16))
                x += 23
            painter.setFont(self.font())
            painter.setPen(theme().colour(ink))
            width = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 2
            painter.drawText(
                QRect(x, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
            )
            if key:
                cap = QRect(x + width + 9, middle - 9, keycap_width(key), 18)
                keycap(painter, cap, key, ink=ink if self._kind == "primary" else None)

    def _face(self, painter: QPainter) -> str:
        """Fill and edge; returns the token of the text."""
        tokens = theme().tokens
        hovered, pressed = self.underMouse() and self.isEnabled(), self.isDown()
        if not self.isEnabled():
            if self._kind != "quiet":
                box(painter, self.rect(), 4, tokens.surface_2, tokens.border)
            return "ink_3"
        if self._kind == "primary":
            box(painter, self.rect(), 4, tokens.accent_hover if hovered else tokens.accent)
            return "on_accent"
        fill = tokens.surface_3 if pressed else tokens.surface_2 if hovered else None
        if self._kind == "quiet":
            box(painter, self.rect(), 4, fill)
            return "accent"
        box(painter, self.rect(), 4, fill or tokens.surface, tokens.border_strong)
        return "ink"


class IconButton(QAbstractButton):
    """A square button that shows an icon only; ``words`` is its name and tooltip."""

    def __init__(self, icon: str, words: str, *, side: int = 28, tone: str = "ink_2") -> None:
        super().__init__()
        self._icon, self._side, self._tone = icon, side, tone
        self.set_words(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """What it does."""
        self.setAccessibleName(words)
        self.setToolTip(words)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._side, self._side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses like Space."""
        if not clicks_on_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon, on a tint while under the mouse."""
        with QPainter(self) as painter:
            if self.underMouse() and self.isEnabled():
                box(painter, self.rect(), 4, theme().tokens.surface_3)
            area = QRect(0, 0, 16, 16)
            area.moveCenter(self.rect().center())
            draw(painter, self._icon, self._tone if self.isEnabled() else "ink_3", area)


class _Segment(QAbstractButton):
    """One choice of a segmented control."""

    def __init__(self, text: str, icon: str, *, small: bool) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setText(text)
        self.count: int | None = None
        self.key = ""
        self.first = self.last = False
        self._icon, self._small = icon, small
        theme().typed(self, "small" if small else "body")
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _fonts(self) -> QFontMetrics:
        return QFontMetrics(theme().font("small" if self._small else "body", 600))

    def sizeHint(self) -> QSize:
        width = self._fonts().horizontalAdvance(self.text()) + (18 if self._small else 25)
        if self.count is not None:
            width += self._fonts().horizontalAdvance(str(self.count)) + 6
        width += keycap_width(self.key) + 9 if self.key else 0
        return QSize(width + (22 if self._icon else 0), theme().scaled(26 if self._small else 32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            tokens = theme().tokens
            on = self.isChecked()
            if on or (self.underMouse() and self.isEnabled()):
                fill = tokens.accent_weak if on else tokens.surface_2
                painter.fillRect(self.rect().adjusted(0, 1, 0, -1), QColor(fill))
            if not self.last:
                painter.fillRect(self.width() - 1, 1, 1, self.height() - 2, QColor(tokens.border))
            ink = tokens.selected_text if on else tokens.ink_2
            size = "small" if self._small else "body"
            x = 9 if self._small else 12
            if self._icon:
                role = ("accent" if tokens.dark else "accent_hover") if on else "ink_2"
                draw(painter, self._icon, role, QRect(x, self.height() // 2 - 8, 16, 16))
                x += 22
            painter.setPen(QColor(ink if self.isEnabled() else tokens.ink_3))
            painter.setFont(theme().font(size, 600 if on else 400))
            area = QRect(x, 0, self.width() - x, self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())
            if self.count is not None:
                x += QFontMetrics(painter.font()).horizontalAdvance(self.text()) + 6
                painter.setFont(theme().font(size, 400))
                area = QRect(x, 0, self.width() - x, self.height())
                painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, str(self.count))
            if self.key:
                cap = keycap_width(self.key)
                keycap(
                    painter,
                    QRect(self.width() - cap - 9, self.height() // 2 - 9, cap, 18),
                    self.key,
                )


class Segmented(QWidget):
    """Exclusive choices side by side; arrow keys move between them."""

    chosen = Signal(str)

    def __init__(
        self,
        choices: Sequence[tuple[str, str]] | Sequence[tuple[str, str, str]],
        words: str,
        *,
        name: str,
        small: bool = False,
    ) -> None:
        """``choices`` are (key, words) or (key, words, icon); ``words`` is the accessible name.

        A choice is called by ``name``, which is in no language, and its key.
        """
        super().__init__()
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 0, 1, 0)
        row.setSpacing(0)
        for key, label, *icon in choices:
            button = _Segment(label, icon[0] if icon else "", small=small)
            button.setObjectName(f"{name}-{key or 'all'}")
            button.last = len(self._buttons) == len(choices) - 1
            self._buttons[key] = button
            self._group.addButton(button)
            row.addWidget(button)
            button.clicked.connect(lambda _on, key=key: self.chosen.emit(key))
            button.toggled.connect(partial(self._stop_at, button))
        next(iter(self._buttons.values())).setChecked(True)

    def choose(self, key: str) -> None:
        """Show ``key`` as chosen; says nothing."""
        self._buttons[key].setChecked(True)

    def _stop_at(self, chosen: QAbstractButton, on: bool) -> None:
        """Let Tab stop at the choice alone, as Qt does once one of them had the focus."""
        buttons = self._buttons.values()
        tabbed = any(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in buttons)
        for button in buttons if on and tabbed else ():
            here = button is chosen
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if here else Qt.FocusPolicy.NoFocus)

    def current(self) -> str:
        """The key of the choice."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def set_count(self, key: str, count: int | None) -> None:
        """A number beside the words of one choice."""
        button = self._buttons[key]
        if button.count != count:
            button.count = count
            button.setAccessibleName(
                button.text() if count is None else f"{button.text()}, {count}"
            )
            button.updateGeometry()
            button.update()  # a number as wide as the one before moves nothing

    def set_key(self, key: str, keycap_words: str) -> None:
        """Show a keyboard key beside the words of one choice."""
        self._buttons[key].key = keycap_words
        self._buttons[key].updateGeometry()
        self._buttons[key].update()

    def show_choice(self, key: str, *, shown: bool) -> None:
        """Show or hide one choice."""
        self._buttons[key].setVisible(shown)

    def buttons(self) -> dict[str, QAbstractButton]:
        """The buttons by key."""
        return dict(self._buttons)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the common face."""
        tokens = theme().tokens
        with QPainter(self) as painter:
            box(painter, self.rect(), 4, tokens.surface, tokens.border_strong)
