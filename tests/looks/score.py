"""Score: as it is, taken apart, as tables, supposed, compared, issued, with too few answers."""

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from engagements.assessment.consolidate import assess_case
from engagements.casework import judging
from engagements.casework.case import Case
from engagements.framework.model import AnswerValue
from engagements.records import PreviousAssessment
from tests.looks.waiting import resting
from ui.figures.beside import Interval
from ui.score.arithmetic import explain
from ui.score.before import Before
from ui.score.frozen import Frozen
from ui.score.standing import standing_of

SUMS = (("level", "mark:now"), ("dimension", "dimension:SRC"), ("crosswalk", "crosswalk:1"))
THEN = {"SRC": 0, "DAT": 1, "TRN": 1, "REG": 0, "REL": 0, "MON": 1, "GOV": 0, "PLT": 0, "PPL": 0}
CHANGED = {"DAT": "−1", "REL": "+1", "MON": "+1"}


def take(one, keep):
    one.go("score")
    resting()
    keep("score")
    page = one.page("score")
    for name, ref in SUMS:
        page.take_apart(ref)
        keep(f"score-sum-{name}")
        page.arithmetic.dismiss()
    tables(page, keep)
    supposed(page, keep)
    told = page._told
    page._show(replace(told, before=before()))
    keep("score-before")
    three_times(one, page, keep)
    page._turn("table")
    keep("score-table-before")
    page._turn("table")
    digest = "3f9a2b71" * 8
    page._show(replace(told, frozen=Frozen("Issued 1.0, 24 November 2026, 3f9a2b71", digest, 0)))
    keep("score-issued")
    with tempfile.TemporaryDirectory() as folder:
        for name, standing in bare(Path(folder)):
            page._show(standing)
            keep(f"score-{name}")
    page._show(told)


def three_times(one, page, keep):
    """What stands behind the previous assessment where there were two."""
    snapshot = one.session.snapshot
    past = [
        PreviousAssessment(id=str(at), assessed=day, low=0, high=high)
        for at, (day, high) in enumerate([(date(2024, 2, 5), 3), (date(2025, 11, 28), 1)])
    ]
    kept = {record.id: (record,) for record in past}
    known = replace(snapshot, heads={**snapshot.heads, PreviousAssessment.kind: kept})
    page.arithmetic.show_figure(explain(known, assess_case(known), "mark:before"))
    keep("score-sum-before")
    page.arithmetic.dismiss()


def tables(page, keep):
    """Tables in place of the figures, the keyboard in the one of the dimensions, then as before."""
    focus = QApplication.focusWidget()
    page._turn("table")
    page._dimensions.table.setFocus()
    page._dimensions.table.point("dimension:TRN")
    keep("score-table")
    page._turn("table")
    if focus is not None:
        focus.setFocus()


def supposed(page, keep):
    page.presenter.begin()
    keep("score-what-if-begun")
    for criterion in ("SRC-1.2", "PPL-1.1", "REG-1.1"):
        page.presenter.suppose(criterion, AnswerValue.YES)
    keep("score-what-if")
    page.take_apart("mark:now")
    keep("score-what-if-sum")
    page.arithmetic.dismiss()
    page.find_criterion()
    keep("score-what-if-find")
    page.supposing._take("SRC-1.2")
    keep("score-what-if-answer")
    page.supposing.dismiss()
    page.presenter.drop()


def before():
    then = {code: Interval(level, level) for code, level in THEN.items()}
    changes = {code: CHANGED.get(code, "same") for code in THEN}
    return Before("November 2025", Interval(0, 0), then, changes)


def bare(folder):
    """No answers, a few, and enough with nothing unknown."""
    case = Case.create(folder / "e.plumb", client="Halden Freight", author="look", target=3)
    yield "nothing", standing_of(case.snapshot, assess_case(case.snapshot))
    core = [one for one in case.snapshot.framework.criteria if one.type.gates]
    for one in core[:6]:
        judging.judge(case, one.id, AnswerValue.YES, reason="seen")
    yield "few", standing_of(case.snapshot, assess_case(case.snapshot))
    for one in case.snapshot.framework.criteria:
        value = AnswerValue.YES if one.level <= 2 else AnswerValue.NO
        judging.judge(case, one.id, value, reason="seen")
    yield "known", standing_of(case.snapshot, assess_case(case.snapshot))
    case.close()
