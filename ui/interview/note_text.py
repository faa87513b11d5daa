"""Notes as the lines of one editor, and back: which notes an edited text keeps, changes or ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from engagements.records import Note
from engagements.records.answers import NoteKind


@dataclass(frozen=True)
class Line:
    """One paragraph of the editor: its words, what it is, and the id of the note it came from."""

    text: str
    kind: NoteKind = NoteKind.NOTE
    off_record: bool = False
    note: str = ""
    """Empty while it belongs to no note yet; it then joins the lines before it."""


@dataclass(frozen=True)
class Page:
    """The notes an edited text leads to: those to keep, ids to end, and the lines as they now are.

    ``kept`` holds only what is new or different from before.
    """

    kept: tuple[Note, ...]
    ended: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def changed(self) -> bool:
        """Whether anything has to be written."""
        return bool(self.kept or self.ended)


@dataclass(frozen=True)
class Whose:
    """What a new note belongs to."""

    interview: str | None
    criteria: tuple[str, ...]
    author: str
    scope_unit: str


def in_order(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Notes as they stand one below the other; equal positions stay as first kept."""
    return tuple(sorted(notes, key=lambda note: note.position))


def lines_of(notes: Iterable[Note]) -> tuple[Line, ...]:
    """The lines of an editor that shows these notes in their order."""
    return tuple(
        Line(text, note.note_kind, note.off_record, note.id)
        for note in in_order(notes)
        for text in note.text.split("\n")
    )


def page_of(
    lines: Sequence[Line], before: Sequence[Note], whose: Whose, new_id: Callable[[], str]
) -> Page:
    """The notes that ``lines`` make, beside what they were ``before``.

    Lines of one note stay one note; lines without a note join those before them when they are of
    the same kind. Every to-do is a note of its own. Blank ends are dropped, blank notes end; a
    note that stands under other criteria too only leaves this one.
    """
    known = {note.id: note for note in before}
    kept: list[Note] = []
    written: list[Line] = []
    for position, group in enumerate(_groups(lines)):
        old = known.pop(group[0].note, None)
        fresh = _fresh(group, old, whose, position, new_id)
        if fresh != old:
            kept.append(fresh)
        written.extend(replace(line, note=fresh.id) for line in group)
    ended: list[str] = []
    for gone in known.values():
        rest = tuple(one for one in gone.criteria if one not in whose.criteria)
        if rest and whose.criteria:
            kept.append(gone.model_copy(update={"criteria": rest}))
        else:
            ended.append(gone.id)
    return Page(tuple(kept), tuple(ended), tuple(written))


def _fresh(
    group: list[Line], old: Note | None, whose: Whose, position: int, new_id: Callable[[], str]
) -> Note:
    first = group[0]
    text = "\n".join(line.text for line in group)
    if old is None:
        return Note(
            id=new_id(),
            interview=whose.interview,
            author=whose.author,
            text=text,
            criteria=whose.criteria,
            note_kind=first.kind,
            off_record=first.off_record,
            position=position,
            scope_unit=whose.scope_unit,
        )
    return old.model_copy(
        update={
            "text": text,
            "note_kind": first.kind,
            "off_record": first.off_record,
            "position": old.position if len(old.criteria) > 1 else position,
        }
    )


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    """Runs of lines that are one note each, without blank ends."""
    runs: list[list[Line]] = []
    used: set[str] = set()
    for given in lines:
        moved_away = given.note in used and not _joins(runs[-1], given)
        line = replace(given, note="") if moved_away else given
        if runs and _joins(runs[-1], line):
            runs[-1].append(line)
        else:
            runs.append([line])
        if line.note:
            used.add(line.note)
    trimmed = [_trimmed(run) for run in runs]
    return [run for run in trimmed if run]


def _joins(run: list[Line], line: Line) -> bool:
    first = run[0]
    if line.kind is NoteKind.TODO or (first.kind, first.off_record) != (line.kind, line.off_record):
        return False
    return not line.note or line.note == first.note


def _trimmed(run: list[Line]) -> list[Line]:
    """The run without blank lines at its ends; its first line keeps the note's id."""
    start, end = 0, len(run)
    while start < end and not run[start].text.strip():
        start += 1
    while end > start and not run[end - 1].text.strip():
        end -= 1
    if start == end:
        return []
    return [replace(run[start], note=run[0].note), *run[start + 1 : end]]
