"""Notes while they are typed, when they are left, after a crash, and without a question."""

import shutil
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engagements.casework import interviewing, notebook
from engagements.casework.case import Case
from engagements.problem import Problem
from engagements.records import Note
from engagements.records.answers import NoteKind
from tests.ui.conftest import AUTHOR
from tests.ui.interview.conftest import CTRL, SHIFT, Hand, shown
from ui.interview.note_draft import NoteDraft, recovered_words
from ui.interview.note_editor import NoteEditor
from ui.interview.note_text import Line
from ui.session import Session


def drafts(hand):
    found = []
    hand.session.do(interviewing.drafts, reads=True, on_done=found.append)
    hand.until(lambda: found)
    return found[0]


def kept(hand, count=1):
    hand.until(lambda: len(hand.notes()) == count)
    return hand.notes()


def test_a_letter_begins_the_note_and_esc_leaves_it(sponsor):
    sponsor.write("Tagged per release")
    assert sponsor.card.typing()
    assert sponsor.page.mode() == "Typing in note"
    sponsor.press(Qt.Key.Key_Escape)
    assert sponsor.page.mode() == "Answer keys"
    note = kept(sponsor)[0]
    assert note.text == "Tagged per release"
    assert note.author == AUTHOR
    assert note.criteria == (sponsor.criterion,)


def test_what_is_typed_is_a_draft_until_the_field_is_left(sponsor):
    sponsor.write("half a sen")
    sponsor.until(lambda: not sponsor.page.room.notebook._keeper._timer.isActive())
    key = f"note/{sponsor.page.presenter.interview.id}/{sponsor.criterion}"
    text = NoteDraft.unpacked(drafts(sponsor)[key])
    assert [line.text for line in text.lines] == ["half a sen"]
    assert sponsor.notes() == []
    sponsor.press(Qt.Key.Key_Escape)
    kept(sponsor)
    assert key not in drafts(sponsor)


def test_losing_the_window_keeps_the_note(sponsor):
    sponsor.write("half a sentence")
    event = QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(sponsor.card.editor, event)
    assert kept(sponsor)[0].text == "half a sentence"


def test_going_on_keeps_the_note_with_its_question(sponsor):
    here = sponsor.criterion
    sponsor.write("first")
    sponsor.press(Qt.Key.Key_Return, CTRL)
    assert sponsor.criterion != here
    assert sponsor.card.editor.is_blank()
    sponsor.until(lambda: sponsor.notes(here))
    assert sponsor.notes(here)[0].text == "first"
    assert sponsor.notes() == []


def test_signs_and_keys_make_quotes_and_to_dos(sponsor):
    sponsor.write("Data is a live query.")
    sponsor.press(Qt.Key.Key_Return)
    sponsor.write(">I could get close.")
    sponsor.press(Qt.Key.Key_Return)
    sponsor.press(Qt.Key.Key_Return)
    sponsor.press(Qt.Key.Key_T, CTRL)
    sponsor.write("get the log")
    sponsor.press(Qt.Key.Key_Return)
    sponsor.press(Qt.Key.Key_R, CTRL)
    sponsor.write("between us")
    sponsor.press(Qt.Key.Key_Escape)
    notes = kept(sponsor, 4)
    assert [(n.text, n.note_kind, n.off_record) for n in notes] == [
        ("Data is a live query.", NoteKind.NOTE, False),
        ("I could get close.", NoteKind.QUOTE, False),
        ("get the log", NoteKind.TODO, False),
        ("between us", NoteKind.NOTE, True),
    ]
    assert [n.text for n in sponsor.page.presenter.show.todos()] == ["get the log"]


def test_showing_notes_is_no_edit(hand):
    hand.open("Head of Data Science")
    before = hand.session.snapshot.revisions
    for code in ("SRC-1.2", "PPL-1.1", "SRC-1.2"):
        hand.go(code)
        hand.card.editor.setFocus()
        hand.card.focus_answers()
    hand.settled()
    assert hand.session.snapshot.revisions == before
    assert "We can rebuild anything we ship." in hand.card.editor.toPlainText()


def test_undo_in_the_note_ends_where_the_draft_began(sponsor):
    sponsor.write("abc")
    QTest.keyClick(sponsor.card.editor, Qt.Key.Key_Z, CTRL)
    assert sponsor.card.editor.is_blank()
    sponsor.write("abc")
    sponsor.press(Qt.Key.Key_Escape)
    kept(sponsor)
    assert not sponsor.card.editor.document().isUndoAvailable()


