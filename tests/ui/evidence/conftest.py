"""The Evidence page in its window, on the sample."""

import pytest

from ui import jobs
from ui.evidence.page import EvidencePage
from ui.main_window import MainWindow
from ui.page import Page
from ui.pages import Place

PLACES = [
    Place("home", "Home", "engagements", "Alt+Home", Page, needs_case=False),
    Place("evidence", "evidence", "hash", "Ctrl+Shift+E", EvidencePage),
]


@pytest.fixture
def page(desk, opened, qtbot):
    window = MainWindow(desk, PLACES)
    qtbot.addWidget(window, before_close_func=lambda w: setattr(w, "_closing", True))
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    window.go("evidence")
    one = window.page("evidence")
    qtbot.waitUntil(lambda: not jobs.pending() and not opened.busy, timeout=30_000)
    return one
