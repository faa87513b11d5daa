"""The lists of criteria: what blocks, what to ask, what lifts most for least, debt, not asked."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal

from engagements.assessment.coverage import unasked
from engagements.assessment.explain import Flip, closest_flips
from engagements.assessment.level import by_urgency
from engagements.assessment.model import CaseAssessment, Consolidated, Debt, Reading
from engagements.assessment.rules import VALUES, is_unknown, low_of
from engagements.framework.model import Action, AnswerValue, Framework
from engagements.language import tr, trn
from engagements.records.snapshot import Snapshot
from ui.parts.voices import answer_label
from ui.score.overall import listed
from ui.score.standing import Block, Line, State

DAYS = 5
"""Working days of a week."""
ORDER = (AnswerValue.YES, AnswerValue.PARTLY, AnswerValue.NO, AnswerValue.NA)


class Lines:
    """Makes the lines of one snapshot's lists."""

    def __init__(self, snapshot: Snapshot, case: CaseAssessment) -> None:
        self._snapshot, self._case = snapshot, case
        self._framework: Framework = snapshot.framework
        self._readings: Mapping[str, Reading] = {
            key: one.reading for key, one in case.consolidated.items()
        }

    def blockers(self) -> Block:
        """What stands before the next level, the ones that knock it out first."""
        level = self._case.level
        if level.low == len(self._framework.levels) - 1:
            top = tr("The highest level is reached.")
            return Block("blockers", tr("What blocks"), "", (), top)
        order = by_urgency(self._framework, level.blockers, self._readings)
        return Block(
            "blockers",
            tr("What blocks level {level}", level=level.low + 1),
            tr("once all are met: level {level}", level=level.after_blockers),
            tuple(self.line(one) for one in order),
        )

    def ask(self) -> Block:
        """Open answers that decide between level and possible."""
        lines = tuple(self.line(one, told=False) for one in self._case.level.decisive)
        return Block("decisive", tr("Ask these next"), tr("they decide the level"), lines)

    def debt(self) -> Block:
        """What is met two levels or more above the level, each with the bases it lacks."""
        found = self._case.level.debt
        sure = sum(one.certain for one in found)
        kinds = [tr("{n} certain", n=sure)] if sure else []
        kinds += [tr("{n} possible", n=len(found) - sure)] if sure < len(found) else []
        lines = tuple(self._debt(one) for one in found)
        return Block("debt", tr("Skipped-level debt"), ", ".join(kinds), lines)

    def flips(self) -> Block:
        """Single criteria that lift something by themselves, the least effort first."""
        found = closest_flips(self._framework, self._readings)
        lines = tuple(map(self._flip, found))
        return Block("flips", tr("Closest flips"), tr("least effort first"), lines)

    def unasked(self) -> Block:
        """Supplementary criteria that nobody was asked about yet."""
        lines = tuple(self.line(one, told=False) for one in unasked(self._framework, self._case))
        remark = trn(
            "{n} criterion; it does not decide the level",
            "{n} criteria; they do not decide the level",
            len(lines),
        )
        return Block("unasked", tr("Supplementary, not asked yet"), remark, lines)

    def line(self, criterion: str, *, told: bool = True) -> Line:
        """One criterion with its answer and why; ``told`` False says whom to ask instead."""
        one = self._framework.criterion[criterion]
        found = self._case.consolidated[criterion]
        graded = told and not found.judged and not is_unknown(found.reading)
        differs = criterion in self._case.disagreements and len(found.reading) > 1
        why = self._why(found, differs=differs)
        return Line(
            criterion=criterion,
            title=one.title,
            under=why if told else tr("{why} Ask: {whom}.", why=why, whom=self._whom(criterion)),
            value=self._value(found),
            differs=differs,
            grade=found.grade if graded else None,
            grade_name=self._framework.grades[found.grade].name if graded else "",
        )

    def _value(self, found: Consolidated) -> AnswerValue | None:
        """The answer that is drawn; None where it was not asked, or not in every scope unit."""
        if is_unknown(found.reading):
            return AnswerValue.UNKNOWN if found.voices else None
        if len(found.reading) > 1 and found.criterion not in self._case.disagreements:
            return None
        return VALUES[low_of(found.reading)]

    def _why(self, found: Consolidated, *, differs: bool) -> str:
        """The answer and how many voices gave it, or what keeps it open."""
        voices = _voices(len(found.voices))
        if is_unknown(found.reading):
            return tr("Don’t know, {voices}.", voices=voices) if voices else tr("Not asked yet.")
        return f"{self._where(found)}{self._answered(found, voices, differs=differs)}"

    def _answered(self, found: Consolidated, voices: str, *, differs: bool) -> str:
        """The answer of a criterion that is known, settled or not."""
        label = self._label(self._value(found))
        if found.judged:
            settled = tr("Settled as {value}.", value=label.lower())
            return f"{settled} {tr('Answers have changed since.')}" if found.stale else settled
        if differs:
            said = [self._label(one) for one in ORDER if one in found.reading]
            quoted = [
                tr("“{answer}”", answer=one if not at else one.lower())
                for at, one in enumerate(said)
            ]
            return tr("{answers}, {voices} differ.", answers=listed(quoted), voices=voices)
        if len(found.reading) > 1:
            return tr("Not known everywhere, {voices}.", voices=voices)
        return tr("{value}, {voices}.", value=label, voices=voices)

    def _where(self, found: Consolidated) -> str:
        """The weakest scope units, where there are several and they are not all alike."""
        lows = {
            unit: low_of(criteria[found.criterion].reading)
            for unit, criteria in self._case.units.items()
        }
        worst = [unit for unit, low in lows.items() if low == low_of(found.reading)]
        if len(worst) == len(lows) or not worst:
            return ""
        names = {one.id: one.name for one in self._snapshot.scope_units}
        return f"{listed([names[one] or tr('Unnamed unit') for one in worst])}: "

    def _whom(self, criterion: str) -> str:
        """The role that leads on a criterion."""
        return self._framework.role[self._framework.criterion[criterion].roles[0]].name

    def _label(self, value: AnswerValue | None) -> str:
        return answer_label(self._framework, value or AnswerValue.UNKNOWN)

    def _debt(self, debt: Debt) -> Line:
        one = self._framework.criterion[debt.criterion]
        lacks = (
            tr("Level {level}, without {names}.", level=one.level, names=listed(debt.missing))
            if debt.missing
            else tr("Level {level}, met before the levels below it.", level=one.level)
        )
        certain = tr("Certain.") if debt.certain else tr("Possible.")
        found = self._case.consolidated[one.id]
        return Line(one.id, one.title, f"{lacks} {certain}", self._value(found))

    def _flip(self, flip: Flip) -> Line:
        one = self._framework.criterion[flip.criterion]
        lift = flip.overall if flip.overall.higher else flip.dimension
        what = self._dimension(one.dimension)
        lifts = (
            tr("Lifts the overall level.")
            if flip.overall.higher
            else tr("Lifts {what}.", what=what)
        )
        open_one = self.line(flip.criterion)
        return Line(
            criterion=one.id,
            title=tr("{title}: yes", title=one.title),
            under=f"{self._effort(flip)} {lifts}",
            value=open_one.value,
            differs=open_one.differs,
            lift=(lift.before, lift.after),
        )

    def _dimension(self, code: str) -> str:
        return self._framework.dimension[code].name

    def _effort(self, flip: Flip) -> str:
        if flip.asks:
            return tr("One question, {whom}.", whom=self._whom(flip.criterion))
        return _work(flip.action) if flip.action else tr("Work that no action covers yet.")


