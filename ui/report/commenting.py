"""What becomes of comments: kept, answered, sent out as a sheet, taken in from one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engagements.language import tr
from engagements.problem import Problem
from ui import jobs
from ui.parts.drafting import FieldDrafts

if TYPE_CHECKING:
    from engagements.casework.case import Change
    from engagements.casework.comment_book import Row
    from engagements.casework.comments import Returned
    from engagements.records.commenting import Comment
    from engagements.records.snapshot import Snapshot
    from ui.desk import Desk
    from ui.report.presenter import ReportPresenter

FIELDS = ("page", "section", "reader", "text", "response")
"""Fields of a comment that are typed."""


class Commenting(QObject):
    """Files are read and written off the GUI thread, comments are kept by the use cases."""

    written = Signal(object)
    """The Path of the sheet that goes out."""
    told = Signal(str, str)
    """A title, and what a sheet brought."""
    added = Signal(str)
    """The id of a comment that is new."""
    refused = Signal(object)

    def __init__(self, desk: Desk, report: ReportPresenter, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._session, self._report = desk, desk.session, report
        self.drafts = FieldDrafts(desk.session, "comment", self)
        desk.session.case_changed.connect(self.drafts.take_up)

    @property
    def snapshot(self) -> Snapshot | None:
        """The engagement as it is."""
        return self._session.snapshot

    def add(self, page: int | None) -> None:
        """Keep a new comment on a page of the version that is worked on, to be written over."""
        from engagements.casework import comments

        def done(change: Change) -> None:
            self.added.emit(change.records[0].id)

        if self._session.case is not None:
            version = self._report.settings.version.strip()
            self._session.do(
                comments.add,
                tr("New comment"),
                page=page,
                version=version,
                on_done=done,
                on_failed=self.refused.emit,
                owner=self,
            )

    def save(self, comment: Comment, typed: Sequence[str] = ()) -> None:
        """Keep a comment's values, ending the drafts at the places ``typed``."""
        from engagements.casework import comments

        self._keep(comments.save, comment, typed)

    def remove(self, comment_id: str) -> None:
        """Take a comment out; undo brings it back."""
        from engagements.casework import comments

        self._keep(comments.remove, comment_id, [f"{comment_id}/{name}" for name in FIELDS])

    def _keep(self, use_case: Callable[..., Change], what: object, typed: Sequence[str]) -> None:
        if self._session.case is None:
            return
        drafts = self.drafts.handed_over(typed)

        def failed(problem: Problem) -> None:
            drafts.failed()
            self.refused.emit(problem)

        self._session.do(
            use_case,
            what,
            drafts=drafts.rows,
            owner=self,
            on_done=lambda _change: drafts.kept(),
            on_failed=failed,
        )

    def write(self, target: Path) -> None:
        """Write the sheet for the draft's readers, whole or not at all."""
        order = self._report.order()
        if order is None:
            return
        snapshot, kit, write = order.snapshot, order.kit.data, self._desk.write_file

        def work(_progress: jobs.Progress) -> None:
            write(target, sheet(snapshot, kit))

        jobs.run(
            work,
            on_success=lambda _none: self.written.emit(target),
            on_failure=self.refused.emit,
            owner=self,
        )

    def take(self, path: Path) -> None:
        """Take in a sheet that came back; ``told`` says what it brought."""
        snapshot = self._session.snapshot
        if snapshot is None:
            return
        jobs.run(
            lambda _progress: brought(path, snapshot),
            on_success=partial(self._take, path.name),
            on_failure=self.refused.emit,
            owner=self,
        )

    def _take(self, name: str, found: tuple[tuple[Row, ...], Returned]) -> None:
        from engagements.casework import comments

        rows, returned = found
        if (not returned.new and not returned.changed) or self._session.case is None:
            self.told.emit(name, returned.words)
            return
        self._session.do(
            comments.take,
            rows,
            on_done=lambda _change: self.told.emit(name, returned.words),
            on_failed=self.refused.emit,
            owner=self,
        )


def sheet(snapshot: Snapshot, kit: bytes) -> bytes:
    """The comment sheet as of today, in a kit's colours."""
    from report_templates.beside import comments as sheets
    from report_templates.brand import BrandKit
    from report_templates.content import comments as content

    return sheets.build(content.of(snapshot, date.today()), BrandKit.from_bytes(kit))


def brought(path: Path, snapshot: Snapshot) -> tuple[tuple[Row, ...], Returned]:
    """The rows of a sheet, and what they would change; Problem when it is not of here."""
    from engagements.casework import comment_book, comments

    rows = comment_book.read(path, snapshot.engagement_id)
    return rows, comments.compare(snapshot, rows)
