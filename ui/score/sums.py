"""The sum of one level in words and figures, under the ladder and behind each figure."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from engagements.assessment.arithmetic import Tally
from engagements.assessment.rules import NA, NO, PARTLY, YES, rules_of
from engagements.framework.model import Framework
from engagements.language import tr, trn
from report_templates.figures.of_assessment import percent
from ui import locale


def sum_words(
    framework: Framework, tally: Tally, dimension: str = "", weak: tuple[int, str] = (0, "")
) -> str:
    """What a level counts, its exact share, and what decided.

    ``weak`` says how many of those that count as no do so for another reason, and the words for
    it, as in "{n} open".
    """
    if tally.share is None:
        return tr("Level {level}: no criteria apply.", level=tally.level)
    shown = tr(
        "{added} / {total} = {exact}, {share}.",
        added=_added(framework, tally),
        total=tally.applicable,
        exact=tally.share,
        share=percent(tally.share, locale.figure_words()),
    )
    limit = tr("It takes more than {limit} %.", limit=_plain(tally.limit * 100))
    parts = [f"{_needs(tally, dimension)} {_counts(tally, weak)}", shown, limit]
    if tally.stops:
        parts.append(tr("Stopped by {names}.", names=", ".join(tally.stops)))
    return " ".join(parts)


def _plain(number: Fraction | float) -> str:
    """A number with no more digits than it needs."""
    return locale.number(Decimal(f"{float(number):g}"))


def _needs(tally: Tally, dimension: str) -> str:
    many, level = len(tally.criteria), tally.level
    if dimension:
        return trn(
            "Level {level} has {n} criterion here:",
            "Level {level} has {n} criteria here:",
            many,
            level=level,
        )
    return trn(
        "Level {level} needs its {n} core criterion:",
        "Level {level} needs its {n} core criteria:",
        many,
        level=level,
    )


def _counts(tally: Tally, weak: tuple[int, str]) -> str:
    """As in ``3 yes, 1 partly, 1 no, 1 open``."""
    number, why = weak
    found = [tr("{n} yes", n=tally.count(YES)), tr("{n} partly", n=tally.count(PARTLY))]
    found.append(tr("{n} no", n=tally.count(NO) - number))
    if number:
        found.append(tr(why, n=number))
    if tally.count(NA):
        found.append(tr("{n} not applicable", n=tally.count(NA)))
    return f"{', '.join(found)}."


def _added(framework: Framework, tally: Tally) -> str:
    """The points as they are added up."""
    rules = rules_of(framework)
    half = rules.points[PARTLY] / rules.unit
    if not tally.count(PARTLY):
        return str(tally.count(YES))
    return f"({tally.count(YES)} + {tally.count(PARTLY)} × {_plain(half)})"
