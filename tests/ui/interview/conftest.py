"""The Interview page in a window, with the sample open and the keys at hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engagements.records import Answer, Evidence, Interview, Note
from tests.ui.windows import windowed
from ui.interview.page import InterviewPage
from ui.page import Page
from ui.pages import Place

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def shown(desk, qtbot, width=1440, height=900):
    places = [
        Place("home", "Home", "engagements", "Alt+Home", Page, needs_case=False),
        Place("interview", "Interview", "interview", "Ctrl+Shift+I", InterviewPage),
    ]
    return windowed(desk, qtbot, places, size=(width, height))


class Hand:
    """Presses keys where the focus is, and reads what the file holds afterwards."""

    def __init__(self, window, session, qtbot):
        self.window, self.session, self.qtbot = window, session, qtbot
        self.page = window.page("interview")

    @property
    def card(self):
        return self.page.asking.card

    @property
    def criterion(self):
        return self.page.presenter.criterion.id

    def press(self, key, held=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget(), key, held)

    def write(self, text):
        for letter in text:
            QTest.keyClicks(QApplication.focusWidget(), letter)

    def open(self, title):
        found = next(i for i in self.records(Interview) if i.title == title)
        self.page.open_interview(found.id)
        self.qtbot.waitUntil(self.card.answers.hasFocus)
        return found

    def go(self, criterion):
        self.page.presenter.go(criterion)
        self.card.focus_answers()

    def records(self, kind):
        return self.session.snapshot.of(kind)

    def answer(self, criterion=None, voice=None):
        """The answer kept for a question of the open interview, None when there is none."""
        here = self.page.presenter.interview.id
        code = criterion or self.criterion
        found = [a for a in self.records(Answer) if (a.interview, a.criterion) == (here, code)]
        if voice:
            found = [a for a in found if a.voice == voice]
        return found[0] if found else None

    def notes(self, criterion=None):
        here = self.page.presenter.interview.id
        code = criterion or self.criterion
        return [n for n in self.records(Note) if n.interview == here and code in n.criteria]

    def evidence(self, criterion=None):
        code = criterion or self.criterion
        return [e for e in self.records(Evidence) if any(s.criterion == code for s in e.speaks_for)]

    def settled(self):
        self.qtbot.waitUntil(lambda: not self.session.busy and self.whole())

    def whole(self):
        asking = self.page.asking
        return asking is None or asking.whole

    def until(self, found):
        self.qtbot.waitUntil(lambda: bool(found()))


@pytest.fixture
def window(desk, opened, qtbot):
    return shown(desk, qtbot)


@pytest.fixture
def hand(window, opened, qtbot):
    """The Interview page with its list on screen."""
    window.go("interview")
    one = Hand(window, opened, qtbot)
    one.settled()
    return one


@pytest.fixture
def sponsor(hand):
    """The planned interview with one person, opened at its first question."""
    hand.open("Executive sponsor")
    return hand


@pytest.fixture
def demonstration(hand):
    """The planned interview with two people."""
    hand.open("Demonstration: rebuild of the arrival-time model")
    return hand
