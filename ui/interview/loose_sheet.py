"""A note that belongs to no question yet, and filing it by a few letters of one."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from engagements.language import tr
from engagements.records import Interview, Note
from ui.interview.note_card import NoteCard
from ui.interview.note_draft import NoteDraft
from ui.interview.note_editor import NoteEditor
from ui.interview.note_text import Whose, lines_of, page_of
from ui.interview.notebook import LOOSE, draft_key, notes_at
from ui.parts.drafting import DraftKeeper
from ui.parts.finder import Finder
from ui.parts.sheet import Sheet
from ui.session import Session


class LooseSheet(Sheet):
    """Esc keeps the note without a question, Enter in the line files it; nothing typed is lost."""

    def __init__(self, page: QWidget, session: Session, author: str) -> None:
        super().__init__(
            page,
            tr("Note without a question"),
            tr("Keep"),
            name="loose",
            key="Ctrl+Enter",
            width=600,
        )
        self._session, self._author = session, author
        self._keeper = DraftKeeper(session, self)
        self._interview: Interview | None = None
        self._note: Note | None = None
        self._began = self._ended = datetime.now()
        self.editor = NoteEditor(tr("Note without a question"))
        self.editor.setObjectName("loose-note")
        self.editor.edited.connect(self._edited)
        card = NoteCard(self.editor, links=False)
        card.setFixedHeight(170)
        self._finder = Finder(
            tr("Belongs to"),
            tr("Belongs to: a few letters, or nothing for later"),
            name="belongs-to",
            rows=4,
        )
        self._finder.taken.connect(self._file)
        self.body.addWidget(card)
        self.body.addWidget(self._finder)
        self.accept.set_face(tr("Keep"))
        self.cancel.hide()

    def ask(
        self, interview: Interview, note: Note | None = None, draft: NoteDraft | None = None
    ) -> None:
        """Take a new note, or go on with one that is there or was recovered."""
        self._interview, self._note = interview, note
        self._began = self._ended = draft.began if draft else datetime.now()
        if draft is not None:
            self.editor.show_lines(draft.lines, draft.cursor)
            self.editor.unkept = True
        else:
            self.editor.show_lines(lines_of([note]) if note else ())
        assert self._session.snapshot is not None
        self._finder.begin(self._session.snapshot.framework.criteria, choose=False)
        words = note is not None
        self.title.setText(tr("File this note") if words else tr("Note without a question"))
        self.show_over(self._finder.line if words else self.editor)

    def submit(self) -> None:
        """Keep it, under the question pointed at if there is one."""
        self._file(self._finder.chosen())

    def dismiss(self) -> None:
        """Keep it for later."""
        if not self.isHidden():
            self._keep("")
        super().dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+B, Ctrl+T and Ctrl+R as in any note."""
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if not (ctrl and self.editor.take_command(event)):
            super().keyPressEvent(event)

    def _file(self, criterion: str) -> None:
        self._keep(criterion)
        self._interview = None
        super().dismiss()

    def _edited(self) -> None:
        if self._interview is None:
            return
        self._ended = datetime.now()
        self._keeper.typed(draft_key(self._interview.id, LOOSE), self._packed)

    def _packed(self) -> str:
        cursor = self.editor.position()
        return NoteDraft(self.editor.lines(), cursor, self._began, self._ended).packed()

    def _keep(self, criterion: str) -> None:
        interview, snapshot = self._interview, self._session.snapshot
        if interview is None or snapshot is None or self._session.case is None:
            return
        from engagements.casework.notebook import keep_notes

        key = draft_key(interview.id, LOOSE)
        self._keeper.forget(key)
        before = (self._note,) if self._note else ()
        whose = Whose(interview.id, (), self._author, interview.scope_unit)
        page = page_of(self.editor.lines(), before, whose, lambda: uuid4().hex)
        kept = page.kept
        if criterion:
            first = len(notes_at(snapshot, interview.id, criterion))
            unchanged = tuple(n for n in before if n.id not in {one.id for one in kept})
            stay = tuple(n for n in (*unchanged, *kept) if n.id not in page.ended)
            kept = tuple(
                note.model_copy(update={"criteria": (criterion,), "position": first + at})
                for at, note in enumerate(stay)
            )
        self._interview = None
        if kept or page.ended:
            self._session.do(keep_notes, kept, page.ended, draft=key, keep=f"page/{key}")
            return
        from engagements.casework import interviewing

        self._session.do(interviewing.drop_draft, key)
