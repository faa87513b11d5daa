"""An attachment large over the page: zoomed by + and -, turned by page up and down."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from engagements.language import tr
from engagements.problem import Problem
from engagements.records.client import Blob
from ui import jobs, locale
from ui.evidence.looking import Seen, look, zoomed
from ui.page import Page
from ui.parts.sheet import Sheet
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, TextBlock

ZOOMS = (1.0, 1.25, 1.5, 2.0, 3.0, 4.0, 6.0)
"""Times the size at which the whole fits."""
CALM_MS = 60
"""Rest after a change of size before it is drawn anew."""
_NEAR = 4
_STEPS = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Equal: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_0: -len(ZOOMS),
}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class _Leaf(QWidget):
    """A picture on white, stretched to the widget."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()

    def show_image(self, image: QImage, size: QSize) -> None:
        self._image = image
        self.setFixedSize(size)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.fillRect(self.rect(), QColor("#FFFFFF"))
            painter.drawImage(self.rect(), self._image, QRect(self._image.rect()))


class _Desk(QScrollArea):
    """Holds the leaf; its arrows scroll, page up and down are the sheet's."""

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("enlarged-view")
        self.setProperty("desk", "true")
        self.setProperty("ring", True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setCornerWidget(QWidget())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.leaf = _Leaf()
        self.setWidget(self.leaf)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PAGES:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class Enlarged(Sheet):
    """Takes the whole page until Esc; what it shows is decoded off the window's thread."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, "", "", name="enlarged")
        self._blob: Blob | None = None
        self._data = b""
        self._at, self._zoom, self._asked = 0, 0, 0
        self._fit = QSize()
        self.seen: Seen | None = None
        """What is shown; None while it is being made."""
        self.desk = _Desk()
        self.text = QPlainTextEdit()
        self.text.setObjectName("enlarged-text")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        theme().typed(self.text, "body")
        self.words = TextBlock("", tone="ink_2")
        self._stack = QStackedWidget()
        self._which = Label("", "small", tone="ink_2")
        self._before = self._button(tr("Page before"), "PgUp", "enlarged-before")
        self._after = self._button(tr("Page after"), "PgDown", "enlarged-after")
        self._smaller = self._button(tr("Smaller"), "-", "enlarged-smaller")
        self._larger = self._button(tr("Larger"), "+", "enlarged-larger")
        self._whole = self._button(tr("Whole"), "0", "enlarged-whole")
        self.percent = Label("", "small", tone="ink_2")
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._look)
        self._build()
        self.fill()

    @staticmethod
    def _button(words: str, key: str, name: str) -> Button:
        return Button(words, size="small", key=key, name=name)

    def _build(self) -> None:
        self.accept.hide()
        self.cancel.set_face(tr("Close"))
        self.cancel.setObjectName("enlarged-close")
        for part in (self.desk, self.text, self.words):
            self._stack.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self._smaller, self._larger, self._whole, self.percent):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self._before, self._which, self._after, self.cancel):
            row.addWidget(part)
        self.body.addLayout(row)
        self.body.addWidget(self._stack, 1)
        self._smaller.clicked.connect(lambda: self.zoom(-1))
        self._larger.clicked.connect(lambda: self.zoom(1))
        self._whole.clicked.connect(lambda: self.zoom(-len(ZOOMS)))
        self._before.clicked.connect(lambda: self.turn(-1))
        self._after.clicked.connect(lambda: self.turn(1))
        self.desk.resized.connect(self._refit)
        self.dismissed.connect(self._forget)

    def show_file(self, blob: Blob, data: bytes, page: int) -> None:
        """Show an attachment from one of its pages on, the whole of it at first."""
        self._blob, self._data = blob, data
        self._at, self._zoom, self.seen = page, 0, None
        self.title.setText(blob.name)
        name = tr("Preview of {name}", name=blob.name)
        self.text.setAccessibleName(name)
        self.desk.setAccessibleName(name)
        self.text.clear()
        self._stack.setCurrentWidget(self.desk)
        self._show_state()
        self.show_over(self.desk)
        self._calm.start()

    def zoom(self, by: int) -> None:
        """Larger or smaller by steps; the whole is the smallest."""
        at = max(0, min(self._zoom + by, len(ZOOMS) - 1))
        if at != self._zoom and self.seen is not None:
            self._zoom = at
            self._show_state()
            self._look()

    def turn(self, by: int) -> None:
        """Another page of a PDF."""
        if self.seen is not None and 0 <= self._at + by < self.seen.pages:
            self._at += by
            self.desk.verticalScrollBar().setValue(0)
            self._look()

    def _refit(self) -> None:
        if self.isVisible():
            self._calm.start()

    def _look(self) -> None:
        blob, data, page = self._blob, self._data, self._at
        if blob is None:
            return
        self._asked += 1
        room = zoomed(self._room() * self.devicePixelRatioF(), ZOOMS[self._zoom])
        jobs.run(
            lambda progress: look(progress, data, blob, room, page),
            owner=self,
            on_success=partial(self._put, self._asked),
            on_failure=partial(self._failed, self._asked),
        )

    def _room(self) -> QSize:
        """Where the whole has to fit, whether or not it is scrolled now."""
        return self.desk.maximumViewportSize()

    def _failed(self, number: int, _problem: Problem) -> None:
        self._put(number, Seen("damaged"))

    def _put(self, number: int, seen: Seen) -> None:
        """Show what was decoded, unless something newer was asked for."""
        if number != self._asked or self._blob is None:
            return
        self.seen = seen
        if seen.picture is not None:
            self._show_picture(seen.picture, whole=seen.kind == "page")
        elif seen.kind == "text":
            self._show_text(seen)
        else:
            self.words.set_text(tr("This file cannot be shown; it may be damaged."))
            self._stack.setCurrentWidget(self.words)
        self._at = seen.page
        self._show_state()

    def _show_picture(self, image: QImage, *, whole: bool) -> None:
        image.setDevicePixelRatio(1)
        if whole:
            self._fit = image.size().scaled(self._room(), Qt.AspectRatioMode.KeepAspectRatio)
        elif not self._zoom:
            self._fit = (image.size() / self.devicePixelRatioF()).boundedTo(self._room())
        size, own = self._fit * ZOOMS[self._zoom], image.size() / self.devicePixelRatioF()
        # Drawn pixel for pixel where it was decoded for this size: a pixel more would blur it.
        near = abs(size.width() - own.width()) + abs(size.height() - own.height()) <= _NEAR
        self.desk.leaf.show_image(image, own if near else size)
        self._stack.setCurrentWidget(self.desk)

    def _show_text(self, seen: Seen) -> None:
        more = tr("\n[Only the beginning is shown.]") if seen.cut else ""
        if self.text.toPlainText() != seen.text + more:
            self.text.setPlainText(seen.text + more)
        font = theme().font("body")
        font.setPixelSize(round(font.pixelSize() * ZOOMS[self._zoom]))
        self.text.setFont(font)
        focused = self.desk.hasFocus()
        self._stack.setCurrentWidget(self.text)
        if focused or not self.text.hasFocus():
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_state(self) -> None:
        """How large, which page, and what goes on from here."""
        seen, percent = self.seen, locale.percent(100 * ZOOMS[self._zoom])
        self.percent.setText(percent if self._zoom else tr("fits"))
        self._smaller.setEnabled(self._zoom > 0)
        self._whole.setEnabled(self._zoom > 0)
        self._larger.setEnabled(self._zoom < len(ZOOMS) - 1)
        many = seen is not None and seen.pages > 1
        for part in (self._before, self._which, self._after):
            part.setVisible(many)
        if seen is not None and self._blob is not None:
            self._before.setEnabled(seen.page > 0)
            self._after.setEnabled(seen.page + 1 < seen.pages)
            pages = tr("Page {n} of {of}", n=seen.page + 1, of=seen.pages)
            self._which.setText(pages)
            name = tr("Preview of {name}", name=self._blob.name)
            self.desk.setAccessibleName(f"{name}. {pages}" if many else name)

    def _forget(self) -> None:
        self._asked += 1
        self._blob, self._data, self.seen = None, b"", None
        self.desk.leaf.show_image(QImage(), QSize(1, 1))
        self.text.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom and pages; everything else as on every sheet."""
        key = Qt.Key(event.key())
        if key in _STEPS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_STEPS[key])
            event.accept()
        elif key in _PAGES:
            self.turn(_PAGES[key])
            event.accept()
        else:
            super().keyPressEvent(event)
