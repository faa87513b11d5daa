"""Evidence exists only with a complete attachment that gives back the bytes that were attached."""

import hashlib
import io
import os
from datetime import datetime, timedelta

import pytest

from engagements.file import blobs, problems
from engagements.file.actions import Action
from engagements.records import Evidence
from tests.engagements.file.conftest import keep, note

SMALL = 1_000


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch):
    monkeypatch.setattr(blobs, "CHUNK", SMALL)
    monkeypatch.setattr(blobs, "WITHOUT_ASKING", 20 * SMALL)
    monkeypatch.setattr(blobs, "MOST", 30 * SMALL)


def evidence(blob, name="e1"):
    return Evidence(id=name, title="Pipeline", grade=3, attachment=blob)


def counts(file):
    connection = file._store.connection
    return tuple(
        connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("blob", "chunk")
    )


def damage(file):
    connection = file._store.connection
    connection.execute("UPDATE chunk SET data = zeroblob(length(data)) WHERE position = 1")


@pytest.mark.parametrize("size", [0, 1, SMALL - 1, SMALL, SMALL + 1, 5 * SMALL + 7])
def test_what_was_attached_comes_back(file, reopen, size):
    data = os.urandom(size)
    blob = file.attach(io.BytesIO(data), "trace.bin", "application/x-trace")
    assert (blob.name, blob.size, blob.media_type) == ("trace.bin", size, "application/x-trace")
    assert blob.sha256 == hashlib.sha256(data).hexdigest()
    keep(file, evidence(blob))
    file = reopen()
    assert file.read_blob(blob.sha256) == data
    assert file.check() == []


def test_a_stream_may_give_less_than_it_is_asked_for(file):
    class Trickle(io.RawIOBase):
        left = 2_500

        def readable(self):
            return True

        def read(self, size=-1):
            given = min(size, self.left, 7)
            self.left -= given
            return b"x" * given

    blob = file.attach(Trickle(), "slow")
    assert blob.size == 2_500
    assert counts(file) == (1, 3)


def test_the_same_bytes_are_kept_once(file):
    first = file.attach_bytes(b"x" * 3_000, "one.txt")
    second = file.attach_bytes(b"x" * 3_000, "other.txt")
    assert first.sha256 == second.sha256
    assert second.name == "other.txt"
    assert counts(file) == (1, 3)


def test_two_contents_may_have_one_name(file):
    one, two = (file.attach_bytes(data, "same.txt") for data in (b"one", b"two"))
    assert file.read_blob(one.sha256) == b"one"
    assert file.read_blob(two.sha256) == b"two"


def test_progress_is_told_and_every_chunk_is_a_commit_of_its_own(file, tmp_path):
    (tmp_path / "big").write_bytes(b"x" * 3_500)
    told, moments = [], []

    def progress(done, whole):
        told.append((done, whole))
        moments.append(file._store.connection.in_transaction)
        keep(file, note(f"meanwhile {done}"))

    with (tmp_path / "big").open("rb") as stream:
        file.attach(stream, "big", progress=progress)
    assert told == [(1_000, 3_500), (2_000, 3_500), (3_000, 3_500), (3_500, 3_500)]
    assert moments == [False] * 4
    assert file.check() == []


def test_cancelling_leaves_no_trace(file):
    answers = iter([False, False, True])
    with pytest.raises(problems.Cancelled):
        file.attach(io.BytesIO(b"x" * 9_000), "x", cancelled=lambda: next(answers))
    assert counts(file) == (0, 0)
    assert file.check() == []


@pytest.mark.parametrize("error", [OSError("stick pulled"), ValueError("closed")])
def test_a_source_that_fails_leaves_no_trace(file, error):
    class Failing(io.BytesIO):
        def read(self, size=-1):
            if self.tell() > 2_000:
                raise error
            return super().read(size)

    with pytest.raises(problems.AttachmentUnreadable, match="was not attached"):
        file.attach(Failing(b"x" * 9_000), "plan.pdf")
    assert counts(file) == (0, 0)


