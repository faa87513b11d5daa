"""Issues a version, and answers what is asked of those that went out."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engagements.language import mark, tr, trn
from engagements.problem import Problem
from engagements.records import IssuedVersion
from engagements.records.issued import by_day, recognise
from ui import jobs
from ui.parts.outdated import changed_words, outdated_words
from ui.report import making

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engagements.casework.case import Change
    from engagements.casework.issuing import Compared, Since
    from ui.desk import Desk
    from ui.report.making import Final
    from ui.report.presenter import ReportPresenter


class Issuing(QObject):
    """Nothing is called issued before it is committed; only then is the file written."""

    working = Signal(object)
    """A Step while a version is made, None when that has ended."""
    issued = Signal(object)
    """The Path that was written after the version was committed."""
    saved = Signal(object)
    """The Path that a version was saved to again."""
    shown = Signal(object, str)
    """A Made of a version, and its number."""
    outdated = Signal(str)
    """That the last version is out of date, in words; empty while it is not."""
    told = Signal(str, str)
    """A title and what was found."""
    refused = Signal(object)

    def __init__(self, desk: Desk, report: ReportPresenter) -> None:
        super().__init__()
        self._desk, self._session, self._report = desk, desk.session, report
        self._job: jobs.Job | None = None
        self._looking = self._look_again = False
        self._changed: Mapping[str, int] = {}

    @property
    def changed(self) -> str:
        """What is otherwise now than in the last version, in words; empty for nothing."""
        return changed_words(self._changed)

    def deliver(self, on: bool) -> None:
        """Deliver the engagement, or go on with it."""
        from engagements.casework import shelving

        if self._session.case is not None:
            act = shelving.deliver if on else shelving.reopen
            self._session.do(act, on_failed=self.refused.emit, owner=self)

    def look_back(self) -> None:
        """Ask what changed since the last version; ``outdated`` follows."""
        from engagements.casework import issuing

        snapshot = self._session.snapshot
        if snapshot is None or not snapshot.of(IssuedVersion):
            self._looked_back(None)
        elif self._looking:
            self._look_again = True
        else:
            self._looking, self._look_again = True, False
            self._session.do(
                issuing.changed_since,
                on_done=self._looked_back,
                on_failed=lambda _problem: self._looked_back(None),
                owner=self,
                reads=True,
            )

    def _looked_back(self, since: Since | None) -> None:
        self._looking = False
        self._changed = since.changed if since else {}
        self.outdated.emit(outdated_words(since))
        if self._look_again:
            self.look_back()

    def problem(self, fix: int) -> Problem | None:
        """Why the version as it is called now cannot be issued; None when it can."""
        from engagements.casework import issuing

        snapshot = self._session.snapshot
        if snapshot is None:
            return None
        try:
            called = issuing.check_number(snapshot, self._report.settings.version)
        except Problem as problem:
            return problem
        if not fix:
            return None
        title = trn(
            "{n} thing must be put right before version {called} goes out.",
            "{n} things must be put right before version {called} goes out.",
            fix,
            called=called,
        )
        return Problem(title, tr("F8 leads through them. A draft can be exported meanwhile."))

    def issue(self, target: Path) -> None:
        """Make the final PDF, keep it, then write it to ``target``."""
        order = self._report.order()
        if order is None or self._job is not None:
            return
        self.working.emit(jobs.Step(0, 0, mark("Making the report")))
        self._job = jobs.run(
            lambda progress: making.final(progress, order),
            on_success=partial(self._keep, target),
            on_failure=self._failed,
            on_progress=self.working.emit,
            on_cancel=self._ended,
            owner=self,
        )

    def cancel(self) -> None:
        """Stop while the PDF is still being made."""
        if self._job is not None:
            self._job.cancel()

    def _ended(self) -> None:
        self._job = None
        self.working.emit(None)

    def _failed(self, problem: Problem) -> None:
        self._ended()
        self.refused.emit(problem)

    def _keep(self, target: Path, final: Final) -> None:
        from engagements.casework import issuing

        if self._session.case is None:
            self._ended()
            return
        self._session.do(
            issuing.issue,
            pdf=final.pdf,
            content=final.content,
            version=final.version,
            profile=final.profile,
            issued=datetime.now(),
            pages=final.pages,
            revisions=final.revisions,
            on_done=partial(self._kept, target, final),
            on_failed=self._failed,
            owner=self,
        )

    def _kept(self, target: Path, final: Final, _change: Change) -> None:
        """It is committed: now it is issued, whatever becomes of the file."""

        def failed(problem: Problem) -> None:
            words = tr("Version {called} is issued and kept here.", called=final.version)
            advice = tr("{why} Save it again from the list.", why=problem.title)
            self._failed(Problem(words, advice))

        def written(_none: None) -> None:
            self._ended()
            self.issued.emit(target)

        self._write(target, final.pdf, written, failed)

    def _write(self, target: Path, pdf: bytes, done, failed) -> None:  # noqa: ANN001
        write = self._desk.write_file
        jobs.run(
            lambda _progress: write(target, pdf), on_success=done, on_failure=failed, owner=self
        )

    def version(self, key: str) -> IssuedVersion | None:
        """A version by its id."""
        snapshot = self._session.snapshot
        return snapshot.get(IssuedVersion, key) if snapshot is not None else None

    def _read(self, one: IssuedVersion, told) -> None:  # noqa: ANN001
        from engagements.casework import issuing

        self._session.do(
            issuing.issued_pdf,
            one,
            on_done=told,
            on_failed=self.refused.emit,
            owner=self,
            reads=True,
        )

    def show(self, key: str) -> None:
        """Show the pages of a version as they went out."""
        one = self.version(key)
        if one is not None:
            self._read(one, partial(self._open, one))

    def _open(self, one: IssuedVersion, pdf: bytes) -> None:
        jobs.run(
            lambda _progress: making.opened(pdf),
            on_success=lambda made: self.shown.emit(made, one.version),
            on_failure=self.refused.emit,
            owner=self,
        )

    def save(self, key: str, target: Path) -> None:
        """Write a version once more, byte for byte."""
        one = self.version(key)
        if one is None:
            return

        def done(_none: None) -> None:
            self.saved.emit(target)

        self._read(one, lambda pdf: self._write(target, pdf, done, self.refused.emit))

    def tell_changes(self, key: str) -> None:
        """Say what a version says otherwise than the one before it."""
        from engagements.casework import issuing

        snapshot, one = self._session.snapshot, self.version(key)
        if snapshot is None or one is None:
            return
        every = by_day(snapshot)
        at = every.index(one)
        if not at:
            return
        pair = (every[at - 1], one)
        title = tr("Version {new} after {old}", new=one.version, old=pair[0].version)
        self._session.do(
            issuing.compared,
            *pair,
            on_done=partial(self._compare, title),
            on_failed=self.refused.emit,
            owner=self,
            reads=True,
        )

    def _compare(self, title: str, found: Compared) -> None:
        changed = changed_words(found.changed)

        def told(sentences: tuple[str, ...]) -> None:
            self.told.emit(title, "\n".join((changed, *sentences) if changed else sentences))

        jobs.run(
            lambda _progress: making.changes(*found.contents),
            on_success=told,
            on_failure=self.refused.emit,
            owner=self,
        )

    def verify(self, path: Path) -> None:
        """Say whether a file is intact, and which of the versions it is."""
        snapshot = self._session.snapshot
        if snapshot is None:
            return

        def work(_progress: jobs.Progress) -> str:
            from report_templates import verifying

            pdf = verifying.read_pdf(path)
            own = verifying.own_word(path.name, pdf)
            against = verifying.against(path.name, recognise(snapshot, pdf, own.content), own)
            return f"{own.words}\n{against.words}"

        jobs.run(
            work,
            on_success=lambda words: self.told.emit(path.name, words),
            on_failure=self.refused.emit,
            owner=self,
        )
