"""Does what was chosen for an engagement of the list: copies, archives, deletes, brings back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from engagements.language import tr
from ui import jobs
from ui.parts.files import free_path

if TYPE_CHECKING:
    from engagements.casework.case import Case
    from engagements.recycling import Recycled
    from ui.desk import Desk
    from ui.home.rows import Row


@dataclass(frozen=True)
class Undo:
    """What takes a deed back, and the words for the deed: "deleting Alba"."""

    what: str
    act: Callable[[], None]


class Shelf(QObject):
    """Everything slow happens in jobs, or on the writer's thread when the engagement is open."""

    told = Signal(str, object)
    """What happened, and its Undo (or None)."""
    refused = Signal(object)
    """A Problem."""
    moved = Signal(object)
    """Files have changed; the path that is to be selected when it is listed, or None."""
    forgotten = Signal(object)
    """The path of a file to be taken off the list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._session = desk, desk.session
        self.folder = desk.engagements

    def duplicate(self, row: Row) -> None:
        """Make a copy as a file of its own."""
        from engagements.casework import shelving

        target = free_path(self.folder, tr("{name} (copy)", name=row.path.stem))
        author = self._desk.author

        def done(_result: Any) -> None:
            self.moved.emit(target)
            self.told.emit(
                tr("{name} was copied to {file}.", name=row.name, file=target.name), None
            )

        self._with(row.path, partial(_copied, shelving.duplicate, target, author), done, reads=True)

    def archive(self, row: Row) -> None:
        """Put an engagement among the archived ones."""
        from engagements.casework import shelving

        words = tr("{name} is archived.", name=row.name)
        undo = Undo(tr("archiving {name}", name=row.name), partial(self.unarchive, row))
        self._set(row, shelving.archive, words, undo)

    def unarchive(self, row: Row) -> None:
        """Take it out again."""
        from engagements.casework import shelving

        self._set(row, shelving.unarchive, tr("{name} is out of the archive.", name=row.name), None)

    def deliver(self, row: Row) -> None:
        """Say that an engagement is delivered."""
        from engagements.casework import shelving

        words = tr("{name} is delivered.", name=row.name)
        undo = Undo(tr("delivering {name}", name=row.name), partial(self.reopen, row))
        self._set(row, shelving.deliver, words, undo)

    def reopen(self, row: Row) -> None:
        """Go on with one that is delivered."""
        from engagements.casework import shelving

        words = tr("{name} is open again.", name=row.name)
        undo = Undo(tr("reopening {name}", name=row.name), partial(self.deliver, row))
        self._set(row, shelving.reopen, words, undo)

    def _set(self, row: Row, use_case: Callable[..., Any], words: str, undo: Undo | None) -> None:
        def done(_result: Any) -> None:
            self.moved.emit(row.path)
            self.told.emit(words, undo)

        self._with(row.path, use_case, done)

    def delete(self, row: Row) -> None:
        """Move the file to the deleted ones; an engagement that is open here is closed first."""
        case = self._session.case
        if self._session.path == row.path and case is not None:
            if case.file.encrypted:  # once it is closed nobody is to read whose it is
                row = replace(row, client="")
            self._session.close(on_done=partial(self._delete, row))
        else:
            self._delete(row)

    def _delete(self, row: Row) -> None:
        folder, path = self.folder, row.path

        def work(_progress: jobs.Progress) -> Recycled:
            from engagements import recycling

            return recycling.recycle(path, folder, datetime.now())

        def done(found: Recycled) -> None:
            self.moved.emit(None)
            words = tr("{name} was moved to the deleted engagements.", name=row.name)
            back = partial(self._bring_back, found, row.name)
            self.told.emit(words, Undo(tr("deleting {name}", name=row.name), back))

        self._run(work, done)

    def bring_back(self, row: Row) -> None:
        """Move a deleted file back to where it was."""
        if row.deleted is not None:
            self._bring_back(row.deleted, row.name)

    def _bring_back(self, found: Recycled, name: str) -> None:
        folder = self.folder

        def work(_progress: jobs.Progress) -> Path:
            from engagements import recycling

            return recycling.bring_back(found, folder)

        def done(path: Path) -> None:
            self.moved.emit(path)
            self.told.emit(tr("{name} is back.", name=name), None)

        self._run(work, done)

    def forget(self, row: Row) -> None:
        """Take a file from elsewhere off the list; it stays where it is."""
        self.forgotten.emit(row.path)
        self.told.emit(tr("{name} is off the list.", name=row.name), None)

    def restore(self, row: Row, backup: Path) -> None:
        """Put a sound copy in the place of a damaged file."""
        folder, path = self.folder, row.path

        def work(_progress: jobs.Progress) -> None:
            from engagements import recycling

            recycling.restore(path, backup, folder, datetime.now())

        def done(_none: object) -> None:
            self.moved.emit(path)
            words = tr(
                "{name} is restored; the damaged file is kept among the deleted ones.",
                name=row.name,
            )
            self.told.emit(words, None)

        self._run(work, done)

    def _with(
        self,
        path: Path,
        use_case: Callable[[Case], Any],
        on_done: Callable[[Any], None],
        *,
        reads: bool = False,
    ) -> None:
        """Run a use case on a file: the open one, else opened for it alone."""
        session, author = self._session, self._desk.author
        if session.path == path and session.case is not None:
            session.do(
                use_case, on_done=on_done, on_failed=self.refused.emit, owner=self, reads=reads
            )
            return

        def work(_progress: jobs.Progress) -> Any:
            from engagements.casework.case import Case

            case = Case.open(path, author=author, read_only=reads)
            try:
                return use_case(case)
            finally:
                case.close()

        self._run(work, on_done)

    def _run(self, work: Callable[[jobs.Progress], Any], on_success: Callable[[Any], None]) -> None:
        jobs.run(work, on_success=on_success, on_failure=self.refused.emit, owner=self)


def _copied(duplicate: Callable[..., Any], target: Path, author: str, case: Case) -> Any:
    """``duplicate`` with the case first, as a session hands it over."""
    return duplicate(case, target, author=author)
