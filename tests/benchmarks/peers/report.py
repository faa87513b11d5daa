"""The report that is built by all: full, of some 45 pages and 40 tables."""

from __future__ import annotations

from decimal import Decimal

from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.records import Finding, Judgement, MetricReading
from engagements.records.snapshot import Snapshot
from report_templates.content import report
from report_templates.content.report import ReportContent
from tests.report_templates import cases

ITEMS = 420
SAID = "Nobody but the author has ever run this from the beginning to the end, and said so. "


def snapshot(items: int = ITEMS) -> Snapshot:
    """An engagement at level 0 that plans for level 4, with findings, judgements and readings."""
    framework = mlops()
    base = cases.full(items=items, level=0, target=4)
    records = [one for kind in base.heads.values() for heads in kind.values() for one in heads]
    told = [
        Finding(id=f"f{place}-{sort}", sort=sort, text=SAID * 2, dimension=one.code)
        for place, one in enumerate(framework.dimensions)
        for sort in ("gap", "strength")
    ]
    judged = [
        Judgement.of(one.id, AnswerValue.PARTLY, reason=SAID * 2)
        for one in framework.criteria[3:27:2]
    ]
    read = [
        MetricReading(id=f"m{place}", metric=one.id, low=Decimal(place + 1), period="2026, Q3")
        for place, one in enumerate(framework.metrics)
    ]
    return cases.snapshot(*records, *told, *judged, *read, revisions=900)


def content(items: int = ITEMS) -> ReportContent:
    """What the full report of it says."""
    return report.of(snapshot(items), profile="full", issued=cases.ISSUED, language="en")
