"""The levels beside other public models: nearest equivalents, in two lines each where those do."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from engagements.language import mark, tr
from ui.score.standing import COLUMNS, CrosswalkRow
from ui.theme import theme
from ui.widgets.labels import ElidedLabel, Label, broken, plain_tip
from ui.widgets.marks import box, level_chip

_HEADS = (mark("Plumbline"), *(name for _, name in COLUMNS))
_FIRST = 0.22
_PAD = 14
_CHIP = 20
_ROOMY = 400
"""Pixels at 100 % text from which two lines hold most cells, and the rest is shown on hover. A
narrower table stands in a column that scrolls: it shows all words, and of a level its chip."""


class CrosswalkTable(QWidget):
    """Painted; Up and Down read its rows in full, Enter or a click takes one apart."""

    asked = Signal(str)
    """The reference of a row: ``crosswalk:1``."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[CrosswalkRow, ...] = ()
        self._at = 0
        theme().typed(self, "small")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setObjectName("crosswalk")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[CrosswalkRow]) -> None:
        """Show other rows."""
        self._rows = tuple(rows)
        self._at = next((at for at, one in enumerate(rows) if one.current), 0)
        self.setAccessibleName(tr("Crosswalk to other public models") if rows else "")
        self._describe()
        self.updateGeometry()
        self.update()

    def _describe(self) -> None:
        whole = [self._rows[self._at].whole] if self._rows else []
        whole += [one.whole for one in self._rows if one is not self._rows[self._at]]
        self.setAccessibleDescription(" ".join(whole))

    def _is_roomy(self) -> bool:
        return self.width() >= theme().scaled(_ROOMY)

    def _head(self) -> int:
        return theme().scaled(30) if self._is_roomy() else 2 * theme().line("small") + 10

    def _edges(self) -> list[int]:
        """The upper edge of each row, and the lower one of the last."""
        line = theme().line("small")
        heights = (self._lines(row) * line + 7 for row in self._rows)
        return [*accumulate(heights, initial=self._head())]

    def _lines(self, row: CrosswalkRow) -> int:
        """How many lines a row's longest cell takes."""
        if self._is_roomy():
            return 2
        _, *others = self._columns()
        cells = zip(others, row.others, strict=True)
        return max(2, *(len(broken(text, self, width - _PAD - 4)) for (_, width), text in cells))

    def _row_at(self, y: float) -> int | None:
        """The number of the row there."""
        edges = enumerate(pairwise(self._edges()))
        return next((number for number, (top, below) in edges if top <= y < below), None)

    def sizeHint(self) -> QSize:
        """Head and all rows."""
        return QSize(_ROOMY, self._edges()[-1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower table may be a higher one."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _columns(self) -> list[tuple[int, int]]:
        """Left edge and width of each column."""
        first = round(self.width() * _FIRST) if self._is_roomy() else _PAD + _CHIP
        rest = (self.width() - first) // max(1, len(COLUMNS))
        return [(0, first), *((first + n * rest, rest) for n in range(len(COLUMNS)))]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw head and rows."""
        with QPainter(self) as painter:
            tokens = theme().tokens
            painter.fillRect(0, 0, self.width(), self._head(), QColor(tokens.surface_2))
            painter.setFont(theme().font("small", 600))
            painter.setPen(theme().colour("ink_2"))
            centre = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            for (x, width), words in [*zip(self._columns(), _HEADS, strict=True)][
                not self._is_roomy() :
            ]:
                painter.drawText(QRect(x + _PAD, 0, width - _PAD, self._head()), centre, tr(words))
            edges = self._edges()
            for row, (y, below) in zip(self._rows, pairwise(edges), strict=True):
                self._draw_row(painter, row, QRect(0, y, self.width(), below - y))

            if self.hasFocus() and self._rows:
                y, below = edges[self._at : self._at + 2]
                ring = QRect(3, y + 2, self.width() - 6, below - y - 3)
                box(painter, ring, 4, None, tokens.accent, width=2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go over the rows; the one reached is read in full. Enter opens it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._rows:
            self.asked.emit(f"crosswalk:{self._rows[self._at].level}")
            return
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if not step or not 0 <= self._at + step < len(self._rows):
            event.ignore()
            return
        self._at += step
        self._describe()
        self.update()
        self._read()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the row under the pointer."""
        number = self._row_at(event.position().y())
        if event.button() is Qt.MouseButton.LeftButton and number is not None:
            self._at = number
            self._describe()
            self.update()
            self.asked.emit(f"crosswalk:{self._rows[number].level}")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Read the row the focus comes to."""
        super().focusInEvent(event)
        self.update()
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._read()

    def _read(self) -> None:
        """Show the whole row beneath it: two lines a cell may not hold it."""
        if self._rows:
            below = QPoint(_PAD, self._edges()[self._at + 1] - 14)
            words = plain_tip(self._rows[self._at].whole)
            QToolTip.showText(self.mapToGlobal(below), words, self)

    def _draw_row(self, painter: QPainter, row: CrosswalkRow, area: QRect) -> None:
        tokens = theme().tokens
        if row.current:
            painter.fillRect(area, QColor(tokens.accent_weak))
        painter.fillRect(QRect(0, area.y(), area.width(), 1), QColor(tokens.border))
        level_chip(painter, QRect(_PAD, area.center().y() - 9, _CHIP, _CHIP), row.level)
        first, *others = self._columns()
        painter.setPen(theme().colour("ink"))
        if self._is_roomy():
            self._draw_name(painter, row, QRect(0, area.y(), first[1], area.height()))
        painter.setFont(theme().font("small"))
        for (x, width), text in zip(others, row.others, strict=True):
            self._draw_cell(
                painter, QRect(x + _PAD, area.y(), width - _PAD - 4, area.height()), text
            )

    @staticmethod
    def _draw_name(painter: QPainter, row: CrosswalkRow, area: QRect) -> None:
        painter.setFont(theme().font("small", 600 if row.current else 400))
        name = area.adjusted(_PAD + _CHIP + 8, 0, 0, 0)
        fitting = QFontMetrics(painter.font()).elidedText(
            row.name, Qt.TextElideMode.ElideRight, name.width()
        )
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, fitting)

    def _draw_cell(self, painter: QPainter, area: QRect, text: str) -> None:
        lines = broken(text, self, area.width())
        if len(lines) > 2 and self._is_roomy():
            rest = QFontMetrics(self.font()).elidedText(
                " ".join(lines[1:]), Qt.TextElideMode.ElideRight, area.width()
            )
            lines = [lines[0], rest]
        line = theme().line("small")
        y = area.y() + (area.height() - len(lines) * line) // 2
        for number, words in enumerate(lines):
            place = QRect(area.x(), y + number * line, area.width(), line)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)

    def event(self, event: QEvent) -> bool:
        """The whole text, and where it does not fit, as a tooltip."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            number = self._row_at(event.pos().y())
            words = "" if number is None else self._rows[number].whole
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return super().event(event)


class _Note(ElidedLabel):
    """What the rows are, at the right; in full and with its source on hover."""

    _source = ""

    def show_note(self, note: str, source: str) -> None:
        """Show another note."""
        self._source = source
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleDescription(source)
        self.setText(note)

    def _fit(self) -> None:
        super()._fit()
        parts = (self.whole(), self._source)
        self.setToolTip(plain_tip(". ".join(one for one in parts if one)))


class Crosswalk(QWidget):
    """The table under its heading."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._note = _Note("", "small", tone="ink_2")
        self._table = CrosswalkTable()
        self._table.asked.connect(self.asked)
        self._table.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(Label(tr("Crosswalk"), "heading"))
        head.addSpacing(16)
        head.addWidget(self._note, 1)
        column.addLayout(head)
        column.addWidget(self._table)

    def show_rows(self, rows: Sequence[CrosswalkRow], note: str, source: str) -> None:
        """Show other rows, the note that says what they are, and in full on hover."""
        self._note.show_note(note, source)
        self._table.show_rows(rows)
