"""The overall level in words: headline, rungs with their arithmetic, marks and legend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engagements.assessment.arithmetic import Basis, Tally, codes_of, tallies
from engagements.assessment.coverage import unasked
from engagements.assessment.level import by_urgency
from engagements.assessment.model import Assessment, CaseAssessment
from engagements.assessment.rules import NO, high_of, is_unknown, low_of
from engagements.framework.model import Framework
from engagements.language import mark, tr, trn
from engagements.records.snapshot import Snapshot
from report_templates.figures.model import Glyph, HeatRow, Ladder
from report_templates.figures.of_assessment import percent
from report_templates.words import Words
from ui.figures.upright import RungNote
from ui.parts.voices import level_words
from ui.score.standing import State, UnitRow
from ui.score.sums import sum_words

TOP = 4
COUNTS = (
    mark("No"),
    mark("One"),
    mark("Two"),
    mark("Three"),
    mark("Four"),
    mark("Five"),
    mark("Six"),
    mark("Seven"),
    mark("Eight"),
    mark("Nine"),
    mark("Ten"),
)


def number_words(number: int) -> str:
    """A count as a sentence begins with it: ``Two``; figures from eleven on."""
    return tr(COUNTS[number]) if number < len(COUNTS) else str(number)


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
    """The level as a headline, and in words what decides it and what was not asked."""
    known, total = core_answered(framework, case)
    if state == "empty":
        title = tr("No answers yet")
        return title, tr("The level shows once half of the core criteria are answered.")
    if state == "few":
        needed = tr(
            "{n} of {total} core criteria needed for a level, {known} answered.",
            n=-(-total // 2),
            total=total,
            known=known,
        )
        return "", needed
    level = case.level
    sentences = [_sentence(case, level)]
    if level.low == level.high:  # while it is open, what decides it stands alone
        sentences.append(_not_asked(len(unasked(framework, case))))
    return level_words(level.low, level.high, plus=level.plus), " ".join(filter(None, sentences))


def _not_asked(number: int) -> str:
    """How much of what does not gate nobody was asked about; empty when nothing is left."""
    if not number:
        return ""
    return trn(
        "{n} supplementary criterion has not been asked; it does not decide the level.",
        "{n} supplementary criteria have not been asked; they do not decide the level.",
        number,
    )


def _sentence(case: CaseAssessment, level: Assessment) -> str:
    if level.low < level.high:
        return _deciding(case, level.decisive)
    if level.low == TOP:
        return tr("The highest level is reached.")
    if level.plus:
        return tr("More than half of level {level} is met.", level=level.low + 1)
    many = len(level.blockers)
    return trn(
        "{count} criterion stands before level {level}.",
        "{count} criteria stand before level {level}.",
        many,
        count=number_words(many),
        level=level.low + 1,
    )


def _deciding(case: CaseAssessment, decisive: Sequence[str]) -> str:
    """Which answers decide, by what they wait for."""
    differ = sum(one in case.disagreements for one in decisive)
    many = len(decisive)
    if not differ:
        return trn(
            "{count} unknown answer decides between them.",
            "{count} unknown answers decide between them.",
            many,
            count=number_words(many),
        )
    if differ == many:
        return trn(
            "{count} criterion on which voices differ decides between them.",
            "{count} criteria on which voices differ decide between them.",
            many,
            count=number_words(many),
        )
    return trn(
        "{count} open answer decides between them.",
        "{count} open answers decide between them.",
        many,
        count=number_words(many),
    )


def rungs(framework: Framework, case: CaseAssessment, say: Words) -> dict[int, RungNote]:
    """By level, what is met of it, its fulfilment, and how that comes about."""
    return {text.number: _rung(framework, case, text.number, say) for text in framework.levels}


def _rung(framework: Framework, case: CaseAssessment, level: int, say: Words) -> RungNote:
    if level == 0:
        words = tr("Level 0 is where everybody starts; it asks for nothing.")
        return RungNote(tr("starting point"), "", words)
    count = case.level.counts[level]
    if not count.total:
        none = tr("Level {level}: no criteria apply.", level=level)
        return RungNote(tr("no criteria apply"), "", none)
    if not case.answered:
        total = trn("{n} core criterion", "{n} core criteria", count.total)
        return RungNote(total, "", tr("Level {level}: not asked yet.", level=level))
    words = [tr("{met} of {total} met", met=count.met, total=count.total)]
    core = [one.id for one in framework.core_at[level]]
    unknown = sum(_is_unknown(case, one) for one in core)
    differ = sum(_differs(case, one) for one in core)
    words += [tr("{n} unknown", n=unknown)] if unknown else []
    words += [trn("{n} differs", "{n} differ", differ)] if differ else []
    tally = tallies(framework, codes_of(framework, case, Basis.LEVEL))[level - 1]
    readings = {key: one.reading for key, one in case.consolidated.items()}
    return RungNote(
        ", ".join(words),
        percent(case.level.fulfilment[level], say),
        _sum(framework, case, tally),
        count.met,
        count.total,
        () if tally.met else by_urgency(framework, tally.lacks, readings),
    )


def _is_open(case: CaseAssessment, criterion: str) -> bool:
    reading = case.consolidated[criterion].reading
    return low_of(reading) != high_of(reading)


def _differs(case: CaseAssessment, criterion: str) -> bool:
    return criterion in case.disagreements and _is_open(case, criterion)


def _is_unknown(case: CaseAssessment, criterion: str) -> bool:
    """Open because somebody has not been asked, in some scope unit."""
    return _is_open(case, criterion) and criterion not in case.disagreements


def _sum(framework: Framework, case: CaseAssessment, tally: Tally) -> str:
    """The fulfilment of a level as arithmetic, and what it must exceed."""
    opened = sum(_is_open(case, one) and code == NO for one, code in tally.codes.items())
    return sum_words(framework, tally, weak=(opened, mark("{n} open")))


def shown_marks(figure: Ladder, state: State) -> Ladder:
    """The ladder without a level, possible, verified or claimed while there are too few answers."""
    if state == "scored":
        return figure
    target = tuple(one for one in figure.marks if one.kind is Glyph.TARGET)
    return figure.model_copy(update={"marks": target})


def legend(figure: Ladder, *, debt: int) -> tuple[tuple[Glyph, str], ...]:
    """What the marks on the page mean, with their levels; only those that are there."""
    at = {one.kind: one.level for one in figure.marks}
    found = [(glyph, tr(LEGEND[glyph], level=at[glyph])) for glyph in LEGEND if glyph in at]
    if debt:
        found.append((Glyph.DEBT, tr("Skipped-level debt: {n}", n=debt)))
    return tuple(found)


LEGEND = {
    Glyph.NOW: mark("Level: {level}"),
    Glyph.POSSIBLE: mark("Possible: {level}, answers open"),
    Glyph.VERIFIED: mark("Verified: {level}, backed by evidence"),
    Glyph.CLAIMED: mark("Claimed: {level}, best answers"),
    Glyph.TARGET: mark("Target: {level}"),
}


def claims(rows: tuple[HeatRow, ...]) -> str:
    """Where what people say is above the level; empty while nobody was asked."""
    known = [row for row in rows if row.assessed and row.claimed is not None]
    gaps = {row.name: (row.claimed or 0) - row.low for row in known}
    above = {name: gap for name, gap in gaps.items() if gap > 0}
    if not known:
        return ""
    if not above:
        return tr("No claim exceeds the level of its dimension.")
    most = max(above.values())
    names = listed(name for name, gap in above.items() if gap == most)
    by = trn("by {count} level", "by {count} levels", most, count=number_words(most).lower())
    counted = {"n": len(above), "total": len(rows), "names": names, "by": by}
    if all(gap == most for gap in above.values()):
        return tr("Claims exceed the level in {n} of {total} dimensions, {by}: {names}.", **counted)
    return tr(
        "Claims exceed the level in {n} of {total} dimensions, most in {names}, {by}.", **counted
    )


def units(snapshot: Snapshot, case: CaseAssessment) -> tuple[UnitRow, ...]:
    """The level of each scope unit; none while there is only one."""
    found = snapshot.scope_units
    if len(found) < 2:
        return ()
    return tuple(
        _unit(one.id, one.name or tr("Unnamed unit"), case.by_unit[one.id]) for one in found
    )


def _unit(unit: str, name: str, level: Assessment) -> UnitRow:
    number = level_words(level.low, level.high, plus=level.plus)
    verified = "–" if level.verified is None else str(level.verified)
    return UnitRow(unit, name, number, verified, str(len(level.blockers)))


def listed(names: Iterable[str]) -> str:
    """``A, B and C``."""
    *most, last = names
    return tr("{most} and {last}", most=", ".join(most), last=last) if most else last
