"""From launching the program to its first picture, and what it then holds in memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.figure import RUNS, Figure, middle

PROBE = "tests.benchmarks.window_probe"


@dataclass(frozen=True)
class Start:
    """One start: seconds to the first paint, memory in MB, heavy modules loaded."""

    seconds: float
    memory: float | None
    heavy: tuple[str, ...]


def start(which: str, folder: Path) -> Start:
    """Start a window (bare or home) in a process of its own and wait until it is at rest."""
    environment = os.environ | {
        "PLUMBLINE_HOME": str(folder),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "",
    }
    begin = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", PROBE, which], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        painted = time.perf_counter() - begin
        rest = json.loads(process.stdout.readline())
    return Start(painted, rest["memory"], tuple(rest["heavy"]))


def measure(folder: Path) -> Iterator[Figure]:
    """Start to first paint, memory at Home and heavy modules, beside a bare window."""
    for which in ("bare", "home"):
        start(which, folder)
    pairs = [(start("bare", folder), start("home", folder)) for _ in range(RUNS)]
    bare = [one for one, _ in pairs]
    home = [one for _, one in pairs]
    yield Figure(
        "start to first paint",
        middle([one.seconds for one in home]) * 1e3,
        "ms",
        middle([one.seconds for one in bare]) * 1e3,
        "bare window",
        most=1.4,
    )
    yield from _memory(bare, home)
    heavy = home[0].heavy
    yield Figure("heavy modules loaded at Home", len(heavy), "", most=0, remark=", ".join(heavy))


def _memory(bare: list[Start], home: list[Start]) -> Iterator[Figure]:
    """Resident memory, where the system tells it."""
    ours = [one.memory for one in home if one.memory is not None]
    reference = [one.memory for one in bare if one.memory is not None]
    if ours and reference:
        yield Figure(
            "memory at Home", middle(ours), "MB", middle(reference), "bare window", most=2.2
        )
