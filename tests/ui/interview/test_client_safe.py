"""While the client looks, nothing of others, of levels or of the score is there to be found."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPlainTextEdit, QWidget

from engagements.casework import judging
from engagements.framework.model import AnswerValue
from engagements.records import Answer, Client, Interview
from tests.ui.interview.conftest import CTRL, SHIFT, Hand
from tests.ui.windows import windowed
from ui import jobs
from ui.interview.client_safe import BEGINS

DISPUTED = "SRC-1.2"
F9 = Qt.Key.Key_F9
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)


@pytest.fixture
def whole(desk, opened, qtbot):
    """The real window with every page visited, at a question that voices answer differently."""
    one = windowed(desk, qtbot)
    for name in ("home", "score", "interview"):
        one.go(name)
        qtbot.waitUntil(lambda: not jobs.pending() and not opened.busy)
    hand = Hand(one, opened, qtbot)
    found = [i for i in hand.records(Interview) if DISPUTED in i.agenda][-1]
    hand.page.open_interview(found.id)
    hand.go(DISPUTED)
    hand.settled()
    return hand


def gone():
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def tree(window):
    """Every word in the widget tree: texts, names, descriptions, tool tips, models."""
    said = [window.windowTitle()]
    for widget in [window, *window.findChildren(QWidget)]:
        said += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        said += [widget.statusTip(), widget.whatsThis(), widget.windowTitle()]
        said += [_called(widget, name) for name in ("text", "whole", "placeholderText")]
        said += [widget.toPlainText()] if isinstance(widget, QPlainTextEdit) else []
        said += _listed(widget)
    said += _of_model(window.page("interview").asking.agenda.model())
    return "\n".join(str(words) for words in said if words)


def _called(widget, name):
    found = getattr(widget, name, None)
    if not callable(found):
        return ""
    try:
        return found()
    except TypeError:
        return ""


def _listed(widget):
    is_list = isinstance(widget, QAbstractItemView) and widget.model() is not None
    return _of_model(widget.model()) if is_list else []


def _of_model(model, parent=None):
    from PySide6.QtCore import QModelIndex

    parent = parent or QModelIndex()
    said = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        said += [model.data(index, role) for role in ROLES]
        said += _of_model(model, index) if model.rowCount(index) else []
    return said


def spoken(window):
    """Every word of the accessibility tree."""
    said, waiting = [], [QAccessible.queryAccessibleInterface(window)]
    while waiting:
        one = waiting.pop()
        if one is None or not one.isValid():
            continue
        said += [
            one.text(kind) for kind in QAccessible.Text if kind is not QAccessible.Text.UserText
        ]
        waiting += [one.child(number) for number in range(one.childCount())]
    return "\n".join(words for words in said if words)


def secrets(hand):
    """What must not be found: other voices and their words, level names, other people's titles."""
    reading = hand.page.presenter.show.reading(DISPUTED)
    others = [one for one in reading.others if not one.here]
    assert len(others) >= 3
    framework = hand.session.snapshot.framework
    levels = [f"{one.number}, {one.name}" for one in framework.levels]
    return [
        *(one.words.strip("“”") for one in others if one.words),
        others[0].who,
        reading.banner,
        *levels,
        "Overall level",
        "holds back" + "\n",
        "answers differ",
        "needed for level",
        "Head of Data Science",
    ]


def test_everything_is_there_before(whole):
    words = tree(whole.window)
    missing = [one for one in secrets(whole) if one.strip() not in words and "," not in one[:3]]
    assert missing == []


def test_nothing_hidden_is_in_the_widget_tree(whole):
    hidden = [one for one in secrets(whole) if one]
    whole.press(F9)
    gone()
    words = tree(whole.window)
    assert [one for one in hidden if one in words] == []
    for name in ("context", "overall", "page-home", "page-score", "interviews", "demonstration"):
        assert whole.window.findChild(QWidget, name) is None, name


def test_nothing_hidden_is_read_aloud(whole):
    hidden = [one for one in secrets(whole) if one]
    before = spoken(whole.window)
    assert "Head of Data Science" in before
    whole.press(F9)
    gone()
    words = spoken(whole.window)
    assert "Client-safe view is on" in words
    assert [one for one in hidden if one in words] == []


def test_other_clients_are_not_in_the_tree(whole, make_file, qtbot):
    make_file("Northwind Bank")
    whole.window.go("home")
    qtbot.waitUntil(lambda: not jobs.pending())
    whole.window.page("home").entered()
    qtbot.waitUntil(lambda: "Northwind Bank" in tree(whole.window))
    whole.window.go("interview")
    whole.press(F9)
    gone()
    assert "Northwind" not in tree(whole.window)
    assert whole.session.snapshot.of(Client)[0].name in whole.window.windowTitle()


def test_the_same_key_brings_everything_back(whole):
    hidden = [one for one in secrets(whole) if one.strip() and "," not in one[:3]]
    whole.press(F9)
    gone()
    whole.press(F9)
    words = tree(whole.window)
    assert [one for one in hidden if one.strip() not in words] == []
    assert whole.window.rail.item("score").isEnabled()
    whole.window.go("score")
    assert whole.window.current.objectName() == "page-score"


def test_the_button_in_the_top_bar_does_the_same(whole):
    button = whole.window.findChild(QWidget, "screen-safe")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert whole.page.client_safe()
    QTest.mouseClick(whole.window.findChild(QWidget, "screen-all"), Qt.MouseButton.LeftButton)
    assert not whole.page.client_safe()


