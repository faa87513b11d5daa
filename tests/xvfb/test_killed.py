"""The program killed while somebody types: everything the status bar called saved is there."""

import random
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from engagements.casework import interviewing
from engagements.casework.case import Case
from engagements.records import Note
from tests.xvfb.scenes import create_engagement, plan_interview

pytestmark = [pytest.mark.xvfb]

ALBUM = Path("out/look/killed")
DRAFTING = timedelta(milliseconds=350)
"""A key press reaches the draft within 300 ms; the rest is the tool's own way to the window."""


@pytest.mark.timeout(300)
def test_killed_three_times(program):
    killed(program, times=3)


@pytest.mark.soak
@pytest.mark.timeout(900)
def test_killed_twenty_times(program):
    killed(program, times=20)


def killed(program, times):
    moments = random.Random(7)
    program.start()
    create_engagement(program)
    plan_interview(program)
    typed: list[tuple[datetime, str]] = []
    for number in range(times):
        if number:
            program.start()
            program.screen.settle()
            program.screen.act("Return")
            program.wait_title("Interview 1 of 1")
            program.screen.settle()
        typed += keep_typing(program, moments, f"k{number:02}w")
        program.screen.shot(ALBUM / f"{number + 1:02}.png")
        typed += keep_typing(program, moments, f"k{number:02}x")
        program.kill()
        compare(program, typed)


def keep_typing(program, moments, word):
    """Words, answers and next questions for a random while; returns the words with their time."""
    screen, typed = program.screen, []
    end = time.monotonic() + moments.uniform(0.2, 2.0)
    while time.monotonic() < end:
        step = moments.random()
        if step < 0.75:
            text = f"{word}{len(typed):03}"
            screen.write(f"{text} ")
            typed.append((datetime.now(), text))
        elif step < 0.93:
            screen.press(f"ctrl+{moments.choice('1235')}")
        else:
            screen.press("ctrl+Return")
    return typed


def compare(program, typed):
    """Whatever was called saved stands in the file, and the file is in order."""
    saved = program.saved()
    (path,) = program.files
    case = Case.open(path, author="test")
    try:
        assert list(case.file.check()) == []
        snapshot = case.snapshot
        kept = " ".join(one.text for one in snapshot.of(Note))
        kept += " ".join(interviewing.drafts(case).values())
        entities = {entity for heads in snapshot.heads.values() for entity in heads}
    finally:
        case.close()
    for one in saved:
        if one.action == "answer-recorded":
            assert set(one.ids) <= entities
    last = max(one.at for one in saved if one.action in {"draft", "note-kept"})
    missing = [word for at, word in typed if at < last - DRAFTING and word not in kept]
    assert missing == []
