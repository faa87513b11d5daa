"""An open engagement: its snapshot, and the one way a use case writes to it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO, Self

from engagements import reading
from engagements.casework.trail import Trail, heads_of
from engagements.file.actions import Action
from engagements.file.change import Change as FileChange
from engagements.file.engagement_file import EngagementFile, Progress
from engagements.framework import load
from engagements.framework.model import Level
from engagements.language import tr
from engagements.problem import Problem
from engagements.records import Client, Engagement, Evidence, ScopeUnit
from engagements.records.base import Record
from engagements.records.client import Blob
from engagements.records.snapshot import Snapshot

FRAMEWORK_NAME = "framework.json"
FRAMEWORK_TYPE = "application/json"
BRAND_TYPE = "application/zip"
MAX_CLIENT = 200


@dataclass(frozen=True)
class Change:
    """What one use case left behind: told to everybody who shows it."""

    action: Action
    records: tuple[Record, ...]
    """Records that are new or have a new value."""
    removed: tuple[tuple[str, str], ...]
    """Kind and id of the entities taken out."""
    snapshot: Snapshot
    """Everything, after the change."""
    saved_at: datetime
    """When it was committed, local time."""
    group: str
    """The user-action group its revisions belong to."""
    passed_over: tuple[Action, ...] = ()
    """Of an undo: newer actions it did not take back, the newest first."""

    @property
    def touched(self) -> frozenset[str]:
        """Ids of every entity that is new, changed or taken out."""
        return frozenset(
            (*(record.id for record in self.records), *(entity for _, entity in self.removed))
        )

    def passing_over(self, actions: tuple[Action, ...]) -> Change:
        """The same change, naming what it did not take back."""
        return replace(self, passed_over=actions)


class Edit:
    """The revisions of one use case while they are written; ``done`` once they are committed."""

    def __init__(self, case: Case, change: FileChange) -> None:
        """Write through ``change``, which is open."""
        self._case = case
        self._change = change
        self._done: Change | None = None

    def revise(self, record: Record) -> bool:
        """Keep a record's value; False when it already has exactly this one."""
        return self._change.revise(record)

    def delete(self, record: type[Record], entity: str) -> bool:
        """Take an entity out; False when it is not there."""
        return self.remove(record.kind, entity)

    def remove(self, kind: str, entity: str) -> bool:
        """Take an entity out by its kind's name; False when it is not there."""
        return self._change.delete(kind, entity)

    def revise_all(self, heads: tuple[Record, ...]) -> None:
        """Keep several values of one entity side by side, as a conflict of heads."""
        first = heads[0]
        stamp = self._case.snapshot.stamps[first.id].revision
        for record in heads:
            self._change.revise(record, parents=(stamp,))

    def drop_draft(self, key: str) -> None:
        """Forget unfinished text."""
        self._case.file.drop_draft(key)

    def drop_drafts(self, keys: Iterable[str]) -> None:
        """Forget several unfinished texts."""
        for key in keys:
            self.drop_draft(key)

    def committed(self) -> None:
        """Take over what was committed into the case's snapshot."""
        change = self._change
        snapshot = self._case.take(change)
        self._done = Change(
            action=change.action,
            records=tuple(record for heads in change.heads.values() for record in heads),
            removed=tuple(key for key, heads in change.heads.items() if not heads),
            snapshot=snapshot,
            saved_at=change.saved or datetime.now(),
            group=change.group,
        )

    def done(self) -> Change:
        """The committed change; a RuntimeError before the commit is a bug of the caller."""
        if self._done is None:
            raise RuntimeError("not committed yet")
        return self._done


