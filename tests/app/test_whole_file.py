"""Files are written whole or not at all."""

import os
from pathlib import Path

import pytest

from app import whole_file
from engagements.problem import Problem


def test_a_file_is_written_and_replaced(tmp_path):
    path = tmp_path / "report.pdf"
    whole_file.write(path, b"one")
    whole_file.write(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


def test_a_target_that_cannot_be_is_named_before_the_work(tmp_path):
    (tmp_path / "folder").mkdir()
    for path, words in (
        (tmp_path / "gone" / "report.pdf", "is not there"),
        (tmp_path / "folder", "is a folder"),
    ):
        with pytest.raises(Problem, match=words):
            whole_file.check_target(path)
        with pytest.raises(Problem, match=words):
            whole_file.write(path, b"x")


def test_a_folder_that_cannot_be_written_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(Problem, match="cannot be written"):
        whole_file.check_target(tmp_path / "report.pdf")


@pytest.fixture
def full_disk(monkeypatch):
    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)


def test_a_full_disk_leaves_the_earlier_file(tmp_path, full_disk):
    path = tmp_path / "report.pdf"
    path.write_bytes(b"earlier")
    with pytest.raises(Problem, match=r"no space left on device\. The earlier file is unchanged\."):
        whole_file.write(path, b"new")
    assert path.read_bytes() == b"earlier"
    assert list(tmp_path.iterdir()) == [path]


def test_where_there_was_no_file_none_is_called_unchanged(tmp_path, full_disk):
    with pytest.raises(Problem, match=r"no space left on device\. Nothing was written\."):
        whole_file.write(tmp_path / "report.pdf", b"new")
    assert not list(tmp_path.iterdir())


def test_a_file_held_for_a_moment_is_replaced_after_it(tmp_path, monkeypatch):
    monkeypatch.setattr(whole_file, "PAUSE", 0)
    held = iter((True, True, False))
    real = Path.replace

    def replace(self, target):
        if next(held):
            raise PermissionError(13, "in use")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    path = tmp_path / "report.pdf"
    whole_file.write(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_file_held_for_good_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(whole_file, "PAUSE", 0)

    def replace(_self, _target):
        raise PermissionError(13, "In use")

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(Problem, match="could not be written: in use"):
        whole_file.write(tmp_path / "report.pdf", b"new")
    assert not list(tmp_path.iterdir())
