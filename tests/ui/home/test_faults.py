"""Home while a file or its folder cannot be used: said once, nothing half done, and on."""

import errno
import os
import shutil
import subprocess
import sys
import traceback
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt

from engagements import reading
from engagements.casework.case import Case
from tests.ui.home.test_page import CTRL, SHIFT, listed, press, started, write  # noqa: F401
from tests.ui.refusing import refusing
from ui import faults, jobs


def looked(page, qtbot):
    """Home has looked at its folder: that begins a while after its list, and meets faults too."""
    qtbot.waitUntil(lambda: page.presenter._seen and not jobs.pending())


@pytest.fixture
def page(started, make_file, qtbot):  # noqa: F811
    make_file("Alba")
    found = started().page("home")
    listed(found, qtbot, ["Alba"])
    looked(found, qtbot)
    return found


@pytest.fixture
def unforeseen(monkeypatch):
    """Errors that nobody foresaw."""
    found = []

    def note(error):
        found.append("".join(traceback.format_exception(error)))

    monkeypatch.setattr(faults, "_reporters", [note])
    return found


@contextmanager
def failing(name, number):
    """Commits fail by SQLite's name, moves of files by the system's number."""

    def refuse(*_args):
        raise OSError(number, os.strerror(number))

    kept = shutil.move
    shutil.move = refuse
    try:
        with refusing(name)():
            yield
    finally:
        shutil.move = kept


HOLDER = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(path):
    """Another program has the file."""
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert other.stdout.readline()
    yield
    other.communicate()


@contextmanager
def gone(path):
    """The file is elsewhere."""
    away = path.parent.with_name("elsewhere")
    path.rename(away)
    yield
    away.rename(path)


FAULTS = {
    "full": lambda _path: failing("SQLITE_FULL", errno.ENOSPC),
    "read-only": lambda _path: failing("SQLITE_READONLY", errno.EROFS),
    "held": held,
    "gone": gone,
}
DEEDS = {
    "duplicate": lambda: press(Qt.Key.Key_D, modifiers=CTRL),
    "archive": lambda: press(Qt.Key.Key_A, modifiers=CTRL | SHIFT),
    "delete": lambda: press(Qt.Key.Key_Delete, Qt.Key.Key_Return),
}


def contents(folder):
    """Every file, the engagements by what they say of themselves."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".plumb":
            snapshot = reading.read(path)
            found[path.relative_to(folder)] = (snapshot.client.name, snapshot.engagement.status)
        elif path.is_file():
            found[path.relative_to(folder)] = path.stat().st_size
    return found


def rest(qtbot, desk):
    qtbot.waitUntil(lambda: not jobs.pending() and not desk.session.busy)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("deed", DEEDS)
def test_what_cannot_be_done_is_said_and_can_be_done_again(
    deed, fault, page, desk, unforeseen, qtbot
):
    path, folder = desk.engagements / "Alba.plumb", desk.engagements
    said = page.window().message
    before = contents(folder)
    with FAULTS[fault](path):
        DEEDS[deed]()
        qtbot.waitUntil(said.isVisible)
        rest(qtbot, desk)
        assert "Alba" in said._title.text()
        assert said._advice.text(), "no advice"
        assert not page.list.message.isVisible(), "said to be done"
    assert contents(folder) == before
    said.dismiss()
    page.presenter.refresh(always=True)
    listed(page, qtbot, ["Alba"])
    page.list.view.setFocus()
    DEEDS[deed]()
    qtbot.waitUntil(page.list.message.isVisible)
    rest(qtbot, desk)
    assert contents(folder) != before
    assert unforeseen == []


@pytest.mark.parametrize("name", ["SQLITE_FULL", "SQLITE_READONLY"])
def test_a_new_engagement_that_cannot_be_kept_leaves_the_form_and_no_file(
    name, page, desk, unforeseen, qtbot
):
    before = contents(desk.engagements)
    press(Qt.Key.Key_N, modifiers=CTRL)
    page.new()
    page.form.client.setFocus()
    write("Brae")
    with refusing(name)():
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(page.form.problem()))
        rest(qtbot, desk)
        assert "Brae" in page.form.problem()
        assert page.form.client.text() == "Brae"
        assert desk.session.case is None
    assert contents(desk.engagements) == before
    page.form.client.setFocus()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.session.case is not None)
    assert desk.session.path.name == "Brae.plumb"
    assert unforeseen == []


def test_a_row_says_that_its_file_is_open_elsewhere_once_that_is_known(page, qtbot):
    row = page.list.row()
    case = Case.open(row.path, author="somebody else")
    try:
        page.presenter.open(row.path)
        qtbot.waitUntil(lambda: page.list.row().condition == "open")
    finally:
        case.close()
    page.presenter.refresh()
    qtbot.waitUntil(lambda: page.list.row().condition == "ready")


def test_a_file_that_was_deleted_stays_deleted_when_it_cannot_come_back(
    page, desk, unforeseen, qtbot
):
    DEEDS["delete"]()
    qtbot.waitUntil(page.list.message.isVisible)
    rest(qtbot, desk)
    looked(page, qtbot)
    before = contents(desk.engagements)
    said = page.window().message
    with failing("SQLITE_FULL", errno.ENOSPC):
        assert page.take_back()
        qtbot.waitUntil(lambda: "cannot be moved" in said._title.text())
    assert contents(desk.engagements) == before
    assert unforeseen == []
