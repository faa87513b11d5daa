"""What is reviewed before a report goes out: its sentences and the comments on it, in sheets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog

from engagements.language import tr
from ui.page import Keys
from ui.report.commenting import Commenting
from ui.report.comments import CommentSheet
from ui.report.rewriting import Rewriting
from ui.report.wordings import WordingSheet

if TYPE_CHECKING:
    from ui.report.page import ReportPage

EXCEL = "Excel (*.xlsx)"
WORDINGS, COMMENTS = "Ctrl+R", "Ctrl+M"


class Reviewing(QObject):
    """Opens the two sheets, and asks where a comment sheet goes to and comes from."""

    def __init__(self, page: ReportPage) -> None:
        super().__init__(page)
        self._page = page
        self.rewriting = Rewriting(page.desk, page.presenter, self)
        self.commenting = Commenting(page.desk, page.presenter, self)
        self.wordings = WordingSheet(page, self.rewriting)
        self.comments = CommentSheet(page, self.commenting)
        page.outcome.wordings.clicked.connect(self.open_wordings)
        page.outcome.comments.clicked.connect(self.open_comments)
        self.comments.sends.connect(self.send)
        self.comments.takes.connect(self.take)
        self.comments.shows.connect(self._show_page)
        self.comments.new.clicked.connect(lambda: self.commenting.add(self._read_page()))
        self.commenting.told.connect(
            lambda name, words: self.comments.note(tr("{name}: {words}", name=name, words=words))
        )
        self.commenting.written.connect(
            lambda target: self.comments.note(tr("Written to {target}", target=target))
        )
        self.rewriting.refused.connect(page.say)
        self.commenting.refused.connect(page.say)
        page.session.changed.connect(self._follow)
        page.session.case_changed.connect(self._forget)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, act in ((WORDINGS, self.open_wordings), (COMMENTS, self.open_comments)):
            QShortcut(QKeySequence(key), page, context=context).activated.connect(act)

    def keys(self) -> Sequence[Keys]:
        """The keys of the sheets."""
        return (
            Keys((WORDINGS,), tr("rewrite sentences")),
            Keys((COMMENTS,), tr("comments on the draft")),
        )

    def hints(self) -> Sequence[Keys]:
        """What holds in a sheet, while one is open."""
        if self.wordings.isVisible():
            return (Keys(("Enter",), tr("write, keep")), Keys(("Esc",), tr("close")))
        if self.comments.isVisible():
            return (
                Keys(("Enter",), tr("answer")),
                Keys(("Ctrl+Enter",), tr("keep")),
                Keys(("Del",), tr("take out")),
                Keys(("Ctrl+N",), tr("new comment")),
            )
        return ()

    def go(self, key: str) -> bool:
        """Open what a check names, at what is to be done; False when it names none of these."""
        if key == "wordings":
            self.open_wordings(late=True)
        elif key == "comments":
            self.open_comments(still=True)
        return key in ("wordings", "comments")

    def open_wordings(self, *_clicked: object, late: bool = False) -> None:
        """Show the sentences that may be rewritten."""
        if self._page.session.snapshot is not None:
            self.wordings.open(late=late)

    def open_comments(self, *_clicked: object, still: bool = False) -> None:
        """Show the comments on the draft."""
        if self._page.session.snapshot is not None and self.comments.isHidden():
            self.comments.open(still=still)

    def show_comment(self, key: str) -> None:
        """Show one comment."""
        if self._page.session.snapshot is not None:
            self.wordings.dismiss()
            self.comments.open_at(key)

    def show_sentence(self, slot: str) -> None:
        """Show one sentence that may be rewritten."""
        if self._page.session.snapshot is not None:
            self.comments.dismiss()
            self.wordings.open_at(slot)

    def send(self) -> None:
        """Ask where the comment sheet goes, then write it."""
        if self._page.session.snapshot is None:
            return
        self.open_comments()
        proposed = self._page.going.proposed(draft=True)
        words = tr("{name}, comments", name=proposed.name.removesuffix(".pdf"))
        proposed = proposed.with_name(f"{words}.xlsx")
        name, _ = QFileDialog.getSaveFileName(
            self._page.window(), tr("Send out the comment sheet"), str(proposed), EXCEL
        )
        if name:
            target = Path(name if name.lower().endswith(".xlsx") else f"{name}.xlsx")
            self.commenting.write(target)

    def take(self) -> None:
        """Ask for the sheet that came back, then take it in."""
        if self._page.session.snapshot is None:
            return
        self.open_comments()
        folder = self._page.going.proposed(draft=True).parent
        name, _ = QFileDialog.getOpenFileName(
            self._page.window(), tr("Take in a comment sheet"), str(folder), EXCEL
        )
        if name:
            self.commenting.take(Path(name))

    def _read_page(self) -> int:
        """The page that is read, from 1."""
        return int(self._page.place().partition(" ")[0]) + 1

    def _show_page(self, page: int) -> None:
        self._page.turn_to(page - 1)
        self._page.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, _change: object) -> None:
        if self.comments.isVisible():
            self.comments.show_snapshot(self.commenting.snapshot)

    def _forget(self) -> None:
        self.wordings.dismiss()
        self.comments.dismiss()
