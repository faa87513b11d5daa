"""What the assessor concludes: judgements, findings and metric readings."""

from __future__ import annotations

from collections.abc import Sequence

from engagements.assessment.voices import digest_of
from engagements.casework.case import Case, Change
from engagements.casework.checks import known_criteria, known_unit
from engagements.casework.interviewing import refuse_key_na
from engagements.file.actions import Action
from engagements.framework.model import AnswerValue
from engagements.language import tr
from engagements.problem import Problem
from engagements.records import Finding, Judgement, MetricReading
from engagements.records.base import identity
from engagements.records.client import FIRST_UNIT_ID


def judge(
    case: Case,
    criterion: str,
    value: AnswerValue,
    *,
    reason: str = "",
    scope_unit: str = FIRST_UNIT_ID,
    override: bool = False,
) -> Change:
    """Settle one criterion; the judgement keeps the digest of the answers it saw.

    With ``override`` a key criterion may be judged n/a, which no answer may say.
    """
    snapshot = case.snapshot
    known_criteria(snapshot, (criterion,))
    known_unit(snapshot, scope_unit)
    if not override:
        refuse_key_na(snapshot, criterion, value)
    if value is AnswerValue.NA and not reason.strip():
        raise Problem(tr("n/a needs a reason."), tr("Say in one sentence why it does not apply."))
    saw = digest_of(snapshot, criterion, scope_unit)
    with case.edit(Action.JUDGEMENT_SETTLED) as edit:
        edit.revise(Judgement.of(criterion, value, scope_unit=scope_unit, reason=reason, saw=saw))
    return edit.done()


def withdraw(case: Case, criterion: str, *, scope_unit: str = FIRST_UNIT_ID) -> Change:
    """Take a judgement back; the answers speak again."""
    with case.edit(Action.JUDGEMENT_REOPENED) as edit:
        edit.delete(Judgement, identity(Judgement.kind, criterion, scope_unit))
    return edit.done()


def save_finding(case: Case, finding: Finding) -> Change:
    """Keep a strength or a gap; Problem when it names an unknown dimension or criterion."""
    snapshot = case.snapshot
    known_criteria(snapshot, finding.criteria)
    known_unit(snapshot, finding.scope_unit)
    if finding.dimension is not None and finding.dimension not in snapshot.framework.dimension:
        raise Problem(
            tr("The framework has no dimension {dimension}.", dimension=finding.dimension)
        )
    with case.edit(Action.FINDING_SAVED) as edit:
        edit.revise(finding)
    return edit.done()


def delete_finding(case: Case, finding_id: str) -> Change:
    """Take out a finding."""
    with case.edit(Action.FINDING_REMOVED) as edit:
        edit.delete(Finding, finding_id)
    return edit.done()


def save_metric(case: Case, reading: MetricReading, *, drafts: Sequence[str] = ()) -> Change:
    """Keep a metric as found, ending the ``drafts`` (keys) it was typed in.

    Problem when the metric is unknown or its range does not rise.
    """
    snapshot = case.snapshot
    if reading.metric not in {metric.id for metric in snapshot.framework.metrics}:
        raise Problem(tr("The framework has no metric {metric}.", metric=reading.metric))
    known_unit(snapshot, reading.scope_unit)
    if reading.low is not None and reading.high is not None and reading.low > reading.high:
        raise Problem(
            tr("The range of {metric} does not rise.", metric=reading.metric),
            tr("Exchange low and high."),
        )
    with case.edit(Action.METRIC_READ) as edit:
        edit.revise(reading)
        edit.drop_drafts(drafts)
    return edit.done()


def delete_metric(case: Case, reading_id: str, *, drafts: Sequence[str] = ()) -> Change:
    """Take out a metric reading and the drafts it was typed in."""
    with case.edit(Action.METRIC_REMOVED) as edit:
        edit.delete(MetricReading, reading_id)
        edit.drop_drafts(drafts)
    return edit.done()
