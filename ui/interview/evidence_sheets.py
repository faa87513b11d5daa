"""The small forms of evidence: what was shown and what it speaks for, a link, a large file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from engagements.framework.model import AnswerValue, Framework
from engagements.language import tr
from engagements.records.evidence import SPEAKS
from ui.parts.offering import is_link, link_title
from ui.parts.sheet import Sheet
from ui.widgets.buttons import Button, Segmented
from ui.widgets.fields import Field, LineEdit
from ui.widgets.labels import TextBlock


@dataclass(frozen=True)
class Filled:
    """What was entered about one evidence item."""

    title: str
    grade: int
    value: AnswerValue
    link: str = ""


class EvidenceSheet(Sheet):
    """Title, grade and the answer it speaks for; with a link when it is one."""

    def __init__(self, page: QWidget, framework: Framework) -> None:
        super().__init__(page, tr("Evidence"), tr("Keep"), name="evidence")
        labels = {one.code: one.label for one in framework.answers}
        self._link = LineEdit(tr("Link"), "https://")
        self._link.setObjectName("evidence-sheet-link")
        self._link_field = Field(tr("Link"), self._link)
        self._title = LineEdit(tr("Title"), tr("What was shown"))
        self._title.setObjectName("evidence-sheet-title")
        grades = [(str(one.grade), one.name) for one in framework.grades if one.grade >= 2]
        self._grade = Segmented(grades, tr("Grade"), name="evidence-grade")
        self._meanings = {str(one.grade): one.meaning for one in framework.grades}
        self._meaning = TextBlock("", "small", tone="ink_2")
        self._grade.chosen.connect(self._explain)
        answers = [(one.value, labels[one]) for one in SPEAKS]
        self._speaks = Segmented(answers, tr("Speaks for"), name="speaks-for")
        self._remove = Button(tr("Take out"), kind="quiet", name="evidence-remove")
        self._remove.clicked.connect(self._take_out)
        self._taken: Callable[[Filled], None] | None = None
        self._removed: Callable[[], None] | None = None
        self.body.addWidget(self._link_field)
        self.body.addWidget(Field(tr("Title"), self._title))
        self.body.addWidget(Field(tr("Grade"), self._grade))
        self.body.addWidget(self._meaning)
        self.body.addWidget(Field(tr("Speaks for"), self._speaks))
        self.buttons.addWidget(self._remove)
        self._link.textEdited.connect(self._name_link)
        self._named = False
        self._title.textEdited.connect(lambda _text: self._mark_named())

    def ask(
        self,
        heading: str,
        filled: Filled,
        taken: Callable[[Filled], None],
        *,
        removed: Callable[[], None] | None = None,
        linked: bool = False,
    ) -> None:
        """Ask for the rest of ``filled``; ``taken`` gets what was entered, Esc ends it."""
        self.title.setText(heading)
        self._taken, self._removed = taken, removed
        self._named = bool(filled.title)
        self._title.setText(filled.title)
        self._link.setText(filled.link)
        self._link_field.setVisible(linked)
        self._grade.choose(str(filled.grade))
        self._speaks.choose(filled.value.value)
        self._remove.setVisible(removed is not None)
        self._explain(str(filled.grade))
        first = self._link if linked and not filled.link else self._title
        self.show_over(first)
        first.selectAll()

    def submit(self) -> None:
        """Hand over what was entered, unless something is missing."""
        link, title = self._link.text().strip(), self._title.text().strip()
        if not self._link_field.isHidden() and not is_link(link):
            self.refuse(tr("A link begins with https://, http:// or mailto:."))
            self._link.setFocus()
            return
        if not title:
            self.refuse(tr("Say in a few words what was shown."))
            self._title.setFocus()
            return
        taken = self._taken
        filled = Filled(
            title, int(self._grade.current()), AnswerValue(self._speaks.current()), link
        )
        self.dismiss()
        if taken is not None:
            taken(filled)

    def _take_out(self) -> None:
        removed = self._removed
        self.dismiss()
        if removed is not None:
            removed()

    def _explain(self, grade: str) -> None:
        self._meaning.set_text(self._meanings[grade])

    def _mark_named(self) -> None:
        self._named = True

    def _name_link(self, text: str) -> None:
        """A link names itself until somebody gives it a title."""
        if not self._named:
            self._title.setText(link_title(text.strip()) if is_link(text) else "")
