"""The editor of a brand kit: its fields at the left, the report in it at the right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from engagements.language import tr
from engagements.problem import Problem
from ui import jobs
from ui.parts import kit_work
from ui.parts.kit_fields import KitFields
from ui.parts.kit_preview import Preview
from ui.parts.sheet import Sheet
from ui.widgets.buttons import Button
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from report_templates.drafting import Draft
    from ui.desk import Desk
    from ui.parts.kit_work import Looked, Opened

CALM_MS = 350
"""How long the fields must rest before the preview is made again."""
LEFT = 400


class KitEditor(Sheet):
    """Changes are kept by Save; those that are not come back when the kit is opened again."""

    kept = Signal()
    """The kits there are have changed."""
    saved = Signal(str)
    """A kit of one's own was saved under this name."""
    said = Signal(object)

    def __init__(self, page: QWidget, desk: Desk) -> None:
        super().__init__(page, "", tr("Save"), name="kit", key="Ctrl+S")
        self._desk = desk
        self._folder = desk.store.kits if desk.store else None
        self._opened: Opened | None = None
        self._draft: Draft | None = None
        self._left: dict[str, Draft] = {}
        """Changes that are not saved, by kit; their files may still be on the way."""
        self._job: jobs.Job | None = None
        self._again = False
        self.fields, self.preview = KitFields(), Preview()
        self.state = Label("", "small", tone="ink_2")
        self.note = Label("", "small", tone="ink_2")
        self.duplicate = Button(tr("Duplicate"), name="kit-duplicate")
        self.to_folder = Button(tr("Export as folder"), name="kit-export-folder")
        self.to_file = Button(tr("Export as file"), name="kit-export-file")
        self.discard = Button(tr("Discard changes"), name="kit-discard")
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._look)
        self._build()
        self._connect()
        self.fill()

    def _build(self) -> None:
        self.cancel.set_face(tr("Close"))
        self._area = QScrollArea()
        self._area.setWidget(self.fields)
        self._area.setWidgetResizable(True)
        self._area.setMinimumWidth(LEFT)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.preview, 1)
        right.addWidget(self.note)
        sides = QHBoxLayout()
        sides.setSpacing(18)
        sides.addWidget(self._area, 2)
        sides.addLayout(right, 3)
        self.body.addLayout(sides, 1)
        self.buttons.insertWidget(2, self.discard)
        for button in (self.duplicate, self.to_folder, self.to_file):
            self.buttons.addWidget(button)
        self.body.addWidget(self.state)

    def _connect(self) -> None:
        fields = self.fields
        fields.typed.connect(self._typed)
        fields.logo_asked.connect(self._ask_logo)
        fields.logo_out.connect(lambda field: self._change(self._now().without(field)))
        fields.typeface_asked.connect(self._ask_typeface)
        fields.typeface_picked.connect(
            lambda field, family: self._change(self._now().without(field, family))
        )
        self.discard.clicked.connect(self._discard)
        self.duplicate.clicked.connect(self._duplicate)
        self.to_folder.clicked.connect(self._ask_export_folder)
        self.to_file.clicked.connect(self._ask_export_file)
        keys = QShortcut(QKeySequence("Ctrl+S"), self, self.submit)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """What has the focus is in view."""
        if now is not None and self._area.isAncestorOf(now):
            self._area.ensureWidgetVisible(now, 0, 40)

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        jobs.run(lambda _progress: work(), on_success=done, on_failure=self._refused, owner=self)

    def _refused(self, problem: Problem) -> None:
        if self.isVisible():
            self.refuse(str(problem))
        else:
            self.said.emit(problem)

    def _now(self) -> Draft:
        assert self._draft is not None
        return self._draft

    def open(self, name: str, *, own: bool) -> None:
        """Show a kit by name, with what was changed in it and not saved."""
        folder = self._folder
        self._run(lambda: kit_work.opened(folder, name, own=own), self._is_opened)

    def open_kept(self, kit: bytes) -> None:
        """Show a packed kit that an engagement keeps; it is copied to be changed."""
        self._run(lambda: kit_work.kept(kit), self._is_opened)

    def _is_opened(self, opened: Opened) -> None:
        self._opened = opened
        self._draft = self._left.get(opened.name, opened.now) if opened.own else opened.now
        self.title.setText(tr("Brand kit {name}", name=opened.name.capitalize()))
        self.preview.clear()
        self.refuse("")
        self._show()
        self.fields.show_faults(())
        self.show_over(self.fields.name if opened.own else self.duplicate)
        self._calm.start(0)

    @property
    def unsaved(self) -> bool:
        """Something was changed and is not saved."""
        return self._opened is not None and self._draft != self._opened.saved

    def _show(self) -> None:
        """Show the draft and what can be done with it."""
        opened = self._opened
        assert opened is not None
        self.fields.show_draft(self._now(), able=opened.own)
        for button in (self.accept, self.discard):
            button.setVisible(opened.own)
        self.duplicate.setVisible(self._folder is not None)
        self.duplicate.set_face(tr("Duplicate") if opened.own else tr("Duplicate to edit"))
        self._say_state()

    def _say_state(self) -> None:
        opened = self._opened
        own, unsaved = opened is not None and opened.own, self.unsaved
        self.accept.setEnabled(unsaved)
        self.discard.setEnabled(unsaved)
        self.discard.set_face(tr("Discard changes"))
        if not own:
            kept = opened is not None and opened.kept
            words = (
                tr("The engagement’s own copy. Duplicate it to change it.")
                if kept
                else tr("Comes with Plumbline. Duplicate it to change it.")
            )
            self.state.setText(words)
        else:
            self.state.setText(tr("Not saved yet") if unsaved else tr("Saved"))
        self.state.set_tone("attn" if unsaved else "ink_2")

    def _typed(self, field: str, value: object) -> None:
        draft = self._now()
        if field == "name":
            self._draft = type(draft)(str(value), draft.fields, draft.files)
        elif field.startswith("texts."):
            _, language, sentence = field.split(".")
            self._draft = draft.speaking(language, sentence, str(value))
        else:
            said = None if field == "footer_text" and not str(value).strip() else value
            self._draft = draft.saying(**{field: said})  # type: ignore[arg-type]
            if field == "primary":
                self.fields.show_draft(self._draft, able=True)
        self.refuse("")
        self._say_state()
        self._calm.start()

    def _change(self, draft: Draft) -> None:
        """Take another draft, whose files are others, too."""
        self._draft = draft
        self.refuse("")
        self._show()
        self._calm.start()

    def _ask_logo(self, field: str) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self.window(), tr("Choose a logo"), "", tr("Logos (*.png *.svg)")
        )
        if name:
            self.take_logo(field, Path(name))

    def take_logo(self, field: str, source: Path) -> None:
        """Take a PNG or SVG in; what is wrong with it is said."""
        draft = self._now()
        self._run(lambda: draft.with_logo(field, source), self._change)

    def _ask_typeface(self, field: str) -> None:
        title = tr("Choose a folder with .ttf files")
        name = QFileDialog.getExistingDirectory(self.window(), title)
        if name:
            self.take_typeface(field, Path(name))
        else:
            self._show()

    def take_typeface(self, field: str, folder: Path) -> None:
        """Take the typefaces of a folder in; what is wrong with them is said."""
        draft = self._now()
        self._show()
        self._run(lambda: draft.with_typeface(field, folder), self._change)

    def _look(self) -> None:
        """Check the draft and draw the report in it; the old pages stay until then."""
        if self._job is not None:
            self._again = True
            self._job.cancel()
            return
        if self._draft is None or self.isHidden():
            return
        self._again = False
        draft, snapshot = self._draft, self._desk.session.snapshot
        build = self._desk.build_pdf  # not by way of self: no widget may end on the job's thread
        self.note.setText(tr("Drawing the preview …"))
        self._job = jobs.run(
            lambda progress: kit_work.look(progress, draft, snapshot, build),
            on_success=self._looked,
            on_failure=self._not_looked,
            on_cancel=self._ended,
            owner=self,
        )

    def _ended(self) -> None:
        self._job = None
        if self._again:
            self._look()

    def _looked(self, looked: Looked) -> None:
        if not self._again:
            self.fields.show_faults(looked.faults)
            self.fields.show_warnings(looked.warnings)
            if looked.pictures:
                self.preview.show_pictures(looked.pictures)
            self.note.setText(
                tr("The preview is as it was before. Put right what is marked.")
                if looked.faults
                else ""
            )
        self._ended()

    def _not_looked(self, problem: Problem) -> None:
        self.note.setText(str(problem))
        self._ended()

    def submit(self) -> None:
        """Save."""
        opened, folder = self._opened, self._folder
        if opened is None or folder is None or not (opened.own and self.unsaved):
            return
        draft, write = self._now(), self._desk.write_file
        self._run(
            lambda: kit_work.save(draft, opened.name, folder, write),
            lambda saved: self._saved(opened.name, saved),
        )

    def _saved(self, before: str, saved: Opened) -> None:
        self._left.pop(before, None)
        if self._opened is not None and self._opened.name == before:
            typed_since = self._now().fields != saved.saved.fields
            self._opened = saved
            if not typed_since:
                self._draft = saved.saved
            self.title.setText(tr("Brand kit {name}", name=saved.name.capitalize()))
            self._show()
        self.kept.emit()
        self.saved.emit(saved.name)

    def _discard(self) -> None:
        """Let the changes go at the second press."""
        opened, folder = self._opened, self._folder
        if opened is None or folder is None:
            return
        sure = tr("Discard for good")
        if self.discard.text() != sure:
            self.discard.set_face(sure)
            return
        self._left.pop(opened.name, None)
        self._run(lambda: kit_work.forget(opened.name, folder), lambda _none: None)
        self._change(opened.saved)
        self.fields.name.setFocus()

    def _duplicate(self) -> None:
        folder, draft, write = self._folder, self._now(), self._desk.write_file
        if folder is None:
            return
        self.keep()

        def done(copy: Opened) -> None:
            self.kept.emit()
            self._is_opened(copy)

        self._run(lambda: kit_work.duplicate(draft, folder, write), done)

    def _ask_export_folder(self) -> None:
        title = tr("Where to put the kit’s folder")
        name = QFileDialog.getExistingDirectory(self.window(), title)
        if name:
            self.export_folder(Path(name))

    def export_folder(self, parent: Path) -> None:
        """Write the kit as a new folder."""
        draft, write = self._now(), self._desk.write_file
        self._run(lambda: kit_work.export_folder(draft, parent, write), self._exported)

    def _ask_export_file(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self.window(),
            tr("Export the kit"),
            f"{self._opened.name if self._opened else 'kit'}.zip",
            tr("Brand kits (*.zip)"),
        )
        if name:
            self.export_file(Path(name))

    def export_file(self, target: Path) -> None:
        """Write the kit as one .zip file."""
        draft, write = self._now(), self._desk.write_file
        self._run(
            lambda: kit_work.export_file(draft, target, write),
            lambda _none: self._exported(target),
        )

    def _exported(self, target: Path) -> None:
        self.refuse("")
        self.note.setText(tr("Exported to {path}", path=target))

    def keep(self) -> None:
        """Keep changes that are not saved; they come back when the kit is opened again."""
        opened, folder, draft = self._opened, self._folder, self._draft
        if opened is None or folder is None or draft is None or not opened.own:
            return
        if not self.unsaved:
            if self._left.pop(opened.name, None) or opened.now != opened.saved:
                self._run(lambda: kit_work.forget(opened.name, folder), lambda _none: None)
            return
        self._left[opened.name] = draft
        write = self._desk.write_file
        self._run(
            lambda: kit_work.leave(draft, opened.name, folder, write),
            lambda _none: self._is_left(opened.name, draft),
        )

    def _is_left(self, name: str, draft: Draft) -> None:
        """What lies on the disk is read from there, where another page may have saved since."""
        if self._left.get(name) is draft:
            del self._left[name]

    def dismiss(self) -> None:
        """Close; changes that are not saved are kept."""
        if self.isVisible():
            self.keep()
            self._calm.stop()
            if self._job is not None:
                self._job.cancel()
        super().dismiss()
