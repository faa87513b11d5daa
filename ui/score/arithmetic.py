"""Every figure of the Score page taken apart: its exact sum, and the answers it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from engagements.assessment.arithmetic import Basis, Tally, codes_of, tallies
from engagements.assessment.earlier import previous
from engagements.assessment.model import CaseAssessment, Consolidated
from engagements.assessment.rules import NA, NO, PARTLY, YES, high_of, low_of
from engagements.assessment.suppose import supposed_case
from engagements.framework.model import AnswerValue
from engagements.language import inside, mark, tr, trn
from engagements.records import Answer, Interview
from engagements.records.people import ROOM
from engagements.records.snapshot import Snapshot
from ui.figures.course import Course
from ui.parts.voices import answer_label, level_words, person_words
from ui.score.before import before_of, course_of, day_words
from ui.score.lists import Lines
from ui.score.standing import COLUMNS, Line
from ui.score.sums import sum_words

_NAMES = {
    Basis.LEVEL: mark("Level"),
    Basis.POSSIBLE: mark("Possible"),
    Basis.VERIFIED: mark("Verified"),
    Basis.CLAIMED: mark("Claimed"),
}
_RULES = {
    Basis.LEVEL: mark("What is open counts as no."),
    Basis.POSSIBLE: mark("What is open counts as yes."),
    Basis.VERIFIED: mark("A yes or partly that its evidence does not carry counts as no."),
    Basis.CLAIMED: mark("The best answer any voice gave; what nobody spoke of counts as no."),
}
"""What each figure takes as given."""
_WEAK = {
    Basis.LEVEL: mark("{n} open"),
    Basis.POSSIBLE: mark("{n} open"),
    Basis.VERIFIED: mark("{n} open or without enough evidence"),
    Basis.CLAIMED: mark("{n} not heard of"),
}
"""How many count as no although nobody settled on that."""
_COUNTS_NO = {
    Basis.LEVEL: mark("Counts 0, open."),
    Basis.POSSIBLE: mark("Counts 0, open."),
    Basis.VERIFIED: mark("Counts 0, open or without enough evidence."),
    Basis.CLAIMED: mark("Counts 0, not heard of."),
}
_COUNTED = {
    YES: mark("Counts 1."),
    PARTLY: mark("Counts a half."),
    NO: mark("Counts 0."),
    NA: mark("Does not count."),
}
_ORDER = (AnswerValue.YES, AnswerValue.PARTLY, AnswerValue.NO, AnswerValue.NA, AnswerValue.UNKNOWN)


@dataclass(frozen=True)
class Part:
    """One sum with the criteria in it; ``key`` is its own among the parts."""

    key: str
    title: str
    sum: str
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Explanation:
    """A figure taken apart."""

    title: str
    lead: str
    parts: tuple[Part, ...]
    course: Course | None = None
    """The overall level over all assessments, where the figure is about that."""


def explain(
    snapshot: Snapshot,
    case: CaseAssessment,
    ref: str,
    supposed: Mapping[str, AnswerValue] | None = None,
) -> Explanation:
    """What stands behind the figure with this reference.

    ``mark:now``, ``mark:possible``, ``mark:verified``, ``mark:claimed``, ``mark:target``,
    ``mark:debt``, ``mark:before``, ``level:2``, ``dimension:SRC``, ``crosswalk:1`` or
    ``unit:ID``. With ``supposed`` answers the sums that they change come first.
    """
    found = _explained(snapshot, case, ref)
    if not supposed or ref.startswith("unit:"):
        return found
    then = _explained(snapshot, supposed_case(snapshot.framework, case, supposed), ref)
    known = {(part.title, part.sum) for part in found.parts}
    other = tuple(
        Part(f"supposed-{part.key}", tr("Supposed: {title}", title=part.title), part.sum)
        for part in then.parts
        if (part.title, part.sum) not in known
    )
    lead = tr("{lead} Supposed: {title}.", lead=found.lead, title=then.title)
    return replace(found, lead=lead if other else found.lead, parts=(*other, *found.parts))


def _explained(snapshot: Snapshot, case: CaseAssessment, ref: str) -> Explanation:
    kind, _, key = ref.partition(":")
    if kind == "unit":
        return _of_unit(snapshot, case, key)
    teller = _Teller(snapshot, case)
    if kind == "level":
        return teller.rung(int(key))
    if kind == "dimension":
        return teller.dimension(key)
    if kind == "crosswalk":
        return teller.crosswalk(int(key))
    return teller.mark(key)


def _of_unit(snapshot: Snapshot, case: CaseAssessment, unit: str) -> Explanation:
    """The level of one scope unit, from what was said about it alone."""
    alone = replace(
        case,
        consolidated=case.units[unit],
        units={unit: case.units[unit]},
        level=case.by_unit[unit],
    )
    found = _Teller(snapshot, alone).mark("now")
    name = next(one.name for one in snapshot.scope_units if one.id == unit)
    shown = tr("{unit}, {figure}", unit=name or tr("Unnamed unit"), figure=inside(found.title))
    return replace(found, title=shown)


class _Teller:
    """Tells about the figures of one snapshot."""

    def __init__(self, snapshot: Snapshot, case: CaseAssessment) -> None:
        self._snapshot, self._case = snapshot, case
        self._framework = snapshot.framework
        self._lines = Lines(snapshot, case)
        self._answers = {one.id: one for one in snapshot.of(Answer)}
        self._talks = {one.id: one for one in snapshot.of(Interview)}

    def mark(self, key: str) -> Explanation:
        """One of the overall figures."""
        level = self._case.level
        if key == "target":
            return Explanation(tr("Target"), self._target(), ())
        if key == "debt":
            return Explanation(tr("Skipped-level debt"), self._debt_rule(), tuple(self._debt("")))
        if key == "before":
            return self._before()
        basis = Basis(key) if key in set(Basis) else Basis.LEVEL
        figure = {
            Basis.LEVEL: level_words(level.low, level.high, plus=level.plus),
            Basis.POSSIBLE: str(level.high),
            Basis.VERIFIED: str(level.verified),
            Basis.CLAIMED: str(self._case.claimed),
        }[basis]
        title = tr("{name}: {figure}", name=tr(_NAMES[basis]), figure=figure)
        lead = tr("A level is reached when it is met and every lower one is.")
        parts = list(self._sums(basis, ""))
        if basis is Basis.LEVEL and level.high > level.low:
            parts += self._sums(Basis.POSSIBLE, "", above=level.low)
        return Explanation(title, lead, tuple(parts))

    def rung(self, level: int) -> Explanation:
        """The fulfilment of one level, and with open answers as yes where that differs."""
        name = next(one.name for one in self._framework.levels if one.number == level)
        title = tr("Level {level}: {name}", level=level, name=name)
        if not level:
            return Explanation(title, tr("Everybody starts here; it asks for nothing."), ())
        found = self._tallies(Basis.LEVEL, "")[level - 1]
        high = self._tallies(Basis.POSSIBLE, "")[level - 1]
        parts = [self._part(Basis.LEVEL, "", found)]
        if high.share != found.share:
            parts.append(self._part(Basis.POSSIBLE, "", high, bare=True))
        lead = tr("It counts only when every lower level is met too.")
        return Explanation(title, lead, tuple(parts))

    def dimension(self, code: str) -> Explanation:
        """A dimension's level, possible, verified and claimed, and its debt."""
        found = self._case.level.dimensions[code]
        title = tr(
            "{name}: level {figure}",
            name=self._framework.dimension[code].name,
            figure=level_words(found.low, found.high),
        )
        if not found.applies:
            return Explanation(
                tr("{name}: not applicable", name=self._framework.dimension[code].name),
                tr(
                    "No criterion applies here, so the dimension has no level"
                    " and holds nothing back."
                ),
                (),
            )
        parts = list(self._sums(Basis.LEVEL, code))
        if found.high > found.low:
            parts += self._sums(Basis.POSSIBLE, code, above=found.low, bare=True)
        for basis in (Basis.VERIFIED, Basis.CLAIMED):
            if basis is Basis.VERIFIED or self._case.claimed is not None:
                parts += self._sums(basis, code, bare=True)
        parts += self._debt(code)
        lead = tr("Inside a dimension its core and supplementary criteria count together.")
        return Explanation(title, lead, tuple(parts))

    def crosswalk(self, level: int) -> Explanation:
        """A row of the crosswalk in full, what it does not fit, and the level it stands for."""
        cross = self._framework.crosswalk
        row = next(one for one in cross.levels if one.level == level)
        parts = [Part(key, name, row.models[key]) for key, name in COLUMNS if row.models.get(key)]
        if row.misfit:
            parts.append(Part("misfit", tr("Where it does not fit"), row.misfit))
        rung = self.rung(level)
        return Explanation(rung.title, cross.note, (*parts, *rung.parts))

    def _target(self) -> str:
        target = self._snapshot.engagement.target
        if target is None:
            return tr("No target is set yet.")
        return tr("Level {level}, as agreed with the client.", level=target)

    def _debt_rule(self) -> str:
        away = self._framework.limits.debt_from
        least = self._case.level.low + away
        return tr(
            "Core criteria met at level {least} or above, while the level is {level}.",
            least=least,
            level=self._case.level.low,
        )

    def _debt(self, dimension: str) -> Iterator[Part]:
        block = self._lines.debt()
        lines = tuple(
            one
            for one in block.lines
            if not dimension or self._framework.criterion[one.criterion].dimension == dimension
        )
        if lines:
            words = trn("{n} criterion", "{n} criteria", len(lines))
            yield Part(f"debt-{dimension}", tr("Skipped-level debt"), words, lines)

    def _before(self) -> Explanation:
        """The level then and now, and every criterion that counts as something else now."""
        record = previous(self._snapshot)
        found = before_of(self._snapshot)
        if record is None or found is None:
            return Explanation(tr("Previous assessment"), tr("There is none."), ())
        now = self._case.level
        lead = tr(
            "Level {before} on {day}, now {now}.",
            before=level_words(record.low, record.high),
            day=day_words(record.assessed),
            now=level_words(now.low, now.high, plus=now.plus),
        )
        lines = tuple(
            self._changed(one.criterion, one.value)
            for one in record.criteria
            if one.criterion in self._case.consolidated
            and one.value not in self._case.consolidated[one.criterion].reading
        )
        words = trn(
            "{n} criterion counts as something else",
            "{n} criteria count as something else",
            len(lines),
        )
        title = tr("Previous assessment, {month}", month=found.title)
        parts = [Part("changed", tr("Changed since"), words, lines)]
        told = course_of(self._snapshot, self._case)
        if told is not None:
            parts.insert(0, Part("course", tr("All assessments"), told.words))
        return Explanation(title, lead, tuple(parts), told)

    def _changed(self, criterion: str, value: AnswerValue) -> Line:
        line = self._line(criterion)
        return replace(
            line, under=tr("Was {value}. {now}", value=self._word(value), now=line.under)
        )

    def _tallies(self, basis: Basis, dimension: str) -> tuple[Tally, ...]:
        codes = codes_of(self._framework, self._case, basis)
        return tallies(self._framework, codes, dimension)

    def _sums(
        self, basis: Basis, dimension: str, *, above: int = 0, bare: bool = False
    ) -> Iterator[Part]:
        """Sums of the levels reached and of the one that is not; ``above`` leaves out those below.

        ``bare`` ones come without their criteria, where those stand in another part.
        """
        for tally in self._tallies(basis, dimension):
            if tally.level > above:
                yield self._part(basis, dimension, tally, bare=bare)
            if not tally.met and (tally.applicable or not dimension):
                return

    def _part(self, basis: Basis, dimension: str, tally: Tally, *, bare: bool = False) -> Part:
        verdict = tr("met") if tally.met else tr("not met")
        title = tr("Level {level}: {verdict}", level=tally.level, verdict=verdict)
        if basis is not Basis.LEVEL:
            title = tr("{name}, level {level}: {verdict}", **self._named(basis, tally, verdict))
        lines = () if bare else tuple(self._term(basis, one, tally) for one in tally.criteria)
        weak = sum(self._is_weak(basis, one, tally) for one in tally.criteria)
        total = sum_words(self._framework, tally, dimension, (weak, _WEAK[basis]))
        text = f"{total} {tr(_RULES[basis])}"
        return Part(f"{basis}-{dimension}-{tally.level}", title, text, lines)

    @staticmethod
    def _named(basis: Basis, tally: Tally, verdict: str) -> dict[str, object]:
        return {"name": tr(_NAMES[basis]), "level": tally.level, "verdict": verdict}

    def _is_weak(self, basis: Basis, criterion: str, tally: Tally) -> bool:
        """Counts as no here though nobody settled on that: it is open, or lacks evidence."""
        reading = self._case.consolidated[criterion].reading
        if tally.codes[criterion] != NO or basis is Basis.CLAIMED:
            return False
        return low_of(reading) != NO or low_of(reading) != high_of(reading)

    def _term(self, basis: Basis, criterion: str, tally: Tally) -> Line:
        """One criterion of a sum: what it counts, who said what, and what backs it."""
        line = self._line(criterion)
        counts = tr(_COUNTED[tally.codes[criterion]])
        if self._is_weak(basis, criterion, tally):
            counts = tr(_COUNTS_NO[basis])
        return replace(line, under=f"{counts} {line.under}".strip())

    def _line(self, criterion: str) -> Line:
        found = self._case.consolidated[criterion]
        line = self._lines.line(criterion)
        settled = tr("Settled as {value}.", value=self._word(line.value)) if found.judged else ""
        said = self._said(found)
        grade = found.grade if found.voices or found.judged else None
        return replace(
            line,
            under=" ".join(one for one in (settled, said) if one),
            grade=grade,
            grade_name=self._framework.grades[found.grade].name if grade is not None else "",
        )

    def _said(self, found: Consolidated) -> str:
        """Who gave which answer, as in ``Yes: Ada Lund. No: the room``."""
        by_value: dict[AnswerValue, list[str]] = {}
        for voice in found.voices:
            by_value.setdefault(voice.value, []).append(self._who(voice.answer))
        if not by_value:
            return "" if found.judged else tr("Nobody was asked.")
        return " ".join(
            tr("{value}: {who}.", value=self._word(one).capitalize(), who=", ".join(by_value[one]))
            for one in _ORDER
            if one in by_value
        )

    def _who(self, answer_id: str) -> str:
        answer = self._answers.get(answer_id)
        if answer is None:
            return tr("somebody")
        if answer.voice == ROOM:
            talk = self._talks.get(answer.interview)
            return tr("the room of {talk}", talk=talk.title) if talk else tr("the room")
        return person_words(self._snapshot, answer.voice)

    def _word(self, value: AnswerValue | None) -> str:
        return answer_label(self._framework, value or AnswerValue.UNKNOWN).lower()
