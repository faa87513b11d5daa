"""What leads out of the Report page: issuing, earlier versions, and what is to be put right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from engagements.language import tr, trn
from engagements.problem import Problem
from ui.parts.sheet import AskSheet
from ui.report import making
from ui.report.dressing import Dressing
from ui.report.issuing import Issuing
from ui.report.reviewing import Reviewing

if TYPE_CHECKING:
    from report_templates.preflight.model import Place
    from ui.report.making import Made
    from ui.report.page import ReportPage

PDF = "PDF (*.pdf)"


class GoingOut(QObject):
    """Asks what must be asked, and takes the answer to ``Issuing``."""

    def __init__(self, page: ReportPage) -> None:
        super().__init__(page)
        self._page, self._outcome = page, page.outcome
        self.issuing = Issuing(page.desk, page.presenter)
        self.sheet = AskSheet(page)
        self.reviewing = Reviewing(page)
        self.dressing = Dressing(page)
        self._shown = ""
        """The version whose pages are looked at."""
        say, outcome, versions = self.issuing, page.outcome, page.outcome.versions
        outcome.issue.connect(self.ask)
        outcome.cancel.connect(say.cancel)
        outcome.checks.chosen.connect(self.go)
        versions.asked.connect(self._asked)
        versions.verify.connect(self.verify)
        versions.delivered.connect(say.deliver)
        versions.shown.connect(say.look_back)
        say.outdated.connect(versions.show_outdated)
        say.working.connect(outcome.show_step)
        say.issued.connect(outcome.show_exported)
        say.saved.connect(outcome.show_exported)
        say.shown.connect(self._show)
        say.told.connect(self.tell)
        say.refused.connect(page.say)

    def proposed(self, *, draft: bool) -> Path:
        """The last folder, and a name from client, document, version and day."""
        page = self._page
        kept = page.desk.settings.value("export_folder")
        folder = Path(str(kept)) if kept else page.desk.engagements
        snapshot = page.session.snapshot
        if snapshot is None:
            return folder
        return folder / making.proposed_name(snapshot, page.presenter.settings, draft=draft)

    def target(self, title: str, proposed: Path) -> Path | None:
        """Where a PDF is to be written; None when nobody said."""
        name, _ = QFileDialog.getSaveFileName(self._page.window(), title, str(proposed), PDF)
        if not name:
            return None
        found = Path(name if name.lower().endswith(".pdf") else f"{name}.pdf")
        self._page.desk.settings.setValue("export_folder", str(found.parent))
        return found

    def ask(self) -> None:
        """Say what issuing means, unless something stands against it."""
        if not self._outcome.final.isEnabled() or self._page.session.snapshot is None:
            return
        problem = self.issuing.problem(self._outcome.checks.count("fix"))
        if problem is not None:
            self._page.say(problem)
            self._outcome.checks.first()
            return
        version = self._page.presenter.settings.version
        means = tr(
            "The PDF is made without the mark of a draft and kept in the engagement with its "
            "SHA-256. The engagement is delivered by it. A version that was issued is never "
            "changed, taken back, or issued again."
        )
        review = self._outcome.checks.count("review")
        still = trn("{n} point is still to review.", "{n} points are still to review.", review)
        changed = self.issuing.changed
        since = tr("Since the last version: {changed}", changed=changed) if changed else ""
        words = "\n\n".join(filter(None, (since, means, still if review else "")))
        title = tr("Issue version {version}?", version=version)
        self.sheet.cancel.show()
        self.sheet.ask(title, words, tr("Choose where to write it"), self._issue)

    def _issue(self) -> None:
        version = self._page.presenter.settings.version
        title = tr("Issue version {version}", version=version)
        target = self.target(title, self.proposed(draft=False))
        if target is not None:
            self.issuing.issue(target)

    def tell(self, title: str, words: str) -> None:
        """Show what was found; one button takes it away."""
        self.sheet.cancel.hide()
        self.sheet.ask(title, words, tr("Close"), lambda: None)

    def _asked(self, what: str, key: str) -> None:
        version = self.issuing.version(key)
        if version is None:
            return
        if what == "changes":
            self.issuing.tell_changes(key)
        elif what == "save":
            proposed = self.proposed(draft=False).with_name(version.pdf.name)
            target = self.target(tr("Save the version again"), proposed)
            if target is not None:
                self.issuing.save(key, target)
        elif self._shown == version.version:
            self.forget()
            self._page.presenter.show(None)
        else:
            self.issuing.show(key)

    def _show(self, made: Made, version: str) -> None:
        self._page.presenter.show(made)
        self._shown = version
        self._outcome.versions.show_.set_face(tr("Back"))
        words = tr("Version {version} as it was issued", version=version)
        self._page.preview_said(words)

    def forget(self) -> None:
        """The report as it would be made now is shown again."""
        self._shown = ""
        self._outcome.versions.show_.set_face(tr("Show"))

    def verify(self) -> None:
        """Ask for a file, then say whether it is intact and which version it is."""
        name, _ = QFileDialog.getOpenFileName(
            self._page.window(), tr("Verify a file"), str(self.proposed(draft=False).parent), PDF
        )
        if name:
            self.issuing.verify(Path(name))

    def go(self, place: Place) -> None:
        """Go to the page, the criterion, the field or the report's page where it is put right."""
        page = self._page
        if place.page == "findings" and place.key:
            page.asks_judgement.emit(place.key, place.unit)
        elif place.page == "interview" and place.key:
            page.asks_criterion.emit(place.key)
        elif place.page == "details":
            page.asks_details.emit()
        elif place.page != "report":
            page.asks_page.emit(place.page)
        elif place.key.isdecimal():
            page.turn_to(int(place.key))
            page.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.reviewing.go(place.key):
            field = page.choices.field(place.key)
            if field is not None:
                field.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_check(self) -> None:
        """Give the keys to the next thing to put right."""
        checks = self._outcome.checks
        if not checks.shown:
            self._page.say(Problem(tr("The report is still being looked over."), ""))
        elif checks.next() is None:
            self._page.went_well.emit(Problem(tr("Nothing is left to put right."), ""))
