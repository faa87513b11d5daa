"""The cover: document, client, state, and the result at one look."""

from __future__ import annotations

from datetime import date

from engagements.framework.model import Value
from report_templates.content.facts import Facts
from report_templates.figures.model import Ladder
from report_templates.figures.of_assessment import ladder

TOP = 4


class Fact(Value):
    """A label with its value."""

    label: str
    text: str


class Cover(Value):
    """What the cover says. ``caption`` puts the ladder in words."""

    kind: str
    client: str
    standfirst: str
    facts: tuple[Fact, Fact, Fact, Fact]
    draft: str
    """"Draft, not for circulation", or nothing."""
    ladder: Ladder
    caption: str


def of(known: Facts) -> Cover:
    """The cover of a report."""
    say = known.say
    return Cover(
        kind=say("document.kind"),
        client=known.client or say("client.unnamed"),
        standfirst=known.worded("cover.standfirst", _standfirst(known)),
        facts=(
            Fact(label=say("cover.visit"), text=_visit(known)),
            Fact(label=say("cover.issued"), text=say.date(known.issued)),
            Fact(label=say("cover.version"), text=_version(known)),
            Fact(label=say("cover.basis"), text=_basis(known)),
        ),
        draft=say("cover.draft") if known.settings.draft else "",
        ladder=_ladder(known),
        caption=known.worded("cover.caption", _caption(known)),
    )


def _ladder(known: Facts) -> Ladder:
    figure = ladder(known.framework, known.case, known.target, known.say)
    return figure.model_copy(update={"notes": ()})


def _standfirst(known: Facts) -> str:
    say, level = known.say, known.case.level
    if known.scored and level.low == TOP:
        return say("cover.standfirst.top")
    if known.target is None:
        return say("cover.standfirst.open")
    if known.scored and level.low >= known.target:
        return say("cover.standfirst.reached", level=known.target)
    return say("cover.standfirst.route", level=known.target)


def _visit(known: Facts) -> str:
    days = known.basis.days
    engagement = known.snapshot.engagement
    if days is None and engagement.starts and engagement.ends:
        days = engagement.starts, engagement.ends
    return known.say.span(*days) if days else known.say("cover.no_visit")


def _version(known: Facts) -> str:
    version, audience = known.settings.version, known.settings.audience.strip()
    if not audience:
        return version
    return known.say("cover.for", version=version, audience=audience)


def _basis(known: Facts) -> str:
    say, basis = known.say, known.basis
    items = say.many("cover.items", len(basis.evidence))
    if not basis.interviews:
        return say("cover.no_interviews", items=items)
    interviews = say.many("cover.interviews", len(basis.interviews))
    roles = say.many("cover.roles", len(basis.roles))
    return say("cover.basis_text", interviews=interviews, roles=roles, items=items)


def _caption(known: Facts) -> str:
    say, level = known.say, known.case.level
    if not known.scored:
        parts = [say("caption.not_assessed")]
        if known.target is not None:
            parts.append(say("caption.target", level=known.target))
        return " · ".join(parts)
    parts = [say("caption.level", level=level.low)]
    if level.high != level.low:
        parts.append(say("caption.possible", level=level.high))
    if level.verified is not None and level.verified < level.low:
        parts.append(say("caption.verified", level=level.verified))
    if known.claimed is not None:
        parts.append(say("caption.claimed", level=known.claimed))
    parts.append(_target(known))
    return " · ".join(part for part in parts if part)


def _target(known: Facts) -> str:
    say = known.say
    if known.target is None:
        return say("caption.no_target")
    if known.case.level.low >= known.target:
        return say("caption.reached")
    if not known.transitions:
        return say("caption.target", level=known.target)
    last = known.transitions[-1]
    return say(
        "caption.expected",
        level=known.target,
        likely=say.date(last.finish_likely),
        low=_shorter(known, last.finish_low, last.finish_high),
        high=say.date(last.finish_high),
    )


def _shorter(known: Facts, first: date, last: date) -> str:
    """A range's first date, without its year when the last has the same."""
    if first.year != last.year:
        return known.say.date(first)
    month = known.say(f"month.{first.month}")
    return known.say("date.day_month", day=first.day, month=month)
