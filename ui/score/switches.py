"""The switches of the top bar: marks on or off, tables or figures, and what if."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from engagements.language import mark, tr
from ui.score.shows import Shows
from ui.widgets.buttons import Button
from ui.widgets.labels import plain_tip
from ui.widgets.tick_box import TickBox

_WORDS = {
    "claimed": (mark("Claimed"), "C"),
    "verified": (mark("Verified"), "V"),
    "previous": (mark("Previous"), "P"),
    "table": (mark("Table"), "T"),
}


class Switches(QWidget):
    """Says what was turned; the page decides."""

    turned = Signal(str)
    """``claimed``, ``verified``, ``previous`` or ``table``."""
    what_if = Signal()

    def __init__(self, shows: Shows) -> None:
        super().__init__()
        self.setProperty("clear", "true")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        self.boxes: dict[str, TickBox] = {}
        for name, (words, key) in _WORDS.items():
            box = TickBox(tr(words), f"show-{name}")
            box.setToolTip(plain_tip(tr("{words} on or off ({key})", words=tr(words), key=key)))
            box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            box.clicked.connect(lambda _on=False, name=name: self.turned.emit(name))
            self.boxes[name] = box
            row.addWidget(box)
        self.button = Button(tr("What if"), key="W", name="what-if-on")
        self.button.clicked.connect(self.what_if)
        row.addWidget(self.button)
        self.boxes["previous"].hide()
        self.show_choice(shows)

    def show_choice(self, shows: Shows) -> None:
        """Tick what is on; says nothing."""
        for name, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setChecked(getattr(shows, name))

    def offer(self, *, previous: bool, what_if: bool) -> None:
        """Whether there is a previous assessment to show, and anything to suppose over."""
        self.boxes["previous"].setVisible(previous)
        self.button.setEnabled(what_if)

    def offers(self, name: str) -> bool:
        """Whether a switch has something to switch."""
        return not self.boxes[name].isHidden()

    def show_what_if(self, *, on: bool) -> None:
        """Say what the button does now."""
        self.button.set_face(tr("Drop what if") if on else tr("What if"))
        if (layout := self.layout()) is not None:
            layout.activate()  # now: the top bar asks for the width before the next event
