"""An engagement that assesses again: what was the answer last time, in Interview and Findings."""

import shutil
from datetime import date

from engagements.casework import reassessing
from engagements.file.actions import Action
from engagements.records import Interview
from tests.looks.interview import DISPUTED, idle, opened
from tests.looks.waiting import settled


def take(one, keep):
    """What is done here is done to a copy, so that other pictures stay as they are."""
    path = one.session.path
    copy = path.with_suffix(".look")
    shutil.copyfile(path, copy)
    opened(one, copy)
    done = []
    one.session.do(_kept, on_done=done.append)
    settled(lambda: bool(done), "the previous assessment to be kept")
    idle(one)
    one.go("interview")
    page = one.page("interview")
    asked = [talk for talk in one.session.snapshot.of(Interview) if DISPUTED in talk.agenda]
    page.presenter.open(asked[-1].id, DISPUTED)
    idle(one)
    keep("again-asking")
    page.close_interview()
    one.go("findings")
    one.page("findings").show_criterion(DISPUTED)
    idle(one)
    keep("again-findings")
    opened(one, path)
    copy.unlink()


def _kept(case):
    """Where the client stands counts as where it stood a year ago."""
    before = reassessing.previous_of(case.snapshot)
    with case.edit(Action.ENGAGEMENT_CHANGED) as edit:
        edit.revise(before.model_copy(update={"assessed": date(2025, 11, 24)}))
    return edit.done()
