"""Brand kits: those that come with the program and one's own, with colours and contrast."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engagements.language import tr
from engagements.problem import Problem
from ui import jobs, locale
from ui.desk import Desk
from ui.parts import kit_work
from ui.settings.section import Section, made
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.focus import tab_through
from ui.widgets.labels import ElidedLabel, Label, TextBlock
from ui.widgets.marks import box
from ui.widgets.rows import emptied


@dataclass(frozen=True)
class Shown:
    """One kit as it is listed; ``path`` is None for one that comes with the program."""

    name: str
    firm: str
    colours: tuple[str, ...]
    contrast: str
    path: Path | None = None
    fault: str = ""


def listed(folder: Path | None) -> list[Shown]:
    """All kits; reads and checks every one, so not on the GUI thread."""
    from report_templates import shelf
    from report_templates.brand import BrandKit, bundled_names

    found = [_shown(BrandKit.bundled(name), None) for name in bundled_names()]
    for path, kit in shelf.own(folder) if folder is not None else ():
        name = path.name.removesuffix(shelf.SUFFIX)
        if isinstance(kit, Problem):
            found.append(Shown(name, "", (), "", path, str(kit)))
        else:
            found.append(_shown(kit, path, name))
    return found


def _shown(kit: object, path: Path | None, name: str = "") -> Shown:
    from report_templates import shelf
    from report_templates.brand import BrandKit

    assert isinstance(kit, BrandKit)
    measured = shelf.contrasts(kit)
    words = ", ".join(f"{locale.number(ratio, 1)}:1" for _, ratio, _ in measured)
    colours = tuple(colour for colour, _, _ in measured)
    return Shown(name or kit.name, kit.brand.firm, colours, words, path)


def take_in(source: Path, folder: Path, write: object) -> str:
    """Check a kit and keep it; returns its name. A Problem names every fault."""
    from report_templates import shelf

    kit = shelf.take_in(source)
    target = shelf.place_of(folder, kit)
    made(folder)
    write(target, kit.to_bytes())  # type: ignore[operator]
    return kit.name


def remove(path: Path) -> None:
    """Remove a kit of one's own with what was not saved; a Problem when the system refuses."""
    from report_templates import shelf

    try:
        path.unlink(missing_ok=True)
        kit_work.forget(path.name.removesuffix(shelf.SUFFIX), path.parent)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Problem(
            tr("{name} cannot be removed: {reason}.", name=path.name, reason=reason),
            tr("Close it elsewhere, or make its folder writable, and try again."),
        ) from error


class _Swatches(QWidget):
    """A kit's three colours."""

    def __init__(self, colours: tuple[str, ...]) -> None:
        super().__init__()
        self._colours = colours
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Colours: {colours}", colours=", ".join(colours)))

    def sizeHint(self) -> QSize:
        """Squares side by side."""
        return QSize(24 * len(self._colours), 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the squares, each with an edge that is seen on any ground."""
        with QPainter(self) as painter:
            for number, colour in enumerate(self._colours):
                area = self.rect().adjusted(number * 24, 0, 0, 0)
                area.setSize(QSize(18, 18))
                box(painter, area, 3, colour, theme().tokens.border_strong)


class Kits(Section):
    """The kits there are; imports and removes one's own."""

    said = Signal(object)
    opened = Signal(str, bool)
    """A kit to be shown by name, and whether it is one of one's own, to be edited."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(tr("Brand kits"))
        self._desk = desk
        self._folder = desk.store.kits if desk.store else None
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self.rows.addLayout(self._list)
        self.from_folder = Button(tr("Import a folder"), size="small", name="kit-folder")
        self.from_file = Button(tr("Import a file"), size="small", name="kit-file")
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.from_folder, self.from_file):
            button.setEnabled(self._folder is not None)
            row.addWidget(button)
        row.addStretch(1)
        self.rows.addLayout(row)
        self.from_folder.clicked.connect(self._ask_folder)
        self.from_file.clicked.connect(self._ask_file)

    def look(self) -> None:
        """List the kits again."""
        folder = self._folder
        jobs.run(
            lambda _progress: listed(folder),
            on_success=self._show,
            on_failure=self.said.emit,
            owner=self,
        )

    def _show(self, kits: list[Shown]) -> None:
        emptied(self._list)
        holders = [self._kit(kit) for kit in kits]
        for holder in holders:
            self._list.addWidget(holder)
        tab_through(self, (one for holder in holders for one in holder.findChildren(Button)))

    def _kit(self, kit: Shown) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(kit.name.capitalize(), weight=500))
        if kit.fault:
            words.addWidget(TextBlock(kit.fault, "small", tone="danger"))
        else:
            line = tr("{firm}. Contrast {ratios}", firm=kit.firm, ratios=kit.contrast)
            if kit.path is None:
                line = tr("{kit}. Comes along", kit=line)
            words.addWidget(ElidedLabel(line, "small", tone="ink_2"))
        row.addLayout(words, 1)
        centre = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(_Swatches(kit.colours), 0, centre)
        if not kit.fault:
            row.addWidget(self._opener(kit), 0, centre)
        if kit.path is not None:
            row.addWidget(self._remover(kit, kit.path), 0, centre)
        return holder

    def _opener(self, kit: Shown) -> Button:
        """Opens the editor; a kit that comes with the program is shown in it."""
        own = kit.path is not None
        words = tr("Edit") if own else tr("Show")
        button = Button(words, size="small", name=f"open-kit-{kit.name}")
        button.setAccessibleName(f"{words}: {kit.name}")
        button.clicked.connect(lambda: self.opened.emit(kit.name, own))
        return button

    def _remover(self, kit: Shown, path: Path) -> Button:
        """Removes at the second press; engagements that use the kit keep their own copy."""
        button = Button(tr("Remove"), size="small", name=f"remove-kit-{kit.name}")

        def press() -> None:
            sure = tr("Remove for good")
            if button.text() == sure:
                jobs.run(
                    lambda _progress: remove(path),
                    on_success=lambda _none: self.look(),
                    on_failure=self.said.emit,
                    owner=self,
                )
            else:
                button.set_face(sure)

        button.clicked.connect(press)
        return button

    def _ask_folder(self) -> None:
        title = tr("Choose a brand kit's folder")
        name = QFileDialog.getExistingDirectory(self.window(), title)
        if name:
            self.take(Path(name))

    def _ask_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self.window(), tr("Choose a brand kit"), "", tr("Brand kits (*.zip)")
        )
        if name:
            self.take(Path(name))

    def take(self, source: Path) -> None:
        """Check a kit and keep it; what is wrong is said."""
        folder = self._folder
        if folder is None:
            return
        work = partial(take_in, source, folder, self._desk.write_file)
        jobs.run(
            lambda _progress: work(),
            on_success=lambda _name: self.look(),
            on_failure=self.said.emit,
            owner=self,
        )
