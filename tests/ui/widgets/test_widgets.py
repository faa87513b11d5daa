import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from engagements.problem import Problem
from ui.theme import theme
from ui.widgets.buttons import Button, IconButton, Segmented
from ui.widgets.chips import KeyCap, LevelChip, LevelStrip
from ui.widgets.fields import Field, LineEdit, SearchField, Select
from ui.widgets.labels import ElidedLabel, Label, TextBlock, plain_tip
from ui.widgets.messages import MessageBar
from ui.widgets.progress import ProgressLine
from ui.widgets.tick_box import TickBox

LONG = "A note that is much longer than the place where it is to be shown, by far"


@pytest.fixture
def show(qtbot):
    hosts = []

    def shown(widget):
        # In a window of its own size: the offscreen platform takes no size hints.
        host = QWidget()
        hosts.append(host)
        qtbot.addWidget(host)
        widget.setParent(host)
        widget.adjustSize()
        host.show()
        widget.show()
        return widget

    yield shown
    hosts.clear()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("make", [lambda: Button("Go"), lambda: IconButton("close", "Close")])
def test_a_button_is_pressed_by_space_and_enter(show, qtbot, make, key):
    button = show(make())
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_a_tick_box_is_ticked_by_keys(show, qtbot):
    tick = show(TickBox("Draft"))
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert tick.isChecked()
    QTest.keyClick(tick, Qt.Key.Key_Return)
    assert not tick.isChecked()


def test_a_count_as_wide_as_the_one_before_is_painted(show, qtbot):
    segmented = show(Segmented([("a", "Alpha"), ("b", "Beta")], "Greek", name="greek"))
    segmented.set_count("a", 1)
    qtbot.waitExposed(segmented.window())
    painted = []

    class Watcher(QObject):
        def eventFilter(self, _watched, event):  # noqa: N802
            if event.type() is QEvent.Type.Paint:
                painted.append(event)
            return False

    qtbot.wait(50)
    watcher = Watcher()
    segmented.buttons()["a"].installEventFilter(watcher)
    segmented.set_count("a", 2)
    qtbot.waitUntil(lambda: bool(painted), timeout=2_000)


def test_segments_are_chosen_by_arrows_and_told_once(show, qtbot):
    segmented = show(Segmented([("a", "Alpha"), ("b", "Beta")], "Greek", name="greek"))
    told = []
    segmented.chosen.connect(told.append)
    first = segmented.buttons()["a"]
    segmented.window().activateWindow()
    qtbot.waitUntil(segmented.window().isActiveWindow)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert segmented.current() == "b"
    segmented.choose("a")
    assert segmented.current() == "a"
    QTest.mouseClick(segmented.buttons()["b"], Qt.MouseButton.LeftButton)
    assert told[-1] == "b"
    assert "a" not in told


def test_a_count_is_read_aloud(show):
    segmented = show(Segmented([("a", "Alpha"), ("b", "Beta")], "Greek", name="greek"))
    segmented.set_count("a", 3)
    assert segmented.buttons()["a"].accessibleName() == "Alpha, 3"
    segmented.set_count("a", None)
    assert segmented.buttons()["a"].accessibleName() == "Alpha"


