"""The place one was at is written by a thread of its own, and never waited for."""

import json
from threading import Event, get_ident

import pytest

from ui import whereabouts
from ui.whereabouts import Whereabouts


@pytest.fixture
def path(tmp_path):
    return tmp_path / "whereabouts.json"


def test_what_was_put_is_there_at_the_next_start(path):
    one = Whereabouts(path)
    one.put("place", "score")
    one.put("interview/a.plumb", "x/SRC-1.1")
    one.put("place", "report")
    one.put("interview/a.plumb", "")
    one.end()
    again = Whereabouts(path)
    assert (again.get("place"), again.get("interview/a.plumb")) == ("report", "")
    assert json.loads(path.read_text()) == {"place": "report"}


def test_a_disk_that_hangs_keeps_nobody_waiting(path, monkeypatch):
    goes_on, writers = Event(), []
    write = whereabouts._write

    def slowly(*arguments):
        writers.append(get_ident())
        goes_on.wait(10)
        write(*arguments)

    monkeypatch.setattr(whereabouts, "_write", slowly)
    one = Whereabouts(path)
    one.put("place", "score")
    while not writers:
        goes_on.wait(0.01)
    one.put("place", "report")
    assert one.get("place") == "report"
    assert not path.exists()
    goes_on.set()
    one.end()
    assert Whereabouts(path).get("place") == "report"
    assert get_ident() not in writers


@pytest.mark.parametrize("kept", [b"", b"x", b"[]", b"[1]", b'"a"', b"\xff", b"5"])
def test_a_file_that_cannot_be_read_is_empty(path, kept):
    path.write_bytes(kept)
    one = Whereabouts(path)
    assert one.get("place") == ""
    one.put("place", "score")
    one.end()
    assert Whereabouts(path).get("place") == "score"


def test_a_folder_that_cannot_be_written_to_is_no_fault(path):
    one = Whereabouts(path.parent / "gone" / path.name)
    one.put("place", "score")
    one.end()
    assert one.get("place") == "score"


def test_closing_does_not_wait_for_the_pause(path, monkeypatch):
    monkeypatch.setattr(whereabouts, "PAUSE", 3_600)
    one = Whereabouts(path)
    one.put("place", "score")
    one.end()
    assert Whereabouts(path).get("place") == "score"
