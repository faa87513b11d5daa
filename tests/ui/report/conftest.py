"""The Report page with its first report on screen, for what opens over it."""

import pytest

from tests.ui.windows import windowed
from ui.page import Page
from ui.pages import Place
from ui.report.page import ReportPage


@pytest.fixture
def page(desk, opened, qtbot):
    places = [
        Place("home", "Home", "engagements", "Alt+Home", Page, needs_case=False),
        Place("report", "Report", "report", "Ctrl+Shift+P", ReportPage),
    ]
    window = windowed(desk, qtbot, places)
    window.go("report")
    one = window.page("report")
    qtbot.waitUntil(one.view.has_picture)
    one.view.setFocus()
    return one
