"""Whether an interview keeps its time, in words."""

from datetime import date, datetime

import pytest

from engagements.records import Interview
from engagements.records.people import InterviewState
from ui.interview.pace import Pace, clock, long_clock, when

RUNNING = InterviewState.RUNNING


def pace(elapsed, done, total=24, planned=3600, state=RUNNING):
    return Pace(elapsed, planned, done, total, state)


@pytest.mark.parametrize(
    ("elapsed", "done", "verdict"),
    [
        (1925, 13, "On pace"),
        (0, 0, "On pace"),
        (119, 0, "On pace"),
        (120, 0, "2 min behind"),
        (1800, 10, "5 min behind"),
        (60, 20, "On pace"),
        (1800, 24, "All answered"),
    ],
)
def test_behind_from_two_minutes(elapsed, done, verdict):
    assert pace(elapsed, done).verdict == verdict


def test_paused_and_ended_ones_are_not_behind():
    assert pace(3000, 0, state=InterviewState.PAUSED).verdict == "Paused"
    assert pace(3000, 0, state=InterviewState.HELD).verdict == ""
    assert not pace(3000, 0, state=InterviewState.PAUSED).behind


def test_what_is_left_for_each_question():
    assert pace(1925, 13).each == "2:32 each for the rest"
    assert pace(1925, 24).each == ""


def test_over_time_says_minus():
    late = pace(3725, 20)
    assert late.over
    assert late.each == "-2:05 left"
    assert late.share_time == 1.0
    assert not pace(3725, 24).over


def test_an_empty_agenda_divides_by_nothing():
    assert pace(10, 0, total=0).share_done == 0
    assert pace(10, 0, total=0).verdict == ""


def test_clocks():
    assert (clock(5), clock(3665), long_clock(65), long_clock(-3)) == (
        "0:05",
        "61:05",
        "01:05",
        "00:00",
    )


def test_day_and_hours():
    one = Interview(
        id="i", title="t", people=("p",), day=date(2026, 11, 24), starts=datetime(2026, 11, 24, 14)
    )
    assert when(one) == "Tue 24 Nov, 14:00 to 15:00"
    assert when(one.model_copy(update={"starts": None})) == "Tue 24 Nov"
