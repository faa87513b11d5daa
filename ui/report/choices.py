"""The left pane of Report: profile, sections, brand kit and version."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engagements.language import mark, tr
from ui.report.document import Document
from ui.report.presenter import KEPT
from ui.report.sections import FIXED, STAYING, Section
from ui.theme import theme
from ui.widgets.beside import Beside, Scrolled
from ui.widgets.buttons import Button
from ui.widgets.chips import Rule
from ui.widgets.fields import Select
from ui.widgets.labels import Label, TextBlock
from ui.widgets.marks import box

if TYPE_CHECKING:
    from engagements.records.outcome import ReportSettings
    from report_templates.profiles import Profile
    from ui.report.making import Kit

FOLDER = "folder"
PART_WORDS = {
    "dimensions": mark("One page per dimension"),
    "transitions": mark("One page per transition"),
}
"""Sections whose heading in the report depends on the engagement."""


class Swatches(QWidget):
    """A few colours of a kit."""

    def __init__(self) -> None:
        super().__init__()
        self._colours: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Colours of the brand kit"))

    def show_colours(self, colours: tuple[str, ...]) -> None:
        """Show other colours (#RRGGBB)."""
        self._colours = colours
        self.update()

    def sizeHint(self) -> QSize:
        """A row of squares."""
        return QSize(160, 22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the squares, each with an edge that is seen on any ground."""
        with QPainter(self) as painter:
            for number, colour in enumerate(self._colours):
                area = self.rect().adjusted(number * 28, 0, 0, 0)
                area.setSize(QSize(20, 20))
                box(painter, area, 3, colour, theme().tokens.border)


def _codes(profile: Profile) -> tuple[str, ...]:
    return tuple(part.value for part in profile.parts)


class Choices(Beside):
    """Says what was chosen; shows what is in force."""

    profile_chosen = Signal(str)
    kit_chosen = Signal(str)
    """A kit's key, or ``FOLDER``."""
    kit_edited = Signal()
    """The kit in use is to be edited."""
    version_typed = Signal(str)
    changed = Signal(object)
    """Fields of the settings with their new values."""
    page_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("pane", "bg")
        self.setObjectName("choices")
        self._sections: dict[str, Section] = {}
        self._kits: dict[str, Kit] = {}
        self._parts: dict[str, tuple[str, ...]] = {}
        self._names: dict[str, str] = {}
        self._places: tuple[tuple[str, int], ...] = ()
        self._empty = frozenset[str]()
        self.profile = Select((), tr("Profile"), name="profile")
        self.kit = Select((), tr("Brand kit"), name="brand-kit")
        self.document = Document()
        self.version, self.draft = self.document.version, self.document.draft
        self._order: tuple[str, ...] = ()
        self._usual = Button(tr("Usual order"), kind="quiet", size="small", name="usual-order")
        self._about = TextBlock("", "small", tone="ink_2")
        self._firm = TextBlock("", "small", tone="ink_2")
        self._swatches = Swatches()
        self._changed = TextBlock(
            tr("This kit has changed since the engagement took its copy."), "small", tone="attn"
        )
        self.newer = Button(tr("Use the new one"), size="small", name="newer-kit")
        self.edit_kit = Button(tr("Edit kit …"), size="small", name="edit-kit")
        self._newer = ""
        """The key of the kit as it is now, while the engagement has an earlier copy."""
        self._count = Label("", "small", tone="ink_2")
        self._list = QVBoxLayout()
        self._build()
        self._connect()

    def _connect(self) -> None:
        self.profile.picked.connect(self.profile_chosen)
        self.kit.picked.connect(self.kit_chosen)
        self.edit_kit.clicked.connect(self.kit_edited)
        self.newer.clicked.connect(lambda: self.kit_chosen.emit(self._newer))
        self.document.changed.connect(self.changed)
        self.document.version_typed.connect(self.version_typed)
        self._usual.clicked.connect(lambda: self.changed.emit({"order": ()}))

    def _build(self) -> None:
        body = QWidget()
        body.setProperty("clear", "true")
        column = QVBoxLayout(body)
        column.setContentsMargins(18, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(Label(tr("Profile"), weight=600))
        column.addWidget(self.profile)
        column.addWidget(self._about)
        column.addSpacing(4)
        column.addWidget(Rule())
        head = QHBoxLayout()
        head.addWidget(Label(tr("Sections"), weight=600))
        head.addStretch(1)
        head.addWidget(self._count)
        column.addSpacing(2)
        column.addLayout(head)
        self._list.setSpacing(3)
        column.addLayout(self._list)
        column.addWidget(self._usual)
        column.addSpacing(4)
        column.addWidget(Rule())
        column.addSpacing(2)
        for widget in (Label(tr("Brand kit"), weight=600), self.kit, self._firm):
            column.addWidget(widget)
        beside = QHBoxLayout()
        beside.addWidget(self._swatches, 1)
        beside.addWidget(self.edit_kit)
        column.addLayout(beside)
        column.addWidget(self._changed)
        column.addWidget(self.newer)
        column.addSpacing(4)
        column.addWidget(Rule())
        column.addSpacing(2)
        column.addWidget(self.document)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 1, 0)
        outer.addWidget(Scrolled(body))

    def offer(
        self,
        profiles: Sequence[tuple[str, str, str, tuple[str, ...]]],
        names: dict[str, str],
    ) -> None:
        """Profiles as (code, name, about, parts), and what the sections are called."""
        self._parts = {code: parts for code, _name, _about, parts in profiles}
        self._abouts = {code: about for code, _name, about, _parts in profiles}
        self._names = names
        self.profile.set_choices([(code, name) for code, name, _about, _parts in profiles])

    def show_settings(self, settings: ReportSettings, example: str = "") -> None:
        """Show what is in force and what the file would be called; says nothing."""
        from report_templates.profiles import PROFILES

        self.profile.choose(settings.profile)
        self.document.show_settings(settings, example)
        self._about.set_text(self._abouts.get(settings.profile, ""))
        self._order = _codes(PROFILES["full"].ordered(settings.order))
        chosen = PROFILES.get(settings.profile)
        parts = _codes(chosen.ordered(settings.order)) if chosen else ()
        self._usual.setVisible(parts != self._parts.get(settings.profile, ()))
        self._show_parts(parts, settings.left_out)

    def _show_parts(self, parts: tuple[str, ...], left_out: tuple[str, ...]) -> None:
        if set(self._sections) != set(parts):
            self._rebuild(parts)
        elif tuple(self._sections) != parts:
            self._put(parts)
        for place, (part, section) in enumerate(self._sections.items(), start=1):
            blocker = QSignalBlocker(section)
            section.tick.setChecked(part == FIXED or part not in left_out)
            section.show_place(place, len(parts))
            del blocker
        kept = sum(section.tick.isChecked() for section in self._sections.values())
        self._count.setText(tr("{n} of {total}", n=kept, total=len(parts)))
        self.show_places(self._places, self._empty)

    def _put(self, parts: tuple[str, ...]) -> None:
        """The same sections in another order; who has the keys keeps them."""
        self._sections = {part: self._sections[part] for part in parts}
        for section in self._sections.values():
            self._list.removeWidget(section)
        for section in self._sections.values():
            self._list.addWidget(section)
        self._order_tab()

    def shift(self, part: str, step: int) -> None:
        """Have a section stand one place earlier (-1) or later (1); cover and contents stay."""
        shown = [one for one in self._sections if one not in STAYING]
        if part not in shown or not 0 <= shown.index(part) + step < len(shown):
            return
        at = shown.index(part)
        shown[at], shown[at + step] = shown[at + step], shown[at]
        places = iter(shown)
        order = [next(places) if one in shown else one for one in self._order]
        self.changed.emit({"order": tuple(one for one in order if one not in STAYING)})

    def _rebuild(self, parts: tuple[str, ...]) -> None:
        for section in self._sections.values():
            section.hide()
            section.deleteLater()
        self._sections = {}
        for part in parts:
            section = Section(part, tr(PART_WORDS.get(part, "")) or self._names.get(part, part))
            section.toggled.connect(self._toggled)
            section.chosen.connect(self.page_chosen)
            section.moved.connect(self.shift)
            self._sections[part] = section
            self._list.addWidget(section)
        self._order_tab()

    def _order_tab(self) -> None:
        """Tab goes through the sections where they stand, though they were made last."""
        before: QWidget = self.profile
        for section in self._sections.values():
            for one in section.stops():
                self.setTabOrder(before, one)
                before = one
        self.setTabOrder(before, self._usual)
        self.setTabOrder(self._usual, self.kit)

    def may_leave_out(self, part: str) -> bool:
        """Whether a section is in the report and can do without."""
        found = self._sections.get(part)
        return found is not None and part != FIXED and found.tick.isChecked()

    def leave_out(self, part: str) -> None:
        """Take a section out of the report, as its tick box does."""
        if self.may_leave_out(part):
            self._sections[part].tick.setChecked(False)

    def _toggled(self, _part: str, _on: bool) -> None:
        kept = self._sections.items()
        left_out = tuple(part for part, one in kept if not one.tick.isChecked())
        self.changed.emit({"left_out": left_out})

    def show_places(
        self, places: tuple[tuple[str, int], ...], empty: frozenset[str] = frozenset()
    ) -> None:
        """Put the pages, from 0, beside the sections they begin; ``empty`` had nothing to say."""
        self._places, self._empty = places, empty
        begins = dict(places)
        for part, section in self._sections.items():
            page = begins.get(part)
            if part == FIXED and places:
                page = 0
            on = section.tick.isChecked()
            section.show_page(page if on else None, empty=on and part in empty)

    def show_kits(self, kits: Sequence[tuple[str, Kit]], current: str) -> None:
        """Offer kits by key, and a folder."""
        self._kits = dict(kits)
        choices = [(key, kit.name.capitalize()) for key, kit in kits]
        self.kit.set_choices([*choices, (FOLDER, tr("From a folder …"))])
        self.kit.choose(current)
        kit = self._kits.get(current)
        self._firm.set_text(f"{kit.firm}. {kit.about}" if kit else "")
        self._swatches.show_colours(kit.colours if kit else ())
        self.edit_kit.setEnabled(kit is not None)
        same = (key for key, one in kits if kit and key != KEPT and one.name == kit.name)
        self._newer = next(same, "") if current == KEPT else ""
        for widget in (self._changed, self.newer):
            widget.setVisible(bool(self._newer))

    def field(self, name: str) -> QWidget | None:
        """What is typed or chosen, by its name."""
        fields = (self.profile, self.kit, *self.document.fields())
        return next((one for one in fields if one.objectName() == name), None)

    def current_kit(self, key: str) -> None:
        """Show a kit as chosen again, after a folder was not taken."""
        self.kit.choose(key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground and the right edge."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.fillRect(self.width() - 1, 0, 1, self.height(), QColor(theme().tokens.border))
