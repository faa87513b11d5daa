"""The form of one metric: how to ask, what was read, its cases, limits and contradictions."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from engagements.framework.model import Framework, Metric
from engagements.language import tr
from engagements.records import MetricReading
from ui.metrics.cases import CaseRow
from ui.metrics.choosing import ReadingChoice
from ui.metrics.clashes import Clash, ClashCard, said
from ui.metrics.readings import MEANINGS, SOURCES, VERDICTS, limit_words, standings
from ui.metrics.typing import CASES, Typed
from ui.parts.drafted import Edit, RecoveredLine, put, text_of
from ui.parts.drafting import FieldDrafts
from ui.parts.locking import LockLine
from ui.parts.side import Side, Words
from ui.widgets.buttons import Button, Segmented
from ui.widgets.chips import Chip, Rule
from ui.widgets.fields import Field, LineEdit
from ui.widgets.labels import Label, TextBlock, plain_tip
from ui.widgets.rows import emptied
from ui.widgets.tick_box import TickBox


class MetricForm(Side):
    """Shows a metric; says when something was entered. It knows text, not readings."""

    finished = Signal()
    """A field was left or a choice made."""
    typing = Signal()
    """Something was typed or given up in a field that was not left yet."""
    removes = Signal()
    asks_finding = Signal(str)
    asks_criterion = Signal(str)
    thawed = Signal()

    def __init__(self, drafts: FieldDrafts) -> None:
        super().__init__("metric-form", tr("Metric"))
        self._kept = Typed()
        self.choice = ReadingChoice()
        self.recovered = RecoveredLine("recovered-metric", drafts)
        self._chip = Chip(tone="on")
        self._name = TextBlock("", "heading", 600)
        self._about = TextBlock("", "small", tone="ink_2")
        self._ask = TextBlock("", "small")
        self._remove = Button(tr("Take out"), kind="quiet", size="small", name="remove-reading")
        self.low = LineEdit(tr("Low value"))
        self.high = LineEdit(tr("High value"))
        self.low.setObjectName("metric-low")
        self.high.setObjectName("metric-high")
        self._low = Field(tr("Low"), self.low)
        self._high = Field(tr("High"), self.high)
        self._not = TickBox(tr("Not measurable"), "not-measurable")
        self.models = LineEdit(tr("Number of models"))
        self.models.setObjectName("metric-models")
        self._models = Field(tr("Models"), self.models)
        self.period = LineEdit(tr("Period"), tr("Q3 2026"))
        self.period.setObjectName("metric-period")
        self._source = Segmented(
            [(str(key), tr(words)) for key, words in SOURCES.items()],
            tr("Source"),
            small=True,
            name="source",
        )
        self._meaning = TextBlock("", "small", tone="ink_2")
        self.cases = [CaseRow(place) for place in range(CASES)]
        self._note = Words("metric-note", tr("Note"), tr("What the reading leaves out"), 2)
        self._locked = LockLine("thaw-metrics")
        self._limits = QVBoxLayout()
        self._hits = QVBoxLayout()
        self._build()
        self._connect()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._chip)
        head.addStretch(1)
        head.addWidget(self.choice.add)
        head.addWidget(self._remove)
        values, basis = QHBoxLayout(), QHBoxLayout()
        for row, fields in (
            (values, (self._low, self._high)),
            (basis, (self._models, Field(tr("Period"), self.period))),
        ):
            row.setSpacing(10)
            for field in fields:
                row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        for rows in (self._limits, self._hits):
            rows.setSpacing(6)
        column = self.column
        column.addLayout(head)
        column.addWidget(self._locked)
        column.addWidget(self.recovered)
        column.addWidget(self._name)
        column.addWidget(self._about)
        column.addWidget(self._ask)
        column.addLayout(self._hits)
        column.addWidget(self.choice)
        column.addLayout(values)
        column.addWidget(self._not)
        column.addLayout(self._limits)
        column.addLayout(basis)
        column.addWidget(Label(tr("Source"), "small", 600, "ink_2"))
        column.addWidget(self._source)
        column.addWidget(self._meaning)
        column.addWidget(Rule())
        column.addWidget(Label(tr("Last three cases"), "small", 600, "ink_2"))
        for case in self.cases:
            column.addWidget(case)
        column.addWidget(Field(tr("Note"), self._note))
        column.addStretch(1)

    def _connect(self) -> None:
        for edit in (self.low, self.high, self.models, self.period):
            edit.editingFinished.connect(self.finished)
        for case in self.cases:
            case.finished.connect(self.finished)
        self._note.finished.connect(self.finished)
        self._note.textChanged.connect(self.typing)
        for edit in (self.low, self.high, self.models, self.period, *self._case_lines()):
            edit.textEdited.connect(lambda _text: self.typing.emit())
        for edit in self._texts(self._kept):
            edit.installEventFilter(self)
        self._not.clicked.connect(self.finished)
        self._source.chosen.connect(self._explain)
        self._source.chosen.connect(lambda _key: self.finished.emit())
        self._remove.clicked.connect(self.removes)
        self._locked.thawed.connect(self.thawed)

    def show_metric(self, metric: Metric, framework: Framework) -> None:
        """Show another metric's words."""
        self.show_empty("")
        self._chip.set_text(metric.id)
        self._name.set_text(metric.name)
        self._about.set_text(
            tr("In {unit}: {statistic}.", unit=metric.unit, statistic=metric.statistic)
        )
        roles = ", ".join(framework.role[one].name for one in metric.roles)
        words = tr("Ask {roles} for: {collect}", roles=roles, collect=metric.collect)
        self._ask.set_text(words)

    def fill(self, typed: Typed) -> None:
        """Put text into the fields; says nothing."""
        for edit, text in self._texts(typed).items():
            put(edit, text)
        self._not.setChecked(typed.not_measurable)
        self._source.choose(str(typed.source))
        self._explain(str(typed.source))
        self.show_faults({})

    def keeps(self, kept: Typed) -> None:
        """What is kept; Esc brings a field's part of it back."""
        self._kept = kept

    def _texts(self, typed: Typed) -> dict[Edit, str]:
        """Each field with its part of a typed reading."""
        texts: dict[Edit, str] = {
            self.low: typed.low,
            self.high: typed.high,
            self.models: typed.models,
            self.period: typed.period,
            self._note: typed.note,
        }
        for row, one in zip(self.cases, typed.cases, strict=False):
            texts |= zip(row.edits(), (one.label, one.began, one.ended, one.value), strict=True)
        return texts

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc gives up what was typed into the field it is pressed in."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            typed = event.key() == Qt.Key.Key_Escape and not event.modifiers()
            if typed and self._give_up(watched):
                return True
        return super().eventFilter(watched, event)

    def _give_up(self, field: QObject) -> bool:
        for edit, kept in self._texts(self._kept).items():
            if edit is field and text_of(edit) != kept and not edit.isReadOnly():
                put(edit, kept)
                self.typing.emit()
                return True
        return False

    def typed(self) -> Typed:
        """What stands in the fields."""
        return Typed(
            self.low.text(),
            self.high.text(),
            self._not.isChecked(),
            self.models.text(),
            self.period.text(),
            int(self._source.current()),
            self._note.toPlainText(),
            tuple(row.typed() for row in self.cases),
        )

    def show_spans(self, values: tuple[str, ...]) -> None:
        """Show the values that dates give; what was typed elsewhere stays."""
        for row, words in zip(self.cases, values, strict=False):
            if words and row.value.text() != words:
                row.value.setText(words)

    def show_faults(self, faults: dict[str, str]) -> None:
        """Say beside each field what cannot be read."""
        for key, field in (("low", self._low), ("high", self._high), ("models", self._models)):
            field.fault(faults.get(key, ""))
        for place, row in enumerate(self.cases):
            row.fault(faults.get(f"case-{place}", ""))

    def show_standing(
        self, metric: Metric, reading: MetricReading | None, clashes: tuple[Clash, ...]
    ) -> None:
        """Show what the reading says about limits, and what contradicts it."""
        self._remove.setVisible(reading is not None)
        emptied(self._limits)
        for limit, against in standings(metric, reading):
            words = limit_words(metric, limit)
            icon, tone = "dot", "ink_2"
            if against is not None:
                verdict, icon, tone = VERDICTS[against.verdict]
                words = tr("{limit}: {verdict}", limit=words, verdict=tr(verdict))
            self._limits.addWidget(said(words, icon, tone))
        if not metric.limits:
            words = tr("The framework sets no limit for it.")
            self._limits.addWidget(TextBlock(words, "small", tone="ink_2"))
        emptied(self._hits)
        for number, clash in enumerate(clashes):
            card = ClashCard(number, clash)
            card.asks_criterion.connect(self.asks_criterion)
            card.asks_finding.connect(self.asks_finding)
            self._hits.addWidget(card)

    def lock(self, words: str, *, may_thaw: bool) -> None:
        """Close the fields and say why; empty opens them."""
        self._locked.say(words, may_thaw=may_thaw)
        lines = (self.low, self.high, self.models, self.period, *self._case_lines())
        for edit in (*lines, self._note):
            edit.setReadOnly(bool(words))
        for control in (self._not, self._remove, self.choice.add, *self._source.buttons().values()):
            control.setEnabled(not words)
            control.setToolTip(plain_tip(words))

    def _case_lines(self) -> list[LineEdit]:
        return [edit for row in self.cases for edit in row.edits()]

    def _explain(self, key: str) -> None:
        self._meaning.set_text(tr(MEANINGS[int(key)]))
