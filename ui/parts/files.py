"""Engagement files: their names, and the one that is being dragged."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from engagements.file import SUFFIX

FORBIDDEN = '<>:"/\\|?*'
MOST_NAME = 80


def free_path(folder: Path, client: str) -> Path:
    """A file name made from the client's name that every system takes and nobody has yet."""
    kept = "".join(" " if c in FORBIDDEN or ord(c) < 32 else c for c in client)
    stem = " ".join(kept.split())[:MOST_NAME].strip(" .") or "Engagement"
    path, number = folder / f"{stem}{SUFFIX}", 2
    while path.exists():
        path, number = folder / f"{stem} {number}{SUFFIX}", number + 1
    return path


def engagement_in(data: QMimeData) -> Path | None:
    """The one engagement file that is being dragged, None when it is anything else."""
    names = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return Path(names[0]) if len(names) == 1 and names[0].endswith(SUFFIX) else None
