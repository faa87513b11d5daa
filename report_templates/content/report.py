"""A whole report as one frozen value: every number and sentence its PDF may print."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, cast

from engagements.framework.model import Value
from engagements.records.outcome import PaperSize
from engagements.records.snapshot import Snapshot
from report_templates.content import (
    actions,
    contents,
    cover,
    delivery,
    diagnostic,
    dimensions,
    evidence,
    facts,
    glance,
    glossary,
    method,
    names,
    progress,
    roadmap,
    summary,
    transition,
)
from report_templates.content.actions import ActionSheet
from report_templates.content.base import Entry, Part, Section
from report_templates.content.contents import Contents
from report_templates.content.cover import Cover
from report_templates.content.delivery import Delivery
from report_templates.content.diagnostic import Diagnostic
from report_templates.content.dimensions import DimensionPage
from report_templates.content.evidence import EvidenceRegister
from report_templates.content.glance import Glance
from report_templates.content.glossary import Glossary
from report_templates.content.method import Method
from report_templates.content.progress import Progress
from report_templates.content.roadmap import RoadmapOverview
from report_templates.content.sending import sendable
from report_templates.content.summary import Summary
from report_templates.content.transition import TransitionPage
from report_templates.words import Words

FORMAT = 5
"""Raised when the content's shape changes, so that an issued version can be told apart."""


class ReportContent(Value):
    """What a report says. A section is None when its profile leaves it out.

    ``model_dump_json`` and ``model_validate_json`` give the same value back; the same content
    and brand kit give the same PDF bytes.
    """

    kind: ClassVar[str] = "report"
    covered: ClassVar[bool] = True
    """Whether its first page is a cover."""
    format: int = FORMAT
    language: str
    document: str
    """The kind of document: "MLOps maturity assessment"."""
    title: str
    subject: str
    client: str
    version: str
    draft: bool
    issued: date
    issued_text: str
    rule_set: str
    profile: str
    paper: PaperSize = ""
    """Empty is the brand kit's paper."""
    names: tuple[str, ...] = ()
    """What is named in it: such words stay whole at the end of a line."""
    outline: tuple[Entry, ...]
    cover: Cover
    contents: Contents | None = None
    summary: Summary | None = None
    glance: Glance | None = None
    dimensions: tuple[DimensionPage, ...] = ()
    roadmap: RoadmapOverview | None = None
    transitions: tuple[TransitionPage, ...] = ()
    actions: tuple[ActionSheet, ...] = ()
    delivery: Delivery | None = None
    diagnostic: Diagnostic | None = None
    evidence: EvidenceRegister | None = None
    method: Method | None = None
    progress: Progress | None = None
    glossary: Glossary | None = None

    def foot(self, say: Words) -> str:
        """What stands in the middle of a page's foot."""
        slot = "footer.draft" if self.draft else "footer.version"
        return say(slot, version=self.version, issued=self.issued_text, rule_set=self.rule_set)

    def pages(self) -> Iterator[tuple[str, Section]]:
        """What follows the contents, in the outline's order, each page with its field's name."""
        fields = list(ReportContent.model_fields)
        usual = fields[fields.index("contents") + 1 :]
        listed = dict.fromkeys(one.part.value for one in self.outline)
        for name in dict.fromkeys((*(one for one in listed if one in usual), *usual)):
            found = getattr(self, name)
            some = cast(
                "tuple[Section | None, ...]", found if isinstance(found, tuple) else (found,)
            )
            yield from ((name, page) for page in some if page is not None)


def of(
    snapshot: Snapshot,
    *,
    profile: str = "full",
    issued: date,
    language: str | None = None,
    draft: bool | None = None,
) -> ReportContent:
    """Everything a report of that profile says about an engagement on the day it is issued.

    It is a ``draft`` as asked, else as the settings have it.
    """
    known = facts.of(snapshot, profile_code=profile, issued=issued, language=language, draft=draft)
    return sendable(explained(known, joined(known)))


def joined(known: facts.Facts) -> ReportContent:
    """The sections a profile has, each made from the same facts."""
    say = known.say
    found = ReportContent(
        language=say.language,
        document=say("document.name"),
        title=say("document.title", client=known.client or say("client.unnamed")),
        subject=say("document.subject"),
        client=known.client or say("client.unnamed"),
        version=known.settings.version,
        draft=known.settings.draft,
        issued=known.issued,
        issued_text=say.date(known.issued),
        rule_set=known.framework.version,
        profile=known.profile.code,
        paper=known.settings.paper,
        outline=known.outline,
        cover=cover.of(known),
        contents=contents.of(known) if known.has(Part.CONTENTS) else None,
        summary=summary.of(known) if known.has(Part.SUMMARY) else None,
        glance=glance.of(known) if known.has(Part.GLANCE) else None,
        dimensions=dimensions.of(known) if known.has(Part.DIMENSIONS) else (),
        roadmap=roadmap.of(known) if known.has(Part.ROADMAP) else None,
        transitions=transition.of(known) if known.has(Part.TRANSITIONS) else (),
        actions=actions.of(known) if known.has(Part.ACTIONS) else (),
        delivery=delivery.of(known) if known.has(Part.DELIVERY) else None,
        diagnostic=diagnostic.of(known) if known.has(Part.DIAGNOSTIC) else None,
        evidence=evidence.of(known) if known.has(Part.EVIDENCE) else None,
        method=method.of(known) if known.has(Part.METHOD) else None,
        progress=progress.of(known) if known.has(Part.PROGRESS) else None,
    )
    return found.model_copy(update={"names": names.of(known, found)})


def explained(known: facts.Facts, content: ReportContent) -> ReportContent:
    """The same report with a glossary of the terms it uses, where its profile has one."""
    if not known.has(Part.GLOSSARY):
        return content
    return content.model_copy(update={"glossary": glossary.of(known, content)})
