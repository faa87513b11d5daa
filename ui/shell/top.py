"""The top bar: where you are at the left, what you can do at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from engagements.language import tr
from ui.page import Page
from ui.theme import theme
from ui.widgets.labels import plain_tip
from ui.widgets.rows import set_aside

HEIGHT = 52


class _Way(QWidget):
    """The crumb: the way in grey, the page in bold; painted, so nothing in it is rich text."""

    asked = Signal()
    """The way was clicked: whose engagement it is, and what was agreed."""

    def __init__(self) -> None:
        super().__init__()
        self._before, self._last = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setObjectName("crumb")

    def show_crumb(self, words: Sequence[str]) -> None:
        """Show the way; the last word is the page."""
        *before, self._last = [" ".join(word.split()) for word in words] or [""]
        self._before = " / ".join(before)
        hand = Qt.CursorShape.PointingHandCursor
        self.setCursor(hand if self._before else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(", ".join([*before, self._last]))
        tip = tr("{way}: engagement details", way=self._before) if self._before else ""
        self.setToolTip(plain_tip(tip))
        self.updateGeometry()
        self.update()

    def _widths(self) -> tuple[int, int]:
        """Pixels of the way with its slash, and of the page."""
        plain, bold = QFontMetrics(theme().font("body")), QFontMetrics(theme().font("body", 600))
        before = (
            self._slash(plain) + plain.horizontalAdvance(self._before) + 2 if self._before else 0
        )
        return before, bold.horizontalAdvance(self._last) + 2

    @staticmethod
    def _slash(metrics: QFontMetrics) -> int:
        return metrics.horizontalAdvance("  /  ")

    def sizeHint(self) -> QSize:
        """All words on one line."""
        return QSize(sum(self._widths()), HEIGHT - 1)

    def minimumSizeHint(self) -> QSize:
        """The page in full, the way cut."""
        before, last = self._widths()
        return QSize(min(before, 120) + last, HEIGHT - 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The release is wanted here, too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the way asks for the details of its engagement."""
        if self._before and event.button() is Qt.MouseButton.LeftButton:
            self.asked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the way, elided when short of room, and the page."""
        with QPainter(self) as painter:
            before, last = self._widths()
            room = min(before, self.width() - last)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            if before:
                font = theme().font("body")
                fitting = QFontMetrics(font).elidedText(
                    self._before,
                    Qt.TextElideMode.ElideRight,
                    room - self._slash(QFontMetrics(font)),
                )
                painter.setFont(font)
                painter.setPen(theme().colour("ink_2"))
                painter.drawText(QRect(0, 0, room, self.height()), flags, f"{fitting}  /  ")
            painter.setFont(theme().font("body", 600))
            painter.setPen(theme().colour("ink"))
            painter.drawText(QRect(room, 0, last, self.height()), flags, self._last)


class _Side(QWidget):
    """A row of one page's widgets."""

    def __init__(self, widgets: Sequence[QWidget]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for widget in widgets:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


class TopBar(QFrame):
    """Shows the crumb and the widgets of the page on screen."""

    asked = Signal()
    """The details of the engagement are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("top", "true")
        self.setFixedHeight(HEIGHT)
        self._way = _Way()
        self._way.asked.connect(self.asked)
        self._chips = QStackedWidget()
        self._tools = QStackedWidget()
        self._rows: dict[Page, tuple[QWidget, QWidget]] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(12)
        row.addWidget(self._way)
        row.addWidget(self._chips, 1)
        row.addWidget(self._tools)
        theme().changed.connect(self._fit)

    def add(self, page: Page) -> None:
        """Take a page's widgets over."""
        chips, tools = _Side([*page.chips()]), _Side(page.top_bar())
        layout = chips.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.addStretch(1)
        self._rows[page] = (chips, tools)
        self._chips.addWidget(chips)
        self._tools.addWidget(tools)

    def park(self, page: Page) -> None:
        """Take a page's widgets out of the window until they are brought back."""
        for stack, side in zip((self._chips, self._tools), self._rows[page], strict=True):
            stack.removeWidget(side)
            set_aside(side, self)

    def bring_back(self, page: Page) -> None:
        """Put a parked page's widgets back."""
        for stack, side in zip((self._chips, self._tools), self._rows[page], strict=True):
            stack.addWidget(side)

    def show_page(self, page: Page) -> None:
        """Show the crumb and widgets of ``page``."""
        self._way.show_crumb(page.crumb())
        chips, tools = self._rows[page]
        self._chips.setCurrentWidget(chips)
        self._tools.setCurrentWidget(tools)
        self._fit()

    def _fit(self) -> None:
        """What can be done is never cut; the way and the chips give room."""
        tools = self._tools.currentWidget()
        if tools is not None:
            self._tools.setFixedWidth(tools.sizeHint().width())
