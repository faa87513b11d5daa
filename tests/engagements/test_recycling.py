"""Deleted engagements: thirty days in a folder, brought back or replaced by a sound copy."""

import shutil
from datetime import date, datetime, timedelta

import pytest

from engagements import reading, recycling
from engagements.casework.case import Case
from engagements.file.problems import AlreadyOpen
from engagements.problem import Problem

NOW = datetime(2026, 11, 27, 14, 5, 33)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "Plumbline"
    made.mkdir()
    return made


@pytest.fixture
def path(folder):
    made = folder / "Port of Aurel.plumb"
    Case.create(made, client="Port of Aurel", author="tester").close()
    return made


def test_a_deleted_file_is_kept_and_listed_newest_first(folder, path):
    first = recycling.recycle(path, folder, NOW)
    assert not path.exists()
    assert reading.read(first.path).client.name == "Port of Aurel"
    Case.create(path, client="Second", author="tester").close()
    second = recycling.recycle(path, folder, NOW)
    assert second.path != first.path
    assert recycling.recycled(folder) == (second, first)
    assert second.deleted == NOW + timedelta(seconds=1)
    assert first.until == date(2026, 12, 27)


def test_it_comes_back_under_its_name_or_a_number(folder, path):
    recycled = recycling.recycle(path, folder, NOW)
    Case.create(path, client="In its place", author="tester").close()
    back = recycling.bring_back(recycled, folder)
    assert back == folder / "Port of Aurel 2.plumb"
    assert reading.read(back).client.name == "Port of Aurel"
    assert recycling.recycled(folder) == ()


def test_a_journal_goes_along(folder, path):
    path.write_bytes(b"torn")  # a sound file takes its journal in when it is looked at
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(b"x")
    recycled = recycling.recycle(path, folder, NOW)
    moved = recycled.path.with_name(recycled.path.name + "-journal")
    assert moved.read_bytes() == b"x"
    assert not journal.exists()
    assert recycling.recycled(folder) == (recycled,)


def test_an_open_engagement_is_not_moved(folder, path):
    case = Case.open(path, author="tester")
    with pytest.raises(AlreadyOpen):
        recycling.recycle(path, folder, NOW)
    case.close()
    assert path.exists()


def test_a_damaged_or_locked_one_may_be_deleted(folder, path):
    path.write_bytes(b"no database at all")
    recycling.recycle(path, folder, NOW)
    Case.create(path, client="A", author="tester", passphrase="Wachtel").close()
    recycling.recycle(path, folder, NOW)
    assert len(recycling.recycled(folder)) == 2


def test_what_cannot_be_moved_is_said(folder, path):
    (folder / recycling.FOLDER).write_text("in the way")
    with pytest.raises(Problem, match="cannot be moved"):
        recycling.recycle(path, folder, NOW)
    assert path.exists()


def test_after_thirty_days_it_is_gone_and_not_a_day_before(folder, path):
    recycled = recycling.recycle(path, folder, NOW)
    assert recycling.sweep(folder, recycled.until) == 0
    assert recycling.sweep(folder, recycled.until + timedelta(days=1)) == 1
    assert recycling.recycled(folder) == ()
    assert not recycled.path.exists()


def test_only_our_own_names_are_swept(folder):
    place = folder / recycling.FOLDER
    place.mkdir()
    for name in ("keep.plumb", "2026-99-99 10.00.00 x.plumb", "2020-01-01 10.00.00 x.txt"):
        (place / name).write_text("mine")
    assert recycling.recycled(folder) == ()
    assert recycling.sweep(folder, date(2030, 1, 1)) == 0
    assert len(list(place.iterdir())) == 3


def test_a_sound_copy_takes_the_place_of_a_damaged_file(folder, path):
    backup = shutil.copy(path, folder / "Port of Aurel (format 1).plumb")
    path.write_bytes(b"torn")
    assert recycling.copies_of(path) == (folder / "Port of Aurel (format 1).plumb",)
    earlier = recycling.restore(path, folder / "Port of Aurel (format 1).plumb", folder, NOW)
    assert reading.read(path).client.name == "Port of Aurel"
    assert earlier.path.read_bytes() == b"torn"
    assert reading.read(backup).client.name == "Port of Aurel"


def test_a_copy_that_cannot_be_read_changes_nothing(folder, path):
    bad = folder / "Port of Aurel old.plumb"
    bad.write_bytes(b"torn too")
    before = path.read_bytes()
    with pytest.raises(Problem):
        recycling.restore(path, bad, folder, NOW)
    assert path.read_bytes() == before
    assert {one.name for one in folder.iterdir()} == {path.name, bad.name}
