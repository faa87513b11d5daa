"""The other side of the worker: starts it, asks for a PDF, stops it when asked or when it hangs."""

from __future__ import annotations

import atexit
import contextlib
import json
import logging
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Lock, Thread, Timer
from typing import TYPE_CHECKING, Any

from engagements import processes
from engagements.language import mark, spoken, tr
from engagements.problem import Problem
from report_templates.unsettable import Unsettable

if TYPE_CHECKING:
    from report_templates.content.printed import Printed

log = logging.getLogger(__name__)

Tell = Callable[[int, int, str], None]
LIMIT = 180.0
"""Seconds one report may take; a worker that needs longer is stopped."""
IDLE = 120.0
"""Seconds without a request after which a worker is let go."""
LOOK = 0.05
"""Seconds between looks at whether the work was cancelled."""
STEPS = {"layout": mark("Laying out"), "pages": mark("Drawing pages"), "finish": mark("Finishing")}


def command() -> list[str]:
    """How the worker is started."""
    return processes.command("app.worker")


class _Ended(Exception):
    """The worker's output ended before its answer did."""


@dataclass
class Worker:
    """One worker process, started when first asked. Requests wait for each other."""

    start: Sequence[str] = field(default_factory=command)
    limit: float = LIMIT
    idle: float = IDLE
    _process: subprocess.Popen[bytes] | None = None
    _turn: Lock = field(default_factory=Lock)
    _rest: Timer | None = None

    def report(
        self,
        content: Printed,
        kit: bytes,
        tell: Tell,
        cancelled: Callable[[], bool],
        *,
        kind: str = "report",
        more: Sequence[bytes] = (),
    ) -> bytes:
        """The PDF, or with the kind "word" the Word document; ``more`` is what the kind needs.

        A Problem when it cannot be built, took too long, or was cancelled.

        ``tell(done, total, words)`` is called between steps and may raise to stop the work, too.
        """
        said = content.model_dump_json().encode("utf-8", "surrogatepass")
        while not self._turn.acquire(timeout=LOOK):
            _unless(cancelled, tell)
        try:
            self._wake()
            return self._ask(kind, [said, kit, *more], tell, cancelled)
        finally:
            self._turn.release()

    def close(self) -> None:
        """End the process; the next request starts another."""
        process, self._process = self._process, None
        if self._rest:
            self._rest.cancel()
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                assert pipe is not None
                pipe.close()

    def _wake(self) -> None:
        if self._rest:
            self._rest.cancel()
        if self._process and self._process.poll() is None:
            return
        self.close()
        try:
            self._process = subprocess.Popen(
                list(self.start),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=processes.NO_WINDOW,
            )
        except OSError as error:
            raise _broken() from error

    def _ask(
        self, kind: str, parts: list[bytes], tell: Tell, cancelled: Callable[[], bool]
    ) -> bytes:
        process = self._process
        assert process is not None
        lines: SimpleQueue[Any] = SimpleQueue()
        talk = Thread(target=_talk, args=(process, kind, parts, lines), daemon=True)
        talk.start()
        end = time.monotonic() + self.limit
        answered = False
        try:
            answer = self._follow(lines, tell, cancelled, end)
            answered = True
        finally:
            if not answered:
                process.kill()
            talk.join()
            if not answered:
                self.close()
        self._let_rest()
        return _result(answer)

    def _follow(
        self,
        lines: SimpleQueue[Any],
        tell: Tell,
        cancelled: Callable[[], bool],
        end: float,
    ) -> dict[str, Any]:
        """Pass progress on until the answer is there."""
        while True:
            _unless(cancelled, tell)
            if time.monotonic() > end:
                raise Problem(
                    tr(
                        "The report took longer than {limit} seconds and was stopped.",
                        limit=f"{self.limit:.0f}",
                    ),
                    tr("Try again; shorter texts or fewer sections help."),
                )
            try:
                line = lines.get(timeout=LOOK)
            except Empty:
                continue
            if isinstance(line, _Ended):
                raise _broken() from line
            if "step" not in line:
                return line
            tell(line["done"], line["total"], STEPS.get(line["step"], ""))

    def _let_rest(self) -> None:
        self._rest = Timer(self.idle, self._dismiss)
        self._rest.daemon = True
        self._rest.start()

    def _dismiss(self) -> None:
        """Let an idle worker go, unless it is just being asked again."""
        if self._turn.acquire(blocking=False):
            try:
                self.close()
            finally:
                self._turn.release()


def _unless(cancelled: Callable[[], bool], tell: Tell) -> None:
    """Raise when the work was cancelled: first what ``tell`` itself raises for that."""
    if cancelled():
        tell(0, 0, "")
        raise Problem(tr("The report was cancelled."), tr("Nothing was written."))


def _broken() -> Problem:
    return Problem(
        tr("The program that lays out pages stopped."),
        tr("Try again. Nothing was written, and the engagement is unchanged."),
    )


def _result(answer: dict[str, Any]) -> bytes:
    if answer.get("fault"):
        log.error("the worker failed:\n%s", answer["fault"])
    if "problem" in answer:
        title, advice = answer["problem"]
        if "part" in answer:
            raise Unsettable(title, advice, answer["part"])
        raise Problem(title, advice)
    if "fault" in answer:
        raise Problem(
            tr("The report could not be laid out."),
            tr(
                "This is a fault of Plumbline; a report is in the log folder. "
                "The engagement is safe."
            ),
        )
    return answer["data"]


def _talk(
    process: subprocess.Popen[bytes], kind: str, parts: list[bytes], lines: SimpleQueue[Any]
) -> None:
    """Send the request and queue what comes back; runs beside the caller, which may kill."""
    try:
        assert process.stdin is not None
        assert process.stdout is not None
        sizes = [len(part) for part in parts]
        head = {"kind": kind, "sizes": sizes, "language": spoken()}
        process.stdin.write(json.dumps(head).encode() + b"\n")
        for part in parts:
            process.stdin.write(part)
        process.stdin.flush()
        while True:
            line = json.loads(process.stdout.readline())
            if "size" in line:
                line["data"] = process.stdout.read(line["size"])
            whole = len(line.get("data", b"")) == line.get("size", 0)
            lines.put(line if whole else _Ended())
            if "step" not in line:
                return
    except (OSError, ValueError) as error:
        ended = _Ended()
        ended.__cause__ = error
        lines.put(ended)


_worker, _quick = Worker(), Worker()
"""Two, so that what is on screen never waits for the whole."""
atexit.register(_worker.close)
atexit.register(_quick.close)


def build_pdf(
    content: Printed, kit: bytes, tell: Tell, cancelled: Callable[[], bool] = lambda: False
) -> bytes:
    """The PDF of a document, from the program's one worker; see ``Worker.report``."""
    return _worker.report(content, kit, tell, cancelled, kind=content.kind)


def build_word(
    content: Printed, kit: bytes, tell: Tell, cancelled: Callable[[], bool] = lambda: False
) -> bytes:
    """The same report as a Word document, from the same worker."""
    return _worker.report(content, kit, tell, cancelled, kind="word")


def build_section(
    content: Printed,
    kit: bytes,
    key: str,
    pages: Mapping[str, int],
    cancelled: Callable[[], bool] = lambda: False,
) -> bytes:
    """One block of a report alone, to be looked at at once; see ``report_templates.build``."""
    asked = json.dumps({"key": key, "pages": dict(pages)}).encode()

    def tell(_done: int, _total: int, _words: str) -> None:
        """A block has no steps worth telling."""

    return _quick.report(content, kit, tell, cancelled, kind="section", more=[asked])
