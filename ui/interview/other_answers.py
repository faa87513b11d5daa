"""What others have answered to the question, this interview's answer last."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engagements.framework.model import Framework
from engagements.language import tr
from ui.interview.reading import Reading
from ui.interview.section import Section
from ui.parts.voices import Said, answer_label
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.chips import GradeBars, IconMark, Rule
from ui.widgets.glyphs import AnswerGlyph
from ui.widgets.labels import Label, TextBlock
from ui.widgets.rows import emptied

AT_ONCE = 5
"""Voices built at a time; the others follow once the user lingers at the question."""
LINGER_MS = 120


class VoiceRow(QWidget):
    """One voice: silhouette, who, answer; words; grade and when. ``ruled``: under a line."""

    def __init__(self, *, ruled: bool) -> None:
        super().__init__()
        self._said: Said | None = None
        self._glyph, self._grade = AnswerGlyph(), GradeBars()
        self._who = TextBlock("", "small", 600)
        self._words = TextBlock("", "small", tone="ink_2", lines=3)
        self._label, self._support = Label("", "small"), Label("", "small", tone="ink_3")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        if ruled:
            outer.addWidget(Rule())
        row = QHBoxLayout()
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(8)
        outer.addLayout(row)
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        row.addLayout(column, 1)
        head, under = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._who, 1)
        head.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        under.setSpacing(7)
        under.addWidget(self._grade)
        under.addWidget(self._support, 1)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addLayout(under)

    def say(self, framework: Framework, one: Said) -> None:
        """Show what a voice said."""
        if one == self._said:
            return
        self._said = one
        label = answer_label(framework, one.value)
        self._glyph.set_value(one.value)
        self._who.set_text(one.who)
        self._label.setText(label)
        self._words.set_text(one.words)
        self._words.setVisible(bool(one.words))
        self._grade.set_grade(one.grade)
        self._grade.setVisible(one.grade >= 2)
        self._support.setText(one.support)
        self.setAccessibleName(f"{one.who}: {label}. {one.words} {one.support}")

    def clear(self) -> None:
        """Keep nothing of what was said."""
        self._said = None
        self._glyph.set_value(None)
        for block in (self._who, self._words):
            block.set_text("")
        for label in (self._label, self._support):
            label.setText("")
        self.setAccessibleName("")
        self.hide()


class OtherAnswers(Section):
    """A row for each voice; rows are made once and then say something else."""

    demonstration_asked = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Other answers"), goes=True)
        self._head: tuple[str, str, bool] | None = None
        self._framework: Framework | None = None
        self._voices: tuple[Said, ...] = ()
        self._together: tuple[str, ...] = ()
        self._rows: list[VoiceRow] = []
        self._shown = 0
        self._above, self._said, self._below = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for part in (self._above, self._said, self._below):
            part.setSpacing(8)
            self.rows.addLayout(part)
        self._asked = _line("check", tr("A demonstration is asked for"))
        words = tr("Request a demonstration")
        self._ask = Button(words, size="small", icon="plus", key="Ctrl+D")
        self._ask.setObjectName("demonstration")
        self._ask.yields()
        self._ask.clicked.connect(self.demonstration_asked)
        self.rows.addWidget(self._asked)
        self.rows.addWidget(self._ask)
        self._later = QTimer(self, singleShot=True, interval=LINGER_MS)
        self._later.timeout.connect(self._go_on)

    def close_asking(self, why: str) -> None:
        """Let no demonstration be asked for, and say why; empty opens it again."""
        self._ask.setEnabled(not why)
        self._ask.setToolTip(why)

    def show_reading(self, framework: Framework, reading: Reading, *, requested: bool) -> None:
        """Show the voices; ``requested`` when a demonstration is already asked for."""
        self._framework = framework
        first = all(one.here for one in reading.others)
        self._show_head(reading.settled, reading.banner, first=first)
        self._asked.setVisible(requested)
        self._ask.setVisible(not requested)
        self._voices = reading.others
        self._show_voices(max(AT_ONCE, self._shown))
        self._show_together(reading.together)

    def _show_together(self, together: tuple[str, ...]) -> None:
        if self._together == together:
            return
        self._together = together
        emptied(self._below)
        for words in together:
            self._below.addWidget(TextBlock(words, "small", tone="ink_2", lines=3))

    def _show_head(self, settled: str, banner: str, *, first: bool) -> None:
        if self._head == (settled, banner, first):
            return
        self._head = (settled, banner, first)
        emptied(self._above)
        if settled:
            self._above.addWidget(TextBlock(settled, "small", 500, "ink"))
        if banner:
            self._above.addWidget(Banner(banner))
        if first:
            self._above.addWidget(TextBlock(tr("Asked here first"), "small", tone="ink_2"))

    def _go_on(self) -> None:
        self._show_voices(self._shown + AT_ONCE)

    def _show_voices(self, most: int) -> None:
        """Show the first ``most`` voices, and the next ones later."""
        assert self._framework is not None
        self._shown = min(most, len(self._voices))
        for place, one in enumerate(self._voices[: self._shown]):
            if place == len(self._rows):
                self._rows.append(VoiceRow(ruled=place > 0))
                self._said.addWidget(self._rows[place])
            self._rows[place].say(self._framework, one)
            self._rows[place].show()
        for row in self._rows[self._shown :]:
            row.clear()
        if self._shown < len(self._voices):
            self._later.start()
        else:
            self._later.stop()


def _line(icon: str, words: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 2, 0, 0)
    row.setSpacing(8)
    row.addWidget(IconMark(icon, "ok", 14), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(TextBlock(words, "small", tone="ink_2"), 1)
    return line
