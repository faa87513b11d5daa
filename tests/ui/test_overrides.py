"""An error in a method that Qt calls is an error to be reported, never the end of the program."""

import subprocess
import sys

import pytest

PROGRAM = """
import ui
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from shiboken6 import Shiboken

app = QApplication([])
gone = QLabel()
Shiboken.delete(gone)

class Button(QPushButton):
    def event(self, event):
        if event.type() is QEvent.Type.User:
            {fault}
        return super().event(event)

class Filter(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.User:
            {fault}
        return False

button, plain, filter = Button(), QPushButton(), Filter()
plain.installEventFilter(filter)
for target in (button, plain):
    try:
        app.sendEvent(target, QEvent(QEvent.Type.User))
    except {error}:
        print("said")
"""


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("int('x')", "ValueError"),
        ("len(3)", "TypeError"),
        ("gone.text()", "RuntimeError"),
        ("next(iter(()))", "StopIteration"),
        ("raise OSError", "OSError"),
    ],
)
def test_an_error_in_what_qt_calls_does_not_end_the_program(fault, error):
    program = PROGRAM.format(fault=fault, error=error)
    done = subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stdout.split()) == (0, ["said", "said"]), done.stderr
