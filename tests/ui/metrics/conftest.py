"""The Metrics page in its window, on the sample, at a metric that nobody has read yet."""

import pytest

from tests.ui.windows import shown, windowed
from ui.metrics.page import MetricsPage
from ui.page import Page
from ui.pages import Place

PLACES = [
    Place("home", "Home", "engagements", "Alt+Home", Page, needs_case=False),
    Place("metrics", "metrics", "hash", "Ctrl+Shift+M", MetricsPage),
]


@pytest.fixture
def page(desk, opened, qtbot):
    one = shown(windowed(desk, qtbot, PLACES), "metrics", qtbot)
    one.view.choose("M13")
    return one
