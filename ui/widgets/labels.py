"""Labels that never guess rich text: plain, elided, and wrapped blocks with a line height."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import Role, theme


class Label(QLabel):
    """Plain text in a type role and a token colour (``tone``)."""

    def __init__(
        self,
        text: str = "",
        role: Role = "body",
        weight: int | None = None,
        tone: str = "ink",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        theme().typed(self, role, weight)
        self.set_tone(tone)

    def set_tone(self, tone: str) -> None:
        """Take another token colour: ink, ink_2, ink_3, accent, attn, danger, ok."""
        if self.property("tone") == tone:
            return
        self.setProperty("tone", tone)
        # Before its first show a label is polished anyhow, and a style costs the start its time.
        if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            self.style().unpolish(self)
            self.style().polish(self)


class ElidedLabel(Label):
    """One line that ends in an ellipsis when there is no room; the whole text is the tooltip.

    ``short`` says the same in fewer words, for where the whole does not fit.
    """

    def __init__(
        self,
        text: str = "",
        role: Role = "body",
        weight: int | None = None,
        tone: str = "ink",
        *,
        short: str = "",
    ) -> None:
        self._whole = self._short = ""
        super().__init__("", role, weight, tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text, short)

    def setText(self, text: str, short: str = "") -> None:
        """Show ``text`` where it fits, else ``short``, else as much as does."""
        self._whole, self._short = " ".join(text.split()), short
        self.setAccessibleName(self._whole)
        self._fit()

    def whole(self) -> str:
        """The text without ellipsis."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text to the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another font fits more or fewer letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(24, super().minimumSizeHint().height())

    def _fit(self) -> None:
        metrics, right = QFontMetrics(self.font()), Qt.TextElideMode.ElideRight
        fitting = metrics.elidedText(self._whole, right, self.width())
        if self._short and fitting != self._whole:
            fitting = metrics.elidedText(self._short, right, self.width())
        super().setText(fitting)
        self.setToolTip(plain_tip(self._whole) if fitting != self._whole else "")


def plain_tip(text: str) -> str:
    """Text for a tooltip that Qt cannot take for rich text."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{escaped}</span>" if text else ""


class TextBlock(QWidget):
    """Plain text wrapped at the width given, with the line height of its role; painted.

    ``lines`` caps how many are shown, the last one elided.
    """

    def __init__(
        self,
        text: str = "",
        role: Role = "body",
        weight: int | None = None,
        tone: str = "ink",
        *,
        lines: int | None = None,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__()
        self._text, self._weight, self._tone = text, weight, tone
        self._role: Role = role
        self._lines, self._align = lines, align
        self._known: dict[int, list[str]] = {}
        self._heights: dict[int, int] = {}
        theme().typed(self, role, weight)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_text(self, text: str, tone: str | None = None) -> None:
        """Show another text, in another token colour when given."""
        if (text, tone or self._tone) == (self._text, self._tone):
            return
        if text != self._text:
            self._forget()
        self._text, self._tone = text, tone or self._tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_role(self, role: Role, weight: int | None = None) -> None:
        """Take another type role."""
        self._role, self._weight = role, weight
        self._forget()
        theme().typed(self, role, weight)
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """Height of all lines at ``width`` pixels; layouts ask hundreds of times for one key."""
        high = self._heights.get(width)
        if high is None:
            high = self._heights[width] = len(self._broken(width)) * theme().line(self._role)
        return high

    def sizeHint(self) -> QSize:
        """The text on one line, up to a readable measure."""
        metrics = QFontMetrics(self.font())
        widest = max((metrics.horizontalAdvance(one) for one in self._text.split("\n")), default=0)
        width = min(widest + 2, 640)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Some words wide and as high as the present width needs."""
        return QSize(60, self.heightForWidth(max(self.width(), 60)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the layout that the height follows the width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines."""
        with QPainter(self) as painter:
            painter.setFont(self.font())
            painter.setPen(theme().colour(self._tone if self.isEnabled() else "ink_3"))
            height = theme().line(self._role)
            for number, line in enumerate(self._broken(self.width())):
                painter.drawText(
                    0,
                    number * height,
                    self.width(),
                    height,
                    self._align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
                    line,
                )

    def changeEvent(self, event: QEvent) -> None:
        """Another font breaks lines elsewhere."""
        if event.type() == QEvent.Type.FontChange:
            self._forget()
        super().changeEvent(event)

    def _forget(self) -> None:
        self._known.clear()
        self._heights.clear()

    def _broken(self, width: int) -> list[str]:
        """The lines at a width; layouts ask again and again, so the answers are kept."""
        if width not in self._known:
            self._known[width] = self._break(width)
        return self._known[width]

    def _break(self, width: int) -> list[str]:
        lines: list[str] = []
        for paragraph in self._text.split("\n"):
            lines.extend(broken(paragraph, self, width))
        if self._lines is not None and len(lines) > self._lines:
            rest = " ".join(lines[self._lines - 1 :])
            last = QFontMetrics(self.font()).elidedText(rest, Qt.TextElideMode.ElideRight, width)
            lines = [*lines[: self._lines - 1], last]
        return lines


_MOST = 2_000
_kept: dict[tuple[str, str, int], tuple[str, ...]] = {}
"""Lines by paragraph, font and width: layouts ask for the same ones again and again."""


def broken(paragraph: str, widget: QWidget, width: int) -> tuple[str, ...]:
    """One paragraph as the lines it takes at ``width`` pixels in the widget's font."""
    font = widget.font()
    asked = (paragraph, font.key(), width)
    if asked not in _kept:
        if len(_kept) >= _MOST:
            _kept.clear()
        _kept[asked] = _break(paragraph, font, width)
    return _kept[asked]


def forget_lines() -> None:
    """Keep nothing of what was written: another engagement is open, or none."""
    _kept.clear()


def _break(paragraph: str, font: QFont, width: int) -> tuple[str, ...]:
    if not paragraph:
        return ("",)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(paragraph, font)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, 0))
        lines.append(paragraph[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return tuple(lines)
