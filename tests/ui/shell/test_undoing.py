from datetime import date

import pytest

from engagements.casework.trail import Step
from engagements.file.actions import Action
from engagements.records.people import Interview, InterviewState
from tests.report_templates import cases
from ui.shell.undoing import WORDS, step_words

PLANNED = Interview(id="i", title="Ada", people=("p",), day=date(2026, 11, 2))
RUNNING = PLANNED.model_copy(update={"state": InterviewState.RUNNING})
PAUSED = PLANNED.model_copy(update={"state": InterviewState.PAUSED})


def test_every_action_has_words():
    assert set(WORDS) == {action.value for action in Action}


@pytest.mark.parametrize(
    ("before", "fields", "words"),
    [
        (None, {}, "planning an interview"),
        (PLANNED, {"state": InterviewState.RUNNING}, "beginning the interview"),
        (RUNNING, {"state": InterviewState.PAUSED}, "pausing the interview"),
        (PAUSED, {"state": InterviewState.RUNNING}, "going on with the interview"),
        (RUNNING, {"state": InterviewState.HELD}, "ending the interview"),
        (None, {"state": InterviewState.HELD}, "adding an interview"),
        (
            PLANNED.model_copy(update={"state": InterviewState.HELD}),
            {"state": InterviewState.RUNNING},
            "going on with the interview",
        ),
        (RUNNING, {"parked": ("SRC-1.1",)}, "parking SRC-1.1"),
        (
            RUNNING.model_copy(update={"parked": ("SRC-1.1",)}),
            {"parked": ()},
            "taking SRC-1.1 up again",
        ),
        (RUNNING, {"ticked": ("SRC-1.1/follow_up/0",)}, "a tick on SRC-1.1"),
        (RUNNING, {"agenda": ("SRC-1.1",)}, "a change of the agenda"),
        (RUNNING, {"title": "Ada and Ben"}, "a change of the interview"),
    ],
)
def test_a_change_of_an_interview_is_undone_by_its_name(before, fields, words):
    after = (before or PLANNED).model_copy(update=fields)
    key = ("interview", "i")
    step = Step(
        group="g",
        action=Action.INTERVIEW_SAVED,
        before={key: (before,) if before else ()},
        after={key: (after,)},
    )
    assert step_words(step, cases.snapshot(*cases.frame())) == words
