"""Figures of an assessment: the ladder, the heat map and their legends."""

from __future__ import annotations

from fractions import Fraction

from engagements.assessment.model import Assessment, CaseAssessment, Count, DimensionLevel
from engagements.framework.model import LEVELS, Dimension, Framework
from report_templates.figures.model import (
    Cell,
    CellState,
    Glyph,
    Head,
    HeatMap,
    HeatRow,
    Ladder,
    Legend,
    LegendEntry,
    LevelMark,
    Step,
    Swatch,
    Total,
)
from report_templates.words import Words, capital


def ladder(framework: Framework, case: CaseAssessment, target: int | None, say: Words) -> Ladder:
    """Five steps with now, possible, verified, claimed and target on them.

    While nothing is known only the target stands there.
    """
    scored = case.answered > 0
    marks = tuple(
        LevelMark(kind=kind, level=level, word=say(f"figure.mark.{kind.value}"))
        for kind, level in _marks(case, target)
    )
    words = [say(f"figure.ladder.says.{m.kind.value}", level=m.level) for m in marks]
    return Ladder(
        steps=tuple(
            Step(
                level=text.number,
                name=text.name,
                reached=scored and text.number <= case.level.low,
                beyond=target is not None and text.number > target,
            )
            for text in framework.levels
        ),
        marks=marks,
        notes=(
            say("figure.ladder.rule"),
            say("figure.ladder.gate" if scored else "figure.ladder.not_assessed"),
        ),
        alt=say(
            "figure.ladder.alt",
            first=framework.levels[0].name,
            last=framework.levels[-1].name,
            marks=", ".join(words) or say("figure.ladder.none"),
        ),
    )


def _marks(case: CaseAssessment, target: int | None) -> list[tuple[Glyph, int]]:
    level = case.level
    found: list[tuple[Glyph, int]] = []
    if case.answered:
        found.append((Glyph.NOW, level.low))
        if level.high > level.low:
            found.append((Glyph.POSSIBLE, level.high))
        if level.verified is not None and level.verified < level.low:
            found.append((Glyph.VERIFIED, level.verified))
        if case.heard and case.claimed is not None:
            found.append((Glyph.CLAIMED, case.claimed))
    if target is not None:
        found.append((Glyph.TARGET, target))
    return found


def dimension_scale(
    framework: Framework, case: CaseAssessment, code: str, target: int | None, say: Words
) -> Ladder:
    """The level of one dimension on five steps, with what is possible, claimed and aimed at."""
    found = case.level.dimensions[code]
    assessed = found.applies and any(touched(count) for count in found.counts.values())
    claimed = case.claimed_dimensions.get(code) if assessed else None
    kept: list[tuple[Glyph, int | None]] = [
        (Glyph.NOW, found.low if assessed else None),
        (Glyph.POSSIBLE, found.high if assessed and found.high > found.low else None),
        (Glyph.CLAIMED, claimed),
        (Glyph.TARGET, target),
    ]
    marks = [(kind, level) for kind, level in kept if level is not None]
    words = [say(f"figure.ladder.says.{kind.value}", level=level) for kind, level in marks]
    return Ladder(
        steps=tuple(Step(level=text.number, name=text.name) for text in framework.levels),
        marks=tuple(
            LevelMark(kind=kind, level=level, word=say(f"figure.mark.{kind.value}"))
            for kind, level in marks
        ),
        alt=say("figure.scale.alt", marks=", ".join(words) or say("figure.ladder.none")),
    )


def heat_map(framework: Framework, case: CaseAssessment, target: int | None, say: Words) -> HeatMap:
    """Criteria met by dimension and level; the overall row counts core criteria only."""
    rows = tuple(_row(framework, one, case, target, say) for one in framework.dimensions)
    none = say("figure.none")
    level, scored = case.level, case.answered > 0
    return HeatMap(
        levels=tuple(
            Head(label=say("figure.heat.level", level=text.number), about=text.name)
            for text in framework.levels
        ),
        figures=tuple(
            Head(label=say(f"figure.heat.{key}"), about=say(f"figure.heat.{key}_about"))
            for key in ("now", "claimed", "debt")
        ),
        start=say("figure.heat.start"),
        not_assessed=say("figure.heat.not_assessed"),
        rows=rows,
        overall=Head(label=say("figure.heat.overall"), about=say("figure.heat.overall_about")),
        overall_lead=say("figure.heat.lead"),
        totals=tuple(_total(step, case, say) for step in LEVELS[1:]),
        overall_figures=(
            level_text(level, say) if scored else none,
            str(case.claimed) if case.heard else none,
            str(len(level.debt)) if level.debt else none,
        ),
        target=target,
        alt=_heat_alt(rows, level, say),
    )


