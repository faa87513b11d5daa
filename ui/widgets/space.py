"""What a small window is, one that leaves out what is said elsewhere; a column in the middle."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import theme

WIDTH, HEIGHT = 1300, 830
"""A window up to this width is narrow, up to this height low."""
RAIL, BARS = 84, 82
"""What of it is no page: the rail, and top and status bar."""
TIGHT = 1120
"""A page up to this width, in pixels at 100 % text, has no room for keycaps beside words."""


class Space(NamedTuple):
    """How a page or window lays itself out."""

    narrow: bool
    low: bool

    @property
    def small(self) -> bool:
        """Whether it is narrow or low."""
        return self.narrow or self.low


def of_window(size: QSize) -> Space:
    """The room of a whole window."""
    return Space(size.width() <= WIDTH, size.height() <= HEIGHT)


def of_page(size: QSize) -> Space:
    """The room of a page in its window."""
    return of_window(size + QSize(RAIL, BARS))


def in_text(size: QSize) -> QSize:
    """What a size is worth at 100 % text: large text makes a window small.

    Small text makes it no larger, for panes and gaps keep their pixels.
    """
    return size * min(1.0, 100 / theme().scaled(100))


def middle_column(view: QWidget, wide: int) -> QVBoxLayout:
    """The layout of a column in the middle of a view, at most ``wide`` pixels wide."""
    holder = QWidget()
    holder.setMaximumWidth(wide)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 28, 0, 24)
    column.setSpacing(16)
    outer = QHBoxLayout(view)
    outer.setContentsMargins(28, 0, 28, 0)
    outer.addStretch(1)
    outer.addWidget(holder, 100)
    outer.addStretch(1)
    return column
