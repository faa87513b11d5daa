"""The marks: one shape for one meaning."""

import pytest

from report_templates.figures.marks import BOX, mark, mark_scene
from report_templates.figures.model import Glyph
from report_templates.figures.scene import Rectangle, Role, bounds


@pytest.mark.parametrize("glyph", list(Glyph))
def test_a_mark_stays_in_its_box(glyph):
    scene = mark_scene(glyph)
    assert scene.items
    for item in scene.items:
        left, top, right, bottom = bounds(item)
        assert left >= -0.5
        assert top >= -0.5
        assert right <= scene.width + 0.5
        assert bottom <= BOX + 0.5


def test_no_two_marks_look_alike():
    drawn = {glyph: mark(glyph, 0, 0) for glyph in Glyph}
    same = {(Glyph.VERIFIED, Glyph.SEEN), (Glyph.SAID, Glyph.SAID_BY_TWO)}
    same |= {(Glyph.NOT_APPLICABLE, Glyph.SAME)}
    for one, items in drawn.items():
        for other, others in drawn.items():
            if one is not other and (one, other) not in same and (other, one) not in same:
                assert items != others, (one, other)


@pytest.mark.parametrize(("grade", "filled"), [(0, 0), (1, 0), (2, 2), (3, 3), (4, 4)])
def test_bars_fill_with_the_grade(grade, filled):
    bars = [item for item in mark(Glyph.grade(grade), 0, 0) if isinstance(item, Rectangle)]
    assert len(bars) == 4
    assert [bar.fill is not None for bar in bars] == [n < filled for n in range(4)]
    assert [bar.height for bar in bars] == sorted(bar.height for bar in bars)


def test_what_asks_for_attention_has_the_accent():
    for glyph in (Glyph.TARGET, Glyph.DEBT, Glyph.DISAGREEMENT, Glyph.LIKELY):
        colours = {
            c for item in mark(glyph, 0, 0) for c in (item.stroke, getattr(item, "fill", None))
        }
        assert Role.ACCENT in colours
