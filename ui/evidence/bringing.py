"""The ways of a file into the engagement and out of it: chosen, pasted, dropped, copied."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from engagements.language import tr
from engagements.problem import Problem
from engagements.records import Evidence
from ui.evidence.desk import EvidenceWork, of_file
from ui.parts.files import engagement_in
from ui.parts.offering import offers_of

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.page import Page


def takes(source: QMimeData) -> bool:
    """Whether the page takes what is being dragged; an engagement file is the window's."""
    return engagement_in(source) is None and (source.hasUrls() or source.hasImage())


class Bringing(QObject):
    """Asks for files and hands them on."""

    def __init__(self, desk: Desk, work: EvidenceWork, page: Page) -> None:
        super().__init__(page)
        self._desk, self._work, self._page = desk, work, page

    def add(self) -> None:
        """Choose files that become evidence."""
        names, _ = QFileDialog.getOpenFileNames(self._page, tr("Add evidence"))
        self._work.add([of_file(Path(name)) for name in names])

    def replace(self, item_id: str) -> None:
        """Choose the file that takes the place of an item's."""
        name, _ = QFileDialog.getOpenFileName(self._page, tr("Replace file"))
        if name:
            self._work.revise(item_id, of_file(Path(name)))

    def receive(self, request_id: str, unit: str) -> None:
        """Choose the file that answers a request, for a scope unit."""
        name, _ = QFileDialog.getOpenFileName(self._page, tr("Receive a file"))
        if name:
            self._work.receive(request_id, of_file(Path(name)), unit)

    def save_copy(self, item_id: str) -> None:
        """Choose where a copy of an attachment goes."""
        snapshot = self._desk.session.snapshot
        item = snapshot.get(Evidence, item_id) if snapshot else None
        if item is None or item.attachment is None:
            return
        offered = Path(item.attachment.name.replace("\\", "/")).name
        name, _ = QFileDialog.getSaveFileName(self._page, tr("Save a copy"), offered)
        if name:
            self._work.copy(item_id, Path(name), self._desk.write_file)

    def paste(self) -> None:
        """Add what the clipboard holds."""
        if not self.take(QGuiApplication.clipboard().mimeData()):
            advice = tr("Copy a picture, a file or text first.")
            self._page.say(Problem(tr("There is nothing to attach."), advice))

    def take(self, source: QMimeData | None) -> bool:
        """Add what was pasted or dropped; False when there was nothing to take."""
        offers = offers_of(source, datetime.now(), text_too=True)
        self._work.add(offers)
        return bool(offers)
