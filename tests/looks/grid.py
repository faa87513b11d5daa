"""The grid over a page: empty cells, answers of several voices, a reason missing, a new one."""

from datetime import date

from engagements.framework.model import AnswerValue
from engagements.records import Interview
from tests.looks.waiting import resting, settled
from ui.findings.grid import GridSheet

VALUES = (AnswerValue.YES, AnswerValue.YES, AnswerValue.PARTLY, AnswerValue.NO)


def take(one, keep):
    one.go("findings")
    resting()
    grid = GridSheet(one.page("findings"), one.desk)
    grid.open()
    talks = one.session.snapshot.of(Interview)
    most = max(talks, key=lambda talk: len(talk.people))
    grid.presenter.choose(most.id)
    settled(lambda: not one.session.busy, "the grid")
    keep("grid")
    voice = grid.presenter.voices[-1]
    waiting = next(c for c in grid.presenter.criteria if c.type.value == "S")
    grid.presenter.answering._waiting[waiting.id, voice] = ""
    rows = [c.id for c in grid.presenter.criteria]
    grid.presenter.changed.emit("")
    at = grid.model.index(rows.index(waiting.id), len(grid.presenter.voices) - 1)
    grid.table.setCurrentIndex(at)
    keep("grid-reason")
    grid.presenter.answering._waiting.clear()
    grid.talk.ask(one.session.snapshot, date(2026, 11, 24))
    keep("grid-new")
    grid.talk.dismiss()
    grid.dismiss()
    grid.deleteLater()
