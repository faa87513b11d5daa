"""The preview of an attachment: picture, text or PDF page, else its name and why there is none."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from engagements.language import mark, tr
from engagements.problem import Problem
from engagements.records.client import Blob
from ui import jobs
from ui.evidence.looking import Seen, look, viewable
from ui.session import Session
from ui.theme import theme
from ui.theme.icons import draw
from ui.widgets import marks
from ui.widgets.buttons import IconButton
from ui.widgets.labels import Label

HIGH, LOW = 232, 168
"""Height of the preview in a high and in a low window."""
CALM_MS = 120
NONE = mark("There is no preview for this kind of file. Save a copy to open it.")
WORDS = {
    "other": NONE,
    "large": mark("This file is too large for a preview. Save a copy to open it."),
    "damaged": mark("This file cannot be shown; it may be damaged. What was kept is unchanged."),
    "waiting": mark("Reading the file"),
    "empty": mark("No file is attached."),
}
OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
SHOWN = ("picture", "page", "text")
"""What can be seen large."""
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class _Canvas(QWidget):
    """A picture on its desk, or an icon over a sentence."""

    pressed = Signal()
    """It is to be seen large."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("evidence-preview")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._image: QImage | None = None
        self._words = ""
        self._icon = "document"

    def show_image(self, image: QImage, words: str) -> None:
        self._image, self._words = image, ""
        self.setAccessibleName(words)
        self.update()

    def show_words(self, words: str, icon: str) -> None:
        self._image, self._words, self._icon = None, words, icon
        self.setAccessibleName(words)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OPENING and not event.modifiers():
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            tokens = theme().tokens
            edge = tokens.accent if self.hasFocus() else tokens.border
            marks.box(painter, self.rect(), 4, tokens.surface_3, edge, width=1 + self.hasFocus())
            if self._image is not None:
                room = self.rect().adjusted(6, 6, -6, -6)
                size = self._image.size() / self.devicePixelRatioF()
                if size.width() > room.width() or size.height() > room.height():
                    size = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
                place = QRect(0, 0, size.width(), size.height())
                place.moveCenter(room.center())
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.fillRect(place, QColor("#FFFFFF"))
                painter.drawImage(place, self._image)
                return
            area = QRect(0, 0, 24, 24)
            area.moveCenter(self.rect().center() - QPoint(0, 20))
            tone = "attn" if self._icon == "warning" else "ink_2"
            draw(painter, self._icon, tone, area)
            painter.setFont(theme().font("small"))
            painter.setPen(theme().colour("ink_2"))
            words = QRect(
                24, area.bottom() + 8, self.width() - 48, self.height() - area.bottom() - 12
            )
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(words, flags | Qt.TextFlag.TextWordWrap, self._words)


