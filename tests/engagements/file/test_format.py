"""The format: its schema, what an earlier one becomes, and released files that stay readable."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Migrations

from engagements.file import migrations, problems, shapes, upgrade, verify
from engagements.file.actions import Action
from engagements.file.engagement_file import EngagementFile
from engagements.file.sqlite import connect
from engagements.file.tables import database
from engagements.framework.model import AnswerValue
from engagements.records import KINDS, Answer, Client, Engagement, Evidence, Judgement, Note
from tests.engagements.file.conftest import keep, note, texts
from tests.engagements.file.golden.make_golden import ATTACHED, HOSTILE, write

GOLDEN = Path(__file__).parent / "golden"
TODAY = migrations.FORMAT


def schema_of(path):
    with closing(connect(path, "ro")) as connection:
        return migrations.schema_text(connection)


def test_a_changed_schema_takes_a_new_format(file):
    digest = migrations.schema_digest(file._store.connection)
    assert digest == migrations.SCHEMAS[migrations.FORMAT], "add a migration, a format and a digest"
    assert max(migrations.SCHEMAS) == migrations.FORMAT


def test_every_step_has_a_sentence_for_its_reader():
    names = [step.name for step in migrations.steps.pending(database(connect(Path("x"), "memory")))]
    assert names == list(migrations.SENTENCES)
    assert all(sentence.endswith(".") for sentence in migrations.SENTENCES.values())


def test_every_released_format_has_a_golden_file():
    assert {int(one.stem[7:]) for one in GOLDEN.glob("format-*.plumb")} == set(migrations.SCHEMAS)


@pytest.mark.parametrize("number", migrations.SCHEMAS)
@pytest.mark.parametrize("read_only", [True, False])
def test_a_released_file_keeps_its_meaning(tmp_path, number, read_only):
    path = shutil.copy(GOLDEN / f"format-{number}.plumb", tmp_path / "golden.plumb")
    with EngagementFile.open(path, author="Clara", read_only=read_only) as file:
        assert file.check() == []
        heads = file.contents().heads
        assert list(heads["client"].values()) == [
            (Client(name="Halden Freight", sector="Logistics"),)
        ]
        assert list(heads["engagement"].values()) == [(Engagement(scope="Forecasting", target=3),)]
        assert [one for (one,) in heads["answer"].values()] == [
            Answer.of("SRC-1.1", "i1", AnswerValue.YES),
            Answer.of("SRC-1.2", "i1", AnswerValue.NA, reason="no source code"),
        ]
        assert [one for (one,) in heads["judgement"].values()] == [
            Judgement.of("SRC-1.1", AnswerValue.PARTLY, reason="half of it")
        ]
        assert heads["person"]["p-erased"] == ()
        assert heads["note"]["n-removed"] == ()
        assert heads["note"]["n-hostile"] == (
            Note(id="n-hostile", text=HOSTILE, criteria=("SRC-1.1", "TRN-2.1")),
        )
        assert sorted(one.text for one in heads["note"]["n-conflict"]) == ["mine", "theirs"]
        (evidence,) = heads["evidence"]["e1"]
        assert isinstance(evidence, Evidence)
        assert file.read_blob(evidence.attachment.sha256) == ATTACHED
        assert file.drafts() == {"note/n-hostile": HOSTILE}
        assert [group.action for group in file.past.groups()] == [
            "judgement-settled", "merged", "note-removed", "erased", "note-kept",
            "evidence-attached", "answer-recorded", "engagement-created",
        ]  # fmt: skip
        assert file.contents().stamps["n-hostile"].author == "Anna Beispiel"


@pytest.mark.parametrize("number", migrations.SCHEMAS)
def test_fresh_and_migrated_files_end_in_the_same_schema(tmp_path, number):
    path = shutil.copy(GOLDEN / f"format-{number}.plumb", tmp_path / "golden.plumb")
    EngagementFile.open(path, author="Clara").close()
    write(tmp_path / "fresh.plumb")
    assert schema_of(path) == schema_of(tmp_path / "fresh.plumb")


def test_header_names_the_program_and_the_format(file):
    file.close()
    header = file.path.read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == 0x506C756D
    assert int.from_bytes(header[60:64], "big") == migrations.FORMAT


def test_the_connection_is_set_as_the_format_demands(file):
    def pragma(name):
        return file._store.connection.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("journal_mode") == "truncate"
    assert pragma("synchronous") == 2
    assert pragma("locking_mode") == "exclusive"
    assert pragma("temp_store") == 2
    assert pragma("secure_delete") == 1
    assert pragma("foreign_keys") == 1
    assert pragma("trusted_schema") == 0
    assert pragma("cell_size_check") == 1
    tables = file._store.connection.execute("PRAGMA table_list").fetchall()
    strict = {row[1]: row[5] for row in tables if row[2] == "table" and row[1][:7] != "sqlite_"}
    assert set(strict.values()) == {1}


def test_other_programs_read_today_in_views(file):
    blob = file.attach_bytes(b"x", "trace.bin")
    keep(file, note("first"), Answer.of("SRC-1.1", "i1", AnswerValue.NA, reason="none"))
    keep(file, note("second"), Evidence(id="e1", title="Trace", grade=3, attachment=blob))
    keep(file, note("removed", "n2"))
    with file.atomic(Action.NOTE_REMOVED) as change:
        change.delete("note", "n2")
    file.close()
    with closing(sqlite3.connect(f"file:{file.path}?mode=ro", uri=True)) as other:
        query = "SELECT id, text, done, revised_by FROM notes"
        assert other.execute(query).fetchall() == [("n1", "second", 0, "Anna")]
        query = "SELECT criterion, value, reason FROM answers"
        assert other.execute(query).fetchall() == [("SRC-1.1", "n/a", "none")]
        query = "SELECT title, grade, attachment ->> 'name' FROM evidence"
        assert other.execute(query).fetchall() == [("Trace", 3, "trace.bin")]
        assert len(other.execute("SELECT * FROM history").fetchall()) == 6
        assert other.execute("SELECT named_by FROM attachments").fetchall() == [(1,)]


def test_each_kind_has_a_view_with_all_its_fields(file):
    connection = file._store.connection
    views = {}
    query = "SELECT name, sql FROM sqlite_schema WHERE type = 'view'"
    for name, sql in connection.execute(query).fetchall():
        columns = {row[1] for row in connection.execute(f"PRAGMA table_info({name})")}
        views.update({kind: columns for kind in KINDS if f"kind = '{kind}'" in sql})
    for kind, record in KINDS.items():
        fields = set(record.model_fields)
        assert views[kind] - {"revised", "revised_by"} == fields, "renew the view in a migration"


class TestUpgrade:
    """A later format, made up: a field was renamed, and a table came."""

    @pytest.fixture
    def later(self, monkeypatch, path):
        """An engagement of today's format, and a program of the next one; returns the path."""
        with EngagementFile.create(path, author="Anna") as file:
            keep(file, note("old words"), note("removed", "n2"))
            with file.atomic(Action.NOTE_REMOVED) as change:
                change.delete("note", "n2")
        steps = Migrations("plumbline")
        for number in migrations.SCHEMAS:
            steps(name=f"format_{number}")(getattr(migrations, f"format_{number}"))
        steps(name="later")(lambda db: db.conn.execute("CREATE TABLE more (a TEXT) STRICT"))
        monkeypatch.setattr(migrations, "steps", steps)
        monkeypatch.setattr(migrations, "FORMAT", TODAY + 1)
        with closing(connect(Path("x"), "memory")) as memory:
            memory.execute("BEGIN")
            migrations.lay(database(memory))
            schemas = {**migrations.SCHEMAS, TODAY + 1: migrations.schema_digest(memory)}
        monkeypatch.setattr(migrations, "SCHEMAS", schemas)
        monkeypatch.setattr(Note, "shape", 2)
        monkeypatch.setitem(
            shapes.UPCASTERS,
            ("note", 1),
            lambda plain: {**plain, "text": plain["text"].replace("old", "new")},
        )
        return path

    def test_it_is_migrated_with_a_backup_before(self, later, monkeypatch):
        before = payloads(later)
        with EngagementFile.open(later, author="Anna") as file:
            assert texts(file) == {"n1": ["new words"], "n2": []}
            assert file.check() == []
            keep(file, note("newer", "n3"))
        assert payloads(later)[: len(before)] == before
        backup = upgrade.backup_path(later, TODAY)
        assert backup.name == f"halden (format {TODAY}).plumb"
        with EngagementFile.open(later, author="Anna", read_only=True) as again:
            assert texts(again) == {"n1": ["new words"], "n2": [], "n3": ["newer"]}
        monkeypatch.undo()
        with EngagementFile.open(backup, author="Anna") as older:
            assert texts(older) == {"n1": ["old words"], "n2": []}
        with pytest.raises(problems.NewerFormat):
            EngagementFile.open(later, author="Anna")

    def test_a_copy_of_the_earlier_format_is_verified_by_what_it_was(self, later, tmp_path):
        copy = shutil.copy(later, tmp_path / "copy.plumb")
        with EngagementFile.open(copy, author="Anna") as file:
            assert texts(file) == {"n1": ["new words"], "n2": []}

    def test_reading_only_changes_nothing(self, later):
        before = later.read_bytes()
        with EngagementFile.open(later, author="Anna", read_only=True) as file:
            assert texts(file) == {"n1": ["new words"], "n2": []}
            assert file.check() == []
        assert later.read_bytes() == before
        assert not upgrade.backup_path(later, TODAY).exists()

    def test_a_failing_step_changes_nothing(self, later, monkeypatch):
        before = later.read_bytes()
        bad = [verify.Finding("x", "made up")]
        monkeypatch.setattr(upgrade.verify, "contents", lambda connection: bad)
        with pytest.raises(problems.Damaged):
            EngagementFile.open(later, author="Anna")
        assert later.read_bytes() == before

    def test_a_file_with_a_passphrase_is_migrated_too(self, tmp_path, monkeypatch, request):
        path = tmp_path / "sealed.plumb"
        with EngagementFile.create(path, author="Anna", passphrase="Wachtel") as file:
            keep(file, note("old words"))
        request.getfixturevalue("later")
        for read_only in (True, False):
            with EngagementFile.open(
                path, author="Anna", passphrase="Wachtel", read_only=read_only
            ) as file:
                assert texts(file) == {"n1": ["new words"]}
        assert b"old words" not in upgrade.backup_path(path, TODAY).read_bytes()


def payloads(path):
    with closing(connect(path, "ro")) as connection:
        return connection.execute("SELECT * FROM payload ORDER BY revision").fetchall()


def test_steps_lead_from_any_stored_shape_to_a_later_one():
    steps = {
        ("note", 1): lambda plain: {**plain, "text": plain["text"] + " 1"},
        ("note", 2): lambda plain: {**plain, "text": plain["text"] + " 2"},
    }
    old = {"id": "n", "text": "t"}
    assert shapes.raised("note", 1, 3, old, steps)["text"] == "t 1 2"
    assert shapes.raised("note", 2, 3, old, steps)["text"] == "t 2"
    assert shapes.raised("note", 3, 3, old, steps) == old
    with pytest.raises(KeyError):
        shapes.raised("note", 1, 2, old, {})


def test_every_step_between_shapes_exists_and_is_used():
    needed = {(kind, n) for kind, record in KINDS.items() for n in range(1, record.shape)}
    assert needed == set(shapes.UPCASTERS)
