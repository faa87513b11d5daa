"""The right pane: other answers, what this answer holds back, the live level."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engagements.framework.model import Framework
from engagements.language import tr
from ui.interview.live_level import Rung
from ui.interview.other_answers import OtherAnswers
from ui.interview.reading import Held, Reading
from ui.interview.section import Section
from ui.parts.last_time import LastTime, LastTimeRow
from ui.theme import theme
from ui.theme.icons import draw
from ui.widgets.buttons import clicks_on_enter
from ui.widgets.chips import Rule
from ui.widgets.labels import Label, TextBlock
from ui.widgets.marks import level_chip
from ui.widgets.rows import emptied

_SIGN = 19
"""How far before a rung's words its sign begins."""


class HeldButton(QAbstractButton):
    """One thing that waits for this answer; leads to its criterion."""

    def __init__(self, held: Held) -> None:
        super().__init__()
        self._held = held
        self._known: dict[int, list[tuple[str, str]]] = {}
        self.setText(f"{held.title} {held.text}")
        self.setAccessibleName(self.text())
        able = bool(held.criterion)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if able else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=not able)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().typed(self, "small")

    def heightForWidth(self, width: int) -> int:
        """All lines and a gap."""
        return len(self._lines(width)) * theme().line("small") + 5

    def sizeHint(self) -> QSize:
        """At a usual width."""
        return QSize(220, self.heightForWidth(max(self.width(), 220)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads there."""
        if not clicks_on_enter(self, event):
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Another font breaks lines elsewhere."""
        if event.type() == QEvent.Type.FontChange:
            self._known.clear()
        super().changeEvent(event)

    def _lines(self, width: int) -> list[tuple[str, str]]:
        """Lines as (bold, plain): the title's words in bold, then the others."""
        if width not in self._known:
            self._known[width] = self._break(width)
        return self._known[width]

    def _break(self, width: int) -> list[tuple[str, str]]:
        room = max(60, width - 22)
        words = [(word, 600) for word in self._held.title.split()]
        words += [(word, 400) for word in self._held.text.split()]
        lines = [("", "")]
        used = 0
        for word, weight in words:
            fonts = QFontMetrics(theme().font("small", weight))
            if used and used + fonts.horizontalAdvance(word) > room:
                lines.append(("", ""))
                used = 0
            bold, plain = lines[-1]
            lines[-1] = (f"{bold}{word} ", plain) if weight == 600 else (bold, f"{plain}{word} ")
            used += fonts.horizontalAdvance(f"{word} ")
        return lines

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw lock, bold part and words."""
        with QPainter(self) as painter:
            draw(painter, "lock", "ink_2", QRect(0, 1, 14, 14))
            line = theme().line("small")
            for number, (title, rest) in enumerate(self._lines(self.width())):
                x, y = 22, number * line
                if title:
                    painter.setFont(theme().font("small", 600))
                    painter.setPen(theme().colour("ink"))
                    painter.drawText(QRect(x, y, self.width(), line), 0, title)
                    x += QFontMetrics(painter.font()).horizontalAdvance(title)
                painter.setFont(theme().font("small"))
                painter.setPen(theme().colour("accent" if self.underMouse() else "ink_2"))
                painter.drawText(QRect(x, y, self.width(), line), 0, rest)


def _told(rung: Rung) -> str:
    """A rung in words."""
    words = tr("Level {level}, {name}", level=rung.level, name=rung.name)
    return f"{words}: {rung.words}"


class Placed(NamedTuple):
    """A rung and where it stands: its row, and in it name and words."""

    rung: Rung
    row: QRect
    name: QRect
    words: QRect


class Rungs(QWidget):
    """The levels of one dimension, the one reached tinted."""

    def __init__(self) -> None:
        super().__init__()
        self._rungs: tuple[Rung, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_rungs(self, rungs: Sequence[Rung]) -> None:
        """Show other levels."""
        if self._rungs == tuple(rungs):
            return
        self._rungs = tuple(rungs)
        at = next((one.name for one in rungs if one.current), "")
        self.setAccessibleName(
            ". ".join((tr("At {level}", level=at), *(_told(rung) for rung in rungs)))
        )
        self.updateGeometry()
        self.update()

    def places(self, width: int) -> list[Placed]:
        """Where each rung stands: its words below its name where one line is too short."""
        found, y = [], 0
        pitch, line, pad = theme().scaled(28), theme().line("small"), theme().scaled(4)
        small = QFontMetrics(theme().font("small"))
        for rung in self._rungs:
            bold = QFontMetrics(theme().font("small", 600 if rung.current else 400))
            name = QRect(38, y, bold.horizontalAdvance(rung.name), pitch)
            wide = small.horizontalAdvance(rung.words)
            words = QRect(width - 8 - wide, y, wide, pitch)
            row = QRect(0, y, width, pitch)
            if name.right() + 8 > words.x() - _SIGN:
                row.setHeight(2 * (line + pad))
                name = QRect(38, y + pad, name.width(), line)
                words = QRect(words.x(), y + pad + line, wide, line)
            found.append(Placed(rung, row, name, words))
            y += row.height()
        return found

    def heightForWidth(self, width: int) -> int:
        """As high as all rungs are."""
        return sum(one.row.height() for one in self.places(width))

    def sizeHint(self) -> QSize:
        """A line for each, two where one is too short."""
        return QSize(200, self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines."""
        with QPainter(self) as painter:
            for one in self.places(self.width()):
                if one.rung.current:
                    painter.fillRect(one.row, QColor(theme().tokens.accent_weak))
                _draw(painter, one)


def _draw(painter: QPainter, one: Placed) -> None:
    rung, name, words = one.rung, one.name, one.words
    looks = {"reached": "reached", "start": "reached", "possible": "possible", "open": "target"}
    chip = QRect(8, name.y() + (name.height() - 20) // 2, 20, 20)
    level_chip(painter, chip, rung.level, looks[rung.state])  # type: ignore[arg-type]
    painter.setFont(theme().font("small", 600 if rung.current else 400))
    painter.setPen(theme().colour("ink" if rung.current else "ink_2"))
    centre = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    painter.drawText(name, centre, rung.name)
    tone = "attn" if rung.blocked and not rung.current else "ink" if rung.current else "ink_2"
    painter.setFont(theme().font("small"))
    painter.setPen(theme().colour(tone))
    painter.drawText(words, centre | Qt.AlignmentFlag.AlignRight, rung.words)
    icon = "lock" if tone == "attn" else "check" if rung.state == "reached" else ""
    if icon:
        draw(painter, icon, tone, QRect(words.x() - _SIGN, words.center().y() - 6, 13, 13))


class ContextPane(QScrollArea):
    """Sections; each is built anew only when it says something else."""

    criterion_asked = Signal(str)
    demonstration_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("context")
        self.setAccessibleName(tr("What is known about this question"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._before, self._line = Before(), Rule()
        self._answers = OtherAnswers()
        self._held = HeldBack()
        self._level = LiveLevel()
        body = QFrame()
        body.setProperty("pane", "bg")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (
            self._before,
            self._line,
            self._answers,
            Rule(),
            self._held,
            Rule(),
            self._level,
        ):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(body)
        self._answers.demonstration_asked.connect(self.demonstration_asked)
        self._held.criterion_asked.connect(self.criterion_asked)

    def close_asking(self, why: str) -> None:
        """Let no demonstration be asked for, and say why; empty opens it again."""
        self._answers.close_asking(why)

    def show_reading(self, framework: Framework, reading: Reading, *, requested: bool) -> None:
        """Show what is known; ``requested`` when a demonstration is already asked for."""
        self._before.show_before(reading.before)
        self._line.setVisible(reading.before is not None)
        self._answers.show_reading(framework, reading, requested=requested)
        self._held.show_held(reading.held)
        self._level.show_level(reading)


class Before(Section):
    """The answer of the previous assessment; hidden without one."""

    def __init__(self) -> None:
        super().__init__(tr("Previous assessment"), goes=True)
        self._row = LastTimeRow()
        self.rows.addWidget(self._row)

    def show_before(self, found: LastTime | None) -> None:
        """Show another answer."""
        self.setVisible(found is not None)
        if found is not None:
            self._row.say(found)


class HeldBack(Section):
    """What waits for the answer."""

    criterion_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("What this answer holds back"), goes=True)
        self._shown: tuple[Held, ...] | None = None
        self.rows.setSpacing(2)
        self.rows.setContentsMargins(0, 4, 0, 0)

    def show_held(self, held: Sequence[Held]) -> None:
        """Show other things, if they are others."""
        if self._shown == tuple(held):
            return
        self._shown = tuple(held)
        emptied(self.rows)
        if not held:
            self.rows.addWidget(TextBlock(tr("Nothing waits for it."), "small", tone="ink_2"))
        for number, one in enumerate(held):
            button = HeldButton(one)
            button.setObjectName(f"held-{number}")
            button.clicked.connect(lambda _on=False, code=one.criterion: self._lead(code))
            self.rows.addWidget(button)

    def _lead(self, criterion: str) -> None:
        if criterion:
            self.criterion_asked.emit(criterion)


class LiveLevel(Section):
    """The level of the question's dimension, and the overall level."""

    def __init__(self) -> None:
        super().__init__(tr("Live level, this dimension"), inset=8, goes=True)
        self._ladder = Rungs()
        self._overall = Label("", "body", 600)
        self._overall.setObjectName("overall")
        self.rows.addWidget(self._ladder)
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 0)
        row.addWidget(Label(tr("Overall level"), "small", tone="ink_2"))
        row.addStretch(1)
        row.addWidget(self._overall)
        self.rows.addLayout(row)

    def show_level(self, reading: Reading) -> None:
        """Show other levels."""
        self._ladder.show_rungs(reading.rungs)
        self._overall.setText(reading.overall)
