"""The status bar: what it says and the keys it names are whole, or left out."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication

from engagements import language
from engagements.language import tr
from tests.ui.cut import cuts
from tests.ui.pseudo import Pseudo
from ui.findings import keys as findings
from ui.findings.grid import grid_keys
from ui.interview import keys as interview
from ui.page import Keys
from ui.session import SaveState
from ui.shell.status import StatusBar
from ui.widgets.chips import KeyCap

SAVED = SaveState("saved", datetime(2026, 11, 24, 14, 32, 5))
STATES = {
    "answering": lambda: ("Answer keys", interview.told(interview.ANSWERING)),
    "typing": lambda: ("Typing in note", interview.told(interview.TYPING)),
    "judging": lambda: ("Typing a reason", findings.told(findings.TYPING)),
    "map": lambda: ("", findings.told(findings.HINTS)),
    "grid": lambda: ("", grid_keys()),
}


@pytest.fixture(params=["en", "de", "longer"])
def _spoken(request):
    if request.param == "longer":
        language.use("xx", Pseudo())
    else:
        language.speak(request.param)
    yield
    language.speak("en")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("width", [1000, 1280, 1440])
@pytest.mark.usefixtures("_spoken")
def test_hints_are_whole_or_left_out(qtbot, width, state):
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.setFixedWidth(width)
    bar.show_state(SAVED)
    bar.show_undo(tr("Ctrl+Z undoes {what}", what=tr("a note on {criterion}", criterion="SRC-1.2")))
    mode, hints = STATES[state]()
    bar.show_keys(tr(mode) if mode else "", [*hints, Keys(("F1",), tr("all keys"))])
    bar.show()
    QApplication.processEvents()
    assert cuts(bar) == []
    shown = [one for one in bar.findChildren(KeyCap) if one.isVisible()]
    assert shown
    assert all(one.width() >= one.sizeHint().width() for one in shown)
