"""Figures follow the text size: in every language no word is outside or on another."""

from dataclasses import replace
from itertools import combinations

import pytest

from engagements import language, sample
from engagements.assessment.consolidate import assess_case
from engagements.casework.case import Case
from engagements.framework.model import AnswerValue
from report_templates.figures.metrics import ELLIPSIS, bundled
from report_templates.figures.pen import text_box
from report_templates.figures.scene import Rectangle, Text, bounds
from tests.ui.conftest import AUTHOR
from ui.figures.beside import Interval
from ui.figures.dimension_bars import LABEL, dimension_bars
from ui.figures.paint import font_of
from ui.figures.sizes import FULL, Sizes
from ui.figures.upright import NAME, legend, upright
from ui.score.before import Before
from ui.score.shows import beside_dimensions, beside_overall
from ui.score.standing import standing_of
from ui.score.whatif import overlay_of

SIZES = [Sizes(one / 100) for one in (90, 100, 115, 130)]
LONG = "Verantwortungsbewusster Umgang mit Modellen und ihren Folgen für alle Beteiligten"


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    path = tmp_path_factory.mktemp("text-size") / "halden.plumb"
    sample.write(path)
    one = Case.open(path, author=AUTHOR, read_only=True)
    yield one
    one.close()


@pytest.fixture(params=["en", "de"])
def told(request, case):
    """Everything that may stand on Score at once: claimed, verified, supposed, the year before."""
    language.speak(request.param)
    found = assess_case(case.snapshot)
    standing = standing_of(case.snapshot, found)
    then = {row.code: Interval(1, 2) for row in standing.bars.rows}
    before = Before("November 2025", Interval(0, 1), then, dict.fromkeys(then, "same"))
    answers = dict.fromkeys(found.level.blockers, AnswerValue.YES)
    yield replace(standing, before=before), overlay_of(case.snapshot, found, answers)
    language.speak("en")


def texts(scene):
    return [one for one in scene.items if isinstance(one, Text)]


def sound(scene, width, height):
    """Every word inside the room there is, and none on another."""
    boxes = {one: text_box(one, bundled()) for one in texts(scene)}
    for item, (left, top, right, bottom) in boxes.items():
        assert left >= -1, item
        assert top >= -1, item
        assert right <= width + 1, item
        assert bottom <= height + 1, item
        assert item.size == round(item.size), "painted in whole pixels, so measured in them"
    for (one, a), (other, b) in combinations(boxes.items(), 2):
        apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
        assert apart, (one.text, other.text)


@pytest.mark.parametrize("sizes", SIZES, ids=lambda one: f"{one.text:.0%}")
@pytest.mark.parametrize("width", [214, 253, 312, 800])
def test_the_ladder_keeps_its_words_apart(told, sizes, width):
    standing, overlay = told
    height = sizes.px(330)
    beside = beside_overall(standing, overlay)
    scene = upright(standing.ladder, standing.rungs, width, height, sizes, beside=beside)
    sound(scene, width, height)
    lines = legend(standing.legend, width, sizes, before="November 2025: 0", supposed="Supposed: 1")
    sound(lines, width, lines.height)


@pytest.mark.parametrize("sizes", SIZES, ids=lambda one: f"{one.text:.0%}")
@pytest.mark.parametrize("width", [520, 576, 614, 900])
@pytest.mark.parametrize("compared", [False, True], ids=["alone", "compared"])
def test_the_bars_keep_their_words_apart(told, sizes, width, compared):
    standing, overlay = told
    shown = standing if compared else replace(standing, before=None)
    height = sizes.px(320)
    beside = beside_dimensions(shown, overlay)
    scene = dimension_bars(standing.bars, width, height, sizes, beside=beside, compared=compared)
    sound(scene, width, height)
    for item in scene.items:
        if isinstance(item, Rectangle):
            assert bounds(item)[2] <= width + 1
            assert bounds(item)[3] <= height + 1


@pytest.mark.parametrize("sizes", SIZES, ids=lambda one: f"{one.text:.0%}")
def test_words_are_as_large_as_the_text_size_says(told, sizes):
    standing, _ = told
    ladder = upright(standing.ladder, standing.rungs, 400, 700, sizes)
    names = {step.name for step in standing.ladder.steps}
    found = {one.size for one in texts(ladder) if one.text in names}
    assert found == {round(NAME.size * sizes.text)}
    bars = dimension_bars(standing.bars, 900, 700, sizes)
    labels = {row.name for row in standing.bars.rows}
    found = {one.size for one in texts(bars) if one.text in labels}
    assert found == {round(LABEL.size * sizes.text)}


@pytest.mark.parametrize("sizes", SIZES, ids=lambda one: f"{one.text:.0%}")
def test_a_long_name_ends_in_an_ellipsis_and_is_said_in_full(told, sizes):
    standing, _ = told
    rows = tuple(one.model_copy(update={"name": LONG}) for one in standing.bars.rows)
    bars = dimension_bars(standing.bars.model_copy(update={"rows": rows}), 576, 420, sizes)
    steps = tuple(one.model_copy(update={"name": LONG}) for one in standing.ladder.steps)
    figure = standing.ladder.model_copy(update={"steps": steps})
    ladder = upright(figure, standing.rungs, 253, sizes.px(330), sizes)
    sound(bars, 576, 420)
    sound(ladder, 253, sizes.px(330))
    for scene, kind in ((bars, "dimension:"), (ladder, "level:")):
        assert any(one.text.endswith(ELLIPSIS) for one in texts(scene))
        rows = [
            one for one in scene.items if isinstance(one, Rectangle) and one.ref.startswith(kind)
        ]
        assert rows
        assert all(LONG in one.alt for one in rows)


def test_at_100_percent_nothing_is_changed(told):
    standing, _ = told
    assert FULL.style(NAME) == NAME
    assert FULL.px(26) == 26
    scene = dimension_bars(standing.bars, 614, 420)
    assert scene == dimension_bars(standing.bars, 614, 420, Sizes(1.0))


@pytest.mark.parametrize("size", [11, 12, 16, 17])
def test_fonts_are_painted_in_the_size_that_was_measured(qapp, size):
    from PySide6.QtGui import QFontMetricsF

    words = "Training automation & experiment tracking"
    font = font_of(NAME.weight, size)
    assert font.pixelSize() == size
    wide = QFontMetricsF(font).horizontalAdvance(words)
    assert wide == pytest.approx(bundled().width(words, NAME.weight, size), rel=0.01)
