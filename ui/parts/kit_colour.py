"""One colour of a brand kit: typed, shown, measured, with the nearest one that passes."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engagements.language import tr
from ui import locale
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.chips import IconMark
from ui.widgets.fields import LineEdit
from ui.widgets.labels import Label, TextBlock
from ui.widgets.marks import box

HEX = re.compile(r"#[0-9A-Fa-f]{6}")


class _Swatch(QWidget):
    """A colour; a dash through it while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.colour: str | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a field."""
        return QSize(44, theme().scaled(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the colour with an edge that is seen on any ground."""
        with QPainter(self) as painter:
            tokens = theme().tokens
            box(painter, self.rect(), 4, self.colour or tokens.surface_2, tokens.border_strong)
            if self.colour is None:
                painter.drawLine(self.rect().bottomLeft(), self.rect().topRight())


class ColourField(QWidget):
    """Says each text that is typed; a colour that does not pass is never changed by itself."""

    typed = Signal(str)

    def __init__(self, field: str, label: str) -> None:
        super().__init__()
        self._field = field
        self.edit = LineEdit(label, "#RRGGBB")
        self.edit.setObjectName(f"kit-{field}")
        self.edit.setMaxLength(24)
        self._swatch = _Swatch()
        self.offer = Button("", size="small", name=f"kit-{field}-offer")
        self.offer.hide()
        self._mark = IconMark("check", "ok", 14)
        self._said = TextBlock("", "small", tone="ink_2")
        words = Label(label, "small", 600, "ink_2")
        words.setBuddy(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(words)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._swatch)
        row.addWidget(self.edit, 1)
        column.addLayout(row)
        under = QHBoxLayout()
        under.setSpacing(6)
        under.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        under.addWidget(self._said, 1)
        column.addLayout(under)
        column.addWidget(self.offer)
        self.edit.textEdited.connect(self._edited)
        self.offer.clicked.connect(self._take_offer)

    def colour(self) -> str | None:
        """What is typed, when it is a colour."""
        text = self.edit.text().strip()
        return text.upper() if HEX.fullmatch(text) else None

    def said(self) -> str:
        """The sentence under the field."""
        return self._said.text()

    def show_colour(self, text: str, *, able: bool) -> None:
        """Show a colour as it is in the kit; ``able`` to be edited."""
        if self.edit.text() != text:
            self.edit.setText(text)
        self.edit.setReadOnly(not able)
        self._measure(able=able)

    def _edited(self, text: str) -> None:
        self._measure(able=True)
        self.typed.emit(text.strip())

    def _take_offer(self) -> None:
        self.edit.setFocus()
        self.edit.setText(self.offer.property("colour"))
        self._edited(self.edit.text())

    def _measure(self, *, able: bool) -> None:
        """Say the contrast against what is needed, and what would pass."""
        from report_templates import colours

        colour = self.colour()
        self._swatch.colour = colour
        self._swatch.update()
        if colour is None:
            self._say(tr("Type a colour of the form #RRGGBB."), good=False)
            self.offer.hide()
            return
        measured = colours.measured(self._field, colour)
        below = 0 if measured.enough else 0.05  # 6.96 must not be shown as 7
        shown = measured.contrast - below
        ratio = f"{locale.number(shown, 1)}:1"
        least = f"{locale.number(measured.least, 1 if measured.least % 1 else 0)}:1"
        if measured.enough:
            words = tr("Contrast {ratio}; {least} needed", ratio=ratio, least=least)
        else:
            words = tr("Contrast only {ratio}; {least} needed", ratio=ratio, least=least)
        self._say(words, good=measured.enough)
        better = "" if measured.enough or not able else colours.passing(self._field, colour)
        self.offer.setProperty("colour", better)
        if better:
            self.offer.set_face(tr("Use {colour}", colour=better))
        self.offer.setVisible(bool(better))

    def _say(self, words: str, *, good: bool) -> None:
        self._mark.set_icon("check" if good else "warning", "ok" if good else "danger")
        self._said.set_text(words, "ink_2" if good else "danger")
        self.edit.setAccessibleDescription(words)
