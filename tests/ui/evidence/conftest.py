"""The Evidence page in its window, on the sample."""

import pytest

from tests.ui.windows import windowed
from ui import jobs
from ui.evidence.page import EvidencePage
from ui.page import Page
from ui.pages import Place

PLACES = [
    Place("home", "Home", "engagements", "Alt+Home", Page, needs_case=False),
    Place("evidence", "evidence", "hash", "Ctrl+Shift+E", EvidencePage),
]


@pytest.fixture
def page(desk, opened, qtbot):
    window = windowed(desk, qtbot, PLACES)
    window.go("evidence")
    one = window.page("evidence")
    qtbot.waitUntil(lambda: not jobs.pending() and not opened.busy)
    return one
