"""What settling a criterion changes and asks for, in words."""

from __future__ import annotations

from engagements.assessment.heat_map import Effect, Flag
from engagements.framework.model import Framework
from engagements.language import tr
from ui.findings.presenter import Pending
from ui.findings.reading import Detail

MOST_NAMED = 3


def effect_words(framework: Framework, effect: Effect) -> str:
    """How the levels move, and what still blocks the next one."""
    name = framework.dimension[effect.dimension].name
    parts = [
        _moved(name, effect.dimension_before, effect.dimension_after),
        _moved(tr("The overall level"), effect.overall_before, effect.overall_after),
    ]
    if effect.frees and effect.overall_before == effect.overall_after:
        parts.append(tr("It no longer blocks the next level."))
    if effect.blockers:
        named = ", ".join(effect.blockers[:MOST_NAMED])
        more = len(effect.blockers) - MOST_NAMED
        if more > 0:
            named = tr("{codes} and {n} more", codes=named, n=more)
        parts.append(tr("{codes} still block the next level.", codes=named))
    return " ".join(parts)


def ask_words(detail: Detail, pending: Pending) -> str:
    """What a reason is asked for; empty where none is or one is given."""
    if pending.reason.strip() or pending.value is None:
        return ""
    if Flag.DISAGREEMENT in detail.cell.flags or detail.differs:
        return tr("Voices differ: say why in a sentence.")
    if detail.proposed is not None and pending.value is not detail.proposed:
        return tr("This departs from what was shown: say why.")
    return ""


def _moved(what: str, before: tuple[int, int], after: tuple[int, int]) -> str:
    if before == after:
        return tr("{what} stays at level {level}.", what=what, level=_level(after))
    return tr(
        "{what} goes from level {before} to {after}.",
        what=what,
        before=_level(before),
        after=_level(after),
    )


def _level(interval: tuple[int, int]) -> str:
    low, high = interval
    return str(low) if low == high else f"{low}–{high}"
