"""Unfinished text reaches the file within 300 ms, and is found again after a crash."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from engagements.language import trn
from ui.session import Session

WAIT_MS = 150
"""From the first keystroke to the write; the rest of 300 ms is the write's."""


class DraftKeeper(QObject):
    """Writes a text that is being typed to its draft row; one write per interval at most."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: dict[str, Callable[[], str]] = {}
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self.flush)

    def typed(self, key: str, text: Callable[[], str]) -> None:
        """Something was typed; ``text()`` is asked when it is written."""
        self._waiting[key] = text
        if not self._timer.isActive():
            self._timer.start()

    def forget(self, key: str) -> None:
        """Write no more of this draft; what is in the file is ended by whoever keeps the text."""
        self._waiting.pop(key, None)
        self._session.forget(key)

    def flush(self) -> None:
        """Write what waits now."""
        from engagements.casework import interviewing

        waiting, self._waiting = self._waiting, {}
        if self._session.case is None:
            return
        for key, text in waiting.items():
            self._session.do(interviewing.keep_draft, key, text(), keep=key)


@dataclass(frozen=True)
class TypedText:
    """A text as it was left, when typing began and ended, and whether a crash left it."""

    text: str
    began: datetime
    ended: datetime
    recovered: bool = False

    @property
    def seconds(self) -> int:
        """How long was typed, at least one second."""
        return max(1, round((self.ended - self.began).total_seconds()))

    def packed(self) -> str:
        """As text for a draft row."""
        return json.dumps([self.text, self.began.isoformat(), self.ended.isoformat()])

    @classmethod
    def unpacked(cls, packed: str) -> TypedText | None:
        """From a draft row; None when it is none of these."""
        try:
            text, began, ended = json.loads(packed)
            times = datetime.fromisoformat(began), datetime.fromisoformat(ended)
            return cls(str(text), *times, recovered=True)
        except (ValueError, TypeError):
            return None


class FieldDrafts(QObject):
    """The texts being typed on one page, by place; each a draft row until kept or given up."""

    found = Signal()
    """Texts that a crash left were found."""
    ended = Signal()
    """Some were kept or given up."""

    def __init__(self, session: Session, kind: str, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._kind = session, kind
        self._keeper = DraftKeeper(session, self)
        self._texts: dict[str, TypedText] = {}

    def take_up(self) -> None:
        """Another engagement, or none: forget the last one's, find what a crash left in it."""
        for place in self._texts:
            self._keeper.forget(self._key(place))
        self._texts = {}
        if self._session.case is not None:
            from engagements.casework import interviewing

            self._session.do(interviewing.drafts, owner=self, reads=True, on_done=self._recover)

    def _recover(self, drafts: Mapping[str, str]) -> None:
        for key, packed in drafts.items():
            kind, _, place = key.partition("/")
            text = TypedText.unpacked(packed) if kind == self._kind else None
            if text is not None:
                self._texts.setdefault(place, text)
        if self._texts:
            self.found.emit()

    def recovered(self) -> tuple[str, ...]:
        """The places of texts that a crash left, the one typed last at the end."""
        left = [place for place, one in self._texts.items() if one.recovered]
        return tuple(sorted(left, key=lambda place: self._texts[place].ended))

    def places(self) -> tuple[str, ...]:
        """Where something is being typed."""
        return tuple(self._texts)

    def words(self, places: Iterable[str]) -> str:
        """The line that says what a crash did not take from these places; empty for nothing."""
        found = [self._texts[one] for one in places if one in self._texts]
        seconds = sum(one.seconds for one in found if one.recovered)
        return recovered_words(seconds) if seconds else ""

    def text(self, place: str) -> str | None:
        """What is being typed at a place, None when nothing is."""
        one = self._texts.get(place)
        return one.text if one else None

    def typed(self, place: str, text: str) -> None:
        """A place's text as it stands now."""
        now, before = datetime.now(), self._texts.get(place)
        began, recovered = (before.began, before.recovered) if before else (now, False)
        one = TypedText(text, began, now, recovered)
        self._texts[place] = one
        self._keeper.typed(self._key(place), one.packed)

    def give_up(self, place: str) -> None:
        """Nothing is typed at a place any more: its text is what is kept, or was given up."""
        if self._texts.pop(place, None) is None:
            return
        self._keeper.forget(self._key(place))
        if self._session.case is not None:
            from engagements.casework import interviewing

            self._session.do(interviewing.drop_draft, self._key(place))
        self.ended.emit()

    def handed_over(self, places: Iterable[str]) -> Handover:
        """The drafts that a use case ends with what it keeps."""
        texts = {place: self._texts[place] for place in places if place in self._texts}
        for place in texts:
            self._keeper.forget(self._key(place))
        return Handover(self, texts, tuple(self._key(place) for place in texts))

    def settle(self, texts: Mapping[str, TypedText]) -> None:
        """These were kept; what was typed since stays a draft."""
        for place, one in texts.items():
            if self._texts.get(place) is one:
                del self._texts[place]
        self.ended.emit()

    def hold(self, texts: Mapping[str, TypedText]) -> None:
        """These could not be kept: they stay drafts."""
        for place, one in texts.items():
            if self._texts.get(place) is one:
                self._keeper.typed(self._key(place), one.packed)

    def flush(self) -> None:
        """Write what waits now."""
        self._keeper.flush()

    def _key(self, place: str) -> str:
        return f"{self._kind}/{place}"


@dataclass(frozen=True)
class Handover:
    """Drafts on their way to being kept, and their rows' keys."""

    drafts: FieldDrafts
    texts: Mapping[str, TypedText]
    rows: tuple[str, ...]

    def kept(self) -> None:
        """The use case ended them."""
        self.drafts.settle(self.texts)

    def failed(self) -> None:
        """Nothing was kept."""
        self.drafts.hold(self.texts)


def recovered_words(seconds: int) -> str:
    """The line that says what a crash did not take: ``Recovered 3 seconds of typing``."""
    if seconds < 120:
        return trn("Recovered {n} second of typing", "Recovered {n} seconds of typing", seconds)
    minutes = round(seconds / 60)
    return trn("Recovered {n} minute of typing", "Recovered {n} minutes of typing", minutes)
