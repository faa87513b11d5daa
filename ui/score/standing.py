"""What the Score page says about one snapshot, worked out once: levels, reasons, next questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engagements.assessment.explain import Flip, closest_flips
from engagements.assessment.level import by_urgency
from engagements.assessment.model import Assessment, CaseAssessment, Consolidated, Count, Debt
from engagements.framework.model import Action, AnswerValue, Framework
from engagements.records.snapshot import Snapshot
from report_templates.figures.model import Glyph, HeatMap, Ladder
from report_templates.figures.of_assessment import heat_map, ladder, percent
from report_templates.words import Words, words

MOST_FLIPS = 5
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


@dataclass(frozen=True)
class Block:
    """A list with its heading; ``remark`` stands at the right of it."""

    key: str
    title: str
    remark: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class CrosswalkRow:
    """One level beside other public models; ``misfit`` says where it does not fit."""

    level: int
    name: str
    others: tuple[str, ...]
    misfit: str
    current: bool


@dataclass(frozen=True)
class Standing:
    """Everything on the page, ready to be shown."""

    enough: bool
    headline: str
    sentence: str
    after: str
    """The level once the blockers are closed, in words; empty when nothing blocks."""
    ladder: Ladder
    rungs: dict[int, str]
    legend: tuple[tuple[Glyph, str], ...]
    bars: HeatMap
    claims: str
    blocks: tuple[Block, ...]
    crosswalk: tuple[CrosswalkRow, ...]
    crosswalk_note: str
    answered: str


def standing_of(snapshot: Snapshot, case: CaseAssessment) -> Standing:
    """Pure: the same snapshot always says the same."""
    framework, level = snapshot.framework, case.level
    say = words("en")
    target = snapshot.engagement.target
    total = len(framework.criteria)
    needed = (total + 1) // 2
    enough = case.answered >= needed
    figure = ladder(framework, case, target, say)
    if not enough:
        figure = _without_level(figure)
    return Standing(
        enough=enough,
        headline=_headline(level) if enough else "Not enough answers",
        sentence=_sentence(framework, level)
        if enough
        else f"{case.answered} of {total} criteria answered; a level is shown from {needed}.",
        after=_after(level) if enough else "",
        ladder=figure,
        rungs=_rungs(framework, level, say),
        legend=_legend(figure),
        bars=heat_map(framework, case, target, say),
        claims=_claims(framework, case),
        blocks=_blocks(framework, case, say),
        crosswalk=_crosswalk(framework, level.low if enough else None),
        crosswalk_note="Nearest equivalent, not a conversion",
        answered=f"{case.answered} of {total} criteria answered",
    )


def next_of(snapshot: Snapshot, case: CaseAssessment, dimension: str) -> str:
    """The first criterion that keeps a dimension from its next level; empty when none does."""
    reached = case.level.dimensions[dimension].low
    waiting = [
        one
        for one in snapshot.framework.criteria
        if one.dimension == dimension and one.level > reached and not _is_yes(case, one.id)
    ]
    waiting.sort(key=lambda one: one.level)
    return waiting[0].id if waiting else ""


def _is_yes(case: CaseAssessment, criterion: str) -> bool:
    return case.consolidated[criterion].reading <= {AnswerValue.YES, AnswerValue.NA}


def _headline(level: Assessment) -> str:
    if level.high > level.low:
        return f"{level.low} to {level.high}"
    return f"{level.low}+" if level.plus else str(level.low)


def _sentence(framework: Framework, level: Assessment) -> str:
    name = framework.levels[level.low].name
    if level.high > level.low:
        open_ones = len(level.decisive)
        many = "One open answer decides" if open_ones == 1 else f"{open_ones} open answers decide"
        return f"{many} between them."
    if level.plus:
        return f"{name}, and more than half way to the next."
    return f"{name}."


def _after(level: Assessment) -> str:
    if not level.blockers:
        return ""
    count = len(level.blockers)
    many = "the blocker is" if count == 1 else f"the {count} blockers are"
    return f"Level {level.after_blockers} once {many} closed."


def _rungs(framework: Framework, level: Assessment, say: Words) -> dict[int, str]:
    found = {0: "starting point, no criteria"}
    for text in framework.levels[1:]:
        count = level.counts[text.number]
        share = percent(level.fulfilment[text.number], say)
        found[text.number] = f"{_met(count)}, {share}"
    return found


def _met(count: Count) -> str:
    met = f"{count.met} of {count.total} met"
    return f"{met}, {count.unknown} unknown" if count.unknown else met


def _without_level(figure: Ladder) -> Ladder:
    """The ladder with claim and target only: too little is known for a level."""
    kept = tuple(m for m in figure.marks if m.kind in (Glyph.CLAIMED, Glyph.TARGET))
    return figure.model_copy(update={"marks": kept})


def _legend(figure: Ladder) -> tuple[tuple[Glyph, str], ...]:
    words_of = {Glyph.NOW: "Level", Glyph.POSSIBLE: "Possible, unknowns still open"}
    return tuple(
        (mark.kind, f"{words_of.get(mark.kind, mark.word)}: {mark.level}") for mark in figure.marks
    )


def _claims(framework: Framework, case: CaseAssessment) -> str:
    """How far claims go beyond the level, over all dimensions; empty where they do not."""
    above = {
        one.code: case.claimed_dimensions.get(one.code, 0) - case.level.dimensions[one.code].low
        for one in framework.dimensions
    }
    more = {code: gap for code, gap in above.items() if gap > 0}
    if not more:
        return ""
    widest = max(more.values())
    names = [framework.dimension[code].name for code, gap in more.items() if gap == widest]
    levels = "one level" if widest == 1 else f"{widest} levels"
    where = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    return (
        f"Claims go beyond the level in {len(more)} of {len(above)} dimensions, "
        f"most in {where}, by {levels}."
    )


def _blocks(framework: Framework, case: CaseAssessment, say: Words) -> tuple[Block, ...]:
    level = case.level
    readings = {key: one.reading for key, one in case.consolidated.items()}
    blockers = by_urgency(framework, level.blockers, readings)
    flips = closest_flips(framework, readings)[:MOST_FLIPS]
    found = (
        Block(
            "blockers",
            f"What blocks level {min(4, level.low + 1)}",
            _many(len(blockers), "criterion", "criteria"),
            _lines(framework, case, blockers),
        ),
        Block(
            "decisive",
            "Ask these next",
            "they decide the level",
            _lines(framework, case, level.decisive),
        ),
        Block(
            "flips",
            "Closest flips",
            "smallest change first",
            tuple(_flip(framework, case, one, say) for one in flips),
        ),
        Block(
            "debt",
            "Skipped-level debt",
            _many(len(level.debt), "criterion", "criteria"),
            tuple(_debt(framework, case, one) for one in level.debt),
        ),
    )
    return tuple(block for block in found if block.lines)


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def _lines(framework: Framework, case: CaseAssessment, criteria: Sequence[str]) -> tuple[Line, ...]:
    return tuple(
        Line(
            code,
            framework.criterion[code].title,
            _stands(framework, case.consolidated[code]),
            *_glyph(case.consolidated[code]),
        )
        for code in criteria
    )


def _glyph(found: Consolidated) -> tuple[AnswerValue | None, bool]:
    """The answer to draw, and whether voices differ."""
    if len(found.reading) == 1:
        value = next(iter(found.reading))
        asked = bool(found.voices) or found.judged
        return (value if asked else None), False
    return AnswerValue.UNKNOWN, True


def _stands(framework: Framework, found: Consolidated) -> str:
    """Where a criterion stands in words: ``Partly, shown``; ``Not asked``."""
    labels = {one.code: one.label for one in framework.answers}
    grade = framework.grades[found.grade].name.lower()
    said = [labels[one.code] for one in framework.answers if one.code in found.reading]
    if len(found.reading) > 1:
        return f"{_either(said)}: answers differ, best evidence {grade}"
    value = next(iter(found.reading))
    if value is AnswerValue.UNKNOWN:
        voices = len(found.voices)
        people = "1 voice" if voices == 1 else f"{voices} voices"
        return f"{labels[value]}, {people}" if voices else "Not asked"
    settled = ", settled" if found.judged else ""
    return f"{said[0]}, {grade}{settled}"


def _either(said: Sequence[str]) -> str:
    """Answers as a choice: ``Yes, partly or no``."""
    first, *rest = said
    *middle, last = [one.lower() for one in rest]
    return f"{', '.join([first, *middle])} or {last}"


def _weeks(action: Action, say: Words) -> str:
    """How long an action takes, low to high: in working days while that is under two weeks."""
    low, high = action.weeks_low, action.weeks_high
    if high >= 2:
        return f"{say.number(low)} to {say.number(high)} weeks"
    days = [max(1, round(weeks * 5)) for weeks in (low, high)]
    if days[0] == days[1]:
        return "1 day" if days[0] == 1 else f"{days[0]} days"
    return f"{days[0]} to {days[1]} days"


def _flip(framework: Framework, case: CaseAssessment, flip: Flip, say: Words) -> Line:
    one = framework.criterion[flip.criterion]
    lifts = flip.overall if flip.overall.higher else flip.dimension
    if flip.asks:
        role = framework.role[one.roles[0]].name
        under = f"One question, {role}."
    elif flip.action is not None:
        under = f"{flip.action.title}, {_weeks(flip.action, say)}."
    else:
        under = "Work that is not in the framework."
    dimension = framework.dimension[one.dimension].name
    where = "Lifts the overall level." if flip.overall.higher else f"Lifts {dimension}."
    value, differs = _glyph(case.consolidated[one.id])
    lift = (lifts.before, lifts.after)
    return Line(one.id, f"{one.title}: yes", f"{under} {where}", value, differs, lift)


def _debt(framework: Framework, case: CaseAssessment, debt: Debt) -> Line:
    one = framework.criterion[debt.criterion]
    missing = ", ".join(debt.missing)
    kind = "" if debt.certain else "Possible. "
    under = f"{kind}Stands on {missing}." if missing else f"{kind}Earns nothing until then."
    value, differs = _glyph(case.consolidated[one.id])
    return Line(one.id, one.title, under, value, differs)


def _crosswalk(framework: Framework, current: int | None) -> tuple[CrosswalkRow, ...]:
    names = {one.number: one.name for one in framework.levels}
    return tuple(
        CrosswalkRow(
            row.level,
            names[row.level],
            tuple(row.models.get(key, "") for key, _ in COLUMNS),
            row.misfit,
            row.level == current,
        )
        for row in framework.crosswalk.levels
    )
