"""Why an engagement is only read, and the way to write in it again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
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
from engagements.records import IssuedVersion
from engagements.records.client import Status
from engagements.records.snapshot import Snapshot
from engagements.records.standing import CLOSED, status
from ui.parts.drafted import DraftedField
from ui.parts.side import Side
from ui.session import Session
from ui.widgets.buttons import Button
from ui.widgets.chips import IconMark
from ui.widgets.labels import TextBlock


def frozen_words(snapshot: Snapshot) -> str:
    """Why an engagement is only read: a version went out, or it was put away."""
    stands = status(snapshot)
    if stands not in CLOSED:
        return ""
    versions = snapshot.of(IssuedVersion)
    if versions and stands is Status.DELIVERED:
        return tr("Delivered as version {version}", version=versions[-1].version)
    return tr("Archived") if stands is Status.ARCHIVED else tr("Delivered")


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


class LockedSide(Side):
    """A side panel that closes what changes its record, with the reason and the way back.

    Its fields are drafts while they are typed into; the first of ``drafted`` is its title.
    """

    STILL: tuple[str, ...] = ("thaw-",)
    """Beginnings of the names of controls that change nothing."""

    drafted: tuple[DraftedField, ...] = ()

    def __init__(self, name: str, words: str, thaw: str) -> None:
        super().__init__(name, words)
        self._lock: Lock | None = None
        self._locked = LockLine(thaw)
        self._locked.thawed.connect(self._open_again)

    def lock(self, lock: Lock) -> None:
        """Close what changes the record while ``lock`` says so; an open field shows its draft."""
        self._lock = lock
        words = lock.words()
        self._locked.say(words, may_thaw=lock.may_thaw)
        close_controls(self, closed=bool(words), still=self.STILL)
        for field in self.drafted:
            field.restore()

    def places(self) -> tuple[str, ...]:
        """Where its fields' drafts are."""
        return tuple(field.place for field in self.drafted)

    def first(self) -> QWidget:
        """Where the keys go, its title; it has the focus then."""
        edit = self.drafted[0].edit
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return edit

    def _open_again(self) -> None:
        if self._lock is not None:
            self._lock.thaw()
            self.lock(self._lock)
            self.first()
