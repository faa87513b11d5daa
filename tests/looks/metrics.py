"""The metrics with readings, one that contradicts the answers, and one that cannot be read."""

from engagements.casework import interviewing, shelving
from engagements.framework.model import AnswerValue
from engagements.records import Answer
from tests.looks.waiting import resting, settled


def take(one, keep):
    one.go("metrics")
    resting()
    keep("metrics")
    page = one.page("metrics")
    contradicted(one, page, keep)
    page.view.choose("M04")
    page.form.low.setText("1,250")
    page.flush()
    keep("metrics-unread")
    page.form.low.setText("")
    page.flush()
    put_away(one, page, keep)


def contradicted(one, page, keep):
    """Everybody says yes to what M08 speaks against; afterwards they say what they said."""
    session = one.session
    said = [each for each in session.snapshot.of(Answer) if each.criterion == "TRN-2.2"]
    for each in said:
        yes = each.model_copy(update={"value": AnswerValue.YES})
        session.do(interviewing.record_answer, yes)
    page.view.choose("M08")
    settled(lambda: bool(page.presenter.clashes(*page._here())), "the contradiction")
    keep("metrics-contradiction")
    for each in said:
        session.do(interviewing.record_answer, each)
    settled(lambda: not session.busy, "the answers")
    resting()


def put_away(one, page, keep):
    """An archived engagement, and the same reopened for the pages after this one."""
    session = one.session
    session.do(shelving.archive)
    settled(lambda: bool(page.lock.words()), "the archive")
    page.view.choose("M08")
    keep("metrics-frozen")
    session.do(shelving.unarchive)
    settled(lambda: not page.lock.words(), "the engagement")
