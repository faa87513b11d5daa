"""Every page that writes, while the file cannot be written: said once, nothing lost, and on."""

import sys
from contextlib import contextmanager, suppress

import pytest
from PySide6.QtWidgets import QApplication

from engagements.casework import interviewing
from tests.ui.changing import CHANGES, choosing
from tests.ui.refusing import refusing
from tests.ui.windows import windowed
from ui import faults, jobs


@pytest.fixture
def window(desk, opened, qtbot):
    return windowed(desk, qtbot)


@pytest.fixture
def unforeseen(monkeypatch):
    """Errors that nobody foresaw."""
    found = []
    monkeypatch.setattr(faults, "_reporters", [found.append])
    return found


@pytest.fixture
def told(window, monkeypatch):
    """Every message of the window, as its title and advice."""
    found = []
    show = window.message.show_problem

    def noted(problem, **how):
        found.append((problem.title, problem.advice))
        show(problem, **how)

    monkeypatch.setattr(window.message, "show_problem", noted)
    return found


@contextmanager
def gone(path):
    """The file is elsewhere."""
    away = path.with_name("elsewhere")
    path.rename(away)
    yield
    away.rename(path)


@contextmanager
def no_folder(path):
    """The folder is elsewhere, as on a drive that was pulled out."""
    away = path.parent.with_name("away")
    path.parent.rename(away)
    yield
    away.rename(path.parent)


FAULTS = {
    "full": (refusing("SQLITE_FULL"), "There is no space left"),
    "read-only": (refusing("SQLITE_READONLY"), "cannot be written"),
    "held": (refusing("SQLITE_BUSY"), "is open elsewhere"),
    "gone": (gone, "is no longer in"),
    "no folder": (no_folder, "is no longer in"),
}


def rest(window, qtbot):
    def done():
        return not jobs.pending() and not window.session.busy

    qtbot.waitUntil(done)
    QApplication.processEvents()
    qtbot.waitUntil(done)


def some_file(tmp_path):
    path = tmp_path / "release.txt"
    path.write_bytes(b"released at noon\n" * 80_000)
    return path


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("change", CHANGES)
def test_what_cannot_be_kept_is_said_and_can_be_done_again(
    change, fault, window, told, unforeseen, qtbot, tmp_path, monkeypatch
):
    if fault in ("gone", "no folder") and sys.platform == "win32":
        pytest.skip("Windows keeps an open file where it is")
    one, (injected, words) = CHANGES[change], FAULTS[fault]
    choosing(monkeypatch, some_file(tmp_path))
    window.go(one.page)
    page = window.page(one.page)
    rest(window, qtbot)
    one.ready(page)
    rest(window, qtbot)
    kept, shown = one.kept(window.session), one.shown(page)
    told.clear()
    with injected(window.session.path):
        one.do(page)
        rest(window, qtbot)
        assert len(told) == 1, told
        assert words in told[0][0]
        assert told[0][1], "no advice"
        assert window.message.isVisible()
        assert one.kept(window.session) == kept
        assert one.shown(page) == (one.typed or shown)
        assert not window.status.saved_words().startswith("Saved")
    (one.again or one.do)(page)
    rest(window, qtbot)
    qtbot.waitUntil(lambda: one.kept(window.session) != kept)
    qtbot.waitUntil(lambda: window.status.saved_words().startswith("Saved"))
    assert len(told) == 1
    assert unforeseen == []


def test_a_draft_that_failed_does_not_come_back_after_its_judgement(window, qtbot):
    one = CHANGES["a reason"]
    window.go(one.page)
    page = window.page(one.page)
    rest(window, qtbot)
    one.ready(page)
    with refusing("SQLITE_FULL")():
        one.do(page)
        qtbot.waitUntil(lambda: window.session.unsaved)
        rest(window, qtbot)
    one.again(page)
    qtbot.waitUntil(lambda: not window.session.unsaved)
    rest(window, qtbot)
    window.session.retry()
    found = []
    window.session.do(interviewing.drafts, reads=True, on_done=found.append)
    rest(window, qtbot)
    assert [key for key in found[0] if key.startswith("judgement/")] == []


def test_an_error_while_painting_leaves_the_window_standing(window, qtbot, monkeypatch, qtlog):
    from ui.shell import rail

    window.show()
    rest(window, qtbot)
    failing = [3]
    real = rail.theme

    def theme():
        if failing[0]:
            failing[0] -= 1
            raise ZeroDivisionError
        return real()

    monkeypatch.setattr(rail, "theme", theme)
    with qtbot.captureExceptions() as caught:  # keeps them, as a report does
        for _ in range(6):
            with suppress(ZeroDivisionError):
                window.rail.repaint()
            window.resize(window.width() + 1, window.height())
            QApplication.processEvents()
    assert {kind for kind, _, _ in caught} == {ZeroDivisionError}
    assert not failing[0]
    assert not [one for one in qtlog.records if "painter" in one.message.lower()]
