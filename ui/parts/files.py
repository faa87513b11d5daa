"""Files and folders: names for an engagement's, the one that is being dragged, folders made."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from engagements.file import SUFFIX
from engagements.language import tr
from engagements.problem import Problem

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


def kept_as(path: Path) -> Problem:
    """The good news that a file was written, and where."""
    return Problem(
        tr("{name} is written.", name=path.name), tr("It lies in {folder}.", folder=path.parent)
    )


def made(path: Path) -> Path:
    """The folder, made where it is not there yet; a Problem when that is not possible."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Problem(
            tr("The folder {folder} cannot be made: {reason}.", folder=path, reason=reason),
            tr("See that its drive is there, has room and can be written."),
        ) from error
    return path
