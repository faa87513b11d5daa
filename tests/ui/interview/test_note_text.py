"""Lines of the editor become notes and back, without losing a word or an identity."""

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from engagements.records import Note
from engagements.records.answers import NoteKind
from ui.interview.note_text import Line, Whose, lines_of, page_of

WHOSE = Whose("i1", ("SRC-1.1",), "Karin", "unit")


def ids():
    numbers = count(1)
    return lambda: f"n{next(numbers)}"


def note(id_, text, **more):
    return Note(id=id_, interview="i1", criteria=("SRC-1.1",), text=text, **more)


def test_an_untouched_page_changes_nothing():
    notes = (
        note("a", "one\ntwo"),
        note("b", "three", position=1, note_kind=NoteKind.QUOTE),
        note("c", "four", position=2),
    )
    page = page_of(lines_of(notes), notes, WHOSE, ids())
    assert not page.changed
    assert page.lines == lines_of(notes)


def test_typed_lines_become_one_note_each_quote_and_to_do_its_own():
    lines = [
        Line("Code is tagged."),
        Line("Data is not."),
        Line("I could get close.", NoteKind.QUOTE),
        Line("get the log", NoteKind.TODO),
        Line("ask who approves", NoteKind.TODO),
    ]
    page = page_of(lines, (), WHOSE, ids())
    assert [(n.text, n.note_kind) for n in page.kept] == [
        ("Code is tagged.\nData is not.", NoteKind.NOTE),
        ("I could get close.", NoteKind.QUOTE),
        ("get the log", NoteKind.TODO),
        ("ask who approves", NoteKind.TODO),
    ]
    assert [n.position for n in page.kept] == [0, 1, 2, 3]
    assert {n.interview for n in page.kept} == {"i1"}
    assert {n.criteria for n in page.kept} == {("SRC-1.1",)}


def test_a_quote_typed_into_the_middle_splits_the_note_and_keeps_its_identity():
    before = (note("a", "one\ntwo"),)
    lines = [Line("one", note="a"), Line("said", NoteKind.QUOTE, note="a"), Line("two", note="a")]
    page = page_of(lines, before, WHOSE, ids())
    assert [(n.id, n.text) for n in page.kept] == [("a", "one"), ("n1", "said"), ("n2", "two")]
    assert page.ended == ()


def test_two_notes_below_each_other_stay_two():
    before = (note("a", "one"), note("b", "two", position=1))
    page = page_of([*lines_of(before), Line("more")], before, WHOSE, ids())
    assert [(n.id, n.text) for n in page.kept] == [("b", "two\nmore")]


def test_a_note_whose_words_are_gone_ends():
    before = (note("a", "one"), note("b", "two", position=1))
    page = page_of([Line("  ", note="a"), Line("two", note="b")], before, WHOSE, ids())
    assert page.ended == ("a",)
    assert [(n.id, n.position) for n in page.kept] == [("b", 0)]


def test_a_note_under_two_criteria_only_leaves_this_one():
    before = (note("a", "one").model_copy(update={"criteria": ("SRC-1.1", "SRC-1.2")}),)
    page = page_of([], before, WHOSE, ids())
    assert page.ended == ()
    assert page.kept[0].criteria == ("SRC-1.2",)


def test_off_the_record_is_a_note_of_its_own():
    lines = [Line("open"), Line("between us", off_record=True)]
    page = page_of(lines, (), WHOSE, ids())
    assert [(n.text, n.off_record) for n in page.kept] == [("open", False), ("between us", True)]


def test_done_to_dos_stay_done_when_their_words_change():
    before = (note("a", "get it", note_kind=NoteKind.TODO, done=True),)
    page = page_of([Line("get it soon", NoteKind.TODO, note="a")], before, WHOSE, ids())
    assert page.kept[0].done


texts = st.text(st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]), max_size=8)
some_lines = st.lists(
    st.builds(
        Line,
        texts,
        st.sampled_from(NoteKind),
        st.booleans(),
        st.sampled_from(["", "a", "b", "c"]),
    ),
    max_size=8,
)


@given(some_lines)
def test_no_word_is_lost_and_a_second_keeping_changes_nothing(lines):
    before = tuple(note(key, f"old {key}", position=n) for n, key in enumerate("abc"))
    make = ids()
    first = page_of(lines, before, WHOSE, make)
    assert [(x.text, x.kind) for x in lines] == [(x.text, x.kind) for x in first.lines]
    after = {n.id: n for n in before}
    after.update({n.id: n for n in first.kept})
    for gone in first.ended:
        del after[gone]
    said = [w for n in after.values() for w in n.text.split("\n") if w.strip()]
    assert sorted(said) == sorted(x.text for x in lines if x.text.strip())
    second = page_of(lines_of(after.values()), tuple(after.values()), WHOSE, make)
    assert not second.changed
    again = page_of(first.lines, tuple(after.values()), WHOSE, make)
    assert not again.changed
