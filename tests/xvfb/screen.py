"""A virtual screen and the tools that press keys on it and take its picture."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self, TypeVar

import numpy as np

T = TypeVar("T")

NEEDED = ("Xvfb", "xdotool", "xclip", "xwd", "import")
"""Programs of Debian's xvfb, xdotool, xclip, x11-apps and imagemagick packages."""

Pixels = np.ndarray[tuple[int], np.dtype[np.uint8]]

SMALL = 6_000
"""Bytes of a picture, three or four a pixel, that a cursor and a clock change at most."""

STILL = 0.3
"""Seconds without a change after which the screen counts as standing still."""

PATIENCE = 60.0
"""Seconds after which something that was waited for counts as not happening, on a busy machine."""


def missing() -> list[str]:
    """The programs that are not installed here."""
    return [one for one in NEEDED if shutil.which(one) is None]


def until(found: Callable[[], T], what: str, patience: float = PATIENCE) -> T:
    """Ask again and again until ``found()`` is true; AssertionError naming ``what`` if never."""
    end = time.monotonic() + patience
    while not (value := found()):
        if time.monotonic() > end:
            raise AssertionError(f"waited {patience:g} s for {what}")
        time.sleep(0.05)
    return value


class Screen:
    """One Xvfb display; a context manager."""

    def __init__(self, width: int = 1440, height: int = 900) -> None:
        self._size = f"{width}x{height}x24"
        self._server: subprocess.Popen[bytes] | None = None
        self.display = ""

    def __enter__(self) -> Self:
        read, write = os.pipe()
        self._server = subprocess.Popen(
            [
                "Xvfb",
                "-displayfd",
                str(write),
                "-screen",
                "0",
                self._size,
                "-nolisten",
                "tcp",
                "-noreset",
            ],
            pass_fds=(write,),
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as number:
            self.display = f":{number.readline().strip()}"
        return self

    def __exit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.terminate()
        self._server.wait()

    @property
    def environment(self) -> dict[str, str]:
        """The environment for a program that shows itself here."""
        return os.environ | {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}

    def run(self, *command: str, stdin: bytes | None = None) -> str:
        """Run a tool on this screen and return what it prints."""
        done = subprocess.run(
            command, env=self.environment, input=stdin, capture_output=True, check=True, timeout=60
        )
        return done.stdout.decode()

    def windows(self, name: str) -> list[str]:
        """Ids of visible windows whose title contains ``name``."""
        done = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", name],
            env=self.environment,
            capture_output=True,
            check=False,
            timeout=60,
        )
        return done.stdout.decode().split()

    def title(self, window: str) -> str:
        """The title of a window; empty when it has gone."""
        done = subprocess.run(
            ["xdotool", "getwindowname", window],
            env=self.environment,
            capture_output=True,
            check=False,
            timeout=60,
        )
        return done.stdout.decode().strip()

    def focus(self, window: str) -> None:
        """Give a window the keyboard; there is no window manager here to do it."""
        self.run("xdotool", "windowfocus", "--sync", window)

    def press(self, *keys: str) -> None:
        """Press keys one after another: ``ctrl+Return``, ``2``, ``Tab``."""
        self.run("xdotool", "key", "--clearmodifiers", "--delay", "25", *keys)

    def write(self, text: str, delay: int = 12) -> None:
        """Type a text, ``delay`` milliseconds between two keys."""
        self.run("xdotool", "type", "--clearmodifiers", "--delay", str(delay), "--", text)

    def click(self, x: int, y: int) -> None:
        """Click somewhere."""
        self.run("xdotool", "mousemove", str(x), str(y), "click", "1")

    def copy_picture(self, picture: Path) -> None:
        """Put a PNG on the clipboard; xclip stays behind to hand it out."""
        with picture.open("rb") as source:
            subprocess.run(
                ["xclip", "-selection", "clipboard", "-t", "image/png"],
                stdin=source,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=self.environment,
                check=True,
                timeout=60,
            )

    def act(self, *keys: str) -> None:
        """On a screen that stands still: press keys and wait until it has answered and is still."""
        before = self.settle()
        self.press(*keys)
        until(lambda: _differ(self._pixels(), before), f"an answer to {' '.join(keys)}")
        self.settle()

    def settle(self) -> Pixels:
        """Wait until pictures have been the same for a while; returns the last one.

        A cursor that blinks and a clock that ticks are no change.
        """
        seen = [(time.monotonic(), self._pixels())]

        def still() -> bool:
            now = self._pixels()
            if _differ(now, seen[-1][1]):
                seen.append((time.monotonic(), now))
            return time.monotonic() - seen[-1][0] > STILL

        until(still, "the screen to stand still")
        return seen[-1][1]

    def _pixels(self) -> Pixels:
        """The whole screen as it is now, four bytes a pixel behind a short head."""
        done = subprocess.run(
            ["xwd", "-root", "-silent"],
            env=self.environment,
            capture_output=True,
            check=True,
            timeout=60,
        )
        return np.frombuffer(done.stdout, dtype=np.uint8)

    def shot(self, path: Path) -> Path:
        """Take a picture of the whole screen."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.run("import", "-window", "root", str(path))
        return path


def _differ(one: Pixels, other: Pixels) -> bool:
    """Whether more than a blinking cursor or a clock is different."""
    return one.size != other.size or int(np.count_nonzero(one != other)) > SMALL
