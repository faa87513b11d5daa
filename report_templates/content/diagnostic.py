"""The six quick questions, and how the levels stand beside those of other public models."""

from __future__ import annotations

from engagements.assessment.level import quick
from engagements.assessment.model import Quick
from engagements.framework.background import CrosswalkSource
from engagements.framework.model import Value
from report_templates.content.answers import AnswerCell, columns
from report_templates.content.base import Part, Section
from report_templates.content.criteria import Ledger, Proof, Verdict
from report_templates.content.crosswalk import (
    NONE,
    ByDimension,
    Tests,
    by_dimension,
    model_name,
    tests,
)
from report_templates.content.crosswalk import cell as printed
from report_templates.content.facts import Facts
from report_templates.figures.model import Glyph, Ladder, LevelMark, Step


class QuestionRow(Value):
    """One question with what was answered and what counts."""

    id: str
    criterion: str
    question: str
    answers: tuple[AnswerCell, ...]
    proof: Proof
    verdict: Verdict


class Questions(Value):
    """The quick diagnostic; not there while no key question is answered."""

    title: str
    roles: tuple[str, ...]
    heads: tuple[str, str, str]
    rows: tuple[QuestionRow, ...]
    result: str


class CrosswalkRow(Value):
    """One public model: the nearest to each level, and where it was read."""

    model: str
    cells: tuple[str, ...]


class Misfit(Value):
    """Where the models part from one level."""

    level: int
    name: str
    text: str


class Diagnostic(Section):
    """The page; ``current`` is the level now, None while nothing is scored."""

    questions: Questions | None
    title: str
    scale: Ladder
    current: int | None
    rows: tuple[CrosswalkRow, ...]
    key: str
    note: str
    misfits_title: str
    misfits: tuple[Misfit, ...]
    sources: str
    dimensions: ByDimension | None = None
    tests: Tests | None = None


def of(known: Facts) -> Diagnostic:
    """The questions as answered, and the crosswalk of the rule set."""
    say = known.say
    readings = {
        one.id: known.case.consolidated[one.criterion].reading for one in known.framework.quick
    }
    bound = quick(known.framework, readings)
    asked = any(one.criterion not in known.case.unknown for one in known.framework.quick)
    return Diagnostic(
        heading=known.heading(Part.DIAGNOSTIC.value, _title(known, bound, asked=asked)),
        questions=_questions(known, bound) if asked else None,
        title=say("crosswalk.title"),
        scale=_scale(known),
        current=known.case.level.low if known.scored else None,
        rows=_rows(known),
        key=say("crosswalk.key") if known.scored else "",
        note=say("crosswalk.note", note=known.framework.crosswalk.note),
        misfits_title=say("crosswalk.misfits"),
        misfits=tuple(
            Misfit(level=one.level, name=known.level_text(one.level).name, text=one.misfit)
            for one in known.framework.crosswalk.levels
            if one.misfit
        ),
        sources=_sources(known),
        dimensions=by_dimension(known),
        tests=tests(known),
    )


def _title(known: Facts, bound: Quick, *, asked: bool) -> str:
    say, low = known.say, known.case.level.low
    if not asked:
        return say("diagnostic.title.none")
    if bound.low == low:
        return say("diagnostic.title.same", level=low)
    return say("diagnostic.title.above", quick=bound.low, level=low)


def _questions(known: Facts, bound: Quick) -> Questions:
    say, ledger = known.say, Ledger.of(known)
    roles = columns(ledger.said, [one.criterion for one in known.framework.quick])
    rows: list[QuestionRow] = []
    for one in known.framework.quick:
        found = known.case.consolidated[one.criterion]
        rows.append(
            QuestionRow(
                id=one.id,
                criterion=one.criterion,
                question=one.question,
                answers=roles.cells(ledger.said.get(one.criterion, {}), say),
                proof=ledger.proof(found),
                verdict=ledger.verdict(found),
            )
        )
    result = say("diagnostic.result", level=bound.low)
    if bound.high > bound.low:
        ids = list(bound.decisive)
        slot, levels = "diagnostic.result_open", {"level": bound.low, "high": bound.high}
        result = say.many(slot, len(ids), ids=say.listed(ids), **levels)
    return Questions(
        title=say("diagnostic.questions"),
        roles=roles.heads(say),
        heads=(
            say("diagnostic.head_question"),
            say("dimension.head_evidence"),
            say("dimension.head_determination"),
        ),
        rows=tuple(rows),
        result=result,
    )


def _scale(known: Facts) -> Ladder:
    """The five levels as heads of the crosswalk, with now and target above them."""
    say = known.say
    marks: list[tuple[Glyph, int]] = []
    if known.scored:
        marks.append((Glyph.NOW, known.case.level.low))
    if known.target is not None:
        marks.append((Glyph.TARGET, known.target))
    words = [say(f"figure.ladder.says.{kind.value}", level=level) for kind, level in marks]
    return Ladder(
        steps=tuple(Step(level=one.number, name=one.name) for one in known.framework.levels),
        marks=tuple(
            LevelMark(kind=kind, level=level, word=say(f"figure.mark.{kind.value}"))
            for kind, level in marks
        ),
        alt=say("figure.scale.alt", marks=", ".join(words) or say("figure.ladder.none")),
    )


def _rows(known: Facts) -> tuple[CrosswalkRow, ...]:
    """The models of the crosswalk, in the order of its first level."""
    levels = known.framework.crosswalk.levels
    models = dict.fromkeys(model for one in levels for model in one.models)
    return tuple(
        CrosswalkRow(
            model=model_name(known, model),
            cells=tuple(printed(known, one.models.get(model, NONE)) for one in levels),
        )
        for model in models
    )


def _sources(known: Facts) -> str:
    """Where the models that are compared were read, and how thoroughly."""
    compared = known.framework.crosswalk
    models = {model for one in compared.levels for model in one.models}
    models |= {model for one in compared.dimensions for model in one.models}
    read = [_source(known, one) for one in compared.sources if one.model in models]
    return known.say("crosswalk.sources", sources=" ".join(read)) if read else ""


def _source(known: Facts, one: CrosswalkSource) -> str:
    """A model's text with its date, if it has one; one not compared word by word says so."""
    parts = [one.read] if one.date == NONE else [one.date, one.read]
    if not one.verified:
        parts.append(known.say("crosswalk.unverified"))
    return known.say("crosswalk.source", title=one.title, about="; ".join(parts))
