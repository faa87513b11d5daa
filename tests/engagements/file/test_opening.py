"""What is not a whole engagement of ours is refused in words of its own and never written to."""

import os
import shutil
import sqlite3
import subprocess
import sys

import pytest

from engagements.file import migrations, presence, problems, surface
from engagements.file.engagement_file import EngagementFile
from engagements.file.sqlite import PAGE
from tests.engagements.file.conftest import keep, note, texts


@pytest.fixture
def closed(file):
    """The path of a small engagement that nobody has open."""
    keep(file, note("kept", "n1"), note("more", "n2"))
    file.attach_bytes(bytes(range(256)) * 200, "a.bin")
    file.close()
    return file.path


def altered(path, offset, data):
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(data)


def refused(path, problem, **options):
    """Opening raises ``problem`` both ways, leaves every byte and no file behind; returns it."""
    before, around = path.read_bytes(), sorted(path.parent.iterdir())
    for read_only in (True, False):
        with pytest.raises(problem) as caught:
            EngagementFile.open(path, author="Anna", read_only=read_only, **options)
        assert caught.type is problem
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == around
    assert caught.value.title.endswith(".")
    assert caught.value.advice.endswith(".")
    assert path.name in caught.value.title
    return caught.value


def test_a_closed_engagement_is_one_private_file(closed):
    assert [one.name for one in closed.parent.glob("*halden*")] == ["halden.plumb"]
    assert closed.stat().st_mode & 0o777 == 0o600


def test_a_folder_made_for_it_is_private(tmp_path):
    EngagementFile.create(tmp_path / "a" / "b" / "x.plumb", author="Anna").close()
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700


def test_an_existing_file_is_never_replaced_by_a_new_one(closed):
    before = closed.read_bytes()
    with pytest.raises(problems.AlreadyThere):
        EngagementFile.create(closed, author="Anna")
    assert closed.read_bytes() == before


@pytest.mark.parametrize("name", ["a b.plumb", "ü ß.plumb", "50%?#x.plumb", "a'b\"c;.plumb"])
def test_any_name_will_do(tmp_path, name):
    with EngagementFile.create(tmp_path / name, author="Anna") as file:
        keep(file, note())
    with EngagementFile.open(tmp_path / name, author="Anna") as file:
        assert texts(file) == {"n1": ["a note"]}
    assert (tmp_path / name).exists()


def test_a_missing_file(tmp_path):
    with pytest.raises(problems.NotFound, match=r"gone\.plumb is not there"):
        EngagementFile.open(tmp_path / "gone.plumb", author="Anna")
    assert list(tmp_path.glob("gone*")) == []


def test_a_folder(tmp_path):
    with pytest.raises(problems.NotAnEngagement):
        EngagementFile.open(tmp_path, author="Anna")


def test_an_empty_file(tmp_path):
    (tmp_path / "x.plumb").touch()
    assert "0 bytes" in refused(tmp_path / "x.plumb", problems.EmptyFile).title


@pytest.mark.parametrize("content", [b"x", b"%PDF-1.7\n" * 1000, b"\x00" * 8192, b"PK\x03\x04" * 9])
def test_another_kind_of_file(tmp_path, content):
    (tmp_path / "x.plumb").write_bytes(content)
    refused(tmp_path / "x.plumb", problems.NotAnEngagement)


def test_another_programs_database(tmp_path):
    with sqlite3.connect(tmp_path / "x.plumb") as other:
        other.execute("CREATE TABLE t (a)")
    other.close()
    assert "another program" in refused(tmp_path / "x.plumb", problems.NotAnEngagement).title


def test_a_newer_format_is_refused_in_one_sentence(closed):
    altered(closed, 60, (migrations.FORMAT + 1).to_bytes(4, "big"))
    problem = refused(closed, problems.NewerFormat)
    assert problem.title.count(".") - closed.name.count(".") == 1


def test_a_format_number_that_makes_no_sense_is_damage(closed):
    altered(closed, 60, b"\xff\xff\xff\xff")
    refused(closed, problems.Damaged)


@pytest.mark.parametrize("keep_pages", [1, 2, 5, 20, -1])
def test_truncated_at_a_page(closed, keep_pages):
    size = closed.stat().st_size
    os.truncate(closed, keep_pages * PAGE if keep_pages > 0 else size + keep_pages * PAGE)
    refused(closed, problems.Truncated)


@pytest.mark.parametrize("missing", [1, 100, 4000])
def test_truncated_within_a_page(closed, missing):
    os.truncate(closed, closed.stat().st_size - missing)
    refused(closed, problems.Truncated)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON draft BEGIN DELETE FROM head; END",
        "CREATE VIEW v AS SELECT load_extension('x')",
        "CREATE TABLE extra (a)",
        "DROP VIEW notes",
    ],
)
def test_a_schema_that_another_program_changed(closed, statement):
    with sqlite3.connect(closed) as other:
        other.execute(statement)
    other.close()
    refused(closed, problems.Tampered)


