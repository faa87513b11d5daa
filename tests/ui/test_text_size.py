"""At every text size and window size a page keeps to its room and loses no words."""

import pytest
from PySide6.QtWidgets import QApplication

from engagements.records import Interview
from tests.looks import SCENES
from tests.ui.cut import cuts
from tests.ui.windows import at_rest, shown
from ui.pages import PLACES
from ui.theme import theme

PAGES = [place.name for place in PLACES]
SIZES = [(1280, 800), (1440, 900)]
EXTREMES = (90, 130)
"""Least and greatest text size of Settings, percent."""

sizes = pytest.mark.parametrize("size", SIZES, ids=["narrow", "wide"])
scales = pytest.mark.parametrize("scale", EXTREMES)


def faults(window, size, root=None):
    """What of ``root``, else of the page, is lost, and what is asked for beyond the window."""
    QApplication.processEvents()  # what came last may have asked for another width
    page, found = window.current, []
    hint = page.minimumSizeHint()
    if hint.width() > page.width() or hint.height() > page.height():
        found.append(f"asks for {hint} in {page.size()}")
    if (window.width(), window.height()) != size:
        found.append(f"the window became {window.width()} x {window.height()}")
    return found + cuts(root or page)


@sizes
@scales
@pytest.mark.parametrize("name", PAGES)
def test_a_page_follows_the_text_size(window, name, scale, size, qtbot):
    shown(window, name, qtbot, size)
    theme().set_scale(scale)  # while it is shown, as Settings does
    at_rest(window, qtbot)
    assert faults(window, size) == []


@sizes
@scales
def test_a_question_follows_the_text_size(window, scale, size, qtbot):
    page = shown(window, "interview", qtbot, size)
    theme().set_scale(scale)
    talk = window.session.snapshot.of(Interview)[0]
    page.presenter.open(talk.id, talk.agenda[3])
    at_rest(window, qtbot)
    assert faults(window, size) == []


@sizes
@scales
def test_what_stands_around_the_pages_follows_the_text_size(window, scale, size, qtbot):
    shown(window, "score", qtbot, size)
    theme().set_scale(scale)
    at_rest(window, qtbot)
    for part in (window.rail, window.top, window.statusBar()):
        assert cuts(part) == []


@pytest.mark.soak
@pytest.mark.timeout(1800)
@sizes
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__module__.rpartition(".")[2])
def test_every_picture_follows_the_text_size(window, scene, size, qtbot):
    window.resize(*size)
    theme().set_scale(130)
    found = {}

    def keep(name):
        at_rest(window, qtbot)
        QApplication.processEvents()
        lost = faults(window, size)
        if lost:
            found[name] = lost

    scene(window, keep)
    assert found == {}
