"""Revisions with their values, read in chunks."""

from itertools import pairwise

from engagements.file.actions import Action
from engagements.file.past import NEWEST
from tests.engagements.file.conftest import keep, note


def chunks(file, most):
    at, found = NEWEST, []
    while at is not None:
        chunk = file.past.chunk(at, most)
        found.append(chunk.revisions)
        at = chunk.rest
    return found


def test_a_revision_says_what_it_found_and_what_it_left(file):
    keep(file, note("first"))
    keep(file, note("second"))
    with file.atomic(Action.NOTE_REMOVED) as change:
        change.delete("note", "n1")
    gone, second, first = file.past.chunk().revisions
    assert [value.record for value in second.found] == [note("first")]
    assert (second.left.record, second.stands) == (note("second"), False)
    assert (first.found, first.action, first.author) == ((), "note-kept", "Anna")
    assert gone.left.removed
    assert gone.stands
    assert file.past.revision(first.id) == first
    assert file.past.revision("nothing") is None


def test_chunks_hold_everything_once_and_never_cut_an_action(file):
    for number in range(7):
        keep(file, *(note(f"{number} {one}", f"n{one}") for one in range(3)))
    whole = file.past.chunk(most=1_000)
    assert whole.rest is None
    parts = chunks(file, 4)
    assert [one for part in parts for one in part] == list(whole.revisions)
    for part, following in pairwise(parts):
        assert part[-1].group != following[0].group


def test_an_action_longer_than_a_chunk_comes_whole(file):
    keep(file, note("before", "old"))
    keep(file, *(note("many", f"n{number}") for number in range(9)))
    assert [len(part) for part in chunks(file, 4)] == [9, 1]


def test_what_was_erased_says_so_and_why(file):
    keep(file, note("a secret"))
    revision = file.past.chunk().revisions[0].id
    file.erase([revision], reason="asked for")
    erasure, erased = file.past.chunk().revisions
    assert erased.left.erased
    assert erased.left.record is None
    assert erasure.reason == "asked for"


def test_a_sitting_names_device_and_program(file, reopen):
    keep(file, note("a"))
    opened = reopen(device="other")
    keep(opened, note("b"))
    second, first = opened.past.chunk().revisions
    sittings = opened.past.sittings()
    assert (sittings[first.sitting].device, sittings[second.sitting].device) == ("laptop", "other")
    assert sittings[second.sitting].program.startswith("plumbline")


def test_a_value_of_an_unknown_shape_is_told_and_no_fault(file, monkeypatch):
    keep(file, note("a"))
    monkeypatch.setattr(type(note()), "shape", 2)
    assert file.past.chunk().revisions[0].left.unreadable
