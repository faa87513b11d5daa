"""Work off the GUI thread: plain functions in, results and Problems back by queued signals."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING, Any, NamedTuple

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from engagements.problem import Problem

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor


class Cancelled(Exception):
    """The work was asked to stop and did."""


class Outcome(NamedTuple):
    """What became of one piece of work: a value, a Problem, or neither when cancelled."""

    value: Any = None
    problem: Problem | None = None
    cancelled: bool = False


class Step(NamedTuple):
    """How far a job is: ``done`` of ``total`` (0 when unknown), and what it is doing."""

    done: int
    total: int
    words: str = ""


def attempt(work: Callable[[], Any]) -> Outcome:
    """Run ``work``; an expected error stays as it is, any other is logged and put in words."""
    try:
        return Outcome(work())
    except Problem as problem:
        return Outcome(problem=problem)
    except Cancelled:
        return Outcome(cancelled=True)
    except Exception as error:  # noqa: BLE001 - the job runner is where faults end
        from ui.faults import calm_words, report

        report(error)
        return Outcome(problem=calm_words())


class Progress:
    """What a job's function gets: says how far it is, asks whether to stop. Knows no Qt."""

    def __init__(self, tell: Callable[[Step], None]) -> None:
        self._tell = tell
        self._stop = Event()

    def say(self, done: int, total: int, words: str = "") -> None:
        """Report a step; raises Cancelled when the job was asked to stop."""
        self.check()
        self._tell(Step(done, total, words))

    @property
    def cancelled(self) -> bool:
        """True once the job was asked to stop."""
        return self._stop.is_set()

    def check(self) -> None:
        """Raise Cancelled when the job was asked to stop."""
        if self._stop.is_set():
            raise Cancelled

    def stop(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()


class Job(QObject):
    """One running piece of work; lives until its result was delivered."""

    _stepped = Signal(object)
    _ended = Signal(object)

    def __init__(
        self,
        owner: QObject | None,
        on_success: Callable[[Any], None] | None,
        on_failure: Callable[[Problem], None] | None,
        on_progress: Callable[[Step], None] | None,
        on_cancel: Callable[[], None] | None,
    ) -> None:
        super().__init__()
        self._owner = owner
        self._owned = owner is not None
        self._on_success, self._on_failure = on_success, on_failure
        self._on_progress, self._on_cancel = on_progress, on_cancel
        self.progress = Progress(self._stepped.emit)
        self._stepped.connect(self._step, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop; ``on_cancel`` follows when it did."""
        self.progress.stop()

    def work(self, function: Callable[[Progress], Any]) -> None:
        """Run on the pool's thread."""
        self._ended.emit(attempt(lambda: function(self.progress)))

    def _wanted(self) -> bool:
        return not self._owned or shiboken6.isValid(self._owner)

    def _step(self, step: Step) -> None:
        if self._on_progress and self._wanted() and not self.progress.cancelled:
            self._on_progress(step)

    def _end(self, outcome: Outcome) -> None:
        _jobs.discard(self)
        if not self._wanted():
            return
        if outcome.cancelled:
            if self._on_cancel:
                self._on_cancel()
        elif outcome.problem:
            if self._on_failure:
                self._on_failure(outcome.problem)
        elif self._on_success:
            self._on_success(outcome.value)


_jobs: set[Job] = set()
_pools: list[ThreadPoolExecutor] = []
_futures: set[Any] = set()


def run(
    work: Callable[[Progress], Any],
    *,
    on_success: Callable[[Any], None] | None = None,
    on_failure: Callable[[Problem], None] | None = None,
    on_progress: Callable[[Step], None] | None = None,
    on_cancel: Callable[[], None] | None = None,
    owner: QObject | None = None,
) -> Job:
    """Run ``work(progress)`` on a thread of the pool; the callbacks come on the GUI thread.

    Nothing is called any more once ``owner`` is gone. An error nobody foresaw reaches
    ``on_failure`` as a Problem and the log as it is.
    """
    from concurrent.futures import ThreadPoolExecutor

    if not _pools:
        _pools.append(ThreadPoolExecutor(max_workers=2, thread_name_prefix="job"))
    job = Job(owner, on_success, on_failure, on_progress, on_cancel)
    _jobs.add(job)
    future = _pools[0].submit(job.work, work)
    _futures.add(future)
    future.add_done_callback(_futures.discard)
    return job


def pending() -> int:
    """How many jobs have not delivered their result yet."""
    return len(_jobs)


def drain() -> None:
    """Ask all jobs to stop and wait until they have; at the end of the program."""
    from concurrent.futures import wait

    for job in tuple(_jobs):
        job.cancel()
    wait(tuple(_futures))
    while _pools:
        _pools.pop().shutdown(wait=True)
    _jobs.clear()
