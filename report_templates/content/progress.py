"""Progress since the previous assessment: levels and criteria before and now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engagements.assessment.earlier import previous
from engagements.framework.model import AnswerValue, Dimension, Value
from engagements.records import PreviousAssessment
from report_templates.content.answers import AnswerCell, letter
from report_templates.content.base import Part, Section
from report_templates.content.cover import Fact
from report_templates.content.criteria import Ledger, Proof
from report_templates.content.earlier import lowest, rules
from report_templates.content.facts import Facts
from report_templates.content.trend import Trend
from report_templates.content.trend import of as trend_of
from report_templates.figures.model import Glyph, Head, ProgressFigure, ProgressRow
from report_templates.figures.of_assessment import touched


class ChangeRow(Value):
    """A criterion whose answer is another one now."""

    id: str
    title: str
    before: AnswerCell
    now: AnswerCell
    proof: Proof


class Progress(Section):
    """The page of a repeated assessment."""

    facts: tuple[Fact, ...]
    figure_title: str
    figure: ProgressFigure
    note: str
    trend: Trend | None = None
    """None while there are too few assessments for one."""
    changes_title: str
    heads: tuple[str, str, str, str]
    changes: tuple[ChangeRow, ...]
    changes_none: str


@dataclass(frozen=True)
class _Compared:
    """Criteria that both assessments have, as they were and as they are."""

    before: Mapping[str, AnswerValue]
    now: Mapping[str, AnswerValue]
    apart: int
    """Criteria that only one of the two rule sets has."""

    def met(self, of: Mapping[str, AnswerValue], ids: Sequence[str]) -> int:
        """How many of these are a yes."""
        return sum(of.get(one) is AnswerValue.YES for one in ids)

    def up(self, ids: Sequence[str]) -> list[str]:
        """Those that became a yes."""
        yes = AnswerValue.YES
        return [i for i in ids if self.before.get(i) is not yes and self.now.get(i) is yes]

    def down(self, ids: Sequence[str]) -> list[str]:
        """Those that are known to be a yes no more."""
        kept = (AnswerValue.YES, AnswerValue.UNKNOWN)
        return [i for i in self._yes(ids) if self.now.get(i) not in kept]

    def open(self, ids: Sequence[str]) -> list[str]:
        """Those that were a yes, and that nothing is known of now."""
        return [i for i in self._yes(ids) if self.now.get(i) is AnswerValue.UNKNOWN]

    def _yes(self, ids: Sequence[str]) -> list[str]:
        return [i for i in ids if self.before.get(i) is AnswerValue.YES]


def of(known: Facts) -> Progress | None:
    """What has changed since; None on a first assessment."""
    kept = previous(known.snapshot)
    if kept is None:
        return None
    say, compared = known.say, _compared(known, kept)
    rows = tuple(_row(known, kept, compared, one) for one in known.framework.dimensions)
    changes = _changes(known, compared)
    return Progress(
        heading=known.heading(Part.PROGRESS.value, _title(known, kept, rows)),
        facts=_facts(known, kept, compared, rows),
        figure_title=say("progress.figure"),
        figure=_figure(known, kept, rows),
        note=_note(known, kept, compared),
        trend=trend_of(known),
        changes_title=say("progress.changes"),
        heads=(
            say("dimension.head_criterion"),
            _when(known, kept),
            say("figure.mark.now"),
            say("dimension.head_evidence"),
        ),
        changes=changes,
        changes_none="" if changes else say("progress.no_changes"),
    )


def _when(known: Facts, kept: PreviousAssessment) -> str:
    say, day = known.say, kept.assessed
    return say("figure.month_year", month=say(f"mon.{day.month}"), year=day.year)


def _compared(known: Facts, kept: PreviousAssessment) -> _Compared:
    before = {one.criterion: one.value for one in kept.criteria}
    case = known.case.consolidated
    both = [one.id for one in known.framework.criteria if one.id in before]
    return _Compared(
        before={one: before[one] for one in both},
        now={one: lowest(case[one].reading) for one in both},
        apart=len(before) + len(case) - 2 * len(both),
    )


def _title(known: Facts, kept: PreviousAssessment, rows: Sequence[ProgressRow]) -> str:
    say, low = known.say, known.case.level.low
    if not known.scored:
        return say("progress.title.none")
    up = sum(row.glyph is Glyph.UP for row in rows)
    down = sum(row.glyph is Glyph.DOWN for row in rows)
    parts = [say.many(f"progress.title.{way}", n) for way, n in (("up", up), ("down", down)) if n]
    moved = say.listed(parts) if parts else say("progress.title.still")
    whole = "same" if low == kept.low else "overall"
    words = say(f"progress.title.{whole}", moved=moved, before=kept.low, now=low)
    words = words[:1].upper() + words[1:]
    apart = rules(known, kept) == "changed"
    return say("progress.title.apart", title=words) if apart else words


def _facts(
    known: Facts, kept: PreviousAssessment, compared: _Compared, rows: Sequence[ProgressRow]
) -> tuple[Fact, ...]:
    say, low = known.say, known.case.level.low
    level = say("progress.unchanged", level=low)
    if not known.scored:
        level = say("story.arrow", low=kept.low, high=say("summary.missing"))
    elif low != kept.low:
        level = say("story.arrow", low=kept.low, high=low)
    ids = list(compared.now)
    met = say(
        "progress.met",
        before=compared.met(compared.before, ids),
        now=compared.met(compared.now, ids),
        total=len(ids),
    )
    up = sum(row.glyph is Glyph.UP for row in rows)
    down = sum(row.glyph is Glyph.DOWN for row in rows)
    count = len(rows)
    return (
        Fact(label=say("progress.fact.level"), text=level),
        Fact(label=say("progress.fact.up"), text=say("progress.of", n=up, total=count)),
        Fact(label=say("progress.fact.down"), text=say("progress.of", n=down, total=count)),
        Fact(label=say("progress.fact.met"), text=met),
        Fact(
            label=say("progress.fact.rules"),
            text=say(f"progress.rules.{rules(known, kept)}", version=known.framework.version),
        ),
    )


def _row(
    known: Facts, kept: PreviousAssessment, compared: _Compared, dimension: Dimension
) -> ProgressRow:
    say, level = known.say, known.case.level.dimensions[dimension.code]
    before = next((one.low for one in kept.dimensions if one.dimension == dimension.code), None)
    assessed = any(touched(count) for count in level.counts.values())
    now = level.low if assessed and level.applies else None
    ids = [one.id for one in known.framework.criteria if one.dimension == dimension.code]
    change = None if now is None or before is None else now - before
    glyph = Glyph.SAME if not change else Glyph.UP if change > 0 else Glyph.DOWN
    signs = {Glyph.UP: f"+{change}", Glyph.DOWN: f"−{abs(change or 0)}", Glyph.SAME: "0"}
    return ProgressRow(
        code=dimension.code,
        name=dimension.name,
        before=before,
        now=now,
        glyph=glyph,
        change=say("summary.missing") if change is None else signs[glyph],
        met_before=str(compared.met(compared.before, ids)),
        met_now=str(compared.met(compared.now, ids)),
        about=_about(known, compared, ids, assessed=assessed)
        if level.applies
        else say("progress.about.none_applies"),
    )


def _about(known: Facts, compared: _Compared, ids: Sequence[str], *, assessed: bool) -> str:
    """Which criteria moved, by their numbers."""
    say = known.say
    if not assessed:
        return say("progress.about.not_assessed")
    parts: list[str] = []
    ways = (("up", compared.up), ("down", compared.down), ("open", compared.open))
    for way, found in ways:
        if moved := found(ids):
            numbers = ", ".join(one.partition("-")[2] or one for one in moved)
            parts.append(say(f"progress.about.{way}", ids=numbers))
    words = "; ".join(parts)
    return words[:1].upper() + words[1:] if words else say("progress.about.none")


def _figure(
    known: Facts, kept: PreviousAssessment, rows: tuple[ProgressRow, ...]
) -> ProgressFigure:
    say = known.say
    return ProgressFigure(
        levels=tuple(Head(label=str(one.number), about=one.name) for one in known.framework.levels),
        dimension=say("progress.head.dimension"),
        change=say("progress.head.change"),
        met=Head(label=say("progress.head.met"), about=say("progress.head.before")),
        met_now=say("progress.head.now"),
        rows=rows,
        before=_when(known, kept),
        now=say("figure.mark.now"),
        both=say("progress.head.both"),
        alt=_alt(known, rows),
    )


def _alt(known: Facts, rows: Sequence[ProgressRow]) -> str:
    say = known.say
    told = [
        say("progress.alt_row", name=row.name, before=row.before, now=row.now)
        for row in rows
        if row.glyph is not Glyph.SAME
    ]
    still = sum(row.glyph is Glyph.SAME for row in rows)
    return " ".join([*told, say.many("progress.alt_still", still)])


def _note(known: Facts, kept: PreviousAssessment, compared: _Compared) -> str:
    say = known.say
    words = [say("progress.note", date=say.date(kept.assessed))]
    if rules(known, kept) != "same":
        words.append(say(f"progress.note_{rules(known, kept)}"))
    if compared.apart:
        words.append(say.many("progress.note_apart", compared.apart))
    return " ".join(words)


def _changes(known: Facts, compared: _Compared) -> tuple[ChangeRow, ...]:
    ledger = Ledger.of(known)
    return tuple(
        ChangeRow(
            id=one,
            title=known.framework.criterion[one].title,
            before=_cell(known, before),
            now=_cell(known, compared.now[one]),
            proof=ledger.proof(known.case.consolidated[one]),
        )
        for one, before in compared.before.items()
        if before is not compared.now[one]
    )


def _cell(known: Facts, value: AnswerValue) -> AnswerCell:
    return AnswerCell(glyph=Glyph(value.value), text=letter(value, known.say))
