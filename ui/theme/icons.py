"""Icons from the SVG files beside this module, tinted by a palette role and cached."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

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
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def draw(painter: QPainter, name: str, role: str, box: QRect) -> None:
    """Draw an icon into ``box`` (logical pixels) in the current colour of a token role."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(
        box, pixmap(name, getattr(theme().tokens, role), min(box.width(), box.height()), ratio)
    )


class _Engine(QIconEngine):
    """Draws an icon in the colour its role has now, so that a theme switch needs no new icon."""

    def __init__(self, name: str, role: str, on_role: str) -> None:
        super().__init__()
        self._name, self._role, self._on_role = name, role, on_role

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role, self._on_role)

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        role = self._on_role if state is QIcon.State.On else self._role
        return getattr(theme().tokens, "ink_3" if mode is QIcon.Mode.Disabled else role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        side = min(rect.width(), rect.height())
        painter.drawPixmap(rect, pixmap(self._name, self._colour(mode, state), side, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return pixmap(self._name, self._colour(mode, state), min(size.width(), size.height()))

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        side = round(min(size.width(), size.height()) / scale)
        return pixmap(self._name, self._colour(mode, state), side, scale)


def icon(name: str, role: str = "ink_2", on_role: str | None = None) -> QIcon:
    """The icon ``name`` tinted by a token role, ``on_role`` while checked, ink-3 when disabled."""
    return QIcon(_Engine(name, role, on_role or role))


def logo(painter: QPainter, area: QRectF, ink: str, accent: str) -> None:
    """Draw the mark: a plumb line in ``ink`` with its bob in ``accent`` (``#RRGGBB``)."""
    from PySide6.QtSvg import QSvgRenderer

    drawing = _source("logo").replace("currentColor", ink).replace("#0B5F73", accent)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, area)
