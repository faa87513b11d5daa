"""Spelling in the fields notes are written in: marks, the key, the menu, and what is learned."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from engagements.language import speak
from engagements.records.answers import NoteKind
from ui.findings.judging import JudgementPane
from ui.interview.note_editor import NoteEditor
from ui.interview.note_text import Line
from ui.parts.side import Words
from ui.parts.spelling import CHOICE, OFF, spelling
from ui.theme import Mode, theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def spelled(desk, qtbot):
    """Spelling as the program begins it, in English and with its list at hand."""
    spelling().begin(desk.settings, desk.session)
    qtbot.waitUntil(lambda: spelling().speller() is not None)
    yield spelling()
    spelling().end()
    speak("en")


@pytest.fixture
def editor(spelled, qtbot):
    one = NoteEditor()
    qtbot.addWidget(one)
    one.resize(500, 200)
    one.show()
    qtbot.waitExposed(one)
    one.setFocus()
    qtbot.waitUntil(one.hasFocus)
    return one


def marks(field, qtbot, *words):
    qtbot.waitUntil(lambda: field.misspelled.marked() == words)


def menu(qtbot):
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    return QApplication.activePopupWidget()


def entries(one):
    return [action.text() for action in one.actions() if not action.isSeparator()]


def choose(one, words):
    one.setActiveAction(next(action for action in one.actions() if action.text() == words))
    QTest.keyClick(one, Key.Key_Return)


def test_a_word_is_marked_once_it_is_left(editor, qtbot):
    QTest.keyClicks(editor, "Seperate teams, one qualtiy")
    marks(editor, qtbot, "Seperate")
    QTest.keyClicks(editor, " gate")
    marks(editor, qtbot, "Seperate", "qualtiy")
    mark = editor.extraSelections()[0]
    assert mark.format.underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline
    assert mark.format.underlineColor().name() == theme().tokens.danger.lower()


def test_leaving_the_field_marks_its_last_word(editor, qtbot):
    QTest.keyClicks(editor, "one qualtiy")
    qtbot.waitUntil(lambda: not editor.misspelled._idle.isActive())
    assert editor.misspelled.marked() == ()
    editor.clearFocus()
    marks(editor, qtbot, "qualtiy")


def test_the_key_offers_what_was_meant_and_one_undo_takes_it_back(editor, qtbot):
    QTest.keyClicks(editor, "The qualtiy gate")
    QTest.keyClick(editor, Key.Key_Period, CTRL)
    one = menu(qtbot)
    assert entries(one)[0] == "quality"
    assert entries(one)[-2:] == ["Add to my words", "Ignore here"]
    assert len(entries(one)) <= 7
    QTest.keyClick(one, Key.Key_Return)
    assert editor.toPlainText() == "The quality gate"
    marks(editor, qtbot)
    QTest.keyClick(editor, Key.Key_Z, CTRL)
    assert editor.toPlainText() == "The qualtiy gate"
    marks(editor, qtbot, "qualtiy")
    QTest.keyClick(editor, Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert editor.toPlainText() == "The quality gate"


def test_typing_after_a_replacement_is_another_step_of_undo(editor, qtbot):
    QTest.keyClicks(editor, "qualtiy")
    QTest.keyClick(editor, Key.Key_Period, CTRL)
    QTest.keyClick(menu(qtbot), Key.Key_Return)
    QTest.keyClicks(editor, " gate")
    assert editor.toPlainText() == "quality gate"
    QTest.keyClick(editor, Key.Key_Z, CTRL)
    assert editor.toPlainText() == "quality"
    QTest.keyClick(editor, Key.Key_Z, CTRL)
    assert editor.toPlainText() == "qualtiy"


def test_the_key_goes_to_the_next_marked_word_and_round(editor, qtbot):
    QTest.keyClicks(editor, "teh first and thier second")
    QTest.keyClick(editor, Key.Key_Home)
    for meant in ("the", "their"):
        QTest.keyClick(editor, Key.Key_Period, CTRL)
        choose(menu(qtbot), meant)
    assert editor.toPlainText() == "the first and their second"
    QTest.keyClick(editor, Key.Key_Period, CTRL)
    assert QApplication.activePopupWidget() is None


def test_what_nobody_can_tell_may_still_be_kept(editor, spelled, qtbot):
    QTest.keyClicks(editor, "qqzzxxjj gate")
    QTest.keyClick(editor, Key.Key_Period, CTRL)
    one = menu(qtbot)
    assert entries(one) == ["No suggestion", "Add to my words", "Ignore here"]
    assert not one.actions()[0].isEnabled()
    QTest.keyClick(one, Key.Key_Return)
    assert spelled.mine() == ("qqzzxxjj",)
    assert editor.toPlainText() == "qqzzxxjj gate"


def test_a_word_of_ones_own_is_known_everywhere_and_next_time(editor, spelled, desk, qtbot):
    other = Words("other", "Other")
    qtbot.addWidget(other)
    other.setPlainText("Frobnicator")
    QTest.keyClicks(editor, "The frobnicator runs.")
    marks(editor, qtbot, "frobnicator")
    marks(other, qtbot, "Frobnicator")
    QTest.keyClick(editor, Key.Key_Period, CTRL)
    choose(menu(qtbot), "Add to my words")
    marks(editor, qtbot)
    marks(other, qtbot)
    assert spelled.mine() == ("frobnicator",)
    spelled.end()
    spelled.begin(desk.settings, desk.session)
    assert spelled.mine() == ("frobnicator",)


def test_what_is_ignored_here_stays_marked_elsewhere(editor, spelled, qtbot):
    other = Words("other", "Other")
    qtbot.addWidget(other)
    other.setPlainText("frobnicator")
    QTest.keyClicks(editor, "The frobnicator runs, a frobnicator.")
    marks(editor, qtbot, "frobnicator", "frobnicator")
    QTest.keyClick(editor, Key.Key_Period, CTRL)
    choose(menu(qtbot), "Ignore here")
    marks(editor, qtbot)
    marks(other, qtbot, "frobnicator")
    assert spelled.mine() == ()


def test_marks_are_no_edit_and_keep_what_paragraphs_are(editor, qtbot):
    editor.show_lines([Line("They recieve it", NoteKind.QUOTE, off_record=True, note="n")])
    edits = []
    editor.edited.connect(lambda: edits.append(1))
    marks(editor, qtbot, "recieve")
    assert edits == []
    assert not editor.document().isUndoAvailable()
    QTest.keyClick(editor, Key.Key_Period, CTRL)
    QTest.keyClick(menu(qtbot), Key.Key_Return)
    assert editor.lines() == (Line("They receive it", NoteKind.QUOTE, off_record=True, note="n"),)
    assert edits


def test_a_marked_word_says_so_to_whoever_points_or_listens(editor, qtbot):
    QTest.keyClicks(editor, "qualtiy gate")
    marks(editor, qtbot, "qualtiy")
    assert editor.accessibleDescription() == ""
    QTest.keyClick(editor, Key.Key_Home)
    words = "“qualtiy” may be misspelled. Ctrl+. shows suggestions."
    assert editor.accessibleDescription() == words
    place = editor.cursorRect().center() + QPoint(12, 0)
    tip = QHelpEvent(QHelpEvent.Type.ToolTip, place, editor.viewport().mapToGlobal(place))
    QApplication.sendEvent(editor.viewport(), tip)
    assert QToolTip.text() == words
    QToolTip.hideText()
    QTest.keyClick(editor, Key.Key_End)
    assert editor.accessibleDescription() == ""


@pytest.mark.parametrize("by", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_the_context_menu_begins_with_what_was_meant(editor, qtbot, by):
    QTest.keyClicks(editor, "qualtiy gate")
    marks(editor, qtbot, "qualtiy")
    QTest.keyClick(editor, Key.Key_Home)
    place = editor.cursorRect().center() + QPoint(12, 0)
    event = QContextMenuEvent(by, place, editor.viewport().mapToGlobal(place))
    keyboard = by is QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(editor if keyboard else editor.viewport(), event)
    one = menu(qtbot)
    assert entries(one)[0] == "quality"
    assert "Add to my words" in entries(one)
    assert any("Paste" in entry for entry in entries(one))
    choose(one, "quality")
    assert editor.toPlainText() == "quality gate"


def test_nothing_is_marked_in_what_is_only_read(spelled, qtbot):
    one = Words("closed", "Closed")
    qtbot.addWidget(one)
    one.setReadOnly(True)
    one.setPlainText("recieve")
    qtbot.waitUntil(lambda: not one.misspelled._idle.isActive())
    assert one.misspelled.marked() == ()


def test_marks_take_the_colour_of_the_theme(editor, qtbot):
    QTest.keyClicks(editor, "qualtiy gate")
    marks(editor, qtbot, "qualtiy")
    theme().set_mode(Mode.DARK)
    mark = editor.extraSelections()[0]
    colour = mark.format.underlineColor()
    assert colour.name() == theme().tokens.danger.lower()


def test_german_is_checked_where_the_window_speaks_it(spelled, qtbot):
    one = Words("field", "Field")
    qtbot.addWidget(one)
    one.setPlainText("Die Modellüberwachung ist Standart.")
    speak("de")
    spelled.choose("window")
    assert spelled.language() == "de"
    qtbot.waitUntil(lambda: spelled.speller() is not None, timeout=60_000)
    marks(one, qtbot, "Standart")
    spelled.choose(OFF)
    marks(one, qtbot)
    assert spelled.speller() is None


def test_a_long_text_is_checked_to_its_end_and_marked_where_one_looks(editor, qtbot):
    lines = [f"Line {number} is fine." for number in range(400)]
    editor.show_lines([Line(text) for text in ("teh start", *lines, "thier end")], cursor=3)
    marks(editor, qtbot, "teh")
    QTest.keyClick(editor, Key.Key_Period, CTRL)
    assert entries(menu(qtbot))[0] == "the"
    QTest.keyClick(QApplication.activePopupWidget(), Key.Key_Escape)
    QTest.keyClick(editor, Key.Key_Down)
    QTest.keyClick(editor, Key.Key_Period, CTRL)
    assert entries(menu(qtbot))[0] == "their"
    QTest.keyClick(QApplication.activePopupWidget(), Key.Key_Escape)
    marks(editor, qtbot, "thier")
    assert len(editor.extraSelections()) == 1
    editor.verticalScrollBar().setValue(0)
    marks(editor, qtbot, "teh")


def test_the_reason_of_a_judgement_is_checked(spelled, qtbot):
    pane = JudgementPane()
    qtbot.addWidget(pane)
    pane.reason.setPlainText("They recieve it")
    qtbot.waitUntil(lambda: pane.misspelled.marked() == ("recieve",))


def test_what_was_kept_of_the_choice_is_read_again(desk, spelled):
    spelled.choose("de")
    assert desk.settings.value(CHOICE) == "de"
    desk.settings.setValue(CHOICE, "klingon")
    assert spelled.choice() == "window"
