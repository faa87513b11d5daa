"""The profiles a report can be made in: which sections it has, for whom."""

from __future__ import annotations

from engagements.framework.model import Value
from engagements.language import tr
from engagements.problem import Problem
from report_templates.content.base import Part


class Profile(Value):
    """A named choice of sections. Its name and its purpose in words are in the texts."""

    code: str
    parts: tuple[Part, ...]

    def without(self, left_out: tuple[str, ...]) -> Profile:
        """The same profile less the sections named; the cover always stays."""
        kept = tuple(p for p in self.parts if p is Part.COVER or p.value not in left_out)
        return Profile(code=self.code, parts=kept)


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
            parts=(Part.COVER, Part.SUMMARY, Part.GLANCE, Part.ROADMAP, Part.METHOD),
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
