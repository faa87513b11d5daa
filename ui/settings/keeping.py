"""Whether what was chosen is written: Qt itself says nothing when it cannot be."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from engagements.language import tr
from engagements.problem import Problem


def unkept(settings: QSettings) -> Problem | None:
    """Write the settings now; a Problem when they cannot be written."""
    settings.sync()
    # An object remembers its first error for good: another one on the same file says how it is now.
    now = QSettings(settings.fileName(), settings.format())
    now.sync()
    if now.status() is QSettings.Status.NoError:
        return None
    folder = Path(settings.fileName()).parent
    return Problem(
        tr("The settings cannot be written, so the choice holds until Plumbline is closed."),
        tr("See that {folder} can be written and that its drive has room.", folder=folder),
    )
