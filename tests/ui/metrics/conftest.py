"""The Metrics page in its window, on the sample, at a metric that nobody has read yet."""

import pytest

from ui import jobs
from ui.main_window import MainWindow
from ui.metrics.page import MetricsPage
from ui.page import Page
from ui.pages import Place

PLACES = [
    Place("home", "Home", "engagements", "Alt+Home", Page, needs_case=False),
    Place("metrics", "metrics", "hash", "Ctrl+Shift+M", MetricsPage),
]


@pytest.fixture
def page(desk, opened, qtbot):
    window = MainWindow(desk, PLACES)
    qtbot.addWidget(window, before_close_func=lambda w: setattr(w, "_closing", True))
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    window.go("metrics")
    one = window.page("metrics")
    qtbot.waitUntil(lambda: not jobs.pending(), timeout=30_000)
    one.view.choose("M13")
    return one