def test_other_pages_cannot_be_reached(whole):
    whole.press(F9)
    ctrl_shift = CTRL | SHIFT
    for key, held in (
        (Qt.Key.Key_S, ctrl_shift),
        (Qt.Key.Key_P, ctrl_shift),
        (Qt.Key.Key_C, ctrl_shift),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_N, CTRL),
        (Qt.Key.Key_O, CTRL),
        (Qt.Key.Key_K, CTRL),
    ):
        whole.press(key, held)
        assert whole.window.current is whole.page
    for name in ("home", "score", "report"):
        item = whole.window.rail.item(name)
        assert not item.isEnabled()
        assert "F9" in item.toolTip()
    assert whole.window.rail.item("interview").isEnabled()
    assert not whole.window.go("score")
    assert not whole.window.findChild(QWidget, "all-interviews").isEnabled()


def test_a_file_from_outside_is_not_opened(whole, make_file):
    path = make_file("Northwind Bank")
    whole.press(F9)
    whole.window.open_file(path)
    assert whole.window.current is whole.page
    assert whole.session.path != path
    assert "Northwind" not in tree(whole.window)


def test_the_key_map_names_no_page_that_is_closed(whole):
    whole.press(F9)
    whole.press(Qt.Key.Key_F1)
    words = tree(whole.window.findChild(QWidget, "key-map").parent())
    assert "Alt+Home" not in words
    whole.press(Qt.Key.Key_F1)


def test_what_is_not_of_this_interview_is_neither_named_nor_undone(whole):
    whole.session.do(judging.judge, DISPUTED, AnswerValue.PARTLY)
    whole.settled()
    assert "judgement" in tree(whole.window)
    whole.press(F9)
    gone()
    assert "judgement" not in tree(whole.window)
    before = whole.session.snapshot.revisions
    whole.press(Qt.Key.Key_Z, CTRL)
    whole.settled()
    assert whole.session.snapshot.revisions == before
    assert whole.window.current is whole.page
    assert "judgement" not in tree(whole.window)


def test_an_answer_given_here_can_be_undone(whole):
    whole.press(F9)
    whole.press(Qt.Key.Key_1)
    whole.until(whole.answer)
    whole.settled()
    here = whole.answer().id
    whole.press(Qt.Key.Key_Z, CTRL)
    whole.settled()
    assert whole.session.snapshot.get(Answer, here) is None


def test_a_message_of_before_keeps_no_words(whole):
    from engagements.problem import Problem

    whole.page.say(Problem("Head of Data Science says no.", "Ask again."))
    whole.press(F9)
    gone()
    assert "says no" not in tree(whole.window)


def test_a_setting_begins_every_interview_client_safe(sponsor):
    assert not sponsor.page.client_safe()
    sponsor.page.close_interview()
    sponsor.page.desk.settings.setValue(BEGINS, True)
    sponsor.open("Executive sponsor")
    assert sponsor.page.client_safe()
    sponsor.page.turn_safe(on=False)
    assert not sponsor.page.client_safe()
    sponsor.page.close_interview()
    assert not sponsor.page.client_safe()


def test_an_interview_that_was_client_safe_is_so_after_a_restart(sponsor):
    from ui.interview.client_safe import ClientSafe

    sponsor.press(F9)
    again = ClientSafe(sponsor.page.desk.settings, sponsor.page)
    again.begin(sponsor.page.presenter.interview)
    assert again.on


def test_without_an_interview_it_says_what_to_do(hand):
    hand.page.turn_safe(on=True)
    assert not hand.page.client_safe()
    assert "F9" in hand.window.message.words()


def test_the_focus_stays_where_one_types(sponsor):
    sponsor.press(Qt.Key.Key_B)
    assert sponsor.card.typing()
    sponsor.press(F9)
    assert sponsor.card.typing()
    sponsor.write("oth")
    assert sponsor.card.editor.toPlainText() == "both"


def test_a_focus_that_is_hidden_goes_to_the_answers(whole):
    button = whole.window.findChild(QWidget, "demonstration")
    if button.isHidden():
        button = next(
            one
            for one in whole.page.asking.aside.findChildren(QWidget)
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible()
        )
    button.setFocus()
    whole.press(F9)
    assert whole.card.answers.hasFocus()


def test_moving_on_shows_nothing_either(whole):
    hidden = secrets(whole)
    whole.press(F9)
    whole.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    whole.press(Qt.Key.Key_1)
    whole.settled()
    QTest.qWait(300)
    whole.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    gone()
    words = tree(whole.window)
    assert [one for one in hidden if one and one in words] == []


def test_a_row_that_is_spare_keeps_no_words(whole):
    fewest = min(
        (c.id for c in whole.session.snapshot.framework.criteria),
        key=lambda code: len(whole.page.presenter.show.reading(code).others),
    )
    reading = whole.page.presenter.show.reading(DISPUTED)
    said = [one.words for one in reading.others if one.words]
    assert said
    assert reading.together
    whole.go(fewest)
    whole.settled()
    gone()
    words = tree(whole.page.asking.aside.window())
    assert [one for one in (*said, *reading.together) if one in words] == []


def test_names_of_another_interview_leave_with_it(whole):
    two = whole.open("Demonstration: rebuild of the arrival-time model")
    whole.settled()
    names = [words for _, words in whole.page.presenter.voice_names()]
    assert len(names) > 1
    assert "Whose answer it is" in tree(whole.window)
    whole.open("Executive sponsor")
    whole.press(F9)
    gone()
    words = tree(whole.window)
    assert two.title not in words
    assert [name for name in names if name in words] == []
