"""Every way of evidence in, out and on: dialogs, drop, clipboard, large files, requests."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from engagements.casework import evidence, scoping
from engagements.casework.case import Case
from engagements.file import blobs
from engagements.records import Evidence, EvidenceRequest, Person, ScopeUnit
from engagements.records.client import FIRST_UNIT_ID
from tests.ui.evidence.files import pdf_of
from tests.ui.evidence.test_page import item
from ui.evidence.page import REQUESTS
from ui.parts.voices import person_words
from ui.shell import panes

PASTE = (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def answers_with(monkeypatch, kind, *names):
    """The file dialog of a kind gives these names at once; returns what it was offered."""
    asked = []

    def dialog(_parent, _title, offered="", *_rest):
        asked.append(offered)
        several = kind == "getOpenFileNames"
        return (list(names) if several else names[0]), ""

    monkeypatch.setattr(QFileDialog, kind, dialog)
    return asked


def press(page, qtbot, name):
    def seen():
        return [one for one in page.findChildren(QPushButton, name) if one.isVisible()]

    qtbot.waitUntil(lambda: len(seen()) == 1)
    (button,) = seen()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def count(page):
    return len(page.session.snapshot.of(Evidence))


def named(page, title):
    return next((one for one in page.session.snapshot.of(Evidence) if one.title == title), None)


def add(page, qtbot, data=b"one", name="first.txt", title="Attached"):
    page.session.do(evidence.attach, title, data, name=name, evidence_id="new")
    qtbot.waitUntil(lambda: page.register.view.choose("new"))
    qtbot.waitUntil(lambda: not page.session.busy)


def test_files_chosen_in_the_dialog_are_added_and_the_title_is_asked(
    page, tmp_path, monkeypatch, qtbot
):
    for name in ("plan.txt", "map.txt"):
        (tmp_path / name).write_text(name)
    answers_with(
        monkeypatch, "getOpenFileNames", str(tmp_path / "plan.txt"), str(tmp_path / "map.txt")
    )
    before = count(page)
    press(page.window(), qtbot, "add-evidence")
    qtbot.waitUntil(lambda: count(page) == before + 2)
    assert named(page, "plan").attachment.name == "plan.txt"
    qtbot.waitUntil(lambda: item(page).title == "map")
    qtbot.waitUntil(lambda: page.item.title.hasFocus() and page.item.title.hasSelectedText())


def dropped(page, source):
    event = QDropEvent(
        QPointF(300, 300),
        Qt.DropAction.CopyAction,
        source,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)
    return event.isAccepted()


def test_a_dropped_file_is_added(page, tmp_path, qtbot):
    path = tmp_path / "dropped.txt"
    path.write_bytes(b"abc")
    source = QMimeData()
    source.setUrls([QUrl.fromLocalFile(str(path))])
    assert dropped(page, source)
    qtbot.waitUntil(lambda: named(page, "dropped") is not None)
    assert named(page, "dropped").attachment.size == 3


def test_a_dropped_file_that_is_gone_is_said(page, tmp_path, qtbot):
    source = QMimeData()
    source.setUrls([QUrl.fromLocalFile(str(tmp_path / "gone.txt"))])
    with qtbot.waitSignal(page.work.refused) as refused:
        dropped(page, source)
    assert "gone.txt" in refused.args[0].title


def test_a_pasted_picture_becomes_evidence_with_a_preview(page, qtbot):
    picture = QImage(320, 200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkCyan)
    QGuiApplication.clipboard().setImage(picture)
    before = count(page)
    QTest.keyClick(page.register.view, *PASTE)
    qtbot.waitUntil(lambda: count(page) == before + 1)
    qtbot.waitUntil(lambda: item(page).title.startswith("Screenshot "))
    assert item(page).attachment.media_type == "image/png"
    seen = page.item.preview
    qtbot.waitUntil(lambda: seen.seen is not None and seen.seen.kind == "picture")


def test_a_pasted_link_is_kept_shown_and_copied(page, qtbot):
    QGuiApplication.clipboard().setText("https://wiki.example/runbook")
    QTest.keyClick(page.register.view, *PASTE)
    qtbot.waitUntil(lambda: item(page).link == "https://wiki.example/runbook")
    assert item(page).title == "wiki.example/runbook"
    assert page.item._link.text() == "https://wiki.example/runbook"
    assert not page.item.preview.isVisible()
    QGuiApplication.clipboard().setText("something else")
    press(page, qtbot, "copy-link")
    assert QGuiApplication.clipboard().text() == "https://wiki.example/runbook"


def test_an_empty_clipboard_is_said(page, qtbot):
    QGuiApplication.clipboard().clear()
    with qtbot.waitSignal(page.said) as said:
        QTest.keyClick(page.register.view, *PASTE)
    assert said.args[0].title == "There is nothing to attach."


@pytest.mark.parametrize("wanted", [True, False])
def test_a_large_file_is_asked_for_first(page, tmp_path, monkeypatch, qtbot, wanted):
    monkeypatch.setattr(blobs, "WITHOUT_ASKING", 1_000)
    path = tmp_path / "dump.bin"
    path.write_bytes(b"x" * 5_000)
    answers_with(monkeypatch, "getOpenFileNames", str(path))
    before = count(page)
    press(page.window(), qtbot, "add-evidence")
    sheet = page._ask_sheet
    qtbot.waitUntil(sheet.isVisible)
    assert sheet.accept.hasFocus()
    assert count(page) == before
    QTest.keyClick(sheet.accept, Qt.Key.Key_Return if wanted else Qt.Key.Key_Escape)
    assert sheet.isHidden()
    if wanted:
        qtbot.waitUntil(lambda: named(page, "dump") is not None)
        assert named(page, "dump").attachment.size == 5_000
    qtbot.waitUntil(lambda: not page.session.busy)
    assert count(page) == before + wanted
    assert not page._moving.isVisible()


def test_a_copy_is_saved_under_its_name(page, tmp_path, monkeypatch, qtbot):
    add(page, qtbot, b"the log", "train.log")
    asked = answers_with(monkeypatch, "getSaveFileName", str(tmp_path / "copy.log"))
    press(page, qtbot, "save-copy")
    qtbot.waitUntil((tmp_path / "copy.log").exists)
    qtbot.waitUntil(lambda: (tmp_path / "copy.log").read_bytes() == b"the log")
    assert asked == ["train.log"]


def test_a_copy_that_cannot_be_written_is_said(page, tmp_path, monkeypatch, qtbot):
    add(page, qtbot)
    answers_with(monkeypatch, "getSaveFileName", str(tmp_path / "no" / "copy.log"))
    with qtbot.waitSignal(page.work.refused) as refused:
        press(page, qtbot, "save-copy")
    assert refused.args[0].advice == "Choose another."


def test_a_replaced_file_is_brought_back(page, tmp_path, monkeypatch, qtbot):
    add(page, qtbot, b"one", "first.txt")
    (tmp_path / "second.txt").write_bytes(b"two")
    answers_with(monkeypatch, "getOpenFileName", str(tmp_path / "second.txt"))
    press(page, qtbot, "replace-file")
    qtbot.waitUntil(lambda: item(page).attachment.name == "second.txt")
    qtbot.waitUntil(lambda: page.item._earlier.count() == 1)
    press(page, qtbot, "back-0")
    qtbot.waitUntil(lambda: item(page).attachment.name == "first.txt")
    qtbot.waitUntil(lambda: page.item._file.whole().startswith("first.txt"))
    seen = page.item.preview
    qtbot.waitUntil(lambda: seen.seen is not None and seen.seen.text == "one")


def test_grade_sort_and_dimension_narrow_and_order(page, qtbot):
    snapshot, pane = page.session.snapshot, page.register
    keys = lambda: [pane.view.lines.key(n) for n in range(pane.view.lines.rowCount())]  # noqa: E731
    everything = snapshot.of(Evidence)

    def choose(select, key):
        select.choose(key)
        select.picked.emit(key)

    choose(pane._grade, "3")
    assert keys() == [one.id for one in everything if one.grade == 3]
    choose(pane._grade, "")
    dimension = snapshot.framework.criterion[everything[0].speaks_for[0].criterion].dimension
    choose(pane._dimension, dimension)
    about = [
        one.id
        for one in everything
        if any(snapshot.framework.criterion[s.criterion].dimension == dimension
               for s in one.speaks_for)
    ]  # fmt: skip
    assert keys() == about
    assert 0 < len(about) < len(everything)
    choose(pane._dimension, "")
    choose(pane._sort, "grade")
    grades = [snapshot.get(Evidence, key).grade for key in keys()]
    assert grades == sorted(grades, reverse=True)
    choose(pane._sort, "title")
    titles = [snapshot.get(Evidence, key).title.casefold() for key in keys()]
    assert titles == sorted(titles)


def test_used_in_leads_to_where_it_is_used(page, qtbot):
    going = {"interview": page.asks_criterion, "findings": page.asks_finding}
    going |= {"report": page.asks_page}
    buttons = {
        one.accessibleName(): one
        for one in page.item.findChildren(QPushButton)
        if one.objectName().startswith("use-")
    }
    talk = next(one for name, one in buttons.items() if name.startswith("Open: Interview"))
    report = next(one for name, one in buttons.items() if "report" in name)
    for signal in going.values():
        signal.disconnect()  # the window of this test has no page to go to
    with qtbot.waitSignal(going["interview"]) as seen:
        talk.click()
    assert seen.args[0] == item(page).speaks_for[0].criterion
    with qtbot.waitSignal(going["report"]) as seen:
        report.click()
    assert seen.args == ["report"]


def test_page_buttons_turn_the_preview(page, qtbot):
    add(page, qtbot, pdf_of(2), "two.pdf")
    seen = page.item.preview
    qtbot.waitUntil(lambda: seen.seen is not None and seen.seen.pages == 2)
    assert not seen._back.isEnabled()
    seen._next.setFocus()
    QTest.keyClick(seen._next, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: seen._which.text() == "Page 2 of 2")
    assert not seen._next.isEnabled()
    assert "Page 2 of 2" in seen.words()


@pytest.mark.qt_log_ignore("JPEG", extend=True)  # libjpeg tells what it found, through Qt
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("broken.png", b"\x89PNG\r\n\x1a\n and then nothing"),
        ("broken.pdf", b"%PDF-1.7 and then nothing"),
        ("half.pdf", pdf_of(2)[:900]),
        ("empty.pdf", b""),
        ("empty.jpg", b""),
        ("broken.jpg", b"\xff\xd8\xff\xe0 and then nothing"),
        ("broken.gif", b"GIF89a"),
        ("broken.webp", b"RIFF\x00\x00\x00\x00WEBP"),
    ],
)
def test_what_is_damaged_gets_one_sentence(page, qtbot, name, data):
    add(page, qtbot, data, name)
    seen = page.item.preview
    qtbot.waitUntil(lambda: seen.seen is not None and seen.seen.kind == "damaged")
    assert seen.words() == (
        "This file cannot be shown; it may be damaged. What was kept is unchanged."
    )
    assert not seen._bar.isVisible()


@pytest.fixture
def asked(page, qtbot):
    """A late request on screen."""
    wanted = EvidenceRequest(id="late", title="Rebuild log", due=date.today() - timedelta(days=2))
    page.session.do(evidence.request, wanted)
    qtbot.waitUntil(lambda: page.session.snapshot.get(EvidenceRequest, "late") is not None)
    page.show_list(REQUESTS)
    assert page.requests.view.choose("late")
    return page


def request(page):
    return page.session.snapshot.get(EvidenceRequest, "late")


def test_a_file_is_received_for_a_request_and_shown(asked, tmp_path, monkeypatch, qtbot):
    (tmp_path / "rebuild.txt").write_bytes(b"done")
    answers_with(monkeypatch, "getOpenFileName", str(tmp_path / "rebuild.txt"))
    assert not asked.request._unit_field.isVisible()
    press(asked, qtbot, "receive-file")
    qtbot.waitUntil(lambda: request(asked).received is not None)
    got = asked.session.snapshot.get(Evidence, request(asked).received)
    assert (got.title, got.attachment.name) == ("Rebuild log", "rebuild.txt")
    qtbot.waitUntil(lambda: asked.request._state.text() == "Received")
    assert QApplication.focusWidget().objectName() == "show-received"
    press(asked, qtbot, "show-received")
    assert asked.register.view.current() == got.id


def links_of(page):
    buttons = page.item.links.findChildren(QPushButton)
    shown = [one for one in buttons if one.isVisible()]
    return [one.text() for one in shown if one.objectName().startswith("open-link-")]


def test_what_is_received_carries_the_criteria_and_the_person_of_its_request(
    asked, tmp_path, monkeypatch, qtbot
):
    person = asked.session.snapshot.of(Person)[1]
    fields = {"criteria": ("SRC-1.2", "MON-1.1"), "person": person.id}
    asked.session.do(evidence.request, request(asked).model_copy(update=fields))
    qtbot.waitUntil(lambda: request(asked).person == person.id)
    (tmp_path / "rebuild.txt").write_bytes(b"done")
    answers_with(monkeypatch, "getOpenFileName", str(tmp_path / "rebuild.txt"))
    press(asked, qtbot, "receive-file")
    qtbot.waitUntil(lambda: request(asked).received is not None)
    qtbot.waitUntil(lambda: asked.request._state.text() == "Received")
    press(asked, qtbot, "show-received")
    qtbot.waitUntil(lambda: links_of(asked) == ["SRC-1.2", "MON-1.1"])
    assert person_words(asked.session.snapshot, person.id) in asked.item._about.text()


def test_something_there_is_chosen_as_received_and_taken_back(asked, qtbot):
    there = asked.session.snapshot.of(Evidence)[1]
    choice = asked.request._answer
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    QTest.keyClick(choice, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: request(asked).received == there.id)
    QTest.keyClick(choice, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: request(asked).received is None)
    assert "2 days late" in asked.request._state.text()


def test_with_several_units_it_is_asked_which_one_a_file_is_for(
    asked, tmp_path, monkeypatch, qtbot
):
    asked.session.do(scoping.save_unit, ScopeUnit(id="second", name="Claims", position=1))
    qtbot.waitUntil(lambda: len(asked.session.snapshot.scope_units) == 2)
    qtbot.waitUntil(asked.request._unit_field.isVisible)
    choice = asked.request._unit
    assert choice.current() == FIRST_UNIT_ID
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    (tmp_path / "rebuild.txt").write_bytes(b"done")
    answers_with(monkeypatch, "getOpenFileName", str(tmp_path / "rebuild.txt"))
    press(asked, qtbot, "receive-file")
    qtbot.waitUntil(lambda: request(asked).received is not None)
    got = asked.session.snapshot.get(Evidence, request(asked).received)
    assert got.scope_unit == "second"
    asked.show_evidence(got.id)
    assert asked.item._unit_field.isVisible()
    asked.item._unit.setFocus()
    QTest.keyClick(asked.item._unit, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: item(asked).scope_unit == FIRST_UNIT_ID)
    assert QApplication.focusWidget() is asked.item._unit


def test_taking_out_by_mouse_while_a_title_is_typed_takes_it_out(page, qtbot):
    before, gone = count(page), item(page).id
    page.item.title.setFocus()
    page.item.title.selectAll()
    QTest.keyClicks(page.item.title, "half a")
    (button,) = (one for one in page.findChildren(QPushButton, "take-out") if one.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.session.snapshot.get(Evidence, gone) is None)
    qtbot.waitUntil(lambda: not page.session.busy)
    assert count(page) == before - 1
    assert named(page, "half a") is None


def test_a_new_request_under_a_search_is_the_one_that_is_named(page, qtbot):
    page.which.buttons()[REQUESTS].click()
    before = {one.id: one.title for one in page.session.snapshot.of(EvidenceRequest)}
    page.search.edit.setText("log")
    page.requests.view.setFocus()
    QTest.keyClick(page.requests.view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(page.session.snapshot.of(EvidenceRequest)) == len(before) + 1)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.request.title)
    QTest.keyClicks(page.request.title, "Deployment record")
    QTest.keyClick(page.request.title, Qt.Key.Key_Return)

    def titles():
        return {one.id: one.title for one in page.session.snapshot.of(EvidenceRequest)}

    qtbot.waitUntil(lambda: "Deployment record" in titles().values())
    assert {key: title for key, title in titles().items() if key in before} == before


def test_a_question_about_a_file_ends_with_its_engagement(page, make_file, qtbot):
    page._ask_sheet.ask("Attach it?", "It is large.", "Attach it", lambda: None)
    assert page._ask_sheet.isVisible()
    other = make_file("Other Ltd")
    with qtbot.waitSignal(page.session.case_changed):
        page.session.open(lambda: Case.open(other, author="a"), other)
    qtbot.waitUntil(lambda: page.session.path == other)
    qtbot.waitUntil(lambda: not page._ask_sheet.isVisible())


def test_delete_that_is_held_takes_one_out(page, qtbot):
    before, view = count(page), page.register.view
    view.setFocus()
    for held in (False, True, True, True):
        press = QKeyEvent(
            QKeyEvent.Type.KeyPress, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "", held
        )
        QApplication.sendEvent(view, press)
        qtbot.waitUntil(lambda: not page.session.busy)
    assert count(page) == before - 1


def test_f6_goes_into_the_panel_and_not_to_the_button_that_takes_out(page):
    page.register.view.setFocus()
    panes.step(page.panes(), 1)
    assert page.item.isAncestorOf(QApplication.focusWidget())
    assert QApplication.focusWidget() is page.item.title


def test_f6_stays_on_a_sheet(page):
    page._ask_sheet.ask("Attach it?", "It is large.", "Attach it", lambda: None)
    panes.step(page.panes(), 1)
    assert page._ask_sheet.isAncestorOf(QApplication.focusWidget())
