"""Typesetters that take turns, so that a slow moment of the machine hits all of them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.benchmarks.figure import middle

AFRESH = ("typst",)
"""Keep what they set before: only the first time in a process is the whole work."""


@dataclass
class Runner:
    """What one of them was found to need, run by run."""

    name: str
    version: str = ""
    missing: str = ""
    runs: list[Mapping[str, float]] = field(default_factory=list[Mapping[str, float]])

    def median(self, what: str) -> float:
        """Of all runs: "seconds", "worked" (seconds of a processor), "peak" or "size" (bytes)."""
        return middle([one[what] for one in self.runs])

    def most(self, what: str) -> float:
        """The same, of the run that needed most."""
        return max(one[what] for one in self.runs)


class Press:
    """A typesetter's process."""

    def __init__(self, name: str, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.peers.press", name, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.first = self._line()

    def run(self) -> dict[str, Any]:
        """One build."""
        assert self.process.stdin is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return self._line()

    def close(self) -> None:
        """End the process and wait for it."""
        self.process.communicate()

    def _line(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        return json.loads(self.process.stdout.readline())


def race(names: Sequence[str], folder: Path, runs: int) -> dict[str, Runner]:
    """All of them so many times in turns, after one run that does not count."""
    presses = {name: Press(name, folder) for name in names}
    found: dict[str, Runner] = {}
    for name, press in presses.items():
        said = press.first
        found[name] = Runner(name, said.get("version", ""), said.get("missing", ""))
    there = [name for name in names if not found[name].missing]
    for turn in range(runs + 1):
        for name in there:
            if turn and name in AFRESH:
                presses[name].close()
                presses[name] = Press(name, folder)
            ran = presses[name].run()
            if turn:
                found[name].runs.append(ran)
    for press in presses.values():
        press.close()
    return found
