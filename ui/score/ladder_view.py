"""The ladder with the plumb line as a widget: Up and Down go over its rungs."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.figures.ladder import LadderPlan, RungWords, WORDS, ladder
from ui.figures.painter import paint
from ui.figures.screen_marks import SAMPLE, sample
from ui.score.shown import Mark, Score
from ui.theme import theme
from ui.widgets.labels import plain_tip
from ui.widgets.marks import box, level_chip

PITCH, LEAST_PITCH = 102, 62
CHIP = 26


class LadderView(QWidget):
    """Paints the ladder; the rung pointed at is told, so that its sum can be shown in words."""

    pointed = Signal(int)
    """The level pointed at by Up, Down or a click."""

    def __init__(self) -> None:
        super().__init__()
        self._score: Score | None = None
        self._level = 0
        self.setObjectName("ladder")
        self.setAccessibleName("Level ladder")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def level(self) -> int:
        """The rung pointed at."""
        return self._level

    def show_score(self, score: Score) -> None:
        """Show another level; the rung worked on now is pointed at."""
        fresh = self._score is None
        self._score = score
        rungs = "; ".join(f"Level {one.level} {one.name}: {one.words}" for one in score.rungs)
        self._about = f"{score.ladder.alt} {rungs}."
        self._point(score.next_rung if fresh else self._level)
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._score = None
        self.update()

    def _point(self, level: int) -> None:
        if self._score is None:
            return
        self._level = max(0, min(len(self._score.rungs) - 1, level))
        rung = next(one for one in self._score.rungs if one.level == self._level)
        self.setAccessibleDescription(f"{rung.sum} {self._about}")
        self.pointed.emit(self._level)
        self.update()

    def sizeHint(self) -> QSize:
        """Rungs at their full pitch."""
        return QSize(268, theme().scaled(4 * PITCH + 70))

    def minimumSizeHint(self) -> QSize:
        """Rungs close together."""
        return QSize(200, theme().scaled(4 * LEAST_PITCH + 70))

    def _plan(self) -> LadderPlan:
        scale = theme().scaled(100) / 100
        most = theme().scaled(4 * PITCH + 70)
        return LadderPlan(self.width(), min(self.height(), most), scale=scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go over the rungs."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        step = steps.get(Qt.Key(event.key()))
        if step:
            self._point(self._level + step)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Point at the rung that was clicked."""
        super().mousePressEvent(event)
        self._point(self._plan().level(event.position().y()))

    def event(self, event: QEvent) -> bool:
        """A rung's sum as its tooltip."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and self._score:
            level = self._plan().level(event.pos().y())
            words = next(one.sum for one in self._score.rungs if one.level == level)
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ladder and the ring round the rung pointed at."""
        score = self._score
        if score is None:
            return
        painter, plan = QPainter(self), self._plan()
        small = QFontMetrics(theme().font("small"))
        room = int(self.width() - WORDS)
        words = {
            one.level: RungWords(
                one.name,
                small.elidedText(one.words, Qt.TextElideMode.ElideRight, room),
                one.share,
            )
            for one in score.rungs
        }
        paint(painter, ladder(score.ladder, words, plan))
        side = theme().scaled(CHIP)
        for rung in score.rungs:
            chip = QRect(0, round(plan.y(rung.level)) - side // 2, side, side)
            level_chip(painter, chip, rung.level)
        if self.hasFocus():
            y, scale = plan.y(self._level), plan.scale
            ring = QRect(
                int(WORDS) - 8,
                round(y - 27 * scale),
                self.width() - int(WORDS) + 8,
                round(54 * scale),
            )
            box(painter, ring, 4, None, theme().tokens.accent, width=2)


class LegendView(QWidget):
    """What the marks mean, a line each."""

    def __init__(self) -> None:
        super().__init__()
        self._marks: tuple[Mark, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Explain other marks."""
        self._marks = marks
        self.setAccessibleName("Legend")
        self.setAccessibleDescription(". ".join(one.words for one in marks))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A line for each."""
        return QSize(200, len(self._marks) * theme().scaled(23))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw samples and words."""
        painter = QPainter(self)
        pitch = theme().scaled(23)
        for number, one in enumerate(self._marks):
            y = number * pitch
            paint(painter, sample(one.glyph), 0, y + (pitch - SAMPLE) / 2)
            painter.setFont(theme().font("small"))
            painter.setPen(theme().colour("ink_2"))
            area = QRect(28, y, self.width() - 28, pitch)
            words = QFontMetrics(painter.font()).elidedText(
                one.words, Qt.TextElideMode.ElideRight, area.width()
            )
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)
