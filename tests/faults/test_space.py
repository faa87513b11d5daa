"""A full disk, a limit on size, a read-only medium: nothing is changed, and it is said."""

import contextlib
import os
import shutil
import subprocess

import pytest

from engagements.file import problems
from engagements.file.actions import Action
from engagements.file.engagement_file import EngagementFile
from engagements.records import Note
from tests.faults.company import found

pytestmark = pytest.mark.faults


@pytest.fixture
def file(tmp_path):
    with EngagementFile.create(tmp_path / "halden.plumb", author="Anna") as one:
        keep(one, "kept")
        yield one


def keep(file, text, name="n1"):
    with file.atomic(Action.NOTE_KEPT) as change:
        change.revise(Note(id=name, text=text))


LONG = "x" * 100_000

WRITES = {
    "answer": lambda file: keep(file, LONG, "n2"),
    "draft": lambda file: file.keep_draft("d", LONG),
    "attachment": lambda file: file.attach_bytes(b"y" * 3_000_000, "y"),
}


@contextlib.contextmanager
def full(file, spare=0):
    """The database may grow by ``spare`` pages and no further."""
    connection = file._store.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + spare}")
    yield
    connection.execute("PRAGMA max_page_count = 1000000000")


@pytest.mark.parametrize("spare", [0, 1, 2, 5, 20])
@pytest.mark.parametrize("write", WRITES)
def test_a_full_disk_changes_nothing_and_work_resumes(file, write, spare):
    before, moment = found(file), file.moment
    with full(file, spare), pytest.raises(problems.NoSpace, match=r"halden\.plumb"):
        WRITES[write](file)
    assert found(file) == before
    assert file.moment == moment
    assert file.check() == []
    WRITES[write](file)
    assert file.check() == []


def test_typing_goes_on_where_space_is_reused(file):
    file.keep_draft("d", "0" * 500)
    with full(file):
        for number in range(20):
            file.keep_draft("d", f"{number}" * 100)
    assert file.drafts() == {"d": "19" * 100}


def small_disk(folder, size):
    """Mount a disk of ``size`` bytes, or skip where that is not allowed."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if os.name == "nt" or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can be mounted only by the superuser")


@pytest.fixture
def disk(tmp_path):
    folder = tmp_path / "disk"
    small_disk(folder, 1_000_000)
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(file):
    for number in range(40):
        keep(file, "z" * 50_000, f"big{number}")


def test_a_really_full_disk(disk):
    with EngagementFile.create(disk / "halden.plumb", author="Anna") as file:
        keep(file, "kept")
        before = found(file)
        with pytest.raises(problems.NoSpace):
            fill(file)
        kept = found(file)
        assert before.notes.items() <= kept.notes.items()
        assert file.check() == []
        keep(file, "short")
    with EngagementFile.open(disk / "halden.plumb", author="Anna") as file:
        assert found(file).notes["n1"] == "short"


def test_a_backup_to_a_full_disk_leaves_the_earlier_one(file, disk):
    target = disk / "backup.plumb"
    file.backup(target)
    before = target.read_bytes()
    file.attach_bytes(b"y" * 2_000_000, "y")
    with pytest.raises((problems.NoSpace, problems.CannotWrite)):
        file.backup(target)
    assert target.read_bytes() == before
    assert [one.name for one in disk.iterdir()] == ["backup.plumb"]


def test_a_new_engagement_on_a_full_disk_leaves_nothing(disk):
    (disk / "filler").write_bytes(b"x" * (1_000_000 - 40_000))
    with pytest.raises((problems.NoSpace, problems.CannotWrite)):
        EngagementFile.create(disk / "halden.plumb", author="Anna")
    assert [one.name for one in disk.iterdir()] == ["filler"]


@pytest.fixture
def medium(tmp_path):
    """A read-only disk with a closed engagement on it."""
    folder = tmp_path / "medium"
    small_disk(folder, 3_000_000)
    with EngagementFile.create(folder / "halden.plumb", author="Anna") as file:
        keep(file, "kept")
    shutil.copy(folder / "halden.plumb", folder / "crashed.plumb")
    (folder / "crashed.plumb-journal").write_bytes(b"unfinished")
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_read_only_medium_is_read_and_never_silently_not_written(medium):
    path = medium / "halden.plumb"
    with EngagementFile.open(path, author="Anna", read_only=True) as file:
        assert found(file).notes == {"n1": "kept"}
    with pytest.raises(problems.CannotWrite, match=r"halden\.plumb"):
        EngagementFile.open(path, author="Anna")
    with pytest.raises(problems.CannotWrite):
        EngagementFile.create(medium / "new.plumb", author="Anna")
    with pytest.raises(problems.Interrupted, match="in the middle of a write"):
        EngagementFile.open(medium / "crashed.plumb", author="Anna")
