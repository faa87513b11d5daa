"""Errors in methods that Qt calls: they reach the log instead of ending the program.

An error that C code raises, as ``int("x")`` does or a widget that is gone, is not yet an instance
when it leaves a method on Python 3.11. PySide6 (6.9 to 6.11) takes it for one when the method
overrides one of Qt's, and the process ends with a segmentation fault. A Python frame that catches
the error makes it whole. From Python 3.12 on every error is.

It holds for what a class of Qt's line defines itself, not for what it has from a plain class beside
it. What is guarded takes any arguments, so a signal must not be connected to it that has more than
it wants.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any

from shiboken6 import Shiboken

QT = ("PySide6", "Shiboken")


def guard() -> None:
    """Let every class that is made from one of Qt's from now on hand its errors on whole."""
    if sys.version_info < (3, 12):
        Shiboken.Object.__init_subclass__ = classmethod(_guarded)  # type: ignore[assignment]


def _guarded(cls: type[Shiboken.Object], **given: Any) -> None:
    super(Shiboken.Object, cls).__init_subclass__(**given)
    base = next(one for one in cls.__mro__ if one.__module__.startswith(QT))
    for name, method in tuple(vars(cls).items()):
        if isinstance(method, FunctionType) and not name.startswith("_") and hasattr(base, name):
            setattr(cls, name, _whole(method))


def _whole(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def called(*args: Any, **given: Any) -> Any:
        try:
            return method(*args, **given)
        except BaseException:  # noqa: TRY203 - to be caught is what makes it whole
            raise

    return called
