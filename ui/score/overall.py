"""The overall level in words: headline, rungs with their arithmetic, marks and legend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from engagements.assessment.model import Assessment, CaseAssessment
from engagements.assessment.rules import NA, NO, PARTLY, YES, high_of, is_unknown, low_of, rules_of
from engagements.framework.model import Framework
from engagements.records.snapshot import Snapshot
from report_templates.figures.model import Glyph, HeatRow, Ladder
from report_templates.figures.of_assessment import percent
from report_templates.words import Words
from ui.figures.upright import RungNote
from ui.interview.reading import level_words
from ui.score.standing import State, UnitRow

TOP = 4
COUNTS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def count_words(number: int, one: str, many: str) -> str:
    """A count as a sentence begins with it: ``Two unknown answers``; figures from eleven on."""
    word = COUNTS[number] if number < len(COUNTS) else str(number)
    return f"{word} {one if number == 1 else many}"


def core_answered(framework: Framework, case: CaseAssessment) -> tuple[int, int]:
    """Core criteria with a reading, and all of them."""
    core = [one.id for one in framework.criteria if one.type.gates]
    known = sum(not is_unknown(case.consolidated[one].reading) for one in core)
    return known, len(core)


def state_of(framework: Framework, case: CaseAssessment) -> State:
    """Whether there is enough for a level: from half of the core criteria on."""
    if not case.answered:
        return "empty"
    known, total = core_answered(framework, case)
    return "few" if known * 2 < total else "scored"


def headline(framework: Framework, case: CaseAssessment, state: State) -> tuple[str, str]:
    """The level as a headline and one sentence on it."""
    known, total = core_answered(framework, case)
    if state == "empty":
        return "No answers yet", "The level shows once half of the core criteria are answered."
    if state == "few":
        words = f"{known} of {total} core criteria answered"
        return words, f"The level shows from {-(-total // 2)} on."
    level = case.level
    return level_words(level.low, level.high, plus=level.plus), _sentence(case, level)


def _sentence(case: CaseAssessment, level: Assessment) -> str:
    if level.low < level.high:
        return _deciding(case, level.decisive)
    if level.low == TOP:
        return "The highest level is reached."
    if level.plus:
        return f"More than half of level {level.low + 1} is met."
    many = len(level.blockers)
    stands = count_words(many, "criterion stands", "criteria stand")
    return f"{stands} before level {level.low + 1}."


def _deciding(case: CaseAssessment, decisive: Sequence[str]) -> str:
    """Which answers decide, by what they wait for."""
    differ = sum(one in case.disagreements for one in decisive)
    if not differ:
        what = count_words(len(decisive), "unknown answer decides", "unknown answers decide")
        return f"{what} between them."
    if differ == len(decisive):
        what = count_words(differ, "criterion", "criteria")
        decides = "decides" if differ == 1 else "decide"
        return f"{what} on which voices differ {decides} between them."
    return (
        f"{count_words(len(decisive), 'open answer decides', 'open answers decide')} between them."
    )


def rungs(framework: Framework, case: CaseAssessment, say: Words) -> dict[int, RungNote]:
    """By level, what is met of it, its fulfilment, and how that comes about."""
    return {text.number: _rung(framework, case, text.number, say) for text in framework.levels}


def _rung(framework: Framework, case: CaseAssessment, level: int, say: Words) -> RungNote:
    if level == 0:
        words = "Level 0 is where everybody starts; it asks for nothing."
        return RungNote("starting point", "", words)
    count = case.level.counts[level]
    if not count.total:
        return RungNote("no criteria apply", "", f"Level {level}: no criteria apply.")
    if not case.answered:
        return RungNote(f"{count.total} core criteria", "", f"Level {level}: not asked yet.")
    words = [f"{count.met} of {count.total} met"]
    core = [one.id for one in framework.core_at[level]]
    unknown = sum(_is_unknown(case, one) for one in core)
    differ = sum(_differs(case, one) for one in core)
    words += [f"{unknown} unknown"] if unknown else []
    words += [f"{differ} differ"] if differ else []
    share = percent(case.level.fulfilment[level], say)
    return RungNote(", ".join(words), share, _sum(framework, case, level, share))


def _is_open(case: CaseAssessment, criterion: str) -> bool:
    reading = case.consolidated[criterion].reading
    return low_of(reading) != high_of(reading)


def _differs(case: CaseAssessment, criterion: str) -> bool:
    return criterion in case.disagreements and _is_open(case, criterion)


def _is_unknown(case: CaseAssessment, criterion: str) -> bool:
    """Open because somebody has not been asked, in some scope unit."""
    return _is_open(case, criterion) and criterion not in case.disagreements


def _sum(framework: Framework, case: CaseAssessment, level: int, share: str) -> str:
    """The fulfilment of a level as arithmetic, and what it must exceed."""
    points = rules_of(framework).points
    unit = rules_of(framework).unit
    codes = [low_of(case.consolidated[one.id].reading) for one in framework.core_at[level]]
    found = Counter(codes)
    parts = [f"{found[YES]} yes", f"{found[PARTLY]} partly", f"{found[NO]} no or open"]
    total = len(codes) - found[NA]
    half = points[PARTLY] / unit
    added = f"{found[YES]} + {found[PARTLY]} × {half:g}" if found[PARTLY] else f"{found[YES]}"
    exact = case.level.fulfilment[level]
    limit = f"{framework.limits.full * 100:.0f} %"
    return (
        f"Level {level}: {', '.join(parts)}. ({added}) / {total} = {exact}, {share}. "
        f"It takes more than {limit}, no “no”, and a full yes to its key questions."
    )


def shown_marks(figure: Ladder, state: State) -> Ladder:
    """The ladder without a level, possible, verified or claimed while there are too few answers."""
    if state == "scored":
        return figure
    target = tuple(one for one in figure.marks if one.kind is Glyph.TARGET)
    return figure.model_copy(update={"marks": target})


def legend(figure: Ladder, *, debt: bool) -> tuple[tuple[Glyph, str], ...]:
    """What the marks on the page mean, with their levels; only those that are there."""
    at = {one.kind: one.level for one in figure.marks}
    words = {
        Glyph.NOW: "Level: {}",
        Glyph.POSSIBLE: "Possible: {}, answers open",
        Glyph.VERIFIED: "Verified: {}, backed by evidence",
        Glyph.CLAIMED: "Claimed: {}, best answers",
        Glyph.TARGET: "Target: {}",
    }
    marks = [(glyph, text.format(at[glyph])) for glyph, text in words.items() if glyph in at]
    return (*marks, *([(Glyph.DEBT, "Skipped-level debt")] if debt else []))


def claims(rows: tuple[HeatRow, ...]) -> str:
    """Where what people say is above the level; empty while nobody was asked."""
    known = [row for row in rows if row.assessed and row.claimed is not None]
    gaps = {row.name: (row.claimed or 0) - row.low for row in known}
    above = {name: gap for name, gap in gaps.items() if gap > 0}
    if not known:
        return ""
    if not above:
        return "No claim exceeds the level of its dimension."
    most = max(above.values())
    by = f"by {count_words(most, 'level', 'levels').lower()}"
    names = [name for name, gap in above.items() if gap == most]
    lead = f"Claims exceed the level in {len(above)} of {len(rows)} dimensions"
    if len(names) == len(above):
        return f"{lead}, {by}: {listed(names)}."
    return f"{lead}, most in {listed(names)}, {by}."


def units(snapshot: Snapshot, case: CaseAssessment) -> tuple[UnitRow, ...]:
    """The level of each scope unit; none while there is only one."""
    found = snapshot.scope_units
    if len(found) < 2:
        return ()
    return tuple(_unit(one.name or "Unnamed unit", case.by_unit[one.id]) for one in found)


def _unit(name: str, level: Assessment) -> UnitRow:
    number = level_words(level.low, level.high, plus=level.plus)
    verified = "–" if level.verified is None else str(level.verified)
    return UnitRow(name, number, verified, str(len(level.blockers)))


def listed(names: Iterable[str]) -> str:
    """``A, B and C``."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
