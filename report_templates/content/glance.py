"""Maturity at a glance: ladder, heat map and three readings of them."""

from __future__ import annotations

from engagements.assessment.rules import is_unknown
from engagements.framework.model import Value
from report_templates.content import blockers, method
from report_templates.content.base import Part, Section
from report_templates.content.facts import Facts, units_named
from report_templates.content.standing import TOP, next_level
from report_templates.figures import of_assessment
from report_templates.figures.model import HeatMap, Ladder, Legend
from report_templates.text import one_line
from report_templates.words import capital

MOST_NAMES = 3
MOST_UNITS, LONGEST_UNIT = 6, 40


class Reading(Value):
    """One paragraph beside the figures."""

    head: str
    text: str


def reworded(known: Facts, slot: str, reading: Reading) -> Reading:
    """The same paragraph under its head, in the assessor's words where there are some."""
    return reading.model_copy(update={"text": known.worded(slot, reading.text)})


class Glance(Section):
    """Both figures and what to read in them. ``notes`` are sentences below the map."""

    ladder: Ladder
    map_title: str
    heat_map: HeatMap
    legend: Legend
    notes: tuple[str, ...]
    readings: tuple[Reading, Reading, Reading]
    context: str


def of(known: Facts) -> Glance:
    """The glance of an engagement."""
    say, fw = known.say, known.framework
    heat = of_assessment.heat_map(fw, known.case, known.target, say)
    return Glance(
        heading=known.heading(Part.GLANCE.value, _title(known)),
        ladder=of_assessment.ladder(fw, known.case, known.target, say),
        map_title=say("glance.map"),
        heat_map=heat,
        legend=of_assessment.heat_legend(heat, say),
        notes=_notes(known, heat),
        readings=(
            reworded(known, "glance.holds", _before(known)),
            reworded(known, "glance.claims", _claims(known)),
            reworded(known, "glance.debt", _debt(known)),
        ),
        context=_context(known),
    )


def _context(known: Facts) -> str:
    """How usual such a level is; before it how a level is reached, where no page on it follows."""
    say = known.say
    if not known.profile.brief:
        return say("glance.context")
    return f"{method.in_brief(known)} {say('glance.context')}"


def _title(known: Facts) -> str:
    say, level = known.say, known.case.level
    if not known.scored:
        return say("glance.title.none")
    if level.low == TOP:
        n = len(blockers.partly_met(known))
        slot = "top_debt" if n == 0 else "top_partly_one" if n == 1 else "top_partly"
        where = say(f"glance.title.{slot}", count=say.count(n))
        return say("glance.title.top", where=where)
    held = blockers.groups(known)
    if not held:
        return say("glance.title.sound", level=level.low)
    return say.many("glance.title.hold", len(held), level=level.low) + _ahead(known)


def _ahead(known: Facts) -> str:
    """The dimensions that stand highest, where that is above the level of the whole."""
    say, level = known.say, known.case.level
    placed = {code: one.low for code, one in level.dimensions.items() if one.applies}
    highest = max(placed.values(), default=0)
    if highest <= level.low:
        return ""
    codes = [code for code, low in placed.items() if low == highest]
    name = known.framework.dimension[codes[0]].name
    return say.many("glance.ahead", len(codes), name=name, level=highest)


def _notes(known: Facts, heat: HeatMap) -> tuple[str, ...]:
    if not known.scored:
        return (known.say("glance.not_scored"),)
    silent = sum(not row.assessed for row in heat.rows)
    unassessed = (known.say.many("glance.unassessed", silent),) if silent else ()
    return (*_units(known), *unassessed)


def _units(known: Facts) -> tuple[str, ...]:
    """The level of each scope unit, where there are several."""
    say, names = known.say, list(units_named(known).items())
    if not names:
        return ()
    shown = [(unit, one_line(name, LONGEST_UNIT)) for unit, name in names[:MOST_UNITS]]
    parts = [_of_unit(known, unit, name) for unit, name in shown]
    left = len(names) - MOST_UNITS
    if left > 0:
        parts.append(say.many("units.more", left))
    return (say("units.levels", parts="; ".join(parts)),)


