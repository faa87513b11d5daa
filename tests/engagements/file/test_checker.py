"""A large copy is checked in a process of its own; where none can be had, here."""

import os
import subprocess
import sys
import time

import pytest

from engagements.file import backup, checker, problems, verify
from engagements.file.engagement_file import EngagementFile
from tests.engagements.file.conftest import keep, note


@pytest.fixture
def target(tmp_path):
    return tmp_path / "backups" / "halden.plumb"


@pytest.fixture
def large(monkeypatch):
    """Every copy counts as a large one; returns what was answered by a process."""
    answers = []
    real = checker.checked_apart

    def kept(*arguments):
        answers.append(real(*arguments))
        return answers[-1]

    monkeypatch.setattr(backup, "LARGE", 0)
    monkeypatch.setattr(backup, "checked_apart", kept)
    return answers


def test_a_copy_is_checked_by_a_process(file, target, large):
    keep(file, note("first"))
    file.attach_bytes(b"x" * 50_000, "x")
    assert file.backup(target) == ()
    assert large == [((), ())]


def test_work_goes_on_meanwhile(file, target, large):
    keep(file, note("first"))
    turns = []

    def progress(done, whole):
        if done == whole == 1:
            keep(file, note(f"turn {len(turns)}"))
            turns.append(done)

    file.backup(target, progress=progress)
    assert turns
    assert large == [((), ())]
    assert file.check() == []


def test_with_a_passphrase_that_stands_on_no_command_line(tmp_path, target, large, monkeypatch):
    started = []
    real = subprocess.Popen

    def noted(line, **named):
        started.append(line)
        return real(line, **named)

    monkeypatch.setattr(checker.subprocess, "Popen", noted)
    path = tmp_path / "locked.plumb"
    with EngagementFile.create(path, author="Ann", passphrase="correct horse battery") as locked:
        keep(locked, note("first"))
        locked.backup(target)
    assert large == [((), ())]
    assert started == [checker.command()]


def test_what_a_process_finds_keeps_the_earlier_copy(file, target, large, monkeypatch):
    keep(file, note("first"))
    file.backup(target)
    before = target.read_bytes()
    real = backup._copy

    def altered(source, part, *rest):
        real(source, part, *rest)
        copy = checker.connect(part, "rw", None)
        copy.execute("UPDATE head SET author = 'Somebody else'")
        copy.close()

    monkeypatch.setattr(backup, "_copy", altered)
    with pytest.raises(problems.Damaged):
        file.backup(target)
    assert large[-1].found
    assert all(isinstance(one, verify.Finding) for one in large[-1].found)
    assert target.read_bytes() == before


@pytest.mark.parametrize(
    "command",
    [["no-such-program-anywhere"], [sys.executable, "-c", "print('[')"]],
    ids=["none", "without an answer"],
)
def test_without_a_process_it_is_checked_here(file, target, large, monkeypatch, command):
    monkeypatch.setattr(checker, "command", lambda: command)
    keep(file, note("first"))
    assert file.backup(target) == ()
    assert large == [None]
    assert target.exists()


def test_a_process_that_never_answers_is_not_waited_for(file, target, large, monkeypatch):
    monkeypatch.setattr(
        checker, "command", lambda: [sys.executable, "-c", "import time; time.sleep(600)"]
    )
    monkeypatch.setattr(checker, "PATIENCE", 0.1)
    keep(file, note("first"))
    assert file.backup(target) == ()
    assert large == [None]
    assert target.exists()


def test_a_process_that_says_what_is_no_text_is_not_believed(file, target, large, monkeypatch):
    said = "import sys; sys.stdout.buffer.write(bytes([255, 254, 128]))"
    monkeypatch.setattr(checker, "command", lambda: [sys.executable, "-c", said])
    keep(file, note("first"))
    assert file.backup(target) == ()
    assert large == [None]


@pytest.mark.skipif(os.name == "nt", reason="asks for a process by its number")
def test_cancelling_ends_the_process(file, target, large, monkeypatch):
    started = []
    real = subprocess.Popen

    def noted(line, **named):
        started.append(real(line, **named))
        return started[-1]

    monkeypatch.setattr(checker.subprocess, "Popen", noted)
    monkeypatch.setattr(
        checker, "command", lambda: [sys.executable, "-c", "import time; time.sleep(60)"]
    )

    def stop(done, whole):
        if done == whole == 1:
            raise problems.Cancelled

    began = time.monotonic()
    with pytest.raises(problems.Cancelled):
        file.backup(target, progress=stop)
    assert time.monotonic() - began < 30
    assert started[0].returncode is not None
    assert not target.exists()
