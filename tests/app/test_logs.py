"""The program log."""

import logging

from app import logs


def test_the_log_is_written_for_its_owner_alone(tmp_path):
    path = tmp_path / "deep" / "plumbline.log"
    handler = logs.start(path)
    try:
        logging.getLogger("plumbline.test").info("opened %s", "an-id")
    finally:
        logs.stop(handler)
    assert "opened an-id" in path.read_text()
    assert path.stat().st_mode & 0o077 == 0


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path):
    (tmp_path / "file").write_text("")
    handler = logs.start(tmp_path / "file" / "plumbline.log")
    assert handler is None
    logs.stop(handler)
