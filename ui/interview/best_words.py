"""Why a question is best asked next, in words."""

from __future__ import annotations

from engagements.assessment.next_best import NextBest
from engagements.framework.model import Framework
from engagements.language import tr


def best_title(best: NextBest | None, framework: Framework) -> str:
    """Code and title; empty without a question."""
    if best is None:
        return ""
    return f"{best.criterion} {framework.criterion[best.criterion].title}"


def best_reason(best: NextBest | None, framework: Framework) -> str:
    """What hangs on it: ``Decides level 1 of Source control``; empty without a question."""
    if best is None:
        return ""
    if best.dimension is None:
        if best.decides:
            return tr("Decides overall level {level}", level=best.level)
        return tr("Overall level {level} hangs on it", level=best.level)
    name = framework.dimension[best.dimension].name
    if best.decides:
        return tr("Decides level {level} of {dimension}", level=best.level, dimension=name)
    return tr("Level {level} of {dimension} hangs on it", level=best.level, dimension=name)
