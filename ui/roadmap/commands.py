"""What the Roadmap page can do, for Ctrl+K."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from engagements.language import mark
from engagements.problem import Problem
from ui.page import Command
from ui.parts.pressing import made, press, writable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.roadmap.page import RoadmapPage


def _add(page: RoadmapPage) -> None:
    """Ask which action; without a plan say what it waits for, as the card in its place does."""
    outline = page.presenter.outline
    if outline is not None and outline.state != "planned":
        page.say(Problem(outline.title, outline.advice))
    else:
        page.ask_for_action()


def _pointed_at(page: RoadmapPage) -> str:
    """The action that is selected in the plan."""
    outline = page.presenter.outline
    entry = outline.entry(page.plan.current()) if outline is not None else None
    return entry.title if entry is not None else ""


def _focus(widget: QWidget) -> None:
    widget.setFocus(Qt.FocusReason.OtherFocusReason)


COMMANDS = (
    Command("add-action", mark("Add an action"), _add, "A", "plus", offered=writable, waits=True),
    Command(
        "leave-out",
        mark("Leave out of the plan"),
        lambda page: page.ask_to_leave_out(),
        "Del",
        "close",
        with_what=_pointed_at,
        offered=made(lambda page: bool(_pointed_at(page))),
        waits=True,
    ),
    Command(
        "plan-start",
        mark("Give the start date"),
        lambda page: _focus(page.control.start),
        icon="calendar",
        offered=writable,
        waits=True,
    ),
    Command(
        "plan-target",
        mark("Target level"),
        lambda page: _focus(page.control.target),
        icon="flag",
        offered=writable,
        waits=True,
    ),
    Command(
        "plan-view",
        mark("Transition or overview"),
        lambda page: page.other_view(),
        "V",
        "roadmap",
        waits=True,
    ),
    Command(
        "use-in-report", mark("Use in report"), lambda page: press(page, page.use), icon="report"
    ),
)
