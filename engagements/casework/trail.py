"""What this opening has done, in order, and what was taken back: the ground of undo and redo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

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
        """True while every entity it touched still is as it left it."""
        return all(heads_of(snapshot, key) == left for key, left in self.after.items())

    def back(self, group: str) -> Step:
        """The step that leads the other way, under its own group."""
        return Step(group, self.action, before=self.after, after=self.before)


@dataclass
class Trail:
    """The steps of one opening, oldest first; ``undone`` ends with the next ordinary change."""

    done: list[Step] = field(default_factory=list[Step])
    undone: list[Step] = field(default_factory=list[Step])

    def follow(self, action: Action, group: str, before: Values, after: Values) -> None:
        """Take note of a commit. Undo and redo move steps themselves."""
        if action in TURNS or not after:
            return
        self.undone.clear()
        self.done.append(Step(group, action, before, after))

    def last(self, snapshot: Snapshot) -> tuple[Step | None, tuple[Step, ...]]:
        """The newest step that can be undone, and the newer ones passed over on the way."""
        passed: list[Step] = []
        for step in reversed(self.done):
            if step.action not in FINAL and step.stands(snapshot):
                return step, tuple(passed)
            passed.append(step)
        return None, tuple(passed)


def heads_of(snapshot: Snapshot, key: Key) -> tuple[Record, ...]:
    """The heads of one entity; none when it is not there."""
    kind, entity = key
    return snapshot.heads.get(kind, {}).get(entity, ())
