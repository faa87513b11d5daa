"""Works out the outline of a snapshot: pure, and off the window's thread."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from engagements.assessment.model import CaseAssessment
from engagements.assessment.rules import VALUES, is_unknown, low_of
from engagements.framework.model import AnswerValue
from engagements.language import tr, trn
from engagements.problem import Problem
from engagements.records.outcome import IssuedVersion, PlanChange
from engagements.records.snapshot import Snapshot
from engagements.roadmap.model import PlannedAction, PlannedTransition, Roadmap, Three
from engagements.roadmap.plan import decided, plan_case, start_of
from engagements.roadmap.transition import weeks_of
from report_templates.figures.of_timeline import timeline
from ui import locale
from ui.roadmap.outline import Closed, Entry, Link, Offer, Omitted, Outline, Step

WEEKS_A_MONTH = Decimal(52) / 12
SHORT = Decimal(2)
"""A transition that surely ends within so many weeks is told in days."""


def outline_of(snapshot: Snapshot, case: CaseAssessment) -> Outline:
    """The page's content; the same snapshot always gives the same."""
    return _Draft(snapshot, case).outline()


def weeks_words(weeks: Decimal) -> str:
    """A duration: "1 week", "2.5 weeks"."""
    shown = locale.number(locale.without_zeros(weeks))
    return tr("1 week") if shown == "1" else tr("{n} weeks", n=shown)


def span_words(weeks: Three, unit: str) -> str:
    """A range of durations in whole weeks or months, in days while it is short."""
    if unit == "months":
        return _range(weeks.low / WEEKS_A_MONTH, weeks.high / WEEKS_A_MONTH, "month")
    if weeks.high <= SHORT:
        return _range(weeks.low * 5, weeks.high * 5, "day")
    return _range(weeks.low, weeks.high, "week")


def _range(least: Decimal, most: Decimal, unit: str) -> str:
    low, high = max(1, round(least)), max(1, round(most))
    single = {
        "day": trn("{n} day", "{n} days", high),
        "week": trn("{n} week", "{n} weeks", high),
        "month": trn("{n} month", "{n} months", high),
    }
    ranged = {
        "day": tr("{low} to {high} days", low=low, high=high),
        "week": tr("{low} to {high} weeks", low=low, high=high),
        "month": tr("{low} to {high} months", low=low, high=high),
    }
    return single[unit] if low >= high else ranged[unit]


def _weeks_changed(now: Three, usual: Three) -> str:
    """Every figure that is not the generated one, with what that was."""
    figures = (
        (tr("low"), now.low, usual.low),
        (tr("likely"), now.likely, usual.likely),
        (tr("high"), now.high, usual.high),
    )
    said = [
        tr("{figure} was {weeks}", figure=name, weeks=weeks_words(was))
        for name, is_now, was in figures
        if is_now != was
    ]
    return tr("Changed by you: {what}.", what=", ".join(said)) if said else ""


