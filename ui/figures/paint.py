"""Draws a scene with QPainter, in today's theme and the report's own typeface."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen

from report_templates.figures.metrics import bundled
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
from ui.theme.type import FALLBACKS, FAMILY

_TOKENS: dict[Role, str] = {
    Role.INK: "ink",
    Role.INK2: "ink_2",
    Role.RULE1: "border",
    Role.RULE2: "border_strong",
    Role.PANEL: "accent_weak",
    Role.PAPER: "surface",
    Role.PRIMARY: "accent",
    Role.ON_PRIMARY: "on_accent",
    Role.ACCENT: "attn",
}
_WEIGHTS = {Weight.REGULAR: 400, Weight.MEDIUM: 500, Weight.SEMIBOLD: 600}
_LEVELS = {Role.level(number): number for number in range(5)}
_ON_LEVELS = {Role.on_level(number): number for number in range(5)}
_FONTS: dict[tuple[Weight, float], QFont] = {}


def colour_of(role: Role, tokens: Tokens) -> QColor:
    """What a role is painted with in a theme."""
    if role in _LEVELS:
        return QColor(tokens.levels[_LEVELS[role]].fill)
    if role in _ON_LEVELS:
        return QColor(tokens.levels[_ON_LEVELS[role]].text)
    return QColor(getattr(tokens, _TOKENS[role]))


def font_of(weight: Weight, size: float) -> QFont:
    """The figure's font at a size in pixels; without kerning, as it was measured."""
    key = (weight, size)
    if key not in _FONTS:
        font = QFont()
        font.setFamilies([FAMILY, *FALLBACKS])
        font.setPixelSize(max(1, round(size)))
        font.setWeight(QFont.Weight(_WEIGHTS[weight]))
        font.setKerning(False)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        _FONTS[key] = font
    return _FONTS[key]


def paint(painter: QPainter, scene: Scene) -> None:
    """Draw all items in their order; one scene unit is one logical pixel."""
    tokens = theme().tokens
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for item in scene.items:
        if isinstance(item, Rectangle):
            _rectangle(painter, item, tokens)
        elif isinstance(item, Line):
            painter.setPen(_pen(item.stroke, item.stroke_width, item.dash, tokens))
            painter.drawLine(QPointF(item.x1, item.y1), QPointF(item.x2, item.y2))
        elif isinstance(item, Path):
            _path(painter, item, tokens)
        else:
            _text(painter, item, tokens)
    painter.restore()


def _rectangle(painter: QPainter, item: Rectangle, tokens: Tokens) -> None:
    area = QRectF(item.x, item.y, item.width, item.height)
    painter.setBrush(_brush(item.fill, tokens))
    if item.stroke is not None:
        painter.setPen(_pen(item.stroke, item.stroke_width, item.dash, tokens))
    else:
        painter.setPen(_outline(item.fill, tokens))
    if painter.pen().style() is not Qt.PenStyle.NoPen:
        half = painter.pen().widthF() / 2
        area.adjust(half, half, -half, -half)
    painter.drawRect(area)


def _outline(fill: Role | None, tokens: Tokens) -> QPen:
    """The edge a pale level needs against the surface; none for everything else."""
    edge = tokens.levels[_LEVELS[fill]].outline if fill is not None and fill in _LEVELS else None
    return QPen(QColor(edge), 1) if edge else QPen(Qt.PenStyle.NoPen)


def _path(painter: QPainter, item: Path, tokens: Tokens) -> None:
    painter.setBrush(_brush(item.fill, tokens))
    if item.stroke is None:
        painter.setPen(_outline(item.fill, tokens))
    else:
        painter.setPen(_pen(item.stroke, item.stroke_width, item.dash, tokens))
    painter.drawPath(path_of(item.commands))


def path_of(commands: tuple[Command, ...]) -> QPainterPath:
    """A scene's path as Qt's."""
    path = QPainterPath()
    for command in commands:
        if command[0] == "M":
            path.moveTo(command[1], command[2])
        elif command[0] == "L":
            path.lineTo(command[1], command[2])
        elif command[0] == "C":
            path.cubicTo(*command[1:])
        else:
            path.closeSubpath()
    return path


def _text(painter: QPainter, item: Text, tokens: Tokens) -> None:
    x = item.x
    if item.anchor != "start":
        width = bundled().width(item.text, item.weight, item.size)
        x -= width if item.anchor == "end" else width / 2
    painter.setFont(font_of(item.weight, item.size))
    painter.setPen(colour_of(item.colour, tokens))
    painter.drawText(QPointF(x, item.y), item.text)


def _brush(fill: Role | None, tokens: Tokens) -> QBrush:
    return QBrush(colour_of(fill, tokens)) if fill else QBrush(Qt.BrushStyle.NoBrush)


def _pen(stroke: Role, width: float, dash: Dash, tokens: Tokens) -> QPen:
    pen = QPen(colour_of(stroke, tokens), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if dash:
        pen.setDashPattern([length / width for length in dash])
    return pen
