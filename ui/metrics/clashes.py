"""A contradiction between answers and readings: both sides in words, and the card that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from engagements.language import tr
from engagements.records import MetricReading
from ui.metrics.readings import DASH, SOURCES, value_words
from ui.parts.voices import answer_label, said_by_all
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.chips import IconMark, Rule
from ui.widgets.labels import Label, TextBlock

if TYPE_CHECKING:
    from engagements.assessment.contradictions import Hit
    from engagements.assessment.model import CaseAssessment
    from engagements.records.snapshot import Snapshot


@dataclass(frozen=True)
class Answered:
    """What the answers to one criterion come to, and whose they are."""

    criterion: str
    title: str
    value: str
    who: str


@dataclass(frozen=True)
class Read:
    """One reading that the answers do not go with."""

    metric: str
    value: str
    basis: str


@dataclass(frozen=True)
class Clash:
    """Both sides of a contradiction, and what to ask."""

    ask: str
    answers: tuple[Answered, ...]
    readings: tuple[Read, ...]


def clash_of(snapshot: Snapshot, case: CaseAssessment, hit: Hit) -> Clash:
    """Both sides of a contradiction, in the order of its condition."""
    return Clash(
        hit.ask,
        tuple(_answered(snapshot, case, hit.scope_unit, one) for one in hit.criteria),
        tuple(each for one in hit.metrics for each in _read(snapshot, one, hit.scope_unit)),
    )


def _answered(snapshot: Snapshot, case: CaseAssessment, unit: str, criterion: str) -> Answered:
    framework = snapshot.framework
    found = case.units[unit][criterion]
    value = next(iter(found.reading)) if len(found.reading) == 1 else None
    said = said_by_all(snapshot, found, criterion)
    # Only those who said what counts: another answer is no side of this contradiction.
    voices = ", ".join(dict.fromkeys(one.who for one in said if one.value is value))
    if found.judged:
        who = tr("settled; said by {who}", who=voices) if voices else tr("settled")
    else:
        who = tr("said by {who}", who=voices) if voices else tr("from evidence")
    label = answer_label(framework, value) if value is not None else DASH
    return Answered(criterion, framework.criterion[criterion].title, label, who)


def _read(snapshot: Snapshot, metric: str, unit: str) -> tuple[Read, ...]:
    found = snapshot.framework.metric[metric]
    return tuple(
        Read(
            tr("{id} {name}", id=metric, name=found.name),
            value_words(one)
            if one.not_measurable
            else tr("{value} {unit}", value=value_words(one), unit=found.unit),
            ", ".join(part for part in (tr(SOURCES[one.source_grade]), one.period) if part),
        )
        for one in snapshot.of(MetricReading)
        if (one.metric, one.scope_unit) == (metric, unit)
    )


class ClashCard(QFrame):
    """Answers over readings, each criterion with its way to the question and to the finding."""

    asks_finding = Signal(str)
    asks_criterion = Signal(str)

    def __init__(self, number: int, clash: Clash) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.setObjectName(f"clash-{number}")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconMark("disagreement", "attn"))
        words = tr("Answers and reading do not go together")
        head.addWidget(TextBlock(words, "small", 600, "attn"), 1)
        column.addLayout(head)
        column.addWidget(Label(tr("Answers"), "small", 600, "ink_2"))
        for one in clash.answers:
            self._answer(column, number, one)
        column.addWidget(Rule())
        column.addWidget(Label(tr("Reading"), "small", 600, "ink_2"))
        for one in clash.readings:
            column.addWidget(TextBlock(one.value, "body", 600))
            column.addWidget(TextBlock(one.metric, "small"))
            column.addWidget(TextBlock(one.basis, "small", tone="ink_2"))
        column.addWidget(Rule())
        column.addWidget(TextBlock(clash.ask, "small"))
        self.setAccessibleName(_spoken(clash))

    def _answer(self, column: QVBoxLayout, number: int, one: Answered) -> None:
        column.addWidget(TextBlock(tr("{value}, {who}", value=one.value, who=one.who), "body", 600))
        words = tr("{code} {title}", code=one.criterion, title=one.title)
        column.addWidget(TextBlock(words, "small"))
        line = QHBoxLayout()
        line.setSpacing(6)
        for kind, face, asked in (
            ("finding", tr("Open finding"), self.asks_finding),
            ("ask", tr("Ask again"), self.asks_criterion),
        ):
            button = Button(face, size="small", name=f"clash-{number}-{kind}-{one.criterion}")
            button.setAccessibleName(tr("{act}: {code}", act=face, code=one.criterion))
            button.clicked.connect(partial(asked.emit, one.criterion))
            line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)


def _spoken(clash: Clash) -> str:
    parts: list[str] = [tr("Answers and reading do not go together")]
    parts += [f"{one.criterion}: {one.value}, {one.who}" for one in clash.answers]
    parts += [f"{one.metric}: {one.value}" for one in clash.readings]
    return ". ".join((*parts, clash.ask))


def said(words: str, icon: str, tone: str) -> QWidget:
    """A sentence with an icon before it."""
    holder = QWidget()
    holder.setMinimumHeight(theme().line("small"))
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.addWidget(IconMark(icon, tone), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(TextBlock(words, "small", tone=tone), 1)
    return holder
