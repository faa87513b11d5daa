"""A figure as a table: walked by cell, left at its edges, letters and digits left to the page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.figures.rows import Cell, Column, Row, Rows, RowsModel, known, without_empty
from ui.figures.table import PAD, Table
from ui.figures.widths import Need, widths
from ui.theme import theme

COLUMNS = (Column("Dimension"), Column("Level", number=True), Column("Target", number=True))
NAMES = ("Source control & reproducibility", "Data", "People, culture & ways of working")


def rows(level=1):
    return Rows(
        COLUMNS,
        tuple(
            Row(f"dimension:{at}", (Cell(name), known(level + at), known(3)))
            for at, name in enumerate(NAMES)
        ),
        "Three dimensions",
    )


class Page(QWidget):
    """A table between two buttons; notes the keys that reach it."""

    def __init__(self):
        super().__init__()
        self.keys = []
        self.table = Table("figures", "Dimensions as a table")
        row = QHBoxLayout(self)
        self.before, self.after = QPushButton("before"), QPushButton("after")
        for one in (self.before, self.table, self.after):
            row.addWidget(one)

    def keyPressEvent(self, event):  # noqa: N802
        self.keys.append(Qt.Key(event.key()))


@pytest.fixture
def page(qtbot):
    one = Page()
    qtbot.addWidget(one)
    one.resize(700, 400)
    one.table.show_rows(rows())
    one.show()
    qtbot.waitExposed(one)
    one.activateWindow()
    one.table.setFocus()
    qtbot.waitUntil(one.table.hasFocus)
    return one


def press(page, *keys):
    for key in keys:
        QTest.keyClick(page.table, key)


def test_the_model_is_sound_and_says_each_value_with_its_header():
    model = RowsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(rows())
    spoken = model.data(model.index(1, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Level: 2"
    model.show_rows(rows(2))
    assert model.data(model.index(1, 1)) == "3"
    model.show_rows(Rows(COLUMNS[:2], tuple(Row(r.ref, r.cells[:2]) for r in rows().rows)))
    assert model.columnCount() == 2


def test_a_cell_that_is_shortened_is_read_in_full():
    model = RowsModel()
    cell = Cell("SRC-1.2 +1", whole="SRC-1.2 and PPL-1.1")
    model.show_rows(Rows((Column("What blocks"),), (Row("level:1", (cell,)),)))
    at = model.index(0, 0)
    assert model.data(at) == "SRC-1.2 +1"
    assert model.data(at, Qt.ItemDataRole.AccessibleTextRole) == "What blocks: SRC-1.2 and PPL-1.1"
    assert "SRC-1.2 and PPL-1.1" in model.data(at, Qt.ItemDataRole.ToolTipRole)


def test_columns_without_a_value_are_left_out():
    table = Rows(COLUMNS, (Row("a", (Cell("x"), known(None), known(None))),))
    kept = without_empty(table, 2)
    assert [one.title for one in kept.columns] == ["Dimension", "Level"]
    assert [len(row.cells) for row in kept.rows] == [2]
    assert without_empty(rows(), 1) == rows()


def test_arrows_walk_cells_and_leave_at_every_edge(page, qtbot):
    table = page.table
    assert table.current() == "dimension:0"
    press(page, Qt.Key.Key_Up)
    press(page, Qt.Key.Key_Left)
    assert page.keys == [Qt.Key.Key_Up, Qt.Key.Key_Left]
    with qtbot.waitSignal(table.pointed) as pointed:
        press(page, Qt.Key.Key_Down)
    assert pointed.args == ["dimension:1"]
    press(page, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 2)
    assert len(page.keys) == 2
    press(page, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert page.keys[2:] == [Qt.Key.Key_Right, Qt.Key.Key_Down]
    assert table.current() == "dimension:2"


def test_letters_and_digits_are_the_pages(page):
    keys = [Qt.Key.Key_P, Qt.Key.Key_D, Qt.Key.Key_T, Qt.Key.Key_1, Qt.Key.Key_5, Qt.Key.Key_Slash]
    press(page, *keys)
    assert page.keys == keys
    assert page.table.current() == "dimension:0"


def test_enter_and_a_double_click_choose_the_row(page, qtbot):
    with qtbot.waitSignal(page.table.asked) as asked:
        press(page, Qt.Key.Key_Return)
    assert asked.args == ["dimension:0"]
    place = page.table.visualRect(page.table.rows.index(2, 1)).center()
    viewport = page.table.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(page.table.asked) as asked:
        QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place)  # it leaves it held
    assert asked.args == ["dimension:2"]


def test_tab_leaves_it_both_ways(page, qtbot):
    press(page, Qt.Key.Key_Tab)
    qtbot.waitUntil(page.after.hasFocus)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(page.before.hasFocus)


def test_it_shows_where_the_focus_is(page, qtbot):
    focused = page.table.grab().toImage()
    page.after.setFocus()
    qtbot.waitUntil(page.after.hasFocus)
    assert page.table.grab().toImage() != focused


def test_other_values_leave_the_reader_in_place(page):
    press(page, Qt.Key.Key_Down, Qt.Key.Key_Right)
    page.table.show_rows(rows(2))
    assert page.table.current() == "dimension:1"
    fewer = rows()
    page.table.show_rows(Rows(fewer.columns, fewer.rows[1:], fewer.about))
    assert page.table.current() == "dimension:1"
    assert page.table.currentIndex().column() == 1


@pytest.mark.parametrize("scale", [90, 100, 130])
@pytest.mark.parametrize("width", [700, 330])
def test_every_word_has_room_at_every_text_size(page, qtbot, scale, width):
    from PySide6.QtGui import QFontMetrics

    theme().set_scale(scale)
    page.resize(width, 500)
    table = page.table
    qtbot.waitUntil(lambda: table.font().pixelSize() == theme().font("small").pixelSize())
    fonts = QFontMetrics(table.font())
    for at, row in enumerate(table.rows.shown.rows):
        for number, cell in enumerate(row.cells):
            longest = max(fonts.horizontalAdvance(word) for word in cell.text.split())
            assert table.columnWidth(number) >= longest + 2 * PAD
        assert table.rowHeight(at) >= theme().line("small")
    qtbot.waitUntil(lambda: table.minimumHeight() >= table.verticalHeader().length())


@given(
    st.lists(
        st.tuples(st.integers(10, 90), st.integers(0, 200), st.booleans()), min_size=1, max_size=9
    ),
    st.integers(50, 1500),
)
def test_columns_are_never_narrower_than_their_longest_word(found, room):
    needs = [Need(least, least + more, grows) for least, more, grows in found]
    given_out = widths(needs, room)
    assert all(width >= one.least for width, one in zip(given_out, needs, strict=True))
    if sum(one.least for one in needs) <= room and (
        any(one.grows for one in needs) or sum(one.whole for one in needs) > room
    ):
        assert sum(given_out) == room


def test_the_font_changes_with_the_theme_without_a_row_lost(page, qapp):
    theme().set_scale(130)
    qapp.sendEvent(page.table, QEvent(QEvent.Type.FontChange))
    heights = [page.table.rowHeight(at) for at in range(3)]
    assert min(heights) >= theme().scaled(20)
