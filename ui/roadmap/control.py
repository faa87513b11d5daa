"""The bar above the plan: start, target, and which axis it is shown on."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from engagements.framework.model import Framework
from engagements.language import mark, tr, trn
from ui.parts.day_edit import DayEdit
from ui.roadmap.outline import Outline
from ui.theme import theme
from ui.widgets.buttons import Segmented
from ui.widgets.chips import Chip
from ui.widgets.fields import Select
from ui.widgets.labels import ElidedLabel, Label

HEIGHT = 52
VIEWS = (("transition", mark("Transition")), ("overview", mark("Overview")))


class ControlBar(QWidget):
    """Shows what is kept; says what was chosen."""

    start_given = Signal(object)
    """A date."""
    target_chosen = Signal(str)
    """A level, or empty for none."""
    view_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.start = DayEdit(tr("Start"), "start")
        self.start.setFixedWidth(150)
        self._touched = False
        self.start.dateChanged.connect(self._start_touched)
        self.start.returnPressed.connect(self._give_start)
        self.start.editingFinished.connect(self._start_left)
        self.target = Select((), tr("Target level"), name="target-level")
        self.target.picked.connect(self.target_chosen)
        self.view = Segmented(
            [(key, tr(words)) for key, words in VIEWS], tr("Time axis"), name="axis"
        )
        self.view.setObjectName("time-axis")
        self.view.chosen.connect(self.view_chosen)
        self._made = ElidedLabel("", "small", tone="ink_2")
        self.warning = Chip(icon="warning", tone="attn", most=300)
        self.warning.setObjectName("plan-warning")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(10)
        for words, edit in ((tr("Start"), self.start), (tr("Target"), self.target)):
            label = Label(words, "small", 500, "ink_2")
            label.setBuddy(edit)
            row.addWidget(label)
            row.addWidget(edit)
            row.addSpacing(8)
        row.addWidget(self._made, 1)
        row.addWidget(self.view)
        row.addWidget(self.warning)
        self._fit()
        theme().changed.connect(self._fit)

    def _fit(self) -> None:
        self.setFixedHeight(theme().scaled(HEIGHT))
        self.start.setFixedWidth(theme().scaled(150))

    def offer(self, framework: Framework) -> None:
        """Offer the levels of a framework as targets."""
        levels = [
            (str(one.number), tr("{n} {name}", n=one.number, name=one.name))
            for one in framework.levels
            if one.number > 0
        ]
        blocker = QSignalBlocker(self.target)
        self.target.set_choices([("", tr("Not agreed")), *levels])
        blocker.unblock()

    def show_outline(self, outline: Outline | None, locked: str) -> None:
        """Show what is kept; ``locked`` says why nothing can be changed."""
        if outline is None:
            return
        blockers = [QSignalBlocker(self.start), QSignalBlocker(self.target)]
        day = outline.start or date.today()
        self._touched = False
        self.start.setDate(QDate(day.year, day.month, day.day))
        self.target.choose("" if outline.target is None else str(outline.target))
        for blocker in blockers:
            blocker.unblock()
        for edit in (self.start, self.target):
            edit.setEnabled(not locked)
            edit.setToolTip(locked)
        self.view.setEnabled(outline.transition is not None)
        self._made.setText(_made(outline))
        self.warning.set_text(outline.warning)
        self.warning.setVisible(bool(outline.warning))

    def day(self) -> date:
        """The day in the field."""
        chosen = self.start.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def _start_touched(self) -> None:
        self._touched = True

    def _start_left(self) -> None:
        """Going through the field without typing decides nothing; Enter does."""
        if self._touched:
            self._give_start()

    def _give_start(self) -> None:
        self._touched = False
        self.start_given.emit(self.day())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A surface with a line under it."""
        tokens = theme().tokens
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(tokens.surface))
            painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.border))


def _made(outline: Outline) -> str:
    """How the plan came about, and what it still lacks."""
    if outline.state != "planned":
        return ""
    if outline.target is None:
        return tr("No target is agreed: this leads to level {level}", level=outline.leads_to)
    if not outline.start_agreed:
        return tr("Start proposed, not agreed yet")
    if not outline.changes:
        return tr("Actions as generated, none changed by you")
    return trn("One action changed by you", "{n} actions changed by you", outline.changes)
