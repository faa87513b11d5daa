"""The program itself, started on a screen as its user starts it, in folders of its own."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

from app.places import HOME_VARIABLE, Places
from tests.xvfb.screen import PATIENCE, Screen, until

TITLE = "Plumbline"
SAVED = re.compile(r"ui\.session: saved (.+)$", re.MULTILINE)


class Program:
    """``python -m app`` in a process of its own; ends with the context at the latest."""

    def __init__(self, screen: Screen, home: Path, *arguments: str) -> None:
        self.screen = screen
        self.places = Places.under(home)
        self._arguments = arguments
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Program:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self.running:
            self.kill()

    @property
    def running(self) -> bool:
        """True until the process has ended."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start it and wait until its window has the keyboard."""
        self.places.logs.mkdir(parents=True, exist_ok=True)
        with (self.places.logs / "stderr.txt").open("ab") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "app", *self._arguments],
                env=self.screen.environment | {HOME_VARIABLE: str(self.places.data.parent)},
                stdout=errors,
                stderr=errors,
            )
        window = until(lambda: self.screen.windows(TITLE), "the window", PATIENCE * 2)[-1]
        self.screen.focus(window)

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def quit(self) -> int:
        """Close it by its key and return its exit status."""
        assert self._process is not None
        self.screen.press("ctrl+q")
        return self._process.wait(PATIENCE)

    def saved(self) -> list[str]:
        """What the status bar has called saved so far, as the log tells: one entry per save."""
        log = self.places.log
        return SAVED.findall(log.read_text(encoding="utf-8")) if log.exists() else []

    def errors(self) -> str:
        """What it printed; nothing when all is well."""
        return (self.places.logs / "stderr.txt").read_text(encoding="utf-8")