def level_text(level: Assessment | DimensionLevel, say: Words) -> str:
    """A level as printed: "0", "0+" beyond half way to the next, "0–1" while it is open."""
    if level.low != level.high:
        return say("figure.range", low=level.low, high=level.high)
    return f"{level.low}+" if isinstance(level, Assessment) and level.plus else str(level.low)


def percent(share: Fraction | None, say: Words) -> str:
    """A share as whole per cent, never 100 before it is complete; a dash where none applies."""
    if share is None:
        return say("figure.none")
    rounded = round(share * 100)
    return say("figure.percent", n=min(rounded, 99) if share < 1 else rounded)


def _total(step: int, case: CaseAssessment, say: Words) -> Total:
    level, count = case.level, case.level.counts[step]
    if not case.answered:
        return Total(level=step, text=say("figure.none"), share="")
    return Total(
        level=step,
        text=say("figure.heat.count", met=count.met, total=count.total),
        share=percent(level.fulfilment[step], say),
    )


def _row(
    framework: Framework,
    dimension: Dimension,
    case: CaseAssessment,
    target: int | None,
    say: Words,
) -> HeatRow:
    found = case.level.dimensions[dimension.code]
    assessed = any(touched(count) for count in found.counts.values())
    placed = assessed and found.applies
    claimed = case.claimed_dimensions.get(dimension.code) if placed else None
    none = say("figure.none")
    return HeatRow(
        code=dimension.code,
        name=dimension.name,
        low=found.low,
        high=found.high,
        assessed=assessed,
        claimed=claimed,
        target=target,
        cells=tuple(_cell(framework, found, step, say) for step in LEVELS[1:]),
        now_text=level_text(found, say) if placed else none,
        claimed_text=none if claimed is None else str(claimed),
        debt=len(found.debt),
        debt_text=str(len(found.debt)) if found.debt else none,
    )


def touched(count: Count) -> bool:
    """True when anything was said about these criteria."""
    return count.unknown < count.total or count.not_applicable > 0


def _cell(framework: Framework, found: DimensionLevel, step: int, say: Words) -> Cell:
    count = found.counts[step]
    debt = sum(framework.criterion[one].level == step for one in found.debt)
    text = say("figure.heat.count", met=count.met, total=count.total)
    return Cell(
        level=step,
        state=_state(count, reached=step <= found.low, debt=debt),
        met=count.met,
        total=count.total,
        text=text if count.total else say("figure.heat.na"),
        debt=debt,
        possible=found.low < step <= found.high,
    )


def _state(count: Count, *, reached: bool, debt: int) -> CellState:
    if reached:
        return CellState.REACHED
    if count.total == 0:
        return CellState.NOT_APPLICABLE
    if debt:
        return CellState.DEBT
    return CellState.STARTED if count.met else CellState.OPEN


def _heat_alt(rows: tuple[HeatRow, ...], level: Assessment, say: Words) -> str:
    assessed = [row for row in rows if row.placed]
    held = [
        say(
            "figure.heat.alt_at",
            level=step,
            names=say.listed([row.name for row in assessed if row.low == step]),
        )
        for step in LEVELS
        if any(row.low == step for row in assessed)
    ]
    return say(
        "figure.heat.alt",
        dimensions=capital(say.count(len(rows))),
        held="; ".join(held) or say("figure.heat.alt_none"),
        debt=say.many("figure.heat.alt_debt", len(level.debt)),
    )


def heat_legend(figure: HeatMap, say: Words) -> Legend:
    """The samples a heat map needs explained; what it does not show is left out."""
    cells = [cell for row in figure.rows if row.assessed for cell in row.cells]
    states = {cell.state for cell in cells}
    shown = {
        Swatch.REACHED: CellState.REACHED in states,
        Swatch.STARTED: CellState.STARTED in states,
        Swatch.DEBT: any(cell.debt for cell in cells),
        Swatch.OPEN: CellState.OPEN in states,
        Swatch.STAIRCASE: bool(cells),
        Swatch.CLAIMED: any(row.claimed not in (None, row.low) for row in figure.rows),
        Swatch.POSSIBLE: any(cell.possible for cell in cells),
        Swatch.TARGET: figure.target is not None,
    }
    samples = {Swatch.STARTED: "2/4", Swatch.OPEN: "0/4"}
    return Legend(
        entries=tuple(
            LegendEntry(
                swatch=swatch,
                text=say(f"figure.legend.{swatch.value}", level=figure.target),
                sample=samples.get(swatch, ""),
            )
            for swatch, there in shown.items()
            if there
        )
    )
