"""The program in a process of its own: what it has loaded when, and that it starts and ends."""

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from app import desktop
from app.cli import cli
from app.places import Places
from engagements.casework.case import Case
from engagements.file import surface
from tests.alone import answer_of

PROBE = """
import json, sys
from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QTimer
from ui import main_window

told = {}
FIRST = main_window.MainWindow.paintEvent

def first(self, event):
    FIRST(self, event)
    told.setdefault("first", sorted(sys.modules))
    told.setdefault("enumerations", "Qt" in vars(QtCore))

main_window.MainWindow.paintEvent = first
from app import desktop

KEPT = desktop.Desktop._show_home

def fill(self):
    KEPT(self)
    page = self.window.page("home")
    page.presenter.listed.connect(lambda _found: QTimer.singleShot(0, listed))
    window.append(self.window)

def listed():
    told["home"] = sorted(sys.modules)
    told["dear"] = [one for one in ("QStyle", "QFileDialog") if one in vars(QtWidgets)]
    QTimer.singleShot(2 * desktop.LATER_MS, end)

def end():
    from ui.parts.spelling import spelling
    from engagements.file import surface
    told["spelling"] = spelling().choice()
    told["surface"] = surface.own
    told["title"] = window[0].windowTitle()
    told["message"] = window[0].message.words()
    window[0].close()

window = []
desktop.Desktop._show_home = fill
status = desktop.main(sys.argv[1:])
print(json.dumps(told))
sys.exit(status)
"""
LATER = {"pydantic", "sqlite_utils", "sqlcipher3", "click", "platformdirs"}
HEAVY = {"matplotlib", "numpy", "reportlab", "docx", "pikepdf", "pypdfium2", "PIL", "fontTools"} | {
    "simplemma",
    "xlsxwriter",
    "openpyxl",
    "icalendar",
}


@pytest.fixture
def started(tmp_path):
    def start(*arguments):
        return answer_of(PROBE, *arguments, home=tmp_path, options=("-W", "error"))

    return start


def test_the_window_paints_before_anything_heavy_is_loaded(started):
    told = started()
    assert not (LATER | HEAVY) & set(told["first"])
    assert not HEAVY & set(told["home"])
    assert not told["enumerations"]  # their classes take as long as the window itself
    assert told["dear"] == []
    assert told["title"].endswith("Plumbline")
    assert told["spelling"] == "window"
    assert told["surface"] == surface.WINDOW


def test_a_file_named_instead_of_a_command_opens_the_window(monkeypatch):
    given = []
    monkeypatch.setattr(desktop, "main", lambda arguments: given.append(arguments) or 0)
    result = CliRunner().invoke(cli, ["some/where/halden.plumb"])
    assert result.exit_code == 0
    assert given == [["some/where/halden.plumb"]]


def test_home_lists_what_lies_in_the_folder_without_the_heavy_parts(started, tmp_path):
    places = Places.under(tmp_path).ready()
    Case.create(places.engagements / "Alba.plumb", client="Alba", author="a").close()
    told = started()
    assert not HEAVY & set(told["home"])


def test_after_two_starts_that_never_rested_the_next_is_a_safe_one(started, tmp_path):
    places = Places.under(tmp_path).ready()
    assert started()["message"] == ""
    places.starting.write_text("2")
    assert started()["message"].startswith("Plumbline is in safe mode. It ended twice")
    assert not places.starting.exists()
    assert started()["message"] == ""


def test_safe_mode_is_there_for_the_asking(started):
    told = started("--safe")
    assert told["message"].startswith("Plumbline is in safe mode. Theme")


def test_the_command_line_passes_safe_mode_on(monkeypatch):
    given = []
    monkeypatch.setattr(desktop, "main", lambda arguments: given.append(arguments) or 0)
    for arguments in (["--safe"], ["--safe", "halden.plumb"], []):
        assert CliRunner().invoke(cli, arguments).exit_code == 0
    assert given == [["--safe"], ["--safe", "halden.plumb"], []]


BROKEN = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app import desktop
from ui import main_window
from ui.theme import fonts

def refuse(*_given):
    raise RuntimeError("no rail")

{what} = refuse
QTimer.singleShot(0, lambda: QTimer.singleShot(4_000, QApplication.closeAllWindows))
sys.exit(desktop.main([]))
"""


def broken(what, folder):
    """Start with a part that fails; the exit status."""
    done = subprocess.run(
        [sys.executable, "-c", BROKEN.format(what=what)],
        env=os.environ | {"PLUMBLINE_HOME": str(folder)},
        capture_output=True,
        timeout=60,
        check=False,
    )
    return done.returncode


@pytest.mark.parametrize("what", ["main_window.MainWindow.furnish", "fonts.load_fonts"])
def test_a_window_that_cannot_be_furnished_is_not_left_empty(what, tmp_path):
    assert broken(what, tmp_path) == desktop.FAULT
    places = Places.under(tmp_path)
    report = next(places.logs.glob("fault-*.txt")).read_text()
    assert "RuntimeError" in report
    assert "no rail" not in report
    assert places.starting.read_text() == "1"


def test_a_step_that_fails_stops_neither_the_next_nor_the_log(tmp_path):
    assert broken("desktop.Desktop._show_home", tmp_path) == 0
    assert Places.under(tmp_path).log.exists()
