"""The Settings page in the whole window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui import jobs
from ui.theme import theme


@pytest.fixture
def page(window, qtbot):
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    one = window.page("settings")
    assert window.current is one
    rest(qtbot)
    yield one
    theme().reduce_motion = True


def rest(qtbot):
    qtbot.waitUntil(lambda: not jobs.pending())
