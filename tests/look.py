"""Every screen and every page as a picture, to be looked at: ``python -m tests.look``.

Screens go to ``out/look/ui`` (light and dark, two window sizes), the pages of the sample's report
to ``out/look/report`` (every bundled brand kit).
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from app import whole_file, worker_client
from engagements import reading, sample
from engagements.casework.case import Case
from engagements.records import Interview
from ui import jobs
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.session import Session
from ui.theme import Mode, theme
from ui.theme.fonts import load_fonts

OUT = Path("out/look")
SIZES = ((1440, 900), (1280, 800))
MODES = (Mode.LIGHT, Mode.DARK)
OTHERS = (
    ("Norrvik Energi", "Load forecasting, control room", 2),
    ("Castellan Mutual", "Claims triage, two teams", 3),
    ("Port of Aurel", "Berth planning models", None),
)
DISPUTED = "SRC-1.2"
PATIENCE = 60.0


def settled(ready: Callable[[], bool], what: str) -> None:
    """Let the program run until ``ready``."""
    end = time.monotonic() + PATIENCE
    while not ready():
        if time.monotonic() > end:
            raise AssertionError(f"waited in vain for {what}")
        QApplication.processEvents()
    for _ in range(20):
        QApplication.processEvents()


def resting() -> None:
    """Let the program run until no job is left."""
    settled(lambda: not jobs.pending(), "the jobs to end")


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
        write_file=whole_file.write,
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
    path = OUT / "ui" / f"{name}-{one.width()}x{one.height()}-{mode}.png"
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
        for name in ("home", "interview", "score", "report"):
            one.go(name)
            resting()
            if name == "report":
                view = one.page(name).view  # type: ignore[attr-defined]
                settled(view.has_picture, "the first page")
            keep(one, name)
        interviews(one)
        one.go("home")
        one.show_key_map()
        keep(one, "keys")


def interviews(one: MainWindow) -> None:
    """An open interview at a question that voices answer differently, and the form of a plan."""
    one.go("interview")
    page = one.page("interview")
    presenter = page.presenter  # type: ignore[attr-defined]
    snapshot = one.session.snapshot
    assert snapshot is not None
    asked = [talk for talk in snapshot.of(Interview) if DISPUTED in talk.agenda]
    presenter.open(asked[-1].id, DISPUTED)
    settled(lambda: presenter.interview is not None, "the interview to open")
    keep(one, "asking")
    page.close_interview()  # type: ignore[attr-defined]
    page.plan_new()  # type: ignore[attr-defined]
    keep(one, "plan")


def pages(path: Path) -> None:
    """Every page of the sample's report in every bundled kit."""
    import pypdfium2

    from report_templates.brand import BrandKit, bundled_names
    from report_templates.build import build
    from report_templates.content import report

    content = report.of(reading.read(path), issued=date.today())
    for name in bundled_names():
        pdf = build(content, BrandKit.bundled(name))
        folder = OUT / "report" / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / "report.pdf").write_bytes(pdf)
        document = pypdfium2.PdfDocument(pdf)
        for number in range(len(document)):
            page = document[number]
            page.render(scale=2).to_pil().save(folder / f"{number + 1:02}.png")
            page.close()
        print(folder, len(document), "pages")  # noqa: T201
        document.close()


def main(wanted: list[str]) -> int:
    """Make all pictures, or only those of ``ui`` or ``report``."""
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
