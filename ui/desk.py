"""What a page may reach beside itself; laid out by the roof, which alone knows where things are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QSettings

from ui.session import Session
from ui.whereabouts import Whereabouts


class BuildPdf(Protocol):
    """Builds a report in a process of its own, as a PDF or in Word."""

    def __call__(
        self,
        content: Any,
        kit: bytes,
        progress: Callable[[int, int, str], None],
        cancelled: Callable[[], bool],
    ) -> bytes:
        """The bytes of a ReportContent's file; a Problem when it cannot be built.

        ``progress(done, total, words)`` is called between steps; ``cancelled()`` is asked there.
        """
        ...


class BuildSection(Protocol):
    """Builds one block of a report in a process of its own, to be looked at."""

    def __call__(
        self,
        content: Any,
        kit: bytes,
        key: str,
        pages: Mapping[str, int],
        cancelled: Callable[[], bool],
    ) -> bytes:
        """The bytes of a PDF of that block; a Problem when it cannot be built.

        ``pages`` has the page of every block, from 1, in the last whole build.
        """
        ...


class Fact(NamedTuple):
    """One thing about this installation: what was found, and what to do when it is not good."""

    name: str
    detail: str
    good: bool = True
    advice: str = ""


class Store(NamedTuple):
    """Folders of this user beside the engagements, and what the program knows of itself."""

    logs: Path
    kits: Path
    """Brand kits of one's own."""
    backups: Path
    examine: Callable[[], Sequence[Fact]]
    """Looks at this installation; takes a moment."""


@dataclass(frozen=True)
class Desk:
    """The session and the few things from outside; folders are Paths that exist."""

    session: Session
    author: str
    """Who works here, as kept with every revision."""
    engagements: Path
    """Where new engagement files go."""
    index: Path
    """The library's index file."""
    settings: QSettings
    build_pdf: BuildPdf
    build_word: BuildPdf
    write_file: Callable[[Path, bytes], None]
    """Writes a file whole or not at all; a Problem when it cannot."""
    build_section: BuildSection | None = None
    """None where nothing can be redrawn alone: then the whole report is."""
    store: Store | None = None
    """What else is kept on this machine; None where nothing is, as in a test of one page."""

    @cached_property
    def whereabouts(self) -> Whereabouts:
        """The places one was at, kept beside the settings."""
        return Whereabouts(Path(self.settings.fileName()).with_name("whereabouts.json"))
