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
    table: str = ""
    """The module with the table of its commands."""

    def commands(self) -> Sequence[Command]:
        """What can be done there, told without making the page."""
        return import_module(self.table).COMMANDS if self.table else ()


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
        table="ui.home.commands",
    ),
    Place(
        "interview",
        mark("Interview"),
        "interview",
        "Ctrl+Shift+I",
        _page("ui.interview.page", "InterviewPage"),
        ("answer", "note", "person", "interview", "evidence", "evidence_request"),
        table="ui.interview.commands",
    ),
    Place(
        "findings",
        mark("Findings"),
        "findings",
        "Ctrl+Shift+F",
        _page("ui.findings.page", "FindingsPage"),
        ("judgement", "finding", "answer"),
        table="ui.findings.commands",
    ),
    Place(
        "score",
        mark("Score"),
        "score",
        "Ctrl+Shift+S",
        _page("ui.score.page", "ScorePage"),
        table="ui.score.commands",
    ),
    Place(
        "roadmap",
        mark("Roadmap"),
        "roadmap",
        "Ctrl+Shift+R",
        _page("ui.roadmap.page", "RoadmapPage"),
        ("plan_change",),
        table="ui.roadmap.commands",
    ),
    Place(
        "evidence",
        mark("Evidence"),
        "library",
        "Ctrl+Shift+E",
        _page("ui.evidence.page", "EvidencePage"),
        ("evidence", "evidence_request"),
        table="ui.evidence.commands",
    ),
    Place(
        "metrics",
        mark("Metrics"),
        "hash",
        "Ctrl+Shift+M",
        _page("ui.metrics.page", "MetricsPage"),
        ("metric_reading",),
        table="ui.metrics.commands",
    ),
    Place(
        "report",
        mark("Report"),
        "report",
        "Ctrl+Shift+P",
        _page("ui.report.page", "ReportPage"),
        ("report_settings", "wording", "comment"),
        table="ui.report.commands",
    ),
    Place(
        "history",
        mark("History"),
        "clock",
        "Ctrl+Shift+H",
        _page("ui.history.page", "HistoryPage"),
        table="ui.history.commands",
    ),
    Place(
        "settings",
        mark("Settings"),
        "settings",
        "Ctrl+,",
        _page("ui.settings.page", "SettingsPage"),
        needs_case=False,
        foot=True,
        table="ui.settings.commands",
    ),
)
"""In the order of the rail."""
