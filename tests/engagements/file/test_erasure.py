"""Erased content is gone from every byte; that it was erased, and the chain, stay."""

import pytest

from engagements.file.actions import Action
from engagements.records import Evidence, Person
from tests.engagements.file.conftest import keep, note, texts

CANARY = "Kanarienvogel"


def person(name=CANARY):
    return Person(id="p1", role="DS", name=name)


def revisions(file, entity):
    query = "SELECT id FROM revision WHERE entity = ? ORDER BY number"
    return [row[0] for row in file._store.connection.execute(query, (entity,))]


def test_nothing_of_it_is_left_in_any_byte(file, reopen):
    keep(file, note("before"))
    for name in (CANARY, CANARY + " again", CANARY * 2_000):
        keep(file, person(name))
    blob = file.attach_bytes(CANARY.encode() * 200_000, "letter.txt")
    shared = file.attach_bytes(b"shared" * 9_000, "shared.txt")
    keep(file, Evidence(id="e1", title=CANARY, grade=2, attachment=blob))
    keep(file, Evidence(id="e2", title=CANARY, grade=2, attachment=shared))
    keep(file, Evidence(id="e3", title="stays", grade=2, attachment=shared))
    file.keep_draft("d", CANARY)
    file.keep_draft("other", "stays")
    seals = file.seals
    erased = [one for entity in ("p1", "e1", "e2") for one in revisions(file, entity)]
    change = file.erase(erased, reason="asked to on 3 March", drafts=["d"])
    assert change.heads == {("person", "p1"): (), ("evidence", "e1"): (), ("evidence", "e2"): ()}
    assert file.check() == []
    assert file.drafts() == {"other": "stays"}
    assert file.read_blob(shared.sha256) == b"shared" * 9_000
    file = reopen()
    assert texts(file) == {"n1": ["before"]}
    assert "p1" in file.contents().heads["person"]
    assert file.contents().heads["person"]["p1"] == ()
    assert set(file.blobs()) == {shared.sha256}
    assert seals.keys() == file.seals.keys()
    file.close()
    for one in file.path.parent.glob("halden*"):
        assert CANARY.encode() not in one.read_bytes()


def test_who_erased_what_and_why_is_kept(file):
    keep(file, person())
    (revision,) = revisions(file, "p1")
    file.erase([revision], reason="asked to")
    group = file.past.groups()[0]
    assert (group.action, group.author) == ("erased", "Anna")
    assert file.past.groups()[1].entries[0].erased
    body = file._store.connection.execute(
        "SELECT body FROM payload JOIN revision ON number = revision WHERE kind = 'erasure'"
    ).fetchone()[0]
    assert body.decode() == f'{{"reason":"asked to","revisions":["{revision}"]}}'


def test_an_entity_can_be_kept_again_afterwards(file, reopen):
    keep(file, person())
    file.erase(revisions(file, "p1"), reason="asked to")
    keep(file, person("by role"))
    file = reopen()
    assert file.contents().heads["person"]["p1"] == (person("by role"),)
    assert file.check() == []


def test_erasing_again_and_erasing_removals_changes_nothing_more(file):
    keep(file, person())
    with file.atomic(Action.PERSON_REMOVED) as change:
        change.delete("person", "p1")
    file.erase(revisions(file, "p1"), reason="once")
    file.erase(revisions(file, "p1"), reason="twice")
    assert file.check() == []


def test_an_erasure_cannot_be_erased_nor_what_is_unknown(file):
    keep(file, person())
    change = file.erase(revisions(file, "p1"), reason="once")
    for name in (change.written[0], "unknown"):
        with pytest.raises(ValueError, match="cannot be erased"):
            file.erase([name], reason="x")
    assert file.check() == []


def test_an_unfinished_erasure_is_finished_at_the_next_opening(file, reopen, monkeypatch):
    blob = file.attach_bytes(CANARY.encode() * 500, "x")
    keep(file, Evidence(id="e1", title="x", grade=2, attachment=blob))
    monkeypatch.setattr("engagements.file.erasure.finish", lambda *_: None)
    file.erase(revisions(file, "e1"), reason="x")
    monkeypatch.undo()
    file = reopen()
    assert "erasing" not in file._store.books.state.meta.rows
    assert file.check() == []
    file.close()
    assert CANARY.encode() not in file.path.read_bytes()


def test_the_state_stays_on_the_second_page_when_the_file_is_packed(file):
    keep(file, person())
    file.erase(revisions(file, "p1"), reason="x")
    pages = file._store.connection.execute("SELECT rootpage FROM sqlite_schema WHERE name='state'")
    assert pages.fetchall() == [(2,)]
