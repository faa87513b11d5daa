"""The rule of the roadmap on the real framework: what is in it, in which order, and to what end."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagements.assessment.level import assess
from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue, CriterionType
from engagements.records.outcome import PlanChange
from engagements.roadmap.plan import plan
from engagements.roadmap.selection import is_open

START = date(2027, 1, 11)
FRAMEWORK = mlops()
YES, NO, NA = AnswerValue.YES, AnswerValue.NO, AnswerValue.NA
ANY = st.sets(st.sampled_from(list(AnswerValue)), max_size=2).map(frozenset)
ANSWERS = st.dictionaries(st.sampled_from([one.id for one in FRAMEWORK.criteria]), ANY)
LATER = st.dates(date(2020, 1, 1), date(2060, 12, 31))
KEYS = frozenset(one.id for one in FRAMEWORK.criteria if one.type is CriterionType.KEY)


@st.composite
def readings(draw):
    """Whole levels met or not, with single answers over them; n/a is never given to a key."""
    level = draw(st.integers(0, 4))
    base = {c.id: frozenset({YES if c.level <= level else NO}) for c in FRAMEWORK.criteria}
    chosen = draw(ANSWERS).items()
    return base | {key: value for key, value in chosen if not (key in KEYS and NA in value)}


CHANGES = st.lists(
    st.builds(
        PlanChange,
        id=st.integers(0, 99).map(str),
        action=st.sampled_from([one.id for one in FRAMEWORK.actions]),
        include=st.sampled_from([None, True, False]),
        owner=st.sampled_from([None, "PL"]),
        weeks_low=st.none() | st.decimals(0, 9, places=1),
        weeks_likely=st.none() | st.decimals(0, 9, places=1),
        weeks_high=st.none() | st.decimals(0, 9, places=1),
    ),
    max_size=6,
)


def met(*levels, but=()):
    """Readings in which all criteria of ``levels`` are met, save those in ``but``."""
    return {
        c.id: frozenset({YES}) for c in FRAMEWORK.criteria if c.level in levels and c.id not in but
    }


def only(*ids):
    """Readings in which everything is met but ``ids``."""
    return met(1, 2, 3, 4, but=ids)


def of(given_readings, target=4, start=START, **more):
    return plan(FRAMEWORK, given_readings, target=target, start=start, **more)


def ids(step):
    return {one.id for one in step.actions}


def all_ids(roadmap):
    return {one.id for step in roadmap.transitions for one in step.actions}


def open_at(given_readings, level):
    return {
        c.id
        for c in FRAMEWORK.criteria
        if c.level <= level and is_open(given_readings.get(c.id, frozenset()))
    }


# What is in it


def test_from_nothing_everything_is_planned():
    found = of({})
    assert [step.id for step in found.transitions] == ["T01", "T12", "T23", "T34"]
    assert all_ids(found) == {one.id for one in FRAMEWORK.actions}
    assert [step.predicted for step in found.transitions] == [1, 2, 3, 4]
    assert [step.detailed for step in found.transitions] == [True, False, False, False]


@pytest.mark.parametrize(
    ("transition", "weeks", "path"),
    [
        ("T01", "1.0 2.4 4.0", "01 02 06 07"),
        ("T12", "4.0 6.0 9.0", "01 02 06 08 09"),
        ("T23", "13.0 19.0 26.0", "01 02 06 09 11 12 15"),
        ("T34", "26.0 37.0 52.0", "01 02 03 04 10 11 12"),
    ],
)
def test_with_everything_open_the_documented_chain_decides(transition, weeks, path):
    step = {one.id: one for one in of({}).transitions}[transition]
    low, likely, high = (Decimal(one) for one in weeks.split())
    assert (step.weeks.low, step.weeks.likely, step.weeks.high) == (low, likely, high)
    prefix = transition.replace("T", "A")
    critical = [one.id for one in step.actions if one.critical]
    assert critical == [f"{prefix}-{one}" for one in path.split()]


@pytest.mark.parametrize("target", [0, 1, 2])
def test_a_target_that_is_reached_needs_no_plan(target):
    found = of(met(1, 2), target=target)
    assert (found.level, found.transitions) == (2, ())


def test_what_is_met_is_not_planned_again():
    step = of({"SRC-1.1": frozenset({YES})}, target=1).transitions[0]
    assert "A01-02" not in ids(step)
    assert {one.id: one.after for one in step.actions}["A01-06"] == ("A01-01",)


@pytest.mark.parametrize(
    ("reading", "planned"),
    [({YES}, False), ({NA}, False), ({YES, NA}, False), ({YES, NO}, True), (set(), True)],
)
def test_yes_and_not_applicable_are_settled_and_doubt_is_not(reading, planned):
    found = of(only("PLT-4.1") | {"TRN-4.1": frozenset(reading)})
    assert ("A34-08" in all_ids(found)) is planned


def test_an_enabler_needs_something_after_it():
    lone = of(only("PLT-4.1"))
    assert all_ids(lone) == {"A34-01", "A34-02", "A34-11"}
    step = lone.transitions[0]
    assert {one.id for one in step.actions if one.enabler} == {"A34-01", "A34-02"}


def test_what_is_open_below_the_level_is_made_good_first():
    given_readings = met(1, but=("MON-1.1",))
    found = of(given_readings, target=3)
    assert found.level == 1
    assert "A01-09" in ids(found.transitions[0])
    assert found.transitions[0].id == "T12"


def test_a_level_reached_on_the_way_is_not_listed():
    found = of(met(2), target=3)
    assert [step.id for step in found.transitions] == ["T01", "T23"]
    assert found.transitions[0].predicted == 2


def test_debt_is_repaid_first():
    found = of(met(2, 3) | {"DAT-2.1": frozenset({NO})}, target=2)
    owed = {base for debt in assess(FRAMEWORK, met(2, 3)).debt for base in debt.missing}
    first = found.transitions[0].actions[0]
    assert owed.intersection(first.closes) or not first.after


def test_open_criteria_name_key_and_core_first():
    step = of({}, target=1).transitions[0]
    types = [FRAMEWORK.criterion[one].type for one in step.open_criteria]
    assert types == sorted(types, key=list(CriterionType).index)
    assert set(step.open_criteria) == {c.id for c in FRAMEWORK.criteria if c.level == 1}


# When


def test_a_start_on_a_weekend_moves_to_monday():
    assert of({}, start=date(2027, 1, 9)).start == START


def test_each_transition_begins_on_the_working_day_after_the_one_before():
    found = of({}).transitions
    assert found[0].finish_likely == date(2027, 1, 26)
    assert found[1].start == date(2027, 1, 27)


def test_the_axis_is_weeks_at_first_and_while_the_high_finish_is_near():
    assert [step.axis for step in of({}).transitions] == ["weeks", "weeks", "months", "months"]
    assert of(only("TRN-3.2"), target=3).transitions[0].axis == "weeks"


# Changes by hand


def test_what_is_left_out_by_hand_is_named_and_hands_its_predecessors_on():
    out = PlanChange(id="c", action="A01-02", include=False, reason="elsewhere")
    found = of({}, target=1, changes=(out,))
    step = found.transitions[0]
    assert found.left_out == ("A01-02",)
    assert "A01-02" not in ids(step)
    assert {one.id: one.after for one in step.actions}["A01-06"] == ("A01-01",)
    assert step.predicted == 0
    assert "SRC-1.1" in step.open_criteria


def test_leaving_out_what_was_not_planned_says_nothing():
    out = PlanChange(id="c", action="A01-02", include=False)
    assert of(met(1), target=2, changes=(out,)).left_out == ()


def test_an_action_put_in_by_hand_is_in_the_nearest_transition():
    early = PlanChange(id="a", action="A01-02", include=True)
    late = PlanChange(id="b", action="A34-05", include=True)
    found = of(met(1), target=2, changes=(early, late))
    assert {"A01-02", "A34-05"} <= ids(found.transitions[0])


def test_owner_and_weeks_by_hand_change_the_effort_too():
    change = PlanChange(id="c", action="A01-08", owner="DE", weeks_likely=Decimal(2))
    step = of({}, target=1, changes=(change,)).transitions[0]
    action = {one.id: one for one in step.actions}["A01-08"]
    assert action.owner == "DE"
    assert (action.weeks.low, action.weeks.likely, action.weeks.high) == (Decimal("0.4"), 2, 2)
    assert (action.effort.low, action.effort.likely) == (Decimal("1.5"), Decimal("7.5"))


# For every assessment


@given(readings(), st.integers(0, 4), CHANGES, LATER)
def test_precedence_lanes_and_ranges_hold(given_readings, target, changes, start):
    done = set()
    for step in of(given_readings, target, start, changes=changes).transitions:
        ends = {one.id: one.ends for one in step.actions}
        for one in step.actions:
            assert one.ends.low <= one.ends.likely <= one.ends.high
            assert one.finish_low <= one.finish_likely <= one.finish_high
            assert one.start <= one.finish_likely
            assert one.lane < step.lanes
            for before in one.after:
                assert before in done or ends[before].likely <= one.begins
            running = [o for o in step.actions if o.begins <= one.begins < o.ends.likely]
            assert len(running) <= step.lanes
        assert step.finish_low <= step.finish_likely <= step.finish_high
        assert step.weeks.low <= step.weeks.likely <= step.weeks.high
        assert step.effort.low <= step.effort.likely <= step.effort.high
        done |= ends.keys()


@given(readings(), st.integers(0, 4), CHANGES, LATER)
def test_no_date_is_a_weekend_and_transitions_follow_each_other(
    given_readings, target, changes, start
):
    previous = None
    for step in of(given_readings, target, start, changes=changes).transitions:
        dates = [step.start, step.finish_low, step.finish_likely, step.finish_high]
        for one in step.actions:
            dates += [one.start, one.finish_low, one.finish_likely, one.finish_high]
        assert all(day.weekday() < 5 for day in dates)
        assert min(dates) == step.start
        if previous and previous.actions:
            assert step.start > previous.finish_likely
        previous = step


@given(readings(), st.integers(0, 4))
def test_everything_open_that_can_be_closed_is_closed_and_nothing_else(given_readings, target):
    found = of(given_readings, target)
    closed = [key for step in found.transitions for one in step.actions for key in one.closes]
    if target <= found.level:
        assert not closed
        return
    still = open_at(given_readings, target)
    assert set(closed) == {key for key in still if FRAMEWORK.criterion[key].closed_by}
    for step in found.transitions:
        for one in step.actions:
            assert one.closes or (one.enabler and any(one.id in o.after for o in step.actions))


@given(readings(), st.integers(0, 4))
def test_the_plan_leads_to_its_target(given_readings, target):
    found = of(given_readings, target)
    excluded = {key for key, value in given_readings.items() if value == {NA}}
    for step in found.transitions:
        core = {c.id for c in FRAMEWORK.core_at[step.to_level]}
        if not core <= excluded:
            assert step.predicted >= step.to_level
    levels = [step.predicted for step in found.transitions]
    assert levels == sorted(levels)


@given(readings(), st.integers(0, 4), CHANGES, st.randoms(use_true_random=False))
def test_the_order_of_what_goes_in_changes_nothing(given_readings, target, changes, rng):
    shuffled, turned = list(given_readings.items()), list(changes)
    rng.shuffle(shuffled)
    rng.shuffle(turned)
    straight = of(given_readings, target, changes=changes)
    assert of(dict(shuffled), target, changes=turned) == straight
