"""What this opening has done, in order, and what was taken back: the ground of undo and redo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engagements.file.actions import Action
from engagements.records.base import Record
from engagements.records.snapshot import Snapshot

Key = tuple[str, str]
"""Kind and entity id."""

Values = Mapping[Key, tuple[Record, ...]]
"""Heads by entity; none at all where the entity is not there."""

FINAL = frozenset((Action.ENGAGEMENT_CREATED, Action.VERSION_ISSUED, Action.ERASED, Action.MERGED))
"""What is never undone step by step."""

TURNS = frozenset((Action.UNDONE, Action.REDONE))


@dataclass(frozen=True)
class Step:
    """One user action of this opening: what it found and what it left."""

    group: str
    action: Action
    before: Values
    after: Values

    def stands(self, snapshot: Snapshot) -> bool:
        """True while every entity it touched still is as it left it; heads have no order."""
        return all(
            frozenset(heads_of(snapshot, key)) == frozenset(left)
            for key, left in self.after.items()
        )

    def back(self, group: str) -> Step:
        """The step that leads the other way, under its own group."""
        return Step(group, self.action, before=self.after, after=self.before)


@dataclass(frozen=True)
class Trail:
    """The steps of one opening, oldest first; ``undone`` ends with the next ordinary change.

    It is frozen, so that any thread may read it while the writer's replaces it.
    """

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()

    def followed(self, action: Action, group: str, before: Values, after: Values) -> Trail:
        """The trail after a commit. Undo and redo move their steps themselves."""
        if action in TURNS or not after:
            return self
        return Trail((*self.done, Step(group, action, before, after)))

    def taken_back(self, step: Step, group: str) -> Trail:
        """The trail after ``step`` was undone by ``group``."""
        left = tuple(one for one in self.done if one is not step)
        return Trail(left, (*self.undone, step.back(group)))

    def brought_back(self, group: str) -> Trail:
        """The trail after the step undone last was redone by ``group``."""
        return Trail((*self.done, self.undone[-1].back(group)), self.undone[:-1])

    def last(self, snapshot: Snapshot) -> tuple[Step | None, tuple[Step, ...]]:
        """The newest step that can be undone, and those passed over as they were changed again.

        None beyond a version that went out: what it was made from is not taken back unseen.
        """
        passed: list[Step] = []
        for step in reversed(self.done):
            if step.action is Action.VERSION_ISSUED:
                break
            if step.action in FINAL:
                continue
            if step.stands(snapshot):
                return step, tuple(passed)
            passed.append(step)
        return None, tuple(passed)

    def first_undone(self, snapshot: Snapshot) -> Step | None:
        """The step undone last, while nothing has changed since."""
        if self.undone and self.undone[-1].stands(snapshot):
            return self.undone[-1]
        return None


def heads_of(snapshot: Snapshot, key: Key) -> tuple[Record, ...]:
    """The heads of one entity; none when it is not there."""
    kind, entity = key
    return snapshot.heads.get(kind, {}).get(entity, ())
