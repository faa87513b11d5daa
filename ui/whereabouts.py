"""Where one was: small texts by key that outlive a crash, and that nobody waits for.

Settings are written by the window's own thread, which stands still until the disk has them; at an
answer every few seconds, beside a copy of 200 MB, that would be seen.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from threading import Event, Lock, Thread

PAUSE = 0.3
"""Seconds from a change until it is written, with those that follow meanwhile."""


class Whereabouts:
    """Texts by key, read once, written by a thread of their own; "" is no text.

    A file that cannot be read counts as empty, one that cannot be written is tried again at the
    next change: a place is a comfort, nothing that is lost.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._texts = _read(path)
        self._lock = Lock()
        self._writer: Thread | None = None
        self._ending = Event()

    def get(self, key: str) -> str:
        """The text of a key."""
        return self._texts.get(key, "")

    def put(self, key: str, text: str) -> None:
        """Keep a text, or drop it where it is empty; returns before it is written."""
        with self._lock:
            if text == self._texts.get(key, ""):
                return
            known = {**self._texts, key: text}
            self._texts = {one: kept for one, kept in known.items() if kept}
            if self._writer is None:
                self._writer = Thread(target=self._write_on, name="whereabouts", daemon=True)
                self._writer.start()

    def end(self) -> None:
        """Write what is not written yet, without the pause; returns when it is."""
        self._ending.set()
        writer = self._writer
        if writer is not None:
            writer.join()

    def _write_on(self) -> None:
        """Write until what is known is what was written."""
        while True:
            self._ending.wait(PAUSE)
            texts = self._texts
            _write(self._path, texts)
            with self._lock:
                if texts is self._texts:
                    self._writer = None
                    return


def _read(path: Path) -> dict[str, str]:
    """What is kept; nothing where it cannot be read."""
    try:
        return {str(key): str(text) for key, text in dict(json.loads(path.read_bytes())).items()}
    except (OSError, ValueError, TypeError):
        return {}


def _write(path: Path, texts: dict[str, str]) -> None:
    """Replace the file as a whole. Not waited for until the disk has it: a place may be lost."""
    fresh = path.with_name(f"{path.name}.new")
    with suppress(OSError):
        fresh.write_text(json.dumps(texts), encoding="utf-8")
        fresh.replace(path)
