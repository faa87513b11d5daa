"""Everything about evidence on the page: pasting, choosing, asking back, changing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from engagements.framework.model import AnswerValue, Framework
from engagements.language import tr
from engagements.problem import Problem
from engagements.records import Evidence
from engagements.records.evidence import SPEAKS
from ui.interview.attaching import SHOWN, Attaching
from ui.interview.card import QuestionCard
from ui.interview.evidence_sheets import EvidenceSheet, Filled
from ui.interview.presenter import Presenter
from ui.parts.offering import Offer
from ui.parts.sheet import AskSheet
from ui.session import Session
from ui.widgets.rows import taken_out


class EvidenceDesk(QObject):
    """Joins the card's strip with its forms and the use cases of evidence."""

    refused = Signal(Problem)

    def __init__(
        self,
        page: QWidget,
        card: QuestionCard,
        presenter: Presenter,
        session: Session,
        framework: Framework,
    ) -> None:
        super().__init__(page)
        self._page, self._card, self._presenter = page, card, presenter
        self.attaching = Attaching(session, presenter, self)
        self._framework = framework
        self._form = self._made()
        self._question = AskSheet(page)
        self.attaching.refused.connect(self.refused)
        self.attaching.asked.connect(self._ask)
        self.attaching.too_large.connect(self._ask_large)
        self.attaching.moved.connect(card.show_attaching)
        card.pasted.connect(self.take)
        card.strip.opened.connect(self.change)
        card.strip.removed.connect(self.remove)
        card.strip.chosen.connect(self.choose)

    def _made(self) -> EvidenceSheet:
        form = EvidenceSheet(self._page, self._framework)
        form.dismissed.connect(self.attaching.next_one)
        return form

    def forget(self) -> None:
        """Keep nothing of the item shown last; a form that is open stays, it is this question's."""
        if not self._form.isVisible():
            taken_out(self._form)
            self._form = self._made()

    def drop(self) -> None:
        """The engagement is closed: take the forms away for good."""
        for gone in (self._form, self._question, self):
            gone.deleteLater()

    def take(self, source: QMimeData) -> None:
        """Attach what was pasted or dropped."""
        if self._closed():
            return
        if not self.attaching.take(source, text_too=not self._card.typing()):
            words = tr("Copy a picture, a file or text first.")
            self.refused.emit(Problem(tr("There is nothing to attach."), words))

    def choose(self) -> None:
        """Choose files in a dialog."""
        """Attach files chosen in a dialog."""
        if self._closed():
            return
        names, _ = QFileDialog.getOpenFileNames(self._page, tr("Attach as evidence"))
        paths = [Path(name) for name in names]
        self.attaching.add([Offer("file", path.stem, path.name, path=path) for path in paths])

    def link(self) -> None:
        """Ask for a link."""
        if not self._closed():
            self.attaching.link()

    def remove(self, item_id: str) -> None:
        """Take an item out."""
        if not self._closed():
            self.attaching.remove(item_id)

    def _closed(self) -> bool:
        """Whether the engagement takes nothing; says why."""
        why = self._presenter.read_only
        if why:
            self.refused.emit(Problem(why))
        return bool(why)

    def change(self, item_id: str) -> None:
        """Show one item's form."""
        item, one = self._presenter.show.snapshot.get(Evidence, item_id), self._presenter.criterion
        if item is None or one is None or self._closed():
            return
        said = [each.value for each in item.speaks_for if each.criterion == one.id]
        value = said[0] if said and said[0] in SPEAKS else AnswerValue.YES
        self._form.ask(
            tr("Evidence {code}", code=f"E-{item.reference:03}"),
            Filled(item.title, max(SHOWN, item.grade), value, item.link),
            lambda filled: self.attaching.change(item_id, filled),
            removed=lambda: self.attaching.remove(item_id),
            linked=bool(item.link),
        )

    def _ask(self, heading: str, filled: Filled, taken: object, linked: bool) -> None:
        self._form.ask(heading, filled, taken, linked=linked)  # type: ignore[arg-type]

    def _ask_large(self, title: str, advice: str, taken: object) -> None:
        self._question.ask(title, advice, tr("Attach it"), taken)  # type: ignore[arg-type]
