"""What pages are made of is loaded before they are shown, one module after the other."""

import json
import os
import subprocess
import sys
from types import SimpleNamespace

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from app.desktop import Desktop
from ui import ahead
from ui.ahead import needed
from ui.pages import PLACES

PROGRAM = """
import json, sys
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from ui import ahead
from ui.pages import PLACES

wanted = [place.module for place in PLACES]
names, early = [], []
for name in ahead.in_order(wanted):
    there = {*sys.modules, *names}
    early += [
        (name, one)
        for one in ahead.needed(name)
        if one.partition(".")[0] in ahead.ENTERED and one not in there
    ]
    names.append(name)
unread = [name for name in wanted if name in sys.modules]
ahead.EVERY_MS = 0
app = QApplication([])
loading = ahead.Ahead(wanted, QObject())
loading.start()
while not loading.is_done:
    app.processEvents()
heavy = {"reportlab", "matplotlib", "numpy", "docx", "pikepdf", "pypdfium2", "openpyxl"}
missing = [name for name in wanted if name not in sys.modules]
print(json.dumps([len(names), early, unread, missing, sorted(heavy & set(sys.modules))]))
"""


def test_every_page_is_loaded_what_it_needs_first_and_nothing_heavy():
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=dict(os.environ),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    count, early, unread, missing, heavy = json.loads(done.stdout)
    assert count > len(PLACES)
    assert early == []  # each came after what it needs
    assert unread == []  # to know the order, nothing is loaded
    assert missing == []
    assert heavy == []


def test_what_only_a_checker_reads_is_not_needed():
    found = needed("ui.report.making")
    assert "ui.report.gathering" in found
    assert "pypdfium2" not in found
    assert "report_templates.brand" not in found  # within functions, too


def test_a_module_that_is_missing_is_left_to_whoever_opens_its_page(monkeypatch, qapp):
    asked = []

    def failing(name):
        asked.append(name)
        raise ImportError(name)

    monkeypatch.setattr(ahead, "import_module", failing)
    monkeypatch.setattr(ahead, "in_order", iter)
    loading = ahead.Ahead(["ui.one", "ui.two"], QObject())
    loading.start()
    for _ in range(3):
        loading._load()
    assert asked == ["ui.one", "ui.two"]
    assert loading.is_done


def test_while_somebody_types_nothing_is_loaded(monkeypatch, qapp, qtbot):
    asked, window = [], QObject()
    monkeypatch.setattr(ahead, "import_module", asked.append)
    monkeypatch.setattr(ahead, "in_order", iter)
    monkeypatch.setattr(ahead, "CALM_MS", 3_600_000)
    loading = ahead.Ahead(["ui.one", "ui.two"], window)
    loading.start()
    qtbot.waitUntil(lambda: asked == ["ui.one"])
    QApplication.sendEvent(window, QEvent(QEvent.Type.KeyPress))
    assert loading._timer.remainingTime() > 3_000_000
    monkeypatch.setattr(ahead, "CALM_MS", 0)
    QApplication.sendEvent(window, QEvent(QEvent.Type.MouseButtonPress))
    qtbot.waitUntil(lambda: loading.is_done)
    assert asked == ["ui.one", "ui.two"]


def test_the_program_loads_every_page_ahead(monkeypatch):
    asked = []

    def begun(modules, window, _parent):
        asked.extend([*modules, window])
        return SimpleNamespace(start=lambda: asked.append("started"))

    monkeypatch.setattr(ahead, "Ahead", begun)
    window = SimpleNamespace(places=lambda: PLACES, windowHandle=lambda: "handle")
    Desktop._load_ahead(SimpleNamespace(window=window))
    assert asked == [*(place.module for place in PLACES), "handle", "started"]
