"""The record of an interview: that it went out, what came back, and what was set right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from engagements.casework.case import Case, Change
from engagements.casework.interviewing import check_answer
from engagements.file.actions import Action
from engagements.language import tr
from engagements.problem import Problem
from engagements.records import Answer, Interview
from engagements.records.people import ROOM


def record_sent(case: Case, interview_id: str, *, sent: date, reply_by: date) -> Change:
    """Keep that an interview's record goes out, and until when a reply is asked for."""
    interview = _interview(case, interview_id)
    if reply_by < sent:
        raise Problem(
            tr("The reply is asked for before the record goes out."), tr("Choose a later day.")
        )
    with case.edit(Action.RECORD_SENT) as edit:
        edit.revise(
            interview.model_copy(update={"sent": sent, "reply_by": reply_by, "confirmed": None})
        )
    return edit.done()


def record_confirmed(
    case: Case, interview_id: str, corrections: Sequence[Answer] = (), *, on: date
) -> Change:
    """Keep an interviewee's reply, whole or not at all: what was set right, the rest as it stands.

    Each correction is the newest value of its answer from now on and says the day it came.
    """
    interview = _interview(case, interview_id)
    for one in corrections:
        check_answer(case.snapshot, one)
        if one.interview != interview_id:
            raise Problem(
                tr("A correction belongs to another interview."), tr("Open its interview first.")
            )
    with case.edit(Action.RECORD_CONFIRMED) as edit:
        edit.revise(interview.model_copy(update={"confirmed": on}))
        for one in corrections:
            edit.revise(one.model_copy(update={"corrected": on}))
    return edit.done()


def own(answer: Answer, interview: Interview, person: str) -> Answer:
    """A correction as ``person``'s: what several said together stays as they said it."""
    if answer.voice != ROOM or len(interview.people) == 1:
        return answer
    return Answer.of(
        answer.criterion,
        answer.interview,
        answer.value,
        voice=person,
        scope_unit=answer.scope_unit,
        reason=answer.reason,
    )


def _interview(case: Case, interview_id: str) -> Interview:
    found = case.snapshot.get(Interview, interview_id)
    if found is None:
        raise Problem(tr("This interview is not here any more."), tr("Open the list again."))
    return found
