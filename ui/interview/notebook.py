"""The note editor's text between screen and file: draft while typed, notes when left."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject

from engagements.records import Note
from ui.interview.note_draft import NoteDraft
from ui.interview.note_editor import NoteEditor
from ui.interview.note_text import Page, Whose, in_order, lines_of, page_of
from ui.parts.drafting import DraftKeeper
from ui.session import Session

if TYPE_CHECKING:
    from engagements.records.snapshot import Snapshot

LOOSE = "loose"
"""Stands for the criterion in the draft's key of a note without one."""


def draft_key(interview: str, criterion: str) -> str:
    """The key of a note's draft row."""
    return f"note/{interview}/{criterion}"


def notes_at(snapshot: Snapshot, interview: str, criterion: str) -> tuple[Note, ...]:
    """The notes of one question in one interview, in their order."""
    return in_order(
        note
        for note in snapshot.of(Note)
        if note.interview == interview and criterion in note.criteria
    )


class Notebook(QObject):
    """One editor and the question whose notes it shows.

    Leaving the question, the field or the window keeps the text as notes; until then it is a
    draft. A text that could not be kept stays in memory and comes back with its question.
    """

    def __init__(self, session: Session, editor: NoteEditor, author: str, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._editor, self._author = session, editor, author
        self._keeper = DraftKeeper(session, self)
        self._place: tuple[str, str, str] | None = None
        self._dirty = False
        self._began = datetime.now()
        self._ended = self._began
        self._drafts: dict[str, NoteDraft] = {}
        self._kept: dict[str, tuple[int, tuple[Note, ...]]] = {}
        self._shown: tuple[Note, ...] = ()
        editor.edited.connect(self._edited)
        editor.left.connect(self.keep)

    @property
    def dirty(self) -> bool:
        """Whether the text is a draft."""
        return self._dirty

    def forget(self) -> None:
        """Another engagement is open: drop what belonged to the last one."""
        self._place = None
        self._dirty = False
        self._drafts.clear()
        self._kept.clear()
        self._shown = ()
        self._editor.show_lines(())

    def typed(self) -> dict[str, str]:
        """What is no note yet, by its draft's key: here, and at other questions."""
        drafts = dict(self._drafts)
        if self._dirty:
            drafts[self._key()] = self._draft()
        snapshot = self._session.snapshot
        notes = snapshot.of(Note) if snapshot else ()
        kept = {note.id: note.text for note in notes}
        fresh = {
            key: " ".join(one.text for one in draft.lines if one.text != kept.get(one.note))
            for key, draft in drafts.items()
        }
        return {key: words for key, words in fresh.items() if words.strip()}

    def recover(self, drafts: Mapping[str, str]) -> dict[str, NoteDraft]:
        """Take over drafts found in the file; returns those that are notes, by key."""
        found = {
            key: draft
            for key, text in drafts.items()
            if key.startswith("note/") and (draft := NoteDraft.unpacked(text)) is not None
        }
        self._drafts.update(found)
        if self._place is not None and not self._dirty:
            self._load()
        return found

    def turn_to(self, interview: str, criterion: str, scope_unit: str) -> None:
        """Show the notes of a question; what was typed at the last one is kept first."""
        if self._place == (interview, criterion, scope_unit):
            self.refresh()
            return
        self.keep()
        self._place = (interview, criterion, scope_unit)
        self._load()

    def refresh(self) -> None:
        """Show what was changed elsewhere (undone, merged), unless it is being typed here."""
        if self._place is None or self._dirty:
            return
        if self._notes() != self._shown:
            cursor = self._editor.position() if self._shown else None
            self._shown = self._notes()
            self._editor.show_lines(lines_of(self._shown), cursor)

    def keep(self) -> None:
        """Make the draft notes, if there is one."""
        if not self._dirty or self._place is None or self._session.case is None:
            return
        from engagements.casework import interviewing
        from engagements.casework.notebook import keep_notes

        key = self._key()
        page = page_of(self._editor.lines(), self._notes(), self._whose(), lambda: uuid4().hex)
        self._keeper.forget(key)
        self._dirty = False
        if not page.changed:
            self._drafts.pop(key, None)
            self._session.do(interviewing.drop_draft, key)
            return
        self._drafts[key] = self._draft()
        turn = self._expect(key, page)
        self._session.do(
            keep_notes,
            page.kept,
            page.ended,
            draft=key,
            keep=f"page/{key}",
            owner=self,
            on_done=lambda _change: self._done(key, turn),
        )
        self._shown = self._notes()
        self._editor.name_lines(page.lines)

    def _expect(self, key: str, page: Page) -> int:
        """Remember what the notes will be, until the file says so."""
        notes = {note.id: note for note in self._notes()}
        notes.update({note.id: note for note in page.kept})
        for gone in page.ended:
            notes.pop(gone, None)
        criterion = self._place[1] if self._place else ""
        turn = self._kept[key][0] + 1 if key in self._kept else 1
        here = (note for note in notes.values() if criterion in note.criteria or not note.criteria)
        self._kept[key] = (turn, in_order(here))
        return turn

    def _done(self, key: str, turn: int) -> None:
        if key in self._kept and self._kept[key][0] == turn:
            del self._kept[key]
            self._drafts.pop(key, None)
            self.refresh()

    def _edited(self) -> None:
        if self._place is None:
            return
        now = datetime.now()
        if not self._dirty:
            self._dirty, self._began = True, now
        self._ended = now
        key = self._key()
        self._keeper.typed(key, lambda: self._draft().packed())

    def _draft(self) -> NoteDraft:
        cursor = self._editor.position()
        return NoteDraft(self._editor.lines(), cursor, self._began, self._ended)

    def _load(self) -> None:
        key = self._key()
        draft = self._drafts.get(key)
        self._shown = self._notes()
        if draft is not None and key not in self._kept:
            self._editor.show_lines(draft.lines, draft.cursor)
            self._editor.unkept = True
            self._dirty, self._began, self._ended = True, draft.began, draft.ended
            return
        self._dirty = False
        self._editor.show_lines(lines_of(self._shown))

    def _key(self) -> str:
        assert self._place is not None
        return draft_key(self._place[0], self._place[1])

    def _whose(self) -> Whose:
        assert self._place is not None
        interview, criterion, unit = self._place
        return Whose(interview, (criterion,), self._author, unit)

    def _notes(self) -> tuple[Note, ...]:
        """The question's notes, with what is on its way to the file."""
        assert self._place is not None
        if self._key() in self._kept:
            return self._kept[self._key()][1]
        snapshot = self._session.snapshot
        return notes_at(snapshot, *self._place[:2]) if snapshot else ()
