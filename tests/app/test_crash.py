import sys
import threading
from datetime import datetime

import pytest

from app.crash import MOST_REPORTS, Crash, report_text

CANARY = "Halden Freight told us a secret"


def failed():
    def inner():
        raise ValueError(CANARY)

    try:
        inner()
    except ValueError as error:
        return error


@pytest.fixture
def crash(tmp_path):
    return Crash(tmp_path / "logs")


def reports(crash):
    return sorted(crash.folder.glob("fault-*.txt"))


def test_a_report_names_the_place_and_quotes_nobody():
    text = report_text(failed(), datetime(2026, 11, 24, 14, 0))
    assert "builtins.ValueError" in text
    assert "test_crash.py" in text
    assert "in inner" in text
    assert CANARY not in text


def test_a_cause_is_named_too():
    try:
        try:
            raise KeyError(CANARY)  # noqa: TRY301
        except KeyError as cause:
            raise RuntimeError(CANARY) from cause
    except RuntimeError as error:
        text = report_text(error, datetime(2026, 11, 24))
    assert "RuntimeError" in text
    assert "KeyError" in text
    assert CANARY not in text


def test_a_report_is_private_and_the_window_is_told(crash):
    told = []
    crash.tell(lambda: told.append(True))
    crash.report(failed())
    (path,) = reports(crash)
    assert path.stat().st_mode & 0o077 == 0
    assert told == [True]


def test_a_fault_while_reporting_ends_there(crash):
    crash.tell(lambda: 1 / 0)
    crash.report(failed())
    assert len(reports(crash)) == 1


def test_only_the_newest_reports_are_kept(crash):
    for _ in range(MOST_REPORTS + 3):
        crash.report(failed())
    assert len(reports(crash)) == MOST_REPORTS


def test_a_folder_that_cannot_be_written_is_no_second_fault(tmp_path):
    (tmp_path / "logs").touch()
    told = []
    crash = Crash(tmp_path / "logs")
    crash.tell(lambda: told.append(True))
    crash.report(failed())
    assert told == [True]


def test_errors_of_slots_and_threads_come_here(crash, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    crash.hook()
    error = failed()
    sys.excepthook(type(error), error, error.__traceback__)

    def work():
        raise RuntimeError(CANARY)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert len(reports(crash)) == 2
    assert not any(CANARY in path.read_text() for path in reports(crash))
