"""Small marks drawn with QPainter, for widgets and delegates: boxes, keycaps, levels, bars."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen, QPolygonF

from engagements.language.keys import cap
from ui.theme import Role, theme

LevelLook = Literal["reached", "possible", "target"]
CHIP = 22
"""Height of chips in pixels at 100 % text."""


def box(
    painter: QPainter,
    area: QRect | QRectF,
    radius: float,
    fill: str | None = None,
    edge: str | None = None,
    *,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """A rounded rectangle with a crisp inner edge; colours are ``#RRGGBB`` or None."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = QRectF(area)
    if edge:
        half = width / 2
        inner.adjust(half, half, -half, -half)
        pen = QPen(QColor(edge), width)
        if dashed:
            pen.setDashPattern([3 / width, 2 / width])
        painter.setPen(pen)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inner, radius, radius)
    painter.restore()


def text(
    painter: QPainter,
    area: QRect,
    words: str,
    role: Role = "body",
    *,
    weight: int | None = None,
    tone: str = "ink",
    elided: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    """One line of plain text, elided at the right or where it is said."""
    font = theme().font(role, weight)
    painter.setFont(font)
    painter.setPen(theme().colour(tone))
    fitting = QFontMetrics(font).elidedText(words, elided, area.width())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(area, flags, fitting)


RANGE = "to"
"""Stands between the first and the last of several keys, and is no key."""


def keycap_width(text: str) -> int:
    """Width of a keycap in pixels, with the key's name on the reader's keyboard."""
    return max(18, QFontMetrics(theme().font("micro")).horizontalAdvance(cap(text)) + 10)


def keycap(painter: QPainter, area: QRect, text: str, *, ink: str | None = None) -> None:
    """A key as on a keyboard; ``ink`` (a token) draws edge and letter alike, without fill.

    What stands between two keys of a range has no edge.
    """
    tokens = theme().tokens
    edge = getattr(tokens, ink) if ink else tokens.border_strong
    if text != RANGE:
        box(painter, area, 3, None if ink else tokens.surface, edge)
    painter.save()
    painter.setFont(theme().font("micro"))
    painter.setPen(QColor(edge if ink else tokens.ink_2))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, cap(text))
    painter.restore()


def level_chip(
    painter: QPainter, area: QRect, level: int, look: LevelLook = "reached", radius: float = 3
) -> None:
    """A level's numeral: filled when reached, dashed when possible, outlined as a target."""
    tokens = theme().tokens
    if look == "reached":
        paint = tokens.levels[level]
        box(painter, area, radius, paint.fill, paint.outline)
        ink = paint.text
    else:
        box(painter, area, radius, None, tokens.border_strong, dashed=look == "possible")
        ink = tokens.ink
    painter.save()
    painter.setFont(theme().font("small", 600))
    painter.setPen(QColor(ink))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(level))
    painter.restore()


def level_strip(
    painter: QPainter, area: QRect, low: int, high: int, *, top: int = 4, gap: int = 2
) -> None:
    """Levels 1 to ``top`` as cells: reached ones filled, possible ones dashed."""
    tokens = theme().tokens
    width = (area.width() - gap * (top - 1)) / top
    for number in range(1, top + 1):
        cell = QRectF(area.x() + (number - 1) * (width + gap), area.y(), width, area.height())
        if number <= low:
            paint = tokens.levels[number]
            box(painter, cell, 2, paint.fill, paint.outline)
        elif number <= high:
            box(painter, cell, 2, None, tokens.border_strong, dashed=True)
        else:
            box(painter, cell, 2, None, tokens.border)


def bar(painter: QPainter, area: QRect, share: float) -> None:
    """A progress bar 6 px high; ``share`` from 0 to 1."""
    tokens = theme().tokens
    track = QRectF(area.x(), area.center().y() - 2.5, area.width(), 6)
    box(painter, track, 3, tokens.surface_3)
    if share > 0:
        done = QRectF(track)
        done.setWidth(max(6.0, track.width() * min(share, 1.0)))
        box(painter, done, 3, tokens.accent)


def steps(painter: QPainter, area: QRect, at: int, total: int, *, selected: bool = False) -> None:
    """Status steps: those behind dark, the present one accent, those ahead pale."""
    tokens = theme().tokens
    ahead = tokens.accent_line if selected else tokens.surface_3
    gap = 2
    width = (area.width() - gap * (total - 1)) / total
    for number in range(total):
        cell = QRectF(area.x() + number * (width + gap), area.y(), width, area.height())
        colour = tokens.ink_2 if number < at else tokens.accent if number == at else ahead
        painter.fillRect(cell, QColor(colour))


def grade_bars(painter: QPainter, area: QRect, grade: int) -> None:
    """Evidence grade as four rising bars: none filled for 0 and 1, two to four for 2 to 4."""
    tokens = theme().tokens
    filled = grade if grade >= 2 else 0
    width, gap = 3, 1
    for number in range(4):
        height = 3 + number * 3
        cell = QRectF(area.x() + number * (width + gap), area.bottom() + 1 - height, width, height)
        if number < filled:
            painter.fillRect(cell, QColor(tokens.met))
        else:
            box(painter, cell, 0.5, None, tokens.border_strong)


def bob(painter: QPainter, x: float, y: float, width: float = 7.0, height: float = 10.5) -> None:
    """The plumb bob, its top edge at ``y``, hanging at ``x``."""
    half = width / 2
    shape = QPolygonF(
        [
            QPointF(x - half, y),
            QPointF(x + half, y),
            QPointF(x + half * 0.83, y + height * 0.45),
            QPointF(x, y + height),
            QPointF(x - half * 0.83, y + height * 0.45),
        ]
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(theme().colour("accent")))
    painter.drawPolygon(shape)
    painter.restore()
