"""Answers between key press and file: shown at once, taken back when they are refused."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engagements.framework.model import AnswerValue
from engagements.problem import Problem
from engagements.records import Answer, Interview
from ui.interview.agenda import Key, answers_here
from ui.parts.drafting import DraftKeeper
from ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engagements.records.snapshot import Snapshot


@dataclass(frozen=True)
class Stand:
    """One answer as it is shown. ``pending``: not applicable, its reason still missing."""

    value: AnswerValue | None
    reason: str = ""
    pending: bool = False


def reason_key(interview: str, criterion: str, voice: str) -> str:
    """The key of a reason's draft row."""
    return f"reason/{interview}/{criterion}/{voice}"


class Answering(QObject):
    """The answers of one interview, with those on their way to the file."""

    changed = Signal(str)
    """The criterion whose answer is another now."""
    replaced = Signal(str, object)
    """A criterion and the value an answer there had before (never None)."""
    refused = Signal(Problem)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._keeper = DraftKeeper(session, self)
        self._interview: Interview | None = None
        self._flying: dict[Key, tuple[int, AnswerValue | None, str]] = {}
        self._waiting: dict[Key, str] = {}
        self._turn = 0
        self._found: tuple[Snapshot, str, dict[Key, Answer]] | None = None

    def sit(self, interview: Interview | None) -> None:
        """Another interview, or a new value of the same one."""
        same = interview and self._interview and interview.id == self._interview.id
        self._interview = interview
        if not same:
            self._flying.clear()
            self._waiting.clear()
            self._found = None

    @property
    def waiting(self) -> frozenset[Key]:
        """Criterion and voice of every n/a that has no reason yet."""
        return frozenset(self._waiting)

    def unkept(self) -> tuple[Mapping[Key, object], frozenset[Key]]:
        """What is shown but not in the file yet: on its way, and waiting for a reason."""
        return dict(self._flying), self.waiting

    def values(self) -> dict[Key, AnswerValue]:
        """All answers of this interview as they are shown."""
        known = {key: answer.value for key, answer in self._kept().items()}
        for key, (_, value, _reason) in self._flying.items():
            if value is None:
                known.pop(key, None)
            else:
                known[key] = value
        return known | dict.fromkeys(self._waiting, AnswerValue.NA)

    def stand(self, criterion: str, voice: str) -> Stand:
        """One answer as it is shown."""
        key = (criterion, voice)
        if key in self._waiting:
            return Stand(AnswerValue.NA, self._waiting[key], pending=True)
        if key in self._flying:
            _, value, reason = self._flying[key]
            return Stand(value, reason)
        answer = self._kept().get(key)
        return Stand(answer.value, answer.reason) if answer else Stand(None)

    def answer(self, criterion: str, voice: str, value: AnswerValue) -> None:
        """Set an answer; the one it has already changes nothing. n/a waits for its reason."""
        if self._interview is None or self.stand(criterion, voice).value is value:
            return
        if value is AnswerValue.NA:
            self._waiting[criterion, voice] = ""
            self.type_reason(criterion, voice, "")
            self.changed.emit(criterion)
            return
        self._put(criterion, voice, value, "")

    def type_reason(self, criterion: str, voice: str, reason: str) -> None:
        """The reason of an n/a while it is typed: a draft."""
        if self._interview is None or (criterion, voice) not in self._waiting:
            return
        self._waiting[criterion, voice] = reason
        key = reason_key(self._interview.id, criterion, voice)
        self._keeper.typed(key, lambda: reason)

    def give_reason(self, criterion: str, voice: str, reason: str) -> None:
        """The reason is complete: the answer counts from now on. A blank one leaves it waiting."""
        if self._interview is None:
            return
        words = " ".join(reason.split())
        stand = self.stand(criterion, voice)
        if not words or (not stand.pending and stand.reason == words):
            return
        self._put(criterion, voice, AnswerValue.NA, words)

    def clear(self, criterion: str, voice: str) -> None:
        """Take an answer back, as if it had not been asked."""
        if self._interview is None:
            return
        was_waiting = (criterion, voice) in self._waiting
        self._drop_reason(criterion, voice)
        if was_waiting:
            self.changed.emit(criterion)
        elif self.stand(criterion, voice).value is not None:
            self._put(criterion, voice, None, "")

    def recover(self, drafts: Mapping[str, str]) -> None:
        """Take over reasons that were being typed when the program ended."""
        if self._interview is None:
            return
        start = f"reason/{self._interview.id}/"
        for key, reason in drafts.items():
            criterion, _, voice = key.removeprefix(start).partition("/")
            known = self._session.snapshot
            if key.startswith(start) and known and criterion in known.framework.criterion:
                self._waiting[criterion, voice] = reason
                self.changed.emit(criterion)

    def flush(self) -> None:
        """Write drafts now."""
        self._keeper.flush()

    def _put(self, criterion: str, voice: str, value: AnswerValue | None, reason: str) -> None:
        interview = self._interview
        if interview is None or self._session.case is None:
            return
        from engagements.casework import interviewing

        before = self.stand(criterion, voice)
        self._drop_reason(criterion, voice)
        self._turn += 1
        turn, key = self._turn, (criterion, voice)
        self._flying[key] = (turn, value, reason)
        done, failed = partial(self._landed, key, turn), partial(self._failed, key, turn)
        ends = {"owner": self, "on_done": done, "on_failed": failed}
        answer = Answer.of(
            criterion,
            interview.id,
            value or AnswerValue.NO,
            voice=voice,
            scope_unit=interview.scope_unit,
            reason=reason,
        )
        if value is None:
            self._session.do(interviewing.clear_answer, answer.id, **ends)
        else:
            self._session.do(interviewing.record_answer, answer, **ends)
        if before.value not in (None, value) and not before.pending:
            self.replaced.emit(criterion, before.value)
        self.changed.emit(criterion)

    def _drop_reason(self, criterion: str, voice: str) -> None:
        if self._interview is None or (criterion, voice) not in self._waiting:
            return
        del self._waiting[criterion, voice]
        key = reason_key(self._interview.id, criterion, voice)
        self._keeper.forget(key)
        if self._session.case is not None:
            from engagements.casework import interviewing

            self._session.do(interviewing.drop_draft, key)

    def _landed(self, key: Key, turn: int, _change: object = None) -> None:
        if key in self._flying and self._flying[key][0] == turn:
            del self._flying[key]

    def _failed(self, key: Key, turn: int, problem: Problem) -> None:
        """Show what the file has, and say why; a reason that was typed waits again."""
        _, value, reason = self._flying.get(key, (0, None, ""))
        self._landed(key, turn)
        if value is AnswerValue.NA and key not in self._flying:
            self._waiting[key] = ""
            self.type_reason(*key, reason)
        self.changed.emit(key[0])
        self.refused.emit(problem)

    def _kept(self) -> dict[Key, Answer]:
        """The file's answers of this interview; looked for once per snapshot."""
        snapshot, interview = self._session.snapshot, self._interview
        if snapshot is None or interview is None:
            return {}
        if self._found is None or self._found[0] is not snapshot or self._found[1] != interview.id:
            self._found = (snapshot, interview.id, answers_here(snapshot, interview))
        return self._found[2]
