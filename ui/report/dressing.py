"""The brand kit of the report, edited where the report is: its sheet, and what is saved is used."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from engagements.language import tr
from ui.page import Keys
from ui.report.presenter import BUNDLED, OWN

if TYPE_CHECKING:
    from ui.parts.kit_editor import KitEditor
    from ui.report.page import ReportPage


class Dressing(QObject):
    """Opens the editor on the kit in use; the report takes on what is saved there."""

    def __init__(self, page: ReportPage) -> None:
        super().__init__(page)
        self._page = page
        page.choices.kit_edited.connect(self.open)

    @cached_property
    def editor(self) -> KitEditor:
        """The sheet, made when a kit is edited for the first time."""
        from ui.parts.kit_editor import KitEditor

        editor = KitEditor(self._page, self._page.desk)
        editor.saved.connect(self._saved)
        editor.said.connect(self._page.say)
        self._page.session.case_changed.connect(editor.dismiss)
        return editor

    @property
    def _is_made(self) -> bool:
        return "editor" in self.__dict__

    def open(self) -> None:
        """Edit the kit in use; one that is not one's own is shown, to be duplicated."""
        used = self._page.presenter.kit()
        if used is None or self.editor.isVisible():
            return
        key, kit = used
        if key.startswith((BUNDLED, OWN)):
            self.editor.open(kit.name, own=key.startswith(OWN))
        else:
            self.editor.open_kept(kit.data)

    def _saved(self, name: str) -> None:
        if self._page.session.snapshot is not None:
            self._page.presenter.use_own(name)
            self.editor.state.setText(tr("Saved, and the report uses it"))

    def keep(self) -> None:
        """Keep what is not saved of a kit."""
        if self._is_made:
            self.editor.keep()

    def hints(self) -> Sequence[Keys]:
        """What holds in the sheet, while it is open."""
        if not self._is_made or not self.editor.isVisible():
            return ()
        save = (Keys(("Ctrl+S",), tr("save")),) if self.editor.accept.isVisible() else ()
        return (*save, Keys(("Esc",), tr("close")))
