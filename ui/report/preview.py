"""The pages of the report as pictures: one large, all of them small beside it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from engagements.language import tr
from ui.parts.pdf_pages import Picture, image_of
from ui.theme import theme
from ui.widgets.marks import box

Fit = Literal["page", "width", "full"]
MARGIN = 20
A4 = 297 / 210
FULL_WIDTH = 794
"""An A4 page at 96 dots an inch."""
THUMB = QSize(52, 74)
THUMB_PITCH = 102
THUMBS_WIDTH = 92
CALM_MS = 120


class _Sheet(QWidget):
    """One page as it was last drawn, scaled to the place it has now."""

    def __init__(self) -> None:
        super().__init__()
        self.image: QImage | None = None
        self.place = QRect()
        self.focused = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            tokens = theme().tokens
            painter.fillRect(self.rect(), QColor(tokens.surface_3))
            if self.image is None:
                painter.fillRect(self.place, QColor("#FFFFFF"))
                return
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.place, self.image)
            reach = 3 if self.focused else 1
            edge = tokens.accent if self.focused else tokens.border_strong
            around = self.place.adjusted(-reach, -reach, reach, reach)
            box(painter, around, 0, None, edge, width=2 if self.focused else 1)


class PageView(QScrollArea):
    """One page, fitted to the pane, to its width, or in its own size."""

    wanted = Signal(int, int)
    """A page and the width in device pixels it should be drawn at."""
    turned = Signal(int)
    """The page to turn to: -1 or 1 relative."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page-view")
        self.setAccessibleName(tr("Page of the report"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheet = _Sheet()
        self._fit: Fit = "page"
        self._page, self._ratio = 0, A4
        self.setWidget(self._sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._ask)

    def set_fit(self, fit: Fit) -> None:
        """Fit to the page, to the width, or show the page in its own size."""
        self._fit = fit
        self._lay_out()
        self._ask()

    def show_page(self, page: int) -> None:
        """Ask for another page; the old one stays until it is there."""
        if page != self._page:
            self.verticalScrollBar().setValue(0)
        self._page = page
        self.setAccessibleDescription(tr("Page {page}", page=page + 1))
        self._ask()

    def show_picture(self, picture: Picture) -> None:
        """Put a page on the desk."""
        self._sheet.image = image_of(picture)
        self._ratio = picture.height / max(picture.width, 1)
        self._lay_out()
        self._sheet.update()

    def clear(self) -> None:
        """Take the page away."""
        self._sheet.image = None
        self._page = 0
        self._sheet.update()

    def has_picture(self) -> bool:
        """True once a page is shown."""
        return self._sheet.image is not None

    def _page_width(self) -> int:
        room = self.viewport().size() - QSize(2 * MARGIN, 2 * MARGIN)
        if self._fit == "width":
            return max(120, room.width())
        if self._fit == "full":
            return FULL_WIDTH
        return max(120, min(room.width(), int(room.height() / self._ratio)))

    def _lay_out(self) -> None:
        width = self._page_width()
        height = round(width * self._ratio)
        room = self.viewport().size()
        size = QSize(max(room.width(), width + 2 * MARGIN), max(room.height(), height + 2 * MARGIN))
        self._sheet.resize(size)
        x, y = (size.width() - width) // 2, (size.height() - height) // 2
        self._sheet.place = QRect(x, y, width, height)
        self._sheet.update()

    def _ask(self) -> None:
        self.wanted.emit(self._page, round(self._page_width() * self.devicePixelRatioF()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again; draw sharply once the size rests."""
        super().resizeEvent(event)
        self._lay_out()
        self._calm.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page's edge shows the focus."""
        super().focusInEvent(event)
        self._show_focus(on=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The page's edge no longer shows the focus."""
        super().focusOutEvent(event)
        self._show_focus(on=False)

    def _show_focus(self, *, on: bool) -> None:
        self._sheet.focused = on
        self._sheet.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right turn pages, up and down scroll."""
        turn = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if turn is not None:
            self.turned.emit(turn)
            return
        super().keyPressEvent(event)


class _Thumbs(QWidget):
    """All pages small, under each other; painted."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.images: dict[int, QImage] = {}
        self.count = self.current = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setObjectName("thumbnails")
        self.setAccessibleName(tr("Pages"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(THUMBS_WIDTH, self.count * THUMB_PITCH + 20)

    def place(self, page: int) -> QRect:
        """Where a page's picture is."""
        x = (THUMBS_WIDTH - THUMB.width()) // 2
        return QRect(x, 20 + page * THUMB_PITCH, THUMB.width(), THUMB.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        page = (int(event.position().y()) - 14) // THUMB_PITCH
        if 0 <= page < self.count:
            self.chosen.emit(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and 0 <= self.current + step < self.count:
            self.chosen.emit(self.current + step)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            tokens = theme().tokens
            painter.fillRect(event.rect(), QColor(tokens.surface_3))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            for page in range(self.count):
                place = self.place(page)
                if not place.adjusted(-4, -4, 4, 24).intersects(event.rect()):
                    continue
                self._paint_page(painter, page, place)

    def _paint_page(self, painter: QPainter, page: int, place: QRect) -> None:
        tokens = theme().tokens
        image = self.images.get(page)
        if image is None:
            painter.fillRect(place, QColor("#FFFFFF"))
        else:
            painter.drawImage(place, image)
        on = page == self.current
        edge = tokens.accent if on else tokens.border_strong
        reach = 3 if on else 1
        box(
            painter,
            place.adjusted(-reach, -reach, reach, reach),
            0,
            None,
            edge,
            width=reach - 1 or 1,
        )
        painter.setFont(theme().font("small", 600 if on else 400))
        painter.setPen(QColor(tokens.accent if on else tokens.ink_2))
        words = QRect(0, place.bottom() + 3, THUMBS_WIDTH, 18)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, str(page + 1))


class ThumbStrip(QScrollArea):
    """The small pages in a column; the present one stays in view."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._thumbs = _Thumbs()
        self._thumbs.chosen.connect(self.chosen)
        self.setWidget(self._thumbs)
        self.setFixedWidth(THUMBS_WIDTH)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_count(self, count: int) -> None:
        """Make room for so many pages; pictures of before stay until new ones come."""
        self._thumbs.count = count
        self._thumbs.images = {n: i for n, i in self._thumbs.images.items() if n < count}
        self._thumbs.resize(self._thumbs.sizeHint())
        self._thumbs.update()

    def show_picture(self, picture: Picture) -> None:
        """Put a small page in its place."""
        self._thumbs.images[picture.page] = image_of(picture)
        self._thumbs.update(self._thumbs.place(picture.page))

    def show_page(self, page: int) -> None:
        """Mark the present page."""
        self._thumbs.current = page
        self._thumbs.update()
        place = self._thumbs.place(page)
        self.ensureVisible(place.center().x(), place.center().y(), 0, THUMB_PITCH)

    def clear(self) -> None:
        """Take all pages away."""
        self._thumbs.images.clear()
        self.show_count(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The desk."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), QColor(theme().tokens.surface_3))
