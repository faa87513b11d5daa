"""A large copy is checked in a process of its own, so that the window keeps this one to itself.

The process reads one line of JSON, path and key, from its input, and writes one line of JSON: what
is wrong with the content, and the damaged attachments. When anything else happens it says nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from engagements import processes
from engagements.file import verify
from engagements.file.sqlite import connect

PATIENCE = 30.0
"""Seconds that a process may take to start."""
SLOWEST = 1_000_000.0
"""Bytes that even a slow disk gives in a second; what is checked more slowly is checked here."""


class Checked(NamedTuple):
    """What a check found; both are empty when all is well."""

    found: tuple[verify.Finding, ...]
    damaged: tuple[verify.Finding, ...]
    """Attachments alone."""


def command() -> list[str]:
    """How the process is started."""
    return processes.command("engagements.file.checker")


def checked(path: Path, key: str | None, step: Callable[[], None] = lambda: None) -> Checked:
    """Open a file and verify all of it, here; ``step`` is called between attachments."""
    connection = connect(path, "ro", key)
    try:
        found = verify.contents(connection)
        damaged = verify.attachments(connection, lambda _done, _whole: step())
        return Checked(tuple(found), tuple(damaged))
    finally:
        connection.close()


def checked_apart(
    path: Path, key: str | None, step: Callable[[], None], every: float
) -> Checked | None:
    """The same from a process of its own; None where none can be had, it met an error or hangs.

    ``step`` is called every ``every`` seconds and may raise to end the process.
    """
    end = time.monotonic() + PATIENCE + path.stat().st_size / SLOWEST
    try:
        process = subprocess.Popen(
            command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            creationflags=processes.NO_WINDOW,
        )
    except OSError:
        return None
    with process:
        try:
            return _read(_answer(process, json.dumps([str(path), key]), step, every, end))
        finally:
            process.kill()


def _answer(
    process: subprocess.Popen[str],
    request: str,
    step: Callable[[], None],
    every: float,
    end: float,
) -> str:
    """All that the process writes until it ends; nothing when it cannot be heard or takes long."""
    said: str | None = request
    while time.monotonic() < end:
        try:
            return process.communicate(said, timeout=every)[0]
        except subprocess.TimeoutExpired:
            said = None  # it is being written already
        except (OSError, ValueError):
            break
        step()
    return ""


def _read(answer: str) -> Checked | None:
    try:
        parts = [tuple(verify.Finding(*one) for one in part) for part in json.loads(answer)]
        return Checked(*parts)
    except (ValueError, TypeError):
        return None


def main() -> None:
    """Check the file that the input names."""
    processes.stand_back()
    path, key = json.loads(sys.stdin.readline())
    parts = checked(Path(path), key)
    json.dump([[[one.code, one.words] for one in part] for part in parts], sys.stdout)


if __name__ == "__main__":
    main()
