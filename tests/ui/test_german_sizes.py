"""In German, which says most things at more length, no page loses words at a larger text size."""

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.opening import STATES
from tests.ui.test_text_size import SIZES, faults
from tests.ui.windows import at_rest, shown, windowed
from ui.pages import PLACES
from ui.theme import theme

PAGES = [place.name for place in PLACES]
LARGER = (115, 130)
"""Text sizes at which there is least room, percent."""
OFTEN = (
    "findings: drawer",
    "interview: a question",
    "interview: plan",
    "history: values",
    "metrics: a reading",
    "report: comments",
    "roadmap: two years",
)
"""What is looked at with every change; all that can be open takes minutes."""

sizes = pytest.mark.parametrize("size", SIZES, ids=["narrow", "wide"])


@pytest.fixture
def window(_german, desk, opened, qtbot):
    return windowed(desk, qtbot)


def lost(root, window, size, qtbot):
    """What of ``root`` is lost, or of the page's room, by text size."""
    found = {}
    for scale in LARGER:
        theme().set_scale(scale)
        at_rest(window, qtbot)
        found[scale] = faults(window, size, root)
    return {scale: some for scale, some in found.items() if some}


@sizes
@pytest.mark.parametrize("name", PAGES)
def test_a_page_loses_no_words(window, name, size, qtbot):
    page = shown(window, name, qtbot, size)
    assert lost(page, window, size, qtbot) == {}


def whole(state, window, size, qtbot):
    """What of the whole window is lost with something open."""
    window.resize(*size)
    page, seen, steps = STATES[state]
    shown(window, page, qtbot)

    def rest():
        at_rest(window, qtbot)

    for step in steps:
        step(window, rest)
        rest()
    assert any(one.isVisible() for one in window.findChildren(QWidget, seen)), "it is not open"
    return lost(window, window, size, qtbot)


@sizes
@pytest.mark.parametrize("state", OFTEN)
def test_what_is_open_loses_no_words(window, state, size, qtbot):
    assert whole(state, window, size, qtbot) == {}


@pytest.mark.soak
@sizes
@pytest.mark.parametrize("state", [one for one in STATES if one not in OFTEN])
def test_whatever_is_open_loses_no_words(window, state, size, qtbot):
    assert whole(state, window, size, qtbot) == {}
