"""The line under the chart: what its marks mean, and the codes of owner roles."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engagements.language import tr
from report_templates.figures.marks import high_tick, likely_dot
from report_templates.figures.scene import Item, Line, Path, Rectangle, Role, Scene, polygon
from ui.figures.paint import paint
from ui.theme import theme
from ui.widgets.labels import plain_tip

HEIGHT = 34
_SAMPLE = 34
"""Width of a sample in pixels."""
Sample = Callable[[float, float], tuple[Item, ...]]


def _bar(x: float, y: float) -> tuple[Item, ...]:
    bar = Rectangle(x, y - 6, 22, 12, fill=Role.level(2))
    casing = Line(x + 14, y, x + 30, y, stroke=Role.PAPER, stroke_width=4)
    ticks = (
        Line(at, y - 4, at, y + 4, stroke=Role.INK, stroke_width=1.25) for at in (x + 14, x + 30)
    )
    return (bar, casing, Line(x + 14, y, x + 30, y, Role.INK, 1.25), *ticks)


def _level(x: float, y: float) -> tuple[Item, ...]:
    line = Line(x + 8, y, x + 26, y, stroke=Role.INK, stroke_width=1.25)
    return (line, high_tick(x + 26, y, Role.INK, 5), likely_dot(x + 8, y, Role.INK))


def _edge(x: float, y: float) -> tuple[Item, ...]:
    points = ((x + 6, y - 6), (x + 6, y), (x + 22, y))
    head = polygon((x + 21, y - 3.2), (x + 26, y), (x + 21, y + 3.2))
    line = Path(polygon(*points, closed=False), stroke=Role.INK2, stroke_width=1)
    return (line, Path(head, fill=Role.INK2))


def _changed(x: float, y: float) -> tuple[Item, ...]:
    return (Rectangle(x + 4, y - 6, 22, 12, Role.level(2), Role.INK, 1.5),)


class Legend(QWidget):
    """As many entries as there is room for; the tooltip has them all."""

    def __init__(self) -> None:
        super().__init__()
        self._roles: tuple[tuple[str, str], ...] = ()
        self._samples: tuple[tuple[Sample, str], ...] = (
            (_bar, tr("likely, with low and high")),
            (_level, tr("level: likely, high")),
            (_edge, tr("depends on")),
            (_changed, tr("estimate changed")),
        )
        self.setObjectName("roadmap-legend")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_roles(self, roles: Sequence[tuple[str, str]]) -> None:
        """Say which codes mean which roles: those in the plan."""
        self._roles = tuple(roles)
        words = [words for _, words in self._samples]
        spoken = ", ".join([*words, *(f"{code} {name}" for code, name in roles)])
        self.setAccessibleName(tr("Legend: {words}", words=spoken))
        self.setToolTip(plain_tip(spoken))
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(300, theme().scaled(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Samples from the left; codes from the right as long as there is room."""
        tokens = theme().tokens
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(tokens.surface))
            painter.fillRect(0, 0, self.width(), 1, QColor(tokens.border))
            painter.setFont(theme().font("small"))
            metrics = QFontMetrics(painter.font())
            middle, x = self.height() / 2, 18
            for sample, words in self._samples:
                wide = _SAMPLE + 6 + metrics.horizontalAdvance(words)
                if x + wide > self.width() - 12:
                    return
                paint(painter, Scene(self.width(), self.height(), sample(x, middle)))
                painter.setPen(theme().colour("ink_2"))
                area = self.rect().adjusted(x + _SAMPLE + 6, 0, 0, 0)
                painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)
                x += wide + 16
            self._codes(painter, x + 8)

    def _codes(self, painter: QPainter, left: int) -> None:
        """Codes with names where all fit, else not at all: they are in the tooltip."""
        metrics = QFontMetrics(painter.font())
        words = "   ".join(f"{code} {name}" for code, name in self._roles)
        if metrics.horizontalAdvance(words) <= self.width() - 14 - left:
            area = self.rect().adjusted(left, 0, -14, 0)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(area, flags, words)
