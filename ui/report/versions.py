"""The versions that went out: shown, saved again byte for byte, told apart, a file verified."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from engagements.language import tr
from engagements.records import IssuedVersion
from engagements.records.issued import by_day
from engagements.records.snapshot import Snapshot
from engagements.records.standing import CLOSED, status
from ui import locale
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.labels import Label, TextBlock
from ui.widgets.ledger import Cell, Head, Ledger, Line

ROW = 48
MOST = 3
"""Rows that are seen at once; more are scrolled."""
HASH = 8
"""Letters of the SHA-256 that are shown."""


def lines(snapshot: Snapshot) -> tuple[Line, ...]:
    """Every version, the newest first: number and profile; day, hash and who."""
    return tuple(_line(snapshot, one) for one in reversed(by_day(snapshot)))


def _line(snapshot: Snapshot, one: IssuedVersion) -> Line:
    stamp = snapshot.stamps.get(one.id)
    short, author = one.pdf.sha256[:HASH], stamp.author if stamp else ""
    say = locale.figure_words()
    profile = say.slots.get(f"profile.{one.profile}.name", one.profile)
    return Line(
        one.id,
        (
            Cell(one.version, profile, weight=600),
            Cell(locale.day(one.issued.date()), ", ".join(filter(None, (short, author)))),
        ),
    )


class Versions(QFrame):
    """The list with what can be done to the version that is selected."""

    asked = Signal(str, str)
    """What to do ("show", "save" or "changes"), and the version's id."""
    verify = Signal()
    delivered = Signal(bool)
    """The engagement is to be delivered, or (False) open again."""
    shown = Signal()
    """The list was filled: what changed since its newest may be another thing now."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("pane", "bg")
        self._is_delivered = False
        heads = (Head(tr("Version")), Head(tr("Issued"), 140, 108))
        self.list = Ledger(heads, "versions", tr("Issued versions"))
        self._outdated = TextBlock("", "small", 500, "attn")
        self._outdated.setObjectName("version-outdated")
        self._outdated.hide()
        self.check = Button(tr("Verify a file"), kind="quiet", size="small", name="verify-file")
        self.check.clicked.connect(self.verify)
        self.show_ = Button(tr("Show"), size="small", name="version-show")
        self.save = Button(tr("Save again"), size="small", name="version-save")
        self.changes = Button(tr("What changed"), size="small", name="version-changes")
        head = QHBoxLayout()
        head.addWidget(Label(tr("Issued"), weight=600))
        head.addStretch(1)
        head.addWidget(self.check)
        row = Flow(6)
        self.deliver = Button("", size="small", name="deliver")
        self.deliver.clicked.connect(lambda: self.delivered.emit(not self._is_delivered))
        for button, what in ((self.show_, "show"), (self.save, "save"), (self.changes, "changes")):
            button.clicked.connect(lambda _on=False, do=what: self._ask(do))
            row.addWidget(button)
        row.addWidget(self.deliver)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 14, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._outdated)
        column.addWidget(self.list)
        column.addLayout(row)
        self.list.entered.connect(lambda key: self.asked.emit("show", key))
        self.list.chosen.connect(lambda _key: self._offer())
        self.show_snapshot(None)

    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        """Show the versions of an engagement; nothing of the list while there is none."""
        found = lines(snapshot) if snapshot is not None else ()
        self.list.show_lines(found)
        for widget in (self.list, self.show_, self.save, self.changes, self.deliver):
            widget.setVisible(bool(found))
        self._is_delivered = snapshot is not None and status(snapshot) in CLOSED
        self.deliver.set_face(tr("Reopen") if self._is_delivered else tr("Mark as delivered"))
        self._offer()
        self.fit(narrow=self.window().width() <= 1300)
        self.shown.emit()

    def show_outdated(self, words: str) -> None:
        """Say that the newest version is out of date; empty while it is not."""
        self._outdated.set_text(words)
        self._outdated.setVisible(bool(words))

    @property
    def some(self) -> bool:
        """A version went out."""
        return self.list.lines.rowCount() > 0

    def _offer(self) -> None:
        """The first version has nothing before it to differ from."""
        last = self.list.lines.rowCount() - 1
        self.changes.setEnabled(0 <= self.list.currentIndex().row() < last)

    def fit(self, *, narrow: bool) -> None:
        """As high as its rows, up to a few."""
        self.list.fit(narrow=narrow, row=ROW)
        rows = min(MOST, self.list.lines.rowCount())
        head = self.list.horizontalHeader().height()
        self.list.setFixedHeight(head + rows * theme().scaled(ROW) + 2)

    def _ask(self, what: str) -> None:
        key = self.list.current()
        if key:
            self.asked.emit(what, key)
