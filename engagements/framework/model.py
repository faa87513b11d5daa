"""The assessment framework as frozen values: levels, criteria, actions, metrics and their links.

A framework is loaded from a folder (see ``load``) that keeps structure and words apart; here
both are joined, so that a criterion carries its own question in the language that was loaded.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import Literal

from engagements.framework.background import (
    Alternative,
    Crosswalk,
    NamedNote,
    Place,
    SeedStatement,
    Tension,
)
from engagements.framework.values import LEVELS, Amount, Level, Share, Value
from engagements.models import Field


class AnswerValue(StrEnum):
    """What one voice says about one criterion."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NA = "n/a"
    UNKNOWN = "unknown"


class CriterionType(StrEnum):
    """Key and core criteria gate the overall level; supplementary ones shape the profile."""

    KEY = "K"
    CORE = "C"
    SUPPLEMENTARY = "S"

    @property
    def gates(self) -> bool:
        """True when criteria of this type decide the overall level."""
        return self is not CriterionType.SUPPLEMENTARY


class LevelText(Value):
    """One of the five levels in words."""

    number: Level
    name: str
    long_name: str
    summary: str
    description: str
    symptom: str = ""
    """What hurts at this level; empty at the highest."""
    result: str


class Dimension(Value):
    """One of the nine subjects that criteria are grouped by."""

    code: str
    name: str
    scope: str


class TypeText(Value):
    """A criterion type in words."""

    code: CriterionType
    name: str
    meaning: str


class AnswerText(Value):
    """An answer in words; points are Decimal, None where the answer carries none."""

    code: AnswerValue
    label: str
    letter: str
    points: Share | None = None
    meaning: str


class EvidenceGrade(Value):
    """One step of the evidence scale, 0 (said) to 4 (seen)."""

    grade: int = Field(ge=0, le=4)
    name: str
    meaning: str


class AgreementLimits(Value):
    """Reading of Krippendorff's alpha between interviewees."""

    reliable: Share
    tentative: Share
    min_shared_criteria: int = Field(ge=1)


class Limits(Value):
    """The rule's numbers: ``full`` is F, ``plus`` is L, ``minimum_grade`` by criterion type."""

    full: Share
    plus: Share
    debt_from: int = Field(ge=1, le=4)
    minimum_grade: dict[CriterionType, int]
    agreement: AgreementLimits


class Role(Value):
    """A role an interviewee or an action's owner has."""

    code: str
    name: str
    knows: str


class QuickQuestion(Value):
    """One of the six diagnostic questions, in the founding text's order; stands for a criterion."""

    id: str
    criterion: str
    level: Level
    question: str


class Criterion(Value):
    """One thing an organisation does or does not do; the unit of every answer."""

    id: str
    dimension: str
    level: Level
    type: CriterionType
    title: str
    question: str
    yes: str
    partly: str
    no: str
    follow_up: tuple[str, ...]
    evidence: tuple[str, ...]
    """What to ask to be shown."""
    roles: tuple[str, ...]
    """Who is asked; the first one leads."""
    builds_on: tuple[str, ...] = ()
    debt_note: str = ""
    """What skipping its bases leads to, in words; empty where it builds on nothing."""
    closed_by: tuple[str, ...]
    note: str = ""
    seed: tuple[str, ...] = ()
    """References of the statements it keeps."""


class PackEntry(Value):
    """A criterion in a role pack: this role leads on it, or is also asked."""

    criterion: str
    part: Literal["lead", "also"]


class RolePack(Value):
    """The criteria proposed for an interview with one role, in asking order."""

    role: str
    criteria: tuple[PackEntry, ...]


class Contradiction(Value):
    """A check over answers and metrics; a hit is asked again, it never changes an answer."""

    id: str
    when: str
    ask: str


class TeamShare(Value):
    """Full-time people (1.0 = one person's full time) of one role."""

    role: str
    people: Amount


class Transition(Value):
    """The step from one level to the next; window in elapsed working weeks."""

    id: str
    from_level: Level
    to_level: Level
    weeks_min: Amount
    weeks_max: Amount
    label: str
    lanes: int = Field(ge=1, le=100)
    axis: Literal["weeks", "months"]
    headline: str
    advice: str
    risk: str
    team: tuple[TeamShare, ...]


