"""Decides what the Score page shows, and works it out off the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engagements.assessment.model import Assessment, CaseAssessment
from engagements.assessment.rules import NA, YES, low_of
from engagements.framework.model import Framework
from engagements.records.snapshot import Snapshot
from report_templates.figures.model import HeatRow
from report_templates.figures.of_assessment import heat_map, ladder
from report_templates.words import words
from ui import assessed, jobs
from ui.interview.reading import level_words
from ui.score import overall
from ui.score.lists import lists
from ui.score.shown import DimensionRow, Score, Table, TableRow

if TYPE_CHECKING:
    from ui.session import Session

MODELS = (("microsoft", "Microsoft"), ("google", "Google Cloud"), ("aws", "AWS"))
NONE = "–"


def score_of(snapshot: Snapshot, case: CaseAssessment) -> Score:
    """Everything the page shows; pure."""
    framework, say = snapshot.framework, words(snapshot.engagement.language)
    target = snapshot.engagement.target
    state = overall.state_of(framework, case)
    figure = overall.shown_marks(ladder(framework, case, target, say), state)
    number, sentence = overall.headline(framework, case, state)
    heat = heat_map(framework, case, target, say)
    blockers, ask, flips, debt = lists(snapshot, case, state)
    return Score(
        state=state,
        headline=number,
        sentence=sentence,
        answered=f"{case.answered} of {len(framework.criteria)} criteria answered",
        ladder=figure,
        rungs=overall.rungs(framework, case, say),
        next_rung=min(case.level.low + 1, overall.TOP),
        legend=overall.legend(figure, debt=any(row.debt for row in heat.rows)),
        dimensions=tuple(_dimension(framework, case, row) for row in heat.rows),
        claims=_claims(heat.rows),
        blockers=blockers,
        ask=ask,
        debt=debt,
        flips=flips,
        units=_units(snapshot, case, scored=state == "scored"),
        crosswalk=_crosswalk(framework, case.level.low if state == "scored" else None),
    )


def _dimension(framework: Framework, case: CaseAssessment, row: HeatRow) -> DimensionRow:
    level = level_words(row.low, row.high) if row.assessed else NONE
    words = [f"{row.name}: level {level}" if row.assessed else f"{row.name}: nothing answered"]
    if row.assessed and row.claimed is not None:
        words.append(f"claimed {row.claimed}")
    if row.debt:
        words.append(f"{row.debt} of skipped-level debt")
    return DimensionRow(row, level, ", ".join(words), _holding(framework, case, row))


def _holding(framework: Framework, case: CaseAssessment, row: HeatRow) -> str:
    """The first criterion that keeps a dimension where it is; its first one when none does."""
    inside = [one for one in framework.criteria if one.dimension == row.code]
    waiting = [
        one
        for one in inside
        if one.level > row.low and low_of(case.consolidated[one.id].reading) not in (YES, NA)
    ]
    return min(waiting or inside, key=lambda one: one.level).id


def _claims(rows: tuple[HeatRow, ...]) -> str:
    """Where what people say is above the level; empty while nobody was asked."""
    known = [row for row in rows if row.assessed and row.claimed is not None]
    above = {row.name: (row.claimed or 0) - row.low for row in known}
    above = {name: by for name, by in above.items() if by > 0}
    if not known:
        return ""
    if not above:
        return "No claim exceeds the level of its dimension."
    most = max(above.values())
    by = f"by {overall.count_words(most, 'level', 'levels').lower()}"
    names = [name for name, gap in above.items() if gap == most]
    among = "dimension" if len(rows) == 1 else "dimensions"
    lead = f"Claims exceed the level in {len(above)} of {len(rows)} {among}"
    if len(names) == len(above):
        return f"{lead}, {by}: {overall.listed(names)}."
    return f"{lead}, most in {overall.listed(names)}, {by}."


def _units(snapshot: Snapshot, case: CaseAssessment, *, scored: bool) -> Table | None:
    """The level of each scope unit; None while there is only one."""
    units = snapshot.scope_units
    if len(units) < 2 or not scored:
        return None
    return Table(
        title="Scope units",
        beside="The engagement is as good as its weakest unit",
        heads=("Scope unit", "Level", "Verified", "Blockers"),
        rows=tuple(
            TableRow((one.name or "Unnamed unit", *_unit(case.by_unit[one.id]))) for one in units
        ),
    )


def _unit(level: Assessment) -> tuple[str, str, str]:
    number = level_words(level.low, level.high, plus=level.plus)
    verified = NONE if level.verified is None else str(level.verified)
    return number, verified, str(len(level.blockers))


def _crosswalk(framework: Framework, here: int | None) -> Table:
    rows = {row.level: row for row in framework.crosswalk.levels}
    return Table(
        title="Crosswalk",
        beside="Nearest equivalent, not a conversion",
        heads=("Plumbline", *(title for _, title in MODELS)),
        rows=tuple(
            TableRow(
                cells=(text.name, *(rows[text.number].models.get(key, NONE) for key, _ in MODELS)),
                level=text.number,
                here=text.number == here,
                about=rows[text.number].misfit,
            )
            for text in framework.levels
            if text.number in rows
        ),
        note=framework.crosswalk.note,
    )


class ScorePresenter(QObject):
    """Follows the snapshot while the page is on screen; the newest state wins."""

    shown = Signal(object)
    """A Score; None while no engagement is open."""
    refused = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._on_screen = False
        self._told: Snapshot | None = None
        """The snapshot that is shown."""
        self._job: jobs.Job | None = None

    def entered(self) -> None:
        """The page is on screen."""
        self._on_screen = True
        self.changed()

    def left(self) -> None:
        """The page is off screen: nothing is worked out for it any more."""
        self._on_screen = False

    def case_opened(self) -> None:
        """Another engagement, or none: nothing of the last one stays."""
        self._told = None
        self.shown.emit(None)
        self.changed()

    def changed(self) -> None:
        """Show the snapshot there is now, unless it is shown or being worked out."""
        snapshot = self._session.snapshot
        if not self._on_screen or snapshot is None or snapshot is self._told or self._job:
            return
        case = assessed.known(snapshot)
        if case is not None:
            self._tell(snapshot, case)
            return
        from engagements.assessment.consolidate import assess_case

        self._job = jobs.run(
            lambda _progress: assess_case(snapshot),
            on_success=lambda found: self._worked_out(snapshot, found),
            on_failure=self._failed,
            owner=self,
        )

    def _worked_out(self, snapshot: Snapshot, case: CaseAssessment) -> None:
        self._job = None
        if snapshot is self._session.snapshot:
            assessed.keep(snapshot, case)
            self._tell(snapshot, case)
        else:
            self.changed()

    def _failed(self, problem: object) -> None:
        self._job = None
        self.refused.emit(problem)

    def _tell(self, snapshot: Snapshot, case: CaseAssessment) -> None:
        self._told = snapshot
        self.shown.emit(score_of(snapshot, case))
