"""The program itself, started on a screen as its user starts it, in folders of its own."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.places import HOME_VARIABLE, Places
from tests.xvfb.screen import PATIENCE, Screen, until

HOME = "Engagements"
"""In the title once Home is there and takes keys."""
SAVED = re.compile(r"ui\.session: saved (\S+) (\S+) (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Saved:
    """What the status bar called saved: when, by which action, which entities or draft."""

    at: datetime
    action: str
    ids: tuple[str, ...]


class Program:
    """``python -m app`` in a process of its own."""

    def __init__(self, screen: Screen, home: Path, *arguments: str) -> None:
        self.screen = screen
        self.places = Places.under(home)
        self._arguments = arguments
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def running(self) -> bool:
        """True until the process has ended."""
        return self._process is not None and self._process.poll() is None

    @property
    def busy(self) -> bool:
        """True while the program or its worker is computing, as the system's clock of it tells."""
        before = self._ticks()
        time.sleep(0.4)
        return self._ticks() - before > 4

    def _ticks(self) -> int:
        """Hundredths of a second of processor time used by it and its children so far."""
        assert self._process is not None
        used = 0
        for task in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = task.read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if task.parent.name == str(self._process.pid) or fields[1] == str(self._process.pid):
                used += int(fields[11]) + int(fields[12])
        return used

    def start(self, title: str = HOME) -> None:
        """Start it and wait until its window has the keyboard and rests, at a page's title."""
        self.places.logs.mkdir(parents=True, exist_ok=True)
        with (self.places.logs / "stderr.txt").open("ab") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "app", *self._arguments],
                env=self.screen.environment | {HOME_VARIABLE: str(self.places.data.parent)},
                stdout=errors,
                stderr=errors,
            )
        self.screen.focus(self.wait_title(title))
        until(lambda: not self.places.starting.exists(), "the window to rest", PATIENCE)

    def wait_title(self, words: str) -> str:
        """Wait for a window with these words in its title; returns its id."""

        def found() -> list[str]:
            assert self.running, f"the program ended: {self.errors()}"
            return self.screen.windows(words)

        try:
            return until(found, f"the title {words}", PATIENCE * 2)[-1]
        except AssertionError as fault:
            raise AssertionError(f"{fault}; {self._stands()}") from fault

    def _stands(self) -> str:
        """What is there instead, for whoever reads why a test failed."""
        shown = [self.screen.title(one) for one in self.screen.windows(".")]
        log = self.places.log
        last = log.read_text(encoding="utf-8").splitlines()[-12:] if log.exists() else []
        return f"windows {shown}, running {self.running}, {self.errors()!r}, {last}"

    def kill(self) -> None:
        """End it at once with SIGKILL, without a chance to write anything."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def end(self) -> None:
        """Kill it if it still runs."""
        if self.running:
            self.kill()

    def quit(self) -> int:
        """Close it by its key and return its exit status."""
        assert self._process is not None
        self.screen.press("ctrl+q")
        return self._process.wait(PATIENCE)

    def saved(self) -> list[Saved]:
        """What the status bar has called saved so far, as the log tells, in order."""
        log = self.places.log
        text = log.read_text(encoding="utf-8") if log.exists() else ""
        return [
            Saved(datetime.fromisoformat(at), action, tuple(ids.split()))
            for at, action, ids in SAVED.findall(text)
        ]

    def wait_saved(self, action: str, count: int) -> None:
        """Wait until so many saves by one action have been shown."""
        until(
            lambda: sum(one.action == action for one in self.saved()) >= count,
            f"{count} times {action}",
        )

    @property
    def files(self) -> list[Path]:
        """Engagement files in the user's folder."""
        return sorted(self.places.engagements.glob("*.plumb"))

    def errors(self) -> str:
        """What it printed; nothing when all is well."""
        return (self.places.logs / "stderr.txt").read_text(encoding="utf-8")
