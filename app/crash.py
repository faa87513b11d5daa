"""What happens when a fault nobody foresaw occurs: a report without client text, and calm words."""

from __future__ import annotations

import faulthandler
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from logging import Logger
    from types import TracebackType

MOST_REPORTS = 20

Told = Callable[[], None]


def report_text(error: BaseException, at: datetime) -> str:
    """Where it happened: types, files, lines and functions, never a message or a value.

    A message may quote what a client said; the place in the program is what is needed.
    """
    import traceback

    lines = [f"Plumbline fault, {at:%Y-%m-%d %H:%M:%S}", f"Python {sys.version.split()[0]}"]
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        lines.extend(
            f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}"
            for frame in traceback.extract_tb(cause.__traceback__)
        )
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines) + "\n"


def _log() -> Logger:
    """This module's log; logging is loaded after the first paint."""
    from logging import getLogger

    return getLogger(__name__)


class Crash:
    """Catches what nothing else caught. ``told`` is called on the GUI's side by the window."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.last = ""
        """The text of the newest report."""
        self._told: Told | None = None
        self._busy = False
        self._native: object | None = None

    def install(self) -> None:
        """Watch for errors in slots and threads, and for aborts inside Qt."""
        self.hook()
        self._watch_native()

    def hook(self) -> None:
        """Take over Python's hooks for errors in slots and threads."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def tell(self, told: Told) -> None:
        """Call ``told`` after each report; it must bring itself to the GUI thread."""
        self._told = told

    def report(self, error: BaseException) -> None:
        """Write a report and tell the window; never raises."""
        if self._busy:
            return
        self._busy = True
        try:
            self._write(error)
            if self._told is not None:
                self._told()
        except Exception:  # noqa: BLE001 - the excepthook is where faults end
            _log().exception("a fault while reporting a fault")
        finally:
            self._busy = False

    def _write(self, error: BaseException) -> None:
        from datetime import datetime

        now = datetime.now()
        text = report_text(error, now)
        self.last = text
        _log().error("fault: %s", text.splitlines()[2])
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = self.folder / f"fault-{now:%Y%m%d-%H%M%S-%f}.txt"
            path.write_text(text, encoding="utf-8")
            path.chmod(0o600)
            for old in sorted(self.folder.glob("fault-*.txt"))[:-MOST_REPORTS]:
                old.unlink()
        except OSError:  # a disk that is full must not make a second fault of the first
            _log().warning("the report could not be written")

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if sys.stderr is not None and sys.stderr.isatty():
            sys.__excepthook__(kind, error, trace)
        self.report(error)

    def _thread_hook(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.report(arguments.exc_value)

    def _watch_native(self) -> None:
        """Let an abort inside Qt leave its stack in the same folder."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            stream = (self.folder / "abort.txt").open("w", encoding="utf-8")
        except OSError:
            return
        self._native = stream
        faulthandler.enable(stream)
