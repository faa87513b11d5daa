"""The sheet of comments: what the draft's readers said, the response to each, and its state."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engagements.language import mark, tr, trn
from engagements.records.commenting import MAX_PAGE, STATES, Comment, by_number
from engagements.records.snapshot import Snapshot
from ui.parts.drafted import DraftedField, RecoveredLine
from ui.parts.side import Words
from ui.report.commenting import FIELDS, Commenting
from ui.report.panes import PaneSheet
from ui.widgets.buttons import Button
from ui.widgets.fields import Field, LineEdit, Select
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.ledger import Cell, Head, Line

STATE_WORDS = {
    "open": mark("still open"),
    "accepted": mark("accepted"),
    "declined": mark("declined"),
    "done": mark("done"),
}
STATE_ICONS = {
    "open": ("answer-open", "attn"),
    "accepted": ("flag", "accent"),
    "declined": ("close", "ink_2"),
    "done": ("check", "ok"),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _line(one: Comment) -> Line:
    icon, tone = STATE_ICONS[one.state]
    about = ", ".join(part for part in (one.reader, one.section) if part)
    page = tr("p. {page}", page=one.page) if one.page else "–"
    return Line(
        one.id,
        (
            Cell(str(one.number), weight=600),
            Cell(" ".join(one.text.split()), about),
            Cell(page),
            Cell(tr(STATE_WORDS[one.state]), icon=icon, tone=tone),
        ),
    )


class CommentSheet(PaneSheet):
    """The list with the form; what is typed is a draft at once, and kept when it is left."""

    sends = Signal()
    takes = Signal()
    shows = Signal(int)
    """A page, from 1."""

    def __init__(self, page: QWidget, work: Commenting) -> None:
        super().__init__(
            page,
            tr("Comments on the draft"),
            name="comments",
            heads=(
                Head(mark("No."), 64, 64),
                Head(mark("Comment")),
                Head(mark("Page"), 78, 70),
                Head(mark("State"), 150, 140),
            ),
            choices=[("all", tr("all comments")), ("open", tr("still open"))],
            words=tr("Comments"),
        )
        self.work = work
        self._comment: Comment | None = None
        self._new = ""
        """A comment that is shown and written over as soon as it is there."""
        self.new = Button(tr("New comment"), icon="plus", name="comment-new")
        self.send = Button(tr("Send out as Excel"), icon="export", name="comments-send")
        self.take = Button(tr("Take in"), icon="import", name="comments-take")
        self._title = Label("", weight=600)
        self.state = Select([(key, tr(STATE_WORDS[key])) for key in STATES], tr("State"),
                            name="comment-state")  # fmt: skip
        self.text = Words("comment-text", tr("Comment"), lines=5)
        self.response = Words("comment-response", tr("Response"), lines=4)
        self.page = LineEdit(tr("Page"))
        self.section = LineEdit(tr("Section"))
        self.reader = LineEdit(tr("Reader's role"), tr("A role, no name"))
        self.look = Button(tr("Show the page"), size="small", icon="eye", name="comment-look")
        self.gone = Button(tr("Take out"), kind="quiet", size="small", name="comment-out")
        self._page_field = Field(tr("Page"), self.page)
        edits = dict(zip(FIELDS, (self.page, self.section, self.reader, self.text, self.response),
                         strict=True))  # fmt: skip
        self._fields: Mapping[str, DraftedField] = {
            name: DraftedField(work.drafts, edit, name) for name, edit in edits.items()
        }
        self._recovered = RecoveredLine("recovered-comment", work.drafts)
        self._build()
        self._connect()

    def _build(self) -> None:
        for name in ("page", "section", "reader"):
            getattr(self, name).setObjectName(f"comment-{name}")
        for button in (self.new, self.send, self.take):
            self.head.addWidget(button)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.gone)
        column = self.form.column
        column.addLayout(top)
        column.addWidget(self._recovered)
        column.addWidget(Field(tr("Comment"), self.text))
        column.addWidget(Field(tr("Response"), self.response))
        column.addWidget(Field(tr("State"), self.state))
        column.addWidget(self._page_field)
        row = Flow(8)
        row.addWidget(self.look)
        column.addLayout(row)
        column.addWidget(Field(tr("Section"), self.section))
        column.addWidget(Field(tr("Reader's role"), self.reader))
        column.addStretch(1)

    def _connect(self) -> None:
        self.shown.picked.connect(lambda _key: self.show_snapshot(self.work.snapshot))
        self.list.chosen.connect(self._choose)
        self.list.dismissed.connect(self.work.remove)
        for edit in (self.page, self.section, self.reader):
            edit.editingFinished.connect(self.keep)
        self.page.textEdited.connect(lambda _text: self._page_field.fault(""))
        for edit in (self.text, self.response):
            edit.finished.connect(self.keep)
            edit.installEventFilter(self)
        self.state.picked.connect(lambda state: self._save(state=state))
        self.send.clicked.connect(self.sends)
        self.take.clicked.connect(self.takes)
        self.gone.clicked.connect(self._take_out)
        self.look.clicked.connect(self._look_at)
        self.work.added.connect(self._is_new)

    def open(self, *, still: bool = False) -> None:
        """Show it over the page; ``still`` shows those that are open."""
        self.shown.choose("open" if still else "all")
        self.show_snapshot(self.work.snapshot)
        self.show_over(self.list if self.list.lines.rowCount() else self.new)

    def open_at(self, key: str) -> None:
        """Show it with one comment chosen."""
        if self.isHidden():
            self.open()
        self.shown.choose("all")
        self.show_snapshot(self.work.snapshot)
        self.list.choose(key)
        self.to_list()

    def add(self) -> None:
        """Write a new comment."""
        self.new.click()

    def dismiss(self) -> None:
        """Keep what was typed, then take the sheet away."""
        if not self.isHidden():
            self.keep()
            self._comment = None
            self.work.drafts.flush()
        super().dismiss()

    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        """Show the comments of an engagement; what is being typed stays."""
        every = by_number(snapshot) if snapshot is not None else ()
        still = sum(one.state == "open" for one in every)
        only = self.shown.current() == "open"
        here = self._comment.id if self._comment else ""
        found = [one for one in every if not only or one.state == "open" or one.id == here]
        words = trn("{n} comment", "{n} comments", len(every))
        self.count.setText(tr("{comments}, {n} open", comments=words, n=still))
        nothing = tr(
            "None yet. Send the sheet out with the draft, and take it in when it comes back."
        )
        self.say_none("" if found else tr("None is open.") if every else nothing)
        self.list.show_lines([_line(one) for one in found], self._new)
        self._choose(self.list.current())

    def into_form(self) -> None:
        """The response takes the keys: it is what is missing."""
        if self._comment is not None:
            self.response.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep what was typed; a page that is none, and a comment without words, stay drafts."""
        one = self._comment
        if one is None or self._typed(one) == one:
            return
        self._save()

    def _typed(self, one: Comment) -> Comment:
        """The comment with what stands in its fields."""
        values: dict[str, object] = {}
        for name, field in self._fields.items():
            words = self.work.drafts.text(field.place)
            if words is not None:
                values[name] = self._read_page(one, words) if name == "page" else words.strip()
        if "text" in values:
            values["text"] = values["text"] or one.text
        return one.model_copy(update=values)

    def _read_page(self, one: Comment, typed: str) -> int | None:
        words = typed.strip()
        if not words:
            return None
        if words.isdecimal() and 1 <= int(words[:5]) <= MAX_PAGE:
            return int(words)
        self._page_field.fault(tr("Write the page as a number, such as 7."))
        return one.page

    def _save(self, **more: object) -> None:
        one = self._comment
        if one is None:
            return
        kept = self._typed(one).model_copy(update=more)
        if kept != one:
            self._comment = kept
            places = [
                field.place
                for name, field in self._fields.items()
                if name != "page" or not self._page_field.said()
            ]
            self.work.save(kept, places)

    def _choose(self, key: str) -> None:
        if self._comment is not None and self._comment.id != key:
            self.keep()
        snapshot = self.work.snapshot
        one = snapshot.get(Comment, key) if snapshot is not None and key else None
        same = one is not None and self._comment is not None and self._comment.id == one.id
        self._comment = one
        some = snapshot is not None and bool(snapshot.of(Comment))
        self.form.show_empty("" if one else tr("Choose a comment.") if some else " ")
        if one is None:
            return
        if not same:
            self._page_field.fault("")
        number = tr("Comment {number}", number=one.number)
        on = tr("on version {version}", version=one.version) if one.version else ""
        self._title.setText(f"{number} {on}".strip())
        values = {"page": str(one.page or ""), "section": one.section, "reader": one.reader}
        values |= {"text": one.text, "response": one.response}
        for name, field in self._fields.items():
            field.show(one.id, values[name])
        with QSignalBlocker(self.state):
            self.state.choose(one.state)
        self.look.setEnabled(one.page is not None)
        self._recovered.speak_for([field.place for field in self._fields.values()])
        if self._new == one.id:
            self._new = ""
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            self.text.selectAll()

    def _is_new(self, key: str) -> None:
        self._new = key
        self.shown.choose("all")
        self.show_snapshot(self.work.snapshot)

    def _take_out(self) -> None:
        if self._comment is not None:
            self.to_list()
            self.work.remove(self._comment.id)

    def _look_at(self) -> None:
        one = self._comment
        if one is not None and one.page is not None:
            self.dismiss()
            self.shows.emit(one.page)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In a text Ctrl+Enter keeps the words and goes back to the list."""
        pressed = event.type() is QEvent.Type.KeyPress
        if watched in (self.text, self.response) and pressed and isinstance(event, QKeyEvent):
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() in _ENTER and held:
                self.keep()
                self.to_list()
                return True
        return super().eventFilter(watched, event)
