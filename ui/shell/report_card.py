"""A fault's report to look at, copy or save: places in the program, nothing a client said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engagements.language import tr
from engagements.problem import Problem
from ui import jobs
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.chips import card
from ui.widgets.labels import Label, TextBlock

WIDTH, HEIGHT, TOP = 640, 240, 84


class ReportCard(QWidget):
    """Covers the window until it is closed; made anew for each report."""

    def __init__(
        self, window: QWidget, report: str, write_file: Callable[[Path, bytes], None]
    ) -> None:
        super().__init__(window)
        self.setObjectName("report-cover")
        self._window, self._report, self._write = window, report, write_file
        self._back: QWidget | None = None
        self.text = QPlainTextEdit(report)
        self.text.setObjectName("fault-report")
        self.text.setAccessibleName(tr("Report of the fault"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme().scaled(HEIGHT))
        theme().typed(self.text, "small")
        self.copy = Button(tr("Copy"), name="copy-report")
        self.save = Button(tr("Save"), icon="disk", name="save-report")
        self.close_it = Button(tr("Close"), kind="primary", key="Esc", name="close-report")
        self._told = TextBlock("", "small", tone="ok")
        self._build()
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._save)
        self.close_it.clicked.connect(self.dismiss)
        window.installEventFilter(self)

    def _build(self) -> None:
        self._frame = frame = card()
        frame.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        frame.setFixedWidth(theme().scaled(WIDTH))
        column = QVBoxLayout(frame)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        column.addWidget(Label(tr("Report of the fault"), "heading"))
        column.addWidget(
            TextBlock(
                tr(
                    "It names places in the program and nothing that was typed. Send it to whoever "
                    "looks after Plumbline for you."
                ),
                tone="ink_2",
            )
        )
        column.addWidget(self.text)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.copy, self.save):
            row.addWidget(button)
        row.addWidget(self._told, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.close_it)
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, TOP, 0, 16)
        outer.addWidget(frame, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        outer.addStretch(1)

    def show_over(self) -> None:
        """Cover the window; the focus is on the way out."""
        self._back = QApplication.focusWidget()
        self.setGeometry(self._window.rect())
        layout = self._frame.layout()
        if layout is not None:
            self._frame.setFixedHeight(layout.heightForWidth(self._frame.width()))
        self.show()
        self.raise_()
        self.close_it.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Take it away; the focus goes back where it was."""
        self.hide()
        if self._back is not None and self._back.isVisible():
            self._back.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._report)
        self._told.set_text(tr("Copied"), "ok")

    def _save(self) -> None:
        offered = f"plumbline-fault-{datetime.now():%Y%m%d-%H%M%S}.txt"
        name, _ = QFileDialog.getSaveFileName(
            self._window, tr("Save the report"), offered, tr("Text (*.txt)")
        )
        if name:
            write = partial(self._write, Path(name), self._report.encode("utf-8"))
            jobs.run(
                lambda _progress: write(),
                on_success=lambda _none: self._told.set_text(tr("Saved"), "ok"),
                on_failure=self._refused,
                owner=self,
            )

    def _refused(self, problem: Problem) -> None:
        self._told.set_text(str(problem), "danger")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window when it changes its size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; nothing goes to the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays on the card."""
        able = [self.text, self.copy, self.save, self.close_it]
        here = QApplication.focusWidget()
        at = able.index(here) if here in able else -1
        able[(at + (1 if forward else -1)) % len(able)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a veil in the window's ground."""
        veil = QColor(theme().tokens.bg)
        veil.setAlpha(205)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), veil)
