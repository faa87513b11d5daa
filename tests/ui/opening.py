"""How everything that opens on a page is opened, by keys where there is one."""

import shutil
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from engagements import recycling
from engagements.casework import comments
from engagements.casework.case import Case
from engagements.language import tr
from engagements.problem import Problem
from engagements.records import Evidence, Interview
from engagements.records.client import Status
from report_templates.brand import BRANDS
from report_templates.content.base import Part
from tests.looks.waiting import settled
from ui.parts.offering import Offer

NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BOTH = CTRL | SHIFT
K = Qt.Key
PARTS = [part.value for part in Part if part not in (Part.COVER, Part.ACTIONS)]
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


def over_two_years(window, rest):
    """The roadmap goes on to Level 4, and so into another year."""
    window.session.do(lambda case: case.update_engagement(target=4))
    rest()
    window.page("roadmap").plan.point("A23-07")
    window.page("roadmap").plan.setFocus()


def at_reading(window, rest):
    """A metric with a reading."""
    page = window.page("metrics")
    page.view.choose("M13")
    QTest.keyClick(page.view, K.Key_Return)
    QTest.keyClicks(page.form.low, "2.5")
    QTest.keyClick(page.form.low, K.Key_Return)
    rest()


def paper(name):
    """One line of the menu of papers."""

    def act(window, rest):
        rest()
        acts = window.page("interview").papers.acts()
        next(one for one in acts if one.name.startswith(name)).act()

    return act


def at_question(window, rest):
    """An interview on screen, at a question that voices answer differently."""
    page = window.page("interview")
    asked = [one for one in window.session.snapshot.of(Interview) if "SRC-1.2" in one.agenda]
    page.presenter.open(asked[-1].id, "SRC-1.2")
    rest()
    page.first_focus().setFocus()


def over(window, _rest):
    """The open interview is finished, once more if it was."""
    page = window.page("interview")
    page.presenter.sitting.start()
    page.finish()


def commented(window, rest):
    """A reader said something about the draft."""
    window.session.do(comments.add, "Which year is the third figure of?", page=3)
    rest()
    window.page("report").view.setFocus()


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


def own_kit(window, rest):
    """A kit of one's own in the list."""
    kits = window.page("settings").kits
    source = window.page("settings").desk.store.kits.with_name("nordic")
    shutil.copytree(BRANDS / "meridian", source, dirs_exist_ok=True)
    kits.take(source)
    rest()


def pale(window, rest):
    """A colour of the kit that is edited is too light."""
    editor = window.page("settings").editor
    settled(editor.isVisible, "the editor")
    rest()
    edit = editor.fields.colours["primary"].edit
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "#3C7A90")
    waits = "The preview is as it was before. Put right what is marked."
    settled(lambda: editor.note.text() == tr(waits), "the fault")


def with_files(*statuses, deleted=False):
    """Home with an engagement of each status beside the open one, and a deleted one."""

    def act(window, rest):
        page = window.page("home")
        folder = page.presenter.folder
        for status in statuses:
            path = folder / f"{status}.plumb"
            if path.exists():
                continue
            case = Case.create(path, client=status, author="tester")
            case.update_engagement(status=Status(status))
            case.close()
        if deleted and not recycling.recycled(folder):
            path = folder / "Gone.plumb"
            Case.create(path, client="Gone", author="tester").close()
            recycling.recycle(path, folder, datetime.now())
        page.presenter.refresh(always=True)
        rest()
        page.list.view.setFocus()

    return act


def at_file(name):
    """The list stands on a file that is not open."""

    def act(window, rest):
        pane = window.page("home").list
        path = window.page("home").presenter.folder / f"{name}.plumb"
        settled(lambda: pane.model.line_of(path) >= 0, name)
        pane.select(pane.model.line_of(path))
        pane.view.setFocus()
        rest()

    return act


def only(key):
    """One choice of Home's filter, by a click."""

    def act(window, rest):
        button = window.page("home").list.status.buttons()[key]
        settled(button.isVisible, key)
        button.click()
        rest()
        window.page("home").list.view.setFocus()

    return act


def to_restore(window, rest):
    """History stands on a change that has an earlier value, and on the button that restores it."""
    if window.session.snapshot.engagement.target != 2:
        window.session.do(lambda case: case.update_engagement(target=2))
        rest()
    page = window.page("history")
    page.view.point(page.model.first())
    rest()
    page.view.setFocus()
    press(K.Key_Return)(window, rest)


def replaced(window, rest):
    """An evidence item that had another file before."""
    page = window.page("evidence")
    item = next(one for one in window.session.snapshot.of(Evidence) if one.attachment)
    page.show_evidence(item.id)
    page.work.revise(item.id, Offer("bytes", "log", "log.txt", data=b"steps"))
    rest()
    settled(lambda: page.item.findChild(QWidget, "back-0") is not None, "the earlier file")
    page.item.first()


def left_out(part):
    """A section of the report is in it no longer, or again; the focus stays on its tick box."""

    def act(window, rest):
        tick = window.page("report").findChild(QWidget, f"section-{part}")
        settled(tick.isVisible, part)
        tick.setFocus()
        if tick.isChecked():
            QTest.keyClick(tick, K.Key_Space)
        rest()

    return act


def focused(name):
    """The focus on a widget of the page."""

    def act(window, _rest):
        found = window.current.findChild(QWidget, name)
        found.setFocus()

    return act


STATES = {
    "home: delete?": (
        "home",
        "question",
        [with_files("planned"), at_file("planned"), press(K.Key_Delete)],
    ),
    "home: deleted": ("home", "engagements", [with_files(deleted=True), only("deleted")]),
    **{
        f"home: {status}": (
            "home",
            "engagements",
            [with_files(status), only(status), at_file(status)],
        )
        for status in ("planned", "fieldwork", "analysis", "draft", "delivered", "archived")
    },
    **{
        f"report: without {part}": ("report", f"section-{part}", [left_out(part)]) for part in PARTS
    },
    "history: restore": ("history", "take-back", [to_restore]),
    "evidence: earlier files": ("evidence", "back-0", [replaced]),
    **{
        f"settings: {name}": ("settings", name, [focused(name)])
        for name in (
            "window-language",
            "spelling-language",
            "my-words",
            "choose-engagements",
            "back-up",
            "unit-new",
        )
    },
    "settings: a kit that comes along": ("settings", "kit-sheet", [enter("open-kit-fennick")]),
    "settings: a kit of one's own, too pale": (
        "settings",
        "kit-primary-offer",
        [own_kit, enter("open-kit-nordic"), pale],
    ),
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
    "roadmap: two years": ("roadmap", "weeks-likely", [over_two_years]),
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
    "interview: record": ("interview", "record-sheet", [at_question, paper("record")]),
    "interview: reply": ("interview", "correction-sheet", [at_question, paper("reply")]),
    "interview: over": ("interview", "ending", [at_question, over]),
    "interview: client-safe": ("interview", "safe-pane", [at_question, safe]),
    "history: values": ("history", "history-detail", [press(K.Key_Return)]),
    "report": ("report", "choices", []),
    "report: sentences": ("report", "wordings-sheet", [press(K.Key_R, CTRL)]),
    "report: comments": ("report", "comments-sheet", [commented, press(K.Key_M, CTRL)]),
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