def test_another_programs_journal_mode(closed):
    with sqlite3.connect(closed) as other:
        other.execute("PRAGMA journal_mode = WAL")
    other.close()
    for side in ("-wal", "-shm"):
        closed.with_name(closed.name + side).unlink(missing_ok=True)
    refused(closed, problems.Tampered)


def test_a_leftover_wal_beside_it(closed):
    closed.with_name(closed.name + "-wal").write_bytes(b"something")
    assert "halden.plumb-wal" in refused(closed, problems.Leftover).advice


def test_a_file_that_may_not_be_read(closed):
    if os.geteuid() == 0:
        pytest.skip("the superuser may read everything")
    closed.chmod(0)
    with pytest.raises(problems.CannotRead):
        EngagementFile.open(closed, author="Anna")


def test_the_same_file_twice_in_one_program(closed):
    alias = closed.with_name("alias.plumb")
    alias.symlink_to(closed)
    with EngagementFile.open(closed, author="Anna") as first:
        for name in (closed, alias):
            with pytest.raises(problems.AlreadyOpen, match=r"in this program since \d\d:\d\d"):
                EngagementFile.open(name, author="Anna")
        keep(first, note("still working"))
        assert _other_process(closed) == "AlreadyOpen"
    assert _other_process(closed) == "opened"


def test_a_second_program_is_told_where_it_is_open_and_since_when(closed, monkeypatch):
    monkeypatch.setattr(surface, "own", surface.WINDOW)
    with EngagementFile.open(closed, author="Anna"):
        said = _other_process(closed, words=True)
    assert said.startswith("halden.plumb is open in the window since ")


def test_a_note_of_a_program_that_is_gone_is_not_believed(closed):
    code = (
        "import os, sys; from pathlib import Path; "
        "from engagements.file.engagement_file import EngagementFile; "
        "EngagementFile.open(Path(sys.argv[1]), author='B'); os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", code, closed], check=False)
    assert presence.elsewhere(closed) == ""


def test_a_note_that_cannot_be_kept_is_only_missed(closed, monkeypatch, tmp_path):
    (tmp_path / "blocked").write_text("a file where a folder should be")
    monkeypatch.setenv("PLUMBLINE_HOME", str(tmp_path / "blocked"))
    with EngagementFile.open(closed, author="Anna") as file:
        keep(file, note("works"))
    assert presence.elsewhere(closed) == ""


def test_notes_hold_no_name(closed, tmp_path):
    with EngagementFile.open(closed, author="Anna"):
        notes = list((tmp_path / "home").rglob("*.json"))
        assert notes
        assert all("halden" not in one.name + one.read_text() for one in notes)


def test_what_was_closed_here_is_not_verified_again_and_anything_else_is(closed, monkeypatch):
    seen = []
    verify = "engagements.file.opening.verify.contents"
    monkeypatch.setattr(verify, lambda connection: seen.append(connection) or [])
    EngagementFile.open(closed, author="Anna", read_only=True).close()
    assert seen == []
    copy = shutil.copy(closed, closed.with_name("copy.plumb"))
    EngagementFile.open(copy, author="Anna", read_only=True).close()
    assert len(seen) == 1
    os.utime(closed)
    EngagementFile.open(closed, author="Anna", read_only=True).close()
    assert len(seen) == 2


def test_what_took_the_name_of_an_open_file_is_verified_like_any_other(closed, monkeypatch):
    seen = []
    verify = "engagements.file.opening.verify.contents"
    twin = closed.read_bytes()
    file = EngagementFile.open(closed, author="Anna")
    other = closed.with_name("other.tmp")
    other.write_bytes(twin)
    other.replace(closed)
    file.close()
    monkeypatch.setattr(verify, lambda connection: seen.append(connection) or [])
    EngagementFile.open(closed, author="Anna", read_only=True).close()
    assert len(seen) == 1


def test_creating_and_opening_again_leaves_nothing_but_the_file(tmp_path):
    EngagementFile.create(tmp_path / "x.plumb", author="Anna").close()
    assert [one.name for one in tmp_path.iterdir() if one.name != "home"] == ["x.plumb"]


def test_closing_twice_is_allowed(file):
    file.close()
    file.close()


def _other_process(path, *, words=False):
    """What a second program meets when it opens ``path`` for writing."""
    code = (
        "import sys; from pathlib import Path; "
        "from engagements.file.engagement_file import EngagementFile\n"
        "from engagements.problem import Problem\n"
        "try: EngagementFile.open(Path(sys.argv[1]), author='B').close(); print('opened')\n"
        f"except Problem as p: print({'p.title' if words else 'type(p).__name__'})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, path], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()
