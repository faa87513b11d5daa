"""A backup is whole and verified, or the earlier one is still there."""

import contextlib
import errno
import os
import sqlite3
import time

import pytest

from engagements.file import backup, problems
from engagements.file.engagement_file import EngagementFile
from tests.engagements.file.conftest import keep, note, texts


@pytest.fixture
def target(tmp_path):
    return tmp_path / "backups" / "halden.plumb"


def names(folder):
    return sorted(one.name for one in folder.iterdir())


def test_it_holds_everything_and_is_private(file, target):
    keep(file, note("kept"))
    blob = file.attach_bytes(b"x" * 300_000, "x")
    file.keep_draft("d", "typing")
    file.backup(target)
    assert names(target.parent) == ["halden.plumb"]
    assert target.stat().st_mode & 0o777 == 0o600
    assert target.parent.stat().st_mode & 0o777 == 0o700
    with EngagementFile.open(target, author="Ben") as copy:
        assert copy.contents() == file.contents()
        assert copy.read_blob(blob.sha256) == b"x" * 300_000
        assert copy.drafts() == {"d": "typing"}
        assert copy.engagement_id == file.engagement_id
        assert copy.moment == file.moment


def test_work_goes_on_while_it_is_written(file, target):
    file.attach_bytes(b"x" * 2_000_000, "x")
    steps = []

    def progress(done, whole):
        keep(file, note(f"step {done}"))
        steps.append((done, whole))

    file.backup(target, pages=64, progress=progress)
    assert len(steps) > 5
    assert steps[-1][0] == steps[-1][1]
    with EngagementFile.open(target, author="Ben", read_only=True) as copy:
        assert copy.check() == []
        assert texts(copy).keys() == {"n1"}
    assert file.check() == []


def test_work_goes_on_while_it_is_checked(file, target, monkeypatch):
    keep(file, note("first"))
    turns = []
    real = backup.verify.attachments

    def slowly(copy, progress):
        while len(turns) < 3:  # until others had their turn
            time.sleep(0.01)
        return real(copy, progress)

    def progress(done, whole):
        if done == whole == 1:
            keep(file, note(f"turn {len(turns)}"))
            turns.append(done)

    with monkeypatch.context() as patched:
        patched.setattr(backup.verify, "attachments", slowly)
        assert file.backup(target, progress=progress) == ()
    assert len(turns) >= 3
    assert file.check() == []
    with EngagementFile.open(target, author="Ben", read_only=True) as copy:
        assert texts(copy) == {"n1": ["first"]}


def test_work_goes_on_while_it_is_flushed(file, target, monkeypatch):
    keep(file, note("first"))
    flushing, turns = [], []
    real = backup._flush

    def slowly(path):
        flushing.append(path)
        until = time.monotonic() + 5
        while path.is_file() and not turns and time.monotonic() < until:
            time.sleep(0.01)
        real(path)

    def progress(done, _whole):
        if flushing:
            keep(file, note(f"turn {len(turns)}"))
            turns.append(done)

    with monkeypatch.context() as patched:
        patched.setattr(backup, "_flush", slowly)
        file.backup(target, progress=progress)
    assert turns
    assert file.check() == []


def test_a_check_can_be_cancelled(file, target, monkeypatch):
    for number in range(3):
        file.attach_bytes(bytes(5_000 + number), f"x{number}")
    file.backup(target)
    before = target.read_bytes()
    told = []
    real = backup.verify.attachments

    def slowly(copy, progress):
        def tell(done, whole):
            while not asked:
                time.sleep(0.01)
            time.sleep(0.1)
            told.append(done)
            progress(done, whole)

        return real(copy, tell)

    asked = []

    def stop(done, whole):
        if done == whole == 1:
            asked.append(True)
            raise problems.Cancelled

    monkeypatch.setattr(backup.verify, "attachments", slowly)
    with pytest.raises(problems.Cancelled):
        file.backup(target, progress=stop)
    assert len(told) <= 3
    assert target.read_bytes() == before
    assert names(target.parent) == ["halden.plumb"]


