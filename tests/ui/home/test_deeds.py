"""What is done to an engagement of the list: by key, by menu, and back again."""

import shutil
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget

from engagements import reading, recycling
from engagements.casework.case import Case
from engagements.records import Answer, PreviousAssessment
from engagements.records.client import Status
from tests.ui.home.test_page import CTRL, SHIFT, listed, on_screen, press, rows, started  # noqa: F401
from ui.home.acts import ACTS, offered
from ui.home.rows import Row


@pytest.fixture
def page(started, make_file, qtbot):  # noqa: F811
    make_file("Alba")
    make_file("Brae")
    found = started().page("home")
    listed(found, qtbot, ["Alba", "Brae"])
    return found


def said(page):
    return page.list.message.words()


def test_deleting_asks_moves_and_is_taken_back(page, desk, qtbot):
    press(Qt.Key.Key_Delete)
    question = page.list.panel.question
    assert on_screen(question)
    assert question.yes.hasFocus()
    assert [keys.words for keys in page.hints()] == ["accept", "keep it"]
    press(Qt.Key.Key_Return)
    listed(page, qtbot, ["Brae"])
    assert page.list.view.hasFocus()
    assert "Alba" in said(page)
    assert not (desk.engagements / "Alba.plumb").exists()
    page.list.message.findChild(QWidget, "home-message-action").click()
    listed(page, qtbot, ["Alba", "Brae"])
    assert page.list.row().name == "Alba"


def test_esc_keeps_it(page, desk):
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Escape)
    assert not on_screen(page.list.panel.question)
    assert page.list.view.hasFocus()
    assert (desk.engagements / "Alba.plumb").exists()


def test_another_row_takes_the_question_away(page):
    press(Qt.Key.Key_Delete)
    page.list.select(1)
    assert not on_screen(page.list.panel.question)


def test_the_open_engagement_is_closed_before_it_is_deleted(page, desk, qtbot):
    path = desk.engagements / "Alba.plumb"
    with qtbot.waitSignal(desk.session.case_changed):
        desk.session.open(lambda: Case.open(path, author="tester"), path)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return)
    listed(page, qtbot, ["Brae"])
    assert desk.session.case is None


def test_deleted_ones_are_listed_and_brought_back(page, desk, qtbot):
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return)
    listed(page, qtbot, ["Brae"])
    page.list.status.buttons()["deleted"].click()
    listed(page, qtbot, ["Alba"])
    assert page.list.row().condition == "deleted"
    page.list.view.setFocus()
    press(Qt.Key.Key_Return)
    listed(page, qtbot, ["Alba", "Brae"])
    assert (desk.engagements / "Alba.plumb").exists()


def test_a_list_of_nothing_but_deleted_ones_is_still_reached(started, make_file, desk, qtbot):  # noqa: F811
    recycling.recycle(make_file("Alba"), desk.engagements, datetime.now())
    found = started().page("home")
    qtbot.waitUntil(lambda: found._shows("list"))
    found.list.status.buttons()["deleted"].click()
    listed(found, qtbot, ["Alba"])


def test_what_was_deleted_long_ago_is_swept_at_the_start(started, make_file, desk, qtbot):  # noqa: F811
    long_ago = datetime.now() - timedelta(days=40)
    recycling.recycle(make_file("Old"), desk.engagements, long_ago)
    make_file("Alba")
    listed(started().page("home"), qtbot, ["Alba"])
    assert recycling.recycled(desk.engagements) == ()


def test_a_copy_is_made_of_a_closed_and_of_an_open_engagement(page, desk, qtbot):
    press(Qt.Key.Key_D, modifiers=CTRL)
    listed(page, qtbot, ["Alba", "Alba (copy)", "Brae"])
    assert page.list.row().name == "Alba (copy)"
    path = desk.engagements / "Brae.plumb"
    with qtbot.waitSignal(desk.session.case_changed):
        desk.session.open(lambda: Case.open(path, author="tester"), path)
    page.list.select(2)
    press(Qt.Key.Key_D, modifiers=CTRL)
    listed(page, qtbot, ["Alba", "Alba (copy)", "Brae", "Brae (copy)"])
    assert desk.session.path == path


