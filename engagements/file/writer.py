"""The one thread that writes to an open engagement, for a program with a window."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Writer:
    """Runs calls one after another on a thread of its own, in the order they were given.

    A long call (attaching, backup) waits for the short ones before it, and lets those that came
    since run between its steps, by calling ``give_way``.
    """

    def __init__(self, name: str = "writer") -> None:
        self._ready = threading.Condition()
        self._short: deque[Callable[[], None]] = deque()
        self._long: deque[Callable[[], None]] = deque()
        self._closing = False
        self._inside_long = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def submit(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run ``work`` as soon as its turn comes. RuntimeError after ``close``."""
        return self._queue(self._short, lambda: work(*args, **kwargs))

    def submit_long(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run ``work`` when nothing short is waiting. RuntimeError after ``close``."""
        return self._queue(self._long, lambda: work(*args, **kwargs))

    def give_way(self) -> None:
        """Between two steps of a long call: run the short ones that are waiting.

        Does nothing on any other thread or inside a short call, so that a step never runs within
        another one's transaction.
        """
        if threading.current_thread() is self._thread and self._inside_long:
            self._inside_long = False
            try:
                while (task := self._next(self._short)) is not None:
                    task()
            finally:
                self._inside_long = True

    def close(self) -> None:
        """Finish everything that was given, then end the thread. Closing twice does nothing."""
        with self._ready:
            self._closing = True
            self._ready.notify()
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def _queue(self, queue: deque[Callable[[], None]], work: Callable[[], T]) -> Future[T]:
        future: Future[T] = Future()
        with self._ready:
            if self._closing:
                raise RuntimeError("the writer is closed")
            queue.append(lambda: _settle(future, work))
            self._ready.notify()
        return future

    def _next(self, queue: deque[Callable[[], None]]) -> Callable[[], None] | None:
        with self._ready:
            return queue.popleft() if queue else None

    def _run(self) -> None:
        while self._wait():
            if (task := self._next(self._short)) is not None:
                task()
            elif (task := self._next(self._long)) is not None:
                self._inside_long = True
                task()
                self._inside_long = False

    def _wait(self) -> bool:
        """Wait for work; False when there is none left and the thread is to end."""
        with self._ready:
            while not (self._short or self._long or self._closing):
                self._ready.wait()
            return bool(self._short or self._long)


def _settle(future: Future[Any], work: Callable[[], Any]) -> None:
    """Run ``work`` into its future, whatever comes of it."""
    if not future.set_running_or_notify_cancel():
        return
    try:
        future.set_result(work())
    except BaseException as error:  # noqa: BLE001 - it belongs to whoever waits for the future
        future.set_exception(error)
