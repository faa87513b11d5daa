"""The six tiles of the heat map: each has a drawing and a letter of its own beside its colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from engagements.assessment.heat_map import Tile
from engagements.language import mark, tr
from ui.theme import theme
from ui.widgets.marks import box

WORDS = {
    Tile.MET: mark("Met"),
    Tile.PARTLY: mark("Partly met"),
    Tile.NOT_MET: mark("Not met"),
    Tile.UNKNOWN: mark("Unknown"),
    Tile.NA: mark("Not applicable"),
    Tile.ABOVE: mark("Met above level"),
}
LETTERS = {
    Tile.MET: mark("M"),
    Tile.PARTLY: mark("P"),
    Tile.NOT_MET: mark("N"),
    Tile.UNKNOWN: "?",
    Tile.NA: "",
    Tile.ABOVE: mark("S"),
}
WIDTH, HIGH, LOW = 46, 28, 21
"""A tile's width, and its height on a dimension's row and on a criterion's."""


def draw_tile(painter: QPainter, area: QRect, tile: Tile, *, undecided: bool = False) -> None:
    """Draw one tile; ``undecided``: voices differ, it may turn out better."""
    tokens = theme().tokens
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if tile is Tile.MET:
        box(painter, area, 3, tokens.met)
        _sign(painter, area, tile, tokens.met_t)
    elif tile is Tile.NA:
        box(painter, area, 3, tokens.surface_3)
        _dash(painter, area)
    elif tile is Tile.UNKNOWN:
        box(painter, area, 3, tokens.attn_weak, tokens.attn, dashed=True)
        _letter(painter, area, LETTERS[tile], tokens.attn)
    elif tile is Tile.NOT_MET:
        box(painter, area, 3, tokens.surface, tokens.border_strong)
        _sign(painter, area, tile, tokens.ink)
    else:
        _filled(painter, area, tile)
    if undecided:
        box(painter, area, 3, None, tokens.attn, width=1.5, dashed=True)
    painter.restore()


def _filled(painter: QPainter, area: QRect, tile: Tile) -> None:
    """A wedge for partly, a hatch under a plain plate for what is met above the level."""
    tokens = theme().tokens
    box(painter, area, 3, tokens.surface)
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(area), 3, 3)
    painter.setClipPath(shape)
    if tile is Tile.PARTLY:
        corner = [area.topLeft(), area.topRight(), area.bottomLeft()]
        wedge = QPolygonF([QPointF(one) for one in corner])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.part))
        painter.drawPolygon(wedge)
    else:
        painter.fillRect(area, QBrush(QColor(tokens.met), Qt.BrushStyle.BDiagPattern))
        plate = QRect(area.center().x() - 15, area.y() + 3, 31, area.height() - 6)
        box(painter, plate, 2, tokens.surface)
    painter.setClipping(False)
    box(painter, area, 3, None, tokens.met)
    _sign(painter, area, tile, tokens.ink)


def _sign(painter: QPainter, area: QRect, tile: Tile, ink: str) -> None:
    """The small drawing and, beside it, the letter."""
    middle = QPointF(area.center().x() - 7, area.center().y() + 0.5)
    painter.setPen(QPen(QColor(ink), 1.6, c=Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if tile is Tile.MET:
        points = [(-4, 0), (-1.5, 2.8), (4, -3)]
        painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in points]))
    elif tile is Tile.NOT_MET:
        for slope in (1, -1):
            painter.drawLine(middle + QPointF(-3, -3 * slope), middle + QPointF(3, 3 * slope))
    elif tile is Tile.PARTLY:
        painter.setPen(QPen(QColor(theme().tokens.ink), 1.3))
        painter.drawEllipse(middle, 4.2, 4.2)
        half = QPainterPath(middle)
        half.arcTo(QRectF(middle.x() - 4.2, middle.y() - 4.2, 8.4, 8.4), 90, 180)
        painter.fillPath(half, QColor(ink))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme().tokens.met))
        points = [(-4, 3), (4, 3), (0, -3.6)]
        painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in points]))
    _letter(painter, area.adjusted(14, 0, 0, 0), tr(LETTERS[tile]), ink)


def _letter(painter: QPainter, area: QRect, letter: str, ink: str) -> None:
    painter.setFont(theme().font("small", 600))
    painter.setPen(QColor(ink))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letter)


def _dash(painter: QPainter, area: QRect) -> None:
    painter.setPen(QPen(QColor(theme().tokens.ink_3), 1.6))
    middle = QPointF(area.center().x() + 0.5, area.center().y() + 0.5)
    painter.drawLine(middle - QPointF(5, 0), middle + QPointF(5, 0))


class TileMark(QWidget):
    """One tile as a widget."""

    def __init__(self, tile: Tile, high: int = LOW) -> None:
        super().__init__()
        self._tile, self._high = tile, high
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr(WORDS[tile]))

    def sizeHint(self) -> QSize:
        """A tile."""
        return QSize(WIDTH, self._high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        with QPainter(self) as painter:
            draw_tile(painter, self.rect(), self._tile)
