"""File names for engagements."""

from __future__ import annotations

from pathlib import Path

FORBIDDEN = '<>:"/\\|?*'
MOST_NAME = 80


def free_path(folder: Path, client: str) -> Path:
    """A file name made from the client's name that every system takes and nobody has yet."""
    kept = "".join(" " if c in FORBIDDEN or ord(c) < 32 else c for c in client)
    stem = " ".join(kept.split())[:MOST_NAME].strip(" .") or "Engagement"
    path, number = folder / f"{stem}.plumb", 2
    while path.exists():
        path, number = folder / f"{stem} {number}.plumb", number + 1
    return path
