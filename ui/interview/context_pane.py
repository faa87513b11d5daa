"""The right pane: other answers, what this answer holds back, the live level."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
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
from ui.interview.live_level import Rung
from ui.interview.reading import Held, Reading, Said, answer_label
from ui.theme import theme
from ui.theme.icons import draw
from ui.widgets.buttons import Button, clicks_on_enter
from ui.widgets.chips import GradeBars, IconMark, Rule
from ui.widgets.glyphs import AnswerGlyph
from ui.widgets.labels import Label, TextBlock
from ui.widgets.marks import box, level_chip


class Banner(QWidget):
    """A tinted note that voices differ."""

    def __init__(self, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 9, 12, 9)
        row.setSpacing(9)
        row.addWidget(IconMark("disagreement", "attn"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(TextBlock(words, "small", 500, "attn"), 1)
        self.setAccessibleName(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        tokens = theme().tokens
        box(QPainter(self), self.rect(), 4, tokens.attn_weak, tokens.attn_line)


class HeldButton(QAbstractButton):
    """One thing that waits for this answer; leads to its criterion."""

    def __init__(self, held: Held) -> None:
        super().__init__()
        self._held = held
        self.setText(f"{held.title} {held.text}")
        self.setAccessibleName(self.text())
        able = bool(held.criterion)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if able else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=not able)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().typed(self, "small")

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

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

    def _lines(self, width: int) -> list[tuple[str, str]]:
        """Lines as (bold, plain): the title's words in bold, then the others."""
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
        painter = QPainter(self)
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


