"""What pages are made of is loaded before they are shown, one module after the other."""

from types import SimpleNamespace

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from app import desktop
from tests.alone import answer_of
from ui import ahead
from ui.pages import PLACES

PROGRAM = """
import json, sys
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from ui import ahead
from ui.pages import PLACES

wanted = [place.module for place in PLACES]
before, ours = set(sys.modules), ("engagements", "report_templates", "ui")
names, early = [], []
for name in ahead.in_order(wanted):
    there = {*before, *names}
    early += [
        (name, one)
        for one in ahead.needed(name)
        if one.partition(".")[0] in ours and one not in there
    ]
    names.append(name)
read = [
    name for name in set(sys.modules) - before if name.partition(".")[0] in ahead.ENTERED
]
ahead.EVERY_MS = 0
app = QApplication([])
loading = ahead.Ahead(wanted, QObject())
loading.start()
while not loading.is_done:
    app.processEvents()
heavy = {"reportlab", "matplotlib", "numpy", "docx", "pikepdf", "pypdfium2", "openpyxl"}
missing = [name for name in wanted if name not in sys.modules]
print(json.dumps([len(names), early, read, missing, sorted(heavy & set(sys.modules))]))
"""


def test_every_page_is_loaded_what_it_needs_first_and_nothing_heavy(tmp_path):
    count, early, read, missing, heavy = answer_of(PROGRAM, home=tmp_path)
    assert count > len(PLACES)
    assert early == []  # each of ours came after what it needs
    assert read == []  # to know the order, nothing is loaded
    assert missing == []
    assert heavy == []


def test_what_only_a_checker_reads_is_not_needed():
    found = ahead.needed("ui.report.making")
    assert "ui.report.gathering" in found
    assert "pypdfium2" not in found
    assert "report_templates.brand" not in found  # within functions, too


def test_the_check_for_a_checker_is_known_in_every_version_of_python():
    checks = (
        (("POP_JUMP_FORWARD_IF_FALSE", 40),),
        (("POP_JUMP_IF_FALSE", 40),),
        (("TO_BOOL", None), ("POP_JUMP_IF_FALSE", 40)),
        (("EXTENDED_ARG", 1), ("POP_JUMP_IF_FALSE", 40)),
    )
    for jump in checks:
        said = (
            ("IMPORT_NAME", "ui.page"),
            ("LOAD_NAME", "TYPE_CHECKING"),
            *jump,
            ("IMPORT_NAME", "reportlab"),
        )
        code = [
            SimpleNamespace(opname=name, argval=value, offset=2 * at)
            for at, (name, value) in enumerate(said)
        ]
        code.append(SimpleNamespace(opname="IMPORT_NAME", argval="ui.jobs", offset=40))
        assert list(ahead.imported(code)) == ["ui.page", "ui.jobs"]


def test_a_module_that_is_missing_is_left_to_whoever_opens_its_page(monkeypatch, qapp):
    asked = []

    def failing(name):
        asked.append(name)
        raise ImportError(name)

    monkeypatch.setattr(ahead, "import_module", failing)
    loading = ahead.Ahead(["ui.nothere.page", "ui.missing"], QObject())
    loading.start()
    for _ in range(4):
        loading._load()
    assert asked == ["ui.nothere", "ui.nothere.page", "ui.missing"]
    assert loading.is_done


def test_while_somebody_types_nothing_is_loaded(monkeypatch, qapp, qtbot):
    asked, window = [], QObject()
    monkeypatch.setattr(ahead, "import_module", asked.append)
    monkeypatch.setattr(ahead, "in_order", iter)
    monkeypatch.setattr(ahead, "CALM_MS", 3_600_000)
    monkeypatch.setattr(ahead, "EVERY_MS", 400)
    loading = ahead.Ahead(["ui.one", "ui.two"], window)
    loading.start()
    qtbot.waitUntil(lambda: asked == ["ui.one"])
    QApplication.sendEvent(window, QEvent(QEvent.Type.ShortcutOverride))
    assert loading._timer.remainingTime() > 3_000_000
    monkeypatch.setattr(ahead, "CALM_MS", 0)
    QApplication.sendEvent(window, QEvent(QEvent.Type.MouseButtonPress))
    qtbot.waitUntil(lambda: loading.is_done)
    assert asked == ["ui.one", "ui.two"]


def test_the_program_loads_every_page_ahead_once(monkeypatch):
    asked = []

    def begun(modules, window, _parent):
        asked.extend([*modules, window])
        return SimpleNamespace(start=lambda: asked.append("started"))

    monkeypatch.setattr(ahead, "Ahead", begun)
    window = SimpleNamespace(places=lambda: PLACES, windowHandle=lambda: "handle")
    program = SimpleNamespace(window=window, ahead=None)
    desktop.Desktop._load_ahead(program)
    desktop.Desktop._load_ahead(program)
    assert asked == [*(place.module for place in PLACES), "handle", "started"]


def test_pages_are_loaded_once_an_engagement_is_open(monkeypatch):
    asked = []
    timer = SimpleNamespace(singleShot=lambda _ms, _owner, act: asked.append(act))
    monkeypatch.setattr(desktop, "QTimer", timer)
    session = SimpleNamespace(case=None)
    program = SimpleNamespace(
        _collector=SimpleNamespace(take_back=lambda: None, set_aside=lambda: None),
        _load_ahead="loading",
        window=SimpleNamespace(session=session),
    )
    desktop.Desktop._case_changed(program)
    assert asked == []
    session.case = object()
    desktop.Desktop._case_changed(program)
    assert asked == ["loading"]
