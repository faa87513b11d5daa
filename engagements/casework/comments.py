"""The comment round: comments kept, answered, and taken in from a sheet that came back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from engagements.casework.case import Case, Change
from engagements.casework.comment_book import Row
from engagements.file.actions import Action
from engagements.file.canonical import random_id
from engagements.language import mark, tr, trn
from engagements.problem import Problem
from engagements.records.commenting import MAX_PAGE, Comment, by_number, next_number, print_of
from engagements.records.snapshot import Snapshot

MAX_COMMENT = 4_000
"""Characters of a comment, and of the response to it."""
MAX_SHORT = 120
"""Characters of a section and of a reader's role."""
NAMED = 5
"""Rows left out that are named one by one; more are counted."""

Why = Literal["empty", "twice", "gone", "long", "state"]
WHY: dict[Why, str] = {
    "empty": mark("row {row}: no comment text"),
    "twice": mark("row {row}: the number stands twice"),
    "gone": mark("row {row}: taken out here since"),
    "long": mark("row {row}: too long"),
    "state": mark("row {row}: unknown state"),
}


@dataclass(frozen=True)
class LeftOut:
    """A row of a sheet that nothing was made of; ``row`` counts from 1."""

    row: int
    why: Why


@dataclass(frozen=True)
class Returned:
    """What a sheet that came back brings: comments that are new or changed, and what it does not.

    New ones have no number yet.
    """

    new: tuple[Comment, ...]
    changed: tuple[Comment, ...]
    same: int
    left_out: tuple[LeftOut, ...]

    @property
    def words(self) -> str:
        """As in: "7 new, 2 changed; row 12: no comment text."""
        counts = [
            trn("{n} new", "{n} new", len(self.new)),
            trn("{n} changed", "{n} changed", len(self.changed)),
            trn("{n} as it was", "{n} as they were", self.same) if self.same else "",
        ]
        left = [tr(WHY[one.why], row=one.row) for one in self.left_out[:NAMED]]
        if len(self.left_out) > NAMED:
            left.append(tr("and {n} more", n=len(self.left_out) - NAMED))
        words = ", ".join(one for one in counts if one)
        if not left:
            return f"{words}."
        out = trn("{n} row left out", "{n} rows left out", len(self.left_out))
        return f"{words}, {out} ({'; '.join(left)})."


def save(case: Case, comment: Comment, *, drafts: Sequence[str] = ()) -> Change:
    """Keep a comment, ending the ``drafts`` (keys) it was typed in.

    Problem when it says nothing or too much, or is new under a number that is given.
    """
    kept = _trimmed(comment)
    if not kept.text:
        raise Problem(tr("The comment has no words."), tr("Write what the reader said."))
    if _is_long(kept):
        raise Problem(
            tr("The comment is longer than {most} characters.", most=MAX_COMMENT),
            tr("Shorten it, or split it into two."),
        )
    known = {one.id: one.number for one in case.snapshot.of(Comment)}
    if kept.id not in known and kept.number in known.values():
        raise Problem(tr("Comment {number} is there already.", number=kept.number))
    with case.edit(Action.COMMENT_SAVED) as edit:
        edit.revise(kept)
        edit.drop_drafts(drafts)
    return edit.done()


def add(case: Case, text: str, *, page: int | None = None, version: str = "") -> Change:
    """Keep a comment that was made by word of mouth or in a letter, under the next number."""
    number = next_number(case.snapshot)
    return save(case, Comment(id=random_id(), number=number, version=version, page=page, text=text))


def remove(case: Case, comment_id: str, *, drafts: Sequence[str] = ()) -> Change:
    """Take a comment out with the ``drafts`` typed in it; its number is not given again."""
    with case.edit(Action.COMMENT_REMOVED) as edit:
        edit.delete(Comment, comment_id)
        edit.drop_drafts(drafts)
    return edit.done()


def take(case: Case, rows: Sequence[Row]) -> Change:
    """Keep what a sheet brings, all of it in one step; Problem when it brings nothing."""
    returned = compare(case.snapshot, rows)
    if not returned.new and not returned.changed:
        raise Problem(tr("Nothing in it is new."), returned.words)
    first = next_number(case.snapshot)
    with case.edit(Action.IMPORTED) as edit:
        for one in returned.changed:
            edit.revise(one)
        for number, one in enumerate(returned.new, start=first):
            edit.revise(one.model_copy(update={"id": random_id(), "number": number}))
    return edit.done()


def compare(snapshot: Snapshot, rows: Sequence[Row]) -> Returned:
    """What a sheet's rows would change. Only what differs from what was sent out counts."""
    known = {one.number: one for one in by_number(snapshot)}
    here = {_saying(one) for one in known.values()}
    new, changed = list[Comment](), list[Comment]()
    seen, same, left_out = set[int](), 0, list[LeftOut]()
    for row in rows:
        why = _fault(row, known, seen)
        if why:
            left_out.append(LeftOut(row.where, why))
            continue
        kept = known.get(row.number or 0) if _is_known(row, known) else None
        if kept is None:
            made = _new(row)
            if _saying(made) in here:
                same += 1
                continue
            here.add(_saying(made))
            new.append(made)
        else:
            seen.add(kept.number)
            after = kept.model_copy(update=dict(_differing(row)))
            same += after == kept
            changed += [after] if after != kept else []
    return Returned(tuple(new), tuple(changed), same, tuple(left_out))


def _is_known(row: Row, known: dict[int, Comment]) -> bool:
    """A number counts where the row was sent out with it, or says what that comment says."""
    kept = known.get(row.number or 0)
    return kept is not None and (bool(row.prints) or _flat(row.text) == _flat(kept.text))


def _fault(row: Row, known: dict[int, Comment], seen: set[int]) -> Why | None:
    if not row.text:
        return "empty"
    if row.state is None:
        return "state"
    if _is_long(row):
        return "long"
    if row.prints and row.number is not None and row.number not in known:
        return "gone"
    if row.number in seen and _is_known(row, known):
        return "twice"
    return None


def _differing(row: Row) -> Iterator[tuple[str, object]]:
    """The fields that say something else than when they were sent out."""
    values = {
        "page": row.page,
        "section": row.section,
        "reader": row.reader,
        "text": row.text,
        "response": row.response,
        "state": row.state,
    }
    for place, (name, value) in enumerate(values.items()):
        if place < len(row.prints):
            if row.prints[place] != print_of(row.cells[place]):
                yield name, value
        elif value:
            yield name, value


def _new(row: Row) -> Comment:
    return Comment(
        id="",
        number=1,
        version=row.version,
        page=row.page,
        section=row.section,
        reader=row.reader,
        text=row.text,
        response=row.response,
        state=row.state or "open",
    )


def _saying(one: Comment) -> tuple[str, int | None, str, str]:
    """By which a comment is known that came in before."""
    return one.version, one.page, _flat(one.reader), _flat(one.text)


def _flat(words: str) -> str:
    return " ".join(words.split()).casefold()


def _trimmed(one: Comment) -> Comment:
    names = ("section", "reader", "text", "response")
    return one.model_copy(update={name: str(getattr(one, name)).strip() for name in names})


def _is_long(one: Comment | Row) -> bool:
    return (
        max(len(one.text), len(one.response)) > MAX_COMMENT
        or max(len(one.section), len(one.reader)) > MAX_SHORT
        or (one.page or 1) > MAX_PAGE
    )
