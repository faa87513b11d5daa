"""What this program is: version, licences, and what this machine has of what it needs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout

from engagements.language import mark, tr
from ui import jobs
from ui.desk import Desk, Fact
from ui.settings.section import Section
from ui.widgets.buttons import Button
from ui.widgets.chips import IconMark
from ui.widgets.labels import ElidedLabel, Label

LICENCES = (
    mark("Plumbline: MIT. Typefaces Inter and Noto Serif: SIL Open Font License."),
    mark("Hyphenation patterns: German, MIT; English, free to use, by Knuth and Liang."),
    mark("Qt and PySide6: LGPL 3. SQLCipher, ReportLab: BSD. pikepdf: MPL 2."),
    mark("Lists of words: simplemma (MIT) after Wiktionary (CC BY-SA), Měchura (ODbL) and others."),
)


class About(Section):
    """Versions, folders and libraries, each with a mark whether it is well."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(tr("About"))
        self._desk = desk
        self._facts: Sequence[Fact] = ()
        for words in LICENCES:
            self.remark(tr(words))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(2, 1)
        self.rows.addLayout(self._grid)
        self.copy = Button(tr("Copy"), size="small", name="copy-facts")
        self.copy.setAccessibleName(tr("Copy what this machine has"))
        self.copy.setEnabled(False)
        self.copy.clicked.connect(self._copy)
        self.rows.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)

    def look(self) -> None:
        """Examine once; it takes a moment."""
        store = self._desk.store
        if store is not None and not self._facts:
            jobs.run(lambda _progress: store.examine(), on_success=self._show, owner=self)

    def _show(self, facts: Sequence[Fact]) -> None:
        self._facts = facts
        for row, fact in enumerate(facts):
            icon, tone = ("check", "ok") if fact.good else ("warning", "attn")
            self._grid.addWidget(IconMark(icon, tone, 13), row, 0)
            self._grid.addWidget(Label(fact.name, "small", tone="ink_2"), row, 1)
            words = fact.detail if fact.good else f"{fact.detail}. {fact.advice}"
            self._grid.addWidget(ElidedLabel(words, "small"), row, 2)
        self.copy.setEnabled(bool(facts))

    def _copy(self) -> None:
        lines = (f"{fact.name}: {fact.detail}" for fact in self._facts)
        QApplication.clipboard().setText("\n".join(lines))
        self.copy.set_face(tr("Copied"))