class Case:
    """One open engagement. Use cases are functions that take it first and return a Change.

    All methods belong on one thread at a time, the writer's; ``snapshot`` may be read from any:
    it is frozen, and replaced as a whole after each commit.
    """

    def __init__(self, file: EngagementFile) -> None:
        """Take over an open file; ``create`` and ``open`` are the ways to get one."""
        self.file = file
        self._snapshot = reading.snapshot_of(file)
        self.trail = Trail()
        """What this opening did, for undo and redo."""
        self._highest = _highest_reference(self._snapshot)

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        client: str,
        author: str,
        scope: str = "",
        target: Level | None = None,
        passphrase: str | None = None,
        framework: Path = load.MLOPS,
        brand: bytes | None = None,
        brand_name: str = "brand.zip",
        language: str = "en",
        starts: date | None = None,
        ends: date | None = None,
        dated: bool = True,
        also: tuple[Record, ...] = (),
    ) -> Self:
        """A new engagement in a file of its own, with its framework and brand kit copied in.

        It starts today unless ``starts`` says otherwise or ``dated`` is False. ``also`` is kept in
        the same commit, a client or scope units in it in place of those an engagement begins with.
        Problem when the file exists already or cannot be made; then no file is left behind.
        """
        name = client_name(client)
        packed = load.pack(framework)
        load.unpack(packed, language)
        file = EngagementFile.create(path, passphrase=passphrase, author=author)
        try:
            kept = _keep(file, packed, FRAMEWORK_NAME, FRAMEWORK_TYPE)
            kit = None if brand is None else _keep(file, brand, brand_name, BRAND_TYPE)
            engagement = Engagement(
                scope=scope,
                target=target,
                framework=kept,
                brand=kit,
                language=language,
                starts=starts or (date.today() if dated else None),
                ends=ends,
            )
            with file.atomic(Action.ENGAGEMENT_CREATED) as change:
                for record in _beginning(Client(name=name), engagement, also):
                    change.revise(record)
            return cls(file)
        except BaseException:
            file.close()
            path.unlink(missing_ok=True)
            raise

    @classmethod
    def open(
        cls, path: Path, *, author: str, passphrase: str | None = None, read_only: bool = False
    ) -> Self:
        """Open an engagement; Problem that says why when it cannot be opened."""
        file = EngagementFile.open(path, passphrase=passphrase, author=author, read_only=read_only)
        try:
            return cls(file)
        except BaseException:
            file.close()
            raise

    @property
    def snapshot(self) -> Snapshot:
        """Everything as of the last commit."""
        return self._snapshot

    @property
    def path(self) -> Path:
        """The engagement file."""
        return self.file.path

    def close(self) -> None:
        """Let the file go; nothing may be asked of the case afterwards."""
        self.file.close()

    @contextmanager
    def edit(self, action: Action, *, takes_back: str | None = None) -> Generator[Edit]:
        """One user action: all of it is committed when the block ends, or nothing."""
        with self.file.atomic(action, takes_back=takes_back) as change:
            edit = Edit(self, change)
            yield edit
        edit.committed()

    @contextmanager
    def together(self, action: Action) -> Generator[None]:
        """Several use cases as one user action and one commit; when one fails, none has happened.

        Their changes are not yet saved while the block runs, and attaching is not possible in it.
        """
        before, trail = self._snapshot, self.trail
        try:
            with self.file.atomic(action) as change:
                yield
        except BaseException:
            self._snapshot, self.trail = before, trail
            raise
        after = {key: heads_of(self._snapshot, key) for key in change.heads}
        earlier = {key: heads_of(before, key) for key in change.heads}
        self.trail = trail.followed(action, change.group, earlier, after)

    def take(self, change: FileChange) -> Snapshot:
        """Replace the snapshot by one that has a committed change in it; returns it."""
        earlier = self._snapshot
        before = {key: heads_of(earlier, key) for key in change.heads}
        self._snapshot = earlier.having(change.heads, change.stamps, change.revisions)
        self.trail = self.trail.followed(change.action, change.group, before, change.heads)
        self._highest = max(self._highest, _highest_reference(self._snapshot))
        return self._snapshot

    def next_reference(self) -> int:
        """The next number of the evidence register: one that no item ever had."""
        return self._highest + 1

    def update_engagement(self, **fields: Any) -> Change:
        """Keep new values of the engagement's fields, by name; Problem when one is not valid."""
        return self._update(Action.ENGAGEMENT_CHANGED, self._snapshot.engagement, fields)

    def update_client(self, **fields: Any) -> Change:
        """Keep new values of the client's fields, by name; Problem when the name is empty."""
        if "name" in fields:
            fields["name"] = client_name(str(fields["name"]))
        return self._update(Action.CLIENT_CHANGED, self._snapshot.client, fields)

    def attach(
        self,
        stream: BinaryIO,
        *,
        name: str,
        media_type: str,
        large: bool = False,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Blob:
        """Copy a stream into the file in steps of 1 MB; a record must name the result."""
        return self.file.attach(
            stream, name, media_type, large=large, progress=progress, cancelled=cancelled
        )

    def read_blob(self, blob: Blob) -> bytes:
        """A kept file's bytes, checked against their digest."""
        return self.file.read_blob(blob.sha256)

    def drafts(self) -> Mapping[str, str]:
        """Unfinished texts by key."""
        return self.file.drafts()

    def check(self) -> list[str]:
        """What is wrong with the file, one sentence each; empty when nothing is."""
        return [str(finding) for finding in self.file.check()]

    def _update(self, action: Action, before: Record, fields: Mapping[str, Any]) -> Change:
        # model_copy would take anything; validating finds a level of 9 or a misspelt field.
        try:
            after = type(before).model_validate({**dict(before), **fields})
        except ValueError as error:
            raise Problem(
                tr("These settings are not valid."), str(error).splitlines()[-1]
            ) from None
        with self.edit(action) as edit:
            edit.revise(after)
        return edit.done()


def _beginning(
    client: Client, engagement: Engagement, also: tuple[Record, ...]
) -> tuple[Record, ...]:
    """What a new file holds: client, engagement, a scope unit, and what is kept with them."""
    given = {one.kind for one in also}
    first = tuple(one for one in (client, engagement, ScopeUnit()) if one.kind not in given)
    return (*first, *also)


def client_name(client: str) -> str:
    """A client's name, trimmed; Problem when it is none."""
    name = client.strip()
    if not name:
        raise Problem(tr("The engagement has no client."), tr("Give the client's name."))
    if len(name) > MAX_CLIENT:
        raise Problem(
            tr("The client's name is longer than {max_client} characters.", max_client=MAX_CLIENT),
            tr("Shorten it."),
        )
    return name


def _highest_reference(snapshot: Snapshot) -> int:
    """The highest number ever given: items taken out keep their place, though not their value."""
    given = max((one.reference for one in snapshot.of(Evidence)), default=0)
    return max(given, len(snapshot.heads.get(Evidence.kind, {})))


def _keep(file: EngagementFile, data: bytes, name: str, media_type: str) -> Blob:
    return file.attach_bytes(data, name, media_type)
