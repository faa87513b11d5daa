"""What was looked at before a report goes out, and the way to what is to be put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from engagements.language import tr
from ui.widgets.buttons import Button
from ui.widgets.chips import Chip, ChipTone, IconMark, Rule
from ui.widgets.flow import Ends
from ui.widgets.focus import tab_through
from ui.widgets.labels import Label, TextBlock
from ui.widgets.rows import emptied

if TYPE_CHECKING:
    from report_templates.preflight.model import Check, Place

MARKS = {"fix": ("close", "danger"), "review": ("warning", "attn"), "passed": ("check", "ok")}


class _CheckRow(QWidget):
    """One check: mark, title, words, and the way there."""

    def __init__(self, check: Check, number: int) -> None:
        super().__init__()
        self.check = check
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(10)
        row.addWidget(IconMark(*MARKS[check.grade]), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(TextBlock(check.title, weight=600))
        words.addWidget(TextBlock(check.words, "small", tone="ink_2"))
        row.addLayout(words, 1)
        self.way: Button | None = None
        if check.place is not None and check.grade != "passed":
            self.way = Button(tr("Go to"), kind="quiet", size="small", name=f"check-{number}")
            self.way.setAccessibleName(tr("Go to: {title}", title=check.title))
            row.addWidget(self.way, 0, Qt.AlignmentFlag.AlignVCenter)


class CheckList(QWidget):
    """The checks under their head; ``chosen`` says where to go."""

    chosen = Signal(object)
    """A Place."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: tuple[Check, ...] = ()
        self.chip = Chip()
        self._ways: list[Button] = []
        self._titles: list[str] = []
        """What the ways lead to."""
        self._at = -1
        """The way that was last given the keys or taken."""
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        head = Ends()
        head.addWidget(Label(tr("Before it goes out"), weight=600))
        head.addWidget(self.chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(4)
        column.addLayout(self._rows)
        column.addStretch(1)

    def ways(self) -> list[Button]:
        """The buttons that lead to what is to be put right, from above."""
        return self._ways

    def count(self, grade: str) -> int:
        """How many checks stand like that."""
        return sum(one.grade == grade for one in self.shown)

    def show_checks(self, checks: tuple[Check, ...]) -> None:
        """Show them as they come, the most pressing first."""
        if checks == self.shown and checks:
            return
        self.shown = checks
        before, self._titles = self._titles, []
        emptied(self._rows)
        self._ways = []
        for number, check in enumerate(checks):
            if number:
                self._rows.addWidget(Rule())
            row = _CheckRow(check, number)
            self._rows.addWidget(row)
            if row.way is not None:
                at = len(self._ways)
                row.way.clicked.connect(lambda _on=False, to=check.place, at=at: self._go(to, at))
                self._ways.append(row.way)
                self._titles.append(check.title)
        self._at = self._found_again(before)
        tab_through(self, self._ways)
        self.chip.set_text(*self._sum())
        self.chip.setVisible(bool(checks))

    def _sum(self) -> tuple[str, ChipTone]:
        fix, review = self.count("fix"), self.count("review")
        if fix:  # the narrow pane has room for the more pressing number; the rows tell all
            return tr("{n} must fix", n=fix), "danger"
        return (tr("{n} to review", n=review), "attn") if review else (tr("Ready"), "ok")

    def _found_again(self, before: list[str]) -> int:
        """Where the last way stands now; what was put right is followed by what came after it."""
        past = before[: self._at + 1]
        here = (self._titles.index(one) for one in reversed(past) if one in self._titles)
        return next(here, -1)

    def _go(self, place: Place | None, at: int) -> None:
        self._at = at
        if place is not None:
            self.chosen.emit(place)

    def next(self) -> QWidget | None:
        """Give the keys to the next thing to put right, the first after the last."""
        here = QApplication.focusWidget()
        if not self._ways:
            return None
        at = next((n for n, one in enumerate(self._ways) if one is here), self._at)
        self._at = (at + 1) % len(self._ways)
        way = self._ways[self._at]
        way.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return way

    def first(self) -> None:
        """Give the keys to the most pressing thing to put right."""
        if self._ways:
            self._at = 0
            self._ways[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
