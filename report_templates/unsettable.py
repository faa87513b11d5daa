"""The section of a document that cannot be set, so that the rest can do without it."""

from __future__ import annotations

from engagements.language import tr
from engagements.problem import Problem

STAYING = ("", "cover")
"""Parts that no report can do without; other documents have none."""


class Unsettable(Problem):
    """Names a section in words; ``part`` is the field of the content that it comes from."""

    def __init__(self, title: str, advice: str, part: str, *, faulty: bool = False) -> None:
        """``part`` is empty where a document has no sections.

        ``faulty`` when the program is at fault; the cause then says where.
        """
        super().__init__(title, advice)
        self.part, self.faulty = part, faulty


def at_fault(section: str, part: str) -> Unsettable:
    """The section met a fault of the program; the fault itself is the cause."""
    advice = tr(
        "This is a fault of Plumbline; a report is in the log folder. The engagement is safe."
    )
    if part not in STAYING:
        without = tr("Everything else can be exported without this section.")
        advice = f"{advice} {without}"
    title = tr("“{section}” could not be laid out.", section=section)
    return Unsettable(title, advice, part, faulty=True)
