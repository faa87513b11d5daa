"""Every screen and every page as a picture, to be looked at: ``python -m tests.look``.

Screens go to ``out/look/ui`` (light and dark, two window sizes), the pages of the sample's report
to ``out/look/report`` (every bundled brand kit; each profile, the questionnaire and an interview's
record on one sheet each).
``python -m tests.look ui de`` speaks German.
With ``QT_SCALE_FACTOR=1.25`` or ``2`` the screens go to ``out/look/ui-125`` or ``ui-200``.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from app import whole_file, worker_client
from app.desktop import facts
from engagements import language, reading, sample
from engagements.casework.case import Case
from engagements.records import Interview, Person
from report_templates import words
from tests.looks import SCENES
from tests.looks.waiting import resting, settled
from ui import jobs
from ui.desk import Desk, Store
from ui.main_window import MainWindow
from ui.session import Session
from ui.theme import Mode, theme
from ui.theme.fonts import load_fonts

if TYPE_CHECKING:
    from PIL.Image import Image

    from engagements.records.snapshot import Snapshot
    from report_templates.content.printed import Printed

OUT = Path("out/look")
SIZES = ((1440, 900), (1280, 800))
SHEET_SCALE, SHEET_COLUMNS, SHEET_GAP = 0.9, 6, 10
"""Of a sheet of pages: pixels a point, pages in a row, pixels between them."""
MODES = (Mode.LIGHT, Mode.DARK)
OTHERS = (
    ("Norrvik Energi", "Load forecasting, control room", 2),
    ("Castellan Mutual", "Claims triage, two teams", 3),
    ("Port of Aurel", "Berth planning models", None),
)


def filled(folder: Path) -> Path:
    """The sample and a few more engagements in a folder; returns the sample's path."""
    for client, scope, target in OTHERS:
        path = folder / f"{client}.plumb"
        Case.create(path, client=client, scope=scope, target=target, author="look").close()
    path = folder / "Halden Freight.plumb"
    sample.write(path)
    return path


@contextmanager
def window(folder: Path, size: tuple[int, int]) -> Iterator[MainWindow]:
    """The main window on a folder of engagements."""
    desk = Desk(
        session=Session(),
        author="look",
        engagements=folder,
        index=folder / "index.db",
        settings=QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat),
        build_pdf=worker_client.build_pdf,
        build_word=worker_client.build_word,
        write_file=whole_file.write,
        store=Store(folder / "logs", folder / "brands", folder / "backups", facts),
    )
    one = MainWindow(desk)
    one.resize(*size)
    one.show()
    try:
        yield one
    finally:
        one.close()
        settled(lambda: not one.isVisible(), "the window to close")
        one.deleteLater()
        jobs.drain()


def keep(one: MainWindow, name: str) -> None:
    """Take the window's picture."""
    resting()
    mode = "dark" if theme().tokens.dark else "light"
    scale = round(one.devicePixelRatioF() * 100)
    folder = OUT / ("ui" if scale == 100 else f"ui-{scale}")
    spoken = "" if language.spoken() == language.SOURCE else f"-{language.spoken()}"
    path = folder / f"{name}-{one.width()}x{one.height()}-{mode}{spoken}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    one.grab().save(str(path))
    print(path)  # noqa: T201


def screens(folder: Path, path: Path, size: tuple[int, int]) -> None:
    """All screens at one size, in the theme that is on."""
    with tempfile.TemporaryDirectory() as bare, window(Path(bare), size) as one:
        one.go("home")
        keep(one, "empty")
        one.page("home").new()  # type: ignore[attr-defined]
        keep(one, "new")
    with window(folder, size) as one:
        one.go("home")
        resting()
        one.session.open(lambda: Case.open(path, author="look"), path)
        settled(lambda: one.session.snapshot is not None, "the sample to open")
        for scene in SCENES:
            scene(one, partial(keep, one))


def pages(path: Path) -> None:
    """Every page of the sample's report in every bundled kit, and a sheet of each profile."""
    from report_templates.brand import BrandKit, bundled_names
    from report_templates.build import build
    from report_templates.content import report
    from report_templates.profiles import PROFILES

    snapshot = reading.read(path)
    content = report.of(snapshot, issued=date.today())
    for name in bundled_names():
        pdf = build(content, BrandKit.bundled(name))
        folder = OUT / "report" / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / "report.pdf").write_bytes(pdf)
        drawn = list(pictures(pdf, 2))
        for number, picture in enumerate(drawn, start=1):
            picture.save(folder / f"{number:02}.png")
        print(folder, len(drawn), "pages")  # noqa: T201
    for profile, spoken in product(PROFILES, words.languages()):
        said = report.of(snapshot, profile=profile, issued=date.today(), language=spoken)
        keep_sheet(f"{profile}-{spoken}", build(said, BrandKit.bundled()))
    for name, printed in papers(snapshot):
        keep_sheet(name, build(printed, BrandKit.bundled()))


def papers(snapshot: Snapshot) -> Iterator[tuple[str, Printed]]:
    """What interviewees get: a questionnaire for every role, the record of one interview."""
    from report_templates.content import questionnaire, record

    talk = snapshot.of(Interview)[0]
    (person,) = (one for one in snapshot.of(Person) if one.id == talk.people[0])
    today = date.today()
    reply = record.reply_by(talk, today)
    for spoken in words.languages():
        said = questionnaire.of(snapshot, today, language=spoken)
        yield f"questionnaire-{spoken}", said
        told = record.of(snapshot, talk, person, issued=today, reply=reply, language=spoken)
        yield f"record-{spoken}", told


def keep_sheet(name: str, pdf: bytes) -> None:
    """Save all pages of a PDF on one sheet."""
    target = OUT / "report" / f"{name}.png"
    sheet(list(pictures(pdf, SHEET_SCALE))).save(target)
    print(target)  # noqa: T201


def pictures(pdf: bytes, scale: float) -> Iterator[Image]:
    """Each page of a PDF, ``scale`` pixels a point."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield page.render(scale=scale).to_pil()  # pyright: ignore[reportArgumentType]
            page.close()
    finally:
        document.close()


def sheet(drawn: list[Image]) -> Image:
    """Pages side by side, in rows."""
    from PIL.Image import new

    wide, high = drawn[0].width + SHEET_GAP, drawn[0].height + SHEET_GAP
    across = min(SHEET_COLUMNS, len(drawn))
    down = -(-len(drawn) // across)
    whole = new("RGB", (across * wide + SHEET_GAP, down * high + SHEET_GAP), "#8A949B")
    for place, picture in enumerate(drawn):
        row, column = divmod(place, across)
        whole.paste(picture, (SHEET_GAP + column * wide, SHEET_GAP + row * high))
    return whole


def main(wanted: list[str]) -> int:
    """Make all pictures, or only those of ``ui`` or ``report``; a language's code is spoken."""
    for code in set(language.languages()) & set(wanted):
        language.speak(code)
        wanted = [one for one in wanted if one != code]
    with tempfile.TemporaryDirectory(prefix="plumbline-look-") as name:
        folder = Path(name)
        path = filled(folder)
        if not wanted or "report" in wanted:
            pages(path)
        if not wanted or "ui" in wanted:
            app = QApplication(sys.argv[:1])
            app.setStyle("Fusion")
            load_fonts()
            theme().reduce_motion = True
            for mode in MODES:
                theme().set_mode(mode)
                for size in SIZES:
                    screens(folder, path, size)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
