"""The whole window in a test: shown, active, and ended without asking; and the moment it rests."""

from PySide6.QtWidgets import QApplication, QWidget

from ui import jobs
from ui.main_window import MainWindow


def windowed(desk, qtbot, places=None, size=(1440, 900)):
    """A window of a size, with the keyboard; it ends with the test."""
    one = MainWindow(desk, places) if places else MainWindow(desk)
    qtbot.addWidget(one, before_close_func=_ended)
    one.resize(*size)
    one.show()
    qtbot.waitExposed(one)
    one.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is one)
    return one


def _ended(window):
    home = window.page("home")
    if hasattr(home, "end"):
        home.end()
    window._closing = True


def shown(window, name, qtbot, size=None):
    """The page with a name on screen, all its jobs done and everything in its place."""
    if size is not None:
        window.resize(*size)
    window.go(name)
    at_rest(window, qtbot)
    return window.page(name)


def at_rest(window, qtbot):
    """Wait until nothing works and nothing moves any more: twice the same picture in a row."""

    def still():
        return not jobs.pending() and not window.session.busy

    qtbot.waitUntil(still)
    before = []

    def same():
        places = [
            (id(one), one.geometry().getRect(), one.isVisible())
            for one in window.findChildren(QWidget)
        ]
        before.append(places)
        return still() and len(before) > 1 and before[-1] == before[-2]

    qtbot.waitUntil(same)
