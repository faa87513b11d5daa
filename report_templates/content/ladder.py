"""The ladder as a figure: five levels, and where the organisation stands, claims and aims."""

from __future__ import annotations

from report_templates.content.facts import Facts
from report_templates.figures.model import Glyph, Ladder, LevelMark, Step


def of(known: Facts, notes: tuple[str, ...] = ()) -> Ladder:
    """Level, possible level, verified, claimed and target as marks on five steps.

    Verified stands there only when it is lower than the level; nothing does before any answer.
    """
    say, level = known.say, known.case.level
    found: list[tuple[Glyph, int | None]] = []
    if known.scored:
        found.append((Glyph.NOW, level.low))
        if level.high != level.low:
            found.append((Glyph.POSSIBLE, level.high))
        if level.verified is not None and level.verified < level.low:
            found.append((Glyph.VERIFIED, level.verified))
        found.append((Glyph.CLAIMED, known.case.claimed))
    found.append((Glyph.TARGET, known.target))
    marks = tuple(
        LevelMark(kind=kind, level=at, word=say(f"mark.{kind.value}"))
        for kind, at in found
        if at is not None
    )
    steps = tuple(
        Step(
            level=one.number,
            name=one.name,
            reached=known.scored and one.number <= level.low,
            beyond=known.target is not None and one.number > known.target,
        )
        for one in known.framework.levels
    )
    placed = say.listed([say("ladder.alt_mark", word=m.word, level=m.level) for m in marks])
    alt = say("ladder.alt", first=steps[0].name, last=steps[-1].name)
    return Ladder(steps=steps, marks=marks, notes=notes, alt=f"{alt} {placed}.".strip())
