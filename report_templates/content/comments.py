"""The comment sheet of a draft: what its readers said so far, and room for what they will say."""

from __future__ import annotations

from datetime import date

from engagements.framework.model import Value
from engagements.records.commenting import STATES, by_number
from engagements.records.outcome import PaperSize
from engagements.records.snapshot import Snapshot
from report_templates.content.facts import settings_of
from report_templates.content.redaction import redacted
from report_templates.words import nearest, words

EMPTY = 60
"""Rows to fill in."""
HEADS = ("number", "page", "section", "reader", "text", "response", "state")


class CommentRow(Value):
    """One comment as it goes out; ``state`` in words."""

    number: int
    page: int | None
    section: str
    reader: str
    text: str
    response: str
    state: str


class CommentSheet(Value):
    """A sheet with its words. ``engagement`` and ``version`` say where it belongs."""

    title: str
    language: str
    paper: PaperSize = ""
    """Empty is the brand kit's paper."""
    made: date
    engagement: str
    version: str
    about_name: str
    about: tuple[str, ...]
    list_name: str
    heads: tuple[str, ...]
    states: tuple[str, ...]
    choose: str
    """Said where something else than a state is entered."""
    a_page: str
    """Said where something else than a page's number is entered."""
    rows: tuple[CommentRow, ...]
    empty: int = EMPTY


def of(snapshot: Snapshot, made: date, language: str | None = None) -> CommentSheet:
    """The sheet of the version that is being worked on; nobody is named in it.

    It speaks ``language``, else the report's, else that of the engagement.
    """
    settings = settings_of(snapshot)
    wanted = language or settings.language
    say = words(wanted) if wanted else nearest(snapshot.engagement.language)
    known = redacted(snapshot, settings.interviewees, say)
    client = known.client.name.strip() or say("client.unnamed")
    version = settings.version.strip()
    states = {code: say(f"beside.comments.{code}") for code in STATES}
    return CommentSheet(
        title=say("beside.comments.title", client=client, version=version),
        language=say.language,
        paper=settings.paper,
        made=made,
        engagement=snapshot.engagement_id,
        version=version,
        about_name=say("beside.comments.about_name"),
        about=(say("beside.comments.fill"), say("beside.comments.back")),
        list_name=say("beside.comments.list_name"),
        heads=tuple(say(f"beside.comments.{one}") for one in HEADS),
        states=tuple(states.values()),
        choose=say("beside.comments.choose"),
        a_page=say("beside.comments.a_page"),
        rows=tuple(
            CommentRow(
                number=one.number,
                page=one.page,
                section=one.section,
                reader=one.reader,
                text=one.text,
                response=one.response,
                state=states[one.state],
            )
            for one in by_number(known)
        ),
    )
