"""The library: what a Home row shows, and that the index can always be built again."""

import multiprocessing
import os
import shutil
from datetime import date

import pytest

from engagements import sample
from engagements.casework import issuing
from engagements.casework.case import Case
from engagements.library import (
    Library,
    State,
    UnreadableFolder,
    day_of,
    looking,
    told_apart,
)
from engagements.library import index as index_module
from engagements.problem import Problem
from engagements.records.client import Status


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "Plumbline"
    made.mkdir()
    return made


@pytest.fixture
def library(folder, tmp_path):
    opened = Library(folder, tmp_path / "data" / "library.db")
    yield opened
    opened.close()


def create(path, client, passphrase=None, **fields):
    case = Case.create(path, client=client, author="tester", passphrase=passphrase)
    if fields:
        case.update_engagement(**fields)
    case.close()
    return path


def names(library, *args, **kwargs):
    return [row.name for row in library.rows(*args, **kwargs)]


def test_a_row_says_what_home_shows(library, folder):
    sample.write(folder / "halden.plumb")
    assert library.refresh() == 1
    (row,) = library.rows()
    assert row.client == "Halden Freight"
    assert row.scope == "Pricing, arrival-time and demand models, three teams"
    assert (row.state, row.status) == (State.READY, Status.FIELDWORK)
    assert (row.low, row.high, row.target) == (0, 1, 3)
    assert row.total == 59
    assert 50 < row.answered < 59
    assert (row.held, row.interviews) == (6, 8)
    assert (day_of(row), row.next_for, row.next_number) == (date(2026, 11, 26), "interview", 7)
    assert row.next_hour == "11:00"
    assert row.changed


def test_an_engagement_nobody_answered_has_no_level(library, folder):
    create(folder / "a.plumb", "Aurel", starts=date(2026, 12, 1))
    library.refresh()
    (row,) = library.rows()
    assert (row.low, row.high, row.answered, row.status) == (None, None, 0, Status.PLANNED)
    assert (row.next_day, row.next_for) == ("2026-12-01", "kick-off")


def test_only_changed_files_are_opened_again(library, folder, monkeypatch):
    path = create(folder / "a.plumb", "Aurel")
    create(folder / "b.plumb", "Brae")
    library.refresh()
    opened = []
    real = looking.reading.read
    monkeypatch.setattr(looking.reading, "read", lambda p: opened.append(p) or real(p))
    assert library.refresh() == 0
    case = Case.open(path, author="tester")
    case.update_client(name="Aurelia")
    case.close()
    assert library.refresh() == 1
    assert opened == [path]
    assert names(library, sort="client") == ["Aurelia", "Brae"]


def test_rows_are_sought_filtered_and_sorted(library, folder):
    create(folder / "a.plumb", "Ängsö Bank", scope="Credit models", starts=date(2026, 12, 9))
    create(folder / "b.plumb", "Brae Foods", scope="Demand", starts=date(2026, 12, 1))
    create(folder / "c.plumb", "Cor", scope="100 % of it", status=Status.ARCHIVED)
    library.refresh()
    assert names(library) == ["Brae Foods", "Ängsö Bank", "Cor"]
    assert names(library, sort="client") == ["Brae Foods", "Cor", "Ängsö Bank"]
    assert names(library, "ÄNGSÖ") == ["Ängsö Bank"]
    assert names(library, "demand") == ["Brae Foods"]
    assert names(library, "%") == ["Cor"]
    assert names(library, "' OR 1=1 --") == []
    assert names(library, status=Status.ARCHIVED) == ["Cor"]


def test_counts_are_of_the_moment_of_the_rows_and_of_what_is_sought(library, folder, monkeypatch):
    create(folder / "a.plumb", "Aurel", scope="Demand")
    create(folder / "b.plumb", "Brae", scope="Demand")
    create(folder / "c.plumb", "Cor", status=Status.ARCHIVED)
    library.refresh()
    create(folder / "d.plumb", "Dell")
    real = library._ask

    def busy(sql, parameters=()):
        found = real(sql, parameters)
        if "instr" in sql:
            monkeypatch.setattr(library, "_ask", real)
            library.refresh()  # another one comes as soon as the list was asked for
        return found

    monkeypatch.setattr(library, "_ask", busy)
    found = library.find()
    assert len(found.rows) == sum(found.counts.values()) == 3
    assert library.find().counts == {"planned": 3, "archived": 1}
    sought = library.find("demand", status=Status.ARCHIVED)
    assert (sought.rows, sought.counts) == ((), {"planned": 2})
    assert sought.all_counts == {"planned": 3, "archived": 1}


def test_what_looks_alike_is_told_apart_by_file_and_folder(library, folder, tmp_path):
    one = create(folder / "halden.plumb", "Halden", scope="Pricing")
    copy = shutil.copy(one, folder / "halden copy.plumb")
    create(folder / "other.plumb", "Halden", scope="Demand")
    library.refresh()
    assert library.find("copy").apart == {str(one): one.name, str(copy): copy.name}
    sticks = [tmp_path / name / "data" / one.name for name in ("red", "blue")]
    assert told_apart((str(path), "Halden", "") for path in sticks) == {
        str(path): str(path.relative_to(tmp_path)) for path in sticks
    }
    assert told_apart((str(path), "", "") for path in sticks)  # locked: only the name is known


