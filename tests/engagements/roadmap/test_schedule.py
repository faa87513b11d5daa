"""Lanes, dependencies and ranges hold for every set of tasks."""

import random
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagements.roadmap.model import Three
from engagements.roadmap.schedule import Task, schedule

TENTHS = st.integers(0, 40).map(lambda n: Decimal(n) / 10)


@st.composite
def tasks(draw):
    count = draw(st.integers(0, 14))
    found = []
    for n in range(count):
        low, likely, high = sorted(draw(st.tuples(TENTHS, TENTHS, TENTHS)))
        before = draw(st.sets(st.integers(0, n - 1), max_size=3)) if n else set()
        found.append(
            Task(
                id=f"T{n:02}",
                weeks=Three(low, likely, high),
                after=tuple(f"T{i:02}" for i in sorted(before)),
                repays_debt=draw(st.booleans()),
                closes_core=draw(st.integers(0, 2)),
            )
        )
    return found


def three(*values):
    return Three(*(Decimal(str(value)) for value in values))


def task(key, weeks, after="", **more):
    return Task(key, three(*weeks), tuple(after.split()), **more)


def spans(slot, which):
    return getattr(slot.begins, which), getattr(slot.ends, which)


@given(tasks(), st.integers(1, 5))
def test_nothing_begins_before_what_it_waits_for_is_done(given_tasks, lanes):
    slots = {slot.id: slot for slot in schedule(given_tasks, lanes)}
    assert slots.keys() == {one.id for one in given_tasks}
    for one in given_tasks:
        for before in one.after:
            for which in ("low", "likely", "high"):
                assert spans(slots[before], which)[1] <= spans(slots[one.id], which)[0]


@given(tasks(), st.integers(1, 5))
def test_a_lane_carries_one_task_at_a_time(given_tasks, lanes):
    slots = schedule(given_tasks, lanes)
    assert all(0 <= slot.lane < lanes for slot in slots)
    for which in ("low", "likely", "high"):
        for lane in range(lanes):
            here = sorted(spans(slot, which) for slot in slots if slot.lane == lane)
            assert all(a[1] <= b[0] for a, b in pairwise(here))


@given(tasks(), st.integers(1, 5))
def test_at_no_moment_do_more_run_than_there_are_lanes(given_tasks, lanes):
    slots = schedule(given_tasks, lanes)
    for which in ("low", "likely", "high"):
        running = [spans(slot, which) for slot in slots]
        for moment, _ in running:
            assert sum(begin <= moment < end for begin, end in running) <= lanes


@given(tasks(), st.integers(1, 5))
def test_low_likely_high_are_in_order_for_every_task(given_tasks, lanes):
    for slot in schedule(given_tasks, lanes):
        assert slot.ends.low <= slot.ends.likely <= slot.ends.high
        assert slot.begins.low <= slot.begins.likely <= slot.begins.high


@given(tasks(), st.integers(1, 5), st.randoms(use_true_random=False))
def test_the_order_in_which_tasks_are_given_changes_nothing(given_tasks, lanes, rng):
    shuffled = list(given_tasks)
    rng.shuffle(shuffled)
    assert schedule(shuffled, lanes) == schedule(given_tasks, lanes)


@given(tasks(), st.integers(1, 5))
def test_no_task_waits_while_it_is_ready_and_a_lane_is_free(given_tasks, lanes):
    slots = {slot.id: slot for slot in schedule(given_tasks, lanes)}
    for one in given_tasks:
        begin = slots[one.id].begins.likely
        ready = max((slots[key].ends.likely for key in one.after), default=Decimal(0))
        moments = {s.ends.likely for s in slots.values() if ready <= s.ends.likely < begin}
        for moment in moments | ({ready} if ready < begin else set()):
            busy = sum(s.begins.likely <= moment < s.ends.likely for s in slots.values())
            assert busy == lanes


@given(tasks(), st.integers(1, 5))
def test_the_critical_tasks_make_a_chain_from_the_beginning_to_the_end(given_tasks, lanes):
    slots = schedule(given_tasks, lanes)
    critical = [slot for slot in slots if slot.critical]
    if not slots:
        return
    end = max(slot.ends.likely for slot in slots)
    assert any(slot.ends.likely == end for slot in critical)
    for slot in critical:
        assert slot.begins.likely == 0 or any(
            other.ends.likely == slot.begins.likely for other in critical if other is not slot
        )


def test_with_enough_lanes_the_longest_chain_decides():
    slots = schedule(
        [task("A", (1, 2, 3)), task("B", (1, 1, 5), "A"), task("C", (1, 4, 4))], lanes=3
    )
    by_id = {slot.id: slot for slot in slots}
    assert by_id["B"].ends == three(2, 3, 8)
    assert by_id["C"].ends == three(1, 4, 4)
    assert [slot.id for slot in slots if slot.critical] == ["C"]


def test_one_lane_does_one_after_the_other_the_longest_way_first():
    slots = schedule([task("A", (1, 1, 1)), task("B", (1, 2, 2)), task("C", (1, 1, 1), "B")], 1)
    assert [slot.id for slot in slots] == ["B", "A", "C"]
    assert all(slot.critical for slot in slots)


def test_what_repays_debt_goes_before_a_longer_way():
    slots = schedule([task("A", (5, 5, 5)), task("B", (1, 1, 1), repays_debt=True)], 1)
    assert [slot.id for slot in slots] == ["B", "A"]


def test_of_equal_ways_the_one_that_closes_more_core_criteria_a_week_goes_first():
    slots = schedule([task("A", (1, 2, 3)), task("B", (1, 2, 3), closes_core=1)], 1)
    assert [slot.id for slot in slots] == ["B", "A"]


def test_equal_tasks_keep_the_order_of_their_ids():
    found = [task(f"T{n}", (1, 1, 1)) for n in range(6)]
    random.Random(4).shuffle(found)
    assert [slot.id for slot in schedule(found, 2)] == [f"T{n}" for n in range(6)]


def test_work_that_takes_no_time_holds_nothing_up():
    slots = schedule([task("A", (0, 0, 0)), task("B", (1, 1, 1), "A"), task("C", (5, 5, 5))], 2)
    assert {slot.id: slot.begins.likely for slot in slots} == {"A": 0, "B": 0, "C": 0}


def test_tasks_that_wait_for_each_other_are_refused():
    with pytest.raises(ValueError, match="wait for each other"):
        schedule([task("A", (1, 1, 1), "B"), task("B", (1, 1, 1), "A")], 2)
