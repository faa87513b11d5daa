"""Engagements of several shapes for figures and sections: answers decide everything."""

from datetime import date, timedelta
from decimal import Decimal

from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.records import Finding, Judgement, MetricReading, PreviousAssessment
from engagements.records.outcome import CriterionBefore, DimensionBefore
from tests.report_templates import cases


def engagement(given=None, *, target=3, client="Halden Freight", records=(), start=None):
    """One interview with two voices; ``given`` maps criteria to one value, or one per voice."""
    frame = cases.frame(client, target)
    if start:
        frame[1] = frame[1].model_copy(update={"roadmap_start": start})
    held = []
    if given:
        people = [cases.person(0), cases.person(1)]
        held = [*people, cases.interview(0, "p0", "p1", day=date(2026, 11, 17))]
        for place, voice in enumerate(("p0", "p1")):
            held += cases.answers("i0", voice, _said(given, place))
    return cases.snapshot(*frame, *held, *records)


def _said(given, place):
    said = {key: v if isinstance(v, tuple) else (v,) for key, v in given.items()}
    return {key: values[place] for key, values in said.items() if place < len(values)}


def all_yes(upto=4):
    """Every criterion up to a level yes, all others no."""
    return {c.id: "yes" if c.level <= upto else "no" for c in mlops().criteria}


def halden():
    """Level 0 with open core criteria, debt at levels 2 and 3, unknowns and a conflict."""
    given = all_yes(1)
    given |= {"SRC-1.2": "no", "SRC-1.3": "partly", "REG-1.1": "no", "PPL-1.1": ("yes", "no")}
    given |= {"DAT-2.1": "yes", "TRN-2.1": "yes", "TRN-2.2": "yes", "REG-2.1": "partly"}
    given |= {"MON-3.1": "yes", "REL-3.3": "yes", "PLT-2.1": "yes", "GOV-2.1": "yes"}
    for unsure in ("DAT-3.1", "GOV-4.1", "GOV-4.2", "PPL-4.1", "PPL-4.2"):
        given[unsure] = "unknown"
    return given


def rich():
    """Metrics of long names, a gap and evidence in many words, owners still open."""
    long = "Nobody but the author has ever run this from the beginning to the end. " * 6
    read = [
        MetricReading(
            id=f"m{number}",
            metric=metric.id,
            low=Decimal(number),
            high=Decimal(number + 3),
            models=4,
            period="the last four quarters, counted by hand from tickets",
            source_grade=1 + number % 3,
        )
        for number, metric in enumerate(mlops().metrics)
    ]
    gaps = [
        Finding(id=f"f{one.code}", sort="gap", text=long, dimension=one.code)
        for one in mlops().dimensions
    ]
    return [*read, *gaps, *(cases.item(n, criteria=("SRC-1.3",)) for n in range(1, 9))]


def many(interviews=60, items=300):
    """Sixty interviews of seven roles that differ, three hundred items, forty judgements."""
    criteria = [one.id for one in mlops().criteria]
    people = [cases.person(n) for n in range(interviews)]
    held = [
        cases.interview(n, f"p{n}", day=date(2026, 9, 1) + timedelta(days=n))
        for n in range(interviews)
    ]
    values = ("yes", "partly", "no", "unknown", "yes")
    said = [
        answer
        for n in range(interviews)
        for answer in cases.answers(
            f"i{n}", f"p{n}", {c: values[(n + k) % 5] for k, c in enumerate(criteria)}
        )
    ]
    proof = [
        cases.item(n, criteria=(criteria[n % len(criteria)], criteria[n * 7 % len(criteria)]))
        for n in range(1, items + 1)
    ]
    reason = "The log of the last ninety days shows it for every model but one, which is retired. "
    judged = [
        Judgement.of(c, AnswerValue.PARTLY, reason=reason * (1 + n % 4))
        for n, c in enumerate(criteria[:40])
    ]
    frame = cases.frame(client="Norddeutsche Seehafen- und Binnenlogistik " * 3)
    return cases.snapshot(*frame, *people, *held, *said, *proof, *judged)


def nothing_applies(code="GOV"):
    """Everything up to level 1 yes, and one dimension that does not apply at all."""
    given = {c.id: "n/a" for c in mlops().criteria if c.dimension == code}
    return {**all_yes(1), **given}


def earlier(level=1, framework=""):
    """An assessment a year ago, with every criterion up to a level met but one."""
    values = {**all_yes(level), "SRC-1.1": "no", "GOV-2.1": "no", "REL-4.1": "yes"}
    return PreviousAssessment(
        assessed=date(2025, 11, 28),
        framework=framework,
        low=0,
        high=level,
        dimensions=tuple(
            DimensionBefore(dimension=one.code, low=level, high=level) for one in mlops().dimensions
        ),
        criteria=tuple(
            CriterionBefore(criterion=key, value=AnswerValue(value))
            for key, value in values.items()
        ),
    )


SHAPES = {
    "halden": lambda: engagement(halden()),
    "empty": engagement,
    "no-target": lambda: engagement(halden(), target=None),
    "empty-no-target": lambda: engagement(target=None),
    "top": lambda: engagement(all_yes(), target=4),
    "reached": lambda: engagement(all_yes(2), target=2),
    "beyond": lambda: engagement(all_yes(3), target=2),
    "two-to-four": lambda: engagement(all_yes(2), target=4),
    "zero-to-four": lambda: engagement(all_yes(0), target=4),
    "one-open": lambda: engagement({**all_yes(1), "SRC-1.3": "no"}, target=1),
    "target-zero": lambda: engagement(halden(), target=0),
    "empty-target-zero": lambda: engagement(target=0),
    "rich": lambda: engagement({**all_yes(2), "SRC-1.3": "unknown"}, target=4, records=rich()),
    "unknown": lambda: engagement({"SRC-1.1": "yes"}, target=3),
    "everything-unknown": lambda: engagement({c.id: "unknown" for c in mlops().criteria}),
    "nothing-applies": lambda: engagement(nothing_applies()),
    "again": lambda: engagement(halden(), records=[earlier()]),
    "again-unanswered": lambda: engagement(records=[earlier()]),
    "many": many,
    "long-name": lambda: engagement(
        halden(),
        client="Norddeutsche Seehafen- und Binnenlogistikkonferenzgesellschaft mbH & Co. KG",
    ),
}