class _Draft:
    """One snapshot on its way to an outline."""

    def __init__(self, snapshot: Snapshot, case: CaseAssessment) -> None:
        self._snapshot, self._case = snapshot, case
        self._framework = snapshot.framework
        self._say = locale.figure_words()
        self._by_hand = decided(snapshot.of(PlanChange))
        self._plan: Roadmap | None = None
        self._inside: set[str] = set()

    def outline(self) -> Outline:
        """The whole page; one that has no plan says why."""
        engagement, level = self._snapshot.engagement, self._case.level.low
        leads_to = min(4, level + 1) if engagement.target is None else int(engagement.target)
        try:
            start = start_of(self._snapshot)
        except Problem:
            start = None
        issued = max(self._snapshot.of(IssuedVersion), key=lambda one: one.issued, default=None)
        bare = Outline(
            state="planned",
            title="",
            advice="",
            start=start,
            start_agreed=engagement.roadmap_start is not None,
            target=engagement.target,
            leads_to=leads_to,
            by="",
            steps=(),
            left_out=(),
            offers=(),
            roles=tuple((one.code, one.name) for one in self._framework.roles),
            transition=None,
            overview=None,
            changes=len(self._by_hand),
            warning="",
            issued=issued.version if issued else "",
            issued_on=self._say.date(issued.issued.date()) if issued else "",
        )
        if not self._case.answered:
            return replace(
                bare,
                state="unasked",
                title=tr("There is nothing to plan yet"),
                advice=tr("The plan is made from what is missing. Record the first answers."),
            )
        if start is None:
            return replace(
                bare,
                state="undated",
                title=tr("The plan has no start date"),
                advice=tr("Give the day on which the work begins, at the top left."),
            )
        return self._planned(bare)

    def _planned(self, bare: Outline) -> Outline:
        self._plan = plan = plan_case(self._snapshot, self._case)
        if not plan.transitions:
            return self._reached(bare, plan)
        self._inside = {one.id for step in plan.transitions for one in step.actions}
        retimed = frozenset(one for one in self._inside if self._is_retimed(one))
        steps, last = self._steps(plan), plan.transitions[-1]
        return replace(
            bare,
            start=plan.start,
            by=self._day(last.finish_likely) if last.predicted >= bare.leads_to else "",
            steps=steps,
            left_out=tuple(self._omitted(one) for one in plan.left_out),
            offers=self._offers(),
            transition=timeline(plan, self._say, changed=retimed),
            overview=timeline(plan, self._say, linear=True, changed=retimed),
            warning=self._warning(plan),
        )

    def _reached(self, bare: Outline, plan: Roadmap) -> Outline:
        highest = plan.level >= 4
        return replace(
            bare,
            state="reached",
            left_out=tuple(self._omitted(one) for one in plan.left_out),
            title=tr("Level {level} is reached", level=plan.level),
            advice=tr("Nothing is left to plan. What keeps the level is in the report.")
            if highest
            else tr(
                "The target is level {target}. Choose a higher one to plan on.", target=plan.target
            ),
        )

    def _steps(self, plan: Roadmap) -> tuple[Step, ...]:
        found: list[Step] = []
        number = 0
        for step in plan.transitions:
            entries = tuple(
                self._entry(one, step, number + place)
                for place, one in enumerate(step.actions, start=1)
            )
            number += len(entries)
            found.append(
                Step(
                    id=step.id,
                    from_level=step.from_level,
                    to_level=step.to_level,
                    headline=step.headline,
                    length=span_words(step.weeks, step.axis) if entries else tr("no actions"),
                    outcome=self._outcome(step),
                    short=step.predicted < step.to_level,
                    finish=self._days(step),
                    entries=entries,
                )
            )
        return tuple(found)

    def _outcome(self, step: PlannedTransition) -> str:
        if step.predicted < step.to_level:
            return tr(
                "Stays at level {level}: not everything that level {next} asks for is in the plan.",
                level=step.predicted,
                next=step.to_level,
            )
        return tr(
            "Reaches level {level} by {date}, if all of it is done.",
            level=step.predicted,
            date=self._day(step.finish_likely),
        )

    def _warning(self, plan: Roadmap) -> str:
        """The first level that the plan as it is does not reach."""
        short = next((one for one in plan.transitions if one.predicted < one.to_level), None)
        if short is None:
            return ""
        return tr("Level {level} is not reached by this plan", level=short.to_level)

    def _entry(self, one: PlannedAction, step: PlannedTransition, number: int) -> Entry:
        action = self._framework.action[one.id]
        change = self._by_hand.get(one.id)
        finish = self._days(one)
        role = self._framework.role.get(one.owner or "")
        usual = weeks_of(action)
        return Entry(
            id=one.id,
            title=one.title,
            about=action.deliverable,
            acceptance=action.acceptance,
            number=number,
            from_level=step.from_level,
            level=step.to_level,
            owner=one.owner or "",
            owner_name=role.name if role else one.owner or tr("Nobody owns it yet"),
            owner_usual=action.owner,
            weeks=one.weeks,
            weeks_usual=usual,
            starts=self._day(one.start),
            finish=finish,
            after=tuple(self._link(before) for before in action.after),
            before=tuple(
                self._link(other.id)
                for other in self._framework.actions
                if one.id in other.after and other.id in self._inside
            ),
            closes=tuple(self._closed(criterion) for criterion in one.closes),
            why=self._why(one, change),
            weeks_changed=_weeks_changed(one.weeks, usual),
            owner_changed=self._owner_changed(one, action.owner),
            retimed=self._is_retimed(one.id),
            added=change is not None and change.include is True,
            reason=change.reason if change else "",
            dates=tr(
                "Starts {start}, likely done {likely}, between {low} and {high}.",
                start=self._day(one.start),
                likely=finish[1],
                low=finish[0],
                high=finish[2],
            ),
        )

    def _why(self, one: PlannedAction, change: PlanChange | None) -> str:
        if change is not None and change.include is True:
            return tr("You added it.")
        if one.enabler:
            return tr("It closes nothing itself; other actions build on it.")
        return trn("It closes one open criterion.", "It closes {n} open criteria.", len(one.closes))

    def _owner_changed(self, one: PlannedAction, usual: str) -> str:
        """Who the generated owner was, where it is another one now."""
        if one.owner == (usual or None):
            return ""
        role = self._framework.role.get(usual)
        said = tr("owner was {role}", role=role.name if role else tr("open"))
        return tr("Changed by you: {what}.", what=said)

    def _closed(self, criterion: str) -> Closed:
        found = self._case.consolidated[criterion]
        if is_unknown(found.reading):
            value = AnswerValue.UNKNOWN if found.voices else None
        else:
            value = VALUES[low_of(found.reading)]
        labels = {one.code: one.label for one in self._framework.answers}
        return Closed(
            id=criterion,
            title=self._framework.criterion[criterion].title,
            value=value,
            stands=tr("not asked") if value is None else labels[value],
        )

    def _omitted(self, id_: str) -> Omitted:
        change = self._by_hand.get(id_)
        return Omitted(
            id=id_,
            title=self._framework.action[id_].title,
            reason=change.reason if change else "",
            held=tuple(
                self._link(other.id)
                for other in self._framework.actions
                if id_ in other.after and other.id in self._inside
            ),
        )

    def _offers(self) -> tuple[Offer, ...]:
        steps = {one.id: one for one in self._framework.transitions}
        return tuple(
            Offer(
                id=one.id,
                title=one.title,
                about=tr(
                    "level {low} to {high}",
                    low=steps[one.transition].from_level,
                    high=steps[one.transition].to_level,
                ),
            )
            for one in self._framework.actions
            if one.id not in self._inside
        )

    def _link(self, id_: str) -> Link:
        """Another action, with whether it is in the plan."""
        title = self._framework.action[id_].title
        if id_ in self._inside:
            return Link(id_, title)
        omitted = self._plan is not None and id_ in self._plan.left_out
        return Link(id_, title, "omitted" if omitted else "done")

    def _is_retimed(self, id_: str) -> bool:
        change = self._by_hand.get(id_)
        return change is not None and weeks_of(self._framework.action[id_], change) != weeks_of(
            self._framework.action[id_]
        )

    def _days(self, one: PlannedAction | PlannedTransition) -> tuple[str, str, str]:
        return (
            self._day(one.finish_low),
            self._day(one.finish_likely),
            self._day(one.finish_high),
        )

    def _day(self, day: date) -> str:
        return locale.day(day)
