"""A window started in a process of its own, which reports when it is painted and what it costs.

``python -m tests.benchmarks.window_probe bare|read|home|furnished|filled`` prints one JSON line at
the first paint (``read``: when a bare window has read the index, whose path follows, as it is;
``furnished``: when rail and bars are painted; ``filled``: when Home's list is) and one when nothing
has happened for a while: resident memory in MB and the heavy modules loaded.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QObject, QTimer

HEAVY = ("matplotlib", "numpy", "reportlab", "docx", "pikepdf", "pypdfium2", "PIL", "fontTools")
"""Modules that must not be loaded before they are needed."""

QUIET_MS = 1_500
"""How long after the first paint Home counts as filled."""


class Watcher(QObject):
    """Reports the first paint of a main window, and the state a moment later."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._painted = self._seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Look at every event; what paints Home's rows is done here, to know when they are."""
        if sys.argv[1] == "filled":
            if event.type() != QEvent.Type.UpdateRequest or not _has_rows(watched):
                return False
            watched.event(event)
            self._report_seen()
            return True
        if (
            not self._painted
            and event.type() == QEvent.Type.Paint
            and isinstance(watched, QtWidgets.QMainWindow)
        ):
            self._painted = True
            QTimer.singleShot(0, self._report_paint)
        return False

    def _report_paint(self) -> None:
        if sys.argv[1] == "read":
            _read_index()
        if sys.argv[1] == "furnished":
            self._look = QTimer(self, interval=2)
            self._look.timeout.connect(self._report_furnished)
            self._look.start()
            return
        print(json.dumps({"painted": True}), flush=True)  # noqa: T201
        QTimer.singleShot(QUIET_MS, self._report_state)

    def _report_furnished(self) -> None:
        """The window has its rail; the turn of the loop after this one has painted it."""
        windows = QtWidgets.QApplication.topLevelWidgets()
        if any(getattr(window, "furnished", False) for window in windows):
            self._look.stop()
            QTimer.singleShot(0, self._report_seen)

    def _report_seen(self) -> None:
        if self._seen:
            return
        self._seen = True
        print(json.dumps({"seen": True}), flush=True)  # noqa: T201
        QTimer.singleShot(QUIET_MS, self._report_state)

    def _report_state(self) -> None:
        found = {"memory": resident_mb(), "heavy": [one for one in HEAVY if one in sys.modules]}
        print(json.dumps(found), flush=True)  # noqa: T201
        os._exit(0)


def _read_index() -> None:
    """Every row of every table of the index, with nothing between them and the file."""
    import sqlcipher3

    with closing(sqlcipher3.connect(sys.argv[2])) as index:
        for (table,) in index.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
            index.execute(f"SELECT * FROM {table}").fetchall()


def _has_rows(window: Any) -> bool:
    """Whether Home's table is shown and has its rows; no walk over widgets, which takes as long."""
    if not window.furnished or "home" not in window.made():
        return False
    home = window.page("home")
    return home.made("list") and home.list.isVisible() and home.list.model.rowCount() > 0


class WatchedApplication(QtWidgets.QApplication):
    """An application that watches its main windows from when events begin to flow.

    Only them: a filter on the application would be asked about every event of every widget, and
    its own time would be counted as the program's.
    """

    def exec(self) -> int:
        """Watch, then run."""
        watcher = Watcher(self)
        for window in self.topLevelWidgets():
            window.installEventFilter(watcher)
        return super().exec()


def resident_mb() -> float | None:
    """Resident memory of this process in MB; None where the system does not say."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    line = next(one for one in status.read_text().splitlines() if one.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def bare() -> int:
    """An empty main window and nothing else."""
    application = WatchedApplication(sys.argv[:1])
    window = QtWidgets.QMainWindow()
    window.resize(1280, 800)
    window.show()
    return application.exec()


def home() -> int:
    """The program as it starts, in the folders of ``PLUMBLINE_HOME``."""
    QtWidgets.QApplication = WatchedApplication
    from app import desktop

    return desktop.main([])


if __name__ == "__main__":
    sys.exit(bare() if sys.argv[1] in ("bare", "read") else home())
