"""Why an engagement is only read, and the way to write in it again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from engagements.language import tr
from engagements.problem import Problem
from ui.findings.reading import frozen_words
from ui.session import Session
from ui.widgets.buttons import Button
from ui.widgets.chips import IconMark
from ui.widgets.labels import TextBlock


class Lock:
    """Closed while the file is open for reading only or the engagement is put away."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._thawed = False

    @property
    def may_thaw(self) -> bool:
        """Whether it may be written in again: the file itself can be written."""
        case = self._session.case
        return case is not None and not case.file.read_only

    def words(self) -> str:
        """Why nothing may be changed; empty while everything may."""
        case, snapshot = self._session.case, self._session.snapshot
        if case is not None and case.file.read_only:
            return tr("This engagement is open for reading only")
        return "" if self._thawed or snapshot is None else frozen_words(snapshot)

    def thaw(self) -> None:
        """Allow changes in this opening; what was issued stays as it is."""
        self._thawed = True

    def forget(self) -> None:
        """Another engagement, or none."""
        self._thawed = False

    def problem(self) -> Problem | None:
        """Why a change is refused; None while it is not."""
        words = self.words()
        if not words:
            return None
        return Problem(words, tr("Reopen the engagement to change it.") if self.may_thaw else "")


class LockLine(QWidget):
    """The reason over the fields, and the way back where there is one."""

    thawed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._words = TextBlock("", "small", 600)
        self._thaw = Button(tr("Reopen the engagement"), size="small", icon="lock", name=name)
        self._thaw.clicked.connect(self.thawed)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconMark("lock", "ink_2"))
        head.addWidget(self._words, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._thaw)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(foot)
        self.hide()

    def say(self, words: str, *, may_thaw: bool) -> None:
        """Show the reason; empty hides the line."""
        self._words.set_text(words)
        self._thaw.setVisible(may_thaw)
        self.setVisible(bool(words))


def close_controls(body: QWidget, *, closed: bool, still: tuple[str, ...]) -> None:
    """Close or open what changes a record; what only looks, called as in ``still``, goes on.

    Closed text stays selectable, so that it can be copied.
    """
    for edit in (*body.findChildren(QLineEdit), *body.findChildren(QPlainTextEdit)):
        if not edit.objectName().startswith(still):
            edit.setReadOnly(closed)
    for control in (*body.findChildren(QAbstractButton), *body.findChildren(QComboBox)):
        if not control.objectName().startswith(still):
            control.setEnabled(not closed)
