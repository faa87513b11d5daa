"""The levels beside other public models: nearest equivalents, two lines each, the rest on hover."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from ui.score.standing import COLUMNS, CrosswalkRow
from ui.theme import theme
from ui.widgets.labels import Label, broken, plain_tip
from ui.widgets.marks import level_chip

_HEADS = ("Plumbline", *(name for _, name in COLUMNS))
_FIRST = 0.25
_PAD = 14


class CrosswalkTable(QWidget):
    """Painted: nothing in it can be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[CrosswalkRow, ...] = ()
        theme().typed(self, "small")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[CrosswalkRow]) -> None:
        """Show other rows."""
        self._rows = tuple(rows)
        self.setAccessibleName(
            ". ".join(
                f"{one.level} {one.name}: "
                + ", ".join(
                    f"{head} {text}" for head, text in zip(_HEADS[1:], one.others, strict=True)
                )
                for one in rows
            )
        )
        self.updateGeometry()
        self.update()

    def _row(self) -> int:
        return 2 * theme().line("small") + 7

    def _head(self) -> int:
        return theme().scaled(30)

    def sizeHint(self) -> QSize:
        """Head and all rows."""
        return QSize(400, self._head() + len(self._rows) * self._row())

    def _columns(self) -> list[tuple[int, int]]:
        """Left edge and width of each column."""
        first = round(self.width() * _FIRST)
        rest = (self.width() - first) // max(1, len(COLUMNS))
        return [(0, first), *((first + n * rest, rest) for n in range(len(COLUMNS)))]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw head and rows."""
        painter = QPainter(self)
        tokens = theme().tokens
        painter.fillRect(0, 0, self.width(), self._head(), QColor(tokens.surface_2))
        painter.setFont(theme().font("small", 600))
        painter.setPen(theme().colour("ink_2"))
        centre = Qt.AlignmentFlag.AlignVCenter
        for (x, width), words in zip(self._columns(), _HEADS, strict=True):
            painter.drawText(QRect(x + _PAD, 0, width - _PAD, self._head()), centre, words)
        for number, row in enumerate(self._rows):
            y = self._head() + number * self._row()
            self._draw_row(painter, row, QRect(0, y, self.width(), self._row()))

    def _draw_row(self, painter: QPainter, row: CrosswalkRow, area: QRect) -> None:
        tokens = theme().tokens
        if row.current:
            painter.fillRect(area, QColor(tokens.accent_weak))
        painter.fillRect(QRect(0, area.y(), area.width(), 1), QColor(tokens.border))
        level_chip(painter, QRect(_PAD, area.center().y() - 9, 20, 20), row.level)
        first, *others = self._columns()
        painter.setFont(theme().font("small", 600 if row.current else 400))
        painter.setPen(theme().colour("ink"))
        name = QRect(_PAD + 28, area.y(), first[1] - _PAD - 28, area.height())
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, row.name)
        painter.setFont(theme().font("small"))
        for (x, width), text in zip(others, row.others, strict=True):
            self._draw_cell(
                painter, QRect(x + _PAD, area.y(), width - _PAD - 4, area.height()), text
            )

    def _draw_cell(self, painter: QPainter, area: QRect, text: str) -> None:
        lines = broken(text, self, area.width())
        if len(lines) > 2:
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
            number = (event.pos().y() - self._head()) // self._row()
            words = ""
            if 0 <= number < len(self._rows):
                row = self._rows[number]
                at = [n for n, (x, _) in enumerate(self._columns()) if x <= event.pos().x()][-1]
                words = row.others[at - 1] if at else row.misfit or row.name
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return super().event(event)


class Crosswalk(QWidget):
    """The table under its heading."""

    def __init__(self) -> None:
        super().__init__()
        self._note = Label("", "small", tone="ink_2")
        self._table = CrosswalkTable()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(Label("Crosswalk", "heading"))
        head.addStretch(1)
        head.addWidget(self._note)
        column.addLayout(head)
        column.addWidget(self._table)

    def show_rows(self, rows: Sequence[CrosswalkRow], note: str) -> None:
        """Show other rows and the note that says what they are."""
        self._note.setText(note)
        self._table.show_rows(rows)
