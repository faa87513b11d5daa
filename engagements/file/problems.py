"""What can go wrong with an engagement file, each in words of its own."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from engagements.file.sqlite import Error, errorname
from engagements.language import mark, tr
from engagements.problem import Problem

COPY_AGAIN = mark(
    "If this is a copy, copy it again while the engagement is closed, or use Save a copy."
)
FROM_BACKUP = mark("If it is the original, open its newest backup.")


class FileProblem(Problem):
    """Something about one engagement file; nothing in it was changed."""


class NotFound(FileProblem):
    """There is no file of this name."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("{path} is not there.", path=path.name),
            tr("Look for it in {parent}.", parent=path.absolute().parent),
        )


class Gone(FileProblem):
    """The open file was moved, removed or replaced by another program."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr(
                "{path} is no longer in {parent}, so nothing was changed.",
                path=path.name,
                parent=path.parent,
            ),
            tr("Put it back there and try again, or keep everything elsewhere with Save a copy."),
        )


class AlreadyThere(FileProblem):
    """A new engagement would replace an existing file."""

    def __init__(self, path: Path) -> None:
        super().__init__(tr("{path} already exists.", path=path.name), tr("Choose another name."))


class EmptyFile(FileProblem):
    """A file of 0 bytes."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("{path} is empty (0 bytes).", path=path.name), f"{tr(COPY_AGAIN)} {tr(FROM_BACKUP)}"
        )


class NotAnEngagement(FileProblem):
    """Another kind of file, or another program's database."""

    def __init__(self, path: Path, what: str = mark("not a Plumbline engagement")) -> None:
        super().__init__(
            tr("{path} is {what}.", path=path.name, what=tr(what)),
            tr("Choose a file that ends in .plumb."),
        )


class NewerFormat(FileProblem):
    """Written by a newer version of the program."""

    def __init__(self, path: Path, version: int, ours: int) -> None:
        super().__init__(
            tr(
                "{path} was written by a newer Plumbline (format {version}, "
                "this one knows {ours}).",
                path=path.name,
                version=version,
                ours=ours,
            ),
            tr("Update Plumbline to open it."),
        )


class NeedsPassphrase(FileProblem):
    """Looks encrypted, and no passphrase was given."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("{path} needs a passphrase, or is not a Plumbline engagement.", path=path.name),
            tr("Give the passphrase it was created with."),
        )


class WrongPassphrase(FileProblem):
    """The passphrase fits no page of the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("The passphrase does not open {path}.", path=path.name),
            tr(
                "Check capitals and keyboard layout. If it is surely right, the start of the file "
                "may be damaged: copy it again, or open its newest backup."
            ),
        )


class Damaged(FileProblem):
    """The content contradicts itself; ``findings`` says where, for a log or ``check``."""

    def __init__(self, path: Path, *findings: str) -> None:
        super().__init__(
            tr("{path} is damaged or was copied while it was being written.", path=path.name),
            f"{tr(COPY_AGAIN)} {tr(FROM_BACKUP)}",
        )
        self.findings = findings


class Truncated(Damaged):
    """Shorter than it says it is."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "the file is shorter than it says")
        self.title = tr("{path} is incomplete: its end is missing.", path=path.name)


class Tampered(FileProblem):
    """Another program added or changed tables, views or triggers."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("{path} was changed by another program and is not opened.", path=path.name),
            tr("Open its newest backup."),
        )


class Leftover(FileProblem):
    """A side file of another database, or of an older copy, lies beside it."""

    def __init__(self, path: Path, side: Path) -> None:
        super().__init__(
            tr(
                "{side} lies beside {path} and does not belong to it.",
                side=side.name,
                path=path.name,
            ),
            tr("Move {side} to another folder, then open again.", side=side.name),
        )


class Interrupted(FileProblem):
    """The last write was cut off and can only be taken back where writing is possible."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr(
                "{path} was last closed in the middle of a write, and its folder is read-only.",
                path=path.name,
            ),
            tr("Copy it together with its -journal file to a folder you can write to."),
        )


class AlreadyOpen(FileProblem):
    """Somebody else has it open; ``since`` in words, empty when unknown."""

    def __init__(self, path: Path, where: str = "") -> None:
        known = where or tr("elsewhere")
        super().__init__(
            tr("{path} is open {known}.", path=path.name, known=known),
            tr("Close it there first, then open it again."),
        )
        self.where = where


class CannotRead(FileProblem):
    """The system refuses to read, or the medium fails."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("{path} cannot be read.", path=path.name),
            tr("Check the drive and your permissions."),
        )


class CannotWrite(FileProblem):
    """The system refuses to write."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("{path} cannot be written, so nothing was changed.", path=path.name),
            tr("Check that the drive is there and not read-only, and that you may write to it."),
        )


class NoSpace(FileProblem):
    """The drive is full."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("There is no space left for {path}, so nothing was changed.", path=path.name),
            tr("Free some space on its drive, then try again."),
        )


class OpenedForReading(FileProblem):
    """A change was asked of an engagement that was opened only to be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("{path} is open for reading only.", path=path.name), tr("Open it for writing.")
        )


class NotKept(FileProblem):
    """A value that the file cannot hold as it is."""


class AttachmentDamaged(FileProblem):
    """An attachment's bytes are no longer the ones that were attached."""

    def __init__(self, path: Path, sha256: str) -> None:
        super().__init__(
            tr("An attachment in {path} is damaged.", path=path.name),
            tr("Attach the document again, or open the newest backup."),
        )
        self.sha256 = sha256


class AttachmentTooLarge(FileProblem):
    """Over the size that is attached without asking; ``ask`` is False above the limit."""

    def __init__(self, name: str, size: int, *, ask: bool) -> None:
        shown = f"{size / 1_000_000:,.0f} MB"
        advice = (
            tr("Attach it all the same? The engagement file grows by as much.")
            if ask
            else tr("Attach a part of it, or keep a link.")
        )
        super().__init__(tr("{name} is larger than {shown}.", name=name, shown=shown), advice)
        self.ask = ask


class AttachmentUnreadable(FileProblem):
    """The source failed, changed, or ended early while it was being copied in."""

    def __init__(self, name: str) -> None:
        super().__init__(
            tr("{name} could not be read to its end and was not attached.", name=name),
            tr("Check that it is not being changed by another program, then attach it again."),
        )


class Cancelled(FileProblem):
    """The user stopped a long step; it left no trace."""

    def __init__(self) -> None:
        super().__init__(tr("Stopped."), tr("Nothing was changed."))


def heed(cancelled: Callable[[], bool] | None) -> None:
    """Between two steps: stop when the user asked to."""
    if cancelled is not None and cancelled():
        raise Cancelled


_SPACE = ("SQLITE_FULL",)
_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL")
_CONTENT = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
_PLACE = ("SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")


def problem_of(error: BaseException, path: Path) -> Problem | None:
    """The words for what SQLite reported while writing; None when it is a bug of ours."""
    name = errorname(error)
    if name.startswith(_SPACE):
        return NoSpace(path)
    if name.startswith(_BUSY):
        return AlreadyOpen(path)
    if name.startswith(_CONTENT):
        return Damaged(path, str(error))
    return CannotWrite(path) if name.startswith(_PLACE) else None


@contextmanager
def worded(path: Path) -> Generator[None]:
    """Turn what SQLite and the system report about ``path`` into a Problem that names it."""
    try:
        yield
    except (Error, UnicodeDecodeError) as error:
        problem = problem_of(error, path)
        if problem is None:
            raise
        raise problem from error
