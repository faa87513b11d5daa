"""The right pane of Report: what to know before it goes out, and the export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QColor, QDesktopServices, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engagements.language import mark, tr
from ui.jobs import Step
from ui.report.checks import CheckList
from ui.report.versions import Versions
from ui.theme import theme
from ui.widgets.beside import Beside, Scrolled
from ui.widgets.buttons import Button
from ui.widgets.chips import IconMark, Rule
from ui.widgets.flow import Flow
from ui.widgets.labels import ElidedLabel, TextBlock
from ui.widgets.progress import ProgressLine

if TYPE_CHECKING:
    from engagements.records.snapshot import Snapshot
    from report_templates.preflight.model import Check

IDLE = mark("Written whole or not at all. The same answers and the same kit give the same file.")


def step_words(step: Step) -> str:
    """What a job is doing: "Page 3 of 24"."""
    if not step.total:
        return tr(step.words)
    return tr("{what}, {done} of {total}", what=tr(step.words), done=step.done, total=step.total)


class Outcome(Beside):
    """Checks above; export and issue, their progress and result, and what went out below."""

    export = Signal()
    others = Signal()
    """Other kinds of file are asked for."""
    issue = Signal()
    cancel = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("pane", "bg")
        self.setObjectName("outcome")
        self._target = Path()
        self.checks = CheckList()
        self.versions = Versions()
        self.button = Button(
            tr("Export PDF"),
            kind="primary",
            size="large",
            icon="export",
            key="Ctrl+E",
            name="export",
        )
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.more = Button(tr("Export as …"), icon="chevron-down", name="export-as")
        self.more.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.final = Button(tr("Issue"), icon="lock", key="Ctrl+I", name="issue")
        self.final.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.wordings = Button(tr("Sentences"), size="small", icon="quote", name="wordings")
        self.comments = Button(tr("Comments"), size="small", icon="quote", name="comments")
        self.wordings.setToolTip(tr("Rewrite the report's sentences (Ctrl+R)"))
        self.comments.setToolTip(tr("Comments on the draft (Ctrl+M)"))
        self.stop = Button(tr("Cancel"), name="cancel-export")
        self._line = ProgressLine(6)
        self._words = TextBlock(
            tr(IDLE),
            "small",
            tone="ink_2",
        )
        self._result = QWidget()
        self._name = ElidedLabel("", weight=600)
        self._build()
        self.button.clicked.connect(self.export)
        self.more.clicked.connect(self.others)
        self.final.clicked.connect(self.issue)
        self.stop.clicked.connect(self.cancel)
        self.show_step(None)
        self.show_checks(())

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Scrolled(self.checks), 1)
        outer.addWidget(self._build_review())
        outer.addWidget(Rule())
        outer.addWidget(self._build_export())
        outer.addWidget(Rule())
        outer.addWidget(self.versions)

    def _build_review(self) -> QWidget:
        """The ways to what is written by hand, under what was looked at."""
        foot = QWidget()
        row = Flow(8)
        row.addWidget(self.wordings)
        row.addWidget(self.comments)
        column = QVBoxLayout(foot)
        column.setContentsMargins(18, 8, 18, 10)
        column.addLayout(row)
        return foot

    def _build_export(self) -> QWidget:
        foot = QFrame()
        foot.setProperty("pane", "surface")
        column = QVBoxLayout(foot)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.button, 1)
        row.addWidget(self.stop)
        column.addLayout(row)
        column.addWidget(self.more)
        column.addWidget(self.final)
        column.addWidget(self._line)
        column.addWidget(self._words)
        inner = QVBoxLayout(self._result)
        inner.setContentsMargins(0, 4, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(Rule())
        named = QHBoxLayout()
        named.setSpacing(8)
        named.addWidget(IconMark("check", "ok"))
        named.addWidget(self._name, 1)
        inner.addLayout(named)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        show = Button(tr("Open in viewer"), size="small", icon="eye", name="open-exported")
        folder = Button(tr("Show folder"), size="small", icon="folder", name="show-folder")
        show.clicked.connect(lambda: _open(self._target))
        folder.clicked.connect(lambda: _open(self._target.parent))
        buttons.addWidget(show)
        buttons.addWidget(folder)
        buttons.addStretch(1)
        inner.addLayout(buttons)
        column.addWidget(self._result)
        self._result.hide()
        return foot

    def show_checks(self, checks: tuple[Check, ...]) -> None:
        """Show what is worth knowing."""
        self.checks.show_checks(checks)

    def show_version(self, version: str) -> None:
        """Name the version that would be issued."""
        self.final.set_face(tr("Issue {version}", version=version))

    def show_step(self, step: Step | None) -> None:
        """Show how far the export is; None when none is on its way."""
        busy = step is not None
        self.button.setEnabled(not busy)
        self.more.setEnabled(not busy)
        self.final.setEnabled(not busy)
        self.stop.setVisible(busy)
        self._line.setVisible(busy)
        if step is None:
            self._line.stop()
            self._words.set_text(tr(IDLE))
            self._words.setVisible(not self.versions.some)
            return
        self._words.show()
        self._result.hide()
        self._line.show_share(step.done / step.total if step.total else None)
        self._words.set_text(step_words(step))

    def show_versions(self, snapshot: Snapshot | None) -> None:
        """Show what went out; who has issued one knows how it is written."""
        self.versions.show_snapshot(snapshot)
        if not self.stop.isVisibleTo(self):
            self._words.setVisible(not self.versions.some)

    def show_exported(self, target: Path) -> None:
        """Show where the report is."""
        self._target = target
        self._name.setText(target.name)
        self._name.setAccessibleName(tr("Exported to {target}", target=target))
        self._result.show()

    def clear(self) -> None:
        """Another engagement: nothing of the last one stays."""
        self._result.hide()
        self.show_checks(())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground and the left edge."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.fillRect(0, 0, 1, self.height(), QColor(theme().tokens.border))


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