def test_a_source_that_changes_meanwhile_is_not_attached(file, tmp_path):
    source = tmp_path / "log.txt"
    source.write_bytes(b"x" * 5_000)

    def grow(done, whole):
        with source.open("ab") as more:
            more.write(b"y")

    with source.open("rb") as stream, pytest.raises(problems.AttachmentUnreadable):
        file.attach(stream, "log.txt", progress=grow)
    assert counts(file) == (0, 0)


def test_a_large_one_is_asked_for_and_a_huge_one_refused(file, tmp_path):
    (tmp_path / "large").write_bytes(b"x" * 25_000)
    for stream in (io.BytesIO(b"x" * 25_000), (tmp_path / "large").open("rb")):
        with stream, pytest.raises(problems.AttachmentTooLarge) as asked:
            file.attach(stream, "large")
        assert asked.value.ask
    assert counts(file) == (0, 0)
    assert file.attach(io.BytesIO(b"x" * 25_000), "large", large=True).size == 25_000
    with pytest.raises(problems.AttachmentTooLarge) as refused:
        file.attach(io.BytesIO(b"x" * 31_000), "huge", large=True)
    assert not refused.value.ask


def test_a_revision_cannot_name_an_attachment_that_is_not_there(file):
    blob = file.attach_bytes(b"x", "x")
    missing = blob.model_copy(update={"sha256": "0" * 64})
    with pytest.raises(Exception, match="FOREIGN KEY"):
        keep(file, evidence(missing))
    assert file.contents().revisions == 0


def test_an_altered_attachment_is_shown_as_damaged_and_never_dropped(file, reopen):
    blob = file.attach_bytes(os.urandom(3_000), "x")
    keep(file, evidence(blob))
    damage(file)
    with pytest.raises(problems.AttachmentDamaged):
        file.read_blob(blob.sha256)
    assert [finding.code for finding in file.check()] == ["attachment"]
    file.close()
    os.utime(file.path)
    file = reopen()
    assert [finding.code for finding in file.findings] == ["attachment"]
    assert file.contents().heads["evidence"]["e1"] == (evidence(blob),)


def test_attaching_the_same_bytes_again_heals_a_damaged_one(file):
    data = os.urandom(3_000)
    blob = file.attach_bytes(data, "x")
    keep(file, evidence(blob))
    damage(file)
    assert file.attach_bytes(data, "x").sha256 == blob.sha256
    assert file.read_blob(blob.sha256) == data
    assert counts(file) == (1, 3)
    assert file.check() == []


def test_a_missing_one_is_damage(file):
    with pytest.raises(problems.AttachmentDamaged):
        file.read_blob("0" * 64)


def test_unfinished_ones_are_swept_when_the_file_is_opened(file, reopen):
    connection = file._store.connection
    blob = blobs.stage(connection, "2026-01-01T00:00:00+00:00")
    blobs.extend(connection, blob, 0, b"half")
    assert counts(reopen()) == (0, 0)


def test_what_nothing_names_is_swept_after_a_day(file, reopen):
    named = file.attach_bytes(b"named", "x")
    keep(file, evidence(named))
    removed = file.attach_bytes(b"removed, but in the history", "x")
    keep(file, evidence(removed, "e2"))
    with file.atomic(Action.EVIDENCE_REMOVED) as change:
        change.delete("evidence", "e2")
    fresh = file.attach_bytes(b"fresh", "x")
    stale = file.attach_bytes(b"stale", "x")
    past = (datetime.now().astimezone() - timedelta(days=1, minutes=1)).isoformat()
    for blob in (named, removed, stale):
        file._store.connection.execute(
            "UPDATE blob SET added = ? WHERE sha256 = ?", (past, blob.sha256)
        )
    file = reopen()
    assert set(file.blobs()) == {named.sha256, removed.sha256, fresh.sha256}
    assert file.check() == []
