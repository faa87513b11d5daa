"""In a German window the timeline of Roadmap speaks German: months, spans, what is heard."""

import pytest

from tests.ui.german import english, painted
from ui.roadmap import tree

NBSP = "\u00a0"


pytestmark = pytest.mark.usefixtures("_german")


@pytest.fixture
def scenes(monkeypatch):
    """Every scene that the plan paints."""
    found = []

    def paint(painter, scene):
        found.append(scene)
        original(painter, scene)

    original = tree.paint
    monkeypatch.setattr(tree, "paint", paint)
    return found


def drawn(page, scenes):
    scenes.clear()
    page.plan.window().grab()
    return painted(*scenes)


def test_axis_and_bars_are_german(scenes, page):
    said = drawn(page, scenes)
    assert english(said) == []
    assert f"Wochen ab 11.{NBSP}Jan.{NBSP}2027" in said
    assert f"11.{NBSP}Jan." in said
    assert "Monate, 2027" in said
    assert {"März", "Mai", "Juni", "Juli"} <= set(said)
    assert f"Stufe 1 wahrscheinlich bis 21.{NBSP}Jan.{NBSP}2027" in said


def test_the_overview_is_german(scenes, page):
    page.plan.show_figure(page._outline.overview)
    said = drawn(page, scenes)
    assert english(said) == []
    assert {"März", "Mai", "Juni", "Juli"} <= set(said)


def test_what_a_reader_hears_of_the_timeline_is_german(page):
    said = page.plan.accessibleDescription()
    assert said.replace(NBSP, " ").startswith("11. Januar 2027 bis ")
    assert "Stufe 3 früh" in said
    assert english([said]) == []
