"""The plan of interviews: what it leaves out, the form that closes a gap, and no interviews yet."""

from engagements import sample
from engagements.casework import interviewing
from engagements.casework.case import Case
from engagements.file.actions import Action
from engagements.records import Answer, Interview
from tests.looks.waiting import resting, settled
from ui.interview.coverage import gap_plan


def take(one, keep):
    one.go("interview")
    page = one.page("interview")
    page.close_interview()
    done = []
    one.session.do(_thinned, on_done=done.append)
    settled(lambda: bool(done), "the interviews to go")
    resting()
    keep("plan-gaps")
    pane = page.overview.coverage
    pane.proposed.emit(_plan(one, pane.gaps()[0], pane.unit.current()))
    keep("plan-gap")
    page.form.cancelled.emit()
    path = one.session.path
    gone = []
    one.session.do(_none_left, on_done=gone.append)
    settled(lambda: bool(gone), "the other interviews to go")
    resting()
    keep("plan-none")
    one.session.close()
    settled(lambda: one.session.case is None, "the sample to close")
    _anew(path)
    one.session.open(lambda: Case.open(path, author="look"), path)
    settled(lambda: one.session.snapshot is not None, "the sample to open")


def _plan(one, gap, unit):
    return gap_plan(one.session.snapshot, gap, unit)


def _thinned(case):
    """Only the first three interviews are left, so that roles and questions are left out."""
    return _without(case, case.snapshot.of(Interview)[3:])


def _none_left(case):
    return _without(case, case.snapshot.of(Interview))


def _without(case, interviews):
    gone = {one.id for one in interviews}
    for answer in case.snapshot.of(Answer):
        if answer.interview in gone:
            interviewing.clear_answer(case, answer.id)
    with case.edit(Action.INTERVIEW_REMOVED) as edit:
        for interview in interviews:
            edit.delete(Interview, interview.id)
    return edit.done()


def _anew(path):
    path.unlink()
    sample.write(path)
