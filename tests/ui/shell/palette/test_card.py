"""The palette in the real window, asked by keys."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from engagements.casework import comments
from engagements.records import Evidence, Interview, Note, Person
from engagements.records.commenting import Comment
from engagements.records.people import InterviewState
from ui import locale
from ui.shell.palette.finding import Entry, Group
from ui.theme import theme

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def asked(window):
    """The window with the palette open."""
    window.go("home")
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    return window


def line(window) -> QLineEdit:
    return window.findChild(QLineEdit, "palette")


def offered(window) -> list[Entry]:
    return [row for row in window._palette.model.rows if isinstance(row, Entry)]


def ask(window, words):
    line(window).clear()
    QTest.keyClicks(line(window), words)


def test_ctrl_k_asks_and_the_same_key_or_esc_brings_the_focus_back(window):
    window.go("home")
    before = QApplication.focusWidget()
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    assert line(window).hasFocus()
    QTest.keyClick(line(window), Qt.Key.Key_K, CTRL)
    assert not line(window).isVisible()
    assert QApplication.focusWidget() is before
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    QTest.keyClick(line(window), Qt.Key.Key_Escape)
    assert not line(window).isVisible()
    assert QApplication.focusWidget() is before


def test_enter_goes_to_a_page(asked):
    ask(asked, "score")
    QTest.keyClick(line(asked), Qt.Key.Key_Return)
    assert asked.current is asked.page("score")
    assert not line(asked).isVisible()


def test_arrows_choose_and_skip_the_headings(asked):
    ask(asked, "theme")
    view = asked._palette.list
    first = view.currentIndex().row()
    QTest.keyClick(line(asked), Qt.Key.Key_Down)
    assert view.currentIndex().row() == first + 1
    QTest.keyClick(line(asked), Qt.Key.Key_Up)
    QTest.keyClick(line(asked), Qt.Key.Key_Up)
    assert view.currentIndex().row() == asked._palette.model.lines()[-1]


def test_a_criterion_is_found_by_code_and_asked(asked):
    talk = asked.session.snapshot.of(Interview)[0]
    ask(asked, talk.agenda[0])
    assert offered(asked)[0].code == talk.agenda[0]
    QTest.keyClick(line(asked), Qt.Key.Key_Return)
    page = asked.page("interview")
    assert asked.current is page
    assert page.presenter.criterion.id == talk.agenda[0]


def test_people_and_evidence_are_found(asked):
    snapshot = asked.session.snapshot
    person, item = snapshot.of(Person)[0], snapshot.of(Evidence)[0]
    ask(asked, person.name or person.title)
    assert f"person:{person.id}" in [one.name for one in offered(asked)]
    ask(asked, item.title)
    assert f"evidence:{item.id}" in [one.name for one in offered(asked)]
    QTest.keyClick(line(asked), Qt.Key.Key_Return)
    assert asked.current is asked.page("interview")


def test_other_engagements_are_offered_once_the_index_has_answered(window, make_file, qtbot):
    path = make_file("Port of Aurel")
    window.go("home")
    window.page("home").presenter.refresh()
    home = window.page("home")
    qtbot.waitUntil(lambda: home.list.model.line_of(path) >= 0)
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    ask(window, "aurel")
    qtbot.waitUntil(lambda: [one.name for one in offered(window)][:1] == [f"file:{path}"])
    QTest.keyClick(line(window), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.path == path)


def test_undo_is_offered_where_it_is_done(window):
    for page, is_there in (("score", True), ("home", False)):
        window.go(page)
        QTest.keyClick(window, Qt.Key.Key_K, CTRL)
        names = {one.name for one in window._palette._entries}
        assert ({"action:undo", "action:redo"} <= names) is is_there, page
        assert ({"action:undo", "action:redo"} & names != set()) is is_there, page
        QTest.keyClick(line(window), Qt.Key.Key_Escape)


def test_a_copy_of_the_open_engagement_says_which_file_it_is(window, sample_file, qtbot):
    copy = sample_file.with_name("Halden Freight copy.plumb")
    shutil.copyfile(sample_file, copy)
    home = window.page("home")
    window.go("home")
    qtbot.waitUntil(lambda: home.list.model.line_of(copy) >= 0)
    home.entered()
    model = home.list.model
    qtbot.waitUntil(lambda: bool(model.row(model.line_of(copy)).file))
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    ask(window, copy.stem)
    qtbot.waitUntil(lambda: [one.name for one in offered(window)] == [f"file:{copy}"])
    assert offered(window)[0].detail.startswith(copy.name)


def test_what_was_taken_last_comes_first_next_time(asked, desk):
    ask(asked, "larger")
    QTest.keyClick(line(asked), Qt.Key.Key_Return)
    assert theme().scale == 115
    assert desk.settings.value("palette/recent") == ["action:larger"]
    QTest.keyClick(asked, Qt.Key.Key_K, CTRL)
    assert offered(asked)[0].name == "action:larger"


def test_nothing_found_says_so(asked):
    ask(asked, "zzzz")
    assert asked._palette._none.isVisible()
    QTest.keyClick(line(asked), Qt.Key.Key_Return)
    assert line(asked).isVisible()


def test_while_the_client_looks_only_the_interviews_questions_are_offered(asked, monkeypatch):
    asked.go("interview")
    page = asked.page("interview")
    talk = asked.session.snapshot.of(Interview)[0]
    page.presenter.open(talk.id)
    monkeypatch.setattr(page, "client_safe", lambda: True)
    QTest.keyClick(line(asked), Qt.Key.Key_Escape)
    QTest.keyClick(asked, Qt.Key.Key_K, CTRL)
    assert {one.name for one in asked._palette._entries if ":" in one.name} <= {
        *(f"criterion:{code}" for code in talk.agenda),
        *(f"action:{name}" for name in ("larger", "smaller", "screen", "keys")),
        *(f"action:{name}" for name in ("client-safe", "start", "go-on", "pause", "finish")),
        *(f"action:theme-{mode}" for mode in ("light", "dark", "system")),
    }
    person = asked.session.snapshot.of(Person)[-1]
    ask(asked, person.name or person.title)
    assert not any(one.name.startswith(("person", "file", "page")) for one in offered(asked))


def test_a_note_is_found_by_any_of_its_words_and_shown_where_it_was_taken(asked):
    note = next(one for one in asked.session.snapshot.of(Note) if one.criteria and one.interview)
    ask(asked, note.text)
    found = [one for one in offered(asked) if one.name == f"note:{note.id}"]
    assert [one.group for one in found] == [Group.NOTE]
    found[0].act()
    assert asked.current is asked.page("interview")


def test_a_comment_is_found_by_its_words_and_its_response_and_opened(asked, qtbot):
    said = Comment(
        id="c1", number=1, version="1.0", page=7, reader="Sponsor", text="Please say when.",
        response="Said on page three.",
    )  # fmt: skip
    asked.session.do(comments.save, said)
    qtbot.waitUntil(lambda: asked.session.snapshot.get(Comment, "c1") is not None)
    QTest.keyClick(line(asked), Qt.Key.Key_Escape)
    QTest.keyClick(asked, Qt.Key.Key_K, CTRL)
    ask(asked, "page three")
    assert [one.name for one in offered(asked) if one.group is Group.COMMENT] == ["comment:c1"]
    ask(asked, "please say")
    QTest.keyClick(line(asked), Qt.Key.Key_Return)
    sheet = asked.page("report").going.reviewing.comments
    assert sheet.isVisible()
    assert sheet.list.current() == "c1"
    assert sheet.list.hasFocus()


def test_a_sentence_of_the_report_is_found_once_something_is_sought_and_opened(asked, qtbot):
    ask(asked, "a model that works for its author")
    qtbot.waitUntil(lambda: any(one.group is Group.SENTENCE for one in offered(asked)))
    assert [one.name for one in offered(asked)] == ["sentence:summary.introduction"]
    QTest.keyClick(line(asked), Qt.Key.Key_Return)
    sheet = asked.page("report").going.reviewing.wordings
    qtbot.waitUntil(lambda: sheet.list.current() == "summary.introduction")
    assert sheet.isVisible()
    assert "works for its author" in sheet._generated.text()
    sheet.dismiss()
    QTest.keyClick(asked, Qt.Key.Key_K, CTRL)
    ask(asked, "a model that works for")
    assert any(one.group is Group.SENTENCE for one in offered(asked))  # known by now


def test_while_the_client_looks_no_sentence_of_the_report_is_read(asked, monkeypatch):
    monkeypatch.setattr(asked.current, "client_safe", lambda: True)
    ask(asked, "a model that works for its author")
    assert not asked._palette._asked


def test_a_planned_interview_is_found_by_title_role_name_and_day(asked):
    snapshot = asked.session.snapshot
    planned = [one for one in snapshot.of(Interview) if one.state is InterviewState.PLANNED]
    talk = next(one for one in planned if len(one.people) == 1)
    person = snapshot.get(Person, talk.people[0])
    role = snapshot.framework.role[person.role].name
    day = locale.day_and_month(talk.day)
    for words in (talk.title, role, person.name or person.title, day, talk.day.isoformat()):
        ask(asked, words)
        assert f"interview:{talk.id}" in [one.name for one in offered(asked)], words
    ask(asked, f"{role} {day} planned")
    found = [one for one in offered(asked) if one.group is Group.INTERVIEW]
    assert [one.name for one in found] == [f"interview:{talk.id}"]
    found[0].act()
    assert asked.current is asked.page("interview")
    assert asked.current.presenter.interview == talk


@pytest.fixture
def typing(window, qtbot):
    """The window with an interview open and another line begun under a note."""
    window.go("interview")
    page = window.page("interview")
    qtbot.waitUntil(lambda: not window.session.busy)
    talk = next(i for i in window.session.snapshot.of(Interview) if "SRC-1.2" in i.agenda)
    page.presenter.open(talk.id, "SRC-1.2")
    editor = page.asking.card.editor
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_End, CTRL)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "quokka ledgers ")
    return window


def test_a_note_that_is_being_typed_is_found_and_gone_on_with(typing):
    editor = typing.page("interview").asking.card.editor
    QTest.keyClick(editor, Qt.Key.Key_K, CTRL)
    ask(typing, "ledgers quok")
    (found,) = offered(typing)
    assert (found.words, found.detail) == ("quokka ledgers", "SRC-1.2, being typed")
    QTest.keyClick(line(typing), Qt.Key.Key_Return)
    assert editor.hasFocus()
    QTest.keyClicks(editor, "and more")
    assert editor.toPlainText().endswith("quokka ledgers and more")


def test_a_note_that_is_not_kept_yet_is_found_from_another_question(typing, qtbot, monkeypatch):
    page = typing.page("interview")
    real = typing.session.do
    held = []
    monkeypatch.setattr(typing.session, "do", lambda *a, **k: held.append((a, k)))
    page.presenter.go("SRC-1.1")
    typing.go("score")
    QTest.keyClick(typing, Qt.Key.Key_K, CTRL)
    ask(typing, "quokka")
    assert [one.name.partition(":")[0] for one in offered(typing)] == ["typed"]
    QTest.keyClick(line(typing), Qt.Key.Key_Return)
    assert typing.current is page
    assert page.presenter.criterion.id == "SRC-1.2"
    monkeypatch.setattr(typing.session, "do", real)
    for given, named in held:
        real(*given, **named)
    qtbot.waitUntil(lambda: not typing.session.busy)
    QTest.keyClick(typing, Qt.Key.Key_K, CTRL)
    ask(typing, "quokka")
    assert [one.name.partition(":")[0] for one in offered(typing)] == ["note"]


def test_a_note_without_a_question_is_found_while_it_is_typed(typing, qtbot):
    page = typing.page("interview")
    page.room.loose("")
    QTest.keyClicks(QApplication.focusWidget(), "zebra crossing")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_K, CTRL)
    ask(typing, "zebra")
    assert [one.name for one in offered(typing)] == ["typed:loose"]
    QTest.keyClick(line(typing), Qt.Key.Key_Return)
    assert page.room.loose_sheet.editor.hasFocus()


def test_a_pages_key_takes_the_palette_away(asked):
    QTest.keyClick(line(asked), Qt.Key.Key_S, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert not line(asked).isVisible()
    QTest.keyClick(asked, Qt.Key.Key_K, CTRL)
    assert line(asked).hasFocus()
