"""Going to where a record or a criterion belongs among the interviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engagements.language import tr
from engagements.problem import Problem
from ui.interview.showing import place_of

if TYPE_CHECKING:
    from engagements.records.base import Record
    from ui.interview.presenter import Presenter


def lead_to_record(presenter: Presenter, record: Record, *, asking: bool) -> bool:
    """Open the interview and the question of a record; True when it was on screen already.

    ``asking`` says that a question is on screen now.
    """
    interview, criterion = place_of(record)
    here, one = presenter.interview, presenter.criterion
    if not interview and not criterion:
        return True
    same = here is not None and (not interview or here.id == interview)
    there = not criterion or (one is not None and one.id == criterion)
    if same and there and asking:
        return True
    if interview and not same:
        presenter.open(interview, criterion)
    elif criterion and here is not None:
        presenter.go(criterion)
    return False


def lead_to_criterion(presenter: Presenter, criterion: str) -> Problem | None:
    """Show a question in the open interview, else in the last one that asks it; else why not.

    Without a criterion the interview that is under way goes on, at the question it was at.
    """
    if not criterion:
        if presenter.interview is None and presenter.under_way():
            presenter.open_last()
        return None
    if presenter.interview is not None:
        presenter.go(criterion)
        return None
    asks = [one for one in presenter.show.interviews() if criterion in one.agenda]
    if asks:
        presenter.open(asks[-1].id, criterion)
        return None
    words = tr("No interview asks {code} yet.", code=criterion)
    return Problem(words, tr("Plan or open one first."))
