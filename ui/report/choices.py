"""The left pane of Report: profile, sections, brand kit and version."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from engagements.language import mark, tr
from ui.report.presenter import KEPT
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.chips import Rule
from ui.widgets.fields import LineEdit, Select
from ui.widgets.labels import Label, TextBlock
from ui.widgets.marks import box
from ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from engagements.records.outcome import ReportSettings
    from ui.report.making import Kit

FOLDER = "folder"
FIXED = "cover"
"""The section that every report has."""
INTERVIEWEES = (
    ("role", mark("By role only")),
    ("pseudonym", mark("By pseudonym")),
    ("named", mark("By name where they consent")),
)
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
        painter = QPainter(self)
        for number, colour in enumerate(self._colours):
            area = self.rect().adjusted(number * 28, 0, 0, 0)
            area.setSize(QSize(20, 20))
            box(painter, area, 3, colour, theme().tokens.border)


class _Section(QWidget):
    """One section: tick box and the page it begins on."""

    toggled = Signal(str, bool)
    chosen = Signal(int)

    def __init__(self, part: str, words: str) -> None:
        super().__init__()
        self.part = part
        self.tick = TickBox(words, f"section-{part}")
        self._page = Button("", kind="quiet", size="small", name=f"section-page-{part}")
        self._at: int | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.tick, 1)
        row.addWidget(self._page)
        self.tick.setEnabled(part != FIXED)
        self.tick.toggled.connect(lambda on: self.toggled.emit(part, on))
        self._page.clicked.connect(self._go)
        self.show_page(None)

    def stops(self) -> tuple[QWidget, QWidget]:
        """What Tab stops at, in order."""
        return self.tick, self._page

    def show_page(self, page: int | None) -> None:
        """The page it begins on, from 0; None when it is not in the report."""
        self._at = page
        self._page.setVisible(page is not None)
        if page is not None:
            self._page.set_face(str(page + 1))
            self._page.setAccessibleName(
                tr("Go to {section}, page {page}", section=self.tick.text(), page=page + 1)
            )

    def _go(self) -> None:
        if self._at is not None:
            self.chosen.emit(self._at)


class Choices(QFrame):
    """Says what was chosen; shows what is in force."""

    profile_chosen = Signal(str)
    left_out = Signal(object)
    """The sections that are left out, in order."""
    kit_chosen = Signal(str)
    """A kit's key, or ``FOLDER``."""
    version_typed = Signal(str)
    draft_ticked = Signal(bool)
    interviewees_chosen = Signal(str)
    """How interviewees may appear."""
    page_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("pane", "bg")
        self.setObjectName("choices")
        self._sections: dict[str, _Section] = {}
        self._kits: dict[str, Kit] = {}
        self._parts: dict[str, tuple[str, ...]] = {}
        self._names: dict[str, str] = {}
        self._places: tuple[tuple[str, int], ...] = ()
        self.profile = Select((), tr("Profile"), name="profile")
        self.kit = Select((), tr("Brand kit"), name="brand-kit")
        self.version = LineEdit(tr("Version"))
        self.version.setObjectName("version")
        self.version.setMaxLength(40)
        self.draft = TickBox(tr("Mark as draft"), "draft")
        self.interviewees = Select(
            [(key, tr(words)) for key, words in INTERVIEWEES],
            tr("Interviewees"),
            name="interviewees",
        )
        self._about = TextBlock("", "small", tone="ink_2")
        self._firm = TextBlock("", "small", tone="ink_2")
        self._swatches = Swatches()
        self._changed = TextBlock(
            tr("This kit has changed since the engagement took its copy."), "small", tone="attn"
        )
        self.newer = Button(tr("Use the new one"), size="small", name="newer-kit")
        self._newer = ""
        """The key of the kit as it is now, while the engagement has an earlier copy."""
        self._count = Label("", "small", tone="ink_2")
        self._list = QVBoxLayout()
        self._build()
        self._connect()

    def _connect(self) -> None:
        self.profile.picked.connect(self.profile_chosen)
        self.kit.picked.connect(self.kit_chosen)
        self.newer.clicked.connect(lambda: self.kit_chosen.emit(self._newer))
        self.version.editingFinished.connect(
            lambda: self.version_typed.emit(self.version.text().strip())
        )
        self.draft.toggled.connect(self.draft_ticked)
        self.interviewees.picked.connect(self.interviewees_chosen)

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
        column.addSpacing(4)
        column.addWidget(Rule())
        column.addSpacing(2)
        for widget in (Label(tr("Brand kit"), weight=600), self.kit, self._firm, self._swatches):
            column.addWidget(widget)
        column.addWidget(self._changed)
        column.addWidget(self.newer)
        column.addSpacing(4)
        column.addWidget(Rule())
        column.addSpacing(2)
        column.addWidget(Label(tr("Document"), weight=600))
        row = QHBoxLayout()
        row.addWidget(Label(tr("Version"), tone="ink_2"), 1)
        self.version.setFixedWidth(120)
        row.addWidget(self.version)
        column.addLayout(row)
        column.addWidget(self.draft)
        column.addWidget(Label(tr("Interviewees"), tone="ink_2"))
        column.addWidget(self.interviewees)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 1, 0)
        outer.addWidget(area)

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

    def show_settings(self, settings: ReportSettings) -> None:
        """Show what is in force; says nothing."""
        blocked = [QSignalBlocker(one) for one in (self.profile, self.version, self.draft)]
        self.profile.choose(settings.profile)
        if not self.version.hasFocus():
            self.version.setText(settings.version)
        self.draft.setChecked(settings.draft)
        self.interviewees.choose(settings.interviewees)
        del blocked
        self._about.set_text(self._abouts.get(settings.profile, ""))
        self._show_parts(self._parts.get(settings.profile, ()), settings.left_out)

    def _show_parts(self, parts: tuple[str, ...], left_out: tuple[str, ...]) -> None:
        if tuple(self._sections) != parts:
            self._rebuild(parts)
        for part, section in self._sections.items():
            blocker = QSignalBlocker(section)
            section.tick.setChecked(part == FIXED or part not in left_out)
            del blocker
        kept = sum(section.tick.isChecked() for section in self._sections.values())
        self._count.setText(tr("{n} of {total}", n=kept, total=len(parts)))
        self.show_places(self._places)

    def _rebuild(self, parts: tuple[str, ...]) -> None:
        for section in self._sections.values():
            section.hide()
            section.deleteLater()
        self._sections = {}
        for part in parts:
            section = _Section(part, tr(PART_WORDS.get(part, "")) or self._names.get(part, part))
            section.toggled.connect(self._toggled)
            section.chosen.connect(self.page_chosen)
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
        self.setTabOrder(before, self.kit)

    def _toggled(self, _part: str, _on: bool) -> None:
        kept = self._sections.items()
        self.left_out.emit(tuple(part for part, one in kept if not one.tick.isChecked()))

    def show_places(self, places: tuple[tuple[str, int], ...]) -> None:
        """Put the pages, from 0, beside the sections they begin."""
        self._places = places
        begins = dict(places)
        for part, section in self._sections.items():
            page = begins.get(part)
            if part == FIXED and places:
                page = 0
            section.show_page(page if section.tick.isChecked() else None)

    def show_kits(self, kits: Sequence[tuple[str, Kit]], current: str) -> None:
        """Offer kits by key, and a folder."""
        self._kits = dict(kits)
        choices = [(key, kit.name.capitalize()) for key, kit in kits]
        self.kit.set_choices([*choices, (FOLDER, tr("From a folder …"))])
        self.kit.choose(current)
        kit = self._kits.get(current)
        self._firm.set_text(f"{kit.firm}. {kit.about}" if kit else "")
        self._swatches.show_colours(kit.colours if kit else ())
        same = (key for key, one in kits if kit and key != KEPT and one.name == kit.name)
        self._newer = next(same, "") if current == KEPT else ""
        for widget in (self._changed, self.newer):
            widget.setVisible(bool(self._newer))

    def field(self, name: str) -> QWidget | None:
        """What is typed or chosen, by its name."""
        fields = (self.profile, self.kit, self.version, self.draft, self.interviewees)
        return next((one for one in fields if one.objectName() == name), None)

    def current_kit(self, key: str) -> None:
        """Show a kit as chosen again, after a folder was not taken."""
        self.kit.choose(key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground and the right edge."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), QColor(theme().tokens.border))