def test_a_note_undone_elsewhere_leaves_the_editor(sponsor):
    sponsor.write("abc")
    sponsor.press(Qt.Key.Key_Escape)
    kept(sponsor)
    sponsor.until(lambda: sponsor.window.undoing._undo is not None)
    sponsor.window.undoing.undo()
    sponsor.until(lambda: not sponsor.notes())
    assert sponsor.card.editor.is_blank()


def test_a_note_that_cannot_be_kept_stays_in_memory_and_is_tried_again(sponsor, monkeypatch):
    real, here = notebook.keep_notes, sponsor.criterion

    def refuse(*_arguments, **_named):
        raise Problem("There is no space left.", "Free some space.")

    monkeypatch.setattr(notebook, "keep_notes", refuse)
    sponsor.write("precious")
    sponsor.press(Qt.Key.Key_Return, CTRL)
    sponsor.until(lambda: sponsor.session.unsaved)
    sponsor.go(here)
    assert sponsor.card.editor.toPlainText() == "precious"
    monkeypatch.setattr(notebook, "keep_notes", real)
    sponsor.session.retry()
    sponsor.until(lambda: sponsor.session.unsaved)
    sponsor.card.editor.setFocus()
    sponsor.write("!")
    sponsor.press(Qt.Key.Key_Escape)
    sponsor.until(lambda: sponsor.notes(here))


def test_a_note_without_a_question_is_kept_and_filed_later(sponsor):
    sponsor.press(Qt.Key.Key_N, CTRL | SHIFT)
    sponsor.write("Is the spring model in use?")
    sponsor.press(Qt.Key.Key_Escape)
    sponsor.until(sponsor.page.presenter.show.loose_notes)
    note = sponsor.page.presenter.show.loose_notes()[0]
    assert (note.text, note.criteria) == ("Is the spring model in use?", ())
    sponsor.page.room.loose(note.id)
    sponsor.write("drift is")
    sponsor.press(Qt.Key.Key_Return)
    sponsor.until(lambda: not sponsor.page.presenter.show.loose_notes())
    assert sponsor.session.snapshot.get(Note, note.id).criteria == ("MON-3.2",)
    assert sponsor.card.answers.hasFocus()


@pytest.fixture
def crashed(sponsor, tmp_path, qtbot):
    """A copy of the file as a crash in the middle of a word would leave it."""
    sponsor.press(Qt.Key.Key_1)
    sponsor.press(Qt.Key.Key_Return, CTRL)
    here = sponsor.criterion
    sponsor.write("in the middle of a wo")
    sponsor.until(lambda: not sponsor.page.room.notebook._keeper._timer.isActive())
    sponsor.settled()
    target = tmp_path / "copy.plumb"
    shutil.copyfile(sponsor.session.path, target)
    return target, here


def test_after_a_crash_typing_goes_on_where_it_was(crashed, desk, qtbot):
    path, here = crashed
    again = Session()
    desk.whereabouts.end()
    other = replace(desk, session=again)
    with qtbot.waitSignal(again.case_changed):
        again.open(lambda: Case.open(path, author=AUTHOR), path)
    window = shown(other, qtbot)
    window.go("interview")
    hand = Hand(window, again, qtbot)
    hand.until(lambda: hand.page.presenter.interview is not None)
    hand.until(hand.card.editor.hasFocus)
    assert hand.criterion == here
    assert hand.card.editor.toPlainText() == "in the middle of a wo"
    assert hand.card.editor.textCursor().position() == len("in the middle of a wo")
    assert hand.card.note._recovered.whole().startswith("Recovered ")
    hand.write("rd")
    hand.press(Qt.Key.Key_Escape)
    assert kept(hand)[0].text == "in the middle of a word"
    with qtbot.waitSignal(again.case_changed):
        again.close()


def test_a_draft_survives_being_packed():
    from datetime import datetime, timedelta

    began = datetime(2026, 11, 24, 14, 0, 0)
    draft = NoteDraft(
        (Line("a\u2028b 😀", NoteKind.QUOTE, off_record=True, note="n1"), Line("")),
        3,
        began,
        began + timedelta(seconds=3),
    )
    assert NoteDraft.unpacked(draft.packed()) == draft
    assert recovered_words([draft]) == "Recovered 3 seconds of typing"
    assert NoteDraft.unpacked("{}") is None
    assert NoteDraft.unpacked("not json") is None


@pytest.fixture
def editor(qtbot):
    one = NoteEditor()
    qtbot.addWidget(one)
    one.resize(400, 200)
    one.show()
    return one


