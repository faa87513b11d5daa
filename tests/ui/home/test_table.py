from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from engagements import library
from ui.home.rows import Lines, Row, day_words, moment_words, shown
from ui.home.table import COLUMNS, ROW_ROLE, EngagementTable

TODAY = date(2026, 11, 24)
ROWS = [
    Row(Path("a.plumb"), "Alba", "Pricing", low=0, high=1, target=3, answered=3, total=59),
    Row(Path("b.plumb"), "Brae", condition="damaged"),
]


@pytest.fixture
def table(qapp):
    model = EngagementTable()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Warning, model
    )
    model.show_rows(ROWS)
    yield model
    del tester


def test_every_cell_has_words(table):
    for line in range(table.rowCount()):
        for column in range(table.columnCount()):
            assert table.data(table.index(line, column))


def test_a_level_is_read_aloud_with_what_is_possible(table):
    words = table.data(table.index(0, 2), Qt.ItemDataRole.AccessibleTextRole)
    assert words == "level 0, possibly 1"
    assert table.data(table.index(1, 2)) == "not known"
    assert Row(Path("c.plumb"), "Cale", total=59).level_words == "not yet scored"


def test_a_damaged_file_says_so(table):
    assert "Damaged" in table.data(table.index(1, 0))


def test_columns_have_titles(table):
    across = Qt.Orientation.Horizontal
    titles = [table.headerData(n, across) for n in range(table.columnCount())]
    assert titles == [column.title for column in COLUMNS]


def test_the_same_files_in_the_same_order_change_only_their_data(table, qtbot):
    fresh = [Row(Path("a.plumb"), "Alba", answered=4, total=59), ROWS[1]]
    with qtbot.assertNotEmitted(table.modelReset), qtbot.waitSignal(table.dataChanged):
        table.show_rows(fresh)
    assert table.index(0, 0).data(ROW_ROLE).answered == 4


def test_the_same_rows_change_nothing(table, qtbot):
    with qtbot.assertNotEmitted(table.dataChanged), qtbot.assertNotEmitted(table.modelReset):
        table.show_rows(list(ROWS))


def test_other_files_replace_all(table, qtbot):
    with qtbot.waitSignal(table.modelReset):
        table.show_rows(ROWS[1:])
    assert table.line_of(Path("b.plumb")) == 0
    assert table.line_of(Path("a.plumb")) == -1


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (None, "No date"),
        (TODAY, "Today"),
        (date(2026, 11, 25), "Tomorrow"),
        (date(2026, 12, 1), "Tue 1 Dec"),
        (date(2027, 1, 11), "Mon 11 Jan"),
        (date(2027, 11, 2), "2 Nov 2027"),
        (date(2025, 12, 12), "12 Dec 2025"),
    ],
)
def test_a_day_in_words(day, words):
    assert day_words(day, TODAY) == words


def test_a_moment_has_its_time():
    assert moment_words(datetime(2026, 11, 24, 14, 0), TODAY) == "Today, 14:00"


def test_a_row_of_the_library_in_words():
    row = library.Row(
        "/x/halden.plumb",
        client="Halden",
        status="fieldwork",
        next_day="2026-11-24",
        next_for="interview",
        next_number=6,
        interviews=8,
    )
    told = shown(row, TODAY)
    assert (told.when, told.what, told.soon) == ("Today", "Interview 6 of 8", True)
    assert told.step[0] == "interview"


def test_a_file_without_a_client_goes_by_its_name():
    assert shown(library.Row("/x/halden.plumb", "locked"), TODAY).name == "halden"


def test_only_what_is_looked_at_is_put_into_words():
    asked = []

    def words(found, today):
        asked.append((found.path.name, today))
        return found

    lines = Lines(ROWS, words, TODAY)
    assert len(lines) == 2
    assert lines.paths == ["a.plumb", "b.plumb"]
    assert asked == []
    assert lines[1] is lines[-1] is ROWS[1]
    assert asked == [("b.plumb", TODAY)]
    assert lines[:] == tuple(ROWS)
    with pytest.raises(IndexError):
        lines[2]


def test_the_same_rows_on_another_day_are_said_anew():
    def words(found, _today):
        return found

    assert Lines(ROWS, words, TODAY).says_same(Lines(ROWS, words, TODAY))
    assert not Lines(ROWS, words, TODAY).says_same(Lines(ROWS, words, date(2026, 11, 25)))
    assert not Lines(ROWS, words, TODAY).says_same(Lines(ROWS[:1], words, TODAY))
