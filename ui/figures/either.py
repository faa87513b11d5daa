"""A figure and the same as a table: one of them is shown, and both stand on the same row."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.figures.table import Table
from ui.figures.view import SceneView


class Either(QWidget):
    """Says what was asked for and pointed at, whichever of the two it was."""

    asked = Signal(str)
    pointed = Signal(str)

    def __init__(self, figure: SceneView, table: Table) -> None:
        super().__init__()
        self.figure, self.table = figure, table
        self.setProperty("clear", "true")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(figure, 1)
        column.addWidget(table, 1)
        table.hide()
        for one in (figure, table):
            one.asked.connect(self.asked)
            one.pointed.connect(self.pointed)

    @property
    def face(self) -> SceneView | Table:
        """The one that is shown."""
        return self.figure if self.table.isHidden() else self.table

    def show_as(self, *, table: bool) -> None:
        """Show the table, or the figure; the focus and the row stay."""
        before, after = self.face, self.table if table else self.figure
        if before is after:
            return
        focused, ref = before.hasFocus(), before.current()
        after.show()
        after.point(ref)
        if focused:
            after.setFocus(Qt.FocusReason.OtherFocusReason)
        before.hide()

    def point(self, ref: str) -> None:
        """Stand on a row by its reference."""
        self.face.point(ref)

    def current(self) -> str:
        """The reference of the row stood on; empty for none."""
        return self.face.current()

    def area(self) -> QRect:
        """Where the row stood on is, in this widget."""
        return self.face.area().translated(self.face.pos())

    def clear(self) -> None:
        """Show nothing."""
        self.figure.clear()
        self.table.clear()
