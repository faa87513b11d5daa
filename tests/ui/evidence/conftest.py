"""The Evidence page in its window, on the sample."""

import pytest

from tests.ui.windows import shown, windowed
from ui.evidence.page import EvidencePage
from ui.page import Page
from ui.pages import Place

PLACES = [
    Place("home", "Home", "engagements", "Alt+Home", Page, needs_case=False),
    Place("evidence", "evidence", "hash", "Ctrl+Shift+E", EvidencePage),
]


@pytest.fixture
def page(desk, opened, qtbot):
    return shown(windowed(desk, qtbot, PLACES), "evidence", qtbot)
