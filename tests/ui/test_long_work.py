"""What takes long shows how far it is and is stopped by a key; nothing half done is left."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from engagements.casework.case import Case
from engagements.file import backup, blobs
from engagements.records import Evidence
from tests.ui.changing import choosing
from ui import jobs

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CHUNKS = 8


class Gate:
    """Holds a function back at one of its calls until it is opened."""

    def __init__(self, function, at):
        self._function, self._at, self._calls = function, at, 0
        self._open = threading.Event()

    def __call__(self, *args, **kwargs):
        self._calls += 1
        if self._calls == self._at:
            assert self._open.wait(60)
        return self._function(*args, **kwargs)

    def open(self):
        self._open.set()


@pytest.fixture
def gate(monkeypatch):
    made = []

    def hold(module, name, at):
        one = Gate(getattr(module, name), at)
        monkeypatch.setattr(module, name, one)
        made.append(one)
        return one

    yield hold
    for one in made:
        one.open()


@pytest.fixture
def large(tmp_path):
    """A file of eight chunks, no two of them alike."""
    path = tmp_path / "recording.bin"
    path.write_bytes(b"".join(bytes([number]) * blobs.CHUNK for number in range(CHUNKS)))
    return path


def rest(window, qtbot):
    qtbot.waitUntil(lambda: not jobs.pending() and not window.session.busy)


def rows(session, qtbot):
    """Attachments and their chunks as the tables hold them, whole or not."""
    found = []

    def count(case):
        query = "SELECT (SELECT count(*) FROM blob), (SELECT count(*) FROM chunk)"
        return case.file._store.connection.execute(query).fetchone()

    session.do(count, reads=True, on_done=found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def by_key(window):
    QTest.keyClick(
        QApplication.focusWidget(), Qt.Key.Key_X, CTRL | Qt.KeyboardModifier.ShiftModifier
    )


def by_button(window):
    window.status.work.cancel.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window.status.work.cancel, Qt.Key.Key_Return)


STOPS = pytest.mark.parametrize("stop", [by_key, by_button])


def attaching(window, large, gate, qtbot, monkeypatch):
    """A large file on its way in from the Evidence page, held in its fourth chunk."""
    choosing(monkeypatch, large)
    window.go("evidence")
    rest(window, qtbot)
    held = gate(blobs, "extend", 4)
    window.page("evidence").add()
    qtbot.waitUntil(lambda: window.status.work.words() == "Attaching a file 38%")
    return held


@STOPS
def test_attaching_is_stopped_and_leaves_nothing(
    stop,
    window,
    large,
    gate,
    qtbot,
    monkeypatch,
):
    session = window.session
    before, kept = rows(session, qtbot), session.snapshot.of(Evidence)
    held = attaching(window, large, gate, qtbot, monkeypatch)
    stop(window)
    assert window.status.work.words() == "Stopping"
    assert not window.status.work.cancel.isEnabled()
    held.open()
    rest(window, qtbot)
    assert window.message.words() == "Stopped. Nothing was changed."
    assert not window.status.work.isVisible()
    assert window.current.isAncestorOf(QApplication.focusWidget())
    assert session.snapshot.of(Evidence) == kept
    assert rows(session, qtbot) == before
    window.page("evidence").add()
    qtbot.waitUntil(lambda: len(session.snapshot.of(Evidence)) == len(kept) + 1)
    assert rows(session, qtbot) == (before[0] + 1, before[1] + CHUNKS)


def test_attaching_that_nobody_stops_goes_to_its_end(
    window,
    large,
    gate,
    qtbot,
    monkeypatch,
):
    held = attaching(window, large, gate, qtbot, monkeypatch)
    held.open()
    rest(window, qtbot)
    added = max(window.session.snapshot.of(Evidence), key=lambda one: one.reference)
    assert added.attachment.size == large.stat().st_size
    assert not window.status.work.isVisible()
    assert not window.message.isVisible()


def test_two_files_are_stopped_one_after_the_other(
    window,
    large,
    gate,
    qtbot,
    monkeypatch,
    tmp_path,
):
    session, kept = window.session, window.session.snapshot.of(Evidence)
    held = attaching(window, large, gate, qtbot, monkeypatch)
    other = tmp_path / "other.txt"
    other.write_text("short")
    choosing(monkeypatch, other)
    window.page("evidence").add()
    by_key(window)
    held.open()
    rest(window, qtbot)
    assert [one.title for one in session.snapshot.of(Evidence) if one not in kept] == ["other"]


@STOPS
def test_a_copy_is_stopped_and_what_stood_there_stays(
    stop,
    window,
    tmp_path,
    gate,
    qtbot,
    monkeypatch,
):
    target = tmp_path / "out" / "copy.plumb"
    target.parent.mkdir()
    target.write_bytes(b"an earlier file")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    monkeypatch.setattr(backup, "_refuse_open", lambda _target: None)
    held = gate(backup, "_flush", 1)
    window.go("score")
    rest(window, qtbot)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_C, CTRL | SHIFT)
    qtbot.waitUntil(lambda: window.status.work.words() == "Saving a copy 100%")
    stop(window)
    held.open()
    rest(window, qtbot)
    assert window.message.words() == "Stopped. Nothing was changed."
    assert [one.name for one in target.parent.iterdir()] == ["copy.plumb"]
    assert target.read_bytes() == b"an earlier file"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_C, CTRL | SHIFT)
    qtbot.waitUntil(lambda: "The copy is saved" in window.message.words())
    Case.open(target, author="colleague", read_only=True).close()


def test_a_copy_is_stopped_between_two_of_its_steps(window, tmp_path, qtbot):
    """The step itself asks: nothing of the copy is left, whatever stage it was in."""
    target, seen = tmp_path / "out" / "copy.plumb", []

    def copy(case, *, progress, cancelled):
        def stop_at_first(done, total):
            seen.append((done, total))
            window.session._long[0].stop.set()
            progress(done, total)

        case.file.backup(target, pages=8, progress=stop_at_first, cancelled=cancelled)

    told = []
    window.session.do(copy, reads=True, words="Copying", on_failed=told.append)
    rest(window, qtbot)
    assert [one.title for one in told] == ["Stopped."]
    assert len(seen) == 1
    assert seen[0][0] < seen[0][1]
    assert list(target.parent.iterdir()) == []


def test_what_is_quick_is_not_shown(window, qtbot):
    shown = []
    window.status.work._wait.setInterval(600_000)
    window.status.work.shown.connect(shown.append)
    window.session.do(lambda _case, **_how: None, reads=True, words="Quick")
    rest(window, qtbot)
    assert window.session.long_work is None
    assert not window.status.work._wait.isActive()
    assert shown == []
