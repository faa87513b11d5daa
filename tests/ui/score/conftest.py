"""The Score page in its window with the sample open; an engagement and the sample without one."""

import pytest
from PySide6.QtWidgets import QApplication

from engagements import sample
from engagements.casework.case import Case
from tests.ui.conftest import AUTHOR
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


@pytest.fixture
def case(tmp_path):
    one = Case.create(tmp_path / "e.plumb", client="Nordvind", author=AUTHOR, target=3)
    yield one
    one.close()


@pytest.fixture(scope="module")
def halden(tmp_path_factory):
    path = tmp_path_factory.mktemp("score") / "halden.plumb"
    sample.write(path)
    one = Case.open(path, author=AUTHOR, read_only=True)
    yield one.snapshot
    one.close()