def test_a_file_that_is_gone_leaves_the_list(library, folder):
    path = create(folder / "a.plumb", "Aurel")
    library.refresh()
    path.unlink()
    assert library.refresh() == 1
    assert library.rows() == ()


def test_files_that_cannot_be_read_are_rows_with_their_state(library, folder):
    create(folder / "locked.plumb", "Secret Client", passphrase="secret")
    (folder / "damaged.plumb").write_bytes(b"not an engagement at all" * 400)
    (folder / "empty.plumb").write_bytes(b"")
    library.refresh()
    states = {row.name: row.state for row in library.rows()}
    assert states["empty"] == State.DAMAGED
    assert states["locked"] == State.LOCKED
    assert states["damaged"] in (State.DAMAGED, State.LOCKED)


def test_a_file_that_is_open_keeps_what_was_read_before(library, folder):
    path = create(folder / "a.plumb", "Aurel", target=3)
    library.refresh()
    case = Case.open(path, author="tester")
    case.update_client(name="Aurelia")
    os.utime(path)
    library.refresh()
    (row,) = library.rows()
    assert (row.state, row.client, row.target) == (State.OPEN, "Aurel", 3)
    library.remember(path, case.snapshot)
    assert library.rows()[0].client == "Aurelia"
    assert library.rows()[0].state == State.READY
    case.update_client(name="Aurel again")
    case.close()
    library.refresh()
    assert library.rows()[0].client == "Aurel again"


def test_a_file_is_looked_at_again_although_it_is_as_it_was(library, folder):
    path = create(folder / "a.plumb", "Aurel")
    library.refresh()
    case = Case.open(path, author="tester")
    library.refresh()
    assert library.rows()[0].state == State.READY
    library.look_again(path)
    assert library.rows()[0].state == State.OPEN
    case.close()
    library.refresh()
    assert library.rows()[0].state == State.READY


def test_what_is_opened_while_it_is_looked_at_says_what_it_holds(library, folder, monkeypatch):
    path = create(folder / "Alba.plumb", "Alba")
    library.refresh()
    create(folder / "Brae.plumb", "Brae")
    case = Case.open(path, author="tester")
    case.update_engagement(status=Status.ARCHIVED)
    opened, kept = [], looking.look

    def look(sought):
        found = kept(sought)
        if sought == path:
            library.remember(path, case.snapshot)
            opened.append(path)
        return found

    monkeypatch.setattr(looking, "look", look)
    assert library.refresh(ours=lambda: opened[0] if opened else None) == 1
    assert opened == [path]
    assert [(row.name, row.state) for row in library.rows(status="archived")] == [("Alba", "ready")]
    case.close()


def test_what_is_open_with_a_passphrase_is_found_sorted_and_counted_but_not_kept(
    library, folder, tmp_path
):
    create(folder / "alba.plumb", "Alba")
    path = create(
        folder / "locked.plumb", "Canary Client", "secret", scope="Pricing", status=Status.ARCHIVED
    )
    library.refresh()
    case = Case.open(path, author="tester", passphrase="secret")
    here = library.remember(path, case.snapshot, protected=True)
    case.close()
    found = library.find(sort="client", here=here)
    assert [row.name for row in found.rows] == ["Alba", "Canary Client"]
    assert found.counts == found.all_counts == {"planned": 1, "archived": 1}
    assert library.find("canary", Status.ARCHIVED, here=here).rows == (here,)
    assert library.find().counts == {"planned": 2}
    for file in (tmp_path / "data").iterdir():
        assert b"Canary" not in file.read_bytes()
        assert b"canary" not in file.read_bytes()


def test_of_a_file_with_a_passphrase_nothing_but_its_place_is_kept(library, folder, tmp_path):
    path = create(folder / "locked.plumb", "Canary Client", passphrase="secret")
    case = Case.open(path, author="tester", passphrase="secret")
    library.remember(path, case.snapshot, protected=True)
    case.close()
    library.refresh()
    (row,) = library.rows()
    assert (row.state, row.client, row.name) == (State.LOCKED, "", "locked")
    for file in (tmp_path / "data").iterdir():
        assert b"Canary" not in file.read_bytes()


def test_files_opened_from_elsewhere_are_remembered(library, folder, tmp_path):
    outside = create(tmp_path / "stick.plumb", "Outside")
    inside = create(folder / "a.plumb", "Inside")
    library.refresh()
    assert names(library) == ["Inside"]
    case = Case.open(outside, author="tester")
    library.remember(outside, case.snapshot)
    case.close()
    library.refresh()
    assert sorted(names(library)) == ["Inside", "Outside"]
    assert library.recent() == (outside,)
    outside.rename(tmp_path / "pulled.plumb")
    assert library.refresh() == 1
    assert {row.name: row.state for row in library.rows()}["Outside"] == State.MISSING
    assert library.refresh() == 0
    assert library.recent() == ()
    (tmp_path / "pulled.plumb").rename(outside)
    assert library.refresh() == 1
    assert {row.state for row in library.rows()} == {State.READY}
    library.forget(outside)
    assert names(library) == ["Inside"]
    assert inside.exists()
    assert outside.exists()


