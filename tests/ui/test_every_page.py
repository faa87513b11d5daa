"""Rules that hold on every page of the real window, with the sample open."""

from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from tests.ui.keyboard import before_in_layout, focusable, represented, round_trip
from tests.ui.windows import at_rest, shown
from ui.main_window import MainWindow
from ui.pages import PLACES
from ui.theme import Mode, theme

PAGES = [place.name for place in PLACES]


class Watcher(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def eventFilter(self, watched, event):  # noqa: N802
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and watched.isWindow() and not isinstance(watched, MainWindow):
            self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.mark.parametrize("name", PAGES)
def test_what_takes_the_focus_has_a_name(window, name, qtbot):
    shown(window, name, qtbot)
    nameless = [
        f"{type(one).__name__} {one.objectName()}"
        for one in focusable(window)
        if not one.accessibleName() and not one.property("text")
    ]
    assert nameless == []


@pytest.mark.parametrize("name", PAGES)
def test_nothing_flashes_as_a_window_of_its_own(window, name, qtbot, qapp):
    watcher = Watcher()
    qapp.installEventFilter(watcher)
    try:
        shown(window, name, qtbot)
    finally:
        qapp.removeEventFilter(watcher)
    assert watcher.seen == []


@pytest.mark.parametrize("name", PAGES)
def test_no_label_guesses_rich_text(window, name, qtbot):
    shown(window, name, qtbot)
    for label in window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText, label.text()
    for editor in window.findChildren(QTextEdit):
        assert not editor.acceptRichText()


@pytest.mark.parametrize("name", PAGES)
def test_object_names_are_unique(window, name, qtbot):
    shown(window, name, qtbot)
    names = [
        one.objectName()
        for one in window.findChildren(QWidget)
        if one.isVisible() and one.objectName() and not one.objectName().startswith("qt_")
    ]
    assert [name for name, count in Counter(names).items() if count > 1] == []
    assert [type(one).__name__ for one in focusable(window) if not one.objectName()] == []


@pytest.mark.parametrize("name", PAGES)
def test_tab_reaches_every_enabled_control_once_in_the_order_of_the_layout(window, name, qtbot):
    page = shown(window, name, qtbot)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    first = page.first_focus()
    if first is not None:
        first.setFocus()
    way = round_trip(window)
    left_out = [
        one.objectName() or type(one).__name__
        for one in focusable(window)
        if one.isEnabled() and represented(one) not in way
    ]
    assert left_out == []
    turned = [
        (one.objectName(), other.objectName())
        for one, other in pairwise(way)
        if page.isAncestorOf(one) and page.isAncestorOf(other) and not before_in_layout(one, other)
    ]
    assert turned == []


@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_keys_and_says_them(window, name, qtbot):
    page = shown(window, name, qtbot)
    assert page.key_map()
    assert len(page.hints()) <= 4
    for keys in (*page.key_map(), *page.hints()):
        assert keys.keys
        assert keys.words
        assert not keys.words.endswith(".")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("size", [(1440, 900), (1280, 800)], ids=["wide", "narrow"])
def test_a_page_asks_for_no_more_room_than_there_is(window, name, size, qtbot):
    window.resize(*size)
    page = shown(window, name, qtbot)
    assert page.minimumSizeHint().width() <= size[0] - 84
    assert page.minimumSizeHint().height() <= size[1] - 82
    assert (window.width(), window.height()) == size


@pytest.mark.parametrize("name", PAGES)
def test_a_theme_switch_repaints_every_page(window, name, qtbot):
    shown(window, name, qtbot)
    day = window.grab().toImage()
    theme().set_mode(Mode.DARK)
    night = window.grab().toImage()
    points = [(20, 400), (700, 30), (700, 880), (1420, 600)]
    for x, y in points:
        assert day.pixelColor(x, y).lightness() > night.pixelColor(x, y).lightness(), (x, y)


def test_lists_show_where_the_focus_is(window, qtbot):
    for name in PAGES:
        shown(window, name, qtbot)
        for view in window.findChildren(QAbstractItemView):
            if view.isVisible() and view.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert view.accessibleName(), view.objectName()


SEARCHED = {
    "home": ("search", "Halden"),
    "findings": ("search", "drift"),
    "evidence": ("search", "model"),
    "metrics": ("search", "deploy"),
    "history": ("history-search", "answer"),
    "history, criterion": ("history-criterion", "SRC"),
}


@pytest.mark.parametrize("place", SEARCHED)
@pytest.mark.parametrize("typed", [True, False], ids=["typed", "blank"])
def test_down_goes_from_a_search_to_its_list(window, place, typed, qtbot):
    name, words = SEARCHED[place]
    page = shown(window, place.partition(",")[0], qtbot)
    edit = next(one for one in window.findChildren(QLineEdit, name) if one.isVisible())
    edit.setFocus()
    if typed:
        QTest.keyClicks(edit, words)
        at_rest(window, qtbot)
    QTest.keyClick(edit, Qt.Key.Key_Down)
    here = QApplication.focusWidget()
    assert here is page.first_focus()
    assert here.isVisible()
    if isinstance(here, QAbstractItemView):
        assert here.currentIndex().isValid()
    if typed:
        edit.setFocus()
        QTest.keyClicks(edit, "zzzz")
        at_rest(window, qtbot)
        QTest.keyClick(edit, Qt.Key.Key_Down)
        assert QApplication.focusWidget() in (edit, here)
        assert QApplication.focusWidget().isVisible()


def test_no_key_of_a_page_is_taken_by_the_window_as_well(window, qtbot):
    for name in PAGES:
        shown(window, name, qtbot)
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    for name in PAGES:
        window.go(name)
        able = [
            one.key().toString()
            for one in window.findChildren(QShortcut, options=direct)
            if one.isEnabled()
        ]
        here = {one.key().toString() for one in window.page(name).findChildren(QShortcut)}
        assert here & {*able} == set(), name
