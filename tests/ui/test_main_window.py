import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engagements.casework import interviewing
from engagements.casework.case import Case
from engagements.framework.model import AnswerValue
from engagements.problem import Problem
from engagements.records import Answer, Interview
from engagements.records.people import ROOM
from tests.ui.windows import windowed
from ui.main_window import MainWindow
from ui.page import Keys, Page
from ui.pages import Place
from ui.session import SaveState
from ui.theme import Mode, theme
from ui.widgets.labels import TextBlock

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Plain(Page):
    """A page that keeps a diary."""

    named = "Plain"

    def __init__(self, desk):
        super().__init__(desk)
        self.diary = []
        self.edit = QLineEdit()
        self.other = QPushButton("Other")
        self.secret = False
        column = QVBoxLayout(self)
        column.addWidget(self.edit)
        column.addWidget(self.other)

    def crumb(self):
        return (self.named,)

    def hints(self):
        return (Keys(("Tab",), "edit" if self.edit.hasFocus() else "elsewhere"),)

    def panes(self):
        return (self.edit, self.other)

    def first_focus(self):
        return self.edit

    def entered(self):
        self.diary.append("entered")

    def left(self):
        self.diary.append("left")

    def case_opened(self):
        self.diary.append("case")

    def snapshot_changed(self, change):
        self.diary.append(change.action)

    def may_name(self, record):
        return not self.secret


class Second(Plain):
    named = "Second"


@pytest.fixture
def window(desk, qtbot):
    places = [
        Place("home", "Home", "engagements", "Alt+Home", Plain, needs_case=False),
        Place("interview", "Interview", "interview", "Ctrl+Shift+I", Second, ("answer",)),
    ]
    one = windowed(desk, qtbot, places)
    one.go("home")
    return one


def words_of(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_a_page_that_needs_an_engagement_waits_for_one(window):
    assert not window.rail.item("interview").isEnabled()
    assert window.rail.item("interview").toolTip() == "Open an engagement first"
    QTest.keyClick(window, Qt.Key.Key_I, CTRL | SHIFT)
    assert window.current is window.page("home")
    assert window.message.words().startswith("Open an engagement first.")


def test_keys_go_to_pages_and_pages_hear_of_it(window, opened):
    QTest.keyClick(window, Qt.Key.Key_I, CTRL | SHIFT)
    assert window.current is window.page("interview")
    assert window.page("home").diary[-1] == "left"
    assert window.page("interview").diary == ["case", "entered"]
    assert window.windowTitle() == "Second – Plumbline"
    QTest.keyClick(window, Qt.Key.Key_Home, ALT)
    assert window.current is window.page("home")


def test_closing_the_engagement_leads_home(window, opened, qtbot):
    window.go("interview")
    with qtbot.waitSignal(opened.case_changed):
        opened.close()
    assert window.current is window.page("home")


def test_the_hints_follow_the_focus(window, qtbot):
    page = window.page("home")
    page.edit.setFocus()
    qtbot.waitUntil(lambda: {"edit", "all keys"} <= set(words_of(window.status)))
    page.other.setFocus()
    qtbot.waitUntil(lambda: {"elsewhere", "all keys"} <= set(words_of(window.status)))
    assert "edit" not in words_of(window.status)


def test_f6_walks_the_panes(window):
    page = window.page("home")
    page.edit.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert page.other.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert page.edit.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_F6, SHIFT)
    assert page.other.hasFocus()


def test_f1_lists_the_keys_and_esc_brings_the_focus_back(window):
    page = window.page("home")
    page.edit.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F1)
    key_map = window.findChild(object, "key-map")
    assert key_map.isVisible()
    assert "Everywhere" in words_of(key_map)
    assert "Quit Plumbline" in [one.text() for one in key_map.findChildren(TextBlock)]
    assert window.rect().contains(key_map.geometry())
    QTest.keyClick(key_map, Qt.Key.Key_Escape)
    assert not key_map.isVisible()
    assert page.edit.hasFocus()


def test_the_theme_switch_goes_round_and_is_kept(window, desk):
    modes = []
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_L, CTRL | SHIFT)
        modes.append(theme().mode)
    assert set(modes) == set(Mode)
    assert desk.settings.value("theme") == theme().mode.value


