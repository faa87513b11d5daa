"""The profiles a report can be made in: which sections it has, for whom."""

from __future__ import annotations

from collections.abc import Iterable

from engagements.framework.model import Value
from engagements.language import tr
from engagements.problem import Problem
from report_templates.content.base import Part

FRONT = (Part.COVER, Part.CONTENTS)
"""Sections that always come first."""


class Profile(Value):
    """A named choice of sections. Its name and its purpose in words are in the texts.

    A ``brief`` one gives each section one page, whatever the size of the engagement.
    """

    code: str
    parts: tuple[Part, ...]
    brief: bool = False

    def without(self, left_out: tuple[str, ...]) -> Profile:
        """The same profile less the sections named; the cover always stays."""
        kept = tuple(p for p in self.parts if p is Part.COVER or p.value not in left_out)
        return self.model_copy(update={"parts": kept})

    def called(self, names: Iterable[str]) -> tuple[str, ...]:
        """Names of sections, trimmed; a Problem names one that this profile has not."""
        found = tuple(name.strip() for name in names if name.strip())
        there = [part.value for part in self.parts if part not in FRONT]
        for name in found:
            if name not in there:
                raise Problem(
                    tr("This report has no section “{name}”.", name=name),
                    tr("Choose from: {names}.", names=", ".join(there)),
                )
        return found

    def others(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The sections, but cover and contents, that are not among those names."""
        return tuple(p.value for p in self.parts if p not in FRONT and p.value not in names)

    def ordered(self, order: tuple[str, ...]) -> Profile:
        """The same sections as ``order`` names them; others follow as usual.

        Cover and contents stay in front, and names of no section are passed over.
        """
        places = {part: place for place, part in enumerate(order)}
        front = tuple(part for part in self.parts if part in FRONT)
        rest = [part for part in self.parts if part not in FRONT]
        rest.sort(key=lambda part: places.get(part.value, len(places)))
        return self.model_copy(update={"parts": (*front, *rest)})


PROFILES: dict[str, Profile] = {
    profile.code: profile
    for profile in (
        Profile(code="full", parts=tuple(part for part in Part if part is not Part.ACTIONS)),
        Profile(
            code="findings",
            parts=(
                Part.COVER,
                Part.CONTENTS,
                Part.GLANCE,
                Part.DIMENSIONS,
                Part.EVIDENCE,
                Part.METHOD,
            ),
        ),
        Profile(
            code="board",
            parts=(Part.COVER, Part.SUMMARY, Part.GLANCE, Part.ROADMAP),
            brief=True,
        ),
        Profile(
            code="roadmap",
            parts=(Part.COVER, Part.CONTENTS, Part.ROADMAP, Part.TRANSITIONS, Part.METHOD),
        ),
        Profile(code="actions", parts=(Part.COVER, Part.ACTIONS)),
    )
}


def profile(code: str) -> Profile:
    """The profile of that code; a Problem names the ones there are."""
    found = PROFILES.get(code)
    if found is None:
        names = ", ".join(PROFILES)
        raise Problem(
            tr("There is no report profile “{code}”.", code=code),
            tr("Choose one of: {names}.", names=names),
        )
    return found
