"""The report's sentences that may be rewritten: read, measured and kept, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from engagements.problem import Problem
from ui import jobs
from ui.parts.drafting import FieldDrafts
from ui.parts.sentences import Sentences, read

if TYPE_CHECKING:
    from report_templates.content.wordings import Sentence
    from report_templates.style import Look
    from ui.desk import Desk
    from ui.report.presenter import ReportPresenter

CALM_MS = 200
"""How long typing must rest before a title is measured."""


class Rewriting(QObject):
    """Reads while its sheet is open; everything is kept by the use cases."""

    known = Signal(object)
    """Sentences."""
    measured = Signal(str, str)
    """A title that was typed, and how it fits: usual, smaller or cut."""
    refused = Signal(object)

    def __init__(self, desk: Desk, report: ReportPresenter, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._report = desk.session, report
        self.drafts = FieldDrafts(desk.session, "wording", self)
        self.sentences = Sentences("en", ())
        self._open = False
        self._job: jobs.Job | None = None
        self._title = ""
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._measure)
        desk.session.changed.connect(self._follow)
        desk.session.case_changed.connect(self.drafts.take_up)

    def begin(self) -> None:
        """The sheet is open: read now and after every change."""
        self._open = True
        self._read()

    def end(self) -> None:
        """The sheet is closed."""
        self._open = False
        self.sentences = Sentences(self.sentences.language, ())
        self.drafts.flush()

    def typed(self, sentence: Sentence) -> str | None:
        """What is being typed in a sentence's place, None when nothing is."""
        return self.drafts.text(f"{self.place(sentence)}/text")

    def _follow(self, _change: object) -> None:
        self._read()

    def _read(self) -> None:
        snapshot = self._session.snapshot
        if not self._open or snapshot is None:
            return
        profile = self._report.settings.profile
        if self._job is not None:
            self._job.cancel()
        self._job = jobs.run(
            lambda _progress: read(snapshot, profile),
            on_success=self._are_read,
            on_failure=self.refused.emit,
            owner=self,
        )

    def _are_read(self, found: Sentences) -> None:
        self.sentences = found
        self.known.emit(found)

    def measure(self, title: str) -> None:
        """Measure a title once typing rests; ``measured`` follows."""
        self._title = title
        self._calm.start()

    def _measure(self) -> None:
        order, title = self._report.order(), self._title
        if order is None:
            return
        kit, language = order.kit.data, self.sentences.language
        jobs.run(
            lambda _progress: _look(kit, language).title_fit(title),
            on_success=lambda fit: self.measured.emit(title, fit),
            on_failure=self.refused.emit,
            owner=self,
        )

    def place(self, sentence: Sentence) -> str:
        """The record that a sentence's draft belongs to."""
        return f"{sentence.slot}@{self.sentences.language}"

    def keep(self, sentence: Sentence, text: str) -> None:
        """Keep a sentence's own words; none, or the generated ones, go back to those."""
        from engagements.casework import issuing

        said = text.strip()
        if said in ("", sentence.generated.strip()):
            self.use_generated(sentence)
        elif said != sentence.own:
            self._write(sentence, issuing.save_wording, self._wording(sentence, said))
        else:
            self.drafts.give_up(f"{self.place(sentence)}/text")

    def still_right(self, sentence: Sentence) -> None:
        """The own words fit the facts as they are now."""
        from engagements.casework import issuing

        if sentence.own:
            self._write(sentence, issuing.save_wording, self._wording(sentence, sentence.own))

    def use_generated(self, sentence: Sentence) -> None:
        """Go back to the generated words; undo brings the own ones back."""
        from engagements.casework import issuing

        if sentence.own:
            self._write(sentence, issuing.delete_wording, sentence.slot, self.sentences.language)
        else:
            self.drafts.give_up(f"{self.place(sentence)}/text")

    def _wording(self, sentence: Sentence, text: str) -> object:
        from engagements.records import Wording
        from report_templates.content.wordings import digest

        facts = digest(sentence.generated)
        return Wording.of(sentence.slot, self.sentences.language, text, facts)

    def _write(self, sentence: Sentence, use_case: Callable[..., object], *what: object) -> None:
        if self._session.case is None:
            return
        drafts = self.drafts.handed_over([f"{self.place(sentence)}/text"])

        def failed(problem: Problem) -> None:
            drafts.failed()
            self.refused.emit(problem)
            self._read()

        self._session.do(
            use_case,
            *what,
            drafts=drafts.rows,
            owner=self,
            on_done=lambda _change: drafts.kept(),
            on_failed=failed,
        )


@lru_cache(maxsize=1)
def _look(kit: bytes, language: str) -> Look:
    from report_templates.brand import BrandKit
    from report_templates.style import Look

    return Look.of(BrandKit.from_bytes(kit), language)
