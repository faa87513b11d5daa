"""The open engagement: runs use cases on the file's writer thread and tells who cares."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from engagements.problem import Problem
from ui.calls import Call, give_turn
from ui.jobs import Outcome, attempt

if TYPE_CHECKING:
    from concurrent.futures import Future
    from datetime import datetime
    from logging import Logger

    from engagements.casework.case import Case
    from engagements.file.writer import Writer
    from engagements.records.snapshot import Snapshot

SLOW_MS = 300
"""A write that takes longer is shown as "Saving"."""
RETRY_MS = 2_000
"""How long a write that failed waits before the next try."""


class SaveState(NamedTuple):
    """What the status bar says about saving."""

    kind: Literal["ready", "opening", "saved", "saving", "unsaved"]
    at: datetime | None = None
    """When the last commit was."""
    problem: Problem | None = None
    """Why the last write failed, while it has not succeeded yet."""


class LongWork(NamedTuple):
    """What takes long and can be cancelled, in words, and how much of it is done (0 to 1)."""

    words: str
    share: float | None = None
    stopping: bool = False


class Session(QObject):
    """One engagement at a time. ``snapshot`` is replaced before ``changed`` is emitted."""

    changed = Signal(object)
    """A Change, after its commit."""
    case_changed = Signal()
    """Another engagement is open, or none."""
    save_state_changed = Signal()
    long_work_changed = Signal()
    """``long_work`` is another, or is further."""
    _arrived = Signal(object, object)
    _stepped = Signal(object, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.case: Case | None = None
        self.snapshot: Snapshot | None = None
        self.path: Path | None = None
        self.state = SaveState("ready")
        self._writer: Writer | None = None
        self._coming: Writer | None = None
        """Of the engagement that is being opened."""
        self._when_closed: list[Callable[[], None]] | None = None
        """Who waits for the file to be closed; None while it is not being closed."""
        self._pending = self._writing = 0
        self._failed: dict[str, Call] = {}
        self._turns: dict[str, int] = {}
        self._long: list[Call] = []
        """Long calls that can be cancelled, the running one first."""
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(self._show_saving)
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self.retry)
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._stepped.connect(self._tell_step, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """True while a use case is on its way."""
        return self._pending > 0

    @property
    def opening(self) -> bool:
        """True while an engagement is being opened: another one waits until then."""
        return self._coming is not None

    @property
    def unsaved(self) -> bool:
        """True while a write that must not be lost (``keep``) has not succeeded."""
        return bool(self._failed)

    @property
    def long_work(self) -> LongWork | None:
        """The long call under way; None while there is none that can be cancelled."""
        if not self._long:
            return None
        first = self._long[0]
        return LongWork(first.words, first.share, first.stop.is_set())

    def cancel_long_work(self) -> None:
        """Ask the long call to stop at its next step; ``on_failed`` gets Cancelled when it did."""
        if self._long:
            self._long[0].stop.set()
            self.long_work_changed.emit()

    def unsaved_texts(self) -> tuple[str, ...]:
        """The texts of the writes that have not succeeded: the last argument of each call."""
        return tuple(call.text for call in self._failed.values())

    def do(
        self,
        use_case: Callable[..., Any],
        *args: Any,
        on_done: Callable[[Any], None] | None = None,
        on_failed: Callable[[Problem], None] | None = None,
        owner: QObject | None = None,
        keep: str | None = None,
        reads: bool = False,
        on_progress: Callable[[int, int], None] | None = None,
        words: str = "",
        **kwargs: Any,
    ) -> None:
        """Run ``use_case(case, *args, **kwargs)`` on the writer thread, in the order asked.

        On the GUI thread, later: ``changed`` when it returned a Change, then ``on_done(result)``;
        or ``on_failed(problem)``. With ``owner`` neither is called once that object is gone. With
        ``keep`` (a draft's key; its text is the last argument) a failed write stays in memory and
        is tried again until it, or a newer one with the same key, succeeds.
        ``reads`` says that nothing is written.
        ``on_progress(done, total)`` makes it a long call: the use case gets ``progress=`` and
        shorter ones run between its steps. So do ``words``, by which it is shown with a way to
        cancel it: the use case gets ``cancelled=`` as well.
        """
        if self.case is None:
            raise RuntimeError("no engagement is open")
        call = Call(on_done, on_failed, owner, keep, not reads, on_progress, words=words)
        if keep:
            call.turn = self._turns[keep] = self._turns.get(keep, 0) + 1
        if call.long:
            kwargs["progress"] = partial(self._step, call)
        if words:
            kwargs["cancelled"] = call.stop.is_set
            self._long.append(call)
            self.long_work_changed.emit()
        call.work = partial(use_case, self.case, *args, **kwargs)
        call.text = str(args[-1]) if keep and args else ""
        self._send(call)

    def open(
        self,
        start: Callable[[], Case],
        path: Path,
        *,
        on_done: Callable[[], None] | None = None,
        on_failed: Callable[[Problem], None] | None = None,
    ) -> None:
        """Open what ``start()`` returns (Case.open or Case.create, called on its writer thread).

        The engagement open until then stays open where that fails; else it is closed, all its
        writes done, before the other takes its place. While one is being opened nothing happens.
        """
        if self._coming is not None:
            return
        from engagements.file.writer import Writer

        self._coming = Writer()
        if self.case is None:
            self._set(SaveState("opening"))
        opened = partial(self._opened, path, on_done)
        failed = partial(self._not_opened, on_failed)
        self._send(Call(opened, failed, writes=False, work=start), self._coming)

    def close(self, on_done: Callable[[], None] | None = None) -> None:
        """Close the engagement after everything asked for is done; then ``on_done()``."""
        if self.case is None:
            if on_done:
                on_done()
            return
        if self._when_closed is not None:
            self._when_closed.extend([on_done] if on_done else [])
            return
        self._when_closed = [on_done] if on_done else []
        # A long call, so that it comes after every other one, attaching included.
        close = self.case.close
        last = Call(self._closed, self._closed, writes=False, on_progress=_nothing, work=close)
        self._send(last)

    def forget(self, key: str) -> None:
        """Try no more to write a draft: its text was kept another way, or is not wanted."""
        self._turns[key] = self._turns.get(key, 0) + 1
        if self._failed.pop(key, None) is not None and not self._failed:
            self._retry.stop()
            self._set(SaveState("saved" if self.state.at else "ready", self.state.at))

    def retry(self) -> None:
        """Try failed writes again now."""
        self._retry.stop()
        for call in tuple(self._failed.values()):
            if self._is_due(call):
                self._send(call)

    def _send(self, call: Call, to: Writer | None = None) -> None:
        writer = to or self._writer
        assert writer is not None
        self._pending += 1
        self._writing += call.writes
        if call.writes and not self._slow.isActive():
            self._slow.start()
        submit = writer.submit_long if call.long else writer.submit
        future = submit(partial(attempt, call.work))
        future.add_done_callback(partial(self._relay, call))
        if call.writes and not call.long:
            QTimer.singleShot(0, partial(give_turn, future))

    def _step(self, call: Call, done: int, total: int | None) -> None:
        """On the writer thread, between two steps: tell how far, let shorter calls run."""
        if shiboken6.isValid(self):
            self._stepped.emit(call, done, total or 0)
        if self._writer is not None:
            self._writer.give_way()

    def _relay(self, call: Call, future: Future[Outcome]) -> None:
        """On the writer thread: hand the outcome over to the GUI thread."""
        if shiboken6.isValid(self):
            self._arrived.emit(call, future.result())

    def _tell_step(self, call: Call, done: int, total: int) -> None:
        if call in self._long:
            call.share = done / total if total else None
            self.long_work_changed.emit()
        if call.on_progress and call.wanted:
            call.on_progress(done, total)

    def _deliver(self, call: Call, outcome: Outcome) -> None:
        self._pending -= 1
        self._writing -= call.writes
        if not self._writing:
            self._slow.stop()
        if call in self._long:
            self._long.remove(call)
            self.long_work_changed.emit()
        if outcome.problem:
            self._refused(call, outcome.problem)
        elif not outcome.cancelled:
            self._succeeded(call, outcome.value)

    def _succeeded(self, call: Call, value: Any) -> None:
        if call.keep:
            self._failed.pop(call.keep, None)
        snapshot = getattr(value, "snapshot", None)
        is_change = snapshot is not None and hasattr(value, "saved_at")
        if is_change:
            self.snapshot = snapshot
        if call.writes:
            self._wrote(call, value)
        if is_change:
            self.changed.emit(value)
        if call.on_done and call.wanted:
            call.on_done(value)

    def _wrote(self, call: Call, value: Any) -> None:
        """Say what is saved; a use case that found nothing to write saved nothing."""
        at = getattr(value, "saved_at", _now())
        if at is None:
            self._rest()
            return
        self._saved(at)
        if self.state.kind == "saved":
            _log_saved(value, call.keep)

    def _rest(self) -> None:
        """Nothing is being saved any more, and nothing was."""
        if self.state.kind == "saving" and not self._writing:
            self._set(SaveState("saved" if self.state.at else "ready", self.state.at))

    def _refused(self, call: Call, problem: Problem) -> None:
        _log().warning("a use case was refused")
        if call.keep and self._writer is not None and self._is_due(call):
            self._failed[call.keep] = call
            self._retry.start()
            self._set(SaveState("unsaved", self.state.at, problem))
        else:
            self._rest()
        if call.on_failed and call.wanted:
            call.on_failed(problem)

    def _is_due(self, call: Call) -> bool:
        """Whether what a call keeps is still wanted, and nothing newer was asked to be kept."""
        return call.turn == self._turns.get(call.keep or "", call.turn)

    def _saved(self, at: datetime) -> None:
        if self._failed:
            self._set(SaveState("unsaved", at, self.state.problem))
        elif not self._slow_and_busy():
            self._set(SaveState("saved", at))

    def _slow_and_busy(self) -> bool:
        return self._writing > 0 and self.state.kind == "saving"

    def _show_saving(self) -> None:
        if self._writing and self.state.kind != "unsaved":
            self._set(SaveState("saving", self.state.at))

    def _set(self, state: SaveState) -> None:
        self.state = state
        self.save_state_changed.emit()

    def _opened(self, path: Path, on_done: Callable[[], None] | None, case: Case) -> None:
        if self.case is not None:
            self.close(on_done=lambda: self._opened(path, on_done, case))
            return
        self._writer, self._coming = self._coming, None
        self.case, self.snapshot, self.path = case, case.snapshot, path
        self._set(SaveState("ready"))
        self.case_changed.emit()
        if on_done:
            on_done()

    def _not_opened(self, on_failed: Callable[[Problem], None] | None, problem: Problem) -> None:
        if self._coming is not None:
            self._coming.close()
            self._coming = None
        if self.case is None:
            self._set(SaveState("ready"))
        if on_failed:
            on_failed(problem)

    def _closed(self, _result: object) -> None:
        self._end_writer()
        waiting, self._when_closed = self._when_closed or [], None
        self.case = self.snapshot = self.path = None
        self._failed.clear()
        self._set(SaveState("ready"))
        self.case_changed.emit()
        for on_done in waiting:
            on_done()

    def _end_writer(self) -> None:
        if self._writer is not None:
            self._writer.close()
            self._writer = None


def _now() -> datetime:
    from datetime import datetime

    return datetime.now()


def _log() -> Logger:
    """This module's log; logging is loaded after the first paint."""
    from logging import getLogger

    return getLogger(__name__)


def _nothing(_done: int, _total: int) -> None:
    """Told of no progress."""


def _log_saved(value: Any, draft: str | None) -> None:
    """Keep what the status bar just called saved: when, by which action, ids of what it touched."""
    at = getattr(value, "saved_at", None)
    if at and hasattr(value, "touched"):
        _log().info("saved %s %s %s", at.isoformat(), value.action, " ".join(sorted(value.touched)))
    elif at and draft:
        _log().info("saved %s draft %s", at.isoformat(), draft)
