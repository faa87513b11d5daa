"""The question card's upper part: code, level, question, meanings, follow-ups and evidence."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engagements.framework.model import AnswerValue, Criterion, CriterionType, Framework
from engagements.language import tr
from ui.theme import theme
from ui.widgets.buttons import Button, clicks_on_enter
from ui.widgets.chips import IconMark, LevelChip
from ui.widgets.glyphs import draw_answer
from ui.widgets.labels import ElidedLabel, Label, TextBlock, broken
from ui.widgets.marks import box
from ui.widgets.rows import taken_out
from ui.widgets.tick_box import TickBox

_MEANS = (AnswerValue.YES, AnswerValue.PARTLY, AnswerValue.NO)


class Counts(QWidget):
    """The level a question counts for, as a chip and in words."""

    def __init__(self) -> None:
        super().__init__()
        self._chip = LevelChip(1, side=20)
        self._needed = ElidedLabel("", "body", tone="ink_2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._chip)
        row.addWidget(self._needed, 1)

    def show_criterion(self, framework: Framework, one: Criterion) -> None:
        """Show another question's level."""
        self._chip.set_level(one.level, "reached")
        name = framework.levels[one.level].name
        words = tr("needed for level {level}, {name}", level=one.level, name=name)
        if not one.type.gates:
            words = tr("level {level}, {name}, supplementary", level=one.level, name=name)
        self._needed.setText(words)
        self._needed.setMaximumWidth(self._needed.sizeHint().width())


class Meta(QWidget):
    """One line: code, dimension, level; the echo of a changed answer and the time at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._code = Label("", "body", 600)
        self._dimension = ElidedLabel("", "body", tone="ink_2")
        self._counts: Counts | None = Counts()
        self._parked = Label(tr("Parked"), "small", 500, "attn")
        self._echo = Label("", "small", 500, "accent")
        self._echo.setObjectName("echo")
        self._clock_mark = IconMark("clock", "ink_2", 14)
        self._clock = Label("", "body", tone="ink_2")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._code)
        row.addWidget(self._dimension, 100)
        row.addWidget(self._counts, 100)
        row.addStretch(1)
        row.addWidget(self._parked)
        row.addWidget(self._echo)
        row.addWidget(self._clock_mark)
        row.addWidget(self._clock)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(400, theme().scaled(22))

    def show_criterion(self, framework: Framework, one: Criterion, *, parked: bool) -> None:
        """Show which question this is and what it counts for."""
        self._code.setText(one.id)
        self._dimension.setText(framework.dimension[one.dimension].name)
        self._dimension.setMaximumWidth(self._dimension.sizeHint().width())
        if self._counts is not None:
            self._counts.show_criterion(framework, one)
        self._parked.setVisible(parked)

    def set_safe(self, *, on: bool) -> None:
        """Take away, or bring back, what the question counts for."""
        if on and self._counts is not None:
            self._row.removeWidget(self._counts)
            taken_out(self._counts)
            self._counts = None
        elif not on and self._counts is None:
            self._counts = Counts()
            self._row.insertWidget(2, self._counts, 100)

    def show_echo(self, words: str) -> None:
        """What the answer was before: ``Partly, was Yes``; empty takes it away."""
        self._echo.setText(words)
        self._echo.setVisible(bool(words))
        self._show_place(on=True)

    def say(self, words: str) -> None:
        """Say why a key did nothing; taken away with the next question or answer.

        Such a sentence is long: what would be cut beside it leaves its room to it meanwhile.
        """
        self.show_echo(words)
        self._show_place(on=not words)

    def _show_place(self, *, on: bool) -> None:
        """Show the dimension and what the question counts for."""
        self._dimension.setVisible(on)
        if self._counts is not None:
            self._counts.setVisible(on)

    def echo(self) -> str:
        """The echo's words."""
        return self._echo.text()

    def show_clock(self, words: str, shown: str) -> None:
        """How long this question is on screen: in words, and what is shown of them."""
        self._clock.setText(shown)
        self._clock.setAccessibleName(words)


