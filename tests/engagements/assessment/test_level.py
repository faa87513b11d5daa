"""The level's properties and worked examples, as the rule states them."""

import itertools
import random
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engagements.assessment.level import assess, by_urgency, quick
from engagements.framework.load import mlops
from tests.engagements.assessment.drawing import (
    NA,
    NO,
    PARTLY,
    SETTLED,
    UNKNOWN,
    YES,
    F,
    assessments,
    changed,
    levels_met,
    one,
    up_to,
    values_for,
)

CORE = [criterion for criterion in F.criteria if criterion.type.gates]


# Properties that hold for every assessment ---------------------------------------------------


@given(assessments())
def test_1_no_to_the_first_two_questions_is_level_0(readings):
    first, second = F.quick[:2]
    readings = {**readings, first.criterion: one(NO), second.criterion: one(NO)}
    found = assess(F, readings)
    assert (found.low, found.high) == (0, 0)


@given(assessments(unknown=False))
def test_2_no_level_is_skipped(readings):
    settled = {key: one(min(values, key=_worth)) for key, values in readings.items()}
    found = assess(F, settled)
    assert found.low == found.high
    for level in range(1, found.low + 1):
        assert found.fulfilment[level] > Fraction(85, 100)
        assert all(NO not in settled[c.id] for c in F.core_at[level])


def _worth(value):
    return {NO: 0, PARTLY: 1, YES: 2, NA: 3}[value]


def _hoped(values):
    """The best that a reading may turn out to be; two who say partly and no leave no yes."""
    if UNKNOWN in values:
        return YES
    return max(values - {NA}, key=_worth)


@given(assessments(), st.data())
def test_3_the_interval_holds_every_completion(readings, data):
    found = assess(F, readings)
    for _ in range(3):
        completed = {c.id: _completed(readings.get(c.id, frozenset()), data) for c in F.criteria}
        after = assess(F, completed)
        assert after.low == after.high
        assert found.low <= after.low <= found.high
        for dimension in F.dimensions:
            within = found.dimensions[dimension.code]
            assert within.low <= after.dimensions[dimension.code].low <= within.high


def _completed(reading, data):
    """One settled answer: what nobody knows is drawn, of a conflict one value is taken."""
    if not reading or UNKNOWN in reading:
        choices = [*SETTLED, *(reading - {UNKNOWN, NA})]
    else:
        choices = sorted(reading - {NA}) or [NA]
    return one(data.draw(st.sampled_from(choices)))


@pytest.mark.parametrize("level", range(5))
def test_3_exhaustively_with_three_unknowns(level):
    rng = random.Random(level)
    for _ in range(4):
        unknown = rng.sample([c.id for c in CORE], 3)
        readings = {**up_to(level), **dict.fromkeys(unknown, one(UNKNOWN))}
        found = assess(F, readings)
        levels = [
            assess(F, {**readings, **{k: one(v) for k, v in zip(unknown, values, strict=True)}}).low
            for values in itertools.product(SETTLED, repeat=3)
        ]
        assert (min(levels), max(levels)) == (found.low, found.high)


@given(assessments(na=False), st.sampled_from(F.criteria), st.data())
def test_4_a_better_answer_never_lowers_a_level(readings, criterion, data):
    worse, better = sorted(
        (data.draw(values_for(criterion, unknown=False, na=False)) for _ in range(2)), key=_worth
    )
    before = assess(F, {**readings, criterion.id: one(worse)})
    after = assess(F, {**readings, criterion.id: one(better)})
    assert after.low >= before.low
    assert after.high >= before.high
    for code, dimension in after.dimensions.items():
        assert dimension.low >= before.dimensions[code].low
        assert dimension.high >= before.dimensions[code].high


@given(assessments())
def test_5_the_six_questions_are_an_upper_bound(readings):
    asked = {q.id: readings.get(q.criterion, one(UNKNOWN)) for q in F.quick}
    full, diagnostic = assess(F, readings), quick(F, asked)
    assert full.low <= diagnostic.low
    assert full.high <= diagnostic.high


@given(assessments(), st.randoms(use_true_random=False))
def test_6_the_order_of_questions_changes_nothing(readings, rng):
    items = list(readings.items())
    rng.shuffle(items)
    assert assess(F, dict(items)) == assess(F, readings)


