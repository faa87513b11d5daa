"""What is over every page: the palette, a fault's bar and its report, safe mode's bar."""

from PySide6.QtWidgets import QLineEdit

from app.desktop import safe_words
from tests.looks.waiting import resting
from ui.shell.report_card import ReportCard

REPORT = """Plumbline fault, 2026-11-24 14:03:22
Python 3.12.3
builtins.ValueError
  page.py:214 in _show
  presenter.py:88 in follow
"""


def take(one, keep):
    one.go("score")
    one.show_palette()
    resting()
    keep("palette")
    line = one.findChild(QLineEdit, "palette")
    line.setText("re")
    keep("palette-found")
    line.setText("zzz")
    keep("palette-nothing")
    one.show_palette()
    one.say_fault(REPORT)
    keep("fault")
    one.message._press()
    keep("fault-report")
    one.findChild(ReportCard).dismiss()
    one.message.show_problem(safe_words(failed=True), action="Open the log folder", stays=True)
    keep("safe")
    one.message.dismiss()
