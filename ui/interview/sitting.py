"""The interview that is being held: its record while it changes, and its clock."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from engagements.problem import Problem
from engagements.records import Interview
from engagements.records.people import InterviewState
from ui.session import Session

if TYPE_CHECKING:
    from engagements.casework.case import Change

CLOCK_S = 15
"""The running clock is kept as a draft this often, so that a crash costs no more."""


def clock_key(interview: str) -> str:
    """The key of the clock's draft row."""
    return f"clock/{interview}"


class Sitting(QObject):
    """One open interview. Changes are shown at once and kept one after the other.

    A refused change goes back to what the file has, with its message.
    """

    changed = Signal()
    """Another value of the record, or another interview."""
    ticked = Signal()
    """The clock moved by a second."""
    refused = Signal(Problem)

    def __init__(
        self, session: Session, parent: QObject, now: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._session, self._now = session, now
        self._interview: Interview | None = None
        self._flying = 0
        self._base = 0.0
        """Elapsed seconds when the clock was last set going, or stopped."""
        self._since: float | None = None
        self._on_question = 0.0
        self._question_since: float | None = None
        self._kept_at = 0
        self._paused_since: float | None = None
        self._beat = QTimer(self, interval=1000)
        self._beat.timeout.connect(self._tick)

    @property
    def interview(self) -> Interview | None:
        """The interview as the user has made it; None while none is open."""
        return self._interview

    @property
    def elapsed(self) -> int:
        """Seconds spent, pauses left out."""
        running = 0.0 if self._since is None else self._now() - self._since
        return int(self._base + running)

    @property
    def on_question(self) -> int:
        """Seconds the clock ran at the question on screen."""
        if self._question_since is None:
            return int(self._on_question)
        return int(self._on_question + self._now() - self._question_since)

    @property
    def running(self) -> bool:
        """Whether the clock runs."""
        return self._since is not None

    @property
    def paused(self) -> int | None:
        """Seconds since the clock was paused here; None when it was not."""
        return None if self._paused_since is None else int(self._now() - self._paused_since)

    def sit(self, interview: Interview | None, recovered: int | None = None) -> None:
        """Take up an interview; one that ran when the program ended is paused.

        ``recovered`` is the clock found in a draft, in seconds. The one that ran until now is
        paused: its time is kept.
        """
        if self.running and self._interview is not None and self._session.case is not None:
            self._end(InterviewState.PAUSED)
        self._stop()
        self._flying = 0
        self._interview = interview
        if interview is not None:
            self._base = max(interview.elapsed, recovered or 0)
            if interview.state is InterviewState.RUNNING:
                self._interview = interview.model_copy(update={"state": InterviewState.PAUSED})
        self.turn()
        self.changed.emit()

    def recover(self, seconds: int) -> None:
        """Take over a clock found in a draft, unless the clock has gone on since."""
        if self._interview is not None and seconds > self._base and not self.running:
            self._base = seconds
            self.ticked.emit()

    def turn(self) -> None:
        """Another question is on screen."""
        self._on_question = 0.0
        self._question_since = self._now() if self.running else None

    def follow(self, change: Change) -> None:
        """Take over what the file has, once nothing of ours is on its way."""
        if self._interview is None or self._flying or self._interview.id not in change.touched:
            return
        found = change.snapshot.get(Interview, self._interview.id)
        if found is None:
            self.sit(None)
            return
        paused = found.state is InterviewState.RUNNING and not self.running
        state = InterviewState.PAUSED if paused else found.state
        if self.running and state is not InterviewState.RUNNING:
            self._stop()
            self._base = found.elapsed
        self._interview = found.model_copy(update={"state": state})
        self.changed.emit()

    def edit(self, **fields: Any) -> None:
        """Change fields of the interview: shown at once, kept on the writer's thread."""
        if self._interview is None or self._session.case is None:
            return
        fresh = self._interview.model_copy(update=fields)
        if fresh == self._interview:
            return
        from engagements.casework import interviewing

        self._interview = fresh
        self._flying += 1
        self.changed.emit()
        self._session.do(
            interviewing.save_interview,
            fresh,
            owner=self,
            on_done=lambda _change: self._landed(fresh.id),
            on_failed=lambda problem: self._failed(fresh.id, problem),
        )

    def note_asked(self, criterion: str) -> None:
        """A question was put; kept together with the next change of the interview."""
        if self._interview is not None and criterion not in self._interview.asked:
            asked = (*self._interview.asked, criterion)
            self._interview = self._interview.model_copy(update={"asked": asked})

    def start(self) -> None:
        """Set the clock going, if it does not run yet; the first time it keeps the start."""
        if self._interview is None or self.running:
            return
        self._since = self._now()
        self._question_since, self._paused_since = self._since, None
        self._kept_at = self.elapsed
        self._beat.start()
        fields: dict[str, Any] = {"state": InterviewState.RUNNING}
        if self._interview.state is InterviewState.PLANNED:
            fields |= {"starts": datetime.now().replace(microsecond=0)}
            fields["day"] = fields["starts"].date()
        self.edit(**fields)

    def pause(self) -> None:
        """Stop the clock and keep how long it ran; how long it rests is counted from now."""
        self._end(InterviewState.PAUSED)
        if self._interview is not None:
            self._paused_since = self._now()
            self._beat.start()
            self.ticked.emit()

    def pause_or_go_on(self) -> None:
        """Stop the clock, or set it going."""
        if self.running:
            self.pause()
        else:
            self.start()

    def finish(self) -> None:
        """The interview is over; it can be taken up again."""
        self._end(InterviewState.HELD)

    def keep_clock(self) -> None:
        """Keep the clock as a draft now."""
        if self._interview is None or not self.running or self._session.case is None:
            return
        from engagements.casework import interviewing

        self._kept_at = self.elapsed
        key = clock_key(self._interview.id)
        self._session.do(interviewing.keep_draft, key, str(self.elapsed), keep=key)

    def _end(self, state: InterviewState) -> None:
        if self._interview is None:
            return
        self._stop()
        self.edit(state=state, elapsed=int(self._base))
        if self._session.case is not None:
            from engagements.casework import interviewing

            self._session.do(interviewing.drop_draft, clock_key(self._interview.id))

    def _stop(self) -> None:
        self._base = float(self.elapsed)
        self._on_question = float(self.on_question)
        self._since = self._question_since = self._paused_since = None
        self._beat.stop()

    def _tick(self) -> None:
        if self.running and self.elapsed - self._kept_at >= CLOCK_S:
            self.keep_clock()
        self.ticked.emit()

    def _landed(self, interview: str) -> None:
        if self._interview is not None and self._interview.id == interview:
            self._flying -= 1

    def _failed(self, interview: str, problem: Problem) -> None:
        self._landed(interview)
        snapshot = self._session.snapshot
        if self._interview is not None and self._interview.id == interview and snapshot:
            self._stop()
            self._interview = snapshot.get(Interview, interview) or self._interview
            self.changed.emit()
        self.refused.emit(problem)
