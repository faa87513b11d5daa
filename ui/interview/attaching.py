"""From something pasted or dropped to an evidence item of the question on screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QMimeData, QObject, Signal

from engagements.framework.model import AnswerValue
from engagements.language import tr
from engagements.problem import Problem
from engagements.records import Evidence
from engagements.records.evidence import SPEAKS, SpeaksFor
from ui import jobs
from ui.interview.evidence_sheets import Filled
from ui.interview.presenter import Presenter
from ui.jobs import Progress
from ui.parts.offering import Offer, offers_of
from ui.session import Session

SHOWN = 2
"""Grade of what is shown in an interview, until said otherwise."""

Ask = Callable[[str, Filled, Callable[[Filled], None]], None]


class Attaching(QObject):
    """Attaches at once when the answer is clear, else asks first what the thing speaks for."""

    asked = Signal(str, object, object, bool)
    """Heading, a Filled to complete, what takes it, whether it is a link: for the form."""
    too_large = Signal(str, str, object)
    """Title, advice, and what attaches it all the same."""
    moved = Signal(str, object)
    """What is being attached and how much of it, 0 to 1, None while unknown; empty at the end."""
    refused = Signal(Problem)

    def __init__(self, session: Session, presenter: Presenter, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._presenter = session, presenter
        self._queue: list[Offer] = []

    def take(self, source: QMimeData, *, text_too: bool) -> bool:
        """Attach what was pasted or dropped; False when there was nothing to attach."""
        if self._presenter.criterion is None or self._session.case is None:
            return False
        offers = offers_of(source, datetime.now(), text_too=text_too)
        self.add(offers)
        return bool(offers)

    def add(self, offers: list[Offer]) -> None:
        """Attach things to the question on screen, one after the other."""
        for offer in offers:
            value = self._presenter.stand().value
            filled = Filled(offer.title, SHOWN, value or AnswerValue.YES, offer.link)
            if value in SPEAKS and offer.kind != "link":
                self._keep(offer, self._place(), filled)
            else:
                self._queue.append(offer)
        self._ask_next()

    def link(self) -> None:
        """Ask for a link."""
        if self._presenter.criterion is not None:
            self._queue.append(Offer("link", ""))
            self._ask_next()

    def change(self, item_id: str, filled: Filled) -> None:
        """Keep another title, grade or answer of an item."""
        item = self._presenter.show.snapshot.get(Evidence, item_id)
        one = self._presenter.criterion
        if item is None or one is None:
            return
        from engagements.casework import evidence

        rest = tuple(each for each in item.speaks_for if each.criterion != one.id)
        mine = [each for each in item.speaks_for if each.criterion == one.id]
        interview = mine[0].interview if mine else None
        spoken = SpeaksFor(criterion=one.id, value=filled.value, interview=interview)
        fresh = item.model_copy(
            update={
                "title": filled.title,
                "grade": filled.grade,
                "link": filled.link or item.link,
                "speaks_for": (*rest, spoken),
            }
        )
        self._presenter.do(evidence.save, fresh)

    def remove(self, item_id: str) -> None:
        """Take an item out; Ctrl+Z brings it back."""
        from engagements.casework import evidence

        self._presenter.do(evidence.delete, item_id)

    def next_one(self) -> None:
        """The form was closed: drop what it was about and ask for the next."""
        self._queue = self._queue[1:]
        self._ask_next()

    def _ask_next(self) -> None:
        if not self._queue:
            return
        offer, place = self._queue[0], self._place()
        value = self._presenter.stand().value
        speaks = value if value in SPEAKS and value is not None else AnswerValue.YES
        linked = offer.kind == "link"
        heading = tr("Link as evidence") if linked else tr("Evidence: {name}", name=offer.name)
        filled = Filled(offer.title, SHOWN, speaks, offer.link)
        self.asked.emit(heading, filled, partial(self._keep, offer, place), linked)

    def _place(self) -> dict[str, Any]:
        """The question, interview and scope unit that are on screen now."""
        interview, one = self._presenter.interview, self._presenter.criterion
        assert interview is not None
        assert one is not None
        return {
            "criterion": one.id,
            "interview": interview.id,
            "scope_unit": interview.scope_unit,
        }

    def _keep(self, offer: Offer, place: dict[str, Any], filled: Filled) -> None:
        speaks = SpeaksFor(
            criterion=place["criterion"], value=filled.value, interview=place["interview"]
        )
        common: dict[str, Any] = {
            "speaks_for": (speaks,),
            "scope_unit": place["scope_unit"],
            "interview": place["interview"],
            "shown": date.today(),
        }
        if offer.kind == "link":
            from engagements.casework import evidence

            item = Evidence(
                id=uuid4().hex,
                title=filled.title,
                grade=filled.grade,
                link=filled.link,
                **common,
            )
            self._presenter.do(evidence.save, item)
            return
        rest = {"grade": filled.grade, "name": offer.name, **common}
        if offer.picture is None:
            source = offer.path if offer.path is not None else offer.data
            self._attach(filled.title, source, rest)
            return

        def encode(_progress: Progress) -> bytes:
            return offer.content()

        jobs.run(
            encode,
            owner=self,
            on_success=lambda data: self._attach(filled.title, data, rest),
            on_failure=self.refused.emit,
        )

    def _attach(self, title: str, source: object, rest: dict[str, Any]) -> None:
        if self._session.case is None:
            return
        from engagements.casework import evidence

        def ended(_change: object = None) -> None:
            self.moved.emit("", None)

        def failed(problem: Problem) -> None:
            ended()
            if getattr(problem, "ask", False):
                again = {**rest, "large": True}
                attach = partial(self._attach, title, source, again)
                self.too_large.emit(problem.title, problem.advice, attach)
            else:
                self.refused.emit(problem)

        def moved(done: int, total: int) -> None:
            self.moved.emit(title, done / total if total else None)

        self._session.do(
            evidence.attach,
            title,
            source,
            owner=self,
            on_done=ended,
            on_failed=failed,
            on_progress=moved,
            words=tr("Attaching a file"),
            **rest,
        )
