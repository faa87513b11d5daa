"""One open engagement's interviews at work: the question on screen, its notes, evidence, sheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from engagements.language import tr
from engagements.problem import Problem
from engagements.records import Note
from ui.interview.asking import AskingView
from ui.interview.diagnostic import DiagnosticView
from ui.interview.ending_view import EndingView
from ui.interview.evidence_desk import EvidenceDesk
from ui.interview.keys import (
    ALL_DIAGNOSING,
    ANSWERING,
    ASKING,
    DIAGNOSING,
    ENDED,
    READING,
    TYPING,
    told,
)
from ui.interview.loose_sheet import LooseSheet
from ui.interview.note_draft import NoteDraft, recovered_words
from ui.interview.notebook import LOOSE, Notebook, draft_key
from ui.page import Keys, Typed
from ui.parts.finder import JumpSheet

if TYPE_CHECKING:
    from engagements.framework.model import Criterion
    from ui.desk import Desk
    from ui.interview.presenter import Presenter
    from ui.interview.thumbnails import Thumbnails


class Room(QObject):
    """Made when an engagement is opened and dropped with it; ``page`` carries the sheets."""

    refused = Signal(Problem)
    hinted = Signal()
    """The keys valid now have changed."""

    def __init__(
        self, page: QWidget, desk: Desk, presenter: Presenter, thumbnails: Thumbnails
    ) -> None:
        super().__init__(page)
        self._presenter, self._page = presenter, page
        self.recovered = False
        """What the last sitting left was looked for."""
        framework = presenter.show.framework
        self.asking = AskingView(presenter, framework, thumbnails, desk.settings)
        self.diagnostic = DiagnosticView(presenter, framework, desk.settings)
        card, session = self.asking.card, desk.session
        self.ending = EndingView(presenter)
        self.evidence = EvidenceDesk(page, card, presenter, session, framework)
        self.notebook = Notebook(session, card.editor, desk.author, page)
        self.jump_sheet = JumpSheet(page)
        self.loose_sheet = LooseSheet(page, session, desk.author)
        self._connect()

    def _connect(self) -> None:
        asking, editor = self.asking, self.asking.card.editor
        self.evidence.refused.connect(self.refused)
        asking.jump_asked.connect(self._jump)
        asking.loose_asked.connect(self.loose)
        asking.link_asked.connect(self.evidence.link)
        asking.ended.connect(self._all_asked)
        self.ending.note_asked.connect(self.loose)
        editor.refused.connect(lambda words: self.refused.emit(Problem(words)))
        editor.entered.connect(self.hinted)
        editor.left.connect(self.hinted)
        self._presenter.turned.connect(self._turn_notes)
        self._presenter.safe.changed.connect(self.evidence.forget)
        self._presenter.safe.changed.connect(self._show_safety)

    def views(self) -> tuple[QWidget, ...]:
        """What the page shows one at a time: all questions, the six, and what an end leaves."""
        return (self.asking, self.diagnostic, self.ending)

    def drop(self) -> None:
        """The engagement is closed: take everything away for good."""
        self.evidence.drop()
        for one in (self.notebook, self.jump_sheet, self.loose_sheet, *self.views(), self):
            one.deleteLater()

    def recover(self, drafts: Mapping[str, str]) -> bool:
        """Bring back what was being typed when the program ended; False when nothing was."""
        self.recovered = True
        self.notebook.recover(drafts)
        found = self._presenter.recover(drafts)
        if not found:
            return False
        interview = self._presenter.interview
        key = draft_key(interview.id, LOOSE) if interview else ""
        if interview is not None and key in drafts:
            self.loose_sheet.ask(interview, draft=NoteDraft.unpacked(drafts[key]))
        elif self._page.isVisible():
            self.asking.card.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.asking.card.note.show_recovered(recovered_words(found))
        return True

    def settle(self) -> None:
        """Make drafts what they are going to be."""
        self.asking.settle()
        self.notebook.keep()

    def typed(self) -> Sequence[Typed]:
        """What is being typed as notes, with the way there."""
        found: list[Typed] = []
        for key, words in self.notebook.typed().items():
            _, interview, criterion = key.split("/", 2)
            if criterion != LOOSE:
                act = partial(self._go_on_typing, interview, criterion)
                found.append(Typed(key, words, criterion, act))
        loose = self.loose_sheet
        if loose.isVisible() and loose.editor.toPlainText().strip():
            words = loose.editor.toPlainText()
            found.append(Typed(LOOSE, words, loose.title.text(), loose.editor.setFocus))
        return found

    def _go_on_typing(self, interview: str, criterion: str) -> None:
        here = self._presenter.interview
        if here is None or here.id != interview:
            self._presenter.open(interview, criterion)
        else:
            self._presenter.go(criterion)
        self.ending.leave()
        self.asking.card.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def mode(self) -> str:
        """Where keys go."""
        if self.diagnostic.isVisible():
            return tr("Answer keys") if self.diagnostic.answers.hasFocus() else ""
        if self._presenter.read_only:
            return tr("Reading only")
        if self.asking.card.typing():
            return tr("Typing in note")
        return tr("Answer keys") if self.asking.card.answers.hasFocus() else ""

    def hints(self) -> Sequence[Keys]:
        """Keys for the focus there is."""
        if not self.ending.isHidden():
            return told(ENDED)
        if self.diagnostic.isVisible():
            return told(DIAGNOSING)
        if self._presenter.read_only:
            return told(READING)
        return told(TYPING if self.asking.card.typing() else ANSWERING)

    def key_map(self) -> Sequence[Keys]:
        """All keys of the view on screen; none while the page shows something else."""
        keys = ((self.asking, ASKING), (self.diagnostic, ALL_DIAGNOSING), (self.ending, ENDED))
        return next((told(found) for view, found in keys if not view.isHidden()), ())

    def panes(self) -> Sequence[QWidget]:
        """What F6 goes through in the view on screen."""
        views = (self.asking, self.diagnostic, self.ending)
        return next((view.panes() for view in views if not view.isHidden()), ())

    def first_focus(self) -> QWidget | None:
        """Where the focus goes in the view on screen; None while there is none."""
        views = (self.asking, self.diagnostic, self.ending)
        return next((view.first_focus() for view in views if not view.isHidden()), None)

    def loose(self, note_id: str) -> None:
        """Take a note without a question, or file one that is there."""
        interview = self._presenter.interview
        if self._presenter.read_only:
            self.refused.emit(Problem(self._presenter.read_only))
        elif interview is not None:
            note = self._presenter.show.snapshot.get(Note, note_id) if note_id else None
            self.loose_sheet.ask(interview, note)

    def _show_safety(self) -> None:
        self.loose_sheet.editor.set_safe(on=self._presenter.safe.on)

    def _jump(self) -> None:
        if self._presenter.show.is_open:
            criteria: Sequence[Criterion] = self._presenter.show.framework.criteria
            self.jump_sheet.ask(criteria, self._jump_to)

    def _jump_to(self, criterion: str) -> None:
        self._presenter.go(criterion)
        if self._page.isVisible():
            self.asking.card.focus_answers()

    def _all_asked(self) -> None:
        agenda = self._presenter.show.agenda()
        if agenda.answered >= agenda.total:
            words = tr("Finish the interview, or go back.")
            self.refused.emit(Problem(tr("Every question has an answer."), words))

    def _turn_notes(self) -> None:
        interview, one = self._presenter.interview, self._presenter.criterion
        if interview is None or one is None:
            return
        self.asking.card.note.show_recovered("")
        self.notebook.turn_to(interview.id, one.id, interview.scope_unit)
