"""Writes the sample's content (``halden.toml``) into an engagement file, interview by interview."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

from engagements.casework import evidence, interviewing, judging, planning, scoping
from engagements.casework.case import Case
from engagements.file.actions import Action
from engagements.file.canonical import random_id
from engagements.framework.model import AnswerValue
from engagements.records import (
    Answer,
    Evidence,
    EvidenceRequest,
    Finding,
    Interview,
    MetricReading,
    Note,
    Person,
    PlanChange,
    ScopeUnit,
)
from engagements.records.answers import NoteKind
from engagements.records.client import Blob
from engagements.records.evidence import SpeaksFor
from engagements.records.outcome import MetricCase
from engagements.records.people import Consent, InterviewState
from engagements.sample.attachments import FILES

AUTHOR = "Karin Vold"

Table = Mapping[str, Any]


def write(path: Path, *, passphrase: str | None = None, author: str = AUTHOR) -> None:
    """Write the sample engagement into a new file; Problem when there is one already.

    The content is the same each time, only the ids differ.
    """
    story = cast(
        "Table",
        tomllib.loads(files("engagements.sample").joinpath("halden.toml").read_text("utf-8")),
    )
    client = story["client"]
    case = Case.create(
        path,
        client=client["name"],
        author=author,
        target=story["engagement"]["target"],
        passphrase=passphrase,
        starts=story["engagement"]["starts"],
    )
    try:
        _Telling(case, story).tell()
    except BaseException:
        case.close()
        path.unlink(missing_ok=True)  # half a sample is worth nothing
        raise
    case.close()


class _Telling:
    """One pass through the story, in the order in which it happened."""

    def __init__(self, case: Case, story: Table) -> None:
        self._case = case
        self._story = story
        self._ids: dict[str, str] = {}
        self._blobs: dict[str, Blob] = {}

    def tell(self) -> None:
        """Bring the attachments in, then everything else as one action."""
        for name, make in FILES.items():
            self._blobs[name] = evidence.keep_file(self._case, make(), name=name)
        with self._case.together(Action.IMPORTED):
            self._agree()
            self._tell()

    def _agree(self) -> None:
        self._case.update_client(sector=self._story["client"]["sector"])
        self._case.update_engagement(**self._story["engagement"])

    def _tell(self) -> None:
        """Agree on the scope, hold the interviews, then conclude."""
        unit = self._story["scope_unit"]
        scoping.save_unit(self._case, ScopeUnit(name=unit["name"], models=tuple(unit["models"])))
        for person in self._story["person"]:
            self._person(person)
        for interview in self._story["interview"]:
            self._interview(interview)
        for interview in self._story["interview"]:
            if interview["state"] == InterviewState.HELD.value:
                self._hold(interview)
        for request in self._story["request"]:
            self._request(request)
        self._conclude()

    def _id(self, key: str) -> str:
        """The id behind a key of the story, drawn when it is first met."""
        return self._ids.setdefault(key, random_id())

    def _person(self, item: Table) -> None:
        interviewing.save_person(
            self._case,
            Person(
                id=self._id(item["key"]),
                name=item["name"],
                role=item["role"],
                title=item["title"],
                consent=Consent(item["consent"]),
                pseudonym=item.get("pseudonym", ""),
            ),
        )

    def _interview(self, item: Table) -> None:
        interviewing.save_interview(
            self._case,
            Interview(
                id=self._id(item["key"]),
                title=item["title"],
                people=tuple(self._id(key) for key in item["people"]),
                assessors=tuple(item["assessors"]),
                day=item["day"],
                starts=datetime.combine(item["day"], time.fromisoformat(item["starts"])),
                minutes=item["minutes"],
                agenda=self._agenda(item),
            ),
        )

    def _agenda(self, item: Table) -> tuple[str, ...]:
        """As planned, else what was asked, else what the framework proposes for the roles."""
        if "agenda" in item:
            return tuple(item["agenda"])
        asked = _asked(item)
        if asked:
            return asked
        roles = {one["role"] for one in self._story["person"] if one["key"] in item["people"]}
        packs = self._case.snapshot.framework.role_packs
        return tuple(
            dict.fromkeys(
                entry.criterion for pack in packs if pack.role in roles for entry in pack.criteria
            )
        )

    def _hold(self, item: Table) -> None:
        """Everything that was said, written down and shown in one interview."""
        key = self._id(item["key"])
        for voice, criterion, given in _given(item):
            interviewing.record_answer(
                self._case,
                Answer.of(
                    criterion,
                    key,
                    AnswerValue(given["value"]),
                    voice=self._id(voice),
                    reason=given.get("reason", ""),
                ),
            )
        for position, note in enumerate(item.get("note", ())):
            self._note(key, position, note)
        for shown in self._story["evidence"]:
            if shown["interview"] == item["key"]:
                self._evidence(shown)
        planned = cast("Interview", self._case.snapshot.get(Interview, key))
        interviewing.save_interview(
            self._case,
            planned.model_copy(
                update={
                    "state": InterviewState.HELD,
                    "elapsed": item["elapsed"],
                    "asked": _asked(item),
                    "parked": tuple(item.get("parked", ())),
                }
            ),
        )
        for judgement in self._story["judgement"]:
            if judgement["after"] == item["key"]:
                judging.judge(
                    self._case,
                    judgement["criterion"],
                    AnswerValue(judgement["value"]),
                    reason=judgement["reason"],
                )

    def _note(self, interview: str, position: int, item: Table) -> None:
        interviewing.keep_note(
            self._case,
            Note(
                id=random_id(),
                interview=interview,
                author=AUTHOR,
                text=item["text"],
                criteria=tuple(item.get("criteria", ())),
                note_kind=NoteKind(item.get("kind", NoteKind.NOTE)),
                off_record=item.get("off_record", False),
                done=item.get("done", False),
                position=position,
            ),
        )

    def _evidence(self, item: Table) -> None:
        speaks_for = tuple(
            SpeaksFor(criterion=criterion, value=AnswerValue(value))
            for criterion, value in item["speaks"].items()
        )
        evidence.save(
            self._case,
            Evidence(
                id=self._id(item["key"]),
                title=item["title"],
                description=item["description"],
                grade=item["grade"],
                speaks_for=speaks_for,
                interview=self._id(item["interview"]),
                shown=item["shown"],
                attachment=self._blobs.get(item.get("file", "")),
                link=item.get("link", ""),
            ),
        )

    def _request(self, item: Table) -> None:
        received = item.get("received")
        evidence.request(
            self._case,
            EvidenceRequest(
                id=random_id(),
                title=item["title"],
                person=self._id(item["person"]),
                criteria=tuple(item["criteria"]),
                due=item["due"],
                received=self._id(received) if received else None,
                interview=self._id(item["interview"]),
            ),
        )

    def _conclude(self) -> None:
        for item in self._story["finding"]:
            judging.save_finding(
                self._case,
                Finding(
                    id=random_id(),
                    sort=item["sort"],
                    text=item["text"],
                    dimension=item["dimension"],
                    criteria=tuple(item["criteria"]),
                ),
            )
        for item in self._story["metric"]:
            judging.save_metric(self._case, _metric(item))
        for item in self._story["plan"]:
            planning.change_plan(self._case, _plan_change(item))


def _given(item: Table) -> Iterator[tuple[str, str, Table]]:
    """Voice, criterion and answer of an interview, in the order given."""
    for voice, answers in item.get("answers", {}).items():
        for criterion, answer in answers.items():
            yield voice, criterion, {"value": answer} if isinstance(answer, str) else answer


def _asked(item: Table) -> tuple[str, ...]:
    return tuple(dict.fromkeys(criterion for _, criterion, _ in _given(item)))


def _metric(item: Table) -> MetricReading:
    return MetricReading(
        id=random_id(),
        metric=item["metric"],
        low=_decimal(item, "low"),
        high=_decimal(item, "high"),
        not_measurable=item.get("not_measurable", False),
        models=item["models"],
        period=item["period"],
        source_grade=item.get("source_grade", 1),
        cases=tuple(_case(one) for one in item.get("case", ())),
        note=item.get("note", ""),
    )


def _case(item: Table) -> MetricCase:
    began, ended = cast("date", item["began"]), cast("date", item["ended"])
    weeks = Decimal((ended - began).days) / 7
    return MetricCase(
        label=item["label"], began=began, ended=ended, value=weeks.quantize(Decimal(1))
    )


def _plan_change(item: Table) -> PlanChange:
    return PlanChange(
        id=random_id(),
        action=item["action"],
        owner=item.get("owner"),
        weeks_likely=_decimal(item, "weeks_likely"),
        weeks_high=_decimal(item, "weeks_high"),
        reason=item["reason"],
    )


def _decimal(item: Table, key: str) -> Decimal | None:
    return Decimal(item[key]) if key in item else None
