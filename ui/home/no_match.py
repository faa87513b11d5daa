"""What Home's list says where it has no row to show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engagements.language import tr
from ui.widgets.buttons import Button
from ui.widgets.labels import Label


class NoMatch(QWidget):
    """Says that nothing fits the search or the filter, or that all was deleted, and what helps."""

    cleared = Signal()
    asks_deleted = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 48, 0, 0)
        column.setSpacing(10)
        self.title = Label("", "heading")
        self._clear = Button(tr("Clear search and filter"), name="clear-query")
        self._deleted = Button(tr("Show what was deleted"), name="show-deleted")
        self._clear.clicked.connect(self.cleared)
        self._deleted.clicked.connect(self.asks_deleted)
        for part in (self.title, self._clear, self._deleted):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def show_reason(self, *, all_deleted: bool) -> None:
        """Say why there is no row; ``all_deleted`` where only deleted engagements are left."""
        self.title.setText(
            tr("Every engagement here was deleted") if all_deleted else tr("No engagement matches")
        )
        self._clear.setVisible(not all_deleted)
        self._deleted.setVisible(all_deleted)
