"""The lists of the Score page: criteria with their answer, why they matter, where Enter leads."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engagements.framework.model import AnswerValue
from engagements.language import mark, tr, trn
from ui.score.standing import Block, Line
from ui.theme import theme
from ui.theme.icons import draw
from ui.widgets.buttons import Button, clicks_on_enter
from ui.widgets.chips import card
from ui.widgets.glyphs import draw_answer
from ui.widgets.labels import ElidedLabel, TextBlock
from ui.widgets.marks import box, grade_bars, level_chip

SHORT = 4
"""Lines shown until "Show more"."""
_LIFT = 70
"""Room for two level chips and their arrow."""
_BARS = 21
"""Room for the bars of an evidence grade."""
_WORDS = {
    AnswerValue.YES: mark("yes"),
    AnswerValue.PARTLY: mark("partly"),
    AnswerValue.NO: mark("no"),
    AnswerValue.NA: mark("not applicable"),
    AnswerValue.UNKNOWN: mark("don’t know"),
}


class ReasonRow(QAbstractButton):
    """Silhouette, code and title, a line under it; with level chips where it lifts one."""

    def __init__(self, line: Line, block: str, *, last: bool) -> None:
        super().__init__()
        self._line, self._last = line, last
        self.block = block
        """The key of the list it stands in."""
        self.criterion = line.criterion
        self._supposed: AnswerValue | None = None
        self.setText(f"{line.criterion} {line.title}")
        self.setAccessibleName(self._spoken())
        self.setObjectName(f"reason-{block}-{line.criterion}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def suppose(self, value: AnswerValue | None) -> None:
        """Show that an answer is supposed here, dashed; None when nothing is."""
        if value is not self._supposed:
            self._supposed = value
            self.setAccessibleName(self._spoken())
            self.updateGeometry()
            self.update()

    def _spoken(self) -> str:
        line = self._line
        said = tr("answers differ") if line.differs else tr("not asked")
        if line.value and not line.differs:
            said = tr(_WORDS[line.value])
        parts = [f"{line.criterion} {line.title}, {said}.", line.under]
        parts += [f"{line.grade_name}."] if line.grade_name else []
        if line.lift:
            before, after = line.lift
            parts.append(tr("From level {before} to {after}.", before=before, after=after))
        return " ".join([*parts, self._supposition()]).strip()

    def _supposition(self) -> str:
        if self._supposed is None:
            return ""
        return tr("Supposed: {value}.", value=tr(_WORDS[self._supposed]))

    def heightForWidth(self, width: int) -> int:
        """All lines with room above and below."""
        title, under = self._lines(width)
        graded = self._grade_room(under, width)[1]
        return (len(title) + len(under) + graded) * theme().line("small") + 17

    def sizeHint(self) -> QSize:
        """At a usual width."""
        return QSize(280, self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        """At the present width."""
        return QSize(160, self.heightForWidth(max(self.width(), 240)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the layout that the height follows the width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; arrows are the page's."""
        if not clicks_on_enter(self, event):
            event.ignore()

    def _lines(self, width: int) -> tuple[list[list[tuple[str, int]]], list[list[tuple[str, int]]]]:
        """The title's lines (its code in bold) and those under it, as (word, weight)."""
        room = width - 32 - 26 - (_LIFT if self._line.lift else 0)
        title = [(self._line.criterion, 600)] + [(w, 500) for w in self._line.title.split()]
        under = [(w, 400) for w in self._line.under.split()]
        under += [(w, 600) for w in self._supposition().split()]
        return _wrapped(title, room), _wrapped(under, room)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw everything, on a tint while pointed at."""
        with QPainter(self) as painter:
            tokens = theme().tokens
            if self.hasFocus():
                ring = self.rect().adjusted(5, 2, -5, -3)
                box(painter, ring, 4, tokens.accent_weak, tokens.accent, width=2)
            elif self.underMouse():
                painter.fillRect(self.rect().adjusted(1, 0, -1, 0), QColor(tokens.surface_2))
            if not self._last:
                line = QRect(16, self.height() - 1, self.width() - 32, 1)
                painter.fillRect(line, QColor(tokens.border))
            if self._supposed is not None:
                self._dashed(painter)
            self._glyph(painter)
            title, under = self._lines(self.width())
            y = self._words(painter, title, 8, "ink")
            y = self._words(painter, under, y, "ink_2")
            if self._line.grade is not None:
                self._grade(painter, under, y, self._line.grade)
            if self._line.lift:
                self._lift(painter, *self._line.lift)

    def _dashed(self, painter: QPainter) -> None:
        """A dashed frame: what stands here is only supposed."""
        pen = QPen(theme().colour("accent"), 1.4)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().adjusted(7, 4, -8, -6), 4, 4)

    def _glyph(self, painter: QPainter) -> None:
        if self._line.differs:
            draw(painter, "disagreement", "attn", QRect(16, 9, 15, 15))
        else:
            draw_answer(painter, QRectF(16, 9, 15, 15), self._line.value)

    def _words(
        self, painter: QPainter, lines: list[list[tuple[str, int]]], y: int, tone: str
    ) -> int:
        painter.setPen(theme().colour(tone))
        height = theme().line("small")
        for line in lines:
            x = 42
            for word, weight in line:
                painter.setFont(theme().font("small", weight))
                painter.drawText(
                    QRect(x, y, self.width(), height), Qt.AlignmentFlag.AlignVCenter, word
                )
                x += QFontMetrics(painter.font()).horizontalAdvance(f"{word} ")
            y += height
        return y

    def _grade_room(self, under: list[list[tuple[str, int]]], width: int) -> tuple[int, bool]:
        """Where the evidence begins beside the last line, and whether it needs a line of its own.

        Without a grade it needs none.
        """
        if not self._line.grade_name or not under:
            return 0, False
        fonts = QFontMetrics(theme().font("small"))
        used = 5 + sum(
            QFontMetrics(theme().font("small", weight)).horizontalAdvance(f"{word} ")
            for word, weight in under[-1]
        )
        needs = _BARS + fonts.horizontalAdvance(self._line.grade_name)
        return (0, True) if used + needs > width - 58 else (used, False)

    def _grade(
        self, painter: QPainter, under: list[list[tuple[str, int]]], y: int, grade: int
    ) -> None:
        """The rising bars and their word, after the last line or below it."""
        line = theme().line("small")
        used, own = self._grade_room(under, self.width())
        y -= 0 if own else line
        grade_bars(painter, QRect(42 + used, y + 1, 16, line - 5), grade)
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("ink_2"))
        area = QRect(42 + used + _BARS, y, self.width(), line)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._line.grade_name)

    def _lift(self, painter: QPainter, before: int, after: int) -> None:
        middle = self.height() // 2
        right = self.width() - 16
        level_chip(painter, QRect(right - 20, middle - 10, 20, 20), after)
        draw(painter, "arrow", "ink_2", QRect(right - 37, middle - 6, 13, 13))
        level_chip(painter, QRect(right - 62, middle - 10, 20, 20), before)


def _wrapped(words: list[tuple[str, int]], room: int) -> list[list[tuple[str, int]]]:
    lines: list[list[tuple[str, int]]] = [[]]
    used, scale = 0, theme().scaled(100)
    for word, weight in words:
        if lines[-1] and used + _wide(word, weight, scale) > room:
            lines.append([])
            used = 0
        lines[-1].append((word, weight))
        used += _wide(f"{word} ", weight, scale)
    return [line for line in lines if line]


@lru_cache(maxsize=4096)
def _wide(word: str, weight: int, _scale: int) -> int:
    """The width of a word at a text scale; layouts ask for the same ones over and over."""
    return QFontMetrics(theme().font("small", weight)).horizontalAdvance(word)


class ReasonCard(QWidget):
    """One block as a card; long ones open on demand."""

    asked = Signal(str)
    start_asked = Signal()

    def __init__(self, block: Block) -> None:
        super().__init__()
        frame = card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        column = QVBoxLayout(frame)
        column.setContentsMargins(1, 12, 1, 6)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(16, 0, 16, 4)
        head.setSpacing(0)
        head.addWidget(ElidedLabel(block.title, "heading"))
        if block.remark:
            head.addWidget(TextBlock(block.remark, "small", tone="ink_2"))
        column.addLayout(head)
        self.rows: list[ReasonRow] = []
        hidden = block.lines[SHORT:]
        for number, line in enumerate(block.lines):
            row = ReasonRow(line, block.key, last=number == len(block.lines) - 1)
            row.clicked.connect(lambda _on=False, code=line.criterion: self.asked.emit(code))
            self.rows.append(row)
            column.addWidget(row)
            row.setVisible(number < SHORT)
        if not block.lines:
            column.addLayout(self._instead(block))
        self._more = Button(
            trn("Show {n} more", "Show {n} more", len(hidden)), kind="quiet", size="small"
        )
        self._more.setObjectName(f"more-{block.key}")
        self._more.setParent(frame)  # without a parent, showing it would open a window
        self._more.clicked.connect(self.open)
        self._more.setVisible(bool(hidden))
        if hidden:
            foot = QHBoxLayout()
            foot.setContentsMargins(8, 2, 8, 2)
            foot.addWidget(self._more)
            foot.addStretch(1)
            column.addLayout(foot)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _instead(self, block: Block) -> QVBoxLayout:
        """What stands there while there is no line, and where to go when nothing is answered."""
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 2, 16, 8)
        inside.setSpacing(12)
        inside.addWidget(TextBlock(block.empty, "small", tone="ink_2"))
        if block.key == "start":
            start = Button(tr("Go to interviews"), kind="primary", name="start")
            start.clicked.connect(self.start_asked)
            inside.addWidget(start)
        return inside

    def open(self) -> None:
        """Show all lines; the focus goes to the first new one."""
        self._more.hide()
        for row in self.rows:
            row.show()
        if len(self.rows) > SHORT:
            self.rows[SHORT].setFocus(Qt.FocusReason.OtherFocusReason)
