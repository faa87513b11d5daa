"""After an interview: what it leaves, and the ways on; quiet, and nothing has to be answered."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from engagements.language import tr, trn
from ui.interview.ending import Ending, ending_of
from ui.interview.pace import clock
from ui.interview.presenter import Presenter
from ui.widgets.buttons import Button
from ui.widgets.chips import IconMark, Rule, card
from ui.widgets.flow import Flow
from ui.widgets.focus import focus_kept
from ui.widgets.labels import Label, plain_tip
from ui.widgets.rows import taken_out
from ui.widgets.space import middle_column

WIDE = 620
MOST = 40
"""Characters of a name on a button."""


class EndingView(QWidget):
    """Says what is left and leads there; while the client looks only what is this interview's."""

    left = Signal()
    """Back to the questions."""
    note_asked = Signal(str)
    """A note without a question is to be filed."""
    record_asked = Signal(str)
    """The record for one who took part."""
    interview_asked = Signal(str)
    list_asked = Signal()

    def __init__(self, presenter: Presenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._shown: Ending | None = None
        self._body: QWidget | None = None
        self.setProperty("pane", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._took = Label("", "body", tone="ink_2")
        self.back = Button(tr("All questions"), key="Esc", name="ending-back")
        self.back.clicked.connect(self.left)
        self._place = QVBoxLayout()
        self._lay_out()
        presenter.turned.connect(self.leave)
        presenter.refreshed.connect(self.refresh)
        presenter.safe.changed.connect(self.refresh)

    def _lay_out(self) -> None:
        column = middle_column(self, WIDE)
        head = QHBoxLayout()
        head.addWidget(Label(tr("The interview is over"), "title"))
        head.addStretch(1)
        head.addWidget(self._took, 0, Qt.AlignmentFlag.AlignBaseline)
        column.addLayout(head)
        column.addLayout(self._place)
        column.addWidget(self.back)
        column.addStretch(1)

    def leave(self) -> None:
        """Go back to the questions, when this is on screen."""
        if not self.isHidden():
            self.left.emit()

    def refresh(self) -> None:
        """Show what is left now; nothing while it is not shown or the interview goes on."""
        presenter = self._presenter
        interview = presenter.interview
        if self.isHidden() or interview is None or not presenter.show.is_open:
            self._drop()
        elif not presenter.is_over:
            self.leave()
        else:
            self._took.setText(
                tr(
                    "{time} of {minutes} min",
                    time=clock(interview.elapsed),
                    minutes=interview.minutes,
                )
            )
            with focus_kept(self, lambda: self.back):
                self._show(ending_of(presenter.show, safe=presenter.safe.on))

    def _show(self, ending: Ending) -> None:
        if ending == self._shown:
            return
        self._drop()
        self._shown = ending
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(_figures(ending))
        ways = QWidget()
        ways.setLayout(self._ways(ending))
        column.addWidget(ways)
        self._place.addWidget(self._body)
        self._body.show()  # at once: what comes a moment later takes no focus now
        for before, after in pairwise(self._stops()):
            QWidget.setTabOrder(before, after)

    def _drop(self) -> None:
        self._shown = None
        if self._body is not None:
            self._place.removeWidget(self._body)
            taken_out(self._body)
            self._body = None

    def _ways(self, ending: Ending) -> Flow:
        """The ways on, the first one the most pressing."""
        ways: list[Button] = []
        if ending.loose:
            words = trn("File {n} note …", "File {n} notes …", len(ending.loose))
            file = Button(words, icon="quote", name="ending-notes")
            file.clicked.connect(lambda: self.note_asked.emit(ending.loose[0]))
            ways.append(file)
        for number, (person, name) in enumerate(ending.records):
            words = tr("Record to confirm …")
            if len(ending.records) > 1:
                words = tr("Record for {who} …", who=_short(name))
            record = Button(words, icon="document", name=f"ending-record-{number}")
            record.setToolTip(plain_tip(name))
            record.clicked.connect(lambda _on=False, person=person: self.record_asked.emit(person))
            ways.append(record)
        if ending.following is not None:
            one, title = ending.following
            words = tr("Next interview: {title}", title=_short(title))
            following = Button(words, icon="arrow", name="ending-next")
            following.setToolTip(plain_tip(title))
            following.clicked.connect(lambda: self.interview_asked.emit(one))
            ways.append(following)
        elif not self._presenter.safe.on:
            every = Button(tr("All interviews"), icon="arrow", name="ending-list")
            every.clicked.connect(self.list_asked)
            ways.append(every)
        flow = Flow(8)
        for way in ways:
            flow.addWidget(way)
        return flow

    def _stops(self) -> list[Button]:
        body = self._body.findChildren(Button) if self._body is not None else []
        return [*body, self.back]

    def first_focus(self) -> QWidget:
        """Where the focus goes: the most pressing way on."""
        return self._stops()[0]

    def panes(self) -> tuple[QWidget, ...]:
        """The ways on."""
        return (self.first_focus(),)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the questions."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _short(name: str) -> str:
    """A name as it fits on a button, which is never cut."""
    return name if len(name) <= MOST else f"{name[: MOST - 1].rstrip()}…"


def _figures(ending: Ending) -> QFrame:
    """What was asked, then what is left to do, a line each with its count."""
    frame = card()
    frame.setObjectName("ending")
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(8)
    answered = tr("{answered} of {total}", answered=ending.answered, total=ending.total)
    groups = (
        (
            ("check", tr("Questions answered"), answered),
            ("pause", tr("Parked"), str(ending.parked)),
            ("dot", tr("Left open"), str(ending.left_open)),
        ),
        (
            ("quote", tr("Notes without a question"), str(len(ending.loose))),
            ("flag", tr("To-dos not done"), str(ending.todos)),
            ("import", tr("Evidence asked for, not received"), str(ending.requested)),
        ),
    )
    for number, group in enumerate(groups):
        if number:
            column.addWidget(Rule())
        for icon, words, count in group:
            line = QHBoxLayout()
            line.setSpacing(10)
            line.addWidget(IconMark(icon, "ink_2"))
            line.addWidget(Label(words, "body"), 1)
            line.addWidget(Label(count, "body", 600, "ink" if count != "0" else "ink_2"))
            column.addLayout(line)
    said = (f"{words}: {count}" for group in groups for _, words, count in group)
    frame.setAccessibleName(", ".join(said))
    return frame
