"""A page per dimension: its level, findings, every criterion, what differs, what closes the gap."""

from __future__ import annotations

from engagements.assessment.arithmetic import verified_dimensions
from engagements.assessment.model import DimensionLevel
from engagements.framework.model import LEVELS, Criterion, Dimension, Value
from engagements.records import Evidence
from report_templates.content.answers import columns
from report_templates.content.base import Section
from report_templates.content.cover import Fact
from report_templates.content.criteria import CriterionRow, Ledger
from report_templates.content.differences import Disagreement, disagreement
from report_templates.content.facts import Facts
from report_templates.content.gap import Gap, gap, next_step
from report_templates.content.glance import Reading
from report_templates.content.insights import Insights, insights
from report_templates.content.outline import dimension_key
from report_templates.figures.model import Ladder
from report_templates.figures.of_assessment import dimension_scale, touched
from report_templates.words import unbroken

TOP = LEVELS[-1]


class LevelGroup(Value):
    """The criteria of one level, with how many are met."""

    label: str
    name: str
    count: str
    rows: tuple[CriterionRow, ...]


class DimensionPage(Section):
    """One dimension. ``instead`` stands for the findings while nothing is known."""

    scale: Ladder
    facts: tuple[Fact, ...]
    instead: str
    findings: tuple[Reading, ...]
    more_findings: str
    roles: tuple[str, ...]
    heads: tuple[str, str, str]
    """Over the criterion, its evidence and what was determined."""
    groups: tuple[LevelGroup, ...]
    note: str
    """Below the table: that the answers come from documents alone."""
    disagreement: Disagreement | None
    determination_head: str
    determination_lead: str
    determination: str
    gap: Gap
    continued: str


def of(known: Facts) -> tuple[DimensionPage, ...]:
    """The pages of all dimensions, in the framework's order."""
    ledger = Ledger.of(known)
    verified = verified_dimensions(known.framework, known.case)
    return tuple(_page(ledger, one, verified[one.code]) for one in known.framework.dimensions)


def _page(ledger: Ledger, dimension: Dimension, verified: int) -> DimensionPage:
    known, say, code = ledger.known, ledger.known.say, dimension.code
    level = known.case.level.dimensions[code]
    criteria = [one for one in known.framework.criteria if one.dimension == code]
    roles = columns(ledger.said, [one.id for one in criteria])
    assessed = any(touched(count) for count in level.counts.values())
    groups = tuple(
        _group(
            ledger, level, step, [ledger.row(one, roles) for one in criteria if one.level == step]
        )
        for step in LEVELS[1:]
        if any(one.level == step for one in criteria)
    )
    placed = assessed and level.applies
    read = insights(ledger, dimension, criteria) if placed else Insights(shown=(), more="")
    heading = known.heading(dimension_key(code), _title(known, dimension, level, assessed=assessed))
    return DimensionPage(
        heading=heading,
        scale=dimension_scale(known.framework, known.case, code, known.target, say),
        facts=_facts(ledger, level, criteria, verified if placed else None),
        instead="" if placed else _instead(known, level),
        findings=read.shown,
        more_findings=read.more,
        roles=roles.heads(say),
        heads=(
            say("dimension.head_criterion"),
            say("dimension.head_evidence"),
            say("dimension.head_determination"),
        ),
        groups=groups,
        note=say("dimension.documents_only") if assessed and not roles.any else "",
        disagreement=disagreement(ledger, criteria),
        determination_head=say("dimension.determination"),
        determination_lead=_lead(known, level, assessed=assessed),
        determination=known.worded(
            f"{heading.key}.determination",
            _determination(known, dimension, level, verified if placed else None),
        ),
        gap=gap(ledger, dimension, level),
        continued=say("transition.continued", name=f"{heading.number} · {heading.name}"),
    )


def _instead(known: Facts, level: DimensionLevel) -> str:
    """What stands for findings where there can be none."""
    return known.say("dimension.not_assessed" if level.applies else "dimension.nothing_to_find")


def _group(
    ledger: Ledger, level: DimensionLevel, step: int, rows: list[CriterionRow]
) -> LevelGroup:
    say, count = ledger.known.say, level.counts[step]
    text = say("dimension.met", met=count.met, total=count.total)
    if not count.total:
        text = say("dimension.none_applies")
    elif count.unknown == count.total:
        text = say("dimension.all_open")
    elif count.unknown:
        text = say("dimension.met_open", met=count.met, total=count.total, open=count.unknown)
    return LevelGroup(
        label=say("story.level", level=step),
        name=ledger.known.level_text(step).name,
        count=text,
        rows=tuple(rows),
    )


