"""Copies of the engagement file, taken by the system while the window is open."""

import shutil
import threading
import time

import pytest

from engagements.casework.case import Case
from engagements.framework.model import AnswerValue
from engagements.problem import Problem
from engagements.records import Answer, Interview
from tests.xvfb.scenes import create_engagement, plan_interview
from tests.xvfb.screen import until

pytestmark = [pytest.mark.xvfb, pytest.mark.timeout(300)]

VALUES = {
    "1": AnswerValue.YES,
    "2": AnswerValue.PARTLY,
    "3": AnswerValue.NO,
    "5": AnswerValue.UNKNOWN,
}
AGAIN = 5
COPIES = 10


@pytest.fixture
def asking(program):
    """The program at the first question of a first interview."""
    program.start()
    create_engagement(program)
    plan_interview(program)
    return program


def read(path, of):
    """What ``of(case)`` finds in a copy that is opened as anybody would, and is in order."""
    case = Case.open(path, author="colleague")
    try:
        assert list(case.file.check()) == []
        return of(case)
    finally:
        case.close()


def questions(case):
    (interview,) = case.snapshot.of(Interview)
    given = {one.criterion: one.value for one in case.snapshot.of(Answer)}
    return [given.get(criterion) for criterion in interview.agenda]


def test_thirty_answers_are_in_a_copy(asking, tmp_path):
    """Every question, then the last ones again with another answer; each copy is judged."""
    keys = ["1235"[number % 4] for number in range(25)]
    for number, key in enumerate(keys, 1):
        asking.screen.press(key, *(["ctrl+Return"] if number < len(keys) else []))
    for place in range(2, AGAIN + 2):
        keys[-place] = "1" if keys[-place] == "3" else "3"
        asking.screen.press("alt+Up", keys[-place])
    (path,) = asking.files
    copy = tmp_path / "copy.plumb"

    def holds_all():
        """Keys that come faster than commits are called saved together: they are not counted."""
        saved = asking.saved()
        shutil.copyfile(path, copy)
        whole = judged(copy, saved) == "complete"
        return whole and read(copy, questions) == [VALUES[key] for key in keys]

    until(holds_all, "a copy with every answer")
    assert asking.running


def test_copies_while_words_are_typed(asking, tmp_path):
    """Each is complete, or refused as damaged with the advice to copy again."""
    (path,) = asking.files
    stop = threading.Event()

    def type_on():
        while not stop.is_set():
            asking.screen.write("words while somebody copies the file ")
            asking.screen.press("ctrl+2", "ctrl+Return")

    typing = threading.Thread(target=type_on)
    typing.start()
    before = []
    try:
        for number in range(COPIES):
            time.sleep(0.4 + 0.13 * number % 0.5)
            before.append(asking.saved())
            shutil.copyfile(path, tmp_path / f"{number}.plumb")
    finally:
        stop.set()
        typing.join()
    seen = [judged(tmp_path / f"{n}.plumb", saved) for n, saved in enumerate(before)]
    assert seen.count("complete") > 0


def judged(copy, saved):
    """``complete`` or ``refused``; a copy that lacks something called saved before fails."""

    def holds(case):
        entities = {entity for heads in case.snapshot.heads.values() for entity in heads}
        return entities, case.snapshot.revisions

    try:
        there, revisions = read(copy, holds)
    except Problem as problem:
        advice = problem.advice
    else:
        for one in saved:
            if one.action in ("answer-recorded", "note-kept"):
                assert set(one.ids) <= there
        assert revisions >= sum(one.action != "draft" for one in saved)
        return "complete"
    assert "copy" in advice.lower()
    return "refused"