def test_archived_and_taken_out_again(page, desk, qtbot):
    press(Qt.Key.Key_A, modifiers=CTRL | SHIFT)
    qtbot.waitUntil(lambda: page.list.row().status == "archived")
    assert page.list.row().name == "Alba"
    page.list.message.findChild(QWidget, "home-message-action").click()
    qtbot.waitUntil(lambda: page.list.row().status == "planned")


def hint(page):
    return page.window().status._undo.words.text()


def test_the_list_undoes_what_it_did_itself_and_says_so(page, desk, qtbot):
    path = desk.engagements / "Brae.plumb"
    with qtbot.waitSignal(desk.session.case_changed):
        desk.session.open(lambda: Case.open(path, author="tester"), path)
    with qtbot.waitSignal(desk.session.changed):
        desk.session.do(lambda case: case.update_engagement(target=3))
    assert hint(page) == ""
    press(Qt.Key.Key_Z, modifiers=CTRL)
    assert page.window().current is page
    assert "nothing to undo in this list" in page.window().message.words()
    assert desk.session.snapshot.engagement.target == 3
    page.list.select(0)
    press(Qt.Key.Key_A, modifiers=CTRL | SHIFT)
    qtbot.waitUntil(lambda: page.list.row().status == "archived")
    assert hint(page) == "Ctrl+Z undoes archiving Alba"
    page.new()
    assert hint(page) == ""
    page.form.cancelled.emit()
    assert hint(page) == "Ctrl+Z undoes archiving Alba"
    page.window().go("score")
    assert hint(page) == "Ctrl+Z undoes a change of the engagement"
    page.window().go("home")
    press(Qt.Key.Key_Z, modifiers=CTRL)
    qtbot.waitUntil(lambda: page.list.row().status == "planned")
    assert hint(page) == ""
    assert desk.session.snapshot.engagement.target == 3


def test_a_closed_message_takes_its_undo_with_it(page, qtbot):
    press(Qt.Key.Key_A, modifiers=CTRL | SHIFT)
    qtbot.waitUntil(lambda: page.list.row().status == "archived")
    page.list.message.dismiss()
    assert hint(page) == ""
    press(Qt.Key.Key_Z, modifiers=CTRL)
    assert page.list.row().status == "archived"


def test_the_open_engagement_is_archived_through_the_session(page, desk, qtbot):
    path = desk.engagements / "Alba.plumb"
    with qtbot.waitSignal(desk.session.case_changed):
        desk.session.open(lambda: Case.open(path, author="tester"), path)
    press(Qt.Key.Key_A, modifiers=CTRL | SHIFT)
    qtbot.waitUntil(lambda: page.list.row().status == "archived")
    assert desk.session.snapshot.engagement.status is Status.ARCHIVED


def test_a_delivered_one_is_assessed_again(started, sample_file, desk, qtbot):  # noqa: F811
    case = Case.open(sample_file, author="tester")
    case.update_engagement(status=Status.DELIVERED)
    case.close()
    window = started()
    found = window.page("home")
    listed(found, qtbot, ["Halden Freight"])
    press(Qt.Key.Key_N, modifiers=CTRL | SHIFT)
    assert on_screen(found.form)
    assert not found.form.client.isEnabled()
    assert found.form.client.text() == "Halden Freight"
    found.form.submit()
    qtbot.waitUntil(lambda: window.current is window.page("interview"))
    snapshot = desk.session.snapshot
    assert desk.session.path == desk.engagements / "Halden Freight 2.plumb"
    assert snapshot.of(PreviousAssessment)
    assert not snapshot.of(Answer)
    assert snapshot.engagement.target == 3
    assert reading.read(sample_file).of(Answer)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_offers_what_can_be_done(page, qtbot):
    page.list.panel.more.click()
    menu = page.list.findChild(QMenu, "engagement-menu")
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert words == [
        "Engagement details",
        "Mark as delivered",
        "Duplicate",
        "Archive",
        "Delete",
    ]
    menu.close()