@given(assessments())
def test_6_figures_are_exact(readings):
    found = assess(F, readings)
    for level, fraction in found.fulfilment.items():
        count = found.counts[level]
        assert count.total + count.not_applicable == len(F.core_at[level])
        assert (fraction is None) == (count.total == 0)
        if fraction is not None:
            assert 2 * count.total % fraction.denominator == 0
            assert count.met <= fraction * count.total


@given(assessments())
def test_closing_the_blockers_lifts_the_level_by_one_at_least(readings):
    found = assess(F, readings)
    if found.blockers:
        assert found.after_blockers > found.low
    else:
        assert found.after_blockers == found.low


@given(assessments())
@example(
    {**{c.id: one(YES if c.level <= 2 else NO) for c in CORE}, "REG-2.2": frozenset({PARTLY, NO})}
)
def test_what_is_not_decided_is_asked_about(readings):
    found = assess(F, readings)
    assert bool(found.decisive) == (found.low < found.high)
    hoped = {c: one(_hoped(readings.get(c, one(UNKNOWN)))) for c in found.decisive}
    settled = {**readings, **hoped}
    assert assess(F, settled).low == found.high


@given(assessments(), st.integers(0, 4))
def test_verified_never_exceeds_the_level(readings, grade):
    found = assess(F, readings, {c.id: grade for c in F.criteria})
    assert found.verified <= found.low
    if grade >= 3:
        assert found.verified == found.low
    if grade < 2:
        assert found.verified == 0


# Worked examples -----------------------------------------------------------------------------


def diagnostic(**answers):
    """The six questions, no where nothing is said."""
    return quick(F, {q.id: one(answers.get(q.id, NO)) for q in F.quick})


def test_example_1_six_times_no_is_level_0():
    found = diagnostic()
    assert (found.low, found.high, found.debt, found.decisive) == (0, 0, (), ())


def test_example_2_yes_to_the_first_alone_is_level_1():
    found = diagnostic(Q1=YES)
    assert (found.low, found.high, found.debt) == (1, 1, ())


def test_example_3_automation_on_models_nobody_can_rebuild():
    found = diagnostic(Q2=YES, Q5=YES)
    assert (found.low, found.high) == (0, 0)
    assert [(d.criterion, d.missing, d.certain) for d in found.debt] == [
        ("Q2", ("Q1",), True),
        ("Q5", ("Q1",), True),
    ]


def test_example_4_one_question_decides():
    found = diagnostic(Q1=YES, Q2=YES, Q3=YES, Q6=YES, Q5=UNKNOWN)
    assert (found.low, found.high, found.decisive) == (1, 3, ("Q5",))
    assert [(d.criterion, d.missing, d.certain) for d in found.debt] == [
        ("Q3", ("Q5",), False),
        ("Q6", ("Q5",), False),
    ]


@pytest.mark.parametrize(
    ("number", "readings", "low", "plus", "second", "blockers"),
    [
        (5, levels_met(1, 2, DAT_2_2=NO), 1, True, "8/9", ["DAT-2.2"]),
        (6, levels_met(1, 2, DAT_2_2=PARTLY, REL_2_1=PARTLY), 2, False, "8/9", None),
        (
            7,
            levels_met(1, 2, DAT_2_2=PARTLY, REL_2_1=PARTLY, DAT_2_1=PARTLY),
            1,
            True,
            "5/6",
            ["DAT-2.1", "DAT-2.2", "REL-2.1"],
        ),
        (8, levels_met(1, 2, REG_2_2=PARTLY), 1, True, "17/18", ["REG-2.2"]),
    ],
)
def test_examples_5_to_8(number, readings, low, plus, second, blockers):
    found = assess(F, readings)
    assert (found.low, found.high, found.plus) == (low, low, plus), number
    assert found.fulfilment[2] == Fraction(second)
    if blockers is not None:
        assert list(found.blockers) == blockers
        assert found.after_blockers == 2


def with_limits(**update):
    """The framework with other numbers in its rule."""
    return changed(limits=F.limits.model_copy(update=update))


# Edges ---------------------------------------------------------------------------------------


def test_nothing_answered_leaves_everything_open():
    found = assess(F, {})
    assert (found.low, found.high, found.plus, found.verified) == (0, 4, False, None)
    assert found.decisive == tuple(c.id for c in CORE)
    assert found.blockers == tuple(c.id for c in F.core_at[1])
    assert found.after_blockers == 1
    assert found.counts[1].unknown == len(F.core_at[1])


