"""Shapes and places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_templates.figures.scene import (
    Line,
    Path,
    Rectangle,
    Role,
    Scene,
    bounds,
    circle,
    hatch,
    polygon,
)

SIDE = st.floats(1, 300)


def test_the_topmost_item_with_a_reference_is_hit():
    below = Rectangle(0, 0, 50, 50, fill=Role.PAPER, ref="dimension:SRC")
    above = Path(polygon((10, 10), (20, 10), (20, 20)), fill=Role.INK, ref="cell:SRC:1")
    veil = Rectangle(0, 0, 50, 50, fill=Role.PANEL)
    scene = Scene(50, 50, (below, above, veil))
    assert scene.at(15, 12) == "cell:SRC:1"
    assert scene.at(40, 40) == "dimension:SRC"
    assert scene.at(60, 10) == ""


def test_a_circle_reaches_its_radius_on_all_sides():
    assert bounds(Path(circle(10, 20, 2), fill=Role.INK)) == pytest.approx((8, 18, 12, 22))
    assert bounds(Line(2, 3, 0, 1, Role.INK)) == (0, 1, 2, 3)


@given(SIDE, SIDE, st.floats(2, 9))
def test_hatching_stays_inside_its_rectangle(width, height, pitch):
    lines = hatch(7, 9, width, height, pitch)
    if lines.commands:
        left, top, right, bottom = bounds(lines)
        assert left >= 7 - 1e-6
        assert top >= 9 - 1e-6
        assert right <= 7 + width + 1e-6
        assert bottom <= 9 + height + 1e-6
    pairs = zip(lines.commands[::2], lines.commands[1::2], strict=True)
    for (_, x1, y1), (_, x2, y2) in pairs:
        assert x1 - x2 == pytest.approx(y2 - y1, abs=1e-6)


@pytest.mark.parametrize("level", range(5))
def test_every_level_has_a_fill_and_a_colour_for_its_words(level):
    assert Role.level(level) == f"level{level}"
    assert Role.on_level(level) == f"on_level{level}"
