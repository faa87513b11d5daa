"""Fields of records, and the codes that some of them hold, in words."""

from __future__ import annotations

from typing import Any

from engagements.language import mark, tr
from ui import locale
from ui.parts.signatories import SIGNATORIES

FIELD_WORDS = {
    "name": mark("Name"),
    "sector": mark("Sector"),
    "title": mark("Title"),
    "scope": mark("Scope"),
    "target": mark("Target level"),
    "starts": mark("Starts"),
    "ends": mark("Ends"),
    "roadmap_start": mark("Roadmap starts"),
    "language": mark("Language"),
    "framework": mark("Framework"),
    "brand": mark("Brand kit"),
    "status": mark("Status"),
    "models": mark("Models"),
    "role": mark("Role"),
    "consent": mark("Appears"),
    "pseudonym": mark("Pseudonym"),
    "people": mark("Interviewees"),
    "assessors": mark("Assessors"),
    "day": mark("Day"),
    "minutes": mark("Minutes"),
    "state": mark("State"),
    "elapsed": mark("Seconds held"),
    "agenda": mark("Questions"),
    "parked": mark("Parked"),
    "asked": mark("Asked"),
    "sent": mark("Record sent"),
    "reply_by": mark("Reply by"),
    "confirmed": mark("Confirmed"),
    "corrected": mark("Set right on"),
    "ticked": mark("Follow-ups put"),
    "criterion": mark("Criterion"),
    "criteria": mark("Criteria"),
    "interview": mark("Interview"),
    "voice": mark("Voice"),
    "value": mark("Answer"),
    "reason": mark("Reason"),
    "author": mark("Author"),
    "text": mark("Text"),
    "note_kind": mark("Kind"),
    "off_record": mark("Off the record"),
    "done": mark("Done"),
    "reference": mark("Number"),
    "description": mark("Description"),
    "grade": mark("Grade"),
    "speaks_for": mark("Speaks for"),
    "shown": mark("Shown on"),
    "attachment": mark("File"),
    "link": mark("Link"),
    "person": mark("Asked of"),
    "due": mark("Due"),
    "received": mark("Received"),
    "sort": mark("Sort"),
    "dimension": mark("Dimension"),
    "action": mark("Action"),
    "include": mark("In the roadmap"),
    "owner": mark("Owner"),
    "weeks_low": mark("Weeks, at least"),
    "weeks_likely": mark("Weeks, likely"),
    "weeks_high": mark("Weeks, at most"),
    "metric": mark("Metric"),
    "low": mark("Low"),
    "high": mark("High"),
    "not_measurable": mark("Not measurable"),
    "period": mark("Period"),
    "source_grade": mark("Source"),
    "note": mark("Note"),
    "profile": mark("Profile"),
    "version": mark("Version"),
    "audience": mark("Audience"),
    "signatories": mark("Signed by"),
    "draft": mark("Draft"),
    "left_out": mark("Left out"),
    "slot": mark("Sentence"),
    "page": mark("Page"),
    "section": mark("Section"),
    "reader": mark("Reader"),
    "response": mark("Response"),
    "number": mark("Number"),
    "issued": mark("Issued"),
    "pages": mark("Pages"),
    "scope_unit": mark("Scope unit"),
    "order": mark("Order of sections"),
    "interviewees": mark("Interviewees"),
    "paper": mark("Paper"),
    "file_name": mark("File name"),
    "assessed": mark("Assessed"),
    "verified": mark("Verified"),
    "dimensions": mark("Dimensions"),
}
CODE_WORDS = {
    "open": mark("still open"),
    "accepted": mark("accepted"),
    "declined": mark("declined"),
    "done": mark("done"),
    "planned": mark("Planned"),
    "running": mark("Running"),
    "paused": mark("Paused"),
    "held": mark("Held"),
    "fieldwork": mark("Fieldwork"),
    "analysis": mark("Analysis"),
    "draft": mark("Draft"),
    "delivered": mark("Delivered"),
    "archived": mark("Archived"),
    "named": mark("by name"),
    "role": mark("by role"),
    "by role": mark("by role"),
    "pseudonym": mark("by pseudonym"),
    "by pseudonym": mark("by pseudonym"),
    "note": mark("Note"),
    "quote": mark("Quote"),
    "to-do": mark("To do"),
    **SIGNATORIES,
}
"""Codes by what they say; the fields that hold them are ``_CODED``."""
_CODED = frozenset(("state", "status", "consent", "note_kind", "interviewees", "signatories"))


def field_words(field: str) -> str:
    """A field's name; one that has no words reads as its own name."""
    return tr(FIELD_WORDS[field]) if field in FIELD_WORDS else field.replace("_", " ")


def code_words(field: str, value: Any) -> str:
    """What a code in a field says; empty for anything that is no code."""
    if field == "profile":
        return locale.figure_words().slots.get(f"profile.{value}.name", "")
    return tr(CODE_WORDS[value]) if field in _CODED and value in CODE_WORDS else ""
