"""All checks of one report, the most pressing first."""

from __future__ import annotations

from collections.abc import Sequence

from engagements.records.snapshot import Snapshot
from report_templates.brand import BrandKit
from report_templates.content import facts
from report_templates.content.report import ReportContent
from report_templates.preflight import assessment, document
from report_templates.preflight.model import ORDER, Check, Looked

CHECKS = (
    document.number,
    assessment.disagreements,
    document.people,
    assessment.plan,
    assessment.reasons,
    assessment.stale,
    assessment.against_each_other,
    document.cut,
    document.rewritten,
    document.comments,
    document.missing,
    document.contrast,
    assessment.still_open,
)


def look(
    snapshot: Snapshot, content: ReportContent, kit: BrandKit, pages: Sequence[str] = ()
) -> tuple[Check, ...]:
    """What stands against sending a report out, and what was looked at and is well.

    ``pages`` is the text of the pages of its PDF.
    """
    known = facts.of(
        snapshot,
        profile_code=content.profile,
        issued=content.issued,
        language=content.language,
        draft=content.draft,
    )
    looked = Looked(snapshot, known, content, kit, tuple(pages))
    found = [one for check in CHECKS for one in check(looked)]
    return tuple(sorted(found, key=lambda one: ORDER[one.grade]))
