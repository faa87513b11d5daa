"""The numbered outline of a report: which sections and sub-sections it has, and their order."""

from __future__ import annotations

from engagements.records import Evidence
from engagements.records.snapshot import Snapshot
from engagements.roadmap.model import PlannedTransition, Roadmap
from report_templates.content.base import Entry, Part
from report_templates.profiles import Profile
from report_templates.words import Words


def transition_key(step: PlannedTransition) -> str:
    """The bookmark of a transition's page."""
    return f"transition-{step.from_level}-{step.to_level}"


def _roadmap_about(roadmap: Roadmap | None, say: Words) -> str:
    if roadmap is None:
        return say("outline.roadmap.none")
    if not roadmap.transitions:
        return say("outline.roadmap.keeping")
    return say.many("outline.roadmap.about", len(roadmap.transitions))


def _about(part: Part, snapshot: Snapshot, roadmap: Roadmap | None, say: Words) -> str:
    if part is Part.GLANCE:
        return say.many("outline.glance.about", len(snapshot.framework.criteria))
    if part is Part.ROADMAP:
        return _roadmap_about(roadmap, say)
    if part is Part.EVIDENCE:
        n = len(snapshot.of(Evidence))
        return say.many("outline.evidence.about", n) if n else say("outline.evidence.none")
    return say(f"outline.{part.value}.about")


def _steps(roadmap: Roadmap | None, number: int, nested: bool, say: Words) -> list[Entry]:
    found: list[Entry] = []
    for place, step in enumerate(roadmap.transitions if roadmap else (), start=1):
        about = say.many(f"outline.transition.{step.axis}", len(step.actions))
        found.append(
            Entry(
                key=transition_key(step),
                number=f"{number}.{place}" if nested else str(number + place),
                name=say("outline.transition.name", low=step.from_level, high=step.to_level),
                about=about,
                depth=1 if nested else 0,
            )
        )
    return found


def outline(
    snapshot: Snapshot, roadmap: Roadmap | None, profile: Profile, say: Words
) -> tuple[Entry, ...]:
    """Numbered entries in the report's order; cover and contents are not in it.

    Transitions are sub-sections of the roadmap overview, or sections when it is left out.
    """
    found: list[Entry] = []
    number = 0
    for part in profile.parts:
        if part in (Part.COVER, Part.CONTENTS):
            continue
        if part is Part.TRANSITIONS:
            nested = Part.ROADMAP in profile.parts
            steps = _steps(roadmap, number, nested, say)
            number += 0 if nested else len(steps)
            found += steps
            continue
        number += 1
        found.append(
            Entry(
                key=part.value,
                number=str(number),
                name=say(f"outline.{part.value}.name"),
                about=_about(part, snapshot, roadmap, say),
            )
        )
    return tuple(found)
