"""The interviews of a case, one at a question that voices answer differently, and a plan's form."""

from engagements.records import Interview
from tests.looks.waiting import settled

DISPUTED = "SRC-1.2"


def take(one, keep):
    one.go("interview")
    keep("interview")
    page = one.page("interview")
    asked = [talk for talk in one.session.snapshot.of(Interview) if DISPUTED in talk.agenda]
    page.presenter.open(asked[-1].id, DISPUTED)
    settled(lambda: page.presenter.interview is not None, "the interview to open")
    keep("asking")
    page.close_interview()
    page.plan_new()
    keep("plan")
