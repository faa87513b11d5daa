"""The whole window with the sample open."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.main_window import MainWindow


@pytest.fixture
def window(desk, opened, qtbot):
    one = MainWindow(desk)

    def ended(window):
        window.page("home").end()
        window._closing = True

    qtbot.addWidget(one, before_close_func=ended)
    one.resize(1440, 900)
    one.show()
    qtbot.waitExposed(one)
    one.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is one)
    return one
