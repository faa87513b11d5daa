"""The document's own choices on Report: version, audience, people, language, paper, name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engagements.language import mark, tr
from engagements.problem import Problem
from ui.report.signing import Signing
from ui.widgets.fields import Field, LineEdit, Select
from ui.widgets.labels import Label
from ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from engagements.records.outcome import ReportSettings

INTERVIEWEES = (
    ("role", mark("By role only")),
    ("pseudonym", mark("By pseudonym")),
    ("named", mark("By name where they consent")),
)
LANGUAGES = (("", mark("As the engagement")), ("en", "English"), ("de", "Deutsch"))
PAPERS = (("", mark("As the brand kit")), ("A4", "A4"), ("Letter", mark("US Letter")))


class Document(QWidget):
    """Says what was chosen by the field of the settings; shows what is in force."""

    changed = Signal(object)
    """Fields of the settings with their new values."""
    version_typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.version = LineEdit(tr("Version"))
        self.version.setObjectName("version")
        self.version.setMaxLength(40)
        self._version = ""
        """The one in force when it was last shown."""
        self.draft = TickBox(tr("Mark as draft"), "draft")
        self.audience = LineEdit(tr("Audience"), tr("the board"))
        self.audience.setObjectName("audience")
        self.audience.setMaxLength(80)
        self.interviewees = _select(INTERVIEWEES, tr("Interviewees"), "interviewees")
        self.language = _select(LANGUAGES, tr("Report language"), "report-language")
        self.paper = _select(PAPERS, tr("Paper"), "report-paper")
        self.name = LineEdit(tr("File name"))
        self.name.setObjectName("file-name")
        self.name.setMaxLength(200)
        self._name = Field(tr("File name"), self.name)
        self.signing = Signing()
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(tr("Document"), weight=600))
        row = QHBoxLayout()
        row.addWidget(Label(tr("Version"), tone="ink_2"), 1)
        self.version.setFixedWidth(120)
        row.addWidget(self.version)
        column.addLayout(row)
        column.addWidget(self.draft)
        for words, edit in (
            (tr("Audience"), self.audience),
            (tr("Interviewees"), self.interviewees),
            (tr("Report language"), self.language),
            (tr("Paper"), self.paper),
        ):
            column.addWidget(Label(words, tone="ink_2"))
            column.addWidget(edit)
        column.addWidget(self.signing)
        column.addWidget(self._name)

    def _connect(self) -> None:
        self.version.editingFinished.connect(
            lambda: self.version_typed.emit(self.version.text().strip())
        )
        self.draft.toggled.connect(lambda on: self.changed.emit({"draft": on}))
        self.audience.editingFinished.connect(
            lambda: self.changed.emit({"audience": " ".join(self.audience.text().split())})
        )
        for field, edit in (
            ("interviewees", self.interviewees),
            ("language", self.language),
            ("paper", self.paper),
        ):
            edit.picked.connect(lambda key, field=field: self.changed.emit({field: key}))
        self.signing.changed.connect(lambda codes: self.changed.emit({"signatories": codes}))
        self.name.textEdited.connect(self._name_typed)
        self.name.editingFinished.connect(self._name_done)

    def show_settings(self, settings: ReportSettings, example: str) -> None:
        """Show what is in force, and what the file would be called; says nothing."""
        blocked = [QSignalBlocker(one) for one in self.fields()]
        if not self.version.hasFocus() or self.version.text().strip() == self._version:
            self.version.setText(settings.version)  # nothing else was typed there meanwhile
        self._version = settings.version
        self.draft.setChecked(settings.draft)
        if not self.audience.hasFocus():
            self.audience.setText(settings.audience)
        self.interviewees.choose(settings.interviewees)
        self.language.choose(settings.language)
        self.paper.choose(settings.paper)
        self.signing.show_signatories(settings.signatories)
        if not self.name.hasFocus():
            from report_templates.naming import USUAL

            self.name.setText(settings.file_name or USUAL)
            self._name.fault("")
            self._name.remark(tr("As in: {name}", name=example))
        del blocked

    def _name_typed(self, typed: str) -> None:
        """Say at once what is wrong with a pattern."""
        from report_templates.naming import check_pattern

        try:
            check_pattern(typed)
        except Problem as problem:
            self._name.fault(f"{problem.title} {problem.advice}")
        else:
            self._name.fault("")

    def _name_done(self) -> None:
        """Keep a pattern that can be used; the usual one is kept as none."""
        from report_templates.naming import USUAL, check_pattern

        try:
            found = check_pattern(self.name.text())
        except Problem:
            return
        self.changed.emit({"file_name": "" if found == USUAL else found})

    def fields(self) -> tuple[QWidget, ...]:
        """What is typed or chosen, in order."""
        return (
            *(self.version, self.draft, self.audience, self.interviewees),
            *(self.language, self.paper, *self.signing.boxes.values(), self.name),
        )


def _select(choices: tuple[tuple[str, str], ...], words: str, name: str) -> Select:
    return Select([(key, tr(said)) for key, said in choices], words, name=name)