def test_the_bob_hangs_at_the_page_on_screen(window, opened):
    window.go("interview")
    item = window.rail.item("interview")
    assert item.isChecked()
    assert item.geometry().top() < window.rail.property("hang") < item.geometry().bottom()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (SaveState("ready"), "Ready"),
        (SaveState("saving"), "Saving"),
        (SaveState("unsaved"), "Not saved, retrying. Copy kept in memory"),
    ],
)
def test_the_status_bar_says_how_saving_stands(window, state, words):
    window.status.show_state(state)
    assert window.status.saved_words() == words


def answer(session, value):
    interview = session.snapshot.of(Interview)[0]
    voice = interview.people[0] if len(interview.people) == 1 else ROOM
    return Answer.of("SRC-1.1", interview.id, AnswerValue(value), voice=voice)


def test_saved_is_shown_with_the_time_of_the_commit(window, opened, qtbot):
    with qtbot.waitSignal(opened.changed) as told:
        opened.do(interviewing.record_answer, answer(opened, "no"))
    assert window.status.saved_words() == f"Saved {told.args[0].saved_at:%H:%M:%S}"


def test_undo_names_the_answer_goes_to_its_page_and_then_acts(window, opened, qtbot):
    given = answer(opened, "no")
    before = opened.snapshot.get(Answer, given.id)
    with qtbot.waitSignal(opened.changed):
        opened.do(interviewing.record_answer, given)
    assert "Ctrl+Z undoes “No” on SRC-1.1" in words_of(window.status)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert window.current is window.page("interview")
    assert opened.snapshot.get(Answer, given.id) == given
    with qtbot.waitSignal(opened.changed):
        QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert opened.snapshot.get(Answer, given.id) == before
    with qtbot.waitSignal(opened.changed):
        QTest.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert opened.snapshot.get(Answer, given.id) == given


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_key_opens_the_menu_of_a_field(window):
    window.page("home").edit.setFocus()
    QTest.keyClick(window.page("home").edit, Qt.Key.Key_F10, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


def test_a_page_may_keep_the_undo_hint_silent(window, opened, qtbot):
    window.page("home").secret = True
    with qtbot.waitSignal(opened.changed):
        opened.do(interviewing.record_answer, answer(opened, "no"))
    assert not any("SRC-1.1" in words for words in words_of(window.status))


def test_a_message_is_shown_plain_and_can_be_closed(window):
    window.current.say(Problem("<b>Title</b>", "<img src=x> advice"))
    assert window.message.words() == "<b>Title</b> <img src=x> advice"
    QTest.mouseClick(window.message.findChild(object, "message-close"), Qt.MouseButton.LeftButton)
    assert window.message.words() == ""


def test_closing_writes_drafts_and_waits_for_the_last_commit(window, opened, qtbot):
    order = []
    opened.do(lambda _case: order.append("written"))
    window.close()
    assert window.isVisible()
    assert window.page("home").diary[-1] == "left"
    qtbot.waitUntil(lambda: not window.isVisible())
    assert order == ["written"]
    assert opened.case is None


def test_the_ring_is_shown_for_the_keyboard_and_follows(window, qtbot):
    page = window.page("home")
    window.activateWindow()
    page.edit.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.edit)
    QTest.keyClick(window, Qt.Key.Key_Tab)
    ring = window.ring
    assert QApplication.focusWidget() is page.other
    assert ring.target() is page.other
    assert ring.isVisible()
    page.other.hide()
    assert ring.target() is not page.other


