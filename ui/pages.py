"""Which pages there are, in the order of the rail; each is imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from ui.desk import Desk
from ui.page import Page


@dataclass(frozen=True)
class Place:
    """One entry of the rail. ``make`` imports the page's module only when called."""

    name: str
    label: str
    icon: str
    key: str
    make: Callable[[Desk], Page]
    needs_case: bool = True


def _page(module: str, name: str) -> Callable[[Desk], Page]:
    def make(desk: Desk) -> Page:
        return getattr(import_module(module), name)(desk)

    return make


PLACES = (
    Place("home", "Home", "engagements", "Alt+Home", _page("ui.home.page", "HomePage"), False),
    Place(
        "interview",
        "Interview",
        "interview",
        "Ctrl+Shift+I",
        _page("ui.interview.page", "InterviewPage"),
    ),
    Place("score", "Score", "score", "Ctrl+Shift+S", _page("ui.score.page", "ScorePage")),
    Place("report", "Report", "report", "Ctrl+Shift+P", _page("ui.report.page", "ReportPage")),
)
