"""Who may sign the report, in words: Report asks it and History tells it."""

from __future__ import annotations

from engagements.language import mark

SIGNATORIES = {
    "lead": mark("Lead assessor"),
    "quality": mark("Quality reviewer"),
    "client": mark("Client’s sponsor"),
    "roadmap": mark("Client’s roadmap owner"),
}
"""Of the assessor's firm, then of the client; by their codes."""
