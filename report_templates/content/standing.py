"""Where the organisation stands: now, claimed and target as facts, and the symptom of the level."""

from __future__ import annotations

from engagements.assessment.coverage import unasked
from engagements.framework.model import Value
from report_templates.content.facts import Facts
from report_templates.figures.model import Glyph
from report_templates.words import unbroken

TOP = 4
CURED_WITH = {1: 3}
"""The level that ends a symptom, where it is not the next one: what level 1 lacks comes with 3."""
LONGEST_CLIENT = 30
"""Characters of a client's name that a title of two lines has room for."""


class LevelFact(Value):
    """One of the levels at the head of the summary: mark, numeral, name and what it means."""

    glyph: Glyph
    numeral: str
    name: str
    lead: str
    text: str
    verified: str = ""
    """Beside the level when the evidence alone bears less."""


class Symptom(Value):
    """How a level shows itself in daily work."""

    label: str
    text: str


def facts(known: Facts) -> tuple[LevelFact, LevelFact, LevelFact]:
    """Level now, claimed level and target level."""
    return _now(known), _claimed(known), _target(known)


def symptom(known: Facts) -> Symptom | None:
    """The level's symptom, with those of lower levels that it does not cure yet.

    Without a symptom (the highest level) what the level looks like; None while nothing is scored.
    """
    if not known.scored:
        return None
    say, low = known.say, known.case.level.low
    text = known.level_text(low)
    if not text.symptom:
        return Symptom(label=say("summary.no_symptom", level=low), text=text.result)
    earlier = [level for level, cure in CURED_WITH.items() if level < low < cure]
    shown = [text.symptom, *(known.level_text(level).symptom for level in earlier)]
    return Symptom(label=say("summary.symptom", level=low), text=" ".join(shown))


def symptoms_ended(known: Facts, level: int) -> list[str]:
    """The symptoms that no longer hold once ``level`` is reached."""
    ended = [lower for lower in range(level) if CURED_WITH.get(lower, lower + 1) == level]
    return [text for lower in ended if (text := known.level_text(lower).symptom)]


def named(known: Facts, slot: str, n: int | None = None, **values: object) -> str:
    """A title with the client's name, or its short form where the name is long or missing."""
    client = known.client.strip()
    short = not client or len(client) > LONGEST_CLIENT
    key = f"{slot}_short" if short else slot
    if n is None:
        return known.say(key, client=client, **values)
    return known.say.many(key, n, client=client, **values)


def reached(known: Facts) -> bool:
    """True when the target is agreed and the level is there."""
    return known.scored and known.target is not None and known.case.level.low >= known.target


def review_day(known: Facts) -> str:
    """When what is reached is due to be looked at again: a year after this report."""
    year, leap_day = known.issued.year + 1, (known.issued.month, known.issued.day) == (2, 29)
    return unbroken(
        known.say.date(known.issued.replace(year=year, day=28 if leap_day else known.issued.day))
    )


def next_level(known: Facts) -> int:
    """The level after the one reached, at most the highest."""
    return min(TOP, known.case.level.low + 1)


def _name(known: Facts, level: int) -> str:
    return known.level_text(level).name


def _now(known: Facts) -> LevelFact:
    say, level = known.say, known.case.level
    if not known.scored:
        return LevelFact(
            glyph=Glyph.NOW,
            numeral=say("summary.missing"),
            name="",
            lead=say("summary.now.lead"),
            text=say("summary.now.none"),
        )
    words: list[str] = []
    if level.low == TOP:
        words.append(say("summary.now.top"))
    else:
        count = level.counts[level.low + 1]
        values = {"met": count.met, "total": count.total, "level": level.low + 1}
        words.append(say("summary.now.met", **values))
        if level.plus:
            words.append(say("summary.now.plus", level=level.low + 1))
    if level.high > level.low:
        words.append(say.many("summary.possible", len(level.decisive), level=level.high))
    left = unasked(known.framework, known.case)
    words += [say.many("summary.unasked", len(left))] if left else []
    behind = level.verified is not None and level.verified < level.low
    return LevelFact(
        glyph=Glyph.NOW,
        numeral=f"{level.low}+" if level.plus else str(level.low),
        name=_name(known, level.low),
        lead=say("summary.now.lead"),
        text=" ".join(words),
        verified=say("summary.verified", level=level.verified) if behind else "",
    )


def _claimed(known: Facts) -> LevelFact:
    say, claimed = known.say, known.claimed
    unheard = "unknown" if known.basis.interviews else "none"
    return LevelFact(
        glyph=Glyph.CLAIMED,
        numeral=say("summary.missing") if claimed is None else str(claimed),
        name="" if claimed is None else _name(known, claimed),
        lead=say("summary.claimed.lead"),
        text=say(f"summary.claimed.{unheard}") if claimed is None else _claim(known, claimed),
    )


def _claim(known: Facts, claimed: int) -> str:
    say, level = known.say, known.case.level
    above = claimed - level.low
    if above < 0:
        return say("summary.claimed.below")
    if above == 0:
        return say("summary.claimed.same")
    where = _widest(known)
    form = "above_one" if above == 1 else "above"
    if not where:
        form = "above_bare_one" if above == 1 else "above_bare"
    return say(
        f"summary.claimed.{form}", Count=say.count(above).capitalize(), where=say.listed(where)
    )


def _widest(known: Facts) -> list[str]:
    """The dimensions, at most two, whose claim is furthest above their level."""
    dimensions = known.case.level.dimensions
    gaps = {
        code: claimed - dimensions[code].low
        for code, claimed in known.case.claimed_dimensions.items()
    }
    most = max(gaps.values(), default=0)
    names = [known.framework.dimension[code].name for code, gap in gaps.items() if gap == most]
    return names[:2] if most > 0 else []


def _target(known: Facts) -> LevelFact:
    say, target = known.say, known.target
    if target is None:
        return LevelFact(
            glyph=Glyph.TARGET,
            numeral=say("summary.missing"),
            name="",
            lead=say("summary.target.lead"),
            text=say("summary.target.none"),
        )
    return LevelFact(
        glyph=Glyph.TARGET,
        numeral=str(target),
        name=_name(known, target),
        lead=say("summary.target.lead"),
        text=_way(known, target),
    )


def _way(known: Facts, target: int) -> str:
    say = known.say
    if reached(known):
        if target == TOP:
            return say("summary.target.reached_top")
        return say("summary.target.reached", result=known.level_text(target).result)
    steps = known.transitions
    form = "away_one" if len(steps) == 1 else "away"
    words = [say(f"summary.target.{form}", Count=say.count(len(steps)).capitalize())]
    if steps:
        last = steps[-1]
        words.append(
            say(
                "summary.target.likely",
                date=say.date(last.finish_likely),
                low=say.medium_date(last.finish_low),
                high=say.medium_date(last.finish_high),
            )
        )
    return " ".join(words)
