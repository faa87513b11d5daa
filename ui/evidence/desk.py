"""What the Evidence page does: every change of evidence and requests, by the use cases."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from engagements.language import tr
from engagements.problem import Problem
from engagements.records import Evidence, EvidenceRequest
from ui import jobs
from ui.parts.drafting import FieldDrafts
from ui.parts.locking import Lock
from ui.parts.offering import Offer
from ui.session import Session

if TYPE_CHECKING:
    from engagements.casework.case import Case

SHOWN = 2
"""Grade of what is added here, until said otherwise."""


@dataclass(frozen=True)
class _Attach:
    """One file on its way in: the use case, what it is about, what it is called on screen."""

    use_case: Callable[..., Any]
    first: str
    title: str
    rest: dict[str, Any]
    done: Callable[[object], None] | None = None


class EvidenceWork(QObject):
    """Asks for use cases one after the other; tells what came of them."""

    refused = Signal(Problem)
    too_large = Signal(str, str, object)
    """Title, advice, and what attaches it all the same."""
    moved = Signal(str, object)
    """What is being attached and how much of it, 0 to 1, None while unknown; empty at the end."""
    added = Signal(str)
    """The id of an evidence item that was added."""
    copied = Signal(object)
    """The path to which a copy was written."""
    found_earlier = Signal(str, tuple)
    """An item's id and its EarlierFiles."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.lock = Lock(session)
        self.drafts = FieldDrafts(session, "evidence", self)

    def refuses(self) -> bool:
        """Whether nothing may be changed; says why."""
        problem = self.lock.problem()
        if problem is not None:
            self.refused.emit(problem)
        return problem is not None

    def save(self, item: Evidence, typed: Sequence[str] = ()) -> None:
        """Keep an item's values, and end the drafts at the places ``typed``."""
        from engagements.casework import evidence

        self._keep(evidence.save, item, typed)

    def remove(self, item_id: str) -> None:
        """Take an item out; undo brings it back."""
        from engagements.casework import evidence

        self._keep(evidence.delete, item_id, _places(item_id))

    def add(self, offers: list[Offer]) -> None:
        """Keep what was pasted, dropped or chosen as new evidence."""
        from engagements.casework import evidence

        for offer in offers:
            new = uuid4().hex
            if offer.kind == "link":
                item = Evidence(
                    id=new, title=offer.title, grade=SHOWN, link=offer.link, shown=date.today()
                )
                self._do(evidence.save, item, done=partial(self._added, new))
            else:
                rest = {
                    "grade": SHOWN,
                    "name": offer.name,
                    "shown": date.today(),
                    "evidence_id": new,
                }
                done = partial(self._added, new)
                call = _Attach(evidence.attach, offer.title, offer.title, rest, done)
                self._send(offer, call)

    def revise(self, item_id: str, offer: Offer) -> None:
        """Give an item another file; the earlier one stays in the history."""
        from engagements.casework import evidence

        done = partial(self.earlier, item_id)
        rest = {"name": offer.name}
        self._send(offer, _Attach(evidence.replace_file, item_id, offer.title, rest, done))

    def bring_back(self, item_id: str, sha256: str) -> None:
        """Give an item a file again that it had before."""
        from engagements.casework import evidence

        self._do(evidence.bring_back, item_id, sha256, done=partial(self.earlier, item_id))

    def earlier(self, item_id: str, _change: object = None) -> None:
        """Ask which files an item had before."""
        from engagements.casework import evidence

        if self._session.case is not None:
            self._session.do(
                evidence.earlier_files,
                item_id,
                owner=self,
                reads=True,
                on_done=lambda found: self.found_earlier.emit(item_id, found),
                on_failed=self.refused.emit,
            )

    def copy(self, item_id: str, target: Path, write: Callable[[Path, bytes], None]) -> None:
        """Write an attachment to a file, whole or not at all."""
        from engagements.casework import evidence

        def arrived(data: bytes) -> None:
            jobs.run(
                lambda _progress: write(target, data),
                owner=self,
                on_success=lambda _none: self.copied.emit(target),
                on_failure=self.refused.emit,
            )

        self._session.do(
            evidence.content,
            item_id,
            owner=self,
            reads=True,
            on_done=arrived,
            on_failed=self.refused.emit,
        )

    def request(
        self,
        wanted: EvidenceRequest,
        typed: Sequence[str] = (),
        done: Callable[[object], None] | None = None,
    ) -> None:
        """Keep a request, and end the drafts at the places ``typed``."""
        from engagements.casework import evidence

        self._keep(evidence.request, wanted, typed, done)

    def remove_request(self, request_id: str) -> None:
        """Take a request out; undo brings it back."""
        from engagements.casework import evidence

        self._keep(evidence.delete_request, request_id, _places(request_id))

    def receive(self, request_id: str, offer: Offer, unit: str) -> None:
        """Keep a file as what a request asked for, in a scope unit."""
        from engagements.casework import evidence

        rest = {"name": offer.name, "shown": date.today(), "scope_unit": unit or None}
        self._send(offer, _Attach(evidence.receive_file, request_id, offer.title, rest))

    def _added(self, item_id: str, _change: object = None) -> None:
        self.added.emit(item_id)

    def _send(self, offer: Offer, call: _Attach) -> None:
        """Encode a picture first, off the GUI thread; then attach."""
        if self.refuses():
            return
        case = self._session.case
        if offer.picture is None:
            self._attach(call, offer.path if offer.path is not None else offer.data, case)
            return
        jobs.run(
            lambda _progress: offer.content(),
            owner=self,
            on_success=lambda data: self._attach(call, data, case),
            on_failure=self.refused.emit,
        )

    def _attach(self, call: _Attach, source: object, case: Case | None) -> None:
        """Attach to the engagement it was given for, and to no other that is open by now."""
        if case is None or self._session.case is not case:
            return

        def ended(change: object) -> None:
            self.moved.emit("", None)
            if call.done is not None:
                call.done(change)

        def failed(problem: Problem) -> None:
            self.moved.emit("", None)
            if getattr(problem, "ask", False):
                again = replace(call, rest={**call.rest, "large": True})
                attach = partial(self._attach, again, source, case)
                self.too_large.emit(problem.title, problem.advice, attach)
            else:
                self.refused.emit(problem)

        def moved(at: int, total: int) -> None:
            self.moved.emit(call.title, at / total if total else None)

        self._session.do(
            call.use_case,
            call.first,
            source,
            owner=self,
            on_done=ended,
            on_failed=failed,
            on_progress=moved,
            words=tr("Attaching a file"),
            **call.rest,
        )

    def _do(
        self,
        use_case: Callable[..., Any],
        *args: object,
        done: Callable[[object], None] | None = None,
    ) -> None:
        if self._session.case is not None and not self.refuses():
            self._session.do(use_case, *args, owner=self, on_done=done, on_failed=self.refused.emit)

    def _keep(
        self,
        use_case: Callable[..., Any],
        what: object,
        typed: Sequence[str],
        done: Callable[[object], None] | None = None,
    ) -> None:
        """Ask for a use case that ends drafts; they stay when it fails."""
        if self._session.case is None or self.refuses():
            return
        drafts = self.drafts.handed_over(typed)

        def kept(change: object) -> None:
            drafts.kept()
            if done is not None:
                done(change)

        def failed(problem: Problem) -> None:
            drafts.failed()
            self.refused.emit(problem)

        self._session.do(
            use_case, what, drafts=drafts.rows, owner=self, on_done=kept, on_failed=failed
        )


def _places(record: str) -> tuple[str, ...]:
    """Where words of an item or a request are typed."""
    return tuple(f"{record}/{field}" for field in ("title", "description", "due", "criterion"))


def of_file(path: Path) -> Offer:
    """A file that was chosen."""
    return Offer("file", path.stem, path.name, path=path)
