"""Scoring says what the rule says when it is followed word by word."""

from hypothesis import given
from hypothesis import strategies as st

from engagements.assessment.level import assess
from tests.engagements.assessment import by_the_text
from tests.engagements.assessment.drawing import F, assessments, grades, up_to, wild


def told(readings, given_grades=None):
    """The assessment in the words of the rule."""
    found = assess(F, readings, given_grades)
    result = {
        "low": found.low,
        "high": found.high,
        "plus": found.plus,
        "fulfilment": dict(found.fulfilment),
        "blockers": list(found.blockers),
        "decisive": list(found.decisive),
        "head_start": list(found.head_start),
        "debt": [(one.criterion, list(one.missing), one.certain) for one in found.debt],
        "after_blockers": found.after_blockers,
        "dimensions": {code: (one.low, one.high) for code, one in found.dimensions.items()},
    }
    if given_grades is not None:
        result["verified"] = found.verified
    return result


@given(assessments() | wild(), st.none() | grades)
def test_both_say_the_same(readings, given_grades):
    assert told(readings, given_grades) == by_the_text.assess(readings, given_grades)


@given(st.integers(0, 4), st.sampled_from(F.criteria), st.none() | grades)
def test_both_say_the_same_one_answer_away_from_a_level(level, criterion, given_grades):
    for value in ("yes", "partly", "no", "unknown", "n/a"):
        readings = {**up_to(level), criterion.id: frozenset({value})}
        readings = {
            k: frozenset(type(F.answers[0].code)(v) for v in r) for k, r in readings.items()
        }
        assert told(readings, given_grades) == by_the_text.assess(readings, given_grades)