def blocks(snapshot: Snapshot, case: CaseAssessment, state: State) -> tuple[Block, ...]:
    """All lists of the page in their order; what has nothing to say is left out."""
    if state == "empty":
        start = tr("Start with an interview: every answer shows here what it holds back.")
        return (Block("start", tr("What blocks level {level}", level=1), "", (), start),)
    lines = Lines(snapshot, case)
    found = [lines.blockers(), lines.ask(), lines.flips(), lines.debt()]
    if state == "scored":
        found.append(lines.unasked())
    return tuple(one for one in found if one.lines or one.empty)


def _voices(number: int) -> str:
    """``3 voices``; empty for none."""
    return trn("{n} voice", "{n} voices", number) if number else ""


def _work(action: Action) -> str:
    """An action and how long it takes."""
    time = span_words(action.weeks_low, action.weeks_high)
    return tr("{action}, {time}.", action=action.title, time=time)


def span_words(low: Decimal, high: Decimal) -> str:
    """A range of elapsed working weeks: in days while it stays under two weeks."""
    if high < 2:
        least, most = math.ceil(low * DAYS), math.ceil(high * DAYS)
        if least >= most:
            return trn("{n} day", "{n} days", most)
        return trn("{low} to {n} day", "{low} to {n} days", most, low=least)
    least, most = max(1, math.floor(low)), math.ceil(high)
    if least >= most:
        return trn("{n} week", "{n} weeks", most)
    return trn("{low} to {n} week", "{low} to {n} weeks", most, low=least)