def test_an_interrupted_one_leaves_the_earlier_as_it_was(file, target):
    keep(file, note("first"))
    file.backup(target)
    before = target.read_bytes()
    keep(file, note("second"))

    def stop(done, whole):
        raise problems.Cancelled

    with pytest.raises(problems.Cancelled):
        file.backup(target, progress=stop)
    assert target.read_bytes() == before
    assert names(target.parent) == ["halden.plumb"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE revision SET author = 'Eve'",
        "UPDATE chunk SET data = zeroblob(5000)",
    ],
)
def test_a_damaged_copy_is_never_put_in_place(file, target, monkeypatch, statement):
    keep(file, note("first"))
    file.backup(target)
    before = target.read_bytes()
    file.attach_bytes(b"x" * 5_000, "x")
    real = backup._copy

    def harm(source, part, *rest):
        real(source, part, *rest)
        with contextlib.closing(sqlite3.connect(part)) as copy, copy:
            copy.execute(statement)

    monkeypatch.setattr(backup, "_copy", harm)
    with pytest.raises(problems.Damaged):
        file.backup(target)
    assert target.read_bytes() == before
    assert names(target.parent) == ["halden.plumb"]


def test_a_damaged_attachment_does_not_keep_the_rest_from_being_backed_up(file, target):
    keep(file, note("kept"))
    file.attach_bytes(b"x" * 5_000, "x")
    assert file.backup(target) == ()
    file._store.connection.execute("UPDATE chunk SET data = zeroblob(5000)")
    assert [finding.code for finding in file.backup(target)] == ["attachment"]
    with EngagementFile.open(target, author="Ben") as copy:
        assert texts(copy) == {"n1": ["kept"]}


def test_an_open_engagement_is_never_replaced(file, tmp_path):
    other = EngagementFile.create(tmp_path / "other.plumb", author="Ben")
    with other, pytest.raises(problems.AlreadyOpen):
        file.backup(other.path)
    with pytest.raises(problems.AlreadyOpen):
        file.backup(file.path)


def test_a_target_that_cannot_be_written_is_named(file, tmp_path):
    (tmp_path / "plain").write_text("a file where a folder should be")
    with pytest.raises(problems.CannotWrite, match=r"copy\.plumb"):
        file.backup(tmp_path / "plain" / "copy.plumb")


def test_what_a_crash_left_half_written_goes_an_hour_later(file, target):
    target.parent.mkdir()
    old, new = (target.with_name(f".halden.plumb.{name}.part") for name in ("aaaaaaaa", "bbbbbbbb"))
    for one in (old, new):
        one.write_bytes(b"half")
    os.utime(old, (0, 0))
    file.backup(target)
    assert names(target.parent) == [new.name, "halden.plumb"]


def test_a_target_held_for_a_moment_is_tried_again(file, target, monkeypatch):
    monkeypatch.setattr(backup, "BETWEEN_TRIES", 0)
    real, held = type(target).replace, [PermissionError(), PermissionError()]

    def replace(self, to):
        if held:
            raise held.pop()
        return real(self, to)

    monkeypatch.setattr(type(target), "replace", replace)
    file.backup(target)
    assert target.exists()
    held.extend([PermissionError()] * backup.TRIES)
    before = target.read_bytes()
    with pytest.raises(problems.CannotWrite):
        file.backup(target)
    assert target.read_bytes() == before
    assert names(target.parent) == ["halden.plumb"]


def test_what_is_copied_is_flushed_in_parts(file, target, monkeypatch):
    file.attach_bytes(os.urandom(20_000_000), "x")
    sizes, flush = [], os.fsync

    def flushed(handle):
        sizes.append(os.fstat(handle).st_size)
        flush(handle)

    monkeypatch.setattr(os, "fsync", flushed)
    file.backup(target)
    whole = target.stat().st_size
    assert any(1_000_000 < size < whole / 2 for size in sizes)
    assert whole in sizes


def test_a_disk_that_is_full_when_it_is_flushed_leaves_the_earlier(file, target, monkeypatch):
    file.backup(target)
    before = target.read_bytes()
    file.attach_bytes(os.urandom(6_000_000), "x")

    def full(_handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(problems.CannotWrite, match=r"halden\.plumb"):
        file.backup(target)
    assert target.read_bytes() == before
    assert names(target.parent) == ["halden.plumb"]