def test_an_engagement_is_delivered_and_that_is_undone(page, qtbot):
    page.deeds.do(ACTS["deliver"])
    qtbot.waitUntil(lambda: page.list.row().status == "delivered")
    assert page.undo_words() == "delivering Alba"
    page.take_back()
    qtbot.waitUntil(lambda: page.list.row().status == "planned")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_key_opens_it_at_the_row(page, qtbot):
    page.list.view.menu.emit(QPoint(10, 10))
    menu = page.list.findChild(QMenu, "engagement-menu")
    assert menu.isVisible()
    menu.actions()[2].trigger()
    menu.close()
    listed(page, qtbot, ["Alba", "Alba (copy)", "Brae"])


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("key", [(Qt.Key.Key_F10, SHIFT), (Qt.Key.Key_Menu, None)])
@pytest.mark.parametrize("where", ["list", "panel"])
def test_the_keys_for_a_menu_open_it_from_list_and_panel(page, key, where):
    page.list.select(1)
    (page.list.view if where == "list" else page.list.panel.go).setFocus()
    press(key[0], modifiers=key[1] or Qt.KeyboardModifier.NoModifier)
    menu = QApplication.activePopupWidget()
    assert menu is page.list.findChild(QMenu, "engagement-menu")
    if where == "list":
        assert menu.pos().y() > page.list.view.mapToGlobal(QPoint(0, 0)).y()
    press(Qt.Key.Key_Escape)
    menu.close()


def test_a_damaged_file_is_restored_from_a_copy(page, desk, qtbot, monkeypatch):
    path = desk.engagements / "Alba.plumb"
    backup = shutil.copy(path, desk.engagements.parent / "backup.plumb")
    path.write_bytes(b"torn")
    page.presenter.refresh()
    qtbot.waitUntil(lambda: page.list.row().condition == "damaged")
    mend = page.list.panel.mend
    assert on_screen(mend)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(backup), ""))
    mend.click()
    qtbot.waitUntil(lambda: page.list.row().condition == "ready")
    assert reading.read(path).client.name == "Alba"
    assert "restored" in said(page)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_folder_that_cannot_be_read_is_told_and_another_chosen(
    started,  # noqa: F811
    desk,
    qtbot,
    monkeypatch,
    tmp_path,
):
    desk.engagements.rmdir()
    desk.engagements.write_text("not a folder")
    other = tmp_path / "other"
    other.mkdir()
    Case.create(other / "Alba.plumb", client="Alba", author="tester").close()
    from ui.home.page import HomePage

    found = HomePage(desk)
    qtbot.addWidget(found, before_close_func=lambda one: one.end())
    found.show()
    qtbot.waitUntil(lambda: found._shows("lost"))
    assert found.first_focus() is found.lost.choose
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(other))
    found.lost.choose.click()
    qtbot.waitUntil(lambda: found._shows("list") and rows(found) == ["Alba"])
    assert desk.settings.value("home/folder") == str(other)


def row(folder, **fields):
    return Row(path=folder / "a.plumb", client="A", **fields)


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        (
            {"status": "delivered"},
            ["details", "reopen", "reassess", "duplicate", "archive", "delete"],
        ),
        ({}, ["details", "deliver", "duplicate", "archive", "delete"]),
        ({"status": "archived"}, ["details", "reassess", "duplicate", "unarchive", "delete"]),
        ({"condition": "damaged"}, ["restore", "delete"]),
        ({"condition": "locked"}, ["delete"]),
        ({"condition": "open"}, []),
        ({"condition": "missing"}, ["forget"]),
    ],
)
def test_only_what_makes_sense_is_offered(tmp_path, fields, names):
    assert [act.name for act in offered(row(tmp_path, **fields), tmp_path, None)] == names


def test_a_file_from_elsewhere_is_taken_off_the_list_not_deleted(tmp_path):
    here = offered(row(tmp_path / "stick"), tmp_path, None)
    assert [act.name for act in here][-1] == "forget"


def test_a_locked_one_that_is_open_here_can_be_copied(tmp_path):
    one = row(tmp_path, condition="locked")
    assert "duplicate" in [act.name for act in offered(one, tmp_path, one.path)]
