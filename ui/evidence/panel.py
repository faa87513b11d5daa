"""The side panel of the register: one item with its preview, words, grade, links and uses."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engagements.casework.evidence import EarlierFile
from engagements.language import tr
from engagements.records import Evidence
from engagements.records.snapshot import Snapshot
from ui.evidence.links import Links
from ui.evidence.preview import Preview
from ui.evidence.register import DASH, Use, by_whom, day_words, reference, size_words, uses
from ui.parts.drafted import DraftedField, RecoveredLine
from ui.parts.drafting import FieldDrafts
from ui.parts.locking import LockedSide
from ui.parts.side import Words
from ui.parts.units import offer_units
from ui.session import Session
from ui.widgets.buttons import Button, Segmented
from ui.widgets.chips import Chip, Rule
from ui.widgets.fields import Field, LineEdit, Select
from ui.widgets.labels import ElidedLabel, Label, TextBlock
from ui.widgets.rows import emptied


class ItemPanel(LockedSide):
    """Shows an item; what is changed is reported as the item it should be."""

    STILL = (
        "evidence-preview",
        "enlarge-",
        "page-",
        "save-copy",
        "copy-link",
        "open-link-",
        "use-",
        "thaw-",
    )

    edited = Signal(object, tuple)
    """An Evidence with other values, and the places of the drafts they were typed in."""
    asks_criterion = Signal(str)
    asks_finding = Signal(str)
    asks_page = Signal(str)
    replaces = Signal()
    copies = Signal()
    removes = Signal()
    brings_back = Signal(str)
    """SHA-256 of an earlier file."""

    def __init__(self, session: Session, drafts: FieldDrafts) -> None:
        super().__init__("evidence-panel", tr("Evidence"), "thaw-evidence")
        self._item: Evidence | None = None
        self._grades: dict[str, str] = {}
        self.preview = Preview(session)
        self._chip = Chip(tone="on")
        self._about = ElidedLabel("", "small", tone="ink_2")
        self.title = LineEdit(tr("Title"), tr("What was shown"))
        self.title.setObjectName("evidence-title")
        self._description = Words(
            "evidence-description", tr("Description"), tr("What it shows, and its limits")
        )
        self._grade = Segmented(
            [("2", ""), ("3", ""), ("4", "")], tr("Grade"), small=True, name="grade"
        )
        self._meaning = TextBlock("", "small", tone="ink_2")
        self.links = Links()
        self._link = TextBlock("", "small")
        self._copy_link = Button(tr("Copy link"), size="small", icon="link", name="copy-link")
        self._file = ElidedLabel("", "small", tone="ink_2")
        self._copy = Button(tr("Save a copy"), size="small", icon="export", name="save-copy")
        self._replace = Button(tr("Replace file"), size="small", name="replace-file")
        self._earlier = QVBoxLayout()
        self._uses = QVBoxLayout()
        self._unit = Select([], tr("Scope unit"), name="evidence-unit")
        self._unit_field = Field(tr("Scope unit"), self._unit)
        self._title = DraftedField(drafts, self.title, "title")
        self._about_it = DraftedField(drafts, self._description, "description")
        self._criterion = DraftedField(drafts, self.links.add, "criterion")
        self.drafted = (self._title, self._about_it, self._criterion)
        self._recovered = RecoveredLine("recovered-evidence", drafts)
        self._remove = Button(tr("Take out"), kind="quiet", size="small", name="take-out")
        self._build()
        self._connect()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._chip)
        head.addWidget(self._about, 1)
        head.addWidget(self._remove)
        files = QHBoxLayout()
        files.setSpacing(8)
        for button in (self._copy, self._replace):
            files.addWidget(button)
        files.addStretch(1)
        self._earlier.setSpacing(4)
        self._uses.setSpacing(4)
        column = self.column
        column.addLayout(head)
        column.addWidget(self._locked)
        column.addWidget(self._recovered)
        column.addWidget(self.preview)
        column.addWidget(self._file)
        column.addWidget(self._link)
        column.addWidget(self._copy_link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(files)
        column.addLayout(self._earlier)
        column.addWidget(Field(tr("Title"), self.title))
        column.addWidget(Field(tr("Description"), self._description))
        column.addWidget(Label(tr("Grade"), "small", 600, "ink_2"))
        column.addWidget(self._grade)
        column.addWidget(self._meaning)
        column.addWidget(self._unit_field)
        column.addWidget(self.links)
        column.addWidget(Rule())
        column.addWidget(Label(tr("Used in"), "small", 600, "ink_2"))
        column.addLayout(self._uses)
        column.addStretch(1)

    def _connect(self) -> None:
        self.title.editingFinished.connect(self.flush)
        self._description.finished.connect(self.flush)
        self._grade.chosen.connect(lambda grade: self._change(grade=int(grade)))
        self._unit.picked.connect(lambda unit: self._change(scope_unit=unit))
        self.links.changed.connect(lambda spoken: self._change(speaks_for=spoken))
        self.links.add.found.connect(lambda _code: self._criterion.put_back())
        self.links.opened.connect(self.asks_criterion)
        self._copy.clicked.connect(self.copies)
        self._replace.clicked.connect(self.replaces)
        self._copy_link.clicked.connect(self._to_clipboard)
        self._remove.clicked.connect(self.removes)

    def flush(self) -> None:
        """Report words that were typed and not yet kept; an emptied title comes back."""
        item = self._item
        if item is None or self.title.isReadOnly():
            return
        if self._title.text.strip() in ("", item.title):
            self._title.put_back()
        if self._words() != (item.title, item.description):
            self._change()

    def _words(self) -> tuple[str, str]:
        assert self._item is not None
        return self._title.text.strip() or self._item.title, self._about_it.text

    def show_item(self, item: Evidence | None, snapshot: Snapshot) -> None:
        """Show an item; words that are being typed stay."""
        same = item is not None and self._item is not None and item.id == self._item.id
        self._item = item
        self.show_empty("" if item else tr("Choose a line to see what it holds."))
        if item is None:
            self.preview.show_blob(None)
            return
        self._title.show(item.id, item.title)
        self._about_it.show(item.id, item.description)
        self._criterion.show(item.id, "")
        self._recovered.speak_for(self.places())
        who, _talk = by_whom(snapshot, item)
        self._chip.set_text(reference(item))
        shown = tr("Shown {day}", day=day_words(item.shown)) if item.shown else ""
        self._about.setText(", ".join(one for one in (shown, who if who != DASH else "") if one))
        self._show_grade(item, snapshot)
        self._show_file(item)
        self.links.show_item(item, snapshot.framework)
        self._show_uses(uses(snapshot, item))
        offer_units(self._unit, snapshot)
        self._unit.choose(item.scope_unit)
        self._unit_field.setVisible(len(snapshot.scope_units) > 1)
        if not same:
            self.show_earlier(())
            self.to_top()

    def _show_grade(self, item: Evidence, snapshot: Snapshot) -> None:
        names = {str(one.grade): one for one in snapshot.framework.grades}
        for key, button in self._grade.buttons().items():
            if button.text() != names[key].name:
                button.setText(names[key].name)
                button.setAccessibleName(f"{names[key].name}, {names[key].meaning}")
                button.updateGeometry()
        self._grade.choose(str(item.grade))
        self._meaning.set_text(names[str(item.grade)].meaning)

    def _show_file(self, item: Evidence) -> None:
        blob = item.attachment
        self.preview.setVisible(blob is not None)
        self.preview.show_blob(blob)
        words = f"{blob.name}, {size_words(blob)}" if blob else tr("No file is attached.")
        self._file.setText(words)
        self._link.set_text(item.link)
        self._link.setVisible(bool(item.link))
        self._copy_link.setVisible(bool(item.link))
        self._copy.setVisible(blob is not None)
        self._replace.set_face(tr("Replace file") if blob else tr("Attach a file"))

    def show_earlier(self, found: tuple[EarlierFile, ...]) -> None:
        """Show the files an item had before, with a button that brings one back."""
        emptied(self._earlier)
        before = self._replace
        for number, one in enumerate(found):
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            until = day_words(one.until.date())
            words = tr("Until {day}: {name}", day=until, name=one.blob.name)
            line.addWidget(ElidedLabel(words, "small", tone="ink_2"), 1)
            back = Button(tr("Bring back"), kind="quiet", size="small", name=f"back-{number}")
            back.setAccessibleName(tr("Bring back {name}", name=one.blob.name))
            back.clicked.connect(partial(self.brings_back.emit, one.blob.sha256))
            line.addWidget(back)
            self._earlier.addWidget(row)
            self.setTabOrder(before, back)  # what is made late would come last
            before = back

    def _show_uses(self, found: tuple[Use, ...]) -> None:
        emptied(self._uses)
        for number, one in enumerate(found):
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(ElidedLabel(one.words, "small"), 1)
            if one.goes:
                open_it = Button(tr("Open"), kind="quiet", size="small", name=f"use-{number}")
                open_it.setAccessibleName(tr("Open: {words}", words=one.words))
                open_it.clicked.connect(partial(self._go, one))
                line.addWidget(open_it)
            self._uses.addWidget(row)

    def _go(self, use: Use) -> None:
        if use.goes == "report":
            self.asks_page.emit("report")
        elif use.goes == "findings":
            self.asks_finding.emit(use.criterion)
        else:
            self.asks_criterion.emit(use.criterion)

    def _change(self, **fields: object) -> None:
        """Report the item with other values and with the words that stand in its fields."""
        if self._item is not None:
            title, about = self._words()
            words = {"title": title, "description": about}
            self._item = self._item.model_copy(update=words | fields)
            self.edited.emit(self._item, (self._title.place, self._about_it.place))

    def _to_clipboard(self) -> None:
        if self._item is not None:
            QGuiApplication.clipboard().setText(self._item.link)
