"""Home before there is anything: what Plumbline does in one picture, and three ways to begin."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engagements.language import mark, tr
from ui.theme import theme
from ui.widgets import marks
from ui.widgets.buttons import Button
from ui.widgets.chips import IconMark
from ui.widgets.labels import Label, TextBlock

LEVEL_NAMES = (
    mark("Ad hoc"),
    mark("Scripted"),
    mark("Reproducible"),
    mark("Automated"),
    mark("Self-service platform"),
)
CARD = QSize(336, 226)
GAP = 16
ART = QSize(470, 250)


class Art(QWidget):
    """A plumb line in front of the five levels."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(ART)
        self.setAccessibleName(tr("Five levels and a plumb line"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw rungs, chips, names, line and bob."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            tokens = theme().tokens
            for level, name in enumerate(LEVEL_NAMES):
                y = 226 - level * 44
                painter.setPen(QPen(QColor(tokens.border), 1))
                painter.drawLine(QPointF(70, y + 0.5), QPointF(287, y + 0.5))
                marks.level_chip(painter, QRect(47, y - 11, 22, 22), level)
                painter.setFont(theme().font("body"))
                painter.setPen(QColor(tokens.ink_2))
                painter.drawText(
                    QRect(297, y - 11, 170, 22), Qt.AlignmentFlag.AlignVCenter, tr(name)
                )
            self._line(painter)

    def _line(self, painter: QPainter) -> None:
        tokens = theme().tokens
        pen = QPen(QColor(tokens.ink), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(151, 18), QPointF(203, 18))
        painter.setPen(QPen(QColor(tokens.ink_2), 1.5))
        painter.drawLine(QPointF(177, 18), QPointF(177, 155))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        body = [(165, 162), (189, 162), (186.5, 180), (177, 204), (167.5, 180)]
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in body]))
        painter.setBrush(QColor(tokens.accent_hover))
        cap = [(165, 162), (189, 162), (188, 168), (166, 168)]
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in cap]))
        painter.setBrush(QColor(tokens.surface))
        painter.setPen(QPen(QColor(tokens.ink), 1.5))
        painter.drawEllipse(QRectF(173.5, 154.5, 7, 7))


class BeginCard(QWidget):
    """One way to begin: a click anywhere on it presses its button."""

    def __init__(self, icon: str, title: str, words: str, button: Button, aside: str = "") -> None:
        super().__init__()
        self.button = button
        self._lit = False
        self.setFixedSize(CARD)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 24, 22, 20)
        column.setSpacing(4)
        column.addWidget(IconMark(icon, "accent" if icon == "plus" else "ink_2", 20))
        column.addSpacing(8)
        column.addWidget(Label(title, "heading"))
        column.addWidget(TextBlock(words, tone="ink_2"))
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(button)
        if aside:
            row.addWidget(Label(aside, "small", tone="ink_2"))
        row.addStretch(1)
        column.addLayout(row)
        button.setProperty("ownFocus", True)
        button.installEventFilter(self)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def light(self, *, on: bool) -> None:
        """Show that something can be dropped here."""
        self._lit = on
        self.update()

    def eventFilter(self, watched: object, event: object) -> bool:
        """The card shows the focus of its button."""
        self.update()
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press the button."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.button.click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the face; a 2 px accent edge with the focus or a file above it."""
        tokens = theme().tokens
        strong = self._lit or self.button.hasFocus()
        edge = tokens.accent if strong else tokens.border
        fill = tokens.accent_weak if self._lit else tokens.surface
        with QPainter(self) as painter:
            marks.box(painter, self.rect(), 6, fill, edge, width=2 if strong else 1)


class EmptyHome(QWidget):
    """Picture, title and the three cards."""

    asks_new = Signal()
    asks_sample = Signal()
    asks_file = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("empty")
        self.first = Button(
            tr("Create engagement"), kind="primary", key="Ctrl+N", name="empty-create"
        )
        sample = Button(tr("Open sample"), key="Ctrl+Shift+O", name="empty-sample")
        choose = Button(tr("Choose file"), key="Ctrl+O", name="empty-choose")
        self.first.clicked.connect(self.asks_new)
        sample.clicked.connect(self.asks_sample)
        choose.clicked.connect(self.asks_file)
        self._cards = (
            BeginCard(
                "plus",
                tr("Create an engagement"),
                tr(
                    "Name the client and what is in scope, then hold the first interview. "
                    "About a minute."
                ),
                self.first,
            ),
            BeginCard(
                "folder",
                tr("Open the sample"),
                tr(
                    "Halden Freight (sample): several interviews, disagreements, evidence and "
                    "a finished roadmap. Change what you like."
                ),
                sample,
            ),
            BeginCard(
                "import",
                tr("Open an engagement file"),
                tr("A .plumb file from a colleague or a backup. It is opened where it lies."),
                choose,
                tr("or drop it here"),
            ),
        )
        self._build()

    def light(self, *, on: bool) -> None:
        """Show that a file can be dropped."""
        self._cards[2].light(on=on)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 24)
        column.setSpacing(0)
        column.addStretch(3)
        column.addWidget(Art(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(22)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Label(tr("Start with one client"), "welcome"), 0, centre)
        words = tr("Interviews, evidence, levels and the roadmap stay together in one file, here.")
        column.addSpacing(4)
        column.addWidget(Label(words, "editor", tone="ink_2"), 0, centre)
        column.addSpacing(24)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStretch(1)
        for card in self._cards:
            row.addWidget(card)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(4)
        column.addWidget(_promises(), 0, centre)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The surface behind."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme().tokens.surface))


def _promises() -> QWidget:
    holder = QWidget()
    holder.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for icon, words in (
        ("laptop", tr("Works without a network")),
        ("disk", tr("Every answer is saved as you give it")),
        ("lock", tr("Leaves this laptop only when you export")),
    ):
        row.addWidget(IconMark(icon, "ink_2", 14))
        row.addWidget(Label(words, "small", tone="ink_2"))
        row.addSpacing(20)
    return holder
