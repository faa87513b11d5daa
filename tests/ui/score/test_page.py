"""The Score page by its keys: lists, dimensions, and the way to the interview."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engagements.casework import judging
from engagements.framework.model import AnswerValue
from ui.main_window import MainWindow
from ui.page import Page
from ui.pages import Place
from ui.score.page import ScorePage
from ui.score.reasons import ReasonRow
from ui.theme import Mode, theme


@pytest.fixture
def window(desk, opened, qtbot):
    places = [
        Place("home", "Home", "engagements", "Alt+Home", Page, needs_case=False),
        Place("score", "Score", "score", "Ctrl+Shift+S", ScorePage),
        Place("interview", "Interview", "interview", "Ctrl+Shift+I", Page),
    ]
    one = MainWindow(desk, places)
    qtbot.addWidget(one, before_close_func=lambda w: setattr(w, "_closing", True))
    one.resize(1440, 900)
    one.show()
    qtbot.waitExposed(one)
    one.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is one)
    return one


@pytest.fixture
def page(window, qtbot):
    window.go("score")
    one = window.page("score")
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), ReasonRow), timeout=20_000)
    return one


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


def test_enter_opens_the_criterion(page, qtbot):
    code = page._rows()[0].criterion
    with qtbot.waitSignal(page.asks_criterion) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == [code]


def test_a_dimension_leads_to_what_holds_it(page, qtbot):
    press(Qt.Key.Key_Left)
    assert QApplication.focusWidget() is page._bars
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Right)
    assert QApplication.focusWidget() is page._rows()[0]
    press(Qt.Key.Key_Left)
    code = page._bars.current().partition(":")[2]
    with qtbot.waitSignal(page.asks_criterion) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args[0].startswith(f"{code}-")


def test_the_page_follows_a_change(page, opened, qtbot):
    before = page._standing
    opened.do(judging.judge, "SRC-1.2", AnswerValue.YES, reason="seen live")
    qtbot.waitUntil(lambda: page._standing != before, timeout=20_000)
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


def test_the_theme_may_change_while_it_is_shown(page):
    theme().set_mode(Mode.DARK)
    dark = page.grab().toImage().pixelColor(400, 400)
    theme().set_mode(Mode.LIGHT)
    assert page.grab().toImage().pixelColor(400, 400) != dark
