"""An engagement in memory: every current record, frozen, replaced as a whole by each change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple, TypeVar, cast

from engagements.framework.model import Framework
from engagements.records.base import Record
from engagements.records.client import CLIENT_ID, ENGAGEMENT_ID, Client, Engagement, ScopeUnit

R = TypeVar("R", bound=Record)
Heads = Mapping[str, tuple[Record, ...]]
"""Current records of one kind by entity id, in the order the entities were first kept.

More than one value is a conflict of two heads; none is an entity that was removed.
"""


class Stamp(NamedTuple):
    """Who made a record's newest revision, and when (local time, for display only)."""

    author: str
    at: datetime
    revision: str
    number: int = 0
    """Place of that revision among all of the file, from 1."""


@dataclass(frozen=True)
class Snapshot:
    """Everything of one engagement at one moment. Reading it never touches the file."""

    framework: Framework
    heads: Mapping[str, Heads] = field(default_factory=lambda: MappingProxyType({}))
    """By kind, then by entity id."""
    stamps: Mapping[str, Stamp] = field(default_factory=lambda: MappingProxyType({}))
    """By entity id."""
    revisions: int = 0
    engagement_id: str = ""
    """The file's own, which its copies share; "" where there is no file."""
    packed: bytes = field(default=b"", repr=False, compare=False)
    """The framework's files as they are kept, in all their languages; empty where none are."""
    beside: dict[str, object] = field(default_factory=dict[str, object], repr=False, compare=False)
    """What readers worked out and keep as long as any later snapshot of the engagement lives."""
    _listed: dict[type[Record], tuple[Record, ...]] = field(
        default_factory=dict[type[Record], tuple[Record, ...]],
        init=False,
        repr=False,
        compare=False,
    )
    """What ``of`` has answered: a page asks for the same notes many times."""

    def of(self, record: type[R]) -> tuple[R, ...]:
        """All current records of one type, in the order they were first kept.

        Both values of an unresolved conflict are in it.
        """
        if record not in self._listed:
            found = self.heads.get(record.kind, {})
            self._listed[record] = tuple(
                one for heads in found.values() for one in heads if isinstance(one, record)
            )
        return cast("tuple[R, ...]", self._listed[record])

    def get(self, record: type[R], entity: str) -> R | None:
        """One record by id, None when absent or deleted; of a conflict the first value."""
        heads = self.heads.get(record.kind, {}).get(entity, ())
        return next((one for one in heads if isinstance(one, record)), None)

    @property
    def client(self) -> Client:
        """The client; a blank one before it is kept."""
        return self.get(Client, CLIENT_ID) or Client(name="")

    @property
    def engagement(self) -> Engagement:
        """The engagement; a blank one before it is kept."""
        return self.get(Engagement, ENGAGEMENT_ID) or Engagement()

    @property
    def scope_units(self) -> tuple[ScopeUnit, ...]:
        """Scope units in their order; at least one."""
        return tuple(sorted(self.of(ScopeUnit), key=lambda u: (u.position, u.id))) or (ScopeUnit(),)

    def having(
        self,
        changed: Mapping[tuple[str, str], tuple[Record, ...]],
        stamps: Mapping[str, Stamp],
        revisions: int,
    ) -> Snapshot:
        """A snapshot in which the heads of ``changed`` (kind, entity) replace the earlier ones.

        An empty tuple removes the entity; its place is kept, so that it comes back there.
        """
        heads = dict(self.heads)
        kinds = {kind for kind, _ in changed}
        for kind in kinds:
            one = dict(heads.get(kind, {}))
            for (of_kind, entity), values in changed.items():
                if of_kind == kind:
                    one[entity] = values
            heads[kind] = MappingProxyType(one)
        later = replace(
            self,
            heads=MappingProxyType(heads),
            stamps=MappingProxyType({**self.stamps, **stamps}),
            revisions=revisions,
        )
        # Thousands of notes are not looked through again because one answer is another.
        listed = {key: found for key, found in self._listed.items() if key.kind not in kinds}
        later._listed.update(listed)  # noqa: SLF001
        return later