@pytest.mark.parametrize("spoil", ["bytes", "layout", "gone"])
def test_a_spoilt_index_is_built_again(folder, tmp_path, spoil, monkeypatch):
    index = tmp_path / "library.db"
    create(folder / "a.plumb", "Aurel")
    first = Library(folder, index)
    first.refresh()
    first.close()
    if spoil == "bytes":
        index.write_bytes(b"spoilt" * 2000)
    elif spoil == "gone":
        index.unlink()
    else:
        monkeypatch.setattr(index_module, "LAYOUT", index_module.LAYOUT + 1)
    again = Library(folder, index)
    assert again.rows() == ()
    again.refresh()
    assert names(again) == ["Aurel"]
    assert index.stat().st_mode & 0o077 == 0
    again.close()


def test_an_index_that_turns_out_damaged_is_built_again(library, folder, monkeypatch):
    create(folder / "a.plumb", "Aurel")
    library.refresh()

    class Corrupt(index_module.Error):
        sqlite_errorname = "SQLITE_CORRUPT"

    class Busy(index_module.Error):
        sqlite_errorname = "SQLITE_BUSY"

    class Failing:
        def __init__(self, error):
            self.error = error

        def execute(self, *_args):
            raise self.error

        def close(self):
            sound.close()

    sound = library._connection
    monkeypatch.setattr(library, "_connection", Failing(Busy("locked")))
    with pytest.raises(Problem, match="not to be had just now"):
        library.rows()
    monkeypatch.setattr(library, "_connection", Failing(Corrupt("malformed")))
    assert library.rows() == ()
    library.refresh()
    assert names(library) == ["Aurel"]


def test_a_place_that_cannot_be_written_is_named(folder, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(Problem, match="cannot be kept"):
        Library(folder, tmp_path / "file" / "library.db")


def test_what_stands_delivered_comes_last(library, folder):
    from datetime import datetime

    path = create(folder / "a.plumb", "Aurel", ends=date(2026, 11, 1))
    create(folder / "b.plumb", "Brae", starts=date(2027, 1, 1))
    case = Case.open(path, author="tester")
    issuing.issue(
        case, pdf=b"%PDF", content=b"{}", version="1", profile="full", issued=datetime.now()
    )
    case.close()
    library.refresh()
    assert names(library) == ["Brae", "Aurel"]
    assert library.rows(status=Status.DELIVERED)[0].next_day is None


def test_refreshing_stops_when_asked(library, folder):
    for name in "abc":
        create(folder / f"{name}.plumb", name.upper())
    asked = iter((False, True))
    assert library.refresh(lambda: next(asked)) == 1
    assert len(library.rows()) == 1


def test_a_copy_of_a_file_is_a_row_of_its_own(library, folder):
    path = create(folder / "a.plumb", "Aurel")
    shutil.copy(path, folder / "b.plumb")
    library.refresh()
    assert names(library) == ["Aurel", "Aurel"]


def test_the_engine_names_its_versions():
    assert "SQLCipher 4" in index_module.engine()


def test_what_was_kept_before_a_change_of_format_is_no_engagement(library, folder):
    create(folder / "a.plumb", "Aurel")
    shutil.copy(folder / "a.plumb", folder / "a (format 1).plumb")
    library.refresh()
    assert names(library) == ["Aurel"]


def test_a_folder_that_cannot_be_read_forgets_nothing(library, folder, monkeypatch):
    create(folder / "a.plumb", "Aurel")
    library.refresh()

    def refused(_folder):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(index_module.os, "scandir", refused)
    with pytest.raises(UnreadableFolder, match="Permission denied"):
        library.refresh()
    assert names(library) == ["Aurel"]


def opened_at_once(folder, indexes, together):
    for index in indexes:
        together.wait(60)
        library = Library(folder, index)
        library.rows()
        library.close()


def test_programs_that_start_at_once_share_a_new_index(folder, tmp_path):
    """The one that comes second must not take the file from under the first."""
    spawn = multiprocessing.get_context("spawn")
    together = spawn.Barrier(3)
    indexes = [tmp_path / f"new-{number}.db" for number in range(40)]
    several = [
        spawn.Process(target=opened_at_once, args=(folder, indexes, together)) for _ in range(3)
    ]
    for one in several:
        one.start()
    for one in several:
        one.join()
    assert [one.exitcode for one in several] == [0, 0, 0]


def test_what_is_open_here_and_not_listed_yet_is_looked_at(library, folder):
    path = create(folder / "Alba.plumb", "Alba")
    assert library.refresh(ours=lambda: path) == 1
    assert [row.name for row in library.rows()] == ["Alba"]
