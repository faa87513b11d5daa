"""The clock over the agenda: time, pace and what is left, painted."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engagements.language import tr
from engagements.records import Interview
from engagements.records.people import InterviewState
from ui import locale
from ui.interview.pace import Pace, clock, ends, long_clock
from ui.theme import theme
from ui.widgets.chips import Chip
from ui.widgets.labels import Label
from ui.widgets.marks import box

_STATE_TONES = {InterviewState.RUNNING: "ink", InterviewState.HELD: "ink"}


class PaceBar(QWidget):
    """Bar: questions done. Tick: time gone. Labels: start, now, end."""

    def __init__(self) -> None:
        super().__init__()
        self._pace: Pace | None = None
        self._from = self._to = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_pace(self, pace: Pace, begins: str, ends_at: str) -> None:
        """Show a moment; ``begins`` and ``ends_at`` are the labels at the ends."""
        self._pace, self._from, self._to = pace, begins, ends_at
        said = tr(
            "{done} of {total} answered, {time} gone",
            done=pace.done,
            total=pace.total,
            time=clock(pace.elapsed),
        )
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        """A bar with room for its tick and a line of labels."""
        return QSize(160, 14 + theme().line("small") + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track, bar, tick and labels."""
        pace = self._pace
        if pace is None:
            return
        with QPainter(self) as painter:
            tokens = theme().tokens
            track = QRectF(0, 3, self.width(), 8)
            painter.fillRect(track, QColor(tokens.surface_3))
            done = QRectF(track)
            done.setWidth(track.width() * pace.share_done)
            painter.fillRect(done, QColor(tokens.attn if pace.over else tokens.accent))
            at = round(pace.share_time * (self.width() - 2))
            if pace.elapsed:
                box(painter, QRect(at, 0, 2, 14), 0, tokens.ink)
            painter.setFont(theme().font("small"))
            painter.setPen(theme().colour("ink_2"))
            line = QRect(0, 14, self.width(), theme().line("small"))
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, self._from)
            painter.drawText(line, Qt.AlignmentFlag.AlignRight, self._to)
            self._draw_now(painter, line, at)

    def _draw_now(self, painter: QPainter, line: QRect, at: int) -> None:
        """The word under the tick, where it does not run into the labels at the ends."""
        pace = self._pace
        if pace is None or pace.state is not InterviewState.RUNNING:
            return
        fonts = QFontMetrics(painter.font())
        words = tr("now")
        width = fonts.horizontalAdvance(words)
        left = at - width // 2
        free = fonts.horizontalAdvance(self._from) + 8
        end = self.width() - fonts.horizontalAdvance(self._to) - 8
        if left >= free and left + width <= end:
            painter.drawText(left, line.y(), width + 2, line.height(), 0, words)


class PaceHead(QWidget):
    """Clock, chip, bar and counts."""

    def __init__(self) -> None:
        super().__init__()
        self._clock = Label("00:00", "question")
        self._planned = Label("", "body", tone="ink_2")
        self._chip = Chip("")
        self._bar = PaceBar()
        self._count = Label("", "small", 600)
        self._answered = Label(tr("answered"), "small", tone="ink_2")
        self._each = Label("", "small", tone="ink_2")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self._clock, 0, Qt.AlignmentFlag.AlignBaseline)
        top.addWidget(self._planned, 0, Qt.AlignmentFlag.AlignBaseline)
        top.addStretch(1)
        top.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(top)
        column.addWidget(self._bar)
        bottom = QHBoxLayout()
        bottom.setSpacing(4)
        bottom.addWidget(self._count)
        bottom.addWidget(self._answered)
        bottom.addStretch(1)
        bottom.addWidget(self._each)
        column.addLayout(bottom)

    def show_pace(self, pace: Pace, interview: Interview, *, low: bool, tight: bool) -> None:
        """Show a moment of the interview; ``low`` and ``tight`` leave out what needs room."""
        self._clock.setText(long_clock(pace.elapsed))
        self._clock.set_tone(_STATE_TONES.get(pace.state, "ink_3"))
        said = tr(
            "{time} of {minutes} minutes", time=clock(pace.elapsed), minutes=interview.minutes
        )
        self._clock.setAccessibleName(said)
        self._planned.setText(tr("of {time}", time=long_clock(pace.planned)))
        self._chip.setVisible(bool(pace.verdict))
        self._planned.setHidden(tight and bool(pace.verdict))
        late = pace.behind or pace.over
        running = pace.state is InterviewState.RUNNING
        good = bool(pace.verdict) and running and not late
        tone = "attn" if late else "ok" if good else "plain"
        icon = "warning" if late else "check" if good else "clock"
        self._chip.set_text(tr("Over time") if pace.over and running else pace.verdict, tone, icon)
        end = ends(interview)
        begins = locale.time(interview.starts) if interview.starts else "0:00"
        self._bar.show_pace(pace, begins, locale.time(end) if end else clock(pace.planned))
        self._count.setText(tr("{done} of {total}", done=pace.done, total=pace.total))
        self._answered.setVisible(not low)
        self._each.setText(pace.each_short if low else pace.each)
        self._each.set_tone("attn" if pace.over else "ink_2")
