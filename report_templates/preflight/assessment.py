"""Whether what the report rests on is settled, and gives its reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from engagements.assessment.contradictions import contradictions
from engagements.assessment.model import Consolidated
from engagements.assessment.rules import is_unknown
from engagements.language import tr, trn
from engagements.records import Answer, Finding, Judgement, PlanChange
from engagements.records.snapshot import Snapshot
from report_templates.content.facts import known_somewhere
from report_templates.preflight.model import Check, Looked, Place, listed


def disagreements(looked: Looked) -> Iterator[Check]:
    """Answers that differ and nobody settled."""
    found = list(looked.known.case.disagreements)
    if not found:
        yield Check("passed", tr("No disagreement"), tr("Voices agree, or it is settled."))
        return
    title = trn("{n} disagreement not settled", "{n} disagreements not settled", len(found))
    words = tr("{criteria}. Settle each with its reason.", criteria=listed(found))
    unit = _first(looked, lambda unit: len(unit[found[0]].reading) > 1)
    yield Check("fix", title, words, Place("findings", found[0], unit))


def _first(looked: Looked, waits: Callable[[Mapping[str, Consolidated]], bool]) -> str:
    """The first scope unit of which this is so, where there are several; else empty."""
    units = looked.known.case.units.items()
    return _of_several(looked, next((unit for unit, found in units if waits(found)), ""))


def _of_several(looked: Looked, unit: str) -> str:
    """A scope unit, where there are several; else empty."""
    return unit if len(looked.snapshot.scope_units) > 1 else ""


def reasons(looked: Looked) -> Iterator[Check]:
    """Judgements without a reason."""
    judged = looked.snapshot.of(Judgement)
    bare = [one for one in judged if not one.reason.strip()]
    if bare:
        title = trn("{n} judgement lacks a reason", "{n} judgements lack a reason", len(bare))
        unit = _of_several(looked, bare[0].scope_unit)
        place = Place("findings", bare[0].criterion, unit)
        yield Check("review", title, listed([one.criterion for one in bare]), place)
    elif judged:
        words = trn(
            "{n} answer was settled by hand, with its reason.",
            "{n} answers were settled by hand, each with its reason.",
            len(judged),
        )
        yield Check("passed", tr("Judgements have reasons"), words)


def stale(looked: Looked) -> Iterator[Check]:
    """Judgements and findings older than what they speak of."""
    units = looked.known.case.units.values()
    judged = {one.criterion: None for unit in units for one in unit.values() if one.stale}
    if judged:
        found = list(judged)
        title = trn("{n} judgement is out of date", "{n} judgements are out of date", len(found))
        words = tr("Answers changed since: {criteria}.", criteria=listed(found))
        unit = _first(looked, lambda unit: unit[found[0]].stale)
        yield Check("review", title, words, Place("findings", found[0], unit))
    late = _late_findings(looked.snapshot)
    if late:
        about = list(dict.fromkeys(code for one in late for code in one.criteria))
        title = trn("{n} finding is out of date", "{n} findings are out of date", len(late))
        words = tr("Answers changed since: {criteria}.", criteria=listed(about))
        place = Place("findings", about[0], _of_several(looked, late[0].scope_unit))
        yield Check("review", title, words, place)


def _late_findings(snapshot: Snapshot) -> list[Finding]:
    """Findings written before an answer to one of their criteria was last changed."""
    changed: dict[tuple[str, str], datetime] = {}
    for one in snapshot.of(Answer):
        if one.id in snapshot.stamps:
            at, key = snapshot.stamps[one.id].at, (one.scope_unit, one.criterion)
            changed[key] = max(changed.get(key, at), at)
    return [
        one
        for one in snapshot.of(Finding)
        if one.id in snapshot.stamps
        and any(
            changed[key] > snapshot.stamps[one.id].at
            for code in one.criteria
            if (key := (one.scope_unit, code)) in changed
        )
    ]


def against_each_other(looked: Looked) -> Iterator[Check]:
    """Answers and metrics that do not go together."""
    hits = contradictions(looked.snapshot, looked.known.case)
    if not hits:
        yield Check("passed", tr("No contradiction"), tr("Answers and metrics go together."))
        return
    first = hits[0]
    place = Place("findings", first.criteria[0]) if first.criteria else Place("metrics")
    title = trn("{n} contradiction", "{n} contradictions", len(hits))
    yield Check("review", title, first.ask, place)


def still_open(looked: Looked) -> Iterator[Check]:
    """Criteria nobody could answer, and answers without evidence."""
    case, total = looked.known.case, len(looked.known.framework.criteria)
    unknown = case.unknown
    if unknown:
        title = tr("{n} of {total} criteria not known", n=len(unknown), total=total)
        if known_somewhere(looked.known, unknown):
            title = tr(
                "{n} of {total} criteria not known in every scope unit", n=len(unknown), total=total
            )
        words = tr("They count as open; the possible level shows what they could add.")
        unit = _first(looked, lambda unit: is_unknown(unit[unknown[0]].reading))
        yield Check("review", title, words, Place("findings", unknown[0], unit))
    else:
        yield Check("passed", tr("Every criterion is known"), tr("Nothing is left open."))
    verified, low = case.level.verified, case.level.low
    if verified is not None and verified < low:
        title = tr("Verified level {verified}, level {low}", verified=verified, low=low)
        yield Check("review", title, tr("Evidence is missing for some answers."), Place("evidence"))


def plan(looked: Looked) -> Iterator[Check]:
    """A target to go to, and somebody for each step on the way."""
    roadmap = looked.known.roadmap
    if roadmap is None:
        words = tr("Without one there is no roadmap to print.")
        yield Check("fix", tr("No target level"), words, Place("roadmap"))
        return
    actions = [one for step in roadmap.transitions for one in step.actions]
    ownerless = [one.id for one in actions if not one.owner]
    if ownerless:
        title = trn("{n} action has no owner", "{n} actions have no owner", len(ownerless))
        yield Check("review", title, listed(ownerless), Place("roadmap"))
    elif actions:
        yield Check("passed", tr("Every action has an owner"), tr("A role stands beside each."))
    said = {one.action for one in looked.snapshot.of(PlanChange) if one.reason.strip()}
    silent = [action for action in roadmap.left_out if action not in said]
    if silent:
        title = trn(
            "{n} action is left out without a reason",
            "{n} actions are left out without a reason",
            len(silent),
        )
        yield Check("review", title, listed(silent), Place("roadmap"))
