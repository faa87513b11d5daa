"""The metrics with readings, one that contradicts the answers, and one that cannot be read."""

from decimal import Decimal

from engagements.casework import interviewing, judging, shelving
from engagements.framework.model import AnswerValue
from engagements.records import Answer, MetricReading
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
    several(one, page, keep)
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


def several(one, page, keep):
    """Two readings of one metric; afterwards there is one again."""
    second = MetricReading(
        id="second", metric="M08", low=Decimal(91), period="Q3 2026", source_grade=3
    )
    one.session.do(judging.save_metric, second)
    settled(lambda: not one.session.busy, "the second reading")
    page.view.choose("M08")
    keep("metrics-several")
    one.session.do(judging.delete_metric, second.id)
    settled(lambda: not one.session.busy, "one reading again")


def put_away(one, page, keep):
    """An archived engagement, and the same reopened for the pages after this one."""
    session = one.session
    session.do(shelving.archive)
    settled(lambda: bool(page.lock.words()), "the archive")
    page.view.choose("M08")
    keep("metrics-frozen")
    session.do(shelving.unarchive)
    settled(lambda: not page.lock.words(), "the engagement")
