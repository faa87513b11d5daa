"""The program killed while somebody types: everything the status bar called saved is there."""

import random
import re
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from engagements.casework import interviewing
from engagements.casework.case import Case
from engagements.records import Note
from tests.xvfb.scenes import create_engagement, plan_interview

pytestmark = [pytest.mark.xvfb]

ALBUM = Path("out/look/killed")
LATE = 1.0
"""Seconds from a key press to its place in the file, on a screen as slow as a virtual one."""


@dataclass
class Typed:
    """The words of one life of the program, in the order they were typed, and when."""

    word: str
    words: list[str] = field(default_factory=list)
    at: list[float] = field(default_factory=list)
    seen: int = 0
    """How many stood on the screen's last picture, beside a status bar that said Saved."""

    def add(self, screen):
        text = f"{self.word}{len(self.words):03}"
        screen.write(f"{text} ")
        self.words.append(text)
        self.at.append(time.monotonic())


@pytest.mark.timeout(300)
def test_killed_three_times(program):
    killed(program, times=3)


@pytest.mark.soak
@pytest.mark.timeout(900)
def test_killed_twenty_times(program):
    killed(program, times=20)


def killed(program, times):
    moments = random.Random(random.random())
    program.start()
    create_engagement(program)
    plan_interview(program)
    lives = []
    for number in range(1, times + 1):
        typed = Typed(f"k{number:02}w")
        lives.append(typed)
        keep_typing(program, moments, typed)
        program.screen.settle()
        program.screen.shot(ALBUM / f"{number:02}.png")
        typed.seen = len(typed.words)
        keep_typing(program, moments, typed)
        ended = time.monotonic()
        program.kill()
        compare(program, typed, ended)
        for earlier in lives[:-1]:
            assert set(earlier.words[: earlier.seen]) <= set(kept(program))
        if number < times:
            program.start("Interview 1 of 1")
            program.screen.settle()


def keep_typing(program, moments, typed):
    """Words, answers and next questions for a random while."""
    screen = program.screen
    end = time.monotonic() + moments.uniform(0.2, 2.0)
    while time.monotonic() < end:
        step = moments.random()
        if step < 0.75:
            typed.add(screen)
        elif step < 0.93:
            screen.press(f"ctrl+{moments.choice('1235')}")
        else:
            screen.press("ctrl+Return")


def compare(program, typed, ended):
    """What was called saved stands in the file; what is gone are the last keystrokes alone."""
    words = kept(program)
    there = [word in words for word in typed.words]
    assert all(there[: typed.seen])
    assert there == sorted(there, reverse=True), "a word is gone although a later one is there"
    gone = [at for at, found in zip(typed.at, there, strict=True) if not found]
    assert all(ended - at < LATE for at in gone)


def kept(program):
    """The words of all notes and drafts, in a file that is in order and holds every answer.

    A life may end between a word and its blank; the next word then stands right behind it.
    """
    (path,) = program.files
    case = Case.open(path, author="test")
    try:
        assert list(case.file.check()) == []
        snapshot = case.snapshot
        entities = {entity for heads in snapshot.heads.values() for entity in heads}
        drafts = interviewing.drafts(case).values()
        texts = [*(one.text for one in snapshot.of(Note)), *drafts]
    finally:
        case.close()
    for one in program.saved():
        if one.action == "answer-recorded":
            assert set(one.ids) <= entities
    return re.findall(r"k\d\dw\d{3}", " ".join(texts))
