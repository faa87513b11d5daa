"""The list of requests as a PDF: asked where, made off the GUI thread, written whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from engagements.language import tr, trn
from engagements.records import EvidenceRequest
from engagements.records.snapshot import Snapshot
from ui import jobs
from ui.evidence.register import day_words
from ui.evidence.requests import DASH, lateness, open_requests, whom

if TYPE_CHECKING:
    from report_templates.request_list import RequestList, RequestRow
    from ui.desk import Desk

SUFFIX = ".pdf"


class Printing(QObject):
    """Asks where the list goes and writes it there."""

    said = Signal(object)
    """A Problem, or None when the list was written."""
    written = Signal(object)
    """The path of the list."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def ask(self) -> None:
        """Ask for a place, then write the list."""
        snapshot = self._desk.session.snapshot
        if snapshot is None or not open_requests(snapshot):
            return
        offered = tr("Still to receive, {client}", client=snapshot.client.name) + SUFFIX
        name, _ = QFileDialog.getSaveFileName(self._page, tr("Print list"), offered, "PDF (*.pdf)")
        if name:
            self.write(snapshot, Path(name if name.endswith(SUFFIX) else name + SUFFIX))

    def write(self, snapshot: Snapshot, target: Path) -> None:
        """Write the list, in the dress of the engagement's kit where it has one."""
        brand = snapshot.engagement.brand
        if brand is None:
            self._make(snapshot, target, None)
            return
        self._desk.session.do(
            lambda case: case.read_blob(brand),
            owner=self,
            reads=True,
            on_done=partial(self._make, snapshot, target),
            on_failed=self.said.emit,
        )

    def _make(self, snapshot: Snapshot, target: Path, kit: bytes | None) -> None:
        content = list_of(snapshot, date.today())
        jobs.run(
            lambda _progress: made(content, kit, partial(self._desk.write_file, target)),
            owner=self,
            on_success=lambda _done: self.written.emit(target),
            on_failure=self.said.emit,
        )


def made(content: RequestList, kit: bytes | None, write: Callable[[bytes], None]) -> None:
    """Build the list and write it."""
    from report_templates.brand import BrandKit
    from report_templates.request_list import build

    brand = BrandKit.bundled() if kit is None else BrandKit.from_bytes(kit)
    write(build(content, brand))


def list_of(snapshot: Snapshot, today: date) -> RequestList:
    """The open requests as they are printed, by person; who has none of their own comes last."""
    from report_templates.request_list import RequestGroup, RequestList

    groups: dict[str, list[EvidenceRequest]] = {}
    for one in open_requests(snapshot):
        groups.setdefault(whom(snapshot, one), []).append(one)
    ordered = sorted(groups.items(), key=lambda each: (each[0] == DASH, each[0].casefold()))
    count = sum(len(each) for each in groups.values())
    return RequestList(
        title=tr("Still to receive"),
        about=trn(
            "{n} item for {client}, as of {day}.",
            "{n} items for {client}, as of {day}.",
            count,
            client=snapshot.client.name,
            day=f"{day_words(today)} {today.year}",
        ),
        heads=(tr("What"), tr("Due"), tr("For criteria")),
        groups=tuple(
            RequestGroup(
                person=tr("Nobody named") if person == DASH else person,
                rows=tuple(_row(one, today) for one in found),
            )
            for person, found in ordered
        ),
        foot=tr("{client}, evidence still to receive", client=snapshot.client.name),
        language=snapshot.engagement.language,
        made=today,
    )


def _row(one: EvidenceRequest, today: date) -> RequestRow:
    from report_templates.request_list import RequestRow as Row

    late = lateness(one, today) if one.due is not None and one.due < today else ""
    due = ", ".join(part for part in (day_words(one.due, today), late) if part)
    return Row(title=one.title, due=due, criteria=", ".join(one.criteria) or DASH)
