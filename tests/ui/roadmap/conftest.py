"""The Roadmap page in its window, with the sample open."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.windows import windowed
from ui.page import Page
from ui.pages import Place
from ui.roadmap.page import RoadmapPage

PLACES = [
    Place("home", "Home", "engagements", "Alt+Home", Page, needs_case=False),
    Place("interview", "Interview", "interview", "Ctrl+Shift+I", Page),
    Place("findings", "Findings", "findings", "Ctrl+Shift+F", Page),
    Place("roadmap", "Roadmap", "roadmap", "Ctrl+Shift+R", RoadmapPage, ("plan_change",)),
    Place("report", "Report", "report", "Ctrl+Shift+P", Page),
]


@pytest.fixture
def window(desk, session, qtbot):
    return windowed(desk, qtbot, PLACES)


@pytest.fixture
def told(window, qtbot):
    """Go to the page and wait until it shows the newest snapshot; returns it."""

    def wait():
        window.go("roadmap")
        page = window.page("roadmap")
        presenter = page.presenter
        qtbot.waitUntil(
            lambda: presenter._shown is not None and presenter._shown is page.session.snapshot
        )
        return page

    return wait


@pytest.fixture
def page(opened, told, qtbot):
    one = told()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is one.plan)
    return one
