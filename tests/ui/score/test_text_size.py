"""Score at every text size and in both languages: figures follow, tables find room."""

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engagements import language
from tests.ui.figures.test_text_size import sound, texts
from ui.figures.upright import NAME
from ui.theme import theme


@pytest.fixture(params=["en", "de"])
def spoken(request):
    language.speak(request.param)
    yield request.param
    language.speak("en")


def every_size(window):
    """The window at every text size, wide and narrow."""
    for scale, size in product((90, 100, 130), ((1440, 900), (1280, 800))):
        theme().set_scale(scale)
        window.resize(*size)
        yield scale


def sized(page, scale):
    """Whether the ladder's names are as large as the text size says."""
    names = {step.name for step in page._standing.ladder.steps}
    found = {one.size for one in texts(page._ladder.scene()) if one.text in names}
    return found == {round(NAME.size * scale / 100)}


def test_figures_keep_every_word_apart_and_inside(spoken, page, window, qtbot):
    for scale in every_size(window):
        qtbot.waitUntil(lambda scale=scale: sized(page, scale))
        for view in (page._ladder, page._bars, page._overall.legend):
            qtbot.waitUntil(lambda view=view: view.scene().width == view.width())
            sound(view.scene(), view.width(), view.height())


@pytest.mark.parametrize("table", [False, True], ids=["figures", "tables"])
def test_no_card_is_wider_than_its_column(spoken, page, window, qtbot, table):
    if table:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_T)

    def fits(column):
        return column.isHidden() or column.widget().width() <= column.viewport().width()

    columns = page._columns
    for _scale in every_size(window):
        for column in (columns.left, columns.centre, columns.right):
            qtbot.waitUntil(lambda column=column: fits(column))


def test_tables_without_room_side_by_side_stand_one_above_the_other(page, window, qtbot):
    window.resize(1440, 900)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_T)
    dimensions, ladder = page._dimensions.table, page._overall.table
    qtbot.waitUntil(ladder.isVisible)
    assert page._columns.left.isAncestorOf(ladder)
    theme().set_scale(130)
    qtbot.waitUntil(lambda: page._columns.centre.isAncestorOf(ladder))
    assert QApplication.focusWidget() is dimensions
    assert page._columns.left.isHidden()
    for table in (ladder, dimensions):
        qtbot.waitUntil(lambda table=table: table.horizontalScrollBar().maximum() == 0)
        assert table.isVisible()
    theme().set_scale(100)
    qtbot.waitUntil(lambda: page._columns.left.isAncestorOf(ladder))
    assert QApplication.focusWidget() is dimensions
    assert page._columns.left.isVisible()
