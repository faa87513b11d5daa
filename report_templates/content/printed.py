"""The kinds of document that are printed through the same pages, tags and seal."""

from __future__ import annotations

from report_templates.content.questionnaire import Questionnaire
from report_templates.content.record import InterviewRecord
from report_templates.content.report import ReportContent

Printed = ReportContent | Questionnaire | InterviewRecord
KINDS: dict[str, type[Printed]] = {
    kind.kind: kind for kind in (ReportContent, Questionnaire, InterviewRecord)
}
"""By the word that a request for one begins with."""