class Meanings(QWidget):
    """What yes, partly and no mean, side by side; the chosen one tinted."""

    def __init__(self) -> None:
        super().__init__()
        self._texts: tuple[tuple[AnswerValue, str, str], ...] = ()
        self._chosen: AnswerValue | None = None
        self._low = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().typed(self, "small")

    def show_criterion(self, framework: Framework, one: Criterion) -> None:
        """Show the meanings of a question's answers."""
        label = {each.code: each.label for each in framework.answers}
        said = {AnswerValue.YES: one.yes, AnswerValue.PARTLY: one.partly, AnswerValue.NO: one.no}
        self._texts = tuple(
            (value, tr("{answer} means", answer=label[value]), said[value]) for value in _MEANS
        )
        self.setAccessibleName(". ".join(f"{head}: {text}" for _, head, text in self._texts))
        self.updateGeometry()
        self.update()

    def choose(self, value: AnswerValue | None) -> None:
        """Tint one meaning, or none."""
        self._chosen = value
        self.update()

    def set_low(self, *, low: bool) -> None:
        """Take less room around the words."""
        self._low = low
        self.updateGeometry()

    def _pad(self) -> int:
        return 8 if self._low else 10

    def heightForWidth(self, width: int) -> int:
        """Heading and the longest meaning."""
        cell = (width - 2) // 3 - 30
        lines = max((len(broken(text, self, cell)) for _, _, text in self._texts), default=1)
        return 2 * self._pad() + theme().line("body") + 1 + lines * theme().line("small") + 2

    def sizeHint(self) -> QSize:
        """Three lines at a usual width."""
        return QSize(600, self.heightForWidth(max(self.width(), 300)))

    def minimumSizeHint(self) -> QSize:
        """What the present width needs."""
        return QSize(300, self.heightForWidth(max(self.width(), 300)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, tint, dividers, headings and words."""
        with QPainter(self) as painter:
            tokens = theme().tokens
            box(painter, self.rect(), 6, tokens.surface, tokens.border)
            width = self.width() / 3
            for number, (value, head, text) in enumerate(self._texts):
                cell = QRectF(number * width, 0, width, self.height())
                if value is self._chosen:
                    painter.fillRect(cell.adjusted(1, 1, -1, -1), QColor(tokens.accent_weak))
                if number:
                    painter.fillRect(
                        QRectF(cell.left(), 1, 1, self.height() - 2), QColor(tokens.border)
                    )
                self._draw_meaning(painter, cell.toRect(), value, head, text)

    def _draw_meaning(
        self, painter: QPainter, cell: QRect, value: AnswerValue, head: str, text: str
    ) -> None:
        x, y = cell.left() + 14, self._pad() + 1
        line = theme().line("body")
        draw_answer(painter, QRectF(x, y + (line - 14) / 2, 14, 14), value)
        painter.setFont(theme().font("small", 600))
        painter.setPen(theme().colour("ink"))
        painter.drawText(
            QRect(x + 22, y, cell.width() - 36, line), Qt.AlignmentFlag.AlignVCenter, head
        )
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("ink_2"))
        y += line + 1
        for each in broken(text, self, (self.width() - 2) // 3 - 30):
            painter.drawText(x, y, cell.width(), theme().line("small"), 0, each)
            y += theme().line("small")


class Prompt(TickBox):
    """A follow-up or something to be shown, with a tick box."""

    def __init__(self, text: str, key: str, *, fades: bool) -> None:
        super().__init__(text, fades=fades, high=0)
        self.key = key
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter tick; all else is the card's."""
        if clicks_on_enter(self, event) or event.key() == Qt.Key.Key_Space:
            if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
                self.click()
            return
        event.ignore()


class Prompts(QWidget):
    """Follow-ups at the left, evidence to ask for at the right."""

    ticked = Signal(str, bool)
    """A prompt's key (``follow_up/0``) and whether it was put."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(24)
        self._body: list[QWidget] = []
        self._prompts: list[Prompt] = []
        self._place = QWidget(self)
        """Keeps this part's place in Tab's order, where new prompts would come last."""
        self._place.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._place.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_criterion(self, one: Criterion, is_ticked: Callable[[str], bool]) -> None:
        """Show another question's prompts."""
        for old in self._body:
            old.hide()
            old.deleteLater()
        self._prompts = []
        self._body = [
            self._column(tr("Follow up"), "follow_up", one.follow_up, fades=True),
            self._column(tr("Evidence to ask for"), "evidence", one.evidence, fades=False),
        ]
        self._row.addWidget(self._body[0], 58)
        self._row.addWidget(self._body[1], 42)
        for before, after in pairwise((self._place, *self._prompts)):
            QWidget.setTabOrder(before, after)
        self.show_ticks(is_ticked)

    def show_ticks(self, is_ticked: Callable[[str], bool]) -> None:
        """Show which prompts were put."""
        for prompt in self._prompts:
            blocker = QSignalBlocker(prompt)
            prompt.setChecked(is_ticked(prompt.key))
            blocker.unblock()
            prompt.update()

    def set_enabled(self, *, on: bool) -> None:
        """Whether prompts may be ticked."""
        for prompt in self._prompts:
            prompt.setEnabled(on)

    def tick_next(self) -> None:
        """Tick the first prompt that was not put yet."""
        for prompt in self._prompts:
            if not prompt.isChecked():
                prompt.click()
                return

    def neighbour(self, widget: QWidget | None, step: int) -> Prompt | None:
        """The prompt above or below; from outside the last or the first one."""
        if not self._prompts:
            return None
        if widget not in self._prompts:
            return self._prompts[-1 if step < 0 else 0]
        at = self._prompts.index(widget) + step  # type: ignore[arg-type]
        return self._prompts[at] if 0 <= at < len(self._prompts) else None

    def _column(self, title: str, kind: str, texts: tuple[str, ...], *, fades: bool) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(Label(title, "small", 600, "ink_2"))
        for number, text in enumerate(texts):
            prompt = Prompt(text, f"{kind}/{number}", fades=fades)
            prompt.setObjectName(f"{kind}-{number}")
            prompt.toggled.connect(lambda on, key=prompt.key: self.ticked.emit(key, on))
            self._prompts.append(prompt)
            column.addWidget(prompt)
        column.addStretch(1)
        return holder


class Head(QWidget):
    """Meta line, question, criterion, and what parks the question."""

    def __init__(self) -> None:
        super().__init__()
        self.meta = Meta()
        self._tight = False
        words = tr("Park for later")
        self.park = Button(words, kind="quiet", size="small", key="Ctrl+P", name="park")
        self._question = TextBlock("", "question")
        self._question.setObjectName("question")
        self._lead = Label(tr("Criterion"), "body", 600, "ink_2")
        self._criterion = ElidedLabel("", "body", tone="ink_2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.meta)
        column.addWidget(self._question)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._lead)
        row.addWidget(self._criterion, 1)
        row.addWidget(self.park)
        column.addLayout(row)

    def show_criterion(self, framework: Framework, one: Criterion, *, parked: bool) -> None:
        """Show another question."""
        self.meta.show_criterion(framework, one, parked=parked)
        self._question.set_text(one.question)
        is_key = one.type is CriterionType.KEY
        words = tr("{title} (key question)", title=one.title) if is_key else one.title
        self._criterion.setText(words)
        self.park.set_face(tr("Take up again") if parked else tr("Park for later"))
        self.park.show_key(shown=not self._tight)

    def set_closed(self, why: str) -> None:
        """Park nothing, with the reason; empty opens it again."""
        self.park.setEnabled(not why)
        if why:
            self.park.setToolTip(why)

    def set_low(self, *, low: bool, tight: bool) -> None:
        """Take the smaller question of a small window; ``tight`` without the key."""
        self._question.set_role("title" if low else "question")
        self._tight = tight
        self.park.show_key(shown=not tight)