def test_everything_met_has_nothing_left():
    found = assess(F, up_to(4), {c.id: 4 for c in F.criteria})
    assert (found.low, found.high, found.plus, found.verified) == (4, 4, False, 4)
    assert (found.blockers, found.decisive, found.head_start, found.debt) == ((), (), (), ())
    assert found.after_blockers == 4


def test_exactly_the_limit_is_not_above_it():
    rules = with_limits(full=Fraction(8, 9))
    readings = levels_met(1, 2, DAT_2_2=PARTLY, REL_2_1=PARTLY)
    assert assess(rules, readings).low == 1
    assert assess(F, readings).low == 2


def test_half_the_points_earn_no_plus():
    # Three of the six core criteria of level 1 make exactly one half.
    first = [c.id for c in F.core_at[1]]
    readings = {**up_to(0), **{c: one(YES) for c in first[:3]}}
    assert not assess(F, readings).plus
    assert assess(F, {**readings, first[3]: one(PARTLY)}).plus


def test_a_level_without_applicable_core_criteria_is_not_met():
    readings = {**up_to(4), **{c.id: one(NA) for c in F.core_at[2]}}
    found = assess(F, readings)
    assert (found.low, found.high, found.plus) == (1, 1, False)
    assert (found.fulfilment[2], found.blockers, found.after_blockers) == (None, (), 1)
    assert found.counts[2].not_applicable == 9


def test_not_applicable_is_left_out_of_the_points():
    readings = up_to(2, REL_2_1=NA, DAT_2_2=PARTLY)
    found = assess(F, readings)
    assert (found.low, found.fulfilment[2]) == (2, Fraction(15, 16))


def test_a_conflict_widens_the_interval():
    found = assess(F, {**up_to(2), "DAT-2.2": frozenset({YES, NO})})
    assert (found.low, found.high, found.decisive) == (1, 2, ("DAT-2.2",))


def test_of_a_conflict_not_applicable_is_dropped():
    with_na = {**up_to(2), "DAT-2.2": frozenset({YES, NO, NA})}
    without = {**up_to(2), "DAT-2.2": frozenset({YES, NO})}
    assert assess(F, with_na) == assess(F, without)


def test_dont_know_beside_an_answer_may_still_be_anything():
    found = assess(F, {**up_to(2), "DAT-2.2": frozenset({YES, UNKNOWN})})
    assert (found.low, found.high) == (1, 2)


def test_head_start_is_one_level_up_and_debt_from_two():
    found = assess(F, levels_met(1, 3, DAT_2_1=YES))
    assert found.low == 1
    assert found.head_start == ("DAT-2.1",)
    assert [d.criterion for d in found.debt] == [c.id for c in F.criteria if c in F.core_at[3]]


def test_debt_names_what_is_missing_below():
    debt = {d.criterion: d for d in assess(F, levels_met(1, 3, DAT_2_1=YES)).debt}
    # DAT-3.1 builds on DAT-2.1 (met) and DAT-2.2 (not met).
    assert debt["DAT-3.1"].missing == ("DAT-2.2",)
    assert debt["DAT-3.1"].certain


@pytest.mark.parametrize(
    ("answer", "missing"),
    [(None, ()), (UNKNOWN, ()), (YES, ()), (NA, ()), (PARTLY, ("GOV-1.1",)), (NO, ("GOV-1.1",))],
)
def test_a_supplementary_base_counts_as_met_until_answered_otherwise(answer, missing):
    criteria = tuple(
        c.model_copy(update={"builds_on": ("GOV-1.1",)}) if c.id == "DAT-3.1" else c
        for c in F.criteria
    )
    readings = {k: v for k, v in levels_met(1, 3).items() if k != "GOV-1.1"}
    asked = readings if answer is None else {**readings, "GOV-1.1": one(answer)}
    debt = {d.criterion: d for d in assess(changed(criteria=criteria), asked).debt}
    assert debt["DAT-3.1"].missing == missing


def test_a_base_that_cannot_apply_is_not_missing():
    readings = levels_met(1, 3, DAT_2_1=NA, DAT_2_2=NA)
    debt = {d.criterion: d for d in assess(F, readings).debt}
    assert debt["DAT-3.1"].missing == ()