def _title(known: Facts, dimension: Dimension, level: DimensionLevel, *, assessed: bool) -> str:
    say, name = known.say, dimension.name
    if not assessed:
        return say("dimension.title.not_assessed", name=name)
    if not level.applies:
        return say("dimension.title.none_applies", name=name)
    if level.low == TOP:
        return say("dimension.title.top", name=name)
    claimed = known.case.claimed_dimensions.get(dimension.code)
    if claimed is not None and claimed > max(level.low, level.high):
        return say("dimension.title.claimed", name=name, level=level.low, claimed=claimed)
    if level.high > level.low:
        return say("dimension.title.possible", name=name, level=level.low, high=level.high)
    step = next_step(level)
    missing = level.counts[step].total - level.counts[step].met
    return say.many("dimension.title.open", missing, name=name, level=level.low, next=step)


def _facts(
    ledger: Ledger, level: DimensionLevel, criteria: list[Criterion], verified: int | None
) -> tuple[Fact, ...]:
    say = ledger.known.say
    applicable = sum(count.total for count in level.counts.values())
    answered = applicable - sum(count.unknown for count in level.counts.values())
    none = say("summary.missing")
    return (
        Fact(label=say("dimension.fact.interviews"), text=_heard(ledger, criteria)),
        Fact(label=say("dimension.fact.evidence"), text=_items(ledger, criteria)),
        Fact(
            label=say("dimension.fact.answered"),
            text=say("dimension.answered", answered=answered, total=applicable)
            if applicable
            else none,
        ),
        Fact(
            label=say("dimension.fact.verified"),
            text=none if verified is None else say("story.level", level=verified),
        ),
    )


def _heard(ledger: Ledger, criteria: list[Criterion]) -> str:
    known = ledger.known
    roles = {role for one in criteria for role in ledger.said.get(one.id, {})}
    if not roles:
        return known.say("dimension.no_interviews")
    words = known.say.many("cover.roles", len(roles))
    days = {day for one in criteria for day in ledger.days.get(one.id, ())}
    return f"{words}, {known.say.span(min(days), max(days), brief=True)}" if days else words


def _items(ledger: Ledger, criteria: list[Criterion]) -> str:
    known, say = ledger.known, ledger.known.say
    found: dict[str, Evidence] = {
        item.id: item for one in criteria for item in ledger.items.get(one.id, ())
    }
    if not found:
        return say("cover.items.zero")
    names = {one.grade: say.within(one.name) for one in known.framework.grades}
    grades = [one.grade for one in found.values()]
    parts = [
        unbroken(f"{grades.count(grade)} {names[grade]}")
        for grade in sorted(set(grades), reverse=True)
    ]
    return say("dimension.items", items=say.many("cover.items", len(found)), parts=", ".join(parts))


def _lead(known: Facts, level: DimensionLevel, *, assessed: bool) -> str:
    if not assessed:
        return known.say("dimension.lead_none")
    if not level.applies:
        return known.say("dimension.lead_na")
    return known.say("dimension.lead", level=level.low)


def _determination(
    known: Facts, dimension: Dimension, level: DimensionLevel, verified: int | None
) -> str:
    """Why the dimension stands where it does, in at most five sentences."""
    say = known.say
    if not level.applies:
        return say("dimension.why.none_applies")
    if verified is None:
        return say("dimension.why.not_assessed")
    words = [_reached(known, level)]
    claimed = known.case.claimed_dimensions.get(dimension.code)
    if level.high > level.low:
        words.append(say("dimension.why.possible", level=level.high))
    if claimed is not None and claimed != level.low:
        words.append(say("dimension.why.claimed", level=claimed))
    if verified < level.low:
        words.append(say("dimension.why.verified", level=verified))
    if level.debt:
        words.append(say.many("dimension.why.debt", len(level.debt)))
    return " ".join(words)


def _reached(known: Facts, level: DimensionLevel) -> str:
    say = known.say
    if level.low == TOP:
        return say("dimension.why.top")
    step = next_step(level)
    count = level.counts[step]
    words = [say("dimension.why.met", met=count.met, total=count.total, level=step)]
    if step > level.low + 1:
        words.append(say("dimension.why.passed", level=step - 1))
    return " ".join(words)
