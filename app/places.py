"""Every folder the program reads or writes, in one object that can be moved as a whole."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

NAME = "Plumbline"
HOME_VARIABLE = "PLUMBLINE_HOME"
"""When set, everything lives under this folder; for tests, sticks and shared machines."""


@dataclass(frozen=True)
class Places:
    """Folders of one user. Nothing is created until ``ready`` is called."""

    engagements: Path
    """Engagement files; the user's own documents."""
    data: Path
    """The library's index and what the window remembers."""
    cache: Path
    """What can be rebuilt at any time."""
    logs: Path
    """Program logs and crash reports; they carry ids, never client text."""

    @classmethod
    def under(cls, root: Path) -> Places:
        """All folders below ``root``."""
        return cls(
            engagements=root / NAME,
            data=root / "data",
            cache=root / "cache",
            logs=root / "logs",
        )

    @classmethod
    def standard(cls) -> Places:
        """This user's folders; below ``PLUMBLINE_HOME`` when that is set."""
        moved = os.environ.get(HOME_VARIABLE)
        if moved:
            return cls.under(Path(moved))
        import platformdirs

        return cls(
            engagements=platformdirs.user_documents_path() / NAME,
            data=platformdirs.user_data_path(NAME, appauthor=False),
            cache=platformdirs.user_cache_path(NAME, appauthor=False),
            logs=platformdirs.user_log_path(NAME, appauthor=False),
        )

    @property
    def index(self) -> Path:
        """The library's index."""
        return self.data / "library.db"

    @property
    def settings(self) -> Path:
        """Window settings in INI form."""
        return self.data / "settings.ini"

    @property
    def kits(self) -> Path:
        """Brand kits of the user's own."""
        return self.data / "brands"

    @property
    def backups(self) -> Path:
        """Checked copies of engagements."""
        return self.data / "backups"

    @property
    def starting(self) -> Path:
        """Says that a start is under way; gone once the window rests."""
        return self.data / "starting"

    @property
    def log(self) -> Path:
        """The program log."""
        return self.logs / "plumbline.log"

    def folders(self) -> dict[str, Path]:
        """Every folder by its name for a reader."""
        return {
            "Engagements": self.engagements,
            "Data": self.data,
            "Cache": self.cache,
            "Logs": self.logs,
        }

    def ready(self) -> Places:
        """Create what is missing, private to this user; returns itself. OSError when it cannot."""
        for folder in self.folders().values():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self
