"""What is known and decided about the row the list stands on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from engagements.language import tr
from ui.roadmap.estimate import Estimate
from ui.roadmap.finish import FinishTable
from ui.roadmap.links import LinkRow
from ui.roadmap.outline import Closed, Entry, Link, Omitted, Outline, Step
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chips import IconMark, LevelChip, Rule
from ui.widgets.fields import Select
from ui.widgets.labels import ElidedLabel, Label, TextBlock
from ui.widgets.rows import emptied

WIDTH, LOW_WIDTH = 312, 272


class Section(QWidget):
    """A heading with what belongs under it, and a line above."""

    def __init__(self, title: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Rule())
        column.addSpacing(4)
        column.addWidget(Label(title, "body", 600))
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        column.addLayout(self.body)


class Inspector(QScrollArea):
    """Shows one row; says what was asked. All sections stay, the ones without content hide."""

    retimed = Signal(object)
    """A Three in weeks."""
    owner_chosen = Signal(str)
    refused = Signal(object)
    asked = Signal(str)
    """Another action to show."""
    criterion_asked = Signal(str)
    moved = Signal(int)
    """Show the action before (-1) or after (1)."""
    leave_out_asked = Signal()
    bring_back_asked = Signal()
    reset_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setAccessibleName(tr("Inspector"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._from, self._to = LevelChip(side=20), LevelChip(side=20)
        self._arrow = IconMark("arrow", side=14)
        self._place = ElidedLabel("", "small", tone="ink_2")
        self.up = IconButton("chevron-up", tr("Previous action"))
        self.down = IconButton("chevron-down", tr("Next action"))
        self._title = TextBlock("", "heading", 600)
        self._about = TextBlock("", "small", tone="ink_2")
        self._weeks_changed = TextBlock("", "small", tone="ink_2")
        self._owner_changed = TextBlock("", "small", tone="ink_2")
        self.estimate = Estimate()
        self.owner = Select((), tr("Owner role"), name="owner-role")
        self._starts = Label("")
        self._after, self._before = QVBoxLayout(), QVBoxLayout()
        self._closed = QVBoxLayout()
        self._finish = FinishTable()
        self._why = TextBlock("", "small", tone="ink_2")
        self.reset = Button(tr("Back to generated"), size="small", icon="undo", name="reset-action")
        self.leave_out = Button(tr("Leave out"), size="small", key="Del", name="leave-out")
        self.bring_back = Button(tr("Bring back"), icon="undo", name="bring-back")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        body = QWidget()
        body.setProperty("clear", "true")
        column = QVBoxLayout(body)
        column.setContentsMargins(18, 14, 16, 18)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addWidget(self.bring_back, 0, Qt.AlignmentFlag.AlignLeft)
        self._sections = [
            self._section(tr("Estimate, weeks"), self.estimate, self._weeks_changed),
            self._people(),
            self._section(tr("Closes"), self._closed),
            self._section(tr("Finish dates"), self._finish),
            self._section(tr("Why it is in the plan"), self._why),
        ]
        for one in self._sections:
            column.addWidget(one)
        for one in (self.reset, self.leave_out):
            column.addWidget(one, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(body)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(6)
        for one in (self._from, self._arrow, self._to):
            head.addWidget(one)
        head.addWidget(self._place, 1)
        for one, name in ((self.up, "previous-action"), (self.down, "next-action")):
            one.setObjectName(name)
            head.addWidget(one)
        return head

    def _section(self, title: str, *parts: QWidget | QVBoxLayout) -> Section:
        section = Section(title)
        for part in parts:
            if isinstance(part, QWidget):
                section.body.addWidget(part)
            else:
                part.setSpacing(4)
                section.body.addLayout(part)
        return section

    def _people(self) -> Section:
        section = Section(tr("Owner and order"))
        section.body.addWidget(self.owner)
        section.body.addWidget(self._owner_changed)
        section.body.addWidget(self._starts)
        for layout in (self._after, self._before):
            layout.setSpacing(2)
            section.body.addLayout(layout)
        return section

    def _connect(self) -> None:
        self.estimate.given.connect(self.retimed)
        self.estimate.refused.connect(self.refused)
        self.owner.picked.connect(self.owner_chosen)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.reset.clicked.connect(self.reset_asked)
        self.leave_out.clicked.connect(self.leave_out_asked)
        self.bring_back.clicked.connect(self.bring_back_asked)

    def show_row(self, outline: Outline, id_: str, locked: str) -> None:
        """Show the row with an id; ``locked`` says why nothing can be changed."""
        entry, step, omitted = outline.entry(id_), outline.step(id_), outline.omitted(id_)
        for section in self._sections:
            section.setVisible(entry is not None)
        self._sections[3].setVisible(entry is not None or step is not None)
        for one in (self._from, self._arrow, self._to):
            one.setVisible(entry is not None or step is not None)
        for one in (self.up, self.down, self.leave_out):
            one.setVisible(entry is not None)
        by_hand = entry is not None and bool(entry.weeks_changed or entry.owner_changed)
        self.reset.setVisible(by_hand)
        self.bring_back.setVisible(omitted is not None)
        levels = [(one.to_level, one.finish) for one in outline.steps]
        if entry is not None:
            self._show_entry(outline, entry)
            self._finish.show_rows([(None, entry.finish), *levels])
        elif step is not None:
            self._show_step(step)
            self._finish.show_rows(levels)
        elif omitted is not None:
            self._show_omitted(omitted)
        else:
            self._show_words("", tr("Choose an action in the list."), "")
        for edit in (self.estimate, self.owner, self.reset, self.leave_out, self.bring_back):
            edit.setEnabled(not locked)

    def _show_words(self, place: str, title: str, about: str, short: str = "") -> None:
        self._place.setText(place, short)
        self._title.set_text(title)
        self._about.set_text(about)
        self._about.setVisible(bool(about))

    def _show_entry(self, outline: Outline, entry: Entry) -> None:
        self._from.set_level(entry.from_level)
        self._to.set_level(entry.level)
        done = tr("Done when: {what}", what=entry.acceptance) if entry.acceptance else ""
        about = "\n".join(one for one in (entry.about, done) if one)
        counts = {"n": entry.number, "total": outline.total}
        place = tr("action {n} of {total}", **counts)
        self._show_words(place, entry.title, about, tr("{n} of {total}", **counts))
        self.estimate.show_weeks(entry.weeks)
        self._weeks_changed.set_text(entry.weeks_changed)
        self._weeks_changed.setVisible(bool(entry.weeks_changed))
        self._owner_changed.set_text(entry.owner_changed)
        self._owner_changed.setVisible(bool(entry.owner_changed))
        blocker = QSignalBlocker(self.owner)
        owners = [("", tr("Nobody owns it yet"))] if not entry.owner else []
        self.owner.set_choices([*owners, *outline.roles])
        self.owner.choose(entry.owner)
        blocker.unblock()
        self._starts.setText(tr("Starts {date}", date=entry.starts))
        self._fill(self._after, tr("After"), entry.after, "after")
        self._fill(self._before, tr("Before"), entry.before, "before")
        self._show_closed(entry.closes)
        reason = tr("Reason: {reason}", reason=entry.reason) if entry.reason else ""
        self._why.set_text("\n".join(one for one in (entry.why, reason) if one))

    def _show_step(self, step: Step) -> None:
        self._from.set_level(step.from_level)
        self._to.set_level(step.to_level)
        self._show_words(step.length, step.headline, step.outcome)

    def _show_omitted(self, omitted: Omitted) -> None:
        said = [omitted.reason] if omitted.reason else []
        if omitted.held:
            titles = ", ".join(one.title for one in omitted.held)
            said.append(tr("These build on it and no longer wait for it: {titles}.", titles=titles))
        self._show_words(tr("left out by you"), omitted.title, "\n".join(said))

    def _show_closed(self, closes: Sequence[Closed]) -> None:
        emptied(self._closed)
        for one in closes:
            words = f"{one.id} {one.title}"
            row = LinkRow(
                words,
                f"closes-{one.id}",
                spoken=f"{words}, {one.stands}",
                answer=one.value,
                with_answer=True,
            )
            row.clicked.connect(lambda _on=False, id_=one.id: self.criterion_asked.emit(id_))
            self._closed.addWidget(row)
        if not closes:
            self._closed.addWidget(TextBlock(tr("No open criterion"), "small", tone="ink_2"))

    def _fill(self, layout: QVBoxLayout, head: str, links: Sequence[Link], kind: str) -> None:
        emptied(layout)
        if links:
            layout.addWidget(Label(head, "small", 600, "ink_2"))
        for one in links:
            if one.stands == "done":
                words = tr("{title} (nothing left to do)", title=one.title)
                layout.addWidget(TextBlock(words, "small", tone="ink_2"))
                continue
            words = one.title
            if one.stands == "omitted":
                words = tr("{title} (left out by you)", title=one.title)
            row = LinkRow(words, f"{kind}-{one.id}")
            row.clicked.connect(lambda _on=False, id_=one.id: self.asked.emit(id_))
            layout.addWidget(row)
