"""Icons from the SVG files beside this module, tinted by a palette role and cached."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from ui.theme.theme import theme

FOLDER = Path(__file__).parent / "icons"


@cache
def _source(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


def _tinted(name: str, colour: str) -> bytes:
    return _source(name).replace("currentColor", colour).encode()


@cache
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """One icon in one colour (``#RRGGBB``), ``size`` logical pixels square, at a pixel ratio."""
    from PySide6.QtSvg import QSvgRenderer  # only when the first icon is drawn

    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_tinted(name, colour)))
    with QPainter(picture) as painter:
        renderer.render(painter, QRectF(0, 0, picture.width(), picture.height()))
    picture.setDevicePixelRatio(ratio)
    return picture


def draw(painter: QPainter, name: str, role: str, box: QRect) -> None:
    """Draw an icon into ``box`` (logical pixels) in the current colour of a token role."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(
        box, pixmap(name, getattr(theme().tokens, role), min(box.width(), box.height()), ratio)
    )


def logo(painter: QPainter, area: QRectF, ink: str, accent: str) -> None:
    """Draw the mark: a plumb line in ``ink`` with its bob in ``accent`` (``#RRGGBB``)."""
    from PySide6.QtSvg import QSvgRenderer

    drawing = _source("logo").replace("currentColor", ink).replace("#0B5F73", accent)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, area)
