"""Earlier assessments by their dates, and the one that this is compared with."""

from datetime import date
from types import MappingProxyType

from engagements.assessment.earlier import AnswerBefore, answer_before, earlier, previous
from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.records import PreviousAssessment
from engagements.records.outcome import CriterionBefore
from engagements.records.snapshot import Snapshot


def kept(key, day, low=0):
    return PreviousAssessment(id=key, assessed=date(2025, 1, day), low=low, high=4)


def knowing(*records):
    heads = {}
    for one in records:
        heads[one.id] = (*heads.get(one.id, ()), one)
    kinds = {PreviousAssessment.kind: MappingProxyType(heads)}
    return Snapshot(framework=mlops(), heads=MappingProxyType(kinds))


def test_a_first_assessment_knows_none():
    assert earlier(knowing()) == ()
    assert previous(knowing()) is None


def test_they_go_by_their_days_and_the_newest_is_compared_with():
    late, early = kept("a", 9), kept("b", 3)
    assert earlier(knowing(late, early)) == (early, late)
    assert previous(knowing(late, early)) == late


def test_of_one_day_the_one_kept_last_is_newer_and_of_a_conflict_the_first_counts():
    first, second, other = kept("a", 3), kept("b", 3, low=1), kept("b", 9, low=2)
    assert earlier(knowing(first, second, other)) == (first, second)


# The answer to one criterion -------------------------------------------------------------------


def test_the_answer_of_last_time_is_the_newest_assessments():
    yes = CriterionBefore(criterion="SRC-1.1", value=AnswerValue.YES)
    no = CriterionBefore(criterion="SRC-1.1", value=AnswerValue.NO)
    old = kept("a", 3).model_copy(update={"criteria": (yes,)})
    new = kept("b", 9).model_copy(update={"criteria": (no,)})
    found = answer_before(knowing(old, new), "SRC-1.1")
    assert found == AnswerBefore(AnswerValue.NO, date(2025, 1, 9), None)


def test_a_first_assessment_and_a_new_criterion_have_no_answer_of_last_time():
    assert answer_before(knowing(), "SRC-1.1") is None
    assert answer_before(knowing(kept("a", 3)), "SRC-1.1") is None