def _of_unit(known: Facts, unit: str, name: str) -> str:
    say, level = known.say, known.case.by_unit[unit]
    if all(is_unknown(one.reading) for one in known.case.units[unit].values()):
        return say("units.silent", unit=name)
    slot = "units.level" if level.low == level.high else "units.interval"
    return say(slot, unit=name, low=level.low, high=level.high)


def _before(known: Facts) -> Reading:
    """What stands before the next level, dimension by dimension, and where closing it leads."""
    say, level = known.say, known.case.level
    if level.low == TOP and known.scored:
        return Reading(head=say("glance.holds.title_top"), text=say("glance.holds.top"))
    head = say("glance.holds.title", level=next_level(known))
    held = blockers.groups(known)
    if not known.scored or not held:
        slot = "glance.holds.free" if known.scored else "glance.holds.none"
        return Reading(head=head, text=say(slot))
    parts = [
        say(
            "glance.holds.part",
            count=say.count(len(one.criteria)),
            name=known.framework.dimension[one.dimension].name,
        )
        for one in held
    ]
    if len(parts) > MOST_NAMES:
        rest = sum(len(one.criteria) for one in held[MOST_NAMES - 1 :])
        parts = [
            *parts[: MOST_NAMES - 1],
            say.many("glance.holds.rest", len(held) - MOST_NAMES + 1, criteria=say.count(rest)),
        ]
    n, total = len(level.blockers), level.counts[level.low + 1].total
    only = "_one" if n == 1 else ""
    where = known.framework.dimension[held[0].dimension].name if n == 1 else say.listed(parts)
    count = capital(say.count(n))
    words = say(f"glance.holds.open{only}", Count=count, total=say.count(total), where=where)
    return Reading(
        head=head, text=f"{words} {say(f'glance.holds.after{only}', level=level.after_blockers)}"
    )


def _claims(known: Facts) -> Reading:
    say, case = known.say, known.case
    head = say("glance.claims.title")
    if known.claimed is None:
        unheard = "unknown" if known.basis.interviews else "none"
        return Reading(head=head, text=say(f"glance.claims.{unheard}"))
    dimensions = case.level.dimensions
    above = [
        known.framework.dimension[code].name
        for code, claimed in case.claimed_dimensions.items()
        if claimed > dimensions[code].low
    ]
    words = say("glance.claims.same")
    if above:
        slot = "glance.claims.above_one" if len(above) == 1 else "glance.claims.above"
        names = say.some(above, "glance.claims.others")
        words = say(slot, Count=capital(say.count(len(above))), names=names)
    return Reading(head=head, text=f"{words} {_verified(known)}".strip())


def _verified(known: Facts) -> str:
    level = known.case.level
    if not known.scored or level.verified is None or level.low == 0:
        return ""
    if level.verified < level.low:
        return known.say("glance.claims.verified", level=level.verified)
    return known.say("glance.claims.verified_same")


def _debt(known: Facts) -> Reading:
    say, debt = known.say, known.case.level.debt
    head = say("glance.debt.title")
    if not known.scored:
        return Reading(head=head, text=say("glance.debt.none"))
    above = say.count(known.framework.limits.debt_from)
    words = [say.many("glance.debt", len(debt), above=above, level=known.case.level.low)]
    resting: dict[str, list[str]] = {}
    for one in debt:
        for base in one.missing:
            resting.setdefault(base, []).append(one.criterion)
    if resting:
        base = max(resting, key=lambda key: len(resting[key]))
        ids = resting[base]
        slot = "glance.debt.first_one" if len(ids) == 1 else "glance.debt.first"
        title = known.framework.criterion[base].title
        words.append(say(slot, base=base, title=title, ids=say.some(ids, "glance.debt.others")))
    return Reading(head=head, text=" ".join(words))
