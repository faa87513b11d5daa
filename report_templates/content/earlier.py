"""Earlier assessments as the report counts them."""

from __future__ import annotations

from collections.abc import Collection

from engagements.assessment.earlier import scored_alike
from engagements.framework.model import AnswerValue
from engagements.records import PreviousAssessment
from report_templates.content.facts import Facts

ORDER = (AnswerValue.NO, AnswerValue.PARTLY, AnswerValue.YES)


def lowest(reading: frozenset[AnswerValue]) -> AnswerValue:
    """A reading as an earlier assessment keeps it: of answers that differ the lowest."""
    return next((one for one in ORDER if one in reading), next(iter(reading)))


def rules(known: Facts, kept: PreviousAssessment) -> str:
    """Whether both were scored by one rule set: "same", "changed", or "unknown"."""
    alike = scored_alike(known.snapshot, kept)
    return "unknown" if alike is None else "same" if alike else "changed"


def met(known: Facts, values: Collection[AnswerValue]) -> str:
    """How many answers are a yes, of those that apply: "31 of 59"."""
    yes = sum(one is AnswerValue.YES for one in values)
    return known.say("progress.of", n=yes, total=sum(one is not AnswerValue.NA for one in values))
