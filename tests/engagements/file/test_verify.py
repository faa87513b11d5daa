"""``check`` finds every edit, deletion and reordering, and says what is wrong."""

import pytest

from engagements.file.actions import Action
from engagements.records import Evidence
from tests.engagements.file.conftest import answer, keep, note


@pytest.fixture
def filled(file, reopen):
    """Two sittings with everything that a file can hold."""
    blob = file.attach_bytes(b"x" * 5_000, "x")
    keep(file, note("a", "n1"), answer(), Evidence(id="e1", title="E", grade=2, attachment=blob))
    keep(file, note("b", "n1"))
    file = reopen(author="Ben")
    keep(file, note("c", "n2"), note("d", "n3"))
    with file.atomic(Action.NOTE_REMOVED) as change:
        change.delete("note", "n3")
    erased = keep(file, note("private", "n4")).written
    file.erase(erased, reason="asked to")
    file.keep_draft("d", "typing")
    assert file.check() == []
    return file


def codes(file):
    return {finding.code for finding in file.check()}


@pytest.mark.parametrize(("column", "value"), [
    ("id", "'0000'"), ("clock", "clock + 100"), ("kind", "'answer'"), ("entity", "'n9'"),
    ("shape", "2"), ("parents", "'[]'"), ("author", "'Eve'"), ("at", "'2020-01-01T00:00:00'"),
    ("action", "'imported'"), ("change", "'x'"), ("takes_back", "'x'"),
    ("payload", "zeroblob(32)"), ("previous", "zeroblob(32)"), ("hash", "zeroblob(32)"),
])  # fmt: skip
def test_any_altered_field_of_a_revision(filled, column, value):
    execute(filled, f"UPDATE revision SET {column} = {value} WHERE number = 4")
    assert codes(filled) & {"altered", "chain", "integrity"}


def execute(file, statement):
    connection = file._store.connection
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(statement)


@pytest.mark.parametrize(("statement", "code"), [
    ("DELETE FROM revision WHERE number = 1", "reference"),
    ("DELETE FROM revision WHERE number = (SELECT max(number) FROM revision)", "reference"),
    ("UPDATE revision SET sequence = 99 WHERE number = 1", "gap"),
    ("UPDATE sitting SET author = 'Eve'", "sitting"),
    ("UPDATE sitting SET saw = '{}'", "sitting"),
    ("INSERT INTO sitting VALUES ('s', 'd', 'a', 'p', 't', '{}', zeroblob(32))", "sitting"),
    ("UPDATE payload SET body = CAST(replace(body, 'b', 'z') AS BLOB)", "payload"),
    ("UPDATE payload SET salt = zeroblob(16) WHERE revision = 2", "payload"),
    ("DELETE FROM payload WHERE revision = 2", "payload"),
    ("INSERT INTO payload VALUES (7, zeroblob(16), CAST('{}' AS BLOB))", "payload"),
    ("DELETE FROM erased", "erased"),
    ("DELETE FROM attachment", "named"),
    ("DELETE FROM head WHERE entity = 'n1'", "heads"),
    ("UPDATE head SET body = replace(body, 'c', 'z')", "heads"),
    ("UPDATE head SET born = 99", "heads"),
    ("UPDATE head SET author = 'Eve'", "heads"),
    ("DELETE FROM draft", "state"),
    ("UPDATE draft SET body = '\"other\"'", "state"),
    ("UPDATE state SET number = number + 1", "state"),
    ("DELETE FROM state", "state"),
    ("UPDATE meta SET value = 'other' WHERE key = 'created'", "state"),
    ("UPDATE meta SET value = 'other' WHERE key = 'engagement'", "sitting"),
    ("DELETE FROM meta", "sitting"),
    ("UPDATE blob SET size = 1", "state"),
    ("UPDATE chunk SET data = zeroblob(5000)", "attachment"),
    ("UPDATE chunk SET position = 1", "attachment"),
    ("DELETE FROM chunk", "attachment"),
    ("CREATE VIEW extra AS SELECT 1", "schema"),
    ("DROP INDEX revision_entity", "schema"),
])  # fmt: skip
def test_whatever_was_altered_is_found(filled, statement, code):
    execute(filled, statement)
    assert code in codes(filled)


def test_reordered_revisions(filled):
    execute(filled, "UPDATE revision SET number = 99 WHERE number = 1")
    execute(filled, "UPDATE revision SET number = 1 WHERE number = 2")
    execute(filled, "UPDATE revision SET number = 2 WHERE number = 99")
    assert codes(filled)


def test_a_whole_sitting_cut_off_is_found(filled):
    last = "(SELECT id FROM sitting WHERE author = 'Ben')"
    for table in ("payload", "erased", "head", "attachment"):
        execute(
            filled,
            f"DELETE FROM {table} WHERE revision IN "
            f"(SELECT number FROM revision WHERE sitting = {last})",
        )
    execute(filled, f"DELETE FROM revision WHERE sitting = {last}")
    execute(filled, f"DELETE FROM sitting WHERE id = {last}")
    assert "state" in codes(filled)


def test_findings_are_sentences_with_a_code(filled):
    execute(filled, "UPDATE payload SET salt = zeroblob(16) WHERE revision = 2")
    (finding,) = filled.check()
    assert finding.code == "payload"
    assert str(finding).startswith("the content of revision ")


def test_progress_counts_the_bytes_of_attachments(filled):
    told = []
    filled.check(lambda done, whole: told.append((done, whole)))
    assert told == [(5_000, 5_000)]


def test_deeply_nested_content_is_a_finding_and_no_crash(filled):
    deep = "[" * 100_000
    execute(filled, f"UPDATE payload SET body = CAST('{deep}' AS BLOB) WHERE revision = 2")
    assert "payload" in codes(filled) or "unreadable" in codes(filled)
