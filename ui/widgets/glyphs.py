"""Answers as silhouettes on a 16 x 16 grid: told apart without colour, sharp at every scale."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from engagements.framework.model import AnswerValue
from ui.theme import theme

LETTERS = {
    AnswerValue.YES: "Y",
    AnswerValue.PARTLY: "P",
    AnswerValue.NO: "N",
    AnswerValue.NA: "A",
    AnswerValue.UNKNOWN: "D",
}


def _tick() -> QPainterPath:
    path = QPainterPath(QPointF(4.9, 8.2))
    path.lineTo(7.1, 10.4)
    path.lineTo(11.3, 5.8)
    return path


def _half_disc() -> QPainterPath:
    path = QPainterPath(QPointF(8, 8))
    path.arcTo(QRectF(1, 1, 14, 14), 90, 180)
    path.closeSubpath()
    return path


def _cross() -> QPainterPath:
    path = QPainterPath(QPointF(5.4, 5.4))
    path.lineTo(10.6, 10.6)
    path.moveTo(10.6, 5.4)
    path.lineTo(5.4, 10.6)
    return path


def _diamond() -> QPainterPath:
    path = QPainterPath(QPointF(8, 0.9))
    for x, y in ((15.1, 8), (8, 15.1), (0.9, 8)):
        path.lineTo(x, y)
    path.closeSubpath()
    return path


def _question() -> QPainterPath:
    path = QPainterPath(QPointF(6.5, 6.7))
    path.cubicTo(6.5, 4.8, 9.5, 4.8, 9.5, 6.7)
    path.cubicTo(9.5, 7.9, 8.0, 7.8, 8.0, 9.0)
    path.moveTo(8, 10.9)
    path.lineTo(8, 11.0)
    return path


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _yes(painter: QPainter, ink: QColor, cut: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QRectF(1, 1, 14, 14))
    painter.strokePath(_tick(), _pen(cut, 1.7))


def _partly(painter: QPainter, ink: QColor, cut: QColor) -> None:  # noqa: ARG001
    painter.fillPath(_half_disc(), ink)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 1.5))
    painter.drawEllipse(QRectF(1.75, 1.75, 12.5, 12.5))


def _no(painter: QPainter, ink: QColor, cut: QColor) -> None:  # noqa: ARG001
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 1.5))
    painter.drawRoundedRect(QRectF(1.75, 1.75, 12.5, 12.5), 1.8, 1.8)
    painter.strokePath(_cross(), _pen(ink, 1.6))


def _na(painter: QPainter, ink: QColor, cut: QColor) -> None:  # noqa: ARG001
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 1.5))
    painter.drawRoundedRect(QRectF(0.75, 4.25, 14.5, 7.5), 3.75, 3.75)
    painter.setPen(_pen(ink, 1.5))
    painter.drawLine(QPointF(5, 8), QPointF(11, 8))


def _unknown(painter: QPainter, ink: QColor, cut: QColor) -> None:  # noqa: ARG001
    painter.strokePath(_diamond(), _pen(ink, 1.4))
    painter.strokePath(_question(), _pen(ink, 1.4))


_DRAWN = {
    AnswerValue.YES: _yes,
    AnswerValue.PARTLY: _partly,
    AnswerValue.NO: _no,
    AnswerValue.NA: _na,
    AnswerValue.UNKNOWN: _unknown,
}
_ROLES = {AnswerValue.YES: "met", AnswerValue.PARTLY: "met"}


def draw_answer(
    painter: QPainter,
    area: QRectF,
    value: AnswerValue | None,
    *,
    ink: str | None = None,
    cut: str | None = None,
) -> None:
    """Draw an answer into a square ``area``; None is "not asked", a small hollow dot.

    ``ink`` and ``cut`` (tokens) replace the answer's colour and that of the tick cut out of it,
    for use on a filled button.
    """
    tokens = theme().tokens
    colour = getattr(tokens, ink or ("ink_3" if value is None else _ROLES.get(value, "ink")))
    ratio = painter.device().devicePixelRatioF()
    at = QPointF(round(area.x() * ratio) / ratio, round(area.y() * ratio) / ratio)
    look = (value, colour, getattr(tokens, cut or "met_t"))
    painter.drawPixmap(at, _picture(*look, area.width(), ratio))


@lru_cache(maxsize=256)
def _picture(value: AnswerValue | None, ink: str, cut: str, side: float, ratio: float) -> QPixmap:
    """An answer as a picture: a screen has dozens of them, and draws them again at every key."""
    picture = QPixmap(math.ceil(side * ratio), math.ceil(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(side / 16, side / 16)
        if value is None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(ink), 1.3))
            painter.drawEllipse(QRectF(5.5, 5.5, 5, 5))
        else:
            _DRAWN[value](painter, QColor(ink), QColor(cut))
    return picture


class AnswerGlyph(QWidget):
    """An answer's silhouette; None is not asked."""

    def __init__(self, value: AnswerValue | None = None, side: int = 16) -> None:
        super().__init__()
        self._value, self._side = value, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_value(self, value: AnswerValue | None) -> None:
        """Show another answer."""
        self._value = value
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the glyph."""
        with QPainter(self) as painter:
            draw_answer(painter, QRectF(self.rect()), self._value)
