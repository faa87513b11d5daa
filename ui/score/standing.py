"""What the Score page says about one snapshot, worked out once: levels, reasons, next questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from engagements.assessment.arithmetic import verified_dimensions
from engagements.assessment.model import CaseAssessment
from engagements.framework.model import AnswerValue, Framework
from engagements.language import tr
from engagements.records.snapshot import Snapshot
from report_templates.figures.model import Glyph, HeatMap, Ladder
from report_templates.figures.of_assessment import heat_map, ladder
from ui import locale
from ui.figures.upright import RungNote
from ui.score.before import Before, before_of
from ui.score.frozen import Frozen, frozen_of

State = Literal["empty", "few", "scored"]
"""Nothing answered yet, under half of the core criteria answered, or enough for a level."""
COLUMNS = (("microsoft", "Microsoft"), ("google", "Google Cloud"), ("aws", "AWS"))
"""Models of the crosswalk that the page shows, by id."""


@dataclass(frozen=True)
class Line:
    """One criterion in a list. ``value`` None is not asked; ``differs`` when voices differ."""

    criterion: str
    title: str
    under: str
    value: AnswerValue | None = None
    differs: bool = False
    lift: tuple[int, int] | None = None
    """Level before and after, where the list is about that."""
    grade: int | None = None
    """Evidence grade of the answer, where the line speaks of one."""
    grade_name: str = ""


@dataclass(frozen=True)
class Block:
    """A list with its heading; ``remark`` stands at the right of it."""

    key: str
    title: str
    remark: str
    lines: tuple[Line, ...]
    empty: str = ""
    """What stands there while there are no lines; without it the list is left out."""


@dataclass(frozen=True)
class CrosswalkRow:
    """One level beside other public models; ``misfit`` says where it does not fit."""

    level: int
    name: str
    others: tuple[str, ...]
    misfit: str
    current: bool

    @property
    def whole(self) -> str:
        """The row in full, its misfit included."""
        pairs = zip(COLUMNS, self.others, strict=True)
        cells = ". ".join(f"{name}: {text}" for (_, name), text in pairs)
        level = tr("Level {level} {name}.", level=self.level, name=self.name)
        return f"{level} {cells}. {self.misfit}".strip()


@dataclass(frozen=True)
class UnitRow:
    """The figures of one scope unit, as they are printed."""

    id: str
    name: str
    level: str
    verified: str
    blockers: str


@dataclass(frozen=True)
class Standing:
    """Everything on the page, ready to be shown."""

    state: State
    headline: str
    sentence: str
    ladder: Ladder
    rungs: dict[int, RungNote]
    working_on: int
    """The level that is worked on now: the one after the level reached."""
    legend: tuple[tuple[Glyph, str], ...]
    bars: HeatMap
    claims: str
    blocks: tuple[Block, ...]
    units: tuple[UnitRow, ...]
    """Empty while there is one scope unit only."""
    crosswalk: tuple[CrosswalkRow, ...]
    crosswalk_note: str
    crosswalk_source: str
    answered: str
    verified: Mapping[str, int]
    """By dimension: its level with what its evidence does not carry counted as no."""
    before: Before | None
    frozen: Frozen | None


def standing_of(snapshot: Snapshot, case: CaseAssessment) -> Standing:
    """Pure: the same snapshot always says the same."""
    from ui.score import overall
    from ui.score.lists import blocks

    framework, say = snapshot.framework, locale.figure_words()
    target = snapshot.engagement.target
    state = overall.state_of(framework, case)
    figure = overall.shown_marks(ladder(framework, case, target, say), state)
    headline, sentence = overall.headline(framework, case, state)
    bars = heat_map(framework, case, target, say)
    return Standing(
        state=state,
        headline=headline,
        sentence=sentence,
        ladder=figure,
        rungs=overall.rungs(framework, case, say),
        working_on=min(case.level.low + 1, overall.TOP),
        legend=overall.legend(figure, debt=len(case.level.debt) if state != "empty" else 0),
        bars=bars,
        claims=overall.claims(bars.rows),
        blocks=blocks(snapshot, case, state),
        units=overall.units(snapshot, case) if state == "scored" else (),
        crosswalk=_crosswalk(framework, case.level.low if state == "scored" else None),
        crosswalk_note=tr("Our reading: nearest equivalent, not a conversion"),
        crosswalk_source=framework.crosswalk.note,
        answered=tr(
            "{n} of {total} criteria answered", n=case.answered, total=len(framework.criteria)
        ),
        verified=verified_dimensions(framework, case) if state == "scored" else {},
        before=before_of(snapshot, case),
        frozen=frozen_of(snapshot),
    )


def _crosswalk(framework: Framework, current: int | None) -> tuple[CrosswalkRow, ...]:
    names = {one.number: one.name for one in framework.levels}
    return tuple(
        CrosswalkRow(
            row.level,
            names[row.level],
            tuple(row.models.get(key, "–") for key, _ in COLUMNS),
            row.misfit,
            row.level == current,
        )
        for row in framework.crosswalk.levels
    )
