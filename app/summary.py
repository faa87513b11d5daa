"""Scores and plans in words for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from engagements.assessment.model import Assessment, CaseAssessment, Debt, DimensionLevel, Quick
from engagements.framework.model import Framework
from engagements.roadmap.model import PlannedTransition, Roadmap, Three

UNSAID = "–"


def of_assessment(result: Assessment, framework: Framework) -> list[str]:
    """A level and why it is not higher, one sentence or table row per line."""
    return [
        _level_line(result),
        f"Fulfilment   {_fulfilment(result)}",
        *_listed("Blockers", _titles(result.blockers, framework)),
        *_after(result),
        *_listed("Ask next", _titles(result.decisive, framework)),
        *_listed("Head start", _titles(result.head_start, framework)),
        *_listed("Skipped-level debt", [_debt(item, framework) for item in result.debt]),
        *_dimensions(result, framework),
    ]


def of_case(result: CaseAssessment, framework: Framework, target: int | None) -> list[str]:
    """As ``of_assessment``, with what voices claim, the target and how much is answered."""
    first, *rest = of_assessment(result.level, framework)
    claimed = UNSAID if result.claimed is None else str(result.claimed)
    wanted = UNSAID if target is None else str(target)
    return [
        f"{first}   Claimed {claimed}   Target {wanted}",
        _answered(result, framework),
        *rest,
    ]


def of_quick(result: Quick, framework: Framework) -> list[str]:
    """The six-question diagnostic in words: an upper bound of the level."""
    questions = {one.id: one.question for one in framework.quick}
    span = str(result.low) if result.low == result.high else f"{result.low} to {result.high}"
    debt = [
        f"{item.criterion} ({'certain' if item.certain else 'possible'})" for item in result.debt
    ]
    return [
        f"Level at most {span}, by the six questions",
        *_listed("Ask next", [f"{one}  {questions[one]}" for one in result.decisive]),
        *_listed("Skipped-level debt", debt),
    ]


def of_roadmap(plan: Roadmap, framework: Framework) -> list[str]:
    """A roadmap in words: each transition with its dated actions."""
    if not plan.transitions:
        return [f"Level {plan.level} is the target or above it: nothing to plan."]
    lines = [f"From level {plan.level} to {plan.target}, starting {plan.start.isoformat()}"]
    for step in plan.transitions:
        lines += ["", *_transition(step, framework)]
    if plan.left_out:
        lines += ["", f"Left out by hand: {', '.join(plan.left_out)}"]
    return lines


def _transition(step: PlannedTransition, framework: Framework) -> Iterator[str]:
    yield f"Level {step.from_level} to {step.to_level}: {step.headline}"
    yield (
        f"  {step.start.isoformat()} to {step.finish_likely.isoformat()} "
        f"({step.finish_low.isoformat()} to {step.finish_high.isoformat()}), "
        f"{_three(step.weeks)} weeks, {_three(step.effort)} person-days, "
        f"afterwards at level {step.predicted}"
    )
    for item in step.actions:
        owner = framework.role[item.owner].name if item.owner in framework.role else "owner open"
        yield (
            f"  {item.id}  {item.start.isoformat()} to {item.finish_likely.isoformat()}  "
            f"{item.title} ({owner})"
        )


def _three(value: Three) -> str:
    return f"{_short(value.likely)} ({_short(value.low)} to {_short(value.high)})"


def _short(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _level_line(result: Assessment) -> str:
    line = f"Level {result.low}{'+' if result.plus else ''}"
    if result.high > result.low:
        line += f"   possible {result.high}"
    if result.verified is not None:
        line += f"   Verified {result.verified}"
    return line


def _answered(result: CaseAssessment, framework: Framework) -> str:
    return (
        f"Answered     {result.answered} of {len(framework.criteria)} criteria, "
        f"{len(result.disagreements)} with disagreement, {len(result.unknown)} unknown"
    )


def _fulfilment(result: Assessment) -> str:
    return "   ".join(f"L{level} {_percent(value)}" for level, value in result.fulfilment.items())


def _percent(value: Fraction | None) -> str:
    """A whole percentage, halves up; a dash where no criterion applies."""
    return UNSAID if value is None else f"{int(value * 100 + Fraction(1, 2))} %"


def _titles(criteria: tuple[str, ...], framework: Framework) -> list[str]:
    return [f"{one}  {framework.criterion[one].title}" for one in criteria]


def _debt(item: Debt, framework: Framework) -> str:
    missing = f", rests on {', '.join(item.missing)}" if item.missing else ""
    sort = "certain" if item.certain else "possible"
    return f"{item.criterion}  {framework.criterion[item.criterion].title} ({sort}{missing})"


def _after(result: Assessment) -> list[str]:
    if not result.blockers:
        return []
    return [f"Level {result.after_blockers} once the blockers are closed"]


def _listed(name: str, lines: list[str]) -> list[str]:
    return [f"{name} ({len(lines)})", *(f"  {line}" for line in lines)] if lines else []


def _dimensions(result: Assessment, framework: Framework) -> Iterator[str]:
    yield "Dimensions"
    width = max(len(one.name) for one in framework.dimensions)
    for dimension in framework.dimensions:
        one = result.dimensions[dimension.code]
        debt = f"   debt {len(one.debt)}" if one.debt else ""
        yield f"  {dimension.code}  {dimension.name:<{width}}  {_span(one)}{debt}"


def _span(one: DimensionLevel) -> str:
    """The level of a dimension, or between which it lies."""
    if not one.applies:
        return "not applicable"
    return str(one.low) if one.low == one.high else f"{one.low} to {one.high}"
