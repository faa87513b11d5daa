"""Facts are only ever added: revisions, heads, conflicts, groups and the order they keep."""

import pytest

from engagements.file import ledger
from engagements.file.actions import Action
from engagements.file.drafts import MOST
from engagements.file.engagement_file import EngagementFile
from engagements.file.problems import NotKept, OpenedForReading
from engagements.records import Answer, Client, Note
from engagements.records.base import MAX_TEXT
from tests.engagements.file.conftest import answer, keep, note, texts


def rows(file, query, *parameters):
    return file._store.connection.execute(query, parameters).fetchall()


def fail_after(file, record):
    with file.atomic(Action.NOTE_KEPT) as change:
        change.revise(record)
        raise ZeroDivisionError


def test_a_change_says_what_is_new_when_and_by_whom(file):
    change = keep(file, note("first"), answer())
    assert change.heads == {("note", "n1"): (note("first"),), ("answer", answer().id): (answer(),)}
    assert change.stamps["n1"].author == "Anna"
    assert change.revisions == 2
    assert change.saved_at.tzinfo is None
    assert len(change.written) == 2


def test_the_newest_value_counts_and_the_earlier_one_stays_in_the_file(file):
    keep(file, note("first"))
    keep(file, note("second"))
    assert texts(file) == {"n1": ["second"]}
    bodies = [body for (body,) in rows(file, "SELECT body FROM payload ORDER BY revision")]
    assert b'"text":"first"' in bodies[0]
    assert b'"text":"second"' in bodies[1]


def test_everything_is_there_after_reopening(file, reopen):
    change = keep(file, answer(), answer("TRN-2.1", "no"), Client(name="Halden"))
    contents = reopen().contents()
    for (kind, entity), values in change.heads.items():
        assert contents.heads[kind][entity] == values
    assert contents.stamps == change.stamps
    assert contents.revisions == 3


def test_deleting_is_a_revision_and_keeps_the_place(file, reopen):
    keep(file, note("a", "n1"), note("b", "n2"))
    with file.atomic(Action.NOTE_REMOVED) as change:
        assert change.delete("note", "n1")
    assert change.heads == {("note", "n1"): ()}
    keep(file, note("a again", "n1"))
    assert list(texts(reopen()).items()) == [("n1", ["a again"]), ("n2", ["b"])]


def test_deleting_what_is_not_there_writes_nothing(file):
    with file.atomic(Action.NOTE_REMOVED) as change:
        assert not change.delete("note", "unknown")
    assert change.written == []
    assert file.sitting is None


def test_the_same_value_again_writes_nothing(file):
    keep(file, note())
    before = file.moment
    change = keep(file, note())
    assert change.written == []
    assert file.moment == before


def test_a_failing_action_leaves_nothing(file):
    keep(file, note("kept"))
    before = file.moment
    with pytest.raises(ZeroDivisionError):
        fail_after(file, note("lost"))
    assert texts(file) == {"n1": ["kept"]}
    assert file.moment == before
    assert file.check() == []


def test_a_change_has_no_time_before_it_is_committed(file):
    with file.atomic(Action.NOTE_KEPT) as change, pytest.raises(RuntimeError):
        _ = change.saved_at


def test_actions_inside_another_are_one_commit_and_one_group(file):
    before = file.moment[0]
    with file.atomic(Action.IMPORTED) as outer:
        outer.revise(note("outer", "n1"))
        with file.atomic(Action.NOTE_KEPT) as inner:
            inner.revise(note("inner", "n2"))
    assert file.moment[0] == before + 1
    assert inner.group == outer.group
    assert set(outer.heads) == {("note", "n1"), ("note", "n2")}
    assert set(inner.heads) == {("note", "n2")}


def test_a_failing_action_inside_another_takes_back_only_itself(file, reopen):
    with file.atomic(Action.IMPORTED) as outer:
        outer.revise(note("outer", "n1"))
        with pytest.raises(ZeroDivisionError):
            fail_after(file, note("inner", "n2"))
        outer.revise(note("after", "n3"))
    assert file.check() == []
    assert texts(reopen()) == {"n1": ["outer"], "n3": ["after"]}


def test_a_failing_first_action_inside_another_takes_its_sitting_back_too(file):
    with file.atomic(Action.IMPORTED) as outer:
        with pytest.raises(ZeroDivisionError):
            fail_after(file, note("inner"))
        outer.revise(note("outer"))
    assert rows(file, "SELECT count(*) FROM sitting") == [(1,)]
    assert file.check() == []


