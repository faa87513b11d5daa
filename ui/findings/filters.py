"""Filters of the map: chips above it, and the legend under it that counts and filters as well."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from engagements.assessment.heat_map import Flag, Tile
from engagements.language import tr
from ui.findings.reading import FLAG_WORDS, Line
from ui.findings.tiles import LOW, WORDS, draw_tile
from ui.theme import theme
from ui.theme.icons import draw
from ui.widgets.buttons import clicks_on_enter
from ui.widgets.flow import Flow
from ui.widgets.marks import box

_ICONS = {
    Flag.DISAGREEMENT: "disagreement",
    Flag.CONTRADICTION: "warning",
    Flag.STALE: "clock",
}
_SMALL_TILE = 30


class FilterButton(QAbstractButton):
    """Words with a count; a second press takes the filter away."""

    def __init__(self, words: str, name: str, *, icon: str = "", tile: Tile | None = None) -> None:
        super().__init__()
        self.count = 0
        self._icon, self._tile = icon, tile
        self.setText(words)
        self.setObjectName(name)
        self.setCheckable(True)
        theme().typed(self, "small", 500)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int) -> None:
        """Show another count."""
        self.count = count
        self.setAccessibleName(f"{self.text()}, {count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Drawing, words and count."""
        metrics = QFontMetrics(theme().font("small", 600))
        width = metrics.horizontalAdvance(f"{self.text()}  {self.count}")
        if self._tile is not None:
            return QSize(width + _SMALL_TILE + 20, theme().scaled(28))
        return QSize(width + 26 + (20 if self._icon else 0), theme().scaled(32))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses like Space."""
        if not clicks_on_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the face."""
        tokens = theme().tokens
        with QPainter(self) as painter:
            on, x = self.isChecked(), 12
            urgent = bool(self._icon) and self.count > 0
            ink = "attn" if urgent else "ink_2" if self._tile is None else "ink"
            if on:
                ink = "accent" if tokens.dark else "accent_hover"
                box(painter, self.rect(), 4, tokens.accent_weak, tokens.accent)
            elif self._tile is None:
                fill = tokens.attn_weak if urgent else tokens.surface
                box(painter, self.rect(), 4, fill, tokens.attn_line if urgent else tokens.border)
            if self._tile is not None:
                high = theme().scaled(LOW) - 1
                area = QRect(6, (self.height() - high) // 2, _SMALL_TILE, high)
                draw_tile(painter, area, self._tile)
                x = _SMALL_TILE + 13
            elif self._icon:
                draw(painter, self._icon, ink, QRect(x - 1, self.height() // 2 - 7, 14, 14))
                x += 20
            painter.setPen(QColor(getattr(tokens, ink)))
            painter.setFont(theme().font("small", 500))
            words = QRect(x, 0, self.width() - x, self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
            x += QFontMetrics(painter.font()).horizontalAdvance(f"{self.text()} ") + 2
            painter.setFont(theme().font("small", 600))
            count = QRect(x, 0, self.width() - x, self.height())
            painter.drawText(count, Qt.AlignmentFlag.AlignVCenter, str(self.count))


class Filters(QWidget):
    """A row of filter buttons of which at most one is on, here or in the row beside it."""

    chosen = Signal(object)
    """A Flag or a Tile; None when the filter was taken away."""

    def __init__(self, *, legend: bool) -> None:
        super().__init__()
        self._buttons: dict[Flag | Tile, FilterButton] = {}
        self.setLayout(Flow(4 if legend else 8))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if legend:
            for tile, words in WORDS.items():
                self._add(tile, FilterButton(tr(words), f"tile-{tile.name.lower()}", tile=tile))
        else:
            for flag, words in FLAG_WORDS.items():
                name = f"filter-{flag.name.lower()}"
                self._add(flag, FilterButton(tr(words), name, icon=_ICONS.get(flag, "")))

    def _add(self, what: Flag | Tile, button: FilterButton) -> None:
        self._buttons[what] = button
        layout = self.layout()
        assert layout is not None
        layout.addWidget(button)
        button.clicked.connect(lambda on: self.chosen.emit(what if on else None))

    def show_counts(self, counts: Mapping[Flag, int] | Mapping[Tile, int]) -> None:
        """Show other counts; a filter that finds nothing is only offered while it is on."""
        for what, button in self._buttons.items():
            button.set_count(counts.get(what, 0))  # type: ignore[call-overload]
            if isinstance(what, Flag):
                button.setVisible(button.count > 0 or button.isChecked())

    def show_choice(self, what: Flag | Tile | None) -> None:
        """Show which filter is on; says nothing."""
        for each, button in self._buttons.items():
            button.setChecked(each is what)

    def first(self) -> QWidget | None:
        """The first button that is shown."""
        return next((one for one in self._buttons.values() if one.isVisible()), None)


class Wanted:
    """Whether a criterion passes the filter and holds the words looked for."""

    def __init__(self, what: Flag | Tile | None, text: str) -> None:
        self._what, self._words = what, text.split()

    def __call__(self, line: Line) -> bool:
        """Ask it of one criterion."""
        passes = self._what is None or self._what in (line.cell.tile, *line.cell.flags)
        sought = f"{line.criterion} {line.title}".casefold()
        return passes and all(word in sought for word in self._words)
