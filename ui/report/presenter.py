"""Decides what the Report page shows: keeps the PDF up to date, exports it, keeps the choices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from engagements.language import mark
from engagements.problem import Problem
from ui import jobs
from ui.report import making
from ui.report.gathering import Gathering
from ui.report.redrawing import Redrawing

if TYPE_CHECKING:
    from engagements.records.outcome import ReportSettings
    from ui.desk import Desk
    from ui.parts.pdf_pages import Picture
    from ui.report.making import Kit, Made

CALM_MS = 350
"""How long choices must rest before the report is made again."""
BUNDLED, OWN = "bundled:", "own:"
KEPT = "kept"


class ReportPresenter(QObject):
    """One build at a time; the newest state wins, and old pages stay until new ones are there."""

    kits_known = Signal(object, str)
    """(key, Kit) pairs, and the key of the one in use."""
    settings_known = Signal(object)
    """The ReportSettings in force."""
    making = Signal(object)
    """A Step while the report is made, None when that has ended."""
    made = Signal(object)
    """A Made; None when there is nothing to show."""
    drawn = Signal(object, int)
    """A Picture and the width asked for."""
    thumbnail = Signal(object)
    exporting = Signal(object)
    """A Step while the report is exported, None when that has ended."""
    aged = Signal()
    """The report that is shown could not be made anew."""
    exported = Signal(object)
    """The Path that was written."""
    refused = Signal(object)
    """A Problem; None when the last one is no more."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._session = desk, desk.session
        self.report: Made | None = None
        self.past: Made | None = None
        """A version that went out, while it is looked at in place of the report."""
        self._gathering = Gathering()
        self._redrawing = Redrawing(self)
        self._redrawing.ready.connect(self._draw_again)
        self._kits: dict[str, Kit] = {}
        self._kit = ""
        self._choice = 0
        """Counts choices of a kit: what was read before the last one is of no use."""
        self._wanted = False
        """The page is on screen."""
        self._job: jobs.Job | None = None
        self._thumbs: jobs.Job | None = None
        self._export: jobs.Job | None = None
        self._again = self._failed = False
        self._asked: dict[str, Any] = {}
        """Choices on their way into the file, and how many writes they are."""
        self._saves = 0
        self._drawing: tuple[int, int] | None = None
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._make)

    @property
    def settings(self) -> ReportSettings:
        """How the document is to be made, as kept in the engagement."""
        from engagements.records.outcome import ReportSettings

        snapshot = self._session.snapshot
        kept = snapshot.of(ReportSettings) if snapshot else ()
        return kept[0] if kept else ReportSettings()

    def entered(self) -> None:
        """The page is on screen: make the report unless it is there."""
        self._wanted = True
        if self._session.snapshot is None:
            return
        self.settings_known.emit(self.settings)
        if self._kits:
            self._calm.start(0)
        self._load_kits()  # they may have been edited since

    def left(self) -> None:
        """The page is off screen: nothing is made for it any more."""
        self._wanted = False
        self._calm.stop()

    def case_opened(self) -> None:
        """Another engagement: nothing of the last one stays on screen."""
        if self._job:
            self._job.cancel()
        if self._export:
            self._export.cancel()
        self.report = self.past = None
        self._gathering = Gathering()
        self._redrawing.forget()
        self._kits, self._kit = {}, ""
        self._choice += 1
        self.made.emit(None)
        if self._wanted:
            self.entered()

    def changed(self) -> None:
        """Something in the engagement changed."""
        if self._wanted:
            self.settings_known.emit(self.settings)
            self._redraw()
            self._calm.start()

    def _redraw(self) -> None:
        """The section on screen at once, where a whole report is there to put it into."""
        order = self.order()
        if order and order.section and self.report and self._drawing and self.past is None:
            self._redrawing.ask(order, self.report, self._drawing[0])

    def _draw_again(self) -> None:
        if self._drawing and self.past is None:
            self.draw(*self._drawing)

    def change_settings(self, **fields: Any) -> None:
        """Keep new choices; the report follows when they are committed."""
        from engagements.casework import issuing

        self._asked |= fields
        settings = self.settings.model_copy(update=self._asked)
        if settings == self.settings:
            self._asked = {}
            return
        self._saves += 1
        self._session.do(
            issuing.save_settings,
            settings,
            on_done=lambda _change: self._saved(),
            on_failed=self._not_saved,
            owner=self,
        )

    def _saved(self) -> None:
        """What was asked for meanwhile is kept until the last of it is committed."""
        self._saves = max(0, self._saves - 1)
        if not self._saves:
            self._asked = {}

    def _not_saved(self, problem: Problem) -> None:
        self._saved()
        self.refused.emit(problem)

    def _load_kits(self) -> None:
        snapshot = self._session.snapshot
        if snapshot is None:
            return
        if snapshot.engagement.brand is None:
            self._read_kits(None)
            return
        from engagements.casework import issuing

        self._session.do(
            issuing.brand,
            on_done=self._read_kits,
            on_failed=self.refused.emit,
            owner=self,
            reads=True,
        )

    def _read_kits(self, kept: bytes | None) -> None:
        own = self._desk.store.kits if self._desk.store else None
        choice = self._choice

        def work(_progress: jobs.Progress) -> tuple[dict[str, Kit], str]:
            kits = {f"{BUNDLED}{kit.name}": kit for kit in making.bundled_kits()}
            kits |= {f"{OWN}{kit.name}": kit for kit in making.own_kits(own)}
            if kept is None:
                return kits, next(iter(kits))
            mine = making.packed_kit(kept)
            same = (key for key, kit in kits.items() if kit.data == mine.data)
            key = next(same, KEPT)
            return {**kits, key: mine}, key

        jobs.run(
            work,
            on_success=partial(self._kits_read, choice),
            on_failure=self.refused.emit,
            owner=self,
        )

    def _kits_read(self, choice: int, found: tuple[dict[str, Kit], str]) -> None:
        if choice != self._choice or found == (self._kits, self._kit):
            return
        self._kits, self._kit = found
        self.tell_kits()
        if self._wanted:
            self._calm.start(0)

    def tell_kits(self) -> None:
        """Say again which kits there are and which is in use."""
        self.kits_known.emit(tuple(self._kits.items()), self._kit)

    def choose_kit(self, key: str) -> None:
        """Use one of the kits on offer from now on."""
        if key in self._kits and key != self._kit:
            self._use(key, self._kits[key])

    def choose_folder(self, folder: Path) -> None:
        """Check a kit in a folder and use it; every fault is named."""
        jobs.run(
            lambda _progress: making.folder_kit(folder),
            on_success=partial(self._use, KEPT),
            on_failure=self._kit_refused,
            owner=self,
        )

    def kit(self) -> tuple[str, Kit] | None:
        """The key and the kit in use; None while that is not known."""
        kit = self._kits.get(self._kit)
        return None if kit is None else (self._kit, kit)

    def use_own(self, name: str) -> None:
        """Use a kit of one's own as it was just saved."""
        store = self._desk.store
        if store is not None:
            jobs.run(
                lambda _progress: making.own_kit(store.kits, name),
                on_success=partial(self._use, f"{OWN}{name}"),
                on_failure=self.refused.emit,
                owner=self,
            )

    def _kit_refused(self, problem: Problem) -> None:
        self.tell_kits()
        self.refused.emit(problem)

    def _use(self, key: str, kit: Kit) -> None:
        from engagements.casework import issuing

        self._choice += 1
        self._kits[key], self._kit = kit, key
        self.tell_kits()
        name = f"{kit.name}.zip"
        self._session.do(issuing.use_brand, kit.data, name, on_failed=self.refused.emit, owner=self)

    def order(self) -> making.Order | None:
        """The report as it is chosen now; None while that is not known."""
        snapshot = self._session.snapshot
        kit = self._kits.get(self._kit)
        if snapshot is None or kit is None:
            return None
        desk = self._desk
        return making.Order(
            snapshot,
            self.settings.profile,
            kit,
            desk.build_pdf,
            desk.build_word,
            desk.build_section,
            self._gathering,
        )

    def _make(self) -> None:
        if self._job is not None:
            self._again = True
            self._job.cancel()
            return
        order = self.order()
        if order is None:
            return
        known = self.report.key if self.report else ""
        self._again = False
        self.making.emit(jobs.Step(0, 0, mark("Making the report")))
        self._job = jobs.run(
            lambda progress: making.make(progress, order, known),
            on_success=self._is_made,
            on_failure=self._not_made,
            on_progress=self.making.emit,
            on_cancel=self._ended,
            owner=self,
        )

    def _ended(self) -> None:
        self._job = None
        self.making.emit(None)
        if self._again and self._wanted:
            self._make()

    def _is_made(self, made: Made | None) -> None:
        if not self._again:
            if made is not None or self._failed:
                self.report = made or self.report
                self.show(None)
            if self._failed:
                self.refused.emit(None)  # what was at fault is mended, or as it was
            self._failed = False
        self._ended()

    def _not_made(self, problem: Problem) -> None:
        if not self._again:
            self._failed = True
            self.aged.emit()
            self.refused.emit(problem)
        self._ended()

    def show(self, past: Made | None) -> None:
        """Show a version that went out; None shows the report as it would be made now."""
        self.past = past
        self._redrawing.forget()
        made = past or self.report
        self.made.emit(made)
        if made is not None:
            self._draw_thumbnails(made)

    def _draw_thumbnails(self, made: Made) -> None:
        if self._thumbs:
            self._thumbs.cancel()
        emit = self.thumbnail.emit

        def work(progress: jobs.Progress) -> None:
            making.thumbnails(progress, made.pdf, emit)

        self._thumbs = jobs.run(work, owner=self)

    def draw(self, page: int, width: int) -> None:
        """Draw a page ``width`` pixels wide; ``drawn`` follows."""
        made = self.past or self.report
        if made is None or not 0 <= page < made.pages:
            return
        self._drawing = (page, width)
        pdf, place = self._redrawing.over(made, page)
        jobs.run(
            lambda _progress: replace(making.picture(pdf, place, width), page=page),
            on_success=partial(self._is_drawn, (page, width)),
            on_failure=self.refused.emit,
            owner=self,
        )

    def _is_drawn(self, asked: tuple[int, int], picture: Picture) -> None:
        if asked == self._drawing:
            self.drawn.emit(picture, asked[1])

    def export(self, target: Path) -> None:
        """Write the report as it is chosen now to ``target``, whole or not at all."""
        order = self.order()
        if order is None or self._export is not None:
            return
        current = None if self._job is not None or self._calm.isActive() else self.report
        write = partial(self._desk.write_file, target)
        self._run(target, lambda progress: making.export(progress, order, current, write))

    def export_as(self, target: Path, kind: str) -> None:
        """Write the same report as another kind of file, whole or not at all."""
        order = self.order()
        if order is None or self._export is not None:
            return
        write = partial(self._desk.write_file, target)
        self._run(target, lambda progress: making.export_as(progress, order, kind, write))

    def _run(self, target: Path, work: Callable[[jobs.Progress], None]) -> None:
        self.exporting.emit(jobs.Step(0, 0, mark("Making the report")))
        self._export = jobs.run(
            work,
            on_success=lambda _none: self._is_exported(target),
            on_failure=self._not_exported,
            on_progress=self.exporting.emit,
            on_cancel=self._export_ended,
            owner=self,
        )

    def cancel_export(self) -> None:
        """Stop the export; the target stays as it was."""
        if self._export:
            self._export.cancel()

    def _is_exported(self, target: Path) -> None:
        self._export_ended()
        self.refused.emit(None)
        self.exported.emit(target)

    def _not_exported(self, problem: Problem) -> None:
        self._export_ended()
        self.refused.emit(problem)

    def _export_ended(self) -> None:
        self._export = None
        self.exporting.emit(None)
