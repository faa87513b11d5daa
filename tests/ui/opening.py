"""How everything that opens on a page is opened, by keys where there is one."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from engagements.problem import Problem
from engagements.records import Interview
from tests.looks.waiting import settled

NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BOTH = CTRL | SHIFT
K = Qt.Key
REPORT = "builtins.ValueError\n  page.py:214 in _show\n"


def press(key, held=NONE):
    """A key where the focus is."""
    return lambda window, _rest: QTest.keyClick(QApplication.focusWidget(), key, held)


def enter(name):
    """Enter on a button."""

    def act(window, _rest):
        def found():
            return next(
                (one for one in window.findChildren(QWidget, name) if one.isVisible()), None
            )

        settled(lambda: found() is not None, name)
        button = found()
        button.setFocus()
        QTest.keyClick(button, K.Key_Space)

    return act


def at_action(window, _rest):
    """The roadmap's list stands on an action."""
    window.page("roadmap").plan.point("A12-08")
    window.page("roadmap").plan.setFocus()


def at_reading(window, rest):
    """A metric with a reading."""
    page = window.page("metrics")
    page.view.choose("M13")
    QTest.keyClick(page.view, K.Key_Return)
    QTest.keyClicks(page.form.low, "2.5")
    QTest.keyClick(page.form.low, K.Key_Return)
    rest()


def at_question(window, rest):
    """An interview on screen, at a question that voices answer differently."""
    page = window.page("interview")
    asked = [one for one in window.session.snapshot.of(Interview) if "SRC-1.2" in one.agenda]
    page.presenter.open(asked[-1].id, "SRC-1.2")
    rest()
    page.first_focus().setFocus()


def safe(window, _rest):
    """The client looks; the switch remembers how it stood."""
    if not window.page("interview").client_safe():
        QTest.keyClick(QApplication.focusWidget(), K.Key_F9)


def at_sum(window, _rest):
    """A figure of Score taken apart."""
    window.page("score").take_apart("mark:now")


def locked(window, _rest):
    """A file that asks for its passphrase."""
    window.page("home").presenter.locked.emit(window.session.path)


def too_large(window, _rest):
    """The question above 100 MB."""
    window.page("evidence").work.too_large.emit("It is large.", "Attach it?", lambda: None)


def with_message(window, _rest):
    """The message bar with a button."""
    window.message.show_problem(Problem("Title.", "Advice."), action="Open", act=list, stays=True)


def with_fault(window, _rest):
    """A fault is told."""
    window.say_fault(REPORT)


def long_work(window, _rest):
    """Something takes long."""
    from ui.session import LongWork

    window.status.work.show_work(LongWork("Attaching a file", 0.4))
    window.status.work._appear()


STATES = {
    "findings: drawer": ("findings", "drawer", [press(K.Key_N)]),
    "findings: grid": ("findings", "grid-sheet", [press(K.Key_G)]),
    "findings: grid, new interview": (
        "findings",
        "talk-sheet",
        [press(K.Key_G), enter("grid-new")],
    ),
    "score: a sum": ("score", "arithmetic-sheet", [at_sum]),
    "score: what if": ("score", "what-if-drop", [press(K.Key_W)]),
    "score: what if, find": ("score", "suppose-sheet", [press(K.Key_W), press(K.Key_Slash)]),
    "roadmap: an action": ("roadmap", "weeks-likely", [at_action]),
    "roadmap: add": ("roadmap", "add-sheet", [press(K.Key_A)]),
    "roadmap: leave out": ("roadmap", "leave-out-sheet", [at_action, press(K.Key_Delete)]),
    "evidence: an item": ("evidence", "evidence-title", [press(K.Key_Return)]),
    "evidence: requests": ("evidence", "request-title", [press(K.Key_T, CTRL)]),
    "evidence: new request": (
        "evidence",
        "request-title",
        [press(K.Key_T, CTRL), press(K.Key_N, CTRL)],
    ),
    "evidence: too large": ("evidence", "ask-sheet", [too_large]),
    "metrics: a reading": ("metrics", "remove-reading", [at_reading]),
    "home: new engagement": ("home", "create-form", [press(K.Key_N, CTRL)]),
    "home: passphrase": ("home", "passphrase-form", [locked]),
    "interview: plan": ("interview", "plan-open", [press(K.Key_P)]),
    "interview: a question": ("interview", "note", [at_question]),
    "interview: link": ("interview", "evidence-sheet", [at_question, press(K.Key_L, CTRL)]),
    "interview: loose note": ("interview", "loose-sheet", [at_question, press(K.Key_N, BOTH)]),
    "interview: go to": ("interview", "jump-sheet", [at_question, press(K.Key_J, CTRL)]),
    "interview: diagnostic": ("interview", "quick-next", [at_question, press(K.Key_D, BOTH)]),
    "interview: client-safe": ("interview", "safe-pane", [at_question, safe]),
    "history: values": ("history", "history-detail", [press(K.Key_Return)]),
    "report": ("report", "choices", []),
    "settings": ("settings", "window-language", []),
    "palette": ("score", "palette-cover", [press(K.Key_K, CTRL)]),
    "palette from a sheet": ("roadmap", "palette-cover", [press(K.Key_A), press(K.Key_K, CTRL)]),
    "key map": ("score", "key-map", [press(K.Key_F1)]),
    "message": ("roadmap", "message-action", [with_message]),
    "fault": ("evidence", "message-action", [with_fault]),
    "fault report": ("score", "report-cover", [with_fault, enter("message-action")]),
    "long work": ("evidence", "cancel-work", [long_work]),
}
"""By what is open: its page, a widget that is on screen then, and what is done to open it."""