def test_two_heads_are_a_conflict_that_stays_until_somebody_resolves_it(file, reopen):
    keep(file, note("base"))
    base = file.contents().stamps["n1"].revision
    with file.atomic(Action.MERGED) as change:
        change.revise(note("mine"), parents=(base,))
        change.revise(note("theirs"), parents=(base,))
    assert sorted(one.text for one in change.heads["note", "n1"]) == ["mine", "theirs"]
    assert file.check() == []
    file = reopen()
    assert sorted(texts(file)["n1"]) == ["mine", "theirs"]
    keep(file, note("agreed"))
    assert texts(file) == {"n1": ["agreed"]}
    assert file.check() == []


def test_removed_here_and_changed_there_is_a_conflict_that_keeps_the_value(file):
    keep(file, note("base"))
    base = file.contents().stamps["n1"].revision
    with file.atomic(Action.NOTE_REMOVED) as change:
        change.delete("note", "n1")
    with file.atomic(Action.MERGED) as change:
        change.revise(note("changed there"), parents=(base,))
    assert texts(file) == {"n1": ["changed there"]}
    assert rows(file, "SELECT count(*) FROM head WHERE entity = 'n1'") == [(2,)]


def test_a_sitting_is_drawn_only_when_something_is_changed(file, reopen):
    assert file.sitting is None
    file.keep_draft("k", "typing")
    file.attach_bytes(b"bytes", "a.bin")
    assert rows(file, "SELECT count(*) FROM sitting") == [(0,)]
    keep(file, note())
    first = file.sitting
    assert first is not None
    keep(file, note("more"))
    assert file.sitting == first
    assert reopen().sitting is None


def test_a_sitting_keeps_who_where_with_what_and_what_it_saw(file, reopen):
    keep(file, note())
    seals = file.seals
    file = reopen(author="Ben", device="tower")
    keep(file, note("more"))
    device, author, program, saw = rows(
        file, "SELECT device, author, program, saw FROM sitting WHERE id = ?", file.sitting
    )[0]
    assert (device, author) == ("tower", "Ben")
    assert program.startswith("plumbline")
    ((sitting, seal),) = seals.items()
    assert saw == f'{{"{sitting}":[1,"{seal}"]}}'
    assert rows(file, "SELECT sequence FROM revision WHERE sitting = ?", file.sitting) == [(1,)]


def test_order_does_not_depend_on_the_clock(file, monkeypatch, reopen):
    for year, text, name in ((2036, "early", "n1"), (2016, "late", "n2"), (2026, "later", "n1")):
        monkeypatch.setattr(ledger, "wall_time", lambda y=year: f"{y}-01-01T10:00:00+01:00")
        keep(file, note(text, name))
    file = reopen()
    assert list(texts(file).items()) == [("n1", ["later"]), ("n2", ["late"])]
    assert file.contents().stamps["n1"].at.year == 2026
    assert [group.at.year for group in file.past.groups()] == [2026, 2016, 2036]


def test_reading_only_refuses_every_change_in_words(file, reopen):
    file = reopen(read_only=True)
    for change in (
        lambda: keep(file, note()),
        lambda: file.keep_draft("k", "t"),
        lambda: file.attach_bytes(b"x", "x"),
    ):
        with pytest.raises(OpenedForReading):
            change()


def test_a_text_over_the_limit_is_refused_in_words(file):
    keep(file, note("x" * MAX_TEXT))
    with pytest.raises(NotKept, match="1,000,000 characters"):
        keep(file, note("x" * (MAX_TEXT + 1)))
    with pytest.raises(NotKept):
        file.keep_draft("k", "x" * (MOST + 1))
    assert texts(file) == {"n1": ["x" * MAX_TEXT]}


@pytest.mark.parametrize("entity", ["", "ü", "a\nb", "\ud800", "x" * 201])
def test_an_id_that_no_program_made_is_a_bug(file, entity):
    with pytest.raises(ValueError, match="printable ASCII"):
        keep(file, Note(id=entity, text="t"))


@pytest.mark.parametrize("author", ["two\nlines", "\x00", "\ud800", "x" * 201])
def test_an_author_is_a_line_of_text(path, author):
    with pytest.raises(NotKept):
        EngagementFile.create(path, author=author)
    assert not path.exists()


def test_a_record_that_could_not_be_read_again_is_never_kept(file):
    broken = Answer.model_construct(id="a1", criterion="X", interview="i", value="no such value")
    with (
        pytest.raises(ValueError, match="no such value"),
        pytest.warns(UserWarning, match="serializer"),
    ):
        keep(file, broken)
    assert file.contents().revisions == 0
