"""The section on screen, redrawn at once after a change; the whole report follows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui import jobs
from ui.report import making

if TYPE_CHECKING:
    from engagements.problem import Problem
    from ui.report.making import Made, Order, Piece


class Redrawing(QObject):
    """Keeps one piece of the report that is newer than the rest; the newest wish wins."""

    ready = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.piece: Piece | None = None
        self._job: jobs.Job | None = None
        self._turn = 0
        """Counts the jobs: what an older one brings comes too late."""
        self._next: tuple[Order, Made, int] | None = None

    def ask(self, order: Order, made: Made, page: int) -> None:
        """Redraw the section that is on a page, from 0, of the report ``made``."""
        self._next = (order, made, page)
        if self._job is None:
            self._begin()

    def forget(self) -> None:
        """The whole is there, or another report is looked at."""
        self.piece = self._next = None
        self._turn += 1
        if self._job:
            self._job.cancel()
            self._job = None

    def over(self, made: Made, page: int) -> tuple[bytes, int]:
        """The PDF to draw a page of the report from, and the page in it."""
        piece = self.piece
        return (piece.pdf, page - piece.first) if piece and piece.has(page) else (made.pdf, page)

    def _begin(self) -> None:
        if self._next is None:
            return
        (order, made, page), self._next = self._next, None
        self._turn += 1
        self._job = jobs.run(
            lambda progress: making.piece(progress, order, made, page),
            on_success=partial(self._is_done, self._turn),
            on_failure=partial(self._is_lost, self._turn),
            owner=self,
        )

    def _is_done(self, turn: int, piece: Piece | None) -> None:
        if turn != self._turn:
            return
        self._job = None
        if self._next is None and (piece or self.piece):
            self.piece = piece
            self.ready.emit()
        self._begin()

    def _is_lost(self, turn: int, _problem: Problem) -> None:
        """The whole report, which follows, says what is wrong."""
        if turn == self._turn:
            self._job = None
            self._begin()
