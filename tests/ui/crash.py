"""A crash as a page meets it: the file as it lies on disk, opened again in another window."""

import shutil
from contextlib import contextmanager
from dataclasses import replace

from engagements.casework import interviewing
from engagements.casework.case import Case
from tests.ui.conftest import AUTHOR
from ui import jobs
from ui.main_window import MainWindow
from ui.session import Session


def drafts_of(session, qtbot):
    """The draft rows of the open file, by key."""
    found = []
    session.do(interviewing.drafts, reads=True, on_done=found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def wait_for_draft(session, qtbot, key):
    """Wait until a draft row is in the file; fails when it never comes."""
    qtbot.waitUntil(lambda: key in drafts_of(session, qtbot))


@contextmanager
def opened_again(desk, places, session, path, qtbot):
    """The last of ``places`` on a copy of ``session``'s file as a crash would leave it now."""
    qtbot.waitUntil(lambda: not session.busy)
    shutil.copyfile(session.path, path)
    again = Session()
    desk.whereabouts.end()
    other = replace(desk, session=again)
    window = MainWindow(other, places)
    qtbot.addWidget(window, before_close_func=lambda w: setattr(w, "_closing", True))
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    with qtbot.waitSignal(again.case_changed):
        again.open(lambda: Case.open(path, author=AUTHOR), path)
    window.go(places[-1].name)
    qtbot.waitUntil(lambda: not jobs.pending() and not again.busy)
    yield window.page(places[-1].name)
    with qtbot.waitSignal(again.case_changed):
        again.close()
