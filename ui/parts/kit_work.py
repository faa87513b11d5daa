"""What the editor of brand kits does off the GUI thread: it reads, keeps, exports, previews."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from engagements.language import tr
from engagements.problem import Problem
from ui.jobs import Progress
from ui.parts.files import made
from ui.parts.pdf_pages import Picture, document, picture

if TYPE_CHECKING:
    from engagements.records.snapshot import Snapshot
    from report_templates.brand import BrandKit, Fault
    from report_templates.content.report import ReportContent
    from report_templates.drafting import Draft
    from ui.desk import BuildPdf

UNSAVED = ".kit-draft"
"""Ends the name of a file with changes that are not saved, beside the kit they are to."""
PIXELS = 900
"""Width of a page's picture; it is shown smaller."""
SHOWN = "glance"
"""The section that is previewed beside the cover."""
Write = Callable[[Path, bytes], None]


@dataclass(frozen=True)
class Opened:
    """A kit to be looked at or edited: as it is saved, and as it was left.

    One that is not one's ``own`` comes with the program, or is ``kept`` in an engagement.
    """

    name: str
    saved: Draft
    now: Draft
    own: bool
    kept: bool = False


@dataclass(frozen=True)
class Looked:
    """What became of a draft: faults, or warnings with pictures of the cover and a page."""

    faults: tuple[Fault, ...]
    warnings: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()


def opened(folder: Path | None, name: str, *, own: bool) -> Opened:
    """A kit by name, with the changes that are not saved yet; a Problem when it cannot be used."""
    from report_templates.brand import BrandKit
    from report_templates.drafting import Draft

    if not own or folder is None:
        draft = Draft.of(BrandKit.bundled(name), name)
        return Opened(name, draft, draft, own=False)
    saved = Draft.of(_kept(folder, name), name)
    left = folder / f"{name}{UNSAVED}"
    now = Draft.from_bytes(left.read_bytes()) if left.is_file() else None
    return Opened(name, saved, now or saved, own=True)


def kept(data: bytes) -> Opened:
    """A packed kit as an engagement keeps it, to be looked at and copied."""
    from report_templates.brand import BrandKit
    from report_templates.drafting import Draft

    kit = BrandKit.from_bytes(data)
    draft = Draft.of(kit, kit.name)
    return Opened(kit.name, draft, draft, own=False, kept=True)


def _place(folder: Path, name: str) -> Path:
    from report_templates import shelf

    return folder / f"{name}{shelf.SUFFIX}"


def _kept(folder: Path, name: str) -> BrandKit:
    from report_templates import shelf

    return shelf.take_in(_place(folder, name))


def save(draft: Draft, before: str, folder: Path, write: Write) -> Opened:
    """Keep a kit under its name in place of ``before``; a Problem says what is in the way."""
    from report_templates import shelf
    from report_templates.drafting import Draft

    kit, faults = draft.checked()
    if kit is None:
        raise Problem(tr("Put right first what is marked."), " ".join(map(str, faults)))
    target = shelf.place_of(folder, kit)
    name = target.name.removesuffix(shelf.SUFFIX)
    if name != before and _taken(folder, name):
        raise Problem(tr("There is a kit called {name} already.", name=name))
    made(folder)
    named = Draft(name, draft.fields, draft.files)
    kit, _ = named.checked()
    assert kit is not None
    write(target, kit.to_bytes())
    gone = [folder / f"{before}{UNSAVED}"]
    if name.casefold() != before.casefold():
        gone.append(_place(folder, before))
    for path in gone:
        path.unlink(missing_ok=True)
    return Opened(name, named, named, own=True)


def _taken(folder: Path, name: str) -> bool:
    from report_templates import shelf

    known = (one.name.removesuffix(shelf.SUFFIX) for one in folder.glob(f"*{shelf.SUFFIX}"))
    return name.casefold() in {one.casefold() for one in known}


def duplicate(draft: Draft, folder: Path, write: Write) -> Opened:
    """Keep a copy under a name that is free, "meridian 2"; it is a kit of one's own."""
    from report_templates import shelf
    from report_templates.drafting import Draft

    stem = draft.name[: shelf.MOST_NAME - 4]
    free = (f"{stem} {n}" for n in range(2, 1000))
    name = next(one for one in free if not _taken(folder, one))
    return save(Draft(name, draft.fields, draft.files), name, folder, write)


def leave(now: Draft, name: str, folder: Path, write: Write) -> None:
    """Keep changes that are not saved, right or not, for the next time the kit is opened."""
    made(folder)
    write(folder / f"{name}{UNSAVED}", now.to_bytes())


def forget(name: str, folder: Path) -> None:
    """Let changes go that were not saved."""
    (folder / f"{name}{UNSAVED}").unlink(missing_ok=True)


def export_file(draft: Draft, target: Path, write: Write) -> None:
    """Write a kit as one .zip file, whole or not at all."""
    write(target, _right(draft).to_bytes())


def export_folder(draft: Draft, parent: Path, write: Write) -> Path:
    """Write a kit as a new folder in ``parent``; a Problem when there is one of its name."""
    from report_templates import shelf

    kit = _right(draft)
    target = parent / shelf.stem(draft.name)
    try:
        target.mkdir()
        for path, data in kit.files.items():
            place = target / path
            place.parent.mkdir(parents=True, exist_ok=True)
            write(place, data)
    except FileExistsError as error:
        raise Problem(
            tr("{path} is there already.", path=target), tr("Choose another folder.")
        ) from error
    except OSError as error:
        raise Problem(
            tr("{name} could not be written.", name=target), str(error.strerror or "")
        ) from error
    return target


def _right(draft: Draft) -> BrandKit:
    kit, faults = draft.checked()
    if kit is None:
        raise Problem(tr("Put right first what is marked."), " ".join(map(str, faults)))
    return kit


def look(progress: Progress, draft: Draft, snapshot: Snapshot | None, build: BuildPdf) -> Looked:
    """Check a draft and draw its cover and a page, of the engagement or else of the sample."""
    kit, faults = draft.checked()
    if kit is None:
        return Looked(faults)
    progress.check()
    content = _content(snapshot or _sample(), kit.brand.language)
    progress.check()
    pdf = build(content, kit.to_bytes(), progress.say, lambda: progress.cancelled)
    progress.check()
    with document(pdf) as pages:
        count = min(len(pages), 2)
    return Looked((), kit.warnings, tuple(picture(pdf, n, PIXELS) for n in range(count)))


def _content(snapshot: Snapshot, language: str) -> ReportContent:
    """A report of the cover and one section."""
    from report_templates.content import report
    from report_templates.words import languages

    spoken = language if language in languages() else None
    whole = report.of(snapshot, issued=date.today(), language=spoken)
    fields = list(report.ReportContent.model_fields.items())
    begin = next(at for at, (name, _) in enumerate(fields) if name == "contents")
    left_out = {name: field.default for name, field in fields[begin:] if name != SHOWN}
    return whole.model_copy(update=left_out)


@cache
def _sample() -> Snapshot:
    """The sample engagement, written once for as long as the program runs."""
    from engagements import reading, sample

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.plumb"
        sample.write(path)
        return reading.read(path)
