"""Which file to open, and which page of it is useful next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from engagements.language import tr
from ui.home.rows import Row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from engagements.records.snapshot import Snapshot
    from ui.desk import Desk

FOLDER_KEY = "home/folder"
"""Where the settings keep a folder that was chosen in place of the usual one."""
DETAILS = "details"
"""In place of a page: the details of the engagement, over Home."""


def chosen_folder(desk: Desk) -> Path:
    """The folder chosen earlier while it is there, else the usual one."""
    chosen = desk.settings.value(FOLDER_KEY, "")
    folder = Path(str(chosen)) if chosen else desk.engagements
    return folder if folder.is_dir() else desk.engagements


def ask_file(window: QWidget, folder: Path) -> Path | None:
    """Ask for an engagement file; None when nothing was chosen."""
    from PySide6.QtWidgets import QFileDialog

    name, _ = QFileDialog.getOpenFileName(
        window,
        tr("Open an engagement file"),
        str(folder),
        tr("Engagements (*.plumb);;All files (*)"),
    )
    return Path(name) if name else None


def useful_page(snapshot: Snapshot | None) -> str:
    """The page that is useful next in what is open; Home while nothing is."""
    from engagements.records import standing

    if snapshot is None:
        return "home"
    return Row(Path(), "", status=standing.status(snapshot).value).step[0]
