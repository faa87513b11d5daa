"""What goes to an interviewee, made off the GUI thread: questionnaires and records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from engagements.language import mark
from ui.jobs import Progress

if TYPE_CHECKING:
    from engagements.casework.answer_sheet import Entry
    from engagements.framework.model import Framework
    from engagements.records import Interview, Person
    from engagements.records.snapshot import Snapshot
    from report_templates.content.printed import Printed
    from ui.desk import BuildPdf

Write = Callable[[bytes], None]


@dataclass(frozen=True)
class Order:
    """Everything a paper is made from; ``kit`` is the engagement's own, None for the usual one."""

    snapshot: Snapshot
    interview: Interview
    kit: bytes | None
    build: BuildPdf

    def dress(self) -> bytes:
        """The brand kit, packed."""
        from report_templates.brand import BrandKit

        return self.kit if self.kit is not None else BrandKit.bundled().to_bytes()


def questionnaire(progress: Progress, order: Order, kind: str, write: Write) -> None:
    """Write the interview's questionnaire as a "pdf" or an "xlsx"."""
    from report_templates.beside import questionnaire as sheets
    from report_templates.brand import BrandKit
    from report_templates.content import questionnaire as content

    progress.say(0, 0, mark("Gathering"))
    said = content.of(order.snapshot, date.today(), interview=order.interview)
    if kind == "pdf":
        _print(progress, order, said, write)
        return
    data = sheets.build(said, BrandKit.from_bytes(order.dress()))
    progress.check()
    write(data)


def record(progress: Progress, order: Order, person: Person, reply: date, write: Write) -> None:
    """Write the interview's record for one who took part, to be confirmed until ``reply``."""
    from report_templates.content import record as content

    progress.say(0, 0, mark("Gathering"))
    today = date.today()
    said = content.of(order.snapshot, order.interview, person, issued=today, reply=reply)
    _print(progress, order, said, write)


def reply_by(interview: Interview) -> date:
    """The day that is proposed for the reply."""
    from report_templates.content import record as content

    return content.reply_by(interview, date.today())


def entries(path: Path, framework: Framework) -> tuple[Entry, ...]:
    """The answers in a filled-in sheet; a Problem names what is wrong with it."""
    from engagements.casework import answer_sheet

    return answer_sheet.read(path, framework)


def _print(progress: Progress, order: Order, content: Printed, write: Write) -> None:
    data = order.build(content, order.dress(), progress.say, lambda: progress.cancelled)
    progress.say(0, 0, mark("Writing"))
    write(data)
