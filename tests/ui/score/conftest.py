"""The Score page in its window, with the sample open and its first reason in focus."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.windows import windowed
from ui.page import Page
from ui.pages import Place
from ui.score.page import ScorePage
from ui.score.reasons import ReasonRow


@pytest.fixture
def window(desk, opened, qtbot):
    places = [
        Place("home", "Home", "engagements", "Alt+Home", Page, needs_case=False),
        Place("findings", "Findings", "findings", "Ctrl+Shift+F", Page),
        Place("score", "Score", "score", "Ctrl+Shift+S", ScorePage),
        Place("interview", "Interview", "interview", "Ctrl+Shift+I", Page),
    ]
    return windowed(desk, qtbot, places)


@pytest.fixture
def page(window, qtbot):
    window.go("score")
    one = window.page("score")
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), ReasonRow))
    return one