def test_the_ring_is_put_away_by_a_click_until_the_next_key(window, qtbot):
    page, ring = window.page("home"), window.ring
    window.activateWindow()
    page.other.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # as buttons here have it
    page.other.setFocus()
    qtbot.waitUntil(ring.isVisible)
    native, there = window.windowHandle(), page.edit.mapTo(window, page.edit.rect().center())
    at = page.other.mapTo(window, page.other.rect().center())
    QTest.mouseClick(native, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert (ring.target(), ring.isVisible()) == (None, False)
    QTest.keyClick(native, Qt.Key.Key_Shift)
    assert (ring.target(), ring.isVisible()) == (page.other, True)
    QTest.mouseClick(native, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, there)
    page.other.setFocus()  # as a page does that a click led to
    assert (ring.target(), ring.isVisible()) == (None, False)


def test_f9_says_where_client_safe_view_is_to_be_had(window):
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert "is for an interview" in window.message.words()


def test_the_window_remembers_its_size(desk, qtbot):
    def small():
        one = MainWindow(
            desk, [Place("home", "Home", "engagements", "Alt+Home", Plain, needs_case=False)]
        )
        qtbot.addWidget(one, before_close_func=lambda w: setattr(w, "_closing", True))
        one.setMinimumSize(100, 100)  # the offscreen screen is a small one
        return one

    first, second = small(), small()
    first.resize(720, 560)
    first.close()
    second.restore(second.desk.settings)
    assert (second.width(), second.height()) == (720, 560)


def test_what_cannot_be_saved_is_not_lost_by_closing(window, opened, qtbot, tmp_path, monkeypatch):
    full = []

    def write(_case, _key, text):
        full.append(text)
        raise Problem("The drive is full.", "Make room.")

    opened.do(write, "note/1", "words nobody can repeat", keep="note/1")
    qtbot.waitUntil(lambda: opened.unsaved)
    assert window.status.saved_words().startswith("Not saved")
    window.close()
    assert window.isVisible()
    assert "not saved yet" in window.message.words()
    target = tmp_path / "kept.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    QTest.mouseClick(window.status.findChild(QPushButton, "rescue"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: target.exists() and target.read_text() == "words nobody can repeat")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_a_fault_is_told_calmly_and_drafts_are_written(window):
    window.say_fault()
    assert window.message.words().startswith("Something in Plumbline went wrong.")
    assert window.page("home").diary[-1] == "left"


def test_a_copy_is_saved_while_the_engagement_is_open(window, opened, tmp_path, qtbot, monkeypatch):
    target = tmp_path / "copy"
    monkeypatch.setattr(
        "PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_: (str(target), "")
    )
    assert window.rail.findChild(QWidget, "rail-copy").isEnabled()
    QTest.keyClick(window, Qt.Key.Key_C, CTRL | SHIFT)
    qtbot.waitUntil(lambda: "The copy is saved as copy.plumb." in window.message.words())
    copy = Case.open(target.with_suffix(".plumb"), author="colleague", read_only=True)
    try:
        assert copy.snapshot.heads == opened.snapshot.heads
    finally:
        copy.close()


def test_a_copy_replaces_nothing_it_was_not_told_to(window, opened, tmp_path, monkeypatch):
    other = tmp_path / "halden v1.2.plumb"
    other.write_bytes(b"another engagement")
    monkeypatch.setattr(
        "PySide6.QtWidgets.QFileDialog.getSaveFileName",
        lambda *_: (str(tmp_path / "halden v1.2"), ""),
    )
    QTest.keyClick(window, Qt.Key.Key_C, CTRL | SHIFT)
    assert window.message.words().startswith("halden v1.2.plumb is there already.")
    assert other.read_bytes() == b"another engagement"


def test_a_copy_over_the_open_engagement_is_refused(window, opened, qtbot, monkeypatch):
    before = opened.snapshot
    monkeypatch.setattr(
        "PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_: (str(opened.path), "")
    )
    QTest.keyClick(window, Qt.Key.Key_C, CTRL | SHIFT)
    qtbot.waitUntil(window.message.isVisible)
    assert "saved as" not in window.message.words()
    assert opened.snapshot is before


def test_no_copy_without_an_engagement(window):
    assert not window.rail.findChild(QWidget, "rail-copy").isEnabled()
    QTest.keyClick(window, Qt.Key.Key_C, CTRL | SHIFT)
    assert window.message.words().startswith("Open an engagement first.")


def test_a_message_that_stays_outlasts_the_page(window, opened):
    window.message.show_problem(Problem("Safe mode."), stays=True)
    window.current.say(None)
    window.go("interview")
    assert window.message.words() == "Safe mode."
    window.current.say(Problem("Something else."))
    window.go("home")
    assert window.message.words() == ""


def test_a_window_can_be_closed_before_it_is_furnished(qtbot):
    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    assert window.close()
    assert not window.isVisible()


def test_a_button_that_vanishes_on_being_pressed_leaves_the_keys_to_its_page(window, qtbot):
    page = window.current
    page.edit.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    page.other.clicked.connect(page.other.hide)
    page.other.setFocus()
    QTest.keyClick(page.other, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.edit)


def test_a_focus_that_is_set_after_something_vanished_stays_where_it_was_set(window, qtbot):
    page = window.current
    beside = QLineEdit(window)
    beside.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # no heir by itself
    beside.show()
    page.other.setFocus()
    page.other.hide()
    beside.setFocus()
    qtbot.wait(50)
    assert beside.hasFocus()
