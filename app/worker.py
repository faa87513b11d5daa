"""``plumbline-worker``: builds PDFs in a process of its own; no Qt, no SQL, no file.

A request on stdin is one line of JSON, ``{"kind": "report", "sizes": [n, m]}``, with the window's
``language`` where it is not English, and then n bytes of content (JSON) and m bytes of a packed
brand kit; "questionnaire" and "record" are the other kinds of PDF, "word" asks for a Word document.
The kind "section" asks for one block of a report alone and has a third part, JSON: its ``key``, and
the ``pages`` that blocks were on in the last whole build.

On stdout follow lines of progress, ``{"step": …, "done": …, "total": …}``, and then one of:
``{"size": n}`` and n bytes of the document, ``{"problem": [title, advice]}``, with ``part`` and
``fault`` where a section cannot be set, or ``{"fault": text}``. It serves any number of requests
and ends when stdin closes.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import traceback
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread, Timer
from typing import BinaryIO, NamedTuple

from engagements.language import SOURCE, speak
from engagements.problem import Problem
from engagements.processes import stand_back
from report_templates.unsettable import Unsettable

LARGEST = 200_000_000
"""Bytes of one part of a request."""
GRACE = 60.0
"""Seconds a build may still take once nobody listens any more."""


class Request(NamedTuple):
    """What to build, from what, and the window's language, in which problems are said."""

    kind: str
    parts: list[bytes]
    language: str


def read_request(source: BinaryIO) -> Request | None:
    """The next request; None at the end, ValueError when it is malformed."""
    line = source.readline(10_000)
    if not line:
        return None
    head = json.loads(line)
    sizes = [int(size) for size in head["sizes"]]
    if not all(0 <= size <= LARGEST for size in sizes):
        raise ValueError("a part of the request is too large")
    parts = [source.read(size) for size in sizes]
    if [len(part) for part in parts] != sizes:
        return None
    return Request(str(head["kind"]), parts, str(head.get("language", SOURCE)))


def serve(source: BinaryIO, target: BinaryIO) -> None:
    """Answer requests until the source ends."""
    requests: SimpleQueue[Request | None] = SimpleQueue()
    Thread(target=_listen, args=(source, requests), daemon=True).start()
    while (request := requests.get()) is not None:
        _answer(request, target)


def _listen(source: BinaryIO, requests: SimpleQueue[Request | None]) -> None:
    """Queue requests; once the other side is gone, a build that hangs does not live on."""
    try:
        while (request := read_request(source)) is not None:
            requests.put(request)
    except (ValueError, KeyError, OSError):
        traceback.print_exc()
    requests.put(None)
    last = Timer(GRACE, os._exit, [1])
    last.daemon = True
    last.start()


def _answer(request: Request, target: BinaryIO) -> None:
    def say(**line: object) -> None:
        target.write(json.dumps(line).encode() + b"\n")
        target.flush()

    try:
        speak(request.language)
        data = _built(request, lambda step, done, total: say(step=step, done=done, total=total))
    except Unsettable as problem:
        fault = _trace(problem.__cause__) if problem.__cause__ and problem.faulty else ""
        say(problem=[problem.title, problem.advice], part=problem.part, fault=fault)
    except Problem as problem:
        say(problem=[problem.title, problem.advice])
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - the process's own edge; the other side has words
        say(fault=_trace(error))
    else:
        say(size=len(data))
        target.write(data)
        target.flush()


def _trace(error: BaseException) -> str:
    """Where it happened and of what type; no message, which may quote what a client said."""
    places = "".join(traceback.format_tb(error.__traceback__))
    return f"{places}{type(error).__name__}"


def _built(request: Request, tell: Callable[[str, int, int], None]) -> bytes:
    from report_templates.brand import BrandKit
    from report_templates.build import build, section
    from report_templates.content.printed import KINDS
    from report_templates.content.report import ReportContent

    kind, (content, kit, *more) = request.kind, request.parts
    if kind not in KINDS and kind not in ("word", "section"):
        raise ValueError(f"unknown kind of request: {kind}")
    said = KINDS.get(kind, ReportContent).model_validate_json(content)
    dress = BrandKit.from_bytes(kit)
    if not isinstance(said, ReportContent):
        return build(said, dress, tell)
    if kind == "word":
        from report_templates.beside.word.build import build as build_word

        tell("layout", 0, 0)
        return build_word(said, dress)
    if kind == "section":
        asked = json.loads(more[0])
        return section(said, dress, asked["key"], asked["pages"])
    return build(said, dress, tell)


def _own_stdout() -> BinaryIO:
    """The real stdout for answers alone; what libraries print goes to stderr."""
    target = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(sys.stdin.fileno(), os.O_BINARY)
        msvcrt.setmode(target.fileno(), os.O_BINARY)
    return target


def main() -> None:
    """Serve stdin until it closes; the parent alone decides about Ctrl+C."""
    stand_back()
    with _own_stdout() as target, contextlib.suppress(BrokenPipeError):
        import report_templates.build  # noqa: F401 - loaded while nobody waits yet

        serve(sys.stdin.buffer, target)


if __name__ == "__main__":
    main()
