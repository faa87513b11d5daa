"""Paints a scene with QPainter: colour roles become the theme's tokens."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from report_templates.figures.scene import (
    Command,
    Dash,
    Line,
    Path,
    Rectangle,
    Role,
    Scene,
    Text,
    Weight,
)
from ui.theme import Tokens, theme

WEIGHTS = {Weight.REGULAR: 400, Weight.MEDIUM: 500, Weight.SEMIBOLD: 600}


def colours(tokens: Tokens) -> Mapping[Role, str]:
    """The colour ("#RRGGBB") of every role in a theme."""
    levels = tokens.levels
    return {
        Role.INK: tokens.ink,
        Role.INK2: tokens.ink_2,
        Role.RULE1: tokens.border,
        Role.RULE2: tokens.border_strong,
        Role.PANEL: tokens.accent_weak,
        Role.PAPER: tokens.surface,
        Role.PRIMARY: tokens.accent,
        Role.ON_PRIMARY: tokens.on_accent,
        Role.ACCENT: tokens.attn,
        **{Role.level(level): paint.fill for level, paint in enumerate(levels)},
        **{Role.on_level(level): paint.text for level, paint in enumerate(levels)},
    }


def paint(painter: QPainter, scene: Scene, x: float = 0, y: float = 0) -> None:
    """Draw a scene with its top left corner at (x, y), one unit to the pixel."""
    painter.save()
    painter.translate(x, y)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tones, edges = colours(theme().tokens), _edges(theme().tokens)
    for item in scene.items:
        if isinstance(item, Text):
            _text(painter, item, tones)
        elif isinstance(item, Line):
            _line(painter, item, tones)
        elif isinstance(item, Rectangle):
            _rectangle(painter, item, tones, edges)
        else:
            painter.setPen(_pen(item.stroke, item.stroke_width, item.dash, tones))
            painter.setBrush(QColor(tones[item.fill]) if item.fill else Qt.BrushStyle.NoBrush)
            painter.drawPath(_path(item))
    painter.restore()


def _edges(tokens: Tokens) -> dict[Role, str]:
    """Pale levels stand out from the surface by an edge of their own."""
    return {
        Role.level(level): paint.outline
        for level, paint in enumerate(tokens.levels)
        if paint.outline
    }


def _pen(
    stroke: Role | None, width: float, dash: Dash, tones: Mapping[Role, str]
) -> QPen | Qt.PenStyle:
    if stroke is None:
        return Qt.PenStyle.NoPen
    pen = QPen(QColor(tones[stroke]), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if dash:
        pen.setDashPattern([part / width for part in dash])
    return pen


def _line(painter: QPainter, item: Line, tones: Mapping[Role, str]) -> None:
    painter.setPen(_pen(item.stroke, item.stroke_width, item.dash, tones))
    line = QLineF(item.x1, item.y1, item.x2, item.y2)
    # A hairline is sharp on the middle of a row of pixels.
    half = 0.5 if round(item.stroke_width) % 2 else 0.0
    painter.drawLine(_snapped(line, half) if _is_straight(line) else line)


def _is_straight(line: QLineF) -> bool:
    return line.dx() == 0 or line.dy() == 0


def _snapped(line: QLineF, half: float) -> QLineF:
    if line.dx() == 0:
        at = int(line.x1()) + half
        return QLineF(at, line.y1(), at, line.y2())
    at = int(line.y1()) + half
    return QLineF(line.x1(), at, line.x2(), at)


def _rectangle(
    painter: QPainter, item: Rectangle, tones: Mapping[Role, str], edges: Mapping[Role, str]
) -> None:
    area = QRectF(item.x, item.y, item.width, item.height)
    if item.fill is not None and item.stroke is None:
        painter.fillRect(area, QColor(tones[item.fill]))
        edge = edges.get(item.fill)
        if edge is None:
            return
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(_pen(item.stroke, item.stroke_width, item.dash, tones))
        painter.setBrush(QColor(tones[item.fill]) if item.fill else Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))


def _path(item: Path) -> QPainterPath:
    path = QPainterPath()
    for command in item.commands:
        _step(path, command)
    return path


def _step(path: QPainterPath, command: Command) -> None:
    if command[0] == "M":
        path.moveTo(command[1], command[2])
    elif command[0] == "L":
        path.lineTo(command[1], command[2])
    elif command[0] == "C":
        _, a, b, c, d, e, f = command
        path.cubicTo(a, b, c, d, e, f)
    else:
        path.closeSubpath()


def _text(painter: QPainter, item: Text, tones: Mapping[Role, str]) -> None:
    font = QFont(theme().font("body", WEIGHTS[item.weight]))
    font.setPixelSize(round(item.size))
    painter.setFont(font)
    painter.setPen(QColor(tones[item.colour]))
    width = QFontMetricsF(font).horizontalAdvance(item.text)
    left = item.x - {"start": 0.0, "middle": width / 2, "end": width}[item.anchor]
    painter.drawText(QPointF(left, item.y), item.text)
