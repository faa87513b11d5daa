"""The brand kit of the report, edited where the report is: its sheet, and what is saved is used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from engagements.language import tr
from ui.page import Keys
from ui.parts.kit_editor import KitEditor
from ui.report.presenter import BUNDLED, OWN

if TYPE_CHECKING:
    from ui.report.page import ReportPage


class Dressing(QObject):
    """Opens the editor on the kit in use; the report takes on what is saved there."""

    def __init__(self, page: ReportPage) -> None:
        super().__init__(page)
        self._page = page
        self.editor = KitEditor(page, page.desk)
        self.editor.saved.connect(self._saved)
        self.editor.said.connect(page.say)
        page.choices.kit_edited.connect(self.open)
        page.session.case_changed.connect(self.editor.dismiss)

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
        self.editor.keep()

    def hints(self) -> Sequence[Keys]:
        """What holds in the sheet, while it is open."""
        if not self.editor.isVisible():
            return ()
        save = (Keys(("Ctrl+S",), tr("save")),) if self.editor.accept.isVisible() else ()
        return (*save, Keys(("Esc",), tr("close")))
