"""What if: the level as it would be if some answers were others. Nothing is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engagements.assessment.level import assess
from engagements.assessment.model import Assessment, CaseAssessment
from engagements.framework.model import AnswerValue, CriterionType, Framework
from engagements.language import tr
from engagements.problem import Problem


def suppose(
    framework: Framework, case: CaseAssessment, answers: Mapping[str, AnswerValue]
) -> Assessment:
    """Score a case with supposed answers by criterion id in place of what was heard.

    An answer that is only supposed has no evidence, so it never raises the verified level. Problem
    for n/a on a key criterion.
    """
    for criterion, value in answers.items():
        check_supposed(framework, criterion, value)
    readings = {key: one.reading for key, one in case.consolidated.items()}
    grades = {key: one.grade for key, one in case.consolidated.items()}
    readings |= {key: frozenset({value}) for key, value in answers.items()}
    return assess(framework, readings, grades | dict.fromkeys(answers, 0))


def supposed_case(
    framework: Framework, case: CaseAssessment, answers: Mapping[str, AnswerValue]
) -> CaseAssessment:
    """A case as it would be with supposed answers in place of what counts; none has evidence.

    What voices claim stays as it was said.
    """
    level = suppose(framework, case, answers)
    changed = {
        key: replace(
            case.consolidated[key],
            reading=frozenset({value}),
            grade=0,
            judged=False,
            stale=False,
        )
        for key, value in answers.items()
    }
    return replace(case, consolidated={**case.consolidated, **changed}, level=level)


def check_supposed(framework: Framework, criterion: str, value: AnswerValue) -> None:
    """Problem for an answer that could not be given: n/a to one of the key criteria."""
    if value is AnswerValue.NA and framework.criterion[criterion].type is CriterionType.KEY:
        raise Problem(
            tr("{criterion} is a key criterion and cannot be n/a.", criterion=criterion),
            tr("Suppose no or don’t know."),
        )
