"""What was done, group by group, and what each group found: the ground of undo."""

from engagements.file.actions import Action
from tests.engagements.file.conftest import answer, keep, note


def test_groups_come_newest_first_with_what_they_did(file):
    keep(file, note("a"), answer(), action=Action.IMPORTED)
    with file.atomic(Action.NOTE_REMOVED) as change:
        change.delete("note", "n1")
    newest, oldest = file.past.groups()
    assert (newest.action, newest.id) == ("note-removed", change.group)
    assert [entry.removes for entry in newest.entries] == [True]
    assert newest.stands
    assert [entry.kind for entry in oldest.entries] == ["note", "answer"]
    assert not oldest.stands
    assert len(file.past.groups(most=1)) == 1


def test_a_group_of_several_actions_is_one(file):
    first = keep(file, note("a", "n1"))
    with file.atomic(Action.NOTE_KEPT, group=first.group) as change:
        change.revise(note("b", "n2"))
    assert [len(group.entries) for group in file.past.groups()] == [2]


def test_only_one_sittings_groups_when_asked(file, reopen):
    keep(file, note("a"))
    earlier = file.sitting
    file = reopen()
    keep(file, note("b"))
    assert [group.sitting for group in file.past.groups(sitting=file.sitting)] == [file.sitting]
    assert [group.sitting for group in file.past.groups()] == [file.sitting, earlier]


def test_a_group_touched_since_no_longer_stands(file):
    keep(file, note("a", "n1"), note("b", "n2"))
    keep(file, note("changed", "n2"))
    newest, oldest = file.past.groups()
    assert newest.stands
    assert not oldest.stands


def test_a_conflict_does_not_stand(file):
    keep(file, note("a"))
    stamp = file.contents().stamps["n1"].revision
    keep(file, note("b"))
    with file.atomic(Action.MERGED) as change:
        change.revise(note("c"), parents=(stamp,))
    assert not any(group.stands for group in file.past.groups())


def test_what_a_group_found(file):
    keep(file, note("a"))
    with file.atomic(Action.IMPORTED) as change:
        change.revise(note("b"))
        change.revise(note("c"))
        change.revise(note("new", "n2"))
    group = file.past.groups()[0]
    assert file.past.before(group) == {("note", "n1"): (note("a"),), ("note", "n2"): ()}
    assert group.left["note", "n1"].revision == change.written[1]


def test_what_was_erased_cannot_come_back(file):
    first = keep(file, note("a"))
    keep(file, note("b"))
    newest = file.past.groups()[0]
    file.erase(first.written, reason="x")
    assert file.past.before(newest) is None
    assert file.past.before(file.past.groups()[0]) is None


def test_an_undo_names_the_group_it_takes_back(file):
    change = keep(file, note("a"))
    with file.atomic(Action.UNDONE, takes_back=change.group) as undo:
        undo.delete("note", "n1")
    newest, oldest = file.past.groups()
    assert newest.takes_back == oldest.id == change.group
    assert oldest.takes_back is None
