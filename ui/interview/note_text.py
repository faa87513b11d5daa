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
    """The notes an edited text leads to: those to keep and the ids to end.

    ``kept`` holds only what is new or different from before; ``lines`` are all lines given, each
    with the note it now belongs to.
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
    written = [replace(line, note="") for line in lines]
    for position, run in enumerate(_runs(lines)):
        old = known.pop(run.note, None)
        fresh = _fresh([lines[at] for at in run.at], old, whose, position, new_id)
        if fresh != old:
            kept.append(fresh)
        for at in run.at:
            written[at] = replace(lines[at], note=fresh.id)
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


@dataclass
class _Run:
    """Lines that are one note, by their places in the text."""

    note: str
    kind: NoteKind
    off_record: bool
    at: list[int]

    def joins(self, line: Line) -> bool:
        """Whether a line goes on with it."""
        if line.kind is NoteKind.TODO:
            return False
        same = (self.kind, self.off_record) == (line.kind, line.off_record)
        return same and line.note in ("", self.note)


def _runs(lines: Sequence[Line]) -> list[_Run]:
    """Runs of lines that are one note each, without blank ends."""
    runs: list[_Run] = []
    used: set[str] = set()
    for at, line in enumerate(lines):
        if runs and runs[-1].joins(line):
            runs[-1].at.append(at)
            continue
        note = "" if line.note in used else line.note
        used.add(note)
        runs.append(_Run(note, line.kind, line.off_record, [at]))
    for run in runs:
        _trim(run, lines)
    return [run for run in runs if run.at]


def _trim(run: _Run, lines: Sequence[Line]) -> None:
    while run.at and not lines[run.at[-1]].text.strip():
        run.at.pop()
    while run.at and not lines[run.at[0]].text.strip():
        run.at.pop(0)
