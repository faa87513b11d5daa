"""Text that is being typed is on disk, one row per place, until it becomes a revision."""

import pytest

from engagements.file.actions import Action
from tests.engagements.file.conftest import keep, note, texts


def test_a_draft_survives_closing_and_is_renewed_in_place(file, reopen):
    file.keep_draft("note/1", "Hal")
    file.keep_draft("note/1", "Halden")
    file = reopen()
    assert file.drafts() == {"note/1": "Halden"}
    assert file.contents().revisions == 0
    assert file.check() == []


def test_a_dropped_draft_is_gone(file, reopen):
    file.keep_draft("a", "x")
    file.keep_draft("b", "y")
    file.drop_draft("a")
    file.drop_draft("unknown")
    assert reopen().drafts() == {"b": "y"}


def test_a_draft_goes_with_the_revision_it_became(file):
    file.keep_draft("a", "x")
    with file.atomic(Action.NOTE_KEPT) as change:
        change.revise(note("x"))
        file.drop_draft("a")
    assert file.drafts() == {}
    assert file.check() == []


def test_a_draft_stays_when_its_revision_fails(file):
    file.keep_draft("a", "x")
    with pytest.raises(ZeroDivisionError):
        fail_dropping(file)
    assert file.drafts() == {"a": "x"}
    assert texts(file) == {}
    keep(file, note("works again"))
    assert file.check() == []


def fail_dropping(file):
    with file.atomic(Action.NOTE_KEPT) as change:
        change.revise(note("x"))
        file.drop_draft("a")
        raise ZeroDivisionError
