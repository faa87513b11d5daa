"""The Settings page: two columns of cards; everything takes effect by being chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from engagements.language import tr
from ui.page import Keys, Page
from ui.settings.about import About
from ui.settings.keeping import unkept
from ui.settings.kits import Kits
from ui.settings.looks import Interviewing, Language, Looks
from ui.settings.places import Backups, Folders
from ui.settings.spelled import Spelled
from ui.settings.units import Units
from ui.widgets.focus import takes_keys

if TYPE_CHECKING:
    from engagements.casework.case import Change
    from ui.desk import Desk
    from ui.parts.kit_editor import KitEditor


class SettingsPage(Page):
    """Needs no engagement; only backing up and scope units do."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        settings = desk.settings
        self.looks = Looks(settings)
        self.language = Language(settings)
        self.interviewing = Interviewing(settings)
        self.spelled = Spelled()
        self.folders = Folders(desk)
        self.kits = Kits(desk)
        self.backups = Backups(desk)
        self.units = Units(desk)
        self.about = About(desk)
        self.kits.opened.connect(lambda name, own: self.editor.open(name, own=own))
        for one in (self.kits, self.backups, self.folders, self.units):
            one.said.connect(self.say)
        for chosen in (
            self.looks.mode.chosen,
            self.looks.scale.chosen,
            self.looks.motion.toggled,
            self.language.choice.picked,
            self.interviewing.safe.toggled,
            self.folders.changed,
            self.spelled.choice.picked,
            self.spelled.words.finished,
        ):
            chosen.connect(self._keep)
        self._left = self._column(
            self.looks, self.language, self.interviewing, self.spelled, self.folders
        )
        self._right = self._column(self.kits, self.backups, self.units, self.about)
        body = QWidget()
        body.setProperty("clear", "true")
        columns = QHBoxLayout(body)
        columns.setContentsMargins(24, 20, 24, 20)
        columns.setSpacing(16)
        columns.addWidget(self._left, 1)
        columns.addWidget(self._right, 1)
        self._area = QScrollArea()
        self._area.setWidget(body)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    @cached_property
    def editor(self) -> KitEditor:
        """The sheet of a brand kit, made when one is opened for the first time."""
        from ui.parts.kit_editor import KitEditor

        editor = KitEditor(self, self.desk)
        editor.kept.connect(self.kits.look)
        editor.said.connect(self.say)
        return editor

    @staticmethod
    def _column(*sections: QWidget) -> QWidget:
        column = QWidget()
        stack = QVBoxLayout(column)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(16)
        for section in sections:
            stack.addWidget(section)
        stack.addStretch(1)
        return column

    def _keep(self) -> None:
        """Write what was just chosen; say when that is not possible."""
        problem = unkept(self.desk.settings)
        if problem is not None:
            self.say(problem)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """What has the focus is in view."""
        if now is not None and self._area.isAncestorOf(now):
            self._area.ensureWidgetVisible(now, 0, 40)

    def lead_to(self, place: QWidget) -> None:
        """Bring a control, or the first one of a card, into view with the keys in it."""
        controls = (place, *place.findChildren(QWidget))
        first = next((one for one in controls if takes_keys(one)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._area.ensureWidgetVisible(first or place, 0, 40)

    def crumb(self) -> tuple[str, ...]:
        """The page's name."""
        return (tr("Settings"),)

    def hints(self) -> Sequence[Keys]:
        """Going through, choosing."""
        return (Keys(("Tab",), tr("next setting")), Keys(("Space",), tr("choose")))

    def panes(self) -> Sequence[QWidget]:
        """The two columns."""
        return (self._left, self._right)

    def first_focus(self) -> QWidget | None:
        """The theme that is chosen."""
        return next((one for one in self.looks.mode.buttons().values() if one.isChecked()), None)

    def place(self) -> str:
        """How far it is scrolled."""
        at = self._area.verticalScrollBar().value()
        return str(at) if at else ""

    def take_place(self, place: str) -> None:
        """Scroll there."""
        if place.isdecimal():
            self._area.verticalScrollBar().setValue(int(place))

    def entered(self) -> None:
        """Look at folders, kits and this installation again."""
        self.looks.show_now()
        for one in (self.kits, self.backups, self.units, self.about):
            one.look()

    def left(self) -> None:
        """Keep the name that is being typed, and what is not saved of a kit."""
        self.units.settle()
        if "editor" in self.__dict__:
            self.editor.keep()

    def snapshot_changed(self, change: Change) -> None:
        """A unit was added, renamed or taken back."""
        if change.touched:
            self.units.look()
