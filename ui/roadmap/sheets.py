"""The two cards over the page: adding an action, and the reason for leaving one out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from engagements.language import tr
from ui.parts.sheet import WIDTH, Sheet
from ui.roadmap.offers import OffersList
from ui.roadmap.outline import Entry, Offer
from ui.widgets.fields import Field, LineEdit
from ui.widgets.labels import TextBlock


class AddSheet(Sheet):
    """A search line, the actions that match, and one line for the reason."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page, tr("Add an action"), tr("Add"), name="add")
        self._offers: tuple[Offer, ...] = ()
        self._taken: Callable[[str, str], None] | None = None
        self.line = LineEdit(tr("Search actions"), tr("Words or code: drift, registry"))
        self.line.setObjectName("search-actions")
        self.list = OffersList()
        self.reason = LineEdit(tr("Reason"), tr("Why it belongs in the plan"))
        self.reason.setObjectName("add-reason")
        self.body.addWidget(self.line)
        self.body.addWidget(self.list)
        self.body.addWidget(Field(tr("Reason"), self.reason))
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)

    def ask(self, offers: Sequence[Offer], taken: Callable[[str, str], None]) -> None:
        """Offer actions; ``taken`` gets the id of the chosen one and the reason."""
        self._offers, self._taken = tuple(offers), taken
        self.line.clear()
        self.reason.clear()
        self._search("")
        self.show_over(self.line)

    def ask_again(self) -> None:
        """Show it as it was handed over, which could not be kept."""
        self.show_over(self.reason)

    def submit(self) -> None:
        """Hand over the action pointed at; a reason is asked for."""
        chosen = self.list.chosen()
        if chosen is None:
            self.refuse(tr("No action matches."))
            return
        reason = " ".join(self.reason.text().split())
        if not reason:
            self.refuse(tr("Say in one line why it belongs in the plan."))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        taken = self._taken
        self.dismiss()
        if taken is not None:
            taken(chosen.id, reason)

    def _search(self, typed: str) -> None:
        words = typed.casefold().split()
        found = [
            one
            for one in self._offers
            if all(word in f"{one.id} {one.title}".casefold() for word in words)
        ]
        self.list.show_offers(found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go through the list while the line keeps the focus."""
        if watched is self.line and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            step = steps.get(Qt.Key(event.key()))
            if step and event.type() is QEvent.Type.KeyPress:
                self.list.step(step)
                return True
        return super().eventFilter(watched, event)


class LeaveOutSheet(Sheet):
    """What waits for the action, and one line for the reason."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page, tr("Leave out of the plan"), tr("Leave out"), name="leave-out")
        self._entry: Entry | None = None
        self._taken: Callable[[str, str], None] | None = None
        self._words = TextBlock("", weight=600)
        self._effect = TextBlock("", "small", tone="ink_2")
        self.reason = LineEdit(tr("Reason"), tr("One line, for the report and for you"))
        self.reason.setObjectName("leave-out-reason")
        self.body.addWidget(self._words)
        self.body.addWidget(self._effect)
        self.body.addWidget(Field(tr("Reason"), self.reason))

    def ask(self, entry: Entry, taken: Callable[[str, str], None]) -> None:
        """Ask for the reason; ``taken`` gets the action's id and the reason."""
        self._entry, self._taken = entry, taken
        self._words.set_text(entry.title)
        self._effect.set_text(effect(entry))
        # The card's height is a hint for a wider text than the card can hold.
        self._effect.setMinimumHeight(self._effect.heightForWidth(WIDTH - 46))
        self.reason.clear()
        self.show_over(self.reason)

    def ask_again(self) -> None:
        """Show it as it was handed over, which could not be kept."""
        self.show_over(self.reason)

    def submit(self) -> None:
        """Hand over the reason; without one nothing happens."""
        reason = " ".join(self.reason.text().split())
        if not reason:
            self.refuse(tr("Say in one line why it is left out."))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        taken, entry = self._taken, self._entry
        self.dismiss()
        if taken is not None and entry is not None:
            taken(entry.id, reason)


def effect(entry: Entry) -> str:
    """What leaving an action out means for the level and for what builds on it."""
    said: list[str] = []
    if entry.closes:
        codes = ", ".join(one.id for one in entry.closes)
        said.append(tr("It no longer closes {codes}.", codes=codes))
    if entry.before:
        titles = ", ".join(one.title for one in entry.before)
        said.append(tr("These build on it and no longer wait for it: {titles}.", titles=titles))
    said.append(tr("It stays listed under “Left out”."))
    return "\n".join(said)
