"""The lists of the Evidence page: a row of choices, the table, and what is said without lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from engagements.framework.model import Framework
from engagements.language import tr
from ui.evidence import register, requests
from ui.evidence.register import SORTS, Query
from ui.widgets.buttons import Button, Segmented
from ui.widgets.fields import Select
from ui.widgets.labels import Label, TextBlock
from ui.widgets.ledger import LOW_ROW, ROW, Framed, Head, Ledger, Line


class Nothing(QWidget):
    """A heading, a sentence, and a button where one helps."""

    pressed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._heading = Label("", "heading")
        self._words = TextBlock("", tone="ink_2", align=Qt.AlignmentFlag.AlignHCenter)
        self._button = Button("", name=name)
        self._button.clicked.connect(self.pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 56, 24, 0)
        column.setSpacing(10)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(self._heading, 0, centre)
        column.addWidget(self._words)
        column.addWidget(self._button, 0, centre)
        column.addStretch(1)

    def say(self, heading: str, words: str, button: str) -> None:
        """Say another thing."""
        self._heading.setText(heading)
        self._words.set_text(words)
        self._button.set_face(button)
        self._button.setVisible(bool(button))


class Pane(QWidget):
    """Choices over a table; instead of an empty table a sentence."""

    def __init__(
        self, heads: Sequence[Head], name: str, words: str, lead: QWidget | None = None
    ) -> None:
        super().__init__()
        self.view = Ledger(heads, name, words)
        self.nothing = Nothing(f"{name}-nothing")
        self.choices = QHBoxLayout()
        self.choices.setSpacing(8)
        if lead is not None:
            self.choices.addWidget(lead)
        self._frame = Framed(self.view)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._frame)
        self._stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(self.choices)
        column.addWidget(self._stack, 1)

    def lead_with(self, first: Segmented) -> None:
        """Put ``first`` before the other choices; Tab goes through all and then to the list."""
        self.choices.insertWidget(0, first)
        items = [self.choices.itemAt(at) for at in range(self.choices.count())]
        each = [item.widget() for item in items if item is not None]
        chosen = [one for one in each if one is not None and one is not first]
        for before, after in pairwise((*first.buttons().values(), *chosen, self.view)):
            QWidget.setTabOrder(before, after)

    def show_lines(self, lines: Sequence[Line], wanted: str = "") -> None:
        """Show lines, or what is said without any."""
        self._stack.setCurrentWidget(self._frame if lines else self.nothing)
        self.view.show_lines(lines, wanted)
        self._frame.fit()

    def fit(self, *, narrow: bool, low: bool) -> None:
        """Take the measures of the window."""
        self.view.fit(narrow=narrow, row=LOW_ROW if low or narrow else ROW)
        self._frame.fit()


class RegisterPane(Pane):
    """The register with its filters and order."""

    asked = Signal()

    def __init__(self, lead: QWidget) -> None:
        super().__init__(register.HEADS, "register", tr("Evidence register"), lead)
        self._grade = Select(
            [("", tr("any grade"))], tr("Grade filter"), prefix=tr("Grade:"), name="grade-filter"
        )
        self._dimension = Select(
            [("", tr("all dimensions"))],
            tr("Dimension filter"),
            prefix=tr("In:"),
            name="dimension-filter",
        )
        sorts = [(key, tr(words)) for key, words in SORTS]
        self._sort = Select(sorts, tr("Sort evidence"), prefix=tr("Sort:"), name="sort-evidence")
        self._framework: Framework | None = None
        for one in (self._grade, self._dimension, self._sort):
            one.picked.connect(lambda _key: self.asked.emit())
            self.choices.addWidget(one)
        self.choices.insertStretch(3, 1)
        # It is short: the long names of the dimensions take none of its room.
        self._grade.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def offer(self, framework: Framework) -> None:
        """Filter by the grades and dimensions of a framework."""
        if framework is self._framework:
            return
        self._framework = framework
        grades = [(str(one.grade), one.name) for one in framework.grades if one.grade >= 2]
        self._grade.set_choices([("", tr("any grade")), *grades])
        dimensions = [(one.code, one.name) for one in framework.dimensions]
        self._dimension.set_choices([("", tr("all dimensions")), *dimensions])

    def say_nothing(self, *, searched: bool) -> None:
        """Say why there is no line: nothing fits what was ``searched``, or nothing is there."""
        if searched:
            self.nothing.say(tr("No evidence matches"), "", tr("Clear search and filter"))
        else:
            words = tr("Drop a file here, paste a picture with Ctrl+V, or choose a file.")
            self.nothing.say(tr("No evidence yet"), words, tr("Add evidence"))

    def query(self, words: str) -> Query:
        """What is asked for now."""
        return Query(words, self._grade.current(), self._dimension.current(), self._sort.current())

    def clear(self) -> None:
        """Filter nothing."""
        self._grade.choose("")
        self._dimension.choose("")


class RequestPane(Pane):
    """What is still to receive."""

    def __init__(self) -> None:
        super().__init__(requests.HEADS, "requests", tr("Still to receive"))
        self.choices.addStretch(1)

    def say_nothing(self, *, searched: bool) -> None:
        """Say why there is no line: nothing fits what was ``searched``, or nothing is there."""
        if searched:
            self.nothing.say(tr("No request matches"), "", tr("Clear search and filter"))
        else:
            words = tr("What somebody promises to send or show is kept here until it comes.")
            self.nothing.say(tr("Nothing is still to come"), words, tr("New request"))
