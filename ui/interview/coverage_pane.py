"""The plan's coverage beside the list of interviews: the matrix, and what is left out in words."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from engagements.assessment.coverage import Cell, Gap, coverage, gap_words
from engagements.language import tr, trn
from engagements.records.snapshot import Snapshot
from ui.interview.coverage import cell_plan, gap_plan
from ui.interview.coverage_matrix import Matrix, mark
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.chips import IconMark, Rule, card
from ui.widgets.flow import Flow
from ui.widgets.labels import Label, TextBlock
from ui.widgets.rows import emptied

SAMPLES = (Cell(heard=3), Cell(planned=3), Cell(leads=1), Cell(also=1))


class _Mark(QWidget):
    """One mark of the matrix, for the legend."""

    def __init__(self, cell: Cell) -> None:
        super().__init__()
        self._cell = cell
        self.setFixedSize(QSize(theme().scaled(24), theme().scaled(18)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        mark(QPainter(self), QRect(0, 0, self.width(), self.height()), self._cell)


class CoveragePane(QWidget):
    """Says which plan is wanted; keeps nothing itself."""

    proposed = Signal(object)
    """A Plan that closes a gap, or that asks a role about a dimension."""

    def __init__(self) -> None:
        super().__init__()
        self._snapshot: Snapshot | None = None
        self._gaps: tuple[Gap, ...] | None = None
        self.matrix = Matrix()
        self.matrix.asked.connect(self._ask)
        self._count = Label("", "small", tone="ink_2")
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(10)
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(Label(tr("Who is asked what"), "heading"))
        column.addWidget(self.matrix)
        column.addLayout(_legend())
        column.addSpacing(4)
        column.addWidget(Rule())
        head = QHBoxLayout()
        head.addWidget(Label(tr("Left out so far"), weight=600))
        head.addStretch(1)
        head.addWidget(self._count)
        column.addLayout(head)
        column.addWidget(self._scrolled(), 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _scrolled(self) -> QScrollArea:
        body = QWidget()
        body.setProperty("clear", "true")
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 2, 4, 2)
        inside.addLayout(self._rows)
        inside.addStretch(1)
        area = QScrollArea()
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        return area

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Read the plan of an engagement; the same one is read once."""
        if snapshot is self._snapshot:
            return
        self._snapshot = snapshot
        found = coverage(snapshot)
        self.matrix.show_coverage(snapshot.framework, found)
        if found.gaps != self._gaps:
            self._gaps = found.gaps
            self._fill(snapshot, found.gaps)

    def gaps(self) -> tuple[Gap, ...]:
        """What is left out, as it is listed."""
        return self._gaps or ()

    def _fill(self, snapshot: Snapshot, gaps: tuple[Gap, ...]) -> None:
        emptied(self._rows)
        self._count.setText(trn("{n} gap", "{n} gaps", len(gaps)) if gaps else "")
        if not gaps:
            words = tr("Nothing. Whoever leads is asked, and every core criterion by two roles.")
            self._rows.addWidget(_row("check", "ok", words, None))
        for number, gap in enumerate(gaps):
            button = Button(tr("Plan it"), size="small", name=f"gap-{number}")
            words = gap_words(snapshot.framework, gap)
            button.setAccessibleName(tr("Plan it: {words}", words=words))
            button.clicked.connect(lambda _on=False, gap=gap: self._close(gap))
            self._rows.addWidget(_row("warning", "attn", words, button))

    def _close(self, gap: Gap) -> None:
        if self._snapshot is not None:
            self.proposed.emit(gap_plan(self._snapshot, gap))

    def _ask(self, role: str, dimension: str) -> None:
        if self._snapshot is not None:
            self.proposed.emit(cell_plan(self._snapshot, role, dimension))


def _row(icon: str, tone: str, words: str, button: Button | None) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(2, 2, 2, 2)
    row.setSpacing(8)
    row.addWidget(IconMark(icon, tone, 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(TextBlock(words, "small"), 1)
    if button is not None:
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return holder


def _legend() -> Flow:
    """What the cells mean, in as many lines as the words need."""
    flow = Flow(10)
    names = (tr("heard"), tr("planned"), tr("nobody yet"), tr("optional"))
    for cell, words in zip(SAMPLES, names, strict=True):
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(_Mark(cell))
        row.addWidget(Label(words, "small", tone="ink_2"))
        flow.addWidget(pair)
    return flow
