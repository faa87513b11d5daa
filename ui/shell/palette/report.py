"""What Ctrl+K finds in the report: comments on its draft, and its sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from engagements.language import tr
from ui import jobs
from ui.parts.sentences import Sentences, part_words, read, section_words
from ui.shell.palette.finding import Entry, Group, begun

if TYPE_CHECKING:
    from engagements.records.snapshot import Snapshot
    from ui.main_window import MainWindow

REPORT = "report"
MOST_WORDS = 64
"""Letters of a comment or a sentence that are shown before its place."""
CALM_MS = 150
"""How long typing must rest before the sentences are read."""


def comment_entries(window: MainWindow, snapshot: Snapshot) -> Iterator[Entry]:
    """Found by words, reader, section and response; Enter opens the comment on Report."""
    from engagements.records.commenting import by_number

    if not _has_report(window):
        return
    for one in by_number(snapshot):
        words = " ".join(one.text.split())
        page = tr("p. {page}", page=one.page) if one.page else ""
        yield Entry(
            Group.COMMENT,
            f"comment:{one.id}",
            begun(words, MOST_WORDS),
            partial(_show_comment, window, one.id),
            detail=", ".join(part for part in (one.reader, page) if part),
            icon="quote",
            code=str(one.number),
            also=" ".join((words, one.section, one.response)),
        )


def sentence_entries(window: MainWindow, sentences: Sentences) -> Sequence[Entry]:
    """Found as they are printed and as they are generated; Enter opens the sentence on Report."""
    found: list[Entry] = []
    for one in sentences.all:
        words = " ".join(one.printed.split())
        found.append(
            Entry(
                Group.SENTENCE,
                f"sentence:{one.slot}",
                begun(words, MOST_WORDS),
                partial(_show_sentence, window, one.slot),
                detail=f"{section_words(one)}, {part_words(one)}",
                icon="report",
                also=" ".join((words, one.generated if one.own else "")),
            )
        )
    return found


def _has_report(window: MainWindow) -> bool:
    return any(place.name == REPORT for place in window.places())


def _show_comment(window: MainWindow, key: str) -> None:
    if window.is_on(REPORT) or window.go(REPORT):
        window.page(REPORT).going.reviewing.show_comment(key)  # type: ignore[attr-defined]


def _show_sentence(window: MainWindow, slot: str) -> None:
    if window.is_on(REPORT) or window.go(REPORT):
        window.page(REPORT).going.reviewing.show_sentence(slot)  # type: ignore[attr-defined]


class SentenceReader(QObject):
    """Reads the sentences of the report once for a state of the engagement, off the GUI thread."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._known: tuple[Snapshot, Sentences] | None = None
        self._told: Callable[[Sequence[Entry]], None] | None = None
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._read)
        window.session.case_changed.connect(self._forget)

    def _forget(self) -> None:
        """Nothing of the last engagement stays."""
        self.rest()
        self._known = None

    def ask(self, told: Callable[[Sequence[Entry]], None]) -> None:
        """Tell them once typing rests, at once where they are known."""
        snapshot = self._window.session.snapshot
        if snapshot is None or not _has_report(self._window):
            return
        if self._known is not None and self._known[0] is snapshot:
            told(sentence_entries(self._window, self._known[1]))
        else:
            self._told = told
            self._calm.start()

    def rest(self) -> None:
        """Nobody asks any more."""
        self._calm.stop()
        self._told = None

    def _read(self) -> None:
        snapshot = self._window.session.snapshot
        if snapshot is None:
            return
        from engagements.records import ReportSettings

        profile = next((one.profile for one in snapshot.of(ReportSettings)), "full")
        jobs.run(
            lambda _progress: read(snapshot, profile),
            on_success=partial(self._is_read, snapshot),
            on_failure=lambda _problem: self.rest(),
            owner=self,
        )

    def _is_read(self, snapshot: Snapshot, found: Sentences) -> None:
        self._known = (snapshot, found)
        told, self._told = self._told, None
        if told is not None and self._window.session.snapshot is snapshot:
            told(sentence_entries(self._window, found))
