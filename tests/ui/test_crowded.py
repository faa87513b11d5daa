"""Far more than usual in every field and list: each page opens at once and keeps to the window."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from engagements.casework import evidence, interviewing, judging, scoping
from engagements.casework.case import Case
from engagements.file.actions import Action
from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.records import Answer, Evidence, Finding, Interview, Note, Person, ScopeUnit
from engagements.records.answers import NoteKind
from engagements.records.evidence import SpeaksFor
from engagements.records.people import Consent
from tests.ui.test_every_page import shown
from tests.ui.windows import windowed
from ui.pages import PLACES

LONG = "x" * 10_000
ODD = "שלום عليكم \u202eback\u202c z\u200bero\u200d \ufeff" + "🧭" * 60 + " tab\tend"
CLIENT = "Northwind and Sons Bank of the Far West Islands " * 3
CRITERIA = [one.id for one in mlops().criteria]
SPOKEN = CRITERIA[0]
NOTES, AT_ONCE = 2_000, 20
"""In one commit as many: each waits for the disk, and a busy one takes minutes for thousands."""


def fill(case):
    """20 voices on one criterion, 8 units, 300 items, 60 interviews, 2,000 notes."""
    case.update_engagement(title=ODD, scope=LONG, target=3)
    for n in range(7):
        scoping.save_unit(case, ScopeUnit(id=f"u{n}", name=(LONG, ODD)[n % 2], models=(LONG, ODD)))
    roles = [one.code for one in mlops().roles]
    values = list(AnswerValue)
    for n in range(60):
        words = (LONG, ODD, f"Person {n}")[n % 3]
        one = Person(id=f"p{n}", name=words, role=roles[n % len(roles)], title=words)
        interviewing.save_person(case, one.model_copy(update={"consent": Consent.NAMED}))
        talk = Interview(
            id=f"i{n}",
            title=words,
            people=(one.id,),
            day=date(2026, 11, 1 + n % 28),
            agenda=tuple(CRITERIA[:12]),
        )
        interviewing.save_interview(case, talk)
        if n < 20:
            said = Answer.of(SPOKEN, talk.id, values[n % 3], voice=one.id, reason=words)
            interviewing.record_answer(case, said)
    with case.together(Action.EVIDENCE_ATTACHED):
        for n in range(300):
            words = (LONG, ODD, f"Item {n}")[n % 3]
            about = (SpeaksFor(criterion=CRITERIA[n % 9], value=AnswerValue.YES, interview="i0"),)
            item = Evidence(id=f"e{n}", title=words, description=words, grade=3, speaks_for=about)
            evidence.save(case, item)
    judging.judge(case, SPOKEN, AnswerValue.PARTLY, reason=LONG)
    for n, words in enumerate((LONG, ODD)):
        judging.save_finding(
            case, Finding(id=f"f{n}", sort="gap", text=words, criteria=(SPOKEN, CRITERIA[1]))
        )
    for first in range(0, NOTES, AT_ONCE):
        with case.together(Action.NOTE_KEPT):
            for n in range(first, first + AT_ONCE):
                interviewing.keep_note(case, note(n))


def note(n):
    """One of the notes; a few are long."""
    words = (LONG if n < 20 else f"Note {n}", ODD)[n % 2]
    return Note(
        id=f"n{n}",
        interview=f"i{n % 60}",
        author="a",
        text=words,
        criteria=(CRITERIA[n % 12],),
        note_kind=next(iter(NoteKind)),
    )


@pytest.fixture(scope="module")
def crowded_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("crowded") / "crowded.plumb"
    case = Case.create(path, client=CLIENT[:120], author="a")
    fill(case)
    case.close()
    return path


@pytest.fixture
def crowded(desk, session, crowded_file, qtbot):
    """The window on a copy of that engagement, at the smallest usual size."""
    path = desk.engagements / "crowded.plumb"
    path.write_bytes(crowded_file.read_bytes())
    with qtbot.waitSignal(session.case_changed):
        session.open(lambda: Case.open(path, author="a"), path)
    return windowed(desk, qtbot, size=(1280, 800))


@pytest.mark.parametrize("name", [place.name for place in PLACES])
def test_every_page_opens_and_keeps_to_the_window(crowded, name, qtbot):
    crowded.go(name)
    if name == "history":  # the whole past is read while the newest of it stands on screen
        qtbot.waitUntil(lambda: crowded.page(name).presenter.total > 0)
    else:
        shown(crowded, name, qtbot)
    page = crowded.page(name)
    if name == "interview":
        page.open_interview("i1")
    crowded.grab()
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= 1280 - 84
    assert (crowded.width(), crowded.height()) == (1280, 800)
