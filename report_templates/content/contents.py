"""The contents page: outline, what the marks mean, and the document's versions."""

from __future__ import annotations

from engagements.framework.model import Value
from engagements.records import IssuedVersion
from report_templates.content.base import Entry
from report_templates.content.facts import Facts
from report_templates.figures.model import Glyph
from report_templates.profiles import PROFILES

MOST_VERSIONS = 5


class MarkText(Value):
    """A mark with its word and meaning; ``letter`` stands beside an answer's mark."""

    glyph: Glyph
    name: str
    meaning: str = ""
    letter: str = ""


class MarkGroup(Value):
    """Marks of one subject."""

    name: str
    marks: tuple[MarkText, ...]


class VersionRow(Value):
    """One version of the document."""

    version: str
    day: str
    change: str
    by: str


class Contents(Value):
    """The contents page. ``earlier`` says how many versions are not listed."""

    entries: tuple[Entry, ...]
    groups: tuple[MarkGroup, ...]
    versions: tuple[VersionRow, ...]
    earlier: str = ""


def of(known: Facts) -> Contents:
    """Outline, marks and version log of a report."""
    issued = sorted(known.snapshot.of(IssuedVersion), key=lambda one: one.issued)
    earlier = max(0, len(issued) - MOST_VERSIONS + 1)
    rows = [_row(known, one) for one in issued[earlier:]]
    return Contents(
        entries=known.outline,
        groups=(_levels(known), _answers(known), _grades(known), _dates(known)),
        versions=(*rows, _this(known)),
        earlier=known.say.many("control.earlier", earlier) if earlier else "",
    )


def _row(known: Facts, one: IssuedVersion) -> VersionRow:
    say, stamp = known.say, known.snapshot.stamps.get(one.id)
    name = say(f"profile.{one.profile}.name") if one.profile in PROFILES else one.profile
    return VersionRow(
        version=one.version,
        day=say.date(one.issued.date()),
        change=say("control.issued", profile=name),
        by=stamp.author if stamp and stamp.author else "–",
    )


def _this(known: Facts) -> VersionRow:
    say, settings = known.say, known.settings
    change = say("control.draft") if settings.draft else say("control.this")
    if settings.audience.strip() and not settings.draft:
        change = say("control.audience", audience=settings.audience.strip())
    return VersionRow(
        version=settings.version, day=say.date(known.issued), change=change, by=say("control.you")
    )


def _levels(known: Facts) -> MarkGroup:
    say, limits = known.say, known.framework.limits
    glyphs = (
        Glyph.NOW,
        Glyph.POSSIBLE,
        Glyph.VERIFIED,
        Glyph.CLAIMED,
        Glyph.TARGET,
        Glyph.DEBT,
        Glyph.DISAGREEMENT,
    )
    return MarkGroup(
        name=say("marks.levels"),
        marks=tuple(
            MarkText(
                glyph=one,
                name=say(f"marks.{one.value}.name"),
                meaning=say(f"marks.{one.value}.meaning", above=say.count(limits.debt_from)),
            )
            for one in glyphs
        ),
    )


def _answers(known: Facts) -> MarkGroup:
    say = known.say
    glyphs = (Glyph.YES, Glyph.PARTLY, Glyph.NO, Glyph.NOT_APPLICABLE, Glyph.UNKNOWN)
    return MarkGroup(
        name=say("marks.answers"),
        marks=tuple(
            MarkText(
                glyph=one,
                letter=say(f"marks.{one.value}.letter"),
                name=say(f"marks.{one.value}.name"),
                meaning=say(f"marks.{one.value}.meaning"),
            )
            for one in glyphs
        ),
    )


def _grades(known: Facts) -> MarkGroup:
    return MarkGroup(
        name=known.say("marks.grades"),
        marks=tuple(
            MarkText(glyph=Glyph.grade(one.grade), name=one.name, meaning=one.meaning)
            for one in known.framework.grades
        ),
    )


def _dates(known: Facts) -> MarkGroup:
    say = known.say
    return MarkGroup(
        name=say("marks.dates"),
        marks=tuple(
            MarkText(
                glyph=one,
                name=say(f"marks.{one.value}.name"),
                meaning=say(f"marks.{one.value}.meaning"),
            )
            for one in (Glyph.LIKELY, Glyph.HIGH)
        ),
    )
