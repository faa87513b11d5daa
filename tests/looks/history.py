"""History: everything, one person's share, an answer with both values, nothing found."""

from engagements.casework import interviewing
from engagements.framework.model import AnswerValue
from engagements.records import Answer, Note, Person
from tests.looks.waiting import settled


def take(one, keep):
    one.go("history")
    page = one.page("history")
    settled(lambda: page.presenter.whole, "the history to be read")
    for number, answer in enumerate(one.session.snapshot.of(Answer)[7:19]):
        other = AnswerValue.NO if answer.value is not AnswerValue.NO else AnswerValue.PARTLY
        reason = "Seen in the build log" if number % 2 else ""
        changed = answer.model_copy(update={"value": other, "reason": reason})
        one.session.do(interviewing.record_answer, changed)
    note = one.session.snapshot.of(Note)[0]
    one.session.do(interviewing.keep_note, note.model_copy(update={"text": f"{note.text} Twice."}))
    settled(lambda: not one.session.busy, "the changes to be kept and read")
    keep("history")
    page.view.point(page.model.first() + 1)
    keep("history-detail")
    page.show_person(one.session.snapshot.of(Person)[0].id)
    keep("history-filtered")
    page.criterion.setText("nothing of the kind")
    keep("history-nothing")
    page.clear()
