"""Engagement files as snapshots: the framework kept inside, and everything current."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from engagements.file.engagement_file import EngagementFile
from engagements.framework import load
from engagements.language import tr
from engagements.problem import Problem
from engagements.records import Engagement
from engagements.records.client import ENGAGEMENT_ID
from engagements.records.snapshot import Snapshot

READER = "reader"
"""The author of an opening that writes nothing."""


def snapshot_of(file: EngagementFile) -> Snapshot:
    """Everything of an open file; Problem when its framework cannot be read."""
    contents = file.contents()
    kept = contents.heads.get(Engagement.kind, {}).get(ENGAGEMENT_ID, ())
    engagement = next((one for one in kept if isinstance(one, Engagement)), None)
    if engagement is None:
        raise Problem(
            tr("{path} holds no engagement yet.", path=file.path.name), tr("Create it again.")
        )
    packed = _packed(file, engagement)
    return Snapshot(
        load.unpack(packed, engagement.language),
        contents.heads,
        contents.stamps,
        contents.revisions,
        file.engagement_id,
        packed,
    )


def read(path: Path, passphrase: str | None = None) -> Snapshot:
    """Everything of a closed file, which is opened for reading and closed again."""
    with opened(path, passphrase) as file:
        return snapshot_of(file)


@contextmanager
def opened(path: Path, passphrase: str | None = None) -> Generator[EngagementFile]:
    """A closed file, opened for reading only; closed again at the end."""
    file = EngagementFile.open(path, passphrase=passphrase, author=READER, read_only=True)
    try:
        yield file
    finally:
        file.close()


def _packed(file: EngagementFile, engagement: Engagement) -> bytes:
    """The framework copied in when the engagement began."""
    if engagement.framework is None:
        raise Problem(
            tr("{path} holds no framework.", path=file.path.name), tr("Open its newest backup.")
        )
    return file.read_blob(engagement.framework.sha256)
