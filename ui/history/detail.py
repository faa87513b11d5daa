"""One user action in full: every value before and after, what can be brought back, the chain."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from engagements.casework.history import Revision, Sitting, Value
from engagements.casework.trail import FINAL, heads_of
from engagements.language import tr, trn
from engagements.records.snapshot import Snapshot
from ui import locale
from ui.history.reading import Deed
from ui.history.words import lines_of, revision_words, value_state
from ui.theme import theme
from ui.widgets.beside import Beside, Scrolled
from ui.widgets.buttons import Button
from ui.widgets.chips import IconMark, Rule, card
from ui.widgets.labels import ElidedLabel, Label, TextBlock
from ui.widgets.rows import emptied

MOST = 12
"""Changes of one action that are shown in full; a longer action says how many there are."""
LINES = 6


class Detail(Beside):
    """Shows an action; says what is to be restored or taken back."""

    restore_asked = Signal(str)
    """The id of the revision whose value is to come back."""
    back_asked = Signal(str)
    """The id of the action that is to be taken back."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("pane", "surface")
        self.setObjectName("history-detail")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self._body = QWidget()
        self._body.setProperty("clear", "true")
        column = QVBoxLayout(self._body)
        column.setContentsMargins(20, 16, 18, 16)
        column.addLayout(self._rows)
        column.addStretch(1)
        self._area = Scrolled(self._body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(self._area)

    def show_deed(
        self,
        deed: Deed | None,
        snapshot: Snapshot | None,
        sittings: Mapping[str, Sitting],
        refused: str = "",
    ) -> None:
        """Show an action, or none; ``refused`` says why nothing can be changed."""
        emptied(self._rows)
        if deed is None or snapshot is None:
            return
        add = self._rows.addWidget
        add(TextBlock(deed.words, "title"))
        add(TextBlock(_when(deed.at, deed.author), "small", tone="ink_2"))
        if refused:
            add(TextBlock(refused, "small", tone="attn"))
        elif deed.action not in FINAL:
            add(self._back(deed), 0, Qt.AlignmentFlag.AlignLeft)
        for revision in deed.revisions[:MOST]:
            named = len(deed.revisions) > 1
            add(self._change(revision, snapshot, can=not refused, named=named))
        more = len(deed.revisions) - MOST
        if more > 0:
            words = trn("and {n} more change", "and {n} more changes", more)
            add(TextBlock(words, "small", tone="ink_2"))
        add(_chain(deed, sittings))
        self._area.verticalScrollBar().setValue(0)

    def first(self) -> QWidget | None:
        """The first button."""
        return next((one for one in self.findChildren(Button) if one.isVisible()), None)

    def _back(self, deed: Deed) -> QWidget:
        button = Button(tr("Take this back"), icon="undo", size="small", name="take-back")
        button.clicked.connect(lambda: self.back_asked.emit(deed.id))
        return button

    def _change(self, revision: Revision, snapshot: Snapshot, *, can: bool, named: bool) -> QWidget:
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(8)
        if named:
            column.addWidget(TextBlock(revision_words(revision, snapshot), weight=600))
        found = revision.found[0] if revision.found else None
        if revision.reason:
            column.addWidget(TextBlock(revision.reason, tone="ink_2"))
            return frame
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Label(tr("Before"), "small", 600, "ink_2"), 0, 0)
        grid.addWidget(Label(tr("After"), "small", 600, "ink_2"), 0, 1)
        self._fill(grid, found, revision.left, snapshot)
        at = grid.rowCount()
        if found is not None:
            grid.addWidget(self._choice(revision, found, snapshot, "before", can=can), at, 0)
        grid.addWidget(self._choice(revision, revision.left, snapshot, "after", can=can), at, 1)
        column.addLayout(grid)
        return frame

    @staticmethod
    def _fill(grid: QGridLayout, found: Value | None, left: Value, snapshot: Snapshot) -> None:
        before = found.record if found else None
        states = (value_state(found) if found else tr("Not there"), value_state(left))
        for side, state in enumerate(states):
            if state:
                grid.addWidget(TextBlock(state, tone="ink_2"), 1, side)
        for number, line in enumerate(lines_of(before, left.record, snapshot)):
            row = 2 + 2 * number
            grid.addWidget(Label(line.field, "small", tone="ink_3"), row, 0, 1, 2)
            sides = ((before, line.before, "ink_2"), (left.record, line.after, "ink"))
            for side, (record, words, tone) in enumerate(sides):
                if record is not None:
                    block = TextBlock(words or "–", tone=tone, lines=LINES)
                    grid.addWidget(block, row + 1, side, Qt.AlignmentFlag.AlignTop)

    def _choice(
        self, revision: Revision, value: Value, snapshot: Snapshot, side: str, *, can: bool
    ) -> QWidget:
        """Below a value: that it is the one now, or the way to bring it back."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(6)
        heads = heads_of(snapshot, (revision.kind, revision.entity))
        if value.record is not None and heads == (value.record,):
            row.addWidget(IconMark("check", "ok", 14))
            row.addWidget(Label(tr("The value now"), "small", tone="ok"))
        elif value.record is not None and can and revision.kind != "issued_version":
            name = f"restore-{side}-{revision.id[:12]}"
            button = Button(tr("Restore this value"), size="small", name=name)
            button.clicked.connect(lambda: self._restore(revision, side))
            row.addWidget(button)
        row.addStretch(1)
        return holder

    def _restore(self, revision: Revision, side: str) -> None:
        wanted = revision.id if side == "after" else revision.parents[0]
        self.restore_asked.emit(wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground and the left edge."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.fillRect(0, 0, 1, self.height(), QColor(theme().tokens.border))


def _when(at: datetime, author: str) -> str:
    day = locale.full_day(at)
    return tr("{day}, {time}, {author}", day=day, time=locale.exact_time(at), author=author)


def _chain(deed: Deed, sittings: Mapping[str, Sitting]) -> QWidget:
    """What an auditor asks for: where in the chain it stands, made with what and on what."""
    last = deed.revisions[-1]
    sitting = sittings.get(last.sitting)
    block = QWidget()
    grid = QGridLayout(block)
    grid.setContentsMargins(0, 6, 0, 0)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(1, 1)
    grid.addWidget(Rule(), 0, 0, 1, 2)
    grid.addWidget(Label(tr("For the auditor"), "small", 600, "ink_2"), 1, 0, 1, 2)
    facts = [(tr("Revision"), last.id), (tr("Action"), deed.action)]
    if sitting is not None:
        began = locale.moment(sitting.started)
        place = tr("{n} of the sitting that began {began}", n=last.sequence, began=began)
        facts += [
            (tr("Place"), place),
            (tr("Sitting"), sitting.id),
            (tr("Device"), sitting.device),
            (tr("Program"), sitting.program),
        ]
    facts.append((tr("Seal"), last.seal))
    for row, (name, words) in enumerate(facts, 2):
        grid.addWidget(Label(name, "small", tone="ink_3"), row, 0)
        grid.addWidget(ElidedLabel(words, "small", tone="ink_2"), row, 1)
    return block
