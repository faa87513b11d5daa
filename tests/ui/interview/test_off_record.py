"""What is off the record leaves the note while the client looks, and is never lost by it."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engagements.records.answers import NoteKind
from tests.ui.interview.conftest import CTRL, SHIFT
from tests.ui.interview.test_client_safe import gone, spoken, tree
from ui.interview.note_editor import NoteEditor
from ui.interview.note_text import Line

F9 = Qt.Key.Key_F9
SECRET = "They will drop the vendor"
LINES = (
    Line("Tagged per release."),
    Line(SECRET, off_record=True),
    Line("get the log", NoteKind.TODO),
    Line("between us", NoteKind.QUOTE, off_record=True),
)


@pytest.fixture
def noted(sponsor):
    """An interview with two paragraphs on the record and two off it, kept."""
    sponsor.write("Tagged per release.")
    sponsor.press(Qt.Key.Key_Return)
    sponsor.press(Qt.Key.Key_R, CTRL)
    sponsor.write(SECRET)
    sponsor.press(Qt.Key.Key_Escape)
    sponsor.until(lambda: len(sponsor.notes()) == 2)
    sponsor.settled()
    return sponsor


@pytest.fixture
def editor(qtbot):
    """An editor alone, with the lines above, while the client looks."""
    one = NoteEditor()
    qtbot.addWidget(one)
    one.resize(400, 300)
    one.show_lines(LINES)
    one.show()
    one.setFocus()
    one.set_safe(on=True)
    said = []
    one.refused.connect(said.append)
    one.said = said
    return one


def write(editor, text):
    QTest.keyClicks(editor, text)
    QApplication.processEvents()


def press(editor, key, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(editor, key, held)
    QApplication.processEvents()


def at_paragraph(editor, number, *, end=False):
    block = editor.document().findBlockByNumber(number)
    cursor = QTextCursor(block)
    if end:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)
    QApplication.processEvents()


def test_it_is_neither_in_the_widget_tree_nor_read_aloud(noted):
    assert SECRET in tree(noted.window)
    noted.press(F9)
    gone()
    assert "Tagged per release." in tree(noted.window)
    assert SECRET not in tree(noted.window)
    assert SECRET not in spoken(noted.window)
    noted.press(F9)
    assert SECRET in tree(noted.window)


def test_to_dos_off_the_record_leave_the_list_under_the_agenda(noted):
    noted.card.editor.setFocus()
    noted.press(Qt.Key.Key_Return)
    noted.press(Qt.Key.Key_T, CTRL)
    noted.write("ask the chair in private")
    noted.press(Qt.Key.Key_Escape)
    noted.until(noted.page.presenter.show.todos)
    assert "ask the chair in private" in tree(noted.window)
    noted.press(F9)
    gone()
    assert "ask the chair in private" not in tree(noted.window)


def test_a_note_without_a_question_keeps_to_it_too(noted):
    noted.press(Qt.Key.Key_N, CTRL | SHIFT)
    sheet = noted.page.room.loose_sheet
    noted.press(Qt.Key.Key_R, CTRL)
    noted.write("not for their ears")
    noted.press(F9)
    gone()
    assert "not for their ears" not in tree(noted.window)
    noted.press(Qt.Key.Key_Escape)
    noted.until(lambda: sheet.isHidden() and not noted.session.busy)
    assert "not for their ears" not in tree(noted.window)
    noted.press(F9)
    noted.until(noted.page.presenter.show.loose_notes)
    assert noted.page.presenter.show.loose_notes()[0].text == "not for their ears"


def test_words_are_put_back_on_the_record_only_from_within_them(noted):
    assert noted.notes()[-1].off_record
    noted.press(Qt.Key.Key_Escape)
    noted.press(Qt.Key.Key_R, CTRL)
    assert noted.card.editor.hasFocus()
    assert noted.card.editor.lines()[-1].off_record
    noted.press(Qt.Key.Key_R, CTRL)
    assert not noted.card.editor.lines()[-1].off_record


def test_the_next_question_shows_no_word_of_it_either(noted):
    here = noted.criterion
    noted.press(F9)
    noted.press(Qt.Key.Key_Return, CTRL)
    noted.go(here)
    assert SECRET not in noted.card.editor.toPlainText()
    assert [note.text for note in noted.notes()] == ["Tagged per release.", SECRET]


def test_what_is_typed_beside_it_is_kept_with_it(noted):
    noted.press(F9)
    noted.card.editor.setFocus()
    at_paragraph(noted.card.editor, 0, end=True)
    noted.write(" Always.")
    noted.press(Qt.Key.Key_Escape)
    noted.until(lambda: noted.notes()[0].text == "Tagged per release. Always.")
    assert [note.text for note in noted.notes()] == ["Tagged per release. Always.", SECRET]
    assert noted.notes()[1].off_record


def test_what_is_typed_off_the_record_is_seen_until_its_line_is_left(editor):
    at_paragraph(editor, 2, end=True)
    press(editor, Qt.Key.Key_Return)
    press(editor, Qt.Key.Key_R, CTRL)
    write(editor, "new secret")
    assert "new secret" in editor.toPlainText()
    press(editor, Qt.Key.Key_Up)
    assert "new secret" not in editor.toPlainText()
    assert Line("new secret", off_record=True) in editor.lines()
    assert not editor.document().isUndoAvailable()


def test_it_is_covered_when_the_field_is_left(editor):
    at_paragraph(editor, 0, end=True)
    press(editor, Qt.Key.Key_R, CTRL)
    write(editor, " x")
    assert "Tagged" in editor.toPlainText()
    editor.clearFocus()
    assert "Tagged" not in editor.toPlainText()
    assert editor.lines()[0] == Line("Tagged per release. x", off_record=True)


def everything(editor):
    editor.selectAll()
    press(editor, Qt.Key.Key_Delete)


def back(editor):
    at_paragraph(editor, 2)
    press(editor, Qt.Key.Key_Backspace)
    press(editor, Qt.Key.Key_Backspace)


def forward(editor):
    at_paragraph(editor, 0, end=True)
    press(editor, Qt.Key.Key_Delete)


def word_before(editor):
    at_paragraph(editor, 2)
    press(editor, Qt.Key.Key_Backspace)
    press(editor, Qt.Key.Key_Backspace, CTRL)


def typed_over(editor):
    editor.selectAll()
    write(editor, "q")


def pasted_over(editor):
    editor.selectAll()
    words = QMimeData()
    words.setText("one\ntwo")
    editor.insertFromMimeData(words)


def cut_out(editor):
    editor.selectAll()
    editor.cut()


@pytest.mark.parametrize(
    "edit", [everything, back, forward, word_before, typed_over, pasted_over, cut_out]
)
def test_an_edit_that_reaches_what_is_hidden_is_undone_in_silence(editor, edit):
    edit(editor)
    QApplication.processEvents()
    hidden = [line.text for line in editor.lines() if line.off_record]
    assert hidden == [SECRET, "between us"]
    assert "Tagged per release." in editor.toPlainText()
    assert editor.said == []
    editor.set_safe(on=False)
    assert [line.text for line in editor.lines()] == [line.text for line in LINES]


@pytest.mark.parametrize("key", [Qt.Key.Key_R, Qt.Key.Key_B, Qt.Key.Key_T])
def test_what_is_hidden_does_not_become_something_else(editor, key):
    at_paragraph(editor, 1)
    press(editor, key, CTRL)
    assert editor.said == []
    assert editor.lines() == LINES


@pytest.mark.parametrize("way", ["keys", "paste", "compose", "enter"])
def test_typing_goes_on_below_a_hidden_paragraph(editor, way):
    at_paragraph(editor, 3)
    if way == "keys":
        write(editor, "more")
    elif way == "paste":
        words = QMimeData()
        words.setText("more")
        editor.insertFromMimeData(words)
    elif way == "compose":
        event = QInputMethodEvent()
        event.setCommitString("more")
        QApplication.sendEvent(editor, event)
    else:
        press(editor, Qt.Key.Key_Return)
        write(editor, "more")
    assert editor.lines() == (*LINES, Line("more", off_record=True))
    assert editor.said == []


@pytest.mark.parametrize("place", [0, 5, 19, 20, 30, 46, 50, 57, 60, 68])
def test_the_cursor_is_where_it_was_when_all_is_seen_again(editor, place):
    editor.set_safe(on=False)
    editor.move_to(place)
    editor.set_safe(on=True)
    hidden = 20 <= place < 46 or place > 57
    at = editor.position()
    editor.set_safe(on=False)
    assert editor.position() == at
    assert at == place or hidden


def test_notes_get_their_names_while_hidden(editor):
    named = tuple(
        Line(line.text, line.kind, line.off_record, f"n{at}") for at, line in enumerate(LINES)
    )
    editor.name_lines(named)
    assert editor.lines() == named
    editor.set_safe(on=False)
    assert editor.lines() == named
    assert SECRET in editor.toPlainText()


def test_f9_leaves_the_notes_own_undo_alone_where_nothing_is_hidden(sponsor):
    sponsor.press(Qt.Key.Key_2)
    sponsor.settled()
    sponsor.write("not kept yet")
    sponsor.press(F9)
    sponsor.press(Qt.Key.Key_Z, CTRL)
    sponsor.settled()
    assert sponsor.card.editor.toPlainText() == ""
    assert sponsor.answer().value.value == "partly"


def test_undo_keeps_and_names_what_was_typed_before_it_takes_it_back(noted):
    noted.press(Qt.Key.Key_2)
    noted.settled()
    noted.press(F9)
    noted.card.editor.setFocus()
    at_paragraph(noted.card.editor, 0, end=True)
    noted.write(" Always.")
    at_paragraph(noted.card.editor, 1)
    noted.press(F9)
    noted.press(F9)
    assert not noted.card.editor.document().isUndoAvailable()
    noted.until(lambda: noted.window.undoing._undo is not None)
    noted.press(Qt.Key.Key_Z, CTRL)
    noted.settled()
    noted.until(lambda: noted.notes()[0].text == "Tagged per release. Always.")
    assert "a note" in noted.window.status._undo.words.text()
    noted.press(Qt.Key.Key_Z, CTRL)
    noted.settled()
    noted.until(lambda: noted.notes()[0].text == "Tagged per release.")
    assert noted.answer().value.value == "partly"
    assert [note.text for note in noted.notes()] == ["Tagged per release.", SECRET]


def test_where_nothing_new_was_typed_the_window_undoes(noted):
    noted.press(Qt.Key.Key_2)
    noted.settled()
    noted.card.editor.setFocus()
    noted.write(" x")
    noted.until(lambda: noted.window.undoing._undo is not None)
    while noted.card.editor.document().isUndoAvailable():
        noted.press(Qt.Key.Key_Z, CTRL)
    noted.press(Qt.Key.Key_Z, CTRL)
    noted.settled()
    noted.until(lambda: noted.answer() is None or noted.answer().value.value != "partly")


def test_only_the_key_that_reached_what_is_hidden_is_undone(editor):
    editor.selectAll()
    for letter in "hello":
        QTest.keyClick(editor, letter)
    QApplication.processEvents()
    text = "\n".join(line.text for line in editor.lines())
    assert "hello"[1:] in text
    assert SECRET in text


def test_leaving_the_field_at_once_keeps_hidden_paragraphs_where_they_stood(editor):
    editor.show_lines((Line("a", note="n1"), Line("quiet", NoteKind.QUOTE, True, "n2")))
    editor.setFocus()
    at_paragraph(editor, 0, end=True)
    press(editor, Qt.Key.Key_R, CTRL)
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    editor.clearFocus()
    QApplication.processEvents()
    expected = (Line("a", off_record=True, note="n1"), Line("quiet", NoteKind.QUOTE, True, "n2"))
    assert editor.lines() == expected
    assert editor.toPlainText() == "\n"