class Preview(QWidget):
    """Shows one attachment at a time; what it needs is read and decoded elsewhere."""

    enlarged = Signal(object, object, int)
    """A Blob, its bytes and a page: to be seen large."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._blob: Blob | None = None
        self._data: bytes | None = None
        self._page = 0
        self.seen: Seen | None = None
        """What is shown; None while nothing is, or while it is being made."""
        self._canvas = _Canvas()
        self._text = QPlainTextEdit()
        self._text.setObjectName("evidence-preview-text")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(tr("Text of the file"))
        theme().typed(self._text, "small")
        self._back = IconButton("chevron-left", tr("Page before"), side=26)
        self._back.setObjectName("page-before")
        self._next = IconButton("chevron-right", tr("Page after"), side=26)
        self._next.setObjectName("page-after")
        self._which = Label("", "small", tone="ink_2")
        self._larger = IconButton("zoom-in", tr("See it large"), side=26)
        self._larger.setObjectName("enlarge-preview")
        self._bar = QWidget()
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._look)
        self._build()

    def _build(self) -> None:
        self._back.clicked.connect(lambda: self.turn(-1))
        self._next.clicked.connect(lambda: self.turn(1))
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._back)
        row.addWidget(self._which, 1, Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self._next)
        row.addStretch(0)
        row.addWidget(self._larger)
        self._canvas.pressed.connect(self.enlarge)
        self._larger.clicked.connect(self.enlarge)
        self._text.installEventFilter(self)
        self._bar.hide()
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._canvas)
        self._stack.addWidget(self._text)
        holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(holder, 1)
        column.addWidget(self._bar)
        self.setFixedHeight(HIGH)

    def show_blob(self, blob: Blob | None) -> None:
        """Show another attachment; the same one stays as it is."""
        if blob is not None and self._blob is not None and blob.sha256 == self._blob.sha256:
            return
        self._blob, self._data, self._page, self.seen = blob, None, 0, None
        self._bar.hide()
        if blob is None:
            self._say("empty", "link")
        elif not viewable(blob):
            large = blob.size > 1_000_000 and "image" in blob.media_type
            self._put(blob, Seen("large" if large else "other"))
        else:
            self._say("waiting", "clock")
            self._session.do(
                lambda case: case.read_blob(blob),
                owner=self,
                reads=True,
                on_done=partial(self._arrived, blob),
                on_failed=partial(self._failed, blob),
            )

    def turn(self, by: int) -> None:
        """Another page of a PDF."""
        if self.seen and 0 <= self.seen.page + by < self.seen.pages:
            self._page = self.seen.page + by
            self._look()

    def _arrived(self, blob: Blob, data: bytes) -> None:
        if blob is self._blob:
            self._data = data
            self._look()

    def _failed(self, blob: Blob, _problem: Problem) -> None:
        if blob is self._blob:
            self._put(blob, Seen("damaged"))

    def _look(self) -> None:
        blob, data = self._blob, self._data
        if blob is None or data is None:
            return
        ratio = self.devicePixelRatioF()
        room = QSize(max(80, self.width() - 12), max(80, self.height() - 12)) * ratio
        page = self._page
        jobs.run(
            lambda progress: look(progress, data, blob, room, page),
            owner=self,
            on_success=partial(self._put, blob),
            on_failure=partial(self._failed, blob),
        )

    def _put(self, blob: Blob, seen: Seen) -> None:
        if blob is not self._blob:
            return
        self.seen = seen
        shown = seen.kind in SHOWN
        self._bar.setVisible(shown)
        for part in (self._back, self._next):
            part.setVisible(seen.pages > 1)
        hand = Qt.CursorShape.PointingHandCursor if shown else Qt.CursorShape.ArrowCursor
        self._canvas.setCursor(hand)
        self._back.setEnabled(seen.page > 0)
        self._next.setEnabled(seen.page + 1 < seen.pages)
        pages = tr("Page {n} of {of}", n=seen.page + 1, of=seen.pages)
        self._which.setText(pages if seen.pages > 1 else "")
        if seen.picture is not None:
            seen.picture.setDevicePixelRatio(1)
            name = tr("Preview of {name}", name=blob.name)
            self._canvas.show_image(seen.picture, f"{name}. {pages}" if seen.pages else name)
            self._stack.setCurrentWidget(self._canvas)
        elif seen.kind == "text":
            more = tr("\n[Only the beginning is shown.]") if seen.cut else ""
            self._text.setPlainText(seen.text + more)
            self._stack.setCurrentWidget(self._text)
        else:
            self._say(seen.kind, "warning" if seen.kind == "damaged" else "document")

    def _say(self, key: str, icon: str) -> None:
        self._canvas.show_words(tr(WORDS[key]), icon)
        self._stack.setCurrentWidget(self._canvas)

    def words(self) -> str:
        """What is read aloud: the sentence in place of a preview, or what it is of."""
        return self._canvas.accessibleName()

    def enlarge(self) -> None:
        """Ask for what is shown to be seen large; nothing happens while there is nothing."""
        seen = self.seen
        if seen is not None and seen.kind in SHOWN and self._data is not None:
            self.enlarged.emit(self._blob, self._data, seen.page)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Space on the text enlarge it, as on a picture."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() in OPENING and not event.modifiers():  # type: ignore[attr-defined]
            self.enlarge()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page up and down turn the pages of a PDF."""
        by = _PAGES.get(Qt.Key(event.key()))
        if by and self.seen and self.seen.pages > 1:
            self.turn(by)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw again in the new size."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width() and self._data is not None:
            self._calm.start()
