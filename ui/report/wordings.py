"""The sheet of sentences that may be rewritten: generated words above, own words below."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from engagements.language import mark, tr, trn
from ui.parts.drafted import DraftedField, RecoveredLine, put
from ui.parts.sentences import part_words, section_words
from ui.parts.side import Words
from ui.report.panes import PaneSheet
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.labels import Label, TextBlock
from ui.widgets.ledger import Cell, Head, Line

if TYPE_CHECKING:
    from report_templates.content.wordings import Sentence
    from ui.parts.sentences import Sentences
    from ui.report.rewriting import Rewriting

SHOWN = (
    ("all", mark("all sentences")),
    ("title", mark("action titles")),
    ("own", mark("rewritten")),
    ("late", mark("facts changed")),
)
FITS = {
    "usual": mark("Fits two lines at the usual size."),
    "smaller": mark("Longer than two lines: printed smaller, at 17 instead of 19 points."),
    "cut": mark("Longer than three lines even when smaller: the end is cut off. Shorten it."),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _fits(sentence: Sentence, which: str) -> bool:
    wanted = {
        "title": sentence.is_title,
        "own": bool(sentence.own),
        "late": sentence.outdated,
    }
    return wanted.get(which, True)


def _line(sentence: Sentence) -> Line:
    state, icon, tone = "", "", "ink"
    if sentence.outdated:
        state, icon, tone = tr("facts changed"), "warning", "attn"
    elif sentence.own:
        state, icon, tone = tr("rewritten"), "check", "ok"
    where = f"{section_words(sentence)} · {part_words(sentence)}"
    printed = " ".join(sentence.printed.split())
    return Line(
        sentence.slot,
        (Cell(printed, where), Cell(state, icon=icon, tone=tone)),
    )


class WordingSheet(PaneSheet):
    """The list with the form; what is typed is a draft at once, and kept when it is left."""

    def __init__(self, page: QWidget, work: Rewriting) -> None:
        super().__init__(
            page,
            tr("The report's sentences"),
            name="wordings",
            heads=(Head(mark("Sentence")), Head(mark("State"), 190, 170)),
            choices=[(key, tr(words)) for key, words in SHOWN],
            words=tr("Sentences that may be rewritten"),
        )
        self.work = work
        self._sentence: Sentence | None = None
        self._wanted = ""
        """A sentence to choose as soon as the sentences are read."""
        self._where = Label("", weight=600)
        self._late = TextBlock("", "small", 600, "attn")
        self._generated = TextBlock("")
        self.text = Words("wording-text", tr("Your sentence"), lines=6)
        self._field = DraftedField(work.drafts, self.text, "text")
        self._recovered = RecoveredLine("recovered-wording", work.drafts)
        self._fit = TextBlock("", "small", tone="ink_2")
        self.right = Button(tr("Still right"), icon="check", name="wording-right")
        self.back = Button(tr("Use the generated sentence"), icon="undo", name="wording-back")
        self._build()
        self._connect()

    def _build(self) -> None:
        column = self.form.column
        column.addWidget(self._where)
        column.addWidget(Label(tr("Generated from the facts"), "small", 600, "ink_2"))
        column.addWidget(self._generated)
        column.addSpacing(6)
        column.addWidget(Label(tr("Your sentence"), "small", 600, "ink_2"))
        column.addWidget(self._recovered)
        column.addWidget(self.text)
        column.addWidget(self._fit)
        column.addWidget(self._late)
        row = Flow(8)
        row.addWidget(self.right)
        row.addWidget(self.back)
        column.addLayout(row)
        column.addStretch(1)

    def _connect(self) -> None:
        self.work.known.connect(self._show)
        self.work.measured.connect(self._tell_fit)
        self.work.drafts.found.connect(self._offer)
        self.shown.picked.connect(lambda _key: self._show(self.work.sentences))
        self.list.chosen.connect(self._choose)
        self.text.finished.connect(self.keep)
        self.text.textChanged.connect(self._measure)
        self.text.installEventFilter(self)
        self.right.clicked.connect(self._still_right)
        self.back.clicked.connect(self._use_generated)

    def open(self, *, late: bool = False) -> None:
        """Show it over the page; ``late`` shows those whose facts have changed."""
        if self.isHidden():
            self.shown.choose("late" if late else "all")
            self._show(self.work.sentences)
            self.show_over(self.list)
        self.work.begin()

    def open_at(self, slot: str) -> None:
        """Show it with one sentence chosen, as soon as the sentences are read."""
        self._wanted = slot
        self.shown.choose("all")
        self.open()
        self._show(self.work.sentences)

    def dismiss(self) -> None:
        """Keep what was typed, then take the sheet away."""
        if not self.isHidden():
            self.keep()
            self._sentence = None
            self.work.end()
        super().dismiss()

    def keep(self) -> None:
        """Keep the own words as they stand in the field."""
        one = self._sentence
        words = self.work.typed(one) if one is not None else None
        if one is None or words is None:
            return
        self.work.keep(one, words)
        said = words.strip()
        self._sentence = replace(one, own="" if said == one.generated.strip() else said)
        self._field.show(self.work.place(one), self._sentence.printed)

    def into_form(self) -> None:
        """The own words take the keys."""
        if self._sentence is not None:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, sentences: Sentences) -> None:
        found = [one for one in sentences.all if _fits(one, self.shown.current())]
        own, late = (
            sum(bool(one.own) for one in sentences.all),
            sum(one.outdated for one in sentences.all),
        )
        words = trn("{n} rewritten", "{n} rewritten", own)
        if late:
            words += ", " + trn("{n} to read again", "{n} to read again", late)
        self.count.setText(words)
        self.say_none("" if found or not sentences.all else tr("None."))
        self.list.show_lines([_line(one) for one in found])
        if any(one.slot == self._wanted for one in found):
            self.list.choose(self._wanted)
            self._wanted = ""
        self._choose(self.list.current())

    def _choose(self, slot: str) -> None:
        before = self._sentence
        if before is not None and before.slot != slot:
            self.keep()
        one = next((one for one in self.work.sentences.all if one.slot == slot), None)
        self._sentence = one
        self.form.show_empty("" if one else tr("Choose a sentence."))
        if one is None:
            return
        self._where.setText(f"{section_words(one)} · {part_words(one)}")
        self._generated.set_text(one.generated)
        self._field.show(self.work.place(one), one.printed)
        self._recovered.speak_for([self._field.place])
        self._late.set_text(
            tr("The facts have changed since. Read the generated sentence, then yours.")
            if one.outdated
            else ""
        )
        self._late.setVisible(one.outdated)
        self._offer()
        self._measure()

    def _offer(self) -> None:
        one = self._sentence
        if one is None:
            return
        for button, on in ((self.right, one.outdated), (self.back, bool(one.own))):
            if not on and button.hasFocus():
                self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setEnabled(on)

    def _still_right(self) -> None:
        one = self._sentence
        if one is None:
            return
        if self.work.typed(one) is None:
            self.work.still_right(one)
        else:
            self.keep()

    def _use_generated(self) -> None:
        one = self._sentence
        if one is not None:
            self._field.put_back()
            put(self.text, one.generated)
            self.work.use_generated(one)

    def _measure(self) -> None:
        one = self._sentence
        self._fit.setVisible(one is not None and one.is_title)
        if one is not None and one.is_title:
            self.work.measure(self._field.text.strip() or one.generated)

    def _tell_fit(self, title: str, fit: str) -> None:
        one = self._sentence
        if one is not None and title == (self._field.text.strip() or one.generated):
            self._fit.set_text(
                tr(FITS[fit]), {"smaller": "attn", "cut": "danger"}.get(fit, "ink_2")
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field Enter keeps the words and goes back to the list."""
        if watched is self.text and isinstance(event, QKeyEvent) and _keeps(event):
            self.keep()
            self.to_list()
            return True
        return super().eventFilter(watched, event)


def _keeps(event: QKeyEvent) -> bool:
    pressed = event.type() is QEvent.Type.KeyPress and event.key() in _ENTER
    return pressed and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