def test_debt_is_possible_while_the_level_may_be_higher():
    readings = {**levels_met(1, 2, 3), "REG-2.2": one(UNKNOWN)}
    found = assess(F, readings)
    assert (found.low, found.high) == (1, 3)
    assert {d.certain for d in found.debt} == {False}


def test_the_literal_reading_counts_everything_above_as_debt():
    literal = with_limits(debt_from=1)
    found = assess(literal, levels_met(1, DAT_2_1=YES))
    assert found.head_start == ()
    assert [d.criterion for d in found.debt] == ["DAT-2.1"]


def test_blockers_to_read_begin_with_what_knocks_out():
    readings = levels_met(1, 2, DAT_2_1=PARTLY, TRN_2_2=NO, REG_2_2=PARTLY)
    found = assess(F, readings)
    assert found.blockers == ("DAT-2.1", "TRN-2.2", "REG-2.2")
    assert by_urgency(F, found.blockers, readings) == ("TRN-2.2", "REG-2.2", "DAT-2.1")


def test_verified_asks_more_of_key_criteria():
    grades = {c.id: 3 if c.id in {q.criterion for q in F.quick} else 2 for c in F.criteria}
    assert assess(F, up_to(2), grades).verified == 2
    assert assess(F, up_to(2), {**grades, "SRC-1.2": 2}).verified == 0
    assert assess(F, up_to(2), {**grades, "DAT-2.2": 1}).verified == 1
    assert assess(F, up_to(2), {k: v for k, v in grades.items() if k != "DAT-2.2"}).verified == 1


def test_verified_asks_for_evidence_of_a_partly_too():
    grades = {c.id: 3 for c in F.criteria}
    readings = up_to(2, DAT_2_2=PARTLY)
    assert assess(F, readings, grades).verified == 2
    assert assess(F, readings, {**grades, "DAT-2.2": 1}).verified == 1


# The profile of a dimension ------------------------------------------------------------------


def test_a_supplementary_no_lowers_the_points_and_knocks_nothing_out():
    # SRC level 1 is three core criteria; SRC level 2 two supplementary ones.
    assert assess(F, up_to(2)).dimensions["SRC"].low == 2
    assert assess(F, up_to(2, SRC_2_1=NO)).dimensions["SRC"].low == 1
    # REG level 2: two core criteria carry one supplementary no only if the mean stays above F.
    readings = up_to(2, GOV_2_1=NO)
    assert assess(F, readings).low == 2


def test_a_core_no_knocks_a_dimension_out():
    assert assess(F, up_to(2, DAT_2_2=NO)).dimensions["DAT"].low == 1


def test_a_level_without_applicable_criteria_is_passed_through():
    level_2 = [c.id for c in F.criteria if c.dimension == "SRC" and c.level == 2]
    passed = {**up_to(3), **{c: one(NA) for c in level_2}}
    assert assess(F, passed).dimensions["SRC"].low == 3
    stays = {**up_to(1), **{c: one(NA) for c in level_2}}
    assert assess(F, stays).dimensions["SRC"].low == 1


def test_a_dimension_without_anything_applicable_stays_at_0():
    nothing = {c.id: one(NA) for c in F.criteria if c.dimension == "PPL"}
    found = assess(F, {**up_to(4), **nothing}).dimensions["PPL"]
    assert (found.low, found.high) == (0, 0)


@given(assessments())
def test_counts_add_up(readings):
    found = assess(F, readings)
    for code, dimension in found.dimensions.items():
        for level, count in dimension.counts.items():
            here = [c for c in F.criteria if (c.dimension, c.level) == (code, level)]
            assert count.total + count.not_applicable == len(here)
            assert count.met + count.unknown <= count.total
        assert all(F.criterion[c].dimension == code for c in dimension.debt)
    assert sum(len(d.debt) for d in found.dimensions.values()) == len(found.debt)


def test_a_question_left_out_is_open():
    assert quick(F, {}) == diagnostic(**{q.id: UNKNOWN for q in F.quick})
    assert (quick(F, {}).low, quick(F, {}).high) == (0, 4)


def test_frameworks_are_told_apart():
    harsh = with_limits(full=Fraction(99, 100))
    readings = levels_met(1, 2, DAT_2_2=PARTLY)
    assert (assess(F, readings).low, assess(harsh, readings).low) == (2, 1)
    assert assess(mlops(), readings).low == 2