def test_a_select_keeps_its_choice_when_others_are_offered(show):
    select = show(Select([("a", "Alpha"), ("b", "Beta")], "Greek", name="greek"))
    select.choose("b")
    select.set_choices([("c", "Gamma"), ("b", "Beta")])
    assert select.current() == "b"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_open_list_of_a_select_has_an_edge(show):
    select = show(Select([("a", "Alpha"), ("b", "Beta")], "Greek", name="greek"))
    select.showPopup()
    image = select.view().window().grab().toImage()
    right, bottom = image.width() - 1, image.height() - 1
    places = ((0, bottom // 2), (right, bottom // 2), (right // 2, 0), (right // 2, bottom))
    edge = QColor(theme().tokens.border_strong)
    assert [image.pixelColor(*place) == edge for place in places] == [True] * 4
    select.hidePopup()


def test_a_label_cut_short_keeps_its_words(show):
    label = show(ElidedLabel(LONG))
    label.resize(90, 20)
    assert label.text() != LONG
    assert label.whole() == LONG
    assert label.accessibleName() == LONG
    assert label.toolTip() == plain_tip(LONG)
    label.resize(900, 20)
    assert label.text() == LONG
    assert label.toolTip() == ""


def test_a_label_has_fewer_words_for_less_room(show):
    label = show(ElidedLabel(LONG, short="Brief"))
    label.resize(90, 20)
    assert label.text() == "Brief"
    assert label.accessibleName() == LONG
    assert label.toolTip() == plain_tip(LONG)
    label.setText(LONG, "Other")
    assert label.text() == "Other"
    label.resize(900, 20)
    assert label.text() == LONG


def test_a_tooltip_is_never_markup():
    assert plain_tip("<img src=x> & co") == "<span>&lt;img src=x&gt; &amp; co</span>"
    assert plain_tip("") == ""


def test_a_block_grows_with_its_lines(show):
    block = show(TextBlock(LONG))
    assert block.heightForWidth(2000) == theme().line("body")
    assert block.heightForWidth(150) >= 3 * theme().line("body")
    block.set_text("Short")
    assert block.heightForWidth(150) == theme().line("body")


def test_a_block_of_so_many_lines_ends_in_an_ellipsis(show):
    block = show(TextBlock(LONG, lines=2))
    block.resize(150, 60)
    lines = block._broken(150)
    assert len(lines) == 2
    assert lines[-1].endswith("…")


@pytest.mark.parametrize("text", ["", "\n", "a" * 3000, "اختبار", "👩‍🔧 ok", "tab\tand\u2028line"])
def test_any_text_can_be_laid_out(show, text):
    block = show(TextBlock(text))
    assert block.heightForWidth(200) > 0
    block.grab()


def test_a_field_says_what_is_wrong_and_then_its_remark_again(show):
    field = show(Field("Name", LineEdit("Name"), "As printed"))
    field.fault("Too long.")
    assert field.said() == "Too long."
    field.fault("")
    assert field.said() == "As printed"


def test_esc_empties_the_search_and_down_leaves_it(show, qtbot):
    search = show(SearchField("Search"))
    search.edit.setText("abc")
    with qtbot.waitSignal(search.left_down):
        QTest.keyClick(search.edit, Qt.Key.Key_Down)
    QTest.keyClick(search.edit, Qt.Key.Key_Escape)
    assert search.edit.text() == ""


def test_a_title_alone_stands_level_with_the_buttons(show):
    bar = show(MessageBar())
    bar.resize(600, 44)
    bar.show_problem(Problem("Alba was moved.", ""), action="Undo")
    bar.layout().activate()
    middle = bar._title.geometry().top() + theme().line("body") / 2
    assert abs(middle - bar._close.geometry().center().y()) <= 1


def test_a_message_says_title_and_advice_and_offers_one_action(show):
    bar = show(MessageBar())
    tried = []
    again = lambda: tried.append(True)  # noqa: E731
    bar.show_problem(Problem("Full.", "Make room."), action="Try again", act=again)
    assert bar.words() == "Full. Make room."
    QTest.mouseClick(bar.findChild(Button, "message-action"), Qt.MouseButton.LeftButton)
    assert tried == [True]
    bar.dismiss()
    assert bar.words() == ""


def test_between_the_keys_of_a_range_stands_no_key(show):
    key, between = show(KeyCap("A")), show(KeyCap("to"))
    edge = QColor(theme().tokens.border_strong).name()
    assert edge in colours(key)
    assert edge not in colours(between)


def colours(widget):
    """Those of the line through its middle."""
    image = widget.grab().toImage()
    return {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}


def test_levels_are_read_aloud(show):
    assert show(LevelChip(2, "possible")).accessibleName() == "Level 2, possible"
    assert show(LevelStrip(0, 1)).accessibleName() == "Level 0, possibly 1"


def test_a_progress_line_stops(show):
    line = show(ProgressLine())
    line.show_share(None)
    assert line.running
    line.show_share(0.5)
    assert line.accessibleName() == "50% done"
    line.stop()
    assert not line.running


def test_a_tone_is_changed_on_the_spot(show):
    label = show(Label("Saved", tone="ok"))
    label.set_tone("danger")
    label.ensurePolished()
    shown = label.palette().color(label.foregroundRole())
    assert shown == theme().colour("danger")
