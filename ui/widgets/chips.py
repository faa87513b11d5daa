"""Chips, keycaps, level chips, bars and rules as widgets."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from engagements.language import mark, tr
from ui.theme import theme
from ui.theme.icons import draw
from ui.widgets import marks
from ui.widgets.labels import plain_tip

LOOKS: dict[marks.LevelLook, str] = {
    "reached": mark("reached"),
    "possible": mark("possible"),
    "target": mark("target"),
}
"""What a level chip's look says, in words."""
LEAST = 72
"""Pixels at 100 % text below which a chip is not squeezed."""
ChipTone = Literal["plain", "on", "attn", "danger", "ok"]


class Chip(QWidget):
    """A few words in a small frame, with an icon; never a control."""

    def __init__(
        self, text: str = "", *, icon: str = "", tone: ChipTone = "plain", most: int = 260
    ) -> None:
        super().__init__()
        self._text, self._icon, self._most = text, icon, most
        self._more = ""
        self._tone: ChipTone = tone
        theme().typed(self, "small", 500 if tone in ("on", "attn", "danger") else None)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def set_text(self, text: str, tone: ChipTone | None = None, icon: str | None = None) -> None:
        """Show other words, in another tone or with another icon when given."""
        self._text, self._tone = text, tone or self._tone
        self._icon = self._icon if icon is None else icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def say_more(self, words: str) -> None:
        """What the tooltip says in place of words that are cut."""
        self._more = words
        self.update()

    def text(self) -> str:
        """The words."""
        return self._text

    def sizeHint(self) -> QSize:
        """Words and icon, at most ``most`` pixels."""
        width = QFontMetrics(self.font()).horizontalAdvance(self._text) + 19
        width += 19 if self._icon else 0
        return QSize(min(width, self._most), theme().scaled(marks.CHIP))

    def minimumSizeHint(self) -> QSize:
        """Icon and some letters: where there is no room the words end in an ellipsis."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), theme().scaled(LEAST)), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, icon and words."""
        with QPainter(self) as painter:
            tokens = theme().tokens
            fill, edge, ink = {
                "plain": (tokens.surface, tokens.border, "ink_2"),
                "on": (
                    tokens.accent_weak,
                    tokens.accent,
                    "accent" if tokens.dark else "accent_hover",
                ),
                "attn": (tokens.attn_weak, tokens.attn_line, "attn"),
                "danger": (tokens.danger_weak, tokens.danger_line, "danger"),
                "ok": (tokens.ok_weak, tokens.border, "ok"),
            }[self._tone]
            marks.box(painter, self.rect(), 3, fill, edge)
            x = 9
            if self._icon:
                draw(painter, self._icon, ink, QRect(x - 1, (self.height() - 14) // 2, 14, 14))
                x += 18
            painter.setFont(self.font())
            painter.setPen(theme().colour(ink))
            area = QRect(x, 0, self.width() - x - 8, self.height())
            metrics = QFontMetrics(self.font())
            fitting = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, area.width() + 1)
            cut = self._text if fitting != self._text else ""
            self.setToolTip(plain_tip(self._more or cut))
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, fitting)


class KeyCap(QWidget):
    """One key."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(key)

    def sizeHint(self) -> QSize:
        """As wide as the word."""
        return QSize(marks.keycap_width(self._key), 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cap."""
        with QPainter(self) as painter:
            marks.keycap(painter, self.rect(), self._key)


class LevelChip(QWidget):
    """A level's numeral; ``look`` as in ``marks.level_chip``."""

    def __init__(self, level: int = 0, look: marks.LevelLook = "reached", side: int = 22) -> None:
        super().__init__()
        self._level, self._side = level, side
        self._look: marks.LevelLook = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_level(level, look)

    def set_level(self, level: int, look: marks.LevelLook | None = None) -> None:
        """Show another level."""
        self._level, self._look = level, look or self._look
        self.setAccessibleName(tr("Level {level}, {look}", level=level, look=tr(LOOKS[self._look])))
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = theme().scaled(self._side)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        with QPainter(self) as painter:
            marks.level_chip(painter, self.rect(), self._level, self._look)


class LevelStrip(QWidget):
    """Levels 1 to 4 as cells, reached and possible ones marked."""

    def __init__(self, low: int = 0, high: int = 0) -> None:
        super().__init__()
        self._low, self._high = low, high
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_levels(low, high)

    def set_levels(self, low: int, high: int) -> None:
        """Show another interval."""
        self._low, self._high = low, high
        self.setAccessibleName(
            tr("Level {level}", level=low)
            if low == high
            else tr("Level {low}, possibly {high}", low=low, high=high)
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Four cells."""
        return QSize(86, 9)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cells."""
        with QPainter(self) as painter:
            marks.level_strip(painter, self.rect(), self._low, self._high)


class GradeBars(QWidget):
    """An evidence grade as four rising bars; always with the word beside it."""

    def __init__(self, grade: int = 0) -> None:
        super().__init__()
        self._grade = grade
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_grade(self, grade: int) -> None:
        """Show another grade, 0 to 4."""
        self._grade = grade
        self.update()

    def sizeHint(self) -> QSize:
        """Four bars."""
        return QSize(16, 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars."""
        with QPainter(self) as painter:
            marks.grade_bars(painter, self.rect(), self._grade)


class IconMark(QWidget):
    """An icon in a token's colour; not a control."""

    def __init__(self, icon: str, tone: str = "ink_2", side: int = 16) -> None:
        super().__init__()
        self._icon, self._tone, self._side = icon, tone, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str, tone: str | None = None) -> None:
        """Show another icon."""
        self._icon, self._tone = icon, tone or self._tone
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        with QPainter(self) as painter:
            draw(painter, self._icon, self._tone, self.rect())


class Bar(QWidget):
    """A share of a whole, 0 to 1."""

    def __init__(self, share: float = 0.0) -> None:
        super().__init__()
        self._share = share
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        """Show another share."""
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        """A bar's height."""
        return QSize(64, 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        with QPainter(self) as painter:
            marks.bar(painter, self.rect(), self._share)


class Rule(QWidget):
    """A hairline, lying or standing."""

    def __init__(self, *, standing: bool = False) -> None:
        super().__init__()
        if standing:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme().tokens.border))


def card(*, quiet: bool = False) -> QFrame:
    """A framed surface; ``quiet`` takes the window's ground."""
    frame = QFrame()
    frame.setProperty("card", "quiet" if quiet else "true")
    return frame
