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

from app.places import Places
from tests.benchmarks.figure import RUNS, Figure, middle
from tests.benchmarks.listing import ENGAGEMENTS, fill

PROBE = "tests.benchmarks.window_probe"


@dataclass(frozen=True)
class Start:
    """One start: seconds to the first paint, memory in MB, heavy modules loaded."""

    seconds: float
    memory: float | None
    heavy: tuple[str, ...]


def start(which: str, folder: Path) -> Start:
    """Start a window in a process of its own and wait until it is at rest.

    ``which``: bare, read, home, furnished or filled, as ``window_probe`` has them.
    """
    environment = os.environ | {
        "PLUMBLINE_HOME": str(folder),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "",
    }
    places = Places.under(folder)
    places.starting.unlink(missing_ok=True)  # a probe ends before it is at rest
    command = [sys.executable, "-m", PROBE, which, str(places.index)]
    begin = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
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
    ours, reference = _in_turns("furnished", folder)
    yield Figure("start to rail and bars", ours * 1e3, "ms", reference * 1e3, "bare window")
    yield from _memory(bare, home)
    yield _filled(folder)
    heavy = home[0].heavy
    yield Figure("heavy modules loaded at Home", len(heavy), "", most=0, remark=", ".join(heavy))


def _in_turns(which: str, folder: Path, *, beside: str = "bare") -> tuple[float, float]:
    """Seconds of a start and of the one beside it, in turns so that a slow moment hits both."""
    for one in (beside, which):
        start(one, folder)
    pairs = [(start(beside, folder), start(which, folder)) for _ in range(RUNS)]
    return middle([one.seconds for _, one in pairs]), middle([one.seconds for one, _ in pairs])


def _filled(folder: Path) -> Figure:
    """Start to Home with its rows, beside a bare window and the same index read as it is."""
    home = folder / "many"
    places = Places.under(home)
    fill(places)

    ours, reference = _in_turns("filled", home, beside="read")
    what = f"start to Home filled, {ENGAGEMENTS:,} engagements"
    return Figure(
        what, ours * 1e3, "ms", reference * 1e3, "bare window that reads the index", most=2
    )


def _memory(bare: list[Start], home: list[Start]) -> Iterator[Figure]:
    """Resident memory, where the system tells it."""
    ours = [one.memory for one in home if one.memory is not None]
    reference = [one.memory for one in bare if one.memory is not None]
    if ours and reference:
        yield Figure(
            "memory at Home", middle(ours), "MB", middle(reference), "bare window", most=2.2
        )
