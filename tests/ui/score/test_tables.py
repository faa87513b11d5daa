"""Score with tables in place of its figures: by key, by switch, remembered, walked and opened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engagements.framework.model import AnswerValue
from ui.main_window import MainWindow
from ui.pages import Place
from ui.score.page import ScorePage
from ui.score.reasons import ReasonRow
from ui.score.shows import Shows


def press(key):
    QTest.keyClick(QApplication.focusWidget(), key)


@pytest.fixture
def tables(page, qtbot):
    """The two tables, shown."""
    press(Qt.Key.Key_T)
    found = (page._overall.table, page._dimensions.table)
    qtbot.waitUntil(lambda: all(one.isVisible() for one in found))
    return found


def test_t_shows_tables_and_t_again_the_figures(page, tables, desk):
    assert not page._ladder.isVisible()
    assert not page._bars.isVisible()
    assert page.switches.boxes["table"].isChecked()
    assert Shows.kept_in(desk.settings).table
    assert isinstance(QApplication.focusWidget(), ReasonRow)
    press(Qt.Key.Key_T)
    assert not any(one.isVisible() for one in tables)
    assert page._ladder.isVisible()
    assert page._bars.isVisible()
    assert not Shows.kept_in(desk.settings).table


def test_the_switch_does_the_same_and_says_its_key(page, qtbot):
    box = page.switches.boxes["table"]
    assert "(T)" in box.toolTip()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page._dimensions.table.isVisible)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page._bars.isVisible)


def test_the_choice_is_there_when_the_program_starts_again(desk, opened, qtbot):
    Shows(table=True).keep_in(desk.settings)
    one = MainWindow(desk, [Place("score", "Score", "score", "Ctrl+Shift+S", ScorePage)])
    qtbot.addWidget(one, before_close_func=lambda w: setattr(w, "_closing", True))
    one.show()
    qtbot.waitExposed(one)
    one.go("score")
    again = one.page("score")
    qtbot.waitUntil(lambda: again._dimensions.table.rows.rowCount() > 0)
    assert again._dimensions.table.isVisible()
    assert not again._bars.isVisible()
    assert again.switches.boxes["table"].isChecked()


def test_marks_are_on_and_tables_off_until_somebody_chooses(desk):
    assert Shows.kept_in(desk.settings) == Shows(True, True, True, False)


def test_focus_and_row_go_over_to_the_table_and_back(page, qtbot):
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Down)
    here = page._bars.current()
    press(Qt.Key.Key_T)
    table = page._dimensions.table
    assert QApplication.focusWidget() is table
    assert table.current() == here
    press(Qt.Key.Key_Down)
    there = table.current()
    assert there != here
    press(Qt.Key.Key_T)
    assert QApplication.focusWidget() is page._bars
    assert page._bars.current() == there


def test_enter_on_a_row_opens_the_sum_behind_it(page, tables):
    ladder, dimensions = tables
    dimensions.setFocus()
    press(Qt.Key.Key_Down)
    code = dimensions.current().partition(":")[2]
    name = page.session.snapshot.framework.dimension[code].name
    press(Qt.Key.Key_Return)
    assert page.arithmetic.isVisible()
    assert page.arithmetic.title.text().startswith(f"{name}: ")
    press(Qt.Key.Key_Escape)
    ladder.setFocus()
    ladder.point("level:2")
    press(Qt.Key.Key_Return)
    assert page.arithmetic.title.text().startswith("Level 2: ")


def test_a_level_walked_to_shows_its_sum_under_the_table(page, tables):
    ladder = tables[0]
    ladder.setFocus()
    assert ladder.current() == f"level:{page._standing.working_on}"
    press(Qt.Key.Key_Up)
    level = int(ladder.current().partition(":")[2])
    assert level == page._standing.working_on + 1
    assert page._overall.sum.text() == page._standing.rungs[level].sum


def test_the_way_from_table_to_reasons_and_back(page, tables):
    dimensions = tables[1]
    press(Qt.Key.Key_Left)
    assert QApplication.focusWidget() is dimensions
    for _ in range(dimensions.rows.columnCount()):
        press(Qt.Key.Key_Right)
    assert QApplication.focusWidget() is page._rows()[0]


def test_keys_of_the_page_reach_it_from_a_table(page, tables, desk):
    dimensions = tables[1]
    dimensions.setFocus()
    at = dimensions.current()
    press(Qt.Key.Key_C)
    assert not Shows.kept_in(desk.settings).claimed
    titles = [one.title for one in dimensions.rows.shown.columns]
    assert "Claimed" not in titles
    assert dimensions.current() == at
    press(Qt.Key.Key_W)
    assert page.band.isVisible()
    page.presenter.suppose("SRC-1.2", AnswerValue.YES)
    assert "Supposed" in [one.title for one in dimensions.rows.shown.columns]
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Escape)
    assert not page.band.isVisible()
    assert dimensions.current() == at


def test_tab_leaves_a_table(page, tables):
    for table in tables:
        table.setFocus()
        press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is not table


def test_a_screen_reader_finds_a_table_with_headers(page, tables):
    for table in tables:
        spoken = QAccessible.queryAccessibleInterface(table)
        names = [spoken.child(at).text(QAccessible.Text.Name) for at in range(spoken.childCount())]
        assert spoken.role() is QAccessible.Role.Table
        for number, column in enumerate(table.rows.shown.columns):
            assert column.title in names
            for row in table.rows.shown.rows:
                assert f"{column.title}: {row.cells[number].spoken}" in names
        assert table.accessibleName().endswith("as a table")


def test_t_is_in_the_key_map_and_the_status_bar_says_what_it_does(page):
    assert ("T",) in [one.keys for one in page.key_map()]
    before = next(one.words for one in page.hints() if one.keys == ("T",))
    press(Qt.Key.Key_T)
    after = next(one.words for one in page.hints() if one.keys == ("T",))
    assert (before, after) == ("table", "figures")


@pytest.mark.parametrize("size", [(1440, 900), (1280, 800)])
def test_the_row_walked_to_is_in_view(page, window, tables, qtbot, size):
    window.resize(*size)
    columns = (page._columns.left, page._columns.centre)
    for table in tables:
        column = next(one for one in columns if one.isAncestorOf(table))
        table.setFocus()
        for _ in range(table.rows.rowCount()):
            QTest.keyClick(table, Qt.Key.Key_Down)
        last = table.area()
        at = table.mapTo(column.viewport(), last.bottomLeft())
        qtbot.waitUntil(lambda at=at, column=column: at.y() <= column.viewport().height())


def test_nothing_of_a_closed_engagement_stays(page, session, tables, qtbot):
    with qtbot.waitSignal(session.case_changed):
        session.close()
    assert [one.rows.rowCount() for one in tables] == [0, 0]
