"""A desk to sit at: session, folders that may be thrown away, and a PDF that is quick to build."""

import shutil
from datetime import date

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engagements import language, sample
from engagements.casework.case import Case
from engagements.problem import Problem
from tests.ui.windows import windowed
from ui import jobs
from ui.desk import Desk, Fact, Store
from ui.session import Session
from ui.theme import Mode, theme
from ui.theme.fonts import load_fonts

AUTHOR = "tester"
PATIENCE = 40_000
"""Milliseconds after which something that was waited for counts as not happening."""


@pytest.fixture(scope="session")
def qapp(qapp):
    qapp.setStyle("Fusion")
    load_fonts()
    theme().reduce_motion = True
    theme().set_mode(Mode.LIGHT)
    return qapp


class Patient(QtBot):
    """Waits as long as a slow machine may need; only what never comes fails."""

    def waitUntil(self, callback, *, timeout=PATIENCE):  # noqa: N802
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=PATIENCE, **given):  # noqa: N802
        return super().waitSignal(signal, timeout=timeout, **given)


@pytest.fixture
def qtbot(qapp, request):
    return Patient(request)


@pytest.fixture
def _german():
    """The window speaks German."""
    language.speak("de")
    yield
    language.speak("en")


@pytest.fixture(autouse=True)
def _drained(qapp):
    yield
    theme().set_scale(100)
    theme().set_mode(Mode.LIGHT)
    jobs.drain()
    QApplication.processEvents()


class Bench:
    """What the roof lends a page; ``fail`` makes the next build fail in words or as a Problem."""

    def __init__(self):
        self.built = []
        self.sections = []
        self.fail = None
        self.hold = None

    def build_pdf(self, content, kit, progress, cancelled):
        progress(0, 3, "Laying out")
        self.built.append((content, kit))
        if self.hold is not None:
            self.hold(cancelled)
        progress(1, 3, "Drawing pages")
        if self.fail:
            raise self.fail if isinstance(self.fail, Problem) else Problem(*self.fail)
        return small_pdf(content)

    def build_word(self, content, kit, progress, cancelled):
        return b"word " + self.build_pdf(content, kit, progress, cancelled)

    def build_section(self, content, kit, key, pages, cancelled):
        self.sections.append((content, key, pages))
        return black_pdf()

    @staticmethod
    def write_file(target, data):
        if not target.parent.is_dir():
            raise Problem(f"The folder {target.parent} is not there.", "Choose another.")
        target.write_bytes(data)


def black_pdf() -> bytes:
    """One black page."""
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842))
    canvas.rect(0, 0, 595, 842, fill=1)
    canvas.save()
    return stream.getvalue()


def small_pdf(content) -> bytes:
    """Three pages with a heading each."""
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842))
    kind = getattr(content, "profile", content.kind)
    for number in range(3):
        canvas.drawString(72, 700, f"{number + 1} {kind} {content.version}")
        canvas.bookmarkPage(f"p{number}")
        canvas.addOutlineEntry(f"{number} Executive summary" if number else "Cover", f"p{number}")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.fixture
def bench():
    return Bench()


@pytest.fixture
def session(qtbot):
    one = Session()
    yield one
    if one.case is not None:
        with qtbot.waitSignal(one.case_changed):
            one.close()


@pytest.fixture
def desk(tmp_path, session, bench):
    folder = tmp_path / "Plumbline"
    folder.mkdir()
    return Desk(
        session=session,
        author=AUTHOR,
        engagements=folder,
        index=tmp_path / "library.db",
        settings=QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat),
        build_pdf=bench.build_pdf,
        build_word=bench.build_word,
        build_section=bench.build_section,
        write_file=bench.write_file,
        store=Store(
            logs=tmp_path / "logs",
            kits=tmp_path / "kits",
            backups=tmp_path / "backups",
            examine=lambda: [Fact("Plumbline", "0.1.0"), Fact("Qt", "none", False, "Run it.")],
        ),
    )


@pytest.fixture(scope="session")
def _sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "halden.plumb"
    sample.write(path)
    return path


@pytest.fixture
def sample_file(_sample, desk):
    """The sample engagement in the desk's folder."""
    target = desk.engagements / "Halden Freight.plumb"
    shutil.copyfile(_sample, target)
    return target


@pytest.fixture
def make_file(desk):
    """Make an engagement file in the desk's folder, to begin before the sample's next interview."""

    def make(client, **fields):
        fields.setdefault("starts", date(2026, 11, 24))
        path = desk.engagements / f"{client}.plumb"
        Case.create(path, client=client, author=AUTHOR, **fields).close()
        return path

    return make


@pytest.fixture
def opened(session, sample_file, qtbot):
    """The session with the sample open."""
    with qtbot.waitSignal(session.case_changed):
        session.open(lambda: Case.open(sample_file, author=AUTHOR), sample_file)
    return session


@pytest.fixture
def window(desk, opened, qtbot):
    """The whole window with the sample open."""
    return windowed(desk, qtbot)
