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
from ui.parts.units import offer_units
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.chips import IconMark, Rule, card
from ui.widgets.fields import Select
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
        with QPainter(self) as painter:
            mark(painter, QRect(0, 0, self.width(), self.height()), self._cell)


class CoveragePane(QWidget):
    """Says which plan is wanted; keeps nothing itself."""

    proposed = Signal(object)
    """A Plan that closes a gap, or that asks a role about a dimension."""

    def __init__(self) -> None:
        super().__init__()
        self._snapshot: Snapshot | None = None
        self._shown: tuple[str, tuple[Gap, ...]] | None = None
        self.unit = Select((), tr("Scope unit"), name="coverage-unit")
        self.unit.picked.connect(lambda _unit: self._read())
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
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(Label(tr("Who is asked what"), "heading"))
        top.addStretch(1)
        top.addWidget(self.unit)
        column.addLayout(top)
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
        offer_units(self.unit, snapshot)
        self.unit.setVisible(len(snapshot.scope_units) > 1)
        self._read()

    def _read(self) -> None:
        """Show the scope unit chosen, and how much is left out in the others."""
        snapshot = self._snapshot
        if snapshot is None:
            return
        units = {one.id: coverage(snapshot, one.id) for one in snapshot.scope_units}
        here = units.pop(self.unit.current())
        self.matrix.show_coverage(snapshot.framework, here)
        self._count.setText(_counted(len(here.gaps), sum(len(one.gaps) for one in units.values())))
        shown = (self.unit.current(), here.gaps)
        if shown != self._shown:
            self._shown = shown
            self._fill(snapshot, here.gaps)

    def gaps(self) -> tuple[Gap, ...]:
        """What is left out of the unit on screen, as it is listed."""
        return self._shown[1] if self._shown else ()

    def _fill(self, snapshot: Snapshot, gaps: tuple[Gap, ...]) -> None:
        emptied(self._rows)
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
            self.proposed.emit(gap_plan(self._snapshot, gap, self.unit.current()))

    def _ask(self, role: str, dimension: str) -> None:
        if self._snapshot is not None:
            unit = self.unit.current()
            self.proposed.emit(cell_plan(self._snapshot, role, dimension, unit))


def _counted(here: int, elsewhere: int) -> str:
    """How many gaps there are, and how many the other units have."""
    said = [trn("{n} gap", "{n} gaps", here)] if here else []
    if elsewhere:
        said.append(trn("{n} in other units", "{n} in other units", elsewhere))
    return ", ".join(said)


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
