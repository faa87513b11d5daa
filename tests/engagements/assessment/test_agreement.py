"""Krippendorff's alpha over ordered answers: the published vector, the limits, what counts."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagements.assessment.agreement import Verdict, agreement, alpha, judged
from tests.engagements.assessment.drawing import NA, NO, PARTLY, UNKNOWN, YES, F
from tests.engagements.assessment.keeping import meeting, person, says, snapshot

_ = None
VECTOR = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
    [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]
ITEMS = [[one for one in column if one is not None] for column in zip(*VECTOR, strict=True)]
LIMITS = F.limits.agreement


def test_the_published_vector():
    assert round(float(alpha(ITEMS)), 3) == 0.815


def test_full_agreement_is_1():
    assert alpha([[0, 0], [1, 1], [2, 2, 2]]) == 1


def test_without_variation_there_is_none():
    assert alpha([[2, 2], [2, 2, 2]]) is None
    assert alpha([[1], [2]]) is None
    assert alpha([]) is None


items = st.lists(st.lists(st.integers(0, 2), min_size=1, max_size=5), min_size=1, max_size=12)


@given(items, st.randoms(use_true_random=False))
def test_no_order_changes_it(items, rng):
    before = alpha(items)
    for item in items:
        rng.shuffle(item)
    rng.shuffle(items)
    assert alpha(items) == before
    assert before is None or before <= 1


@given(items)
def test_what_one_alone_said_counts_for_nothing(items):
    assert alpha([*items, [0], [2]]) == alpha(items)


@given(items)
def test_turning_the_scale_changes_nothing(items):
    assert alpha([[2 - one for one in item] for item in items]) == alpha(items)


def naive(items):
    """Alpha by the definition, pair by pair."""
    pairable = [item for item in items if len(item) > 1]
    values = [one for item in pairable for one in item]

    def apart(one, other):
        low, high = sorted((one, other))
        inside = sum(low <= value <= high for value in values)
        ends = Fraction(values.count(one) + values.count(other), 2)
        return (inside - ends) ** 2 if one != other else Fraction(0)

    seen = sum(
        Fraction(1, len(item) - 1) * apart(one, other)
        for item in pairable
        for i, one in enumerate(item)
        for j, other in enumerate(item)
        if i != j
    )
    expected = sum(apart(one, other) for one in values for other in values)
    return None if expected == 0 else 1 - (len(values) - 1) * seen / expected


@given(items)
def test_it_follows_its_definition(items):
    assert alpha(items) == naive(items)


def test_under_ten_shared_criteria_nothing_is_said():
    assert judged([[0, 2]] * 9, LIMITS).verdict is Verdict.TOO_FEW
    assert judged([[0, 0]] * 5 + [[2, 2]] * 5, LIMITS).verdict is Verdict.RELIABLE
    assert judged([[0, 0]] * 9 + [[2]], LIMITS) == judged([[0, 0]] * 9, LIMITS)


def test_equal_answers_are_no_variation():
    found = judged([[2, 2]] * 10, LIMITS)
    assert (found.verdict, found.alpha, found.shared) == (Verdict.NO_VARIATION, None, 10)


@pytest.mark.parametrize(
    ("apart", "verdict"),
    [(0, Verdict.RELIABLE), (2, Verdict.RELIABLE), (3, Verdict.TENTATIVE), (9, Verdict.CLARIFY)],
)
def test_the_limits_read_it(apart, verdict):
    items = [[0, 0]] * 10 + [[2, 2]] * 10
    items[:apart] = [[0, 2]] * apart
    found = judged(items, LIMITS)
    assert found.verdict is verdict
    assert found.alpha == alpha(items)


# What of a case counts -----------------------------------------------------------------------

TWO = (person("ann", "DE"), person("bob", "MLE"), meeting("A", "ann"), meeting("B", "bob"))
CODES = [c.id for c in F.criteria]


def both(values_a, values_b, room_a="A"):
    """Two interviewees answering the same criteria."""
    return [
        says(room, value, criterion=code)
        for room, values in ((room_a, values_a), ("B", values_b))
        for code, value in zip(CODES, values, strict=False)
    ]


def test_two_interviewees_are_compared():
    kept = snapshot(*TWO, *both([YES] * 6 + [NO] * 6, [YES] * 6 + [NO] * 5 + [PARTLY]))
    found = agreement(kept)
    assert found.shared == 12
    assert found.alpha == alpha([[2, 2]] * 6 + [[0, 0]] * 5 + [[0, 1]])


def test_dont_know_and_not_applicable_are_missing():
    said = both([YES] * 5 + [NO] * 7, [YES] * 5 + [NO] * 5 + [UNKNOWN, NA])
    assert agreement(snapshot(*TWO, *said)).shared == 10


def test_a_person_is_one_rater_over_all_interviews():
    again = meeting("A2", "ann", day=3)
    first = [says("A", NO, criterion=code) for code in CODES[:12]]
    second = [says("A2", YES, criterion=code) for code in CODES[:12]]
    assert agreement(snapshot(*TWO, again, *first, *second)).verdict is Verdict.TOO_FEW
    bob = [says("B", YES, criterion=code) for code in CODES[:12]]
    found = agreement(snapshot(*TWO, again, *second, *first, *bob))
    assert (found.shared, found.verdict) == (12, Verdict.NO_VARIATION)


def test_two_heads_of_an_answer_are_missing():
    said = both([YES] * 5 + [NO] * 5, [YES] * 5 + [NO] * 5)
    assert agreement(snapshot(*TWO, *said)).shared == 10
    head = says("A", PARTLY, criterion=CODES[0])
    assert agreement(snapshot(*TWO, *said, head)).shared == 9


def test_an_empty_case_has_too_few():
    assert agreement(snapshot()).verdict is Verdict.TOO_FEW