class Rungs(QWidget):
    """The levels of one dimension, the one reached tinted."""

    def __init__(self) -> None:
        super().__init__()
        self._rungs: tuple[Rung, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rungs(self, rungs: Sequence[Rung]) -> None:
        """Show other levels."""
        self._rungs = tuple(rungs)
        at = next((one.name for one in rungs if one.current), "")
        self.setAccessibleName(
            f"At {at}. " + ". ".join(f"Level {r.level}, {r.name}: {r.words}" for r in rungs)
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A line for each."""
        return QSize(200, len(self._rungs) * theme().scaled(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        pitch = theme().scaled(28)
        for number, rung in enumerate(self._rungs):
            area = QRect(0, number * pitch, self.width(), pitch)
            if rung.current:
                painter.fillRect(area, QColor(theme().tokens.accent_weak))
            self._draw(painter, area, rung)

    def _draw(self, painter: QPainter, area: QRect, rung: Rung) -> None:
        looks = {"reached": "reached", "start": "reached", "possible": "possible", "open": "target"}
        chip = QRect(8, area.y() + (area.height() - 20) // 2, 20, 20)
        level_chip(painter, chip, rung.level, looks[rung.state])  # type: ignore[arg-type]
        painter.setFont(theme().font("small", 600 if rung.current else 400))
        painter.setPen(theme().colour("ink" if rung.current else "ink_2"))
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(38, area.y(), area.width(), area.height()), centre, rung.name)
        tone = "attn" if rung.blocked and not rung.current else "ink" if rung.current else "ink_2"
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour(tone))
        words = QRect(0, area.y(), area.width() - 8, area.height())
        painter.drawText(words, centre | Qt.AlignmentFlag.AlignRight, rung.words)
        icon = "lock" if tone == "attn" else "check" if rung.state == "reached" else ""
        if icon:
            wide = QFontMetrics(painter.font()).horizontalAdvance(rung.words)
            place = QRect(
                area.width() - 8 - wide - 19, area.y() + (area.height() - 13) // 2, 13, 13
            )
            draw(painter, icon, tone, place)


class ContextPane(QScrollArea):
    """Built anew only when what it says has changed."""

    criterion_asked = Signal(str)
    demonstration_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] | None = None
        self.setObjectName("context")
        self.setAccessibleName("What is known about this question")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_reading(self, framework: Framework, reading: Reading, *, requested: bool) -> None:
        """Show what is known; ``requested`` when a demonstration is already asked for."""
        if self._shown == (reading, requested):
            return
        self._shown = (reading, requested)
        at = self.verticalScrollBar().value()
        body = QFrame()
        body.setProperty("pane", "bg")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (
            self._answers(framework, reading, requested=requested),
            Rule(),
            self._held(reading.held),
            Rule(),
            self._level(reading),
        ):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(body)
        self.verticalScrollBar().setValue(at)

    def _answers(self, framework: Framework, reading: Reading, *, requested: bool) -> QWidget:
        section, column = _section("Other answers")
        if reading.settled:
            column.addWidget(TextBlock(reading.settled, "small", 500, "ink"))
        if reading.banner:
            column.addWidget(Banner(reading.banner))
        others = [one for one in reading.others if not one.here]
        if not others:
            column.addWidget(TextBlock("First to be asked", "small", tone="ink_2"))
        for number, one in enumerate(reading.others):
            if number:
                column.addWidget(Rule())
            column.addWidget(_said(framework, one))
        if requested:
            column.addWidget(_line("check", "A demonstration is asked for"))
        else:
            ask = Button("Request a demonstration", size="small", icon="plus", key="Ctrl+D")
            ask.setObjectName("demonstration")
            ask.clicked.connect(self.demonstration_asked)
            column.addSpacing(2)
            column.addWidget(ask)
        return section

    def _held(self, held: Sequence[Held]) -> QWidget:
        section, column = _section("What this answer holds back")
        column.setSpacing(2)
        column.addSpacing(4)
        if not held:
            column.addWidget(TextBlock("Nothing waits for it.", "small", tone="ink_2"))
        for one in held:
            button = HeldButton(one)
            button.clicked.connect(lambda _on=False, code=one.criterion: self._lead(code))
            column.addWidget(button)
        return section

    def _level(self, reading: Reading) -> QWidget:
        section, column = _section("Live level, this dimension", inset=8)
        column.setContentsMargins(8, 14, 8, 14)
        ladder = Rungs()
        ladder.show_rungs(reading.rungs)
        column.addWidget(ladder)
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 0)
        row.addWidget(Label("Overall level", "small", tone="ink_2"))
        row.addStretch(1)
        overall = Label(reading.overall, "body", 600)
        overall.setObjectName("overall")
        row.addWidget(overall)
        column.addLayout(row)
        return section

    def _lead(self, criterion: str) -> None:
        if criterion:
            self.criterion_asked.emit(criterion)


def _section(title: str, inset: int = 0) -> tuple[QWidget, QVBoxLayout]:
    section = QWidget()
    column = QVBoxLayout(section)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(8)
    head = Label(title, "body", 600)
    head.setContentsMargins(inset, 0, 0, 0)
    column.addWidget(head)
    return section, column


def _line(icon: str, words: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 2, 0, 0)
    row.setSpacing(8)
    row.addWidget(IconMark(icon, "ok", 14))
    row.addWidget(Label(words, "small", tone="ink_2"), 1)
    return line


def _said(framework: Framework, one: Said) -> QWidget:
    """One voice: silhouette, who, answer; words; grade and when."""
    block = QWidget()
    row = QHBoxLayout(block)
    row.setContentsMargins(0, 1, 0, 1)
    row.setSpacing(8)
    row.addWidget(AnswerGlyph(one.value), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(2)
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addWidget(TextBlock(one.who, "small", 600), 1)
    label = answer_label(framework, one.value)
    head.addWidget(Label(label, "small"), 0, Qt.AlignmentFlag.AlignTop)
    column.addLayout(head)
    if one.words:
        column.addWidget(TextBlock(one.words, "small", tone="ink_2", lines=3))
    under = QHBoxLayout()
    under.setSpacing(7)
    if one.grade >= 2:
        under.addWidget(GradeBars(one.grade))
    under.addWidget(Label(one.support, "small", tone="ink_3"), 1)
    column.addLayout(under)
    row.addLayout(column, 1)
    block.setAccessibleName(f"{one.who}: {label}. {one.words} {one.support}")
    return block
