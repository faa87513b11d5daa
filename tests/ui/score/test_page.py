"""The Score page by its keys: lists, dimensions, and the way to the interview."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engagements.casework import judging
from engagements.framework.model import AnswerValue
from report_templates.figures.model import Glyph
from ui.figures.beside import Interval
from ui.figures.course import Course, Moment
from ui.figures.view import SceneView
from ui.score.arithmetic import Explanation, Part
from ui.score.before import Before
from ui.score.crosswalk import CrosswalkTable
from ui.score.shows import Shows
from ui.theme import Mode, theme
from ui.widgets.labels import TextBlock

PART = Part("course", "All assessments", "January 2024: 0 to 1.")


def press(key):
    QTest.keyClick(QApplication.focusWidget(), key)


def test_up_and_down_go_through_all_lists(page):
    rows = page._rows()
    assert QApplication.focusWidget() is rows[0]
    for _ in rows[1:]:
        press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rows[-1]
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rows[-1]
    press(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is rows[-2]


def test_what_a_list_says_beside_its_title_is_never_cut(page):
    blocks = {one.text(): one for one in page.findChildren(TextBlock) if one.isVisible()}
    for words in ("once all are met: level 1", "they decide the level", "least effort first"):
        assert blocks[words].height() >= blocks[words].heightForWidth(blocks[words].width())


def test_enter_opens_the_criterion(page, qtbot):
    code = page._rows()[0].criterion
    with qtbot.waitSignal(page.asks_criterion) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == [code]


def test_a_dimension_opens_its_sum_and_that_a_criterion(page, qtbot):
    press(Qt.Key.Key_Left)
    assert QApplication.focusWidget() is page._bars
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Right)
    assert QApplication.focusWidget() is page._rows()[0]
    press(Qt.Key.Key_Left)
    code = page._bars.current().partition(":")[2]
    press(Qt.Key.Key_Return)
    assert page.arithmetic.isVisible()
    row = QApplication.focusWidget()
    assert row.criterion.startswith(f"{code}-")
    with qtbot.waitSignal(page.asks_criterion) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == [row.criterion]
    assert not page.arithmetic.isVisible()


def test_the_page_follows_a_change(page, opened, qtbot):
    before = page._standing
    opened.do(judging.judge, "SRC-1.2", AnswerValue.YES, reason="seen live")
    qtbot.waitUntil(lambda: page._standing != before)
    assert page._headline.text() == page._standing.headline
    assert "SRC-1.2" not in [row.criterion for row in page._rows() if row.block == "blockers"]


@pytest.mark.parametrize("size", [(1440, 900), (1280, 800), (1000, 640)])
def test_rows_are_as_high_as_their_words_and_no_wider_than_the_column(page, window, qtbot, size):
    window.resize(*size)
    body = page._right.widget()
    qtbot.waitUntil(lambda: body.width() <= page._right.viewport().width())
    for row in page._rows():
        qtbot.waitUntil(lambda row=row: row.height() >= row.heightForWidth(row.width()))


def test_every_list_says_itself_aloud(page):
    for row in page._rows():
        assert row.criterion in row.accessibleName()
    assert "9" not in page._bars.accessibleName()[:1]
    assert page._bars.accessibleName()
    assert page._ladder.accessibleName()


def test_the_theme_may_change_while_it_is_shown(page, qtbot):
    light = page.grab().toImage()
    theme().set_mode(Mode.DARK)
    qtbot.waitUntil(lambda: page.grab().toImage() != light)
    dark = page.grab().toImage()
    theme().set_mode(Mode.LIGHT)
    qtbot.waitUntil(lambda: page.grab().toImage() != dark)


def revisions(page):
    return page.session.snapshot.revisions


def test_what_if_shows_supposed_levels_and_writes_nothing(page, qtbot):
    before = revisions(page)
    rows = page._rows()
    press(Qt.Key.Key_W)
    assert page.band.isVisible()
    assert page.mode() == "What if"
    press(Qt.Key.Key_1)
    code = rows[0].criterion
    assert "1 answer supposed, nothing is written" in page.band.accessibleName()
    assert "Supposed: yes" in rows[0].accessibleName()
    assert page._overlay.value(code) is AnswerValue.YES
    press(Qt.Key.Key_Backspace)
    assert page._overlay.answers == ()
    press(Qt.Key.Key_3)
    assert page._overlay.value(code) is AnswerValue.NO
    press(Qt.Key.Key_Escape)
    assert not page.band.isVisible()
    assert "Supposed" not in rows[0].accessibleName()
    assert not page.session.busy
    assert revisions(page) == before


def test_a_supposed_answer_to_every_blocker_lifts_the_level_dashed(page):
    press(Qt.Key.Key_W)
    for row in [one for one in page._rows() if one.block == "blockers"]:
        row.setFocus()
        press(Qt.Key.Key_1)
    assert page._overlay.level.low == 1
    words = page._overall.legend.accessibleName()
    assert "Supposed: 1" in words
    assert page._headline.text() == page._standing.headline


def test_any_criterion_is_found_and_supposed(page, qtbot):
    press(Qt.Key.Key_W)
    press(Qt.Key.Key_Slash)
    QTest.keyClicks(QApplication.focusWidget(), "MON-3.2")
    press(Qt.Key.Key_Return)
    with qtbot.waitSignal(page.presenter.overlaid):
        press(Qt.Key.Key_2)
    assert page._overlay.value("MON-3.2") is AnswerValue.PARTLY
    assert not page.supposing.isVisible()


def test_a_key_criterion_is_never_supposed_not_applicable(page, qtbot):
    press(Qt.Key.Key_W)
    row = next(one for one in page._rows() if one.criterion == "SRC-1.2")
    row.setFocus()
    with qtbot.waitSignal(page.said, check_params_cb=lambda one: one is not None) as said:
        press(Qt.Key.Key_4)
    assert "key criterion" in said.args[0].title
    assert page._overlay.answers == ()
    press(Qt.Key.Key_Return)
    assert not page.supposing.buttons_by_value[AnswerValue.NA].isEnabled()
    press(Qt.Key.Key_4)
    assert page._overlay.answers == ()


def test_what_is_supposed_goes_over_what_changes(page, opened, qtbot):
    press(Qt.Key.Key_W)
    press(Qt.Key.Key_1)
    before = page._standing
    opened.do(judging.judge, "PPL-1.1", AnswerValue.YES, reason="seen live")
    qtbot.waitUntil(lambda: page._standing != before)
    assert len(page._overlay.answers) == 1


@pytest.mark.parametrize(
    ("key", "name", "glyph"), [("C", "claimed", Glyph.CLAIMED), ("V", "verified", Glyph.VERIFIED)]
)
def test_marks_are_taken_off_and_that_is_remembered(page, desk, key, name, glyph):
    before = {one for one, _ in page._standing.legend}
    press(getattr(Qt.Key, f"Key_{key}"))
    assert glyph not in {one for one, _ in page._standing.legend}
    assert not page.switches.boxes[name].isChecked()
    assert not getattr(Shows.kept_in(desk.settings), name)
    press(getattr(Qt.Key, f"Key_{key}"))
    assert {one for one, _ in page._standing.legend} == before
    assert getattr(Shows.kept_in(desk.settings), name)


def test_every_figure_opens_its_sum(page):
    refs = [
        row.ref for view in (page._ladder, page._bars, page._overall.legend) for row in view._rows()
    ]
    refs += [f"crosswalk:{level}" for level in range(5)]
    assert {"mark:now", "mark:claimed", "mark:debt", "level:0", "level:4"} <= set(refs)
    for ref in refs:
        page.take_apart(ref)
        assert page.arithmetic.isVisible(), ref
        assert page.arithmetic.title.text(), ref
        names = [row.objectName() for row in page.arithmetic.rows]
        assert len(names) == len(set(names)), ref
        press(Qt.Key.Key_Escape)
        assert not page.arithmetic.isVisible()


def test_the_course_of_the_level_is_a_picture_with_its_words(page):
    moments = tuple(
        Moment(date(year, 1, 1), Interval(0, 1), f"January {year}") for year in (2024, 2025, 2026)
    )
    found = Explanation("Previous", "Lead", (PART,), Course(moments, None, PART.sum))
    page.arithmetic.show_figure(found)
    picture = page.arithmetic.findChild(SceneView, "course")
    assert picture.isVisible()
    assert picture.accessibleName() == PART.sum
    press(Qt.Key.Key_Escape)


def test_a_click_on_a_rung_and_enter_in_the_legend_open_sums(page, qtbot):
    chip = next(row for row in page._ladder._rows() if row.ref == "level:1")
    at = QPoint(int(chip.x + 4), int(chip.y + 10))
    qtbot.mouseClick(page._ladder, Qt.MouseButton.LeftButton, pos=at)
    assert page.arithmetic.title.text().startswith("Level 1")
    press(Qt.Key.Key_Escape)
    page._overall.legend.setFocus()
    press(Qt.Key.Key_Return)
    assert page.arithmetic.title.text() == f"Level: {page._standing.headline}"


def test_ctrl_enter_opens_the_finding(page, qtbot, monkeypatch):
    monkeypatch.setattr("ui.pages.PLACES", page.window()._places.values())
    page.take_apart("level:1")
    with qtbot.waitSignal(page.asks_finding) as asked:
        QTest.keyClick(
            QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
    assert asked.args[0] in page.session.snapshot.framework.criterion


def test_without_a_previous_assessment_there_is_no_change_column(page):
    assert not page.switches.offers("previous")
    assert not any(getattr(one, "text", "") == "Change" for one in page._bars.scene().items)
    then = {"SRC": Interval(1, 1), "MON": Interval(1, 1)}
    before = Before("November 2025", Interval(0, 0), then, {"SRC": "−1", "MON": "+1"})
    page._show(replace(page._told, before=before))
    texts = {getattr(one, "text", "") for one in page._bars.scene().items}
    assert {"Change", "−1", "+1"} <= texts
    assert page.switches.offers("previous")
    assert "November 2025: 0" in page._overall.legend.accessibleName()
    press(Qt.Key.Key_P)
    assert not any(getattr(one, "text", "") == "Change" for one in page._bars.scene().items)


def test_the_switch_is_as_wide_as_its_words(page, qtbot):
    press(Qt.Key.Key_W)
    button = page.switches.button
    assert button.text() == "Drop what if"
    qtbot.waitUntil(lambda: button.width() >= button.sizeHint().width())
    qtbot.waitUntil(lambda: button.visibleRegion().boundingRect() == button.rect())


@pytest.fixture
def crosswalk(page):
    return page.findChild(CrosswalkTable)


def painted(table, monkeypatch):
    """What is drawn of a table, without the breaks between lines."""
    texts = []
    kept = QPainter.drawText

    def draw(painter, *given):
        texts.append(given[-1])
        return kept(painter, *given)

    monkeypatch.setattr(QPainter, "drawText", draw)
    table.grab()
    return "".join(texts).replace(" ", "")


def test_in_a_narrow_column_the_crosswalk_shows_all_words(page, crosswalk, qtbot, monkeypatch):
    wide = crosswalk.sizeHint().height()
    page.window().resize(1000, 640)
    qtbot.waitUntil(lambda: crosswalk.height() == crosswalk.sizeHint().height() > wide)
    shown = painted(crosswalk, monkeypatch)
    for row in crosswalk._rows:
        for words in row.others:
            assert words.replace(" ", "") in shown
    foot = QPoint(40, crosswalk.height() - 3)
    qtbot.mouseClick(crosswalk, Qt.MouseButton.LeftButton, pos=foot)
    assert page.arithmetic.isVisible()
    assert "4" in page.arithmetic.title.text()
