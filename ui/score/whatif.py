"""What if: supposed answers over the real ones, for the page to show dashed; nothing is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engagements.assessment.model import CaseAssessment
from engagements.assessment.suppose import suppose
from engagements.framework.model import AnswerValue
from engagements.language import tr, trn
from engagements.records.snapshot import Snapshot
from ui.figures.beside import Interval
from ui.parts.voices import answer_label, level_words


@dataclass(frozen=True)
class Supposed:
    """One supposed answer: its criterion, the value, and the value in words."""

    criterion: str
    value: AnswerValue
    words: str


@dataclass(frozen=True)
class Overlay:
    """What the page shows over the real figures while answers are supposed."""

    answers: tuple[Supposed, ...]
    headline: str
    """The level in words: "1 to 2"."""
    level: Interval
    dimensions: Mapping[str, Interval]
    verified: int | None

    def value(self, criterion: str) -> AnswerValue | None:
        """What is supposed of a criterion; None when nothing is."""
        return next((one.value for one in self.answers if one.criterion == criterion), None)


def overlay_of(
    snapshot: Snapshot, case: CaseAssessment, answers: Mapping[str, AnswerValue]
) -> Overlay:
    """Pure: the level with these answers in place of what was heard."""
    framework = snapshot.framework
    found = suppose(framework, case, answers)
    return Overlay(
        answers=tuple(
            Supposed(key, value, answer_label(framework, value).lower())
            for key, value in answers.items()
        ),
        headline=level_words(found.low, found.high, plus=found.plus),
        level=Interval(found.low, found.high),
        dimensions={key: Interval(one.low, one.high) for key, one in found.dimensions.items()},
        verified=found.verified,
    )


def band_words(overlay: Overlay | None) -> str:
    """What the band over the page says."""
    if overlay is None or not overlay.answers:
        return tr("What if: choose a criterion and suppose an answer. Nothing is written.")
    return trn(
        "What if: {n} answer supposed, nothing is written",
        "What if: {n} answers supposed, nothing is written",
        len(overlay.answers),
    )