class Effort(Value):
    """Person-days."""

    low: Amount
    likely: Amount
    high: Amount


class Action(Value):
    """One piece of work on the roadmap; weeks are elapsed working weeks."""

    id: str
    transition: str
    origin: str
    title: str
    weeks_low: Amount
    weeks_likely: Amount
    weeks_high: Amount
    effort: Effort
    after: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()
    owner: str
    people: tuple[TeamShare, ...]
    deliverable: str
    acceptance: str
    tools_open: tuple[str, ...] = ()
    tools_managed: tuple[str, ...] = ()
    managed_factor: bool = False


class MetricLimit(Value):
    """A metric's limit for one level: at most (max) or at least (min) ``value``."""

    level: Level
    direction: Literal["max", "min"]
    value: Amount
    origin: Literal["seed", "proposed"]
    strict: bool = False
    """The limit itself does not count."""
    scope: str = "all"
    """Id of what it applies to; ``scope_name`` says it in words."""
    scope_name: str = ""
    note: str = ""


class Metric(Value):
    """A delivery metric; it supports or contradicts answers and never moves a level."""

    id: str
    name: str
    unit: str
    statistic: str
    better: Literal["lower", "higher", "none"]
    limits: tuple[MetricLimit, ...] = ()
    partly_from: Amount | None = None
    collect: str
    seed_words: str = ""
    roles: tuple[str, ...]
    criteria: tuple[str, ...] = ()
    use: str


class Framework(Value):
    """A whole framework in one language. Order of every tuple is the framework's own order."""

    id: str
    version: str
    language: str
    title: str
    about: str
    unit: str
    scale: str
    out_of_scope: str
    levels: tuple[LevelText, ...]
    alternative_names: tuple[Alternative, ...]
    dimensions: tuple[Dimension, ...]
    types: tuple[TypeText, ...]
    answers: tuple[AnswerText, ...]
    grades: tuple[EvidenceGrade, ...]
    limits: Limits
    roles: tuple[Role, ...]
    quick: tuple[QuickQuestion, ...]
    criteria: tuple[Criterion, ...]
    role_packs: tuple[RolePack, ...]
    interview_order: tuple[str, ...]
    contradictions: tuple[Contradiction, ...]
    contradiction_grammar: str
    transitions: tuple[Transition, ...]
    actions: tuple[Action, ...]
    scheduling_rules: tuple[str, ...]
    tool_flags: tuple[NamedNote, ...]
    tools_left_out: tuple[NamedNote, ...]
    tools_checked_on: str
    metrics: tuple[Metric, ...]
    metric_rules: tuple[str, ...]
    tensions: tuple[Tension, ...]
    places: tuple[Place, ...]
    seed: tuple[SeedStatement, ...]
    crosswalk: Crosswalk

    @cached_property
    def criterion(self) -> dict[str, Criterion]:
        """Criteria by id."""
        return {item.id: item for item in self.criteria}

    @cached_property
    def action(self) -> dict[str, Action]:
        """Actions by id."""
        return {item.id: item for item in self.actions}

    @cached_property
    def dimension(self) -> dict[str, Dimension]:
        """Dimensions by code."""
        return {item.code: item for item in self.dimensions}

    @cached_property
    def role(self) -> dict[str, Role]:
        """Roles by code."""
        return {item.code: item for item in self.roles}

    @cached_property
    def metric(self) -> dict[str, Metric]:
        """Metrics by id."""
        return {item.id: item for item in self.metrics}

    @cached_property
    def core_at(self) -> dict[int, tuple[Criterion, ...]]:
        """Key and core criteria by level, 1 to 4."""
        return {
            level: tuple(c for c in self.criteria if c.level == level and c.type.gates)
            for level in LEVELS[1:]
        }

    def transition_from(self, level: int) -> Transition:
        """The transition that leaves ``level``; KeyError when there is none."""
        for item in self.transitions:
            if item.from_level == level:
                return item
        raise KeyError(level)
