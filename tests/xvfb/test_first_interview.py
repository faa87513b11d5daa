"""A first engagement by keyboard alone: created, interviewed, scored, and handed over as a PDF."""

from pathlib import Path

import pytest

from engagements.assessment.consolidate import assess_case
from engagements.casework.case import Case
from engagements.framework.model import AnswerValue
from engagements.records import Answer, Evidence, Interview, Judgement, Note, Person
from tests.xvfb.scenes import Album, create_engagement, plan_interview
from tests.xvfb.screen import until

pytestmark = [pytest.mark.xvfb, pytest.mark.timeout(300)]

ALBUM = Path("out/look/run")
SAYS = (
    ("1", AnswerValue.YES, "All of it is in Git, since spring."),
    ("2", AnswerValue.PARTLY, "Two of the three models, with help from the author."),
    ("3", AnswerValue.NO, ""),
    ("1", AnswerValue.YES, "Reviewed by a second person; see the merge rules."),
    ("5", AnswerValue.UNKNOWN, "Ask the platform team."),
    ("2", AnswerValue.PARTLY, ""),
    ("1", AnswerValue.YES, "Shown live: a nightly run."),
    ("3", AnswerValue.NO, "Nobody has tried."),
    ("2", AnswerValue.PARTLY, ""),
    ("1", AnswerValue.YES, "Every night at two, without anybody: 100 % unattended."),
)
JUDGED = "SRC-1.1"
REASON = "One repository lies elsewhere."


def test_ten_questions_by_keyboard_alone(program, screen):
    album = Album(screen, ALBUM)
    program.start()
    screen.settle()
    album.shot("home")
    create_engagement(program, album)
    plan_interview(program, album)
    hold(program, album)
    paste_a_screenshot(program, album)
    judge(program, album)
    score(program, album)
    pdf = export(program, album)
    assert program.quit() == 0
    assert program.errors() == ""
    check(program, pdf)


def hold(program, album):
    """Ten answers, six of them with a note."""
    screen, notes = program.screen, 0
    for number, (key, _, words) in enumerate(SAYS, 1):
        screen.press(key)
        program.wait_saved("answer-recorded", number)
        if words:
            screen.write(words)
        screen.settle()
        album.shot(f"question-{number:02}")
        if number < len(SAYS):
            screen.act("ctrl+Return")
        else:
            screen.press("Escape")
        notes += bool(words)
        program.wait_saved("note-kept", notes)


def paste_a_screenshot(program, album):
    """The first picture of this run, as evidence for the last question."""
    program.screen.copy_picture(album.first)
    program.screen.press("ctrl+v")
    program.wait_saved("evidence-attached", 1)
    program.screen.settle()
    album.shot("pasted")


def judge(program, album):
    """The third answer, settled otherwise and with a reason."""
    screen = program.screen
    screen.act("ctrl+shift+f")
    screen.press("slash")
    screen.write(JUDGED)
    screen.press("Return", "Return")
    screen.press("ctrl+2")
    screen.write(REASON)
    screen.settle()
    album.shot("judging")
    screen.press("ctrl+Return")
    program.wait_saved("judgement-settled", 1)
    screen.settle()
    album.shot("judged")


def score(program, album):
    """The level and what blocks it."""
    program.screen.act("ctrl+shift+s")
    album.shot("score")


def export(program, album):
    """The report page, the dialog, and the file it leaves."""
    screen = program.screen
    main = screen.windows("Halden Freight")[-1]
    screen.act("ctrl+shift+p")
    until(lambda: not program.busy, "the report's pages", 60)
    screen.settle()
    album.shot("report")
    screen.press("ctrl+e")
    screen.focus(program.wait_title("Export the report"))
    screen.settle()
    album.shot("export-where")
    screen.press("Return")
    (found,) = until(lambda: list(program.places.engagements.glob("*.pdf")), "the PDF", 60)
    screen.focus(main)
    screen.settle()
    album.shot("exported")
    return found


def check(program, pdf):
    """The file holds what was said; the PDF is whole."""
    (path,) = program.files
    case = Case.open(path, author="test", read_only=True)
    snapshot = case.snapshot
    findings = case.file.check()
    case.close()
    assert list(findings) == []
    assert snapshot.client.name == "Halden Freight"
    (interview,) = snapshot.of(Interview)
    asked = interview.agenda[: len(SAYS)]
    given = {one.criterion: one.value for one in snapshot.of(Answer)}
    assert given == {criterion: value for criterion, (_, value, _) in zip(asked, SAYS, strict=True)}
    noted = {one.criteria: one.text for one in snapshot.of(Note)}
    assert noted == {(c,): words for c, (_, _, words) in zip(asked, SAYS, strict=True) if words}
    (person,) = snapshot.of(Person)
    assert person.name == "Ida Berg"
    (evidence,) = snapshot.of(Evidence)
    assert evidence.attachment is not None
    assert evidence.speaks_for[0].criterion == asked[-1]
    (judgement,) = snapshot.of(Judgement)
    assert (judgement.criterion, judgement.value) == (JUDGED, AnswerValue.PARTLY)
    assert judgement.reason == REASON
    assert JUDGED in asked
    assert assess_case(snapshot).answered == 9
    made = pdf.read_bytes()
    assert made.startswith(b"%PDF-")
    assert made.rstrip().endswith(b"%%EOF")
