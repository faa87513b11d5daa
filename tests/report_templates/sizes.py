"""An engagement of every size and kind a report must stand: by name, made when asked for."""

from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.records import Finding, Judgement, MetricReading, PreviousAssessment
from engagements.records.client import Blob
from engagements.records.outcome import CriterionBefore, DimensionBefore
from report_templates.content import report
from tests.report_templates import cases, shapes
from tests.report_templates.sections.test_story import forty

SIXTY = "Norddeutsche Seehafen- und Binnenschifffahrtslogistik AG & Co"
HUNDRED_TWENTY = (
    "Northwind and Sons Savings, Leasing and Reinsurance Bank of the Far Western Islands and "
    "Adjacent Territories (Holding) p"
)
WORDS = "Nobody but the author has ever run this from the beginning to the end and said so. "


def many(interviews, items, **of_frame):
    """``interviews`` talks with a person each, all criteria answered in turns, and evidence."""
    ids = [one.id for one in mlops().criteria]
    values = ("yes", "no", "partly", "unknown", "yes")
    records = list(cases.frame(**of_frame))
    for number in range(interviews):
        day = date(2026, 11, 2) + timedelta(days=number % 40)
        records += [cases.person(number), cases.interview(number, f"p{number}", day=day)]
        said = {one: values[(at + number) % 5] for at, one in enumerate(ids) if (at + number) % 3}
        records += cases.answers(f"i{number}", f"p{number}", said)
    records += [
        cases.item(number, criteria=tuple(ids[(number * 3 + k) % len(ids)] for k in range(3)))
        for number in range(1, items + 1)
    ]
    return cases.snapshot(*records, revisions=900)


def answered(value_of, **of_frame):
    """One talk in which each criterion got the answer that ``value_of`` gives it."""
    said = {one.id: value_of(one) for one in mlops().criteria}
    records = [*cases.frame(**of_frame), cases.person(0), cases.interview(0, "p0")]
    return cases.snapshot(*records, *cases.answers("i0", "p0", said), revisions=60)


def without_one_dimension(code="MON"):
    """Every criterion of a dimension is not applicable."""
    return answered(lambda one: "n/a" if one.dimension == code else "partly")


def nothing_applies():
    """Everything up to Level 1 met, and one dimension of which nothing applies."""
    given = shapes.nothing_applies()
    return answered(lambda one: given[one.id])


def hostile():
    """Text that nobody should have typed, in every place that takes some."""
    base = cases.full(items=3, client="<b>&\x00\ud800\uffff東Ж</b>" + "W" * 400)
    records = [one for kind in base.heads.values() for heads in kind.values() for one in heads]
    novel = WORDS * 3_200
    told = [
        Finding(id="g1", sort="gap", text=novel, dimension="SRC", criteria=("SRC-1.1",)),
        Finding(id="g2", sort="strength", text="W" * 5_000, dimension="TRN"),
        Judgement.of("SRC-1.2", AnswerValue.NO, reason=novel),
        Judgement.of("TRN-1.1", AnswerValue.PARTLY, reason="<img src='file:///etc/passwd'/>" * 40),
        cases.item(90, title="<a href='https://example.org'>" + "x" * 3_000, grade=3),
        MetricReading(
            id="m1",
            metric=mlops().metrics[0].id,
            low=Decimal(1),
            period="]]>" * 200,
            note="\u202e" * 90,
        ),
    ]
    return cases.snapshot(*records, *told, revisions=900)


def again(**of_frame):
    """A repeated assessment."""
    framework = mlops()
    before = PreviousAssessment(
        assessed=date(2025, 12, 1),
        low=0,
        high=1,
        dimensions=tuple(
            DimensionBefore(dimension=one.code, low=at % 2, high=2)
            for at, one in enumerate(framework.dimensions)
        ),
        criteria=tuple(
            CriterionBefore(criterion=one.id, value=AnswerValue.NO) for one in framework.criteria
        ),
    )
    base = cases.full(level=1, **of_frame)
    records = [one for kind in base.heads.values() for heads in kind.values() for one in heads]
    return cases.snapshot(*records, before, revisions=900)


def four_times():
    """The fourth assessment of one client; the first followed another rule set."""
    base = again()
    records = [one for kind in base.heads.values() for heads in kind.values() for one in heads]
    before = base.of(PreviousAssessment)[0]
    older = [
        before.model_copy(
            update={
                "id": f"before-{at}",
                "assessed": day,
                "framework": framework,
                "low": 0,
                "high": high,
                "dimensions": tuple(
                    one.model_copy(update={"low": (at + place) % 2, "high": high})
                    for place, one in enumerate(before.dimensions)
                ),
            }
        )
        for at, (day, framework, high) in enumerate(
            [(date(2023, 11, 20), "a" * 64, 4), (date(2025, 2, 3), "", 1)]
        )
    ]
    rules = Blob(sha256="b" * 64, name="framework.zip", size=1)
    frame = base.engagement.model_copy(update={"framework": rules})
    newest = before.model_copy(update={"framework": rules.sha256})
    return cases.snapshot(*older, *records, newest, frame, revisions=900)


SIZES = {
    "no-interviews": cases.empty,
    "blank": partial(cases.empty, client="", target=None),
    "one-interview": partial(many, 1, 3),
    "sixty-interviews": partial(many, 60, 300),
    "no-evidence": partial(many, 5, 0),
    "client-of-60": partial(cases.full, client=SIXTY),
    "client-of-120": partial(cases.full, client=HUNDRED_TWENTY, draft=True),
    "forty-actions": partial(cases.full, level=0, target=4),
    "level-4": partial(cases.full, items=60, level=4, target=4, extra={}),
    "all-unknown": partial(answered, lambda _one: "unknown"),
    "no-monitoring": without_one_dimension,
    "no-governance": nothing_applies,
    "hostile": hostile,
    "assessed-again": again,
    "four-assessments": four_times,
}
"""Each by name; ``content`` makes a report of one."""


def content(name, language="en", profile="full"):
    """What a report of that engagement says."""
    made = report.of(SIZES[name](), issued=cases.ISSUED, language=language, profile=profile)
    if name == "forty-actions" and made.transitions:
        *others, last = made.transitions
        return made.model_copy(update={"transitions": (*others, forty(last))})
    return made
