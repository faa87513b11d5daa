"""Which pages there are, in the order of the rail; each is imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple

from engagements.language import mark
from ui.desk import Desk
from ui.page import Command, Page


class Place(NamedTuple):
    """One entry of the rail. ``make`` imports the page's module only when called."""

    name: str
    label: str
    icon: str
    key: str
    make: Callable[[Desk], Page]
    kinds: tuple[str, ...] = ()
    """The kinds of records that are seen and changed there; undo goes to it first."""
    needs_case: bool = True
    foot: bool = False
    """At the foot of the rail."""
    package: str = ""
    """Where its modules are: the page, and the table of its commands."""

    @property
    def module(self) -> str:
        """The module of the page; empty for one that is made of nothing to load."""
        return self.package and f"{self.package}.page"

    def commands(self) -> Sequence[Command]:
        """What can be done there, told without making the page."""
        return import_module(f"{self.package}.commands").COMMANDS if self.package else ()


def _page(module: str, name: str) -> Callable[[Desk], Page]:
    def make(desk: Desk) -> Page:
        return getattr(import_module(module), name)(desk)

    return make


PLACES = (
    Place(
        "home",
        mark("Home"),
        "engagements",
        "Alt+Home",
        _page("ui.home.page", "HomePage"),
        needs_case=False,
        package="ui.home",
    ),
    Place(
        "interview",
        mark("Interview"),
        "interview",
        "Ctrl+Shift+I",
        _page("ui.interview.page", "InterviewPage"),
        ("answer", "note", "person", "interview", "evidence", "evidence_request"),
        package="ui.interview",
    ),
    Place(
        "findings",
        mark("Findings"),
        "findings",
        "Ctrl+Shift+F",
        _page("ui.findings.page", "FindingsPage"),
        ("judgement", "finding", "answer"),
        package="ui.findings",
    ),
    Place(
        "score",
        mark("Score"),
        "score",
        "Ctrl+Shift+S",
        _page("ui.score.page", "ScorePage"),
        package="ui.score",
    ),
    Place(
        "roadmap",
        mark("Roadmap"),
        "roadmap",
        "Ctrl+Shift+R",
        _page("ui.roadmap.page", "RoadmapPage"),
        ("plan_change",),
        package="ui.roadmap",
    ),
    Place(
        "evidence",
        mark("Evidence"),
        "library",
        "Ctrl+Shift+E",
        _page("ui.evidence.page", "EvidencePage"),
        ("evidence", "evidence_request"),
        package="ui.evidence",
    ),
    Place(
        "metrics",
        mark("Metrics"),
        "hash",
        "Ctrl+Shift+M",
        _page("ui.metrics.page", "MetricsPage"),
        ("metric_reading",),
        package="ui.metrics",
    ),
    Place(
        "report",
        mark("Report"),
        "report",
        "Ctrl+Shift+P",
        _page("ui.report.page", "ReportPage"),
        ("report_settings", "wording", "comment"),
        package="ui.report",
    ),
    Place(
        "history",
        mark("History"),
        "clock",
        "Ctrl+Shift+H",
        _page("ui.history.page", "HistoryPage"),
        package="ui.history",
    ),
    Place(
        "settings",
        mark("Settings"),
        "settings",
        "Ctrl+,",
        _page("ui.settings.page", "SettingsPage"),
        needs_case=False,
        foot=True,
        package="ui.settings",
    ),
)
"""In the order of the rail."""
