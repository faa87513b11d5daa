"""Layouts for the window: everything inside its size, marks where the level is, both themes."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter

from engagements.assessment.consolidate import assess_case
from engagements.casework.case import Case
from engagements.framework.load import mlops
from report_templates.figures.metrics import bundled
from report_templates.figures.of_assessment import heat_map, ladder
from report_templates.figures.pen import text_box
from report_templates.figures.scene import Path, Rectangle, Role, Text, Weight, bounds
from report_templates.words import words
from tests.ui.conftest import AUTHOR
from ui.figures.beside import Interval
from ui.figures.course import Course, Moment, course
from ui.figures.dimension_bars import dimension_bars
from ui.figures.paint import colour_of, font_of, paint
from ui.figures.sizes import Sizes
from ui.figures.upright import PLUMB, rounded, upright
from ui.score.overall import rungs
from ui.theme.tokens import DARK, LIGHT


@pytest.fixture(scope="module")
def figures(tmp_path_factory):
    from engagements import sample

    path = tmp_path_factory.mktemp("figures") / "halden.plumb"
    sample.write(path)
    case = Case.open(path, author=AUTHOR, read_only=True)
    snapshot = case.snapshot
    found = assess_case(snapshot)
    case.close()
    say, target = words("en"), snapshot.engagement.target
    framework = snapshot.framework
    return (
        ladder(framework, found, target, say),
        rungs(framework, found, say),
        heat_map(framework, found, target, say),
    )


def inside(scene, slack=1.0):
    for item in scene.items:
        if isinstance(item, Text):
            left, _, right, bottom = text_box(item, bundled())
        else:
            left, _, right, bottom = bounds(item)
        assert left >= -slack
        assert right <= scene.width + slack, item
        assert bottom <= scene.height + slack, item


@pytest.mark.parametrize("size", [(268, 440), (216, 330), (400, 700)])
def test_the_ladder_stays_inside(figures, size):
    scene = upright(figures[0], figures[1], *size)
    inside(scene)


@pytest.mark.parametrize("size", [(614, 420), (560, 320), (900, 600)])
def test_the_bars_stay_inside(figures, size):
    scene = dimension_bars(figures[2], *size)
    inside(scene)
    rows = [r for r in scene.items if isinstance(r, Rectangle) and r.ref.startswith("dimension:")]
    assert [r.ref.partition(":")[2] for r in rows] == [d.code for d in mlops().dimensions]
    assert all(r.alt for r in rows)


@pytest.mark.parametrize("text", [1.0, 2.0])
@pytest.mark.parametrize("days", [(0, 400, 730), (0, 0, 0), (0, 5, 2000)])
def test_the_course_of_the_level_stays_inside_and_no_word_is_on_another(days, text):
    levels = (Interval(0, 4), Interval(4, 4), Interval(1, 2))
    moments = tuple(
        Moment(date(2023, 9, 1) + timedelta(days=day), level, "September 2023")
        for day, level in zip(days, levels, strict=True)
    )
    scene = course(Course(moments, 3, "said"), 560, Sizes(text))
    inside(scene)
    boxes = [text_box(one, bundled()) for one in scene.items if isinstance(one, Text)]
    for at, a in enumerate(boxes):
        for b in boxes[at + 1 :]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
    marks = [one for one in scene.items if isinstance(one, Path) and one.stroke is Role.PAPER]
    xs = [(left + right) / 2 for left, _, right, _ in map(bounds, marks)]
    if days[2]:
        assert (xs[1] - xs[0]) / (xs[2] - xs[0]) == pytest.approx(days[1] / days[2])


def test_the_bob_hangs_to_the_level(figures):
    scene = upright(figures[0], figures[1], 268, 440)
    bob = next(i for i in scene.items if isinstance(i, Path) and i.alt.startswith("Level "))
    left, _, right, bottom = bounds(bob)
    chip = next(
        i
        for i in scene.items
        if i.ref == bob.ref
        and i is not bob
        and not isinstance(i, Text)
        and bounds(i)[0] < PLUMB - 30
    )
    top, low = bounds(chip)[1], bounds(chip)[3]
    assert (left + right) / 2 == PLUMB
    assert top <= bottom <= low + 1


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_a_colour_in_both_themes(role):
    assert colour_of(role, LIGHT).isValid()
    assert colour_of(role, DARK).isValid()


def test_every_item_is_painted(qapp, figures):
    for scene in (upright(figures[0], figures[1], 268, 440), dimension_bars(figures[2], 614, 420)):
        picture = QImage(614, 440, QImage.Format.Format_RGB32)
        picture.fill(QColor(LIGHT.surface))
        painter = QPainter(picture)
        paint(painter, scene)
        painter.end()
        blank = QImage(614, 440, QImage.Format.Format_RGB32)
        blank.fill(QColor(LIGHT.surface))
        assert picture != blank


def test_words_are_as_wide_on_screen_as_they_were_measured(qapp):
    from PySide6.QtGui import QFontMetricsF

    text = "Training automation & experiment tracking"
    for weight in Weight:
        wide = QFontMetricsF(font_of(weight, 13)).horizontalAdvance(text)
        assert wide == pytest.approx(bundled().width(text, weight, 13), rel=0.01)


@given(
    st.floats(0, 500), st.floats(0, 500), st.floats(10, 500), st.floats(10, 500), st.floats(0, 5)
)
def test_rounded_corners_stay_in_their_rectangle(x, y, width, height, radius):
    left, top, right, bottom = bounds(Path(rounded(x, y, width, height, radius)))
    assert left == pytest.approx(x)
    assert top == pytest.approx(y)
    assert right == pytest.approx(x + width)
    assert bottom == pytest.approx(y + height)