def test_pasted_rich_text_is_plain(editor):
    source = QMimeData()
    source.setHtml("<b>bold</b><img src='file:///etc/passwd'>")
    source.setText("bold")
    editor.insertFromMimeData(source)
    assert editor.toPlainText() == "bold"


def test_a_text_too_long_is_refused_in_words(editor, qtbot):
    source = QMimeData()
    source.setText("x" * 1_000_001)
    with qtbot.waitSignal(editor.refused) as said:
        editor.insertFromMimeData(source)
    assert "Attach it as a file" in said.args[0]
    assert editor.is_blank()


def test_backspace_at_the_start_makes_a_quote_plain(editor):
    editor.show_lines([Line("said", NoteKind.QUOTE)], 0)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.lines() == (Line("said"),)


def test_long_notes_stay_in_view(editor):
    editor.show_lines([Line(f"line {n}") for n in range(60)])
    QTest.keyClicks(editor, "x")
    assert editor.cursorRect().bottom() <= editor.viewport().height()


@pytest.mark.parametrize(
    ("key", "mark"),
    [
        (Qt.Key.Key_R, lambda note: note.off_record),
        (Qt.Key.Key_B, lambda note: note.note_kind is NoteKind.QUOTE),
        (Qt.Key.Key_T, lambda note: note.note_kind is NoteKind.TODO),
    ],
)
def test_a_marks_key_pressed_on_the_answers_begins_a_note_with_that_mark(sponsor, key, mark):
    sponsor.press(key, CTRL)
    assert sponsor.card.editor.hasFocus()
    sponsor.write("between us")
    sponsor.press(Qt.Key.Key_Escape)
    sponsor.until(sponsor.notes)
    assert [mark(note) for note in sponsor.notes()] == [True]


THREE = (Line("one"), Line("two"), Line("three"))


def selected(editor, start, end):
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


@pytest.mark.parametrize(
    ("key", "kind"), [(Qt.Key.Key_B, NoteKind.QUOTE), (Qt.Key.Key_T, NoteKind.TODO)]
)
def test_each_selected_line_turns_and_turns_back_and_one_undo_takes_it_back(editor, key, kind):
    editor.show_lines(THREE)
    selected(editor, 1, 6)
    QTest.keyClick(editor, key, CTRL)
    turned = (Line("one", kind), Line("two", kind), Line("three"))
    assert editor.lines() == turned
    QTest.keyClick(editor, Qt.Key.Key_Z, CTRL)
    assert editor.lines() == THREE
    selected(editor, 1, 6)
    QTest.keyClick(editor, key, CTRL)
    assert editor.lines() == turned
    QTest.keyClick(editor, key, CTRL)
    assert editor.lines() == THREE


def test_lines_of_which_some_are_quotes_all_become_quotes(editor):
    editor.show_lines((Line("one", NoteKind.QUOTE), Line("two")))
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_B, CTRL)
    assert editor.lines() == (Line("one", NoteKind.QUOTE), Line("two", NoteKind.QUOTE))


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("I could get close.", ("They tag it \U0001f600.", "*I could get close.", "Then March.")),
        (" I could get close. ", ("They tag it \U0001f600.", "*I could get close.", "Then March.")),
        ("They tag it", ("*They tag it", "\U0001f600. I could get close. Then March.")),
        ("March.", ("They tag it \U0001f600. I could get close. Then", "*March.")),
        (" ", ("*They tag it \U0001f600. I could get close. Then March.",)),
    ],
)
def test_words_selected_within_a_line_become_a_quote_of_their_own(editor, words, lines):
    whole = "They tag it \U0001f600. I could get close. Then March."
    editor.show_lines((Line(whole),))
    found = editor.document().find(words)
    editor.setTextCursor(found)
    QTest.keyClick(editor, Qt.Key.Key_B, CTRL)
    said = [("*" if one.kind is NoteKind.QUOTE else "") + one.text for one in editor.lines()]
    assert tuple(said) == lines
    QTest.keyClick(editor, Qt.Key.Key_Z, CTRL)
    assert editor.lines() == (Line(whole),)


def test_a_quote_set_apart_turns_back_by_the_same_key(editor):
    editor.show_lines((Line("He said so twice."),))
    editor.setTextCursor(editor.document().find("said so"))
    QTest.keyClick(editor, Qt.Key.Key_B, CTRL)
    QTest.keyClick(editor, Qt.Key.Key_B, CTRL)
    assert editor.lines() == (Line("He"), Line("said so"), Line("twice."))
