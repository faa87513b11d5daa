from threading import Event

import pytest
from PySide6.QtCore import QObject, QThread

from engagements.problem import Problem
from ui import faults, jobs


@pytest.fixture
def told(qtbot):
    class Told(QObject):
        def __init__(self):
            super().__init__()
            self.calls = []

        def note(self, kind):
            def take(*values):
                self.calls.append((kind, *values))
                self.threads = QThread.currentThread()

            return take

        def kinds(self):
            return [call[0] for call in self.calls]

    return Told()


def test_a_result_comes_back_on_the_gui_thread(qtbot, told):
    jobs.run(lambda _progress: 42, on_success=told.note("done"), owner=told)
    qtbot.waitUntil(lambda: told.calls == [("done", 42)])
    assert told.threads == told.thread()


def test_a_problem_comes_back_as_it_is(qtbot, told):
    problem = Problem("Full.", "Make room.")

    def work(_progress):
        raise problem

    jobs.run(work, on_failure=told.note("failed"), owner=told)
    qtbot.waitUntil(lambda: told.calls == [("failed", problem)])


def test_an_unforeseen_error_is_reported_and_put_in_words(qtbot, told):
    seen = []
    faults.report_to(seen.append)
    try:
        jobs.run(lambda _progress: 1 / 0, on_failure=told.note("failed"), owner=told)
        qtbot.waitUntil(lambda: bool(told.calls))
    finally:
        faults.report_to(lambda _error: None)
    assert isinstance(seen[0], ZeroDivisionError)
    assert "ZeroDivision" not in str(told.calls[0][1])
    assert told.calls[0][1].advice


def test_progress_comes_in_order_and_before_the_result(qtbot, told):
    def work(progress):
        for number in range(3):
            progress.say(number, 3, "Counting")
        return "end"

    jobs.run(work, on_progress=told.note("step"), on_success=told.note("done"), owner=told)
    qtbot.waitUntil(lambda: "done" in told.kinds())
    assert [step.done for _kind, step in told.calls[:-1]] == [0, 1, 2]
    assert told.kinds()[-1] == "done"


def test_cancelling_is_asking(qtbot, told):
    started, go = Event(), Event()

    def work(progress):
        started.set()
        go.wait(10)
        progress.say(1, 2)
        return "never"

    job = jobs.run(work, on_success=told.note("done"), on_cancel=told.note("cancelled"), owner=told)
    assert started.wait(10)
    job.cancel()
    go.set()
    qtbot.waitUntil(lambda: told.kinds() == ["cancelled"])


def test_nothing_is_told_to_one_who_left(qtbot, told):
    go = Event()
    calls = []
    owner = QObject()
    jobs.run(lambda _progress: go.wait(10), on_success=calls.append, owner=owner)
    owner.deleteLater()
    del owner
    jobs.run(lambda _progress: go.set(), on_success=told.note("second"), owner=told)
    qtbot.waitUntil(lambda: told.kinds() == ["second"])
    jobs.drain()
    assert calls == []


def test_draining_waits_for_work_that_runs(qtbot):
    ended = []

    def work(progress):
        while not progress.cancelled:
            pass
        ended.append(True)

    jobs.run(work)
    jobs.drain()
    assert ended == [True]
