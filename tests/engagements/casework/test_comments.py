"""The comment round: kept, numbered for good, taken in as one step, and undone as one."""

from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest

from engagements.casework import comment_book, comments, history
from engagements.casework.comment_book import FIELDS, Row
from engagements.problem import Problem
from engagements.records.commenting import SHEET_META, Comment, by_number, print_of

HEAD = ("No.", "Page", "Section", "Reader's role", "Comment", "Response", "State", "prints")


def row(where=4, text="New", **more):
    made = Row(where, None, "1.0", None, "", "", text, "", "open", ())
    return replace(made, **more)


def sent(one, **more):
    """A comment's row as it came back, with other cells."""
    cells = (str(one.page or ""), one.section, one.reader, one.text, one.response, one.state)
    now = {**dict(zip(FIELDS, cells, strict=True)), **more}
    values = {**now, "page": int(now["page"] or 0) or None}
    prints = tuple(map(print_of, cells))
    return row(number=one.number, cells=tuple(now.values()), prints=prints, **values)


def texts(case):
    return {one.number: one.text for one in by_number(case.snapshot)}


def book(*rows, meta=(SHEET_META, "e1", "1.0")):
    made = openpyxl.Workbook()
    for one in rows:
        made.active.append(one)
    if meta:
        made.create_sheet("Plumbline").append(meta)
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def test_numbers_are_given_once(case):
    comments.add(case, " First ", page=3)
    comments.add(case, "Second")
    second = by_number(case.snapshot)[1]
    comments.remove(case, second.id)
    comments.add(case, "Third")
    assert texts(case) == {1: "First", 3: "Third"}
    history.undo(case)
    history.undo(case)
    assert texts(case) == {1: "First", 2: "Second"}


def test_what_cannot_be_kept_is_refused(case):
    comments.add(case, "First")
    for text, said in (("  ", "no words"), ("x" * 4_001, "longer than 4000")):
        with pytest.raises(Problem, match=said):
            comments.add(case, text)
    with pytest.raises(Problem, match="Comment 1 is there already"):
        comments.save(case, Comment(id="other", number=1, text="x"))


def test_a_sheet_is_taken_in_by_one_step(case):
    comments.add(case, "First")
    first = by_number(case.snapshot)[0]
    rows = (sent(first, text="First, once more"), row(5, "Second"), row(6, "Third", page=7))
    comments.take(case, rows)
    assert texts(case) == {1: "First, once more", 2: "Second", 3: "Third"}
    with pytest.raises(Problem, match="Nothing in it is new"):
        comments.take(case, rows[1:])
    history.undo(case)
    assert texts(case) == {1: "First"}


def test_rows_left_out_are_named_by_their_reason(case):
    comments.add(case, "First")
    first = by_number(case.snapshot)[0]
    gone = Comment(id="x", number=9, text="Gone")
    rows = (
        sent(first),
        sent(first, text="Twice"),
        sent(gone),
        row(7, "", reader="Sponsor"),
        row(8, "x" * 4_001),
        row(9, state=None),
    )
    found = comments.compare(case.snapshot, rows)
    assert [one.why for one in found.left_out] == ["twice", "gone", "empty", "long", "state"]
    assert (found.same, found.new, found.changed) == (1, (), ())


def test_a_number_that_a_reader_gave_is_not_ours(case):
    comments.add(case, "First")
    found = comments.compare(case.snapshot, (row(4, "Mine", number=1), row(5, "First", number=1)))
    assert [one.text for one in found.new] == ["Mine"]
    assert found.same == 1


def test_rows_are_read_below_their_head():
    data = book(
        ("Title",),
        HEAD,
        (1, 3, "Summary", "Sponsor", "'=1+1", None, "accepted", "a b c d e f"),
        (None,) * 8,
        ("2.0", "p. 4 and 5", "", "", "Two", "", "what"),
    )
    first, second = comment_book.rows(data, "e1")
    assert (first.where, first.number, first.page, first.text) == (3, 1, 3, "=1+1")
    assert (first.state, first.prints, first.version) == ("accepted", tuple("abcdef"), "1.0")
    assert (second.where, second.number, second.page, second.state) == (5, 2, 4, None)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (book(HEAD, meta=None), "no comment sheet that Plumbline wrote"),
        (book(("Cost",)), "no comment sheet that Plumbline wrote"),
        (book(HEAD, meta=(SHEET_META, "e2", "1.0")), "another engagement"),
        (b"PK", "no Excel workbook"),
    ],
)
def test_a_foreign_sheet_is_refused_by_its_name(tmp_path, data, said):
    path = tmp_path / "sheet.xlsx"
    path.write_bytes(data)
    with pytest.raises(Problem, match=rf"^sheet\.xlsx: .*{said}"):
        comment_book.read(path, "e1")
