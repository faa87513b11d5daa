"""A line that leads somewhere: to another action, or to a criterion with its answer."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from engagements.framework.model import AnswerValue
from ui.theme import theme
from ui.widgets.buttons import clicks_on_enter
from ui.widgets.glyphs import draw_answer
from ui.widgets.labels import broken

_LEAD = 24


class LinkRow(QAbstractButton):
    """Words that wrap, in the colour of links; a criterion has its answer's glyph before them."""

    def __init__(
        self,
        words: str,
        name: str,
        *,
        spoken: str = "",
        answer: AnswerValue | None = None,
        with_answer: bool = False,
    ) -> None:
        super().__init__()
        self._words, self._answer, self._with_answer = words, answer, with_answer
        theme().typed(self, "body")
        self.setObjectName(name)
        self.setAccessibleName(spoken or words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def _lead(self) -> int:
        return _LEAD if self._with_answer else 0

    def heightForWidth(self, width: int) -> int:
        """Its lines, with a little air."""
        lines = broken(self._words, self, max(40, width - self._lead))
        return len(lines) * theme().line("body") + 4

    def sizeHint(self) -> QSize:
        """Some words wide."""
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def minimumSizeHint(self) -> QSize:
        """As high as the present width needs."""
        return QSize(60, self.heightForWidth(max(self.width(), 60)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows the link like Space; arrows are the page's."""
        if not clicks_on_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw glyph and words."""
        with QPainter(self) as painter:
            height = theme().line("body")
            if self._with_answer:
                draw_answer(painter, QRectF(0, (height - 14) / 2 + 2, 14, 14), self._answer)
            font = self.font()
            font.setUnderline(self.underMouse())
            painter.setFont(font)
            painter.setPen(theme().colour("accent"))
            room = max(40, self.width() - self._lead)
            for number, line in enumerate(broken(self._words, self, room)):
                area = QRect(self._lead, 2 + number * height, room, height)
                painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, line)
