"""Earlier assessments by their dates, and the one that this is compared with."""

from datetime import date
from types import MappingProxyType

from engagements.assessment.earlier import earlier, previous
from engagements.framework.load import mlops
from engagements.records import PreviousAssessment
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
