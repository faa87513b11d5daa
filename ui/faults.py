"""Where an error that nobody foresaw is reported; the roof puts its own reporter in."""

from __future__ import annotations

from collections.abc import Callable

from engagements.language import tr
from engagements.problem import Problem


def _to_log(error: BaseException) -> None:
    import logging

    logging.getLogger(__name__).error("unforeseen %s", type(error).__name__, exc_info=error)


_reporters: list[Callable[[BaseException], None]] = [_to_log]


def report_to(reporter: Callable[[BaseException], None]) -> None:
    """Replace the reporter; it may be called on any thread."""
    _reporters[0] = reporter


def report(error: BaseException) -> None:
    """Report an error that is a fault of the program."""
    _reporters[0](error)


def calm_words() -> Problem:
    """What the user reads after a fault of the program."""
    return Problem(
        tr("Something in Plumbline went wrong."),
        tr(
            "What was shown as saved is safe, and what you are typing was kept. A report is in "
            "the log folder; you can go on."
        ),
    )
