"""The side panel of Home: where the chosen engagement stands, and the next useful step."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engagements.language import mark, tr
from ui.home.panel_parts import Figure, NextStep
from ui.home.question import Question
from ui.home.rows import Row
from ui.home.survey import Strip, Survey
from ui.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chips import Chip, IconMark, LevelChip, LevelStrip, Rule
from ui.widgets.labels import ElidedLabel, Label, TextBlock
from ui.widgets.rows import emptied

FEET = (
    ("findings", mark("Findings")),
    ("score", mark("Score")),
    ("report", mark("Report")),
)
"""Pages to open an engagement at, in words."""
NARROW, NARROW_STRIP = 340, 58
"""Pixels below which the panel goes without what it can."""


class SidePanel(QWidget):
    """Shows one row at once, and its survey when that has been read."""

    step = Signal()
    """The next useful step was asked for."""
    page = Signal(str)
    """A page of this engagement was asked for."""
    menu = Signal()
    """What else can be done was asked for; the menu is to open at ``more``."""
    mended = Signal()
    """A damaged file is to be replaced by a copy."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("side-panel")
        self._row: Row | None = None
        self._wanted = 0
        """The width it was given, before what large text adds."""
        self._strips: list[tuple[Label, LevelStrip, Label]] = []
        self.go = Button("", kind="primary", key="Enter", name="next-step")
        self.go.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.go.clicked.connect(self.step)
        self.more = IconButton("more", tr("More with this engagement"))
        self.more.setObjectName("engagement-more")
        self.more.clicked.connect(self.menu)
        self.question = Question()
        self.question.asked.connect(self._questioned)
        self.mend = Button(tr("Restore from backup"), kind="primary", name="restore-backup")
        self.mend.clicked.connect(self.mended)
        self._chip = Chip(tone="on")
        self._client = TextBlock("", "title", lines=2)
        self._scope = TextBlock("", tone="ink_2", lines=3)
        self._file = TextBlock("", "small", tone="ink_2", lines=3)
        self._file.setObjectName("engagement-file")
        self._units = TextBlock("", "small", tone="ink_2", lines=4)
        self._units.setObjectName("engagement-units")
        self._units.hide()
        self._outdated = TextBlock("", "small", 500, "attn", lines=4)
        self._outdated.setObjectName("engagement-outdated")
        self._next = NextStep(self.go)
        self._trouble = TextBlock("", tone="attn")
        self._build()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def _build(self) -> None:
        area, body = QScrollArea(self), QWidget()
        self._bar = area.verticalScrollBar()
        body.setProperty("clear", "true")
        area.setWidget(body)  # first: Qt styles all there is anew for each parent it gets
        column = self._column = QVBoxLayout(body)
        column.setContentsMargins(20, 20, 20, 12)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(self._chip)
        head.addStretch(1)
        head.addWidget(self.more)
        column.addLayout(head)
        for gap, widget in (
            (8, self._client),
            (2, self._scope),
            (2, self._units),
            (2, self._file),
            (2, self._outdated),
            (14, self.question),
            (0, self._next),
            (0, self._trouble),
            (10, self.mend),
        ):
            column.addSpacing(gap)
            column.addWidget(widget)
        self._facts = self._build_facts()
        column.addSpacing(16)
        column.addWidget(self._facts)
        column.addStretch(1)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(area, 1)
        outer.addWidget(self._build_foot())

    def _build_facts(self) -> QWidget:
        facts = QWidget()
        column = QVBoxLayout(facts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._answered = Figure(tr("criteria answered"), tr("answers"))
        self._held = Figure(tr("interviews held"), tr("interviews"))
        self._apart = Figure(tr("disagreements"))
        figures = QHBoxLayout()
        figures.setSpacing(12)
        for number, figure in enumerate((self._answered, self._held, self._apart)):
            if number:
                figures.addWidget(Rule(standing=True))
            figures.addWidget(figure, 9 if number < 2 else 13)  # the last has the longest words
        column.addWidget(Rule())
        column.addLayout(figures)
        column.addWidget(Rule())
        column.addSpacing(14)
        column.addLayout(self._build_level())
        column.addSpacing(6)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(9)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        column.addLayout(self._grid)
        column.addSpacing(16)
        self._waiting = QWidget()
        self._waiting_rows = QVBoxLayout(self._waiting)
        self._waiting_rows.setContentsMargins(0, 0, 0, 0)
        self._waiting_rows.setSpacing(7)
        column.addWidget(self._waiting)
        return facts

    def _build_level(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(Label(tr("Level so far"), weight=600))
        row.addStretch(1)
        self._overall = Label(tr("overall"), "small", tone="ink_2")
        self._low = LevelChip(0)
        self._slash = Label("/", tone="ink_2")
        self._high = LevelChip(0, "possible")
        for widget in (self._overall, self._low, self._slash, self._high):
            row.addWidget(widget)
        return row

    def _build_foot(self) -> QWidget:
        self._foot = QWidget()
        row = self._foot_row = QHBoxLayout(self._foot)
        row.setContentsMargins(20, 10, 20, 18)
        row.setSpacing(8)
        for name, words in FEET:
            button = Button(tr(words), icon=name, name=f"open-{name}")
            button.yields()  # its icon, where there is no room for it
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _on=False, name=name: self.page.emit(name))
            row.addWidget(button)
        return self._foot

    def show_row(self, row: Row) -> None:
        """Show what the list knows; levels follow with the survey."""
        same = self._row is not None and self._row.path == row.path
        self._row = row
        readable = row.condition in ("ready", "open")
        if not same:
            self.question.dismiss()
        self._chip.set_text(row.status_words if readable else row.condition_words)
        self._client.set_text(row.name)
        self._scope.set_text(row.scope)
        self._scope.setVisible(bool(row.scope))
        where = tr("{file} in {folder}", file=row.path.name, folder=row.path.parent)
        self._file.set_text(where if row.file else "")
        self._file.setVisible(bool(row.file))
        self._trouble.set_text(_trouble(row))
        self._trouble.setVisible(bool(_trouble(row)))
        self._questioned(asked=not self.question.isHidden())
        self.go.set_face(tr(_STEPS.get(row.condition, "")) or row.step[1])
        self._next.show_words(row.when if row.what else "", row.what)
        self._facts.setVisible(readable)
        self._foot.setVisible(row.condition == "ready")
        self._answered.show_count(row.answered, row.total)
        self._held.show_count(row.held, row.interviews)
        if not (same and readable):
            self._apart.show_count(None)
            self._show_level(row.low, row.high)
            self._show_units(())
            self._show_outdated("")
            self._show_waiting(())
            for strip in self._strips:
                for part in strip:
                    part.hide()
        self.updateGeometry()  # what scrolls does not say that its words need more

    def _questioned(self, asked: bool) -> None:
        """One question at a time: what comes next waits until this one is answered."""
        condition = self._row.condition if self._row else "missing"
        self.mend.setVisible(condition == "damaged" and not asked)
        self._next.setVisible((condition in _STEPS or condition == "ready") and not asked)

    def show_survey(self, found: Survey) -> None:
        """Show levels per dimension, disagreements and what is waited for."""
        self._answered.show_count(found.answered, found.total)
        self._held.show_count(found.held, found.interviews)
        self._apart.show_count(found.disagreements)
        self._show_level(found.low, found.high)
        if found.coming:
            self._next.show_words(found.coming.when, found.coming.about)
        for number, one in enumerate(found.strips):
            name, strip, words = self._strip(number)
            name.setText(one.name)
            strip.set_levels(one.low, one.high)
            words.setText(_interval(one) if found.low is not None else "–")
            for part in (name, words):
                part.show()
            strip.setVisible(one.applies)
        self._show_units(found.units)
        self._show_outdated(found.outdated)
        self._show_waiting(found.waiting)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is less room, the margins shrink."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        for _name, strip, _words in self._strips:
            strip.setFixedWidth(NARROW_STRIP if narrow else strip.sizeHint().width())
        side = 16 if narrow else 20
        self._column.setContentsMargins(side, 20, side, 12)
        self._foot_row.setContentsMargins(side, 10, side, 18)

    def fit(self, width: int) -> None:
        """Take a width, or more where large text needs it."""
        self._wanted = width
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The width it was given, or what its words need."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """The same: what stands beside it gives way."""
        words = self._column.minimumSize().width() + self._bar.sizeHint().width()
        needed = max(words, self._foot.minimumSizeHint().width()) + 1
        return QSize(max(self._wanted, needed), super().minimumSizeHint().height())

    def _strip(self, number: int) -> tuple[Label, LevelStrip, Label]:
        while len(self._strips) <= number:
            parts = (ElidedLabel("", "small"), LevelStrip(), Label("", "small", 600))
            line = len(self._strips)
            parts[2].setMinimumWidth(theme().scaled(38))
            parts[2].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for column, part in enumerate(parts):
                self._grid.addWidget(part, line, column)
            if self.width() < NARROW:
                parts[1].setFixedWidth(NARROW_STRIP)
            self._strips.append(parts)
        return self._strips[number]

    def _show_level(self, low: int | None, high: int | None) -> None:
        known = low is not None
        apart = known and high is not None and high != low
        self._overall.setText(tr("overall") if known else tr("not yet"))
        self._low.setVisible(known)
        self._slash.setVisible(apart)
        self._high.setVisible(apart)
        self._low.set_level(low or 0)
        self._high.set_level(high or 0)

    def _show_units(self, units: tuple[str, ...]) -> None:
        words = tr("Scope units: {names}", names=", ".join(units))
        self._units.set_text(words if units else "")
        self._units.setVisible(bool(units))

    def _show_outdated(self, words: str) -> None:
        self._outdated.set_text(words)
        self._outdated.setVisible(bool(words))

    def _show_waiting(self, waiting: tuple[tuple[str, str], ...]) -> None:
        emptied(self._waiting_rows)
        self._waiting.setVisible(bool(waiting))
        if not waiting:
            return
        self._waiting_rows.addWidget(Rule())
        self._waiting_rows.addSpacing(8)
        self._waiting_rows.addWidget(Label(tr("Waiting for"), weight=600))
        for title, due in waiting:
            self._waiting_rows.addWidget(_waiting_row(title, due))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What the row's menu offers, here too."""
        if self.more.isEnabled():
            event.accept()
            self.menu.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The surface and its left edge."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme().tokens.surface))
            painter.fillRect(0, 0, 1, self.height(), QColor(theme().tokens.border))


def _interval(one: Strip) -> str:
    """A dimension's level beside its strip."""
    if not one.applies:
        return tr("n/a")
    return (
        str(one.low) if one.high == one.low else tr("{low} to {high}", low=one.low, high=one.high)
    )


def _waiting_row(title: str, due: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(7)
    row.addWidget(IconMark("flag", "ink_2", 14))
    row.addWidget(ElidedLabel(title, "small"), 1)
    row.addWidget(Label(due, "small", tone="ink_2"))
    return holder


_STEPS: dict[str, str] = {"locked": mark("Unlock and open"), "deleted": mark("Bring it back")}
"""The next step with a file that cannot be opened as it is."""
_ADVICE: dict[str, str] = {
    "open": mark("It is open in another window or program. Close it there to work on it here."),
    "damaged": mark(
        "Part of this file cannot be read. A backup can take its place; the damaged file is kept."
    ),
    "newer": mark("Update Plumbline to open it. Nothing in it is changed."),
    "missing": mark("The file was moved, renamed or deleted."),
}


def _trouble(row: Row) -> str:
    """What to do about a file that cannot be opened as it is."""
    return tr(_ADVICE.get(row.condition, ""))
