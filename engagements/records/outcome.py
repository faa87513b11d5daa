"""What comes out of an assessment: findings, metrics, plan changes, report and issued versions."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar, Literal, Self

from engagements.framework.model import AnswerValue, Level, Value
from engagements.models import Field
from engagements.records.base import Record, identity
from engagements.records.client import FIRST_UNIT_ID, Blob

PaperSize = Literal["", "A4", "Letter"]
Signatory = Literal["lead", "quality", "client", "roadmap"]
"""Who signs the report: two of the assessor's firm, two of the client's."""
SIGNATORIES: tuple[Signatory, ...] = ("lead", "quality", "client")
Interviewees = Literal["role", "pseudonym", "named"]
"""How the report may call those who were asked; each one's own consent may allow less."""


class Finding(Record):
    """A strength or a gap in the assessor's words."""

    kind: ClassVar[str] = "finding"
    sort: Literal["strength", "gap"]
    text: str
    dimension: str | None = None
    criteria: tuple[str, ...] = ()
    scope_unit: str = FIRST_UNIT_ID


class Wording(Record):
    """A sentence of the report rewritten by hand, and the digest of the facts it saw."""

    kind: ClassVar[str] = "wording"
    slot: str
    language: str
    text: str
    facts: str

    @classmethod
    def of(cls, slot: str, language: str, text: str, facts: str) -> Self:
        """A wording with the id that its key gives it."""
        key = identity("wording", slot, language)
        return cls(id=key, slot=slot, language=language, text=text, facts=facts)


class MetricCase(Value):
    """One case behind a metric reading, with its dates."""

    label: str
    began: date | None = None
    ended: date | None = None
    value: Decimal | None = None


class MetricReading(Record):
    """A delivery metric as found: low and high value in the metric's unit, or not measurable.

    Source grade: 1 estimate, 2 record shown, 3 measured by a system.
    """

    kind: ClassVar[str] = "metric_reading"
    metric: str
    scope_unit: str = FIRST_UNIT_ID
    low: Decimal | None = None
    high: Decimal | None = None
    not_measurable: bool = False
    models: int | None = None
    period: str = ""
    source_grade: int = Field(default=1, ge=1, le=3)
    cases: tuple[MetricCase, ...] = ()
    note: str = ""


class PlanChange(Record):
    """One decision about an action of the roadmap; fields left None keep the generated value."""

    kind: ClassVar[str] = "plan_change"
    action: str
    include: bool | None = None
    owner: str | None = None
    weeks_low: Decimal | None = None
    weeks_likely: Decimal | None = None
    weeks_high: Decimal | None = None
    reason: str = ""


class ReportSettings(Record):
    """How the document is to be made."""

    kind: ClassVar[str] = "report_settings"
    id: str = identity("report-settings")
    profile: str = "full"
    language: str = ""
    """Of the report's own words; empty is that of the engagement."""
    version: str = "1.0"
    audience: str = ""
    draft: bool = True
    left_out: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    """Sections in the order wanted; those not named follow as usual."""
    interviewees: Interviewees = "role"
    paper: PaperSize = ""
    """Empty is the brand kit's paper."""
    file_name: str = ""
    """The pattern of an exported file's name; empty is the usual one."""
    signatories: tuple[Signatory, ...] = Field(default=SIGNATORIES, min_length=1, max_length=4)


class IssuedVersion(Record):
    """A document that went out: its PDF, the content it was made from, and when."""

    kind: ClassVar[str] = "issued_version"
    version: str
    profile: str
    issued: datetime
    pdf: Blob
    content: Blob
    revisions: int
    pages: int = 0
    """0 where nobody counted them."""


class DimensionBefore(Value):
    """A dimension's level at an earlier assessment, evidenced and possible."""

    dimension: str
    low: Level
    high: Level


class CriterionBefore(Value):
    """What counted as the answer to a criterion at an earlier assessment.

    Of answers that still differed it is the lowest; unknown where nobody could say.
    """

    criterion: str
    value: AnswerValue


class PreviousAssessment(Record):
    """Where the client stood when assessed earlier, kept in the engagement that assesses again.

    The last time has the id it is born with; times before that, one record each, have their own.
    ``framework`` is the SHA-256 of the rule set that it was scored by, "" when not known.
    """

    kind: ClassVar[str] = "previous_assessment"
    id: str = identity("previous-assessment")
    title: str = ""
    assessed: date
    framework: str = ""
    low: Level
    high: Level
    verified: Level | None = None
    dimensions: tuple[DimensionBefore, ...] = ()
    criteria: tuple[CriterionBefore, ...] = ()
