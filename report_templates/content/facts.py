"""What every section reads: an engagement's snapshot with all that is computed from it, once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from engagements.assessment.consolidate import assess_case
from engagements.assessment.model import CaseAssessment
from engagements.assessment.rules import is_unknown
from engagements.framework.model import Framework, LevelText
from engagements.records import ReportSettings, Wording
from engagements.records.base import identity
from engagements.records.snapshot import Snapshot
from engagements.roadmap.model import PlannedTransition, Roadmap
from engagements.roadmap.plan import plan_case
from report_templates.content.base import Entry, Heading, Part
from report_templates.content.basis import Basis
from report_templates.content.basis import of as basis_of
from report_templates.content.outline import outline
from report_templates.content.redaction import redacted
from report_templates.content.spoken import spoken
from report_templates.profiles import Profile, profile
from report_templates.words import Words, nearest, words


@dataclass(frozen=True)
class Facts:
    """One moment of one engagement, scored and planned. ``roadmap`` is None without a target.

    ``snapshot`` is redacted: whoever is named in it may be named.
    """

    snapshot: Snapshot
    case: CaseAssessment
    roadmap: Roadmap | None
    settings: ReportSettings
    profile: Profile
    issued: date
    say: Words
    outline: tuple[Entry, ...]
    basis: Basis

    @property
    def framework(self) -> Framework:
        """The rule set with its words."""
        return self.snapshot.framework

    @property
    def client(self) -> str:
        """The client's name as typed; may be blank."""
        return self.snapshot.client.name

    @property
    def target(self) -> int | None:
        """The level agreed on, None when none is."""
        return self.snapshot.engagement.target

    @property
    def scored(self) -> bool:
        """False while nothing is known by an answer or a judgement: no level is printed then."""
        return self.case.answered > 0

    @property
    def claimed(self) -> int | None:
        """The level claimed in interviews; None where nobody was asked or nobody could say."""
        return self.case.claimed if self.case.heard else None

    @property
    def transitions(self) -> tuple[PlannedTransition, ...]:
        """The roadmap's steps; empty without a roadmap or when the target is reached."""
        return self.roadmap.transitions if self.roadmap else ()

    def level_text(self, level: int) -> LevelText:
        """One level in words."""
        return self.framework.levels[level]

    def entry(self, key: str) -> Entry:
        """The outline's line of a section; KeyError when the report has no such section."""
        for item in self.outline:
            if item.key == key:
                return item
        raise KeyError(key)

    def has(self, part: Part) -> bool:
        """True when the report prints that section."""
        return part in self.profile.parts

    def heading(self, key: str, title: str) -> Heading:
        """The head of a section: number and name from the outline, the action title as given.

        A title rewritten by hand (slot ``KEY.title``) replaces the generated one.
        """
        item = self.entry(key)
        return Heading(
            key=key,
            number=item.number,
            name=item.name,
            title=self.worded(f"{key}.title", title),
        )

    def worded(self, slot: str, text: str) -> str:
        """The wording kept by hand for a slot, else the generated ``text``."""
        key = identity("wording", slot, self.say.language)
        kept = self.snapshot.get(Wording, key)
        return kept.text if kept and kept.text.strip() else text


def next_monday(day: date) -> date:
    """The first Monday after ``day``."""
    return day + timedelta(days=7 - day.weekday())


def unit_name(snapshot: Snapshot, unit: str) -> str:
    """What a scope unit is called where an engagement has several; else empty."""
    units = snapshot.scope_units
    return next((one.name.strip() for one in units if one.id == unit and len(units) > 1), "")


def units_named(known: Facts) -> Mapping[str, str]:
    """Scope units by id, in words; one without a name by its place. Empty for only one."""
    units = known.snapshot.scope_units
    if len(units) < 2:
        return {}
    return {
        one.id: one.name.strip() or known.say("units.nameless", n=n)
        for n, one in enumerate(units, start=1)
    }


def known_somewhere(known: Facts, criteria: Iterable[str]) -> bool:
    """Whether some scope unit has an answer to any of these criteria."""
    units = known.case.units.values()
    return any(not is_unknown(unit[one].reading) for one in criteria for unit in units)


def settings_of(snapshot: Snapshot) -> ReportSettings:
    """How the document is to be made; the usual way before anything was chosen."""
    kept = snapshot.of(ReportSettings)
    return kept[0] if kept else ReportSettings()


def of(
    snapshot: Snapshot,
    *,
    profile_code: str = "full",
    issued: date,
    language: str | None = None,
    draft: bool | None = None,
) -> Facts:
    """Score and plan a snapshot for a report issued on a day.

    It speaks ``language``, else the one chosen for the report, else that of the engagement; it
    is a ``draft`` as asked, else as kept.
    """
    chosen_language = language or settings_of(snapshot).language
    say = words(chosen_language) if chosen_language else nearest(snapshot.engagement.language)
    snapshot = spoken(snapshot, say.language)
    snapshot = redacted(snapshot, settings_of(snapshot).interviewees, say)
    settings = settings_of(snapshot)
    if draft is not None:
        settings = settings.model_copy(update={"draft": draft})
    engagement = snapshot.engagement
    case = assess_case(snapshot)
    roadmap = None
    if engagement.target is not None:
        start = engagement.roadmap_start or next_monday(issued)
        roadmap = plan_case(snapshot, case, start=start, target=engagement.target)
    chosen = profile(profile_code).without(settings.left_out).ordered(settings.order)
    return Facts(
        snapshot=snapshot,
        case=case,
        roadmap=roadmap,
        settings=settings,
        profile=chosen,
        issued=issued,
        say=say,
        outline=outline(snapshot, roadmap, chosen, say),
        basis=basis_of(snapshot),
    )
