"""The parts of Home, each made when it is first shown."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.page import Page

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.home.create_form import CreateForm
    from ui.home.empty import EmptyHome
    from ui.home.listing import ListPane
    from ui.home.lost import LostFolder
    from ui.home.passphrase_form import PassphraseForm
    from ui.widgets.fields import SearchField

Part = TypeVar("Part", bound=QWidget)


class Parts(Page):
    """One part at a time in a stack; making them late brings the first one on screen earlier."""

    search: SearchField

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._stack = QStackedWidget()
        self._asked_on: QWidget | None = None
        """The part from which the file that was opened last was asked for."""

    def joined(self, name: str, part: Any) -> None:
        """Listen to a part that was just made; the page does."""

    @cached_property
    def list(self) -> ListPane:
        """The engagements."""
        from ui.home.listing import ListPane

        return self._added("list", ListPane(self._stack))

    @cached_property
    def lost(self) -> LostFolder:
        """What is shown while the folder cannot be read."""
        from ui.home.lost import LostFolder

        return self._added("lost", LostFolder())

    @cached_property
    def empty(self) -> EmptyHome:
        """What is shown before there is any engagement."""
        from ui.home.empty import EmptyHome

        return self._added("empty", EmptyHome())

    @cached_property
    def form(self) -> CreateForm:
        """The form for a new engagement."""
        from ui.home.create_form import CreateForm

        return self._added("form", CreateForm())

    @cached_property
    def lock(self) -> PassphraseForm:
        """The form that asks for a passphrase."""
        from ui.home.passphrase_form import PassphraseForm

        return self._added("lock", PassphraseForm())

    def light_drop(self, *, on: bool) -> None:
        """Show that a file can be dropped."""
        if self._shows("empty"):
            self.empty.light(on=on)

    def _added(self, name: str, part: Part) -> Part:
        self.joined(name, part)
        self._stack.addWidget(part)
        return part

    def made(self, part: str) -> bool:
        """Whether the part of that name was made already."""
        return part in self.__dict__

    def _shows(self, part: str) -> bool:
        """True while the part of that name is on screen; asks for none to be made."""
        return self.__dict__.get(part) is self._stack.currentWidget()

    def used(self) -> bool:
        """Whether somebody searched, chose a row or began a form: then what is remembered waits."""
        begun = self.search.edit.isModified() or self._shows("form") or self._shows("lock")
        return begun or (self.made("list") and self.list.view.used)

    def stay_with(self) -> None:
        """A file is about to be opened: remember from where it was asked for."""
        self._asked_on = self._stack.currentWidget()

    def began_another(self) -> bool:
        """Whether somebody began a form while a file was opened that was asked for elsewhere."""
        begun = self._shows("form") or self._shows("lock")
        return begun and self._stack.currentWidget() is not self._asked_on

    def end_forms(self) -> None:
        """What they asked for is open."""
        for form in ("form", "lock"):
            if self.made(form):
                getattr(self, form).end()

    def first_focus(self) -> QWidget | None:
        """The list, the first card, or the first field."""
        for part, first in (
            ("list", lambda: self.list.view),
            ("empty", lambda: self.empty.first),
            ("form", lambda: self.form.client),
            ("lock", lambda: self.lock.passphrase),
            ("lost", lambda: self.lost.choose),
        ):
            if self._shows(part):
                return first()
        return None
