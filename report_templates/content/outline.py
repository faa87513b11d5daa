"""The numbered outline of a report: which sections and sub-sections it has, and their order."""

from __future__ import annotations

from engagements.assessment.earlier import previous
from engagements.records import Evidence, MetricReading
from engagements.records.snapshot import Snapshot
from engagements.roadmap.model import PlannedTransition, Roadmap
from report_templates.content.base import Entry, Part
from report_templates.profiles import Profile
from report_templates.words import Words

UNNUMBERED = (Part.COVER, Part.CONTENTS)
UNDER = {Part.DIMENSIONS: Part.GLANCE, Part.TRANSITIONS: Part.ROADMAP}
"""Sections of several pages, and the section that they stand under."""


def transition_key(step: PlannedTransition) -> str:
    """The bookmark of a transition's page."""
    return f"transition-{step.from_level}-{step.to_level}"


def dimension_key(code: str) -> str:
    """The bookmark of a dimension's page."""
    return f"dimension-{code}"


def _roadmap_about(roadmap: Roadmap | None, say: Words) -> str:
    if roadmap is None:
        return say("outline.roadmap.none")
    if not roadmap.transitions:
        return say("outline.roadmap.keeping")
    return say.many("outline.roadmap.about", len(roadmap.transitions))


def _name(part: Part, snapshot: Snapshot, say: Words) -> str:
    kept = previous(snapshot)
    if part is Part.PROGRESS and kept is not None:
        month = say(f"month.{kept.assessed.month}")
        return say("outline.progress.since", month=month, year=kept.assessed.year)
    return say(f"outline.{part.value}.name")


def _about(part: Part, snapshot: Snapshot, roadmap: Roadmap | None, say: Words) -> str:
    if part is Part.GLANCE:
        return say.many("outline.glance.about", len(snapshot.framework.criteria))
    if part is Part.ROADMAP:
        return _roadmap_about(roadmap, say)
    if part is Part.EVIDENCE:
        n = len(snapshot.of(Evidence))
        return say.many("outline.evidence.about", n) if n else say("outline.evidence.none")
    if part is Part.DELIVERY:
        n = len({one.metric for one in snapshot.of(MetricReading)})
        total = len(snapshot.framework.metrics)
        return say.many("outline.delivery.about", n, total=total)
    return say(f"outline.{part.value}.about")


def _steps(roadmap: Roadmap | None, say: Words) -> list[Entry]:
    return [
        Entry(
            key=transition_key(step),
            part=Part.TRANSITIONS,
            number="",
            name=say("outline.transition.name", low=step.from_level, high=step.to_level),
            about=say.many(f"outline.transition.{step.axis}", len(step.actions)),
        )
        for step in (roadmap.transitions if roadmap else ())
    ]


def sheet_key(action: str) -> str:
    """The bookmark of an action's sheet."""
    return f"sheet-{action}"


def _sheets(roadmap: Roadmap | None) -> list[Entry]:
    """A sheet per action, called by the action's own number."""
    return [
        Entry(
            key=sheet_key(action.id),
            part=Part.ACTIONS,
            number=action.id,
            name=action.title,
            about=step.headline,
        )
        for step in (roadmap.transitions if roadmap else ())
        for action in step.actions
    ]


def _dimensions(snapshot: Snapshot, say: Words) -> list[Entry]:
    framework = snapshot.framework
    return [
        Entry(
            key=dimension_key(one.code),
            part=Part.DIMENSIONS,
            number="",
            name=one.name,
            about=say.many(
                "outline.dimensions.about",
                sum(criterion.dimension == one.code for criterion in framework.criteria),
            ),
        )
        for one in framework.dimensions
    ]


def _numbered(found: list[Entry], number: int, *, nested: bool) -> list[Entry]:
    """Entries below section ``number``, or sections of their own after it."""
    return [
        one.model_copy(
            update={
                "number": f"{number}.{place}" if nested else str(number + place),
                "depth": 1 if nested else 0,
            }
        )
        for place, one in enumerate(found, start=1)
    ]


def outline(
    snapshot: Snapshot, roadmap: Roadmap | None, profile: Profile, say: Words
) -> tuple[Entry, ...]:
    """Numbered entries in the report's order; cover and contents are not in it.

    Dimensions are sub-sections of the map, transitions of the roadmap overview; each becomes a
    section when that is left out or stands elsewhere.
    """
    found: list[Entry] = []
    number = 0
    before: Part | None = None
    for part in profile.parts:
        if part in UNNUMBERED or (part is Part.PROGRESS and previous(snapshot) is None):
            continue
        if part in UNDER:
            nested = UNDER[part] is before
            pages = _dimensions(snapshot, say)
            if part is Part.TRANSITIONS:
                pages = _steps(roadmap, say)
            found += _numbered(pages, number, nested=nested)
            number += 0 if nested else len(pages)
            before = part
            continue
        if part is Part.ACTIONS and (sheets := _sheets(roadmap)):
            found += sheets
            continue
        number += 1
        before = part
        found.append(
            Entry(
                key=part.value,
                part=part,
                number=str(number),
                name=_name(part, snapshot, say),
                about=_about(part, snapshot, roadmap, say),
            )
        )
    return tuple(found)
