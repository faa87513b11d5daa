import shutil
from contextlib import closing
from datetime import date, datetime

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from engagements.casework import issuing, judging, reassessing, scoping, shelving
from engagements.casework.case import Case
from engagements.framework.model import AnswerValue
from engagements.records import ScopeUnit
from tests.ui.windows import windowed
from ui.home.page import HomePage
from ui.home.query import Listing
from ui.main_window import MainWindow
from ui.page import Page
from ui.pages import Place
from ui.parts.files import free_path
from ui.widgets.chips import LevelStrip

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Named(Page):
    def __init__(self, desk):
        super().__init__(desk)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


PLACES = [
    Place("home", "Home", "engagements", "Alt+Home", HomePage, needs_case=False),
    Place("interview", "Interview", "interview", "Ctrl+Shift+I", Named),
    Place("score", "Score", "score", "Ctrl+Shift+S", Named),
    Place("report", "Report", "report", "Ctrl+Shift+P", Named),
    Place("settings", "Settings", "settings", "Ctrl+,", Named, needs_case=False),
]


@pytest.fixture
def started(desk, qtbot):
    """Starts the window on what lies in the folder; returns it with Home listed."""

    def start() -> MainWindow:
        one = windowed(desk, qtbot, PLACES)
        page = one.page("home")
        with qtbot.waitSignal(page.presenter.listed):
            one.go("home")
        return one

    return start


def focused():
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys, modifiers=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(focused(), key, modifiers)


def write(text):
    QTest.keyClicks(focused(), text)


def begin_secret(page):
    """The form, filled with a client and a passphrase."""
    page.new()
    write("Secret client")
    page.form.passphrase.setText("right")
    page.form.again.setText("right")


def secret_open(window, desk, qtbot):
    """Home's page, a new engagement with a passphrase being open."""
    page = window.page("home")
    begin_secret(page)
    page.form.submit()
    qtbot.waitUntil(lambda: desk.session.case is not None)
    return page


def rows(page):
    return [page.list.model.row(n).name for n in range(page.list.model.rowCount())]


def listed(page, qtbot, names):
    qtbot.waitUntil(lambda: rows(page) == names)


def on_screen(part):
    return part.isVisible()


def test_the_first_start_offers_three_ways_and_the_first_has_the_focus(started):
    page = started().page("home")
    assert on_screen(page.empty)
    assert page.empty.first.hasFocus()
    assert not page.search.isEnabled()
    assert not page._new.isVisible()


def test_an_engagement_is_created_by_keys_alone(started, desk, qtbot):
    window = started()
    page = window.page("home")
    press(Qt.Key.Key_Return)
    assert page.form.client.hasFocus()
    write("Norrvik Energi")
    press(Qt.Key.Key_Tab)
    write("Load forecasting")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.current is window.page("interview"))
    snapshot = desk.session.snapshot
    assert (snapshot.client.name, snapshot.engagement.scope) == (
        "Norrvik Energi",
        "Load forecasting",
    )
    assert desk.session.path == desk.engagements / "Norrvik Energi.plumb"
    window.go("home")
    listed(page, qtbot, ["Norrvik Energi"])


def test_a_client_is_asked_for(started, desk):
    page = started().page("home")
    page.new()
    press(Qt.Key.Key_Return)
    assert on_screen(page.form)
    assert page.form.client.hasFocus()
    labels = [one.accessibleName() for one in page.form.findChildren(QWidget)]
    assert "Who is the client?" in labels
    assert not list(desk.engagements.iterdir())


def test_esc_leaves_the_form_and_nothing_is_made(started, desk):
    page = started().page("home")
    page.new()
    write("Half a na")
    press(Qt.Key.Key_Escape)
    assert on_screen(page.empty)
    assert page.empty.first.hasFocus()
    assert not list(desk.engagements.iterdir())


def test_two_passphrases_must_agree(started, desk):
    page = started().page("home")
    page.new()
    write("Secret client")
    page.form.passphrase.setText("one")
    page.form.again.setText("other")
    page.form.submit()
    assert page.form.again.hasFocus()
    assert not list(desk.engagements.iterdir())


def test_a_passphrase_encrypts_and_is_asked_for_in_the_page(started, desk, qtbot):
    window = started()
    page = window.page("home")
    begin_secret(page)
    page.form.target.choose("3")
    page.form.submit()
    qtbot.waitUntil(lambda: desk.session.case is not None)
    path = desk.session.path
    assert desk.session.snapshot.engagement.target == 3
    assert b"SQLite format 3" not in path.read_bytes()[:16]
    with qtbot.waitSignal(desk.session.case_changed):
        desk.session.close()
    window.go("home")
    qtbot.waitUntil(lambda: page.list.row() and page.list.row().condition == "locked")
    assert page.list.row().client == ""
    page.go_on()
    qtbot.waitUntil(lambda: on_screen(page.lock))
    assert page.lock.passphrase.hasFocus()
    write("wrong")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "does not open" in page.lock._field.said())
    write("right")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.session.case is not None)
    assert desk.session.snapshot.client.name == "Secret client"


def test_while_it_is_open_one_with_a_passphrase_is_shown_like_any_other(started, desk, qtbot):
    window = started()
    page = secret_open(window, desk, qtbot)
    window.go("home")
    listed(page, qtbot, ["Secret client"])
    panel = page.list.panel
    assert page.list.row().condition == "ready"
    assert panel._chip.text() == "Planned"
    assert panel.go.text() == "Start interview"
    assert panel._facts.isVisible()
    with qtbot.waitSignal(desk.session.changed):
        desk.session.do(shelving.deliver)
    qtbot.waitUntil(lambda: panel._chip.text() == "Delivered")
    page.go_on()
    assert window.current is window.page("report")
    window.go("home")
    desk.session.close()
    qtbot.waitUntil(lambda: page.list.row().condition == "locked")
    assert page.list.row().client == ""
    assert not panel._facts.isVisible()
    assert panel.go.text() == "Unlock and open"


def test_one_with_a_passphrase_is_named_by_its_file_once_it_is_deleted(started, desk, qtbot):
    window = started()
    page = secret_open(window, desk, qtbot)
    with qtbot.waitSignal(desk.session.changed):
        desk.session.do(lambda case: case.update_client(name="Nobody's business"))
    window.go("home")
    listed(page, qtbot, ["Nobody's business"])
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.list.message.words()))
    assert desk.session.case is None
    assert page.list.message.words().startswith("Secret client was moved")
    assert page.undo_words() == "deleting Secret client"


def test_the_sample_is_opened_where_its_work_stands(started, desk, qtbot):
    window = started()
    press(Qt.Key.Key_O, modifiers=CTRL | SHIFT)
    qtbot.waitUntil(lambda: window.current is window.page("interview"))
    assert desk.session.snapshot.client.name == "Halden Freight"


def test_whoever_began_a_form_while_a_file_was_opened_keeps_it(started, sample_file, desk, qtbot):
    window = started()
    page = window.page("home")
    window.open_file(sample_file)
    assert window.status.saved_words() == "Opening"
    page.new()
    write("Norrvik")
    qtbot.waitUntil(lambda: desk.session.snapshot is not None)
    qtbot.waitUntil(lambda: not desk.session.busy)
    assert window.status.saved_words() == "Ready"
    assert window.current is page
    assert on_screen(page.form)
    assert page.form.client.text() == "Norrvik"


def test_a_form_that_was_submitted_is_over_wherever_one_went_meanwhile(started, desk, qtbot):
    window = started()
    page = window.page("home")
    begin_secret(page)
    page.form.submit()
    window.go("settings")
    qtbot.waitUntil(lambda: desk.session.snapshot is not None)
    qtbot.waitUntil(lambda: not desk.session.busy)
    assert window.current is window.page("settings")
    assert (page.form.passphrase.text(), page.form.again.text()) == ("", "")
    assert page.form.isEnabled()
    window.go("home")
    qtbot.waitUntil(lambda: on_screen(page.list))


def test_a_quiet_start_shows_home_again_whatever_one_does_meanwhile(
    started, sample_file, desk, qtbot
):
    window = started()
    page = window.page("home")
    page.open_again(sample_file, "interview", quietly=True)
    window.go("settings")
    qtbot.waitUntil(lambda: desk.session.snapshot is not None)
    qtbot.waitUntil(lambda: not desk.session.busy)
    window.go("home")
    assert not page._stack.isHidden()


def test_what_is_created_while_a_file_is_opened_is_refused_in_words(
    started, sample_file, desk, qtbot
):
    window = started()
    page = window.page("home")
    window.open_file(sample_file)
    page.new()
    page.form.client.setText("Norrvik")
    page.form.submit()
    assert "being opened" in page.form.problem()
    assert page.form.isEnabled()
    qtbot.waitUntil(lambda: desk.session.snapshot is not None)
    assert page.form.client.text() == "Norrvik"
    assert on_screen(page.form)


def test_whoever_went_to_another_page_while_a_file_was_opened_stays(
    started, sample_file, desk, qtbot
):
    window = started()
    window.open_file(sample_file)
    window.go("settings")
    qtbot.waitUntil(lambda: desk.session.snapshot is not None)
    qtbot.waitUntil(lambda: not desk.session.busy)
    assert window.current is window.page("settings")


def test_enter_opens_the_selected_engagement_at_its_next_step(
    started, sample_file, make_file, desk, qtbot
):
    make_file("Alba")
    window = started()
    page = window.page("home")
    listed(page, qtbot, ["Alba", "Halden Freight"])
    assert page.list.view.hasFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.current is window.page("interview"))
    assert desk.session.path == sample_file


def test_the_panel_shows_levels_per_dimension(started, sample_file, qtbot):
    page = started().page("home")
    listed(page, qtbot, ["Halden Freight"])

    def said():
        return [label.text() for label in page.list.panel.findChildren(QLabel)]

    qtbot.waitUntil(lambda: "Monitoring & drift" in said())
    assert "disagreements" in said()
    assert "Waiting for" in said()


def test_a_dimension_that_does_not_apply_shows_no_level(started, sample_file, qtbot):
    page = started().page("home")
    with closing(Case.open(sample_file, author="tester")) as case:
        framework = case.snapshot.framework
        code = framework.dimensions[-1].code
        for one in framework.criteria:
            if one.dimension == code:
                judging.judge(case, one.id, AnswerValue.NA, reason="Not in scope")
    page.presenter.refresh()
    panel = page.list.panel

    def seen():
        strips = [one for one in panel.findChildren(LevelStrip) if not one.isHidden()]
        words = [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]
        return len(strips), words.count("n/a")

    qtbot.waitUntil(lambda: seen() == (8, 1))


def test_the_panel_names_the_scope_units(started, sample_file, make_file, desk, qtbot):
    path = make_file("Alba")
    case = Case.open(path, author="tester")
    scoping.save_unit(case, ScopeUnit(name="Pricing"))
    scoping.save_unit(case, ScopeUnit(id="two", name="Arrival times", position=1))
    case.close()
    make_file("Brae")
    page = started().page("home")
    listed(page, qtbot, ["Alba", "Brae", "Halden Freight"])
    said = page.list.panel.findChild(QWidget, "engagement-units")
    qtbot.waitUntil(said.isVisible)
    assert said.text() == "Scope units: Pricing, Arrival times"
    page.list.select(1)
    assert said.isHidden()
    with qtbot.waitSignal(page.presenter.surveyed):
        pass
    assert said.isHidden()  # one without a name says nothing


@pytest.mark.parametrize("opened_here", [False, True])
def test_the_panel_says_that_an_issued_version_is_out_of_date(
    started, make_file, qtbot, opened_here
):
    path = make_file("Alba")
    case = Case.open(path, author="tester")
    day = datetime(2026, 12, 4, 9, 0)
    issuing.issue(case, pdf=b"%PDF", content=b"{}", version="1.0", profile="full", issued=day)
    judging.judge(case, "SRC-1.1", AnswerValue.NO, reason="seen")
    case.close()
    window = started()
    page = window.page("home")
    listed(page, qtbot, ["Alba"])
    if opened_here:
        page.presenter.open(path)
        qtbot.waitUntil(lambda: window.session.snapshot is not None)
        window.go("home")
    said = page.list.panel.findChild(QWidget, "engagement-outdated")
    qtbot.waitUntil(said.isVisible)
    assert said.text() == (
        "Something has changed since version 1.0 was issued on 4 Dec 2026. 1 judgement."
    )


def test_assessments_of_one_client_are_told_apart_by_their_number(started, make_file, qtbot):
    path = make_file("Alba")
    case = Case.open(path, author="tester")
    judging.judge(case, "SRC-1.1", AnswerValue.NO, reason="seen")
    again = reassessing.start(case, path.with_name("Alba 2.plumb"), author="tester")
    again.update_engagement(starts=date(2026, 11, 2))
    again.close()
    case.close()
    page = started().page("home")
    listed(page, qtbot, ["Alba", "Alba"])
    said = {page.list.model.row(at).path.name: page.list.model.row(at).file for at in range(2)}
    assert said == {"Alba.plumb": "", "Alba 2.plumb": "Assessment 2, Nov 2026"}


def test_the_client_can_be_read_in_the_smallest_window(started, make_file, qtbot):
    make_file("Alba")
    window = started()
    pane = window.page("home").list
    listed(window.page("home"), qtbot, ["Alba"])
    window.resize(window.minimumSize())
    head = pane.view.horizontalHeader()
    qtbot.waitUntil(lambda: head.hiddenSectionCount() > 0)
    qtbot.waitUntil(lambda: pane.view.columnWidth(0) >= 110)
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: head.hiddenSectionCount() == 0)


def test_at_the_start_the_rows_come_first_and_then_their_panel(desk, make_file, qtbot):
    make_file("Alba")
    window = windowed(desk, qtbot, PLACES)
    page = window.page("home")
    page.panel_later = True
    made = []
    page.presenter.listed.connect(lambda _found: made.append(page.list.is_complete))
    window.go("home")
    qtbot.waitUntil(lambda: page.made("list") and page.list.is_complete)
    assert made[0] is False
    qtbot.waitUntil(lambda: page.list.panel.isVisible() and page.list.panel.more.isEnabled())
    press(Qt.Key.Key_Delete)
    assert page.list.panel.question.isVisible()


def test_off_screen_nothing_is_looked_over(started, sample_file, desk, qtbot):
    window = started()
    page = window.page("home")
    qtbot.waitUntil(lambda: len(rows(page)) == 1)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.isVisible() and desk.session.case is not None)
    asked = []
    page.presenter.survey = asked.append
    page.case_opened()
    assert asked == []
    window.go("home")
    assert [row.path for row in asked][:1] == [sample_file]


def test_search_finds_as_you_type_and_down_goes_to_the_list(started, sample_file, make_file, qtbot):
    make_file("Alba")
    page = started().page("home")
    listed(page, qtbot, ["Alba", "Halden Freight"])
    press(Qt.Key.Key_F, modifiers=CTRL)
    write("frei")
    listed(page, qtbot, ["Halden Freight"])
    assert page.search.edit.hasFocus()
    press(Qt.Key.Key_Down)
    assert page.list.view.hasFocus()


def test_no_match_says_so_and_can_be_cleared(started, make_file, qtbot):
    make_file("Alba")
    page = started().page("home")
    listed(page, qtbot, ["Alba"])
    page.search.edit.setText("zzz")
    listed(page, qtbot, [])
    button = page.list.findChild(QWidget, "clear-query")
    qtbot.waitUntil(button.isVisible)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    listed(page, qtbot, ["Alba"])
    assert page.search.edit.text() == ""


def test_where_all_was_deleted_the_list_says_so_and_leads_there(started, make_file, qtbot):
    make_file("Alba")
    page = started().page("home")
    listed(page, qtbot, ["Alba"])
    page.list.view.setFocus()
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return)
    listed(page, qtbot, [])
    button = page.list.findChild(QWidget, "show-deleted")
    qtbot.waitUntil(button.isVisible)
    assert not page.list.findChild(QWidget, "clear-query").isVisible()
    page.search.edit.setText("zzz")
    button.setFocus()
    press(Qt.Key.Key_Space)
    listed(page, qtbot, ["Alba"])
    assert page.list.status.current() == "deleted"
    assert page.list.status.buttons()["deleted"].hasFocus()


def test_the_filter_counts_and_chooses_by_status(started, sample_file, make_file, qtbot):
    make_file("Alba")
    page = started().page("home")
    listed(page, qtbot, ["Alba", "Halden Freight"])
    buttons = page.list.status.buttons()
    assert buttons[""].accessibleName() == "All, 2"
    assert buttons["planned"].accessibleName() == "Planned, 1"
    assert not buttons["archived"].isVisible()
    QTest.mouseClick(buttons["fieldwork"], Qt.MouseButton.LeftButton)
    listed(page, qtbot, ["Halden Freight"])


def test_the_counts_are_of_what_is_sought_and_no_choice_goes(
    started, sample_file, make_file, qtbot
):
    make_file("Alba")
    page = started().page("home")
    listed(page, qtbot, ["Alba", "Halden Freight"])
    page.search.edit.setText("frei")
    listed(page, qtbot, ["Halden Freight"])
    buttons = page.list.status.buttons()
    assert buttons[""].accessibleName() == "All, 1"
    assert buttons["planned"].accessibleName() == "Planned, 0"
    assert buttons["planned"].isVisible()


def test_an_earlier_answer_never_takes_the_place_of_a_later_one(
    started, make_file, qtbot, monkeypatch
):
    make_file("Alba")
    page = started().page("home")
    listed(page, qtbot, ["Alba"])
    answers = []
    monkeypatch.setattr(page.presenter, "_run", lambda _work, done, _failed: answers.append(done))
    page.presenter.ask(page.presenter._query)
    page.presenter.ask(page.presenter._query)
    before, now = Listing((), {}, frozenset()), Listing((), {"planned": 2}, frozenset(("planned",)))
    shown = []
    page.presenter.listed.connect(shown.append)
    answers[1](now)
    answers[0](before)
    assert shown == [now]


def test_a_copy_of_a_file_is_told_from_it(started, sample_file, make_file, desk, qtbot):
    make_file("Alba")
    copy = desk.engagements / "Halden Freight copy 2026-11-24.plumb"
    shutil.copyfile(sample_file, copy)
    page = started().page("home")
    listed(page, qtbot, ["Alba", "Halden Freight", "Halden Freight"])
    model = page.list.model
    files = [model.row(line).file for line in range(3)]
    assert files == ["", *sorted((copy.name, sample_file.name))]
    assert copy.name in model.data(model.index(files.index(copy.name), 0))
    said = page.list.panel.findChild(QWidget, "engagement-file")
    page.list.select(files.index(copy.name))
    assert said.text() == f"{copy.name} in {desk.engagements}"
    page.list.select(0)
    assert said.isHidden()


def test_a_damaged_file_keeps_its_row_and_says_what_to_do(started, make_file, qtbot):
    path = make_file("Alba")
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    window = started()
    page = window.page("home")
    listed(page, qtbot, ["Alba"])
    assert page.list.row().condition == "damaged"
    press(Qt.Key.Key_Return)
    assert window.message.words()
    assert page.session.case is None


def test_a_file_open_elsewhere_says_so(started, make_file, qtbot, desk):
    path = make_file("Alba")
    window = started()
    page = window.page("home")
    listed(page, qtbot, ["Alba"])
    other = Case.open(path, author="other")
    try:
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "open" in window.message.words())
    finally:
        other.close()
    assert desk.session.case is None


def test_a_file_dropped_on_the_window_is_opened(started, sample_file, tmp_path, desk, qtbot):
    outside = tmp_path / "from-a-stick.plumb"
    shutil.move(sample_file, outside)
    window = started()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(outside))])
    how = (
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(400, 400), *how))
    assert window.page("home").empty._cards[2]._lit
    QApplication.sendEvent(window, QDropEvent(QPointF(400, 400), *how))
    qtbot.waitUntil(lambda: desk.session.path == outside)
    window.go("home")
    listed(window.page("home"), qtbot, ["Halden Freight"])


def test_nothing_flashes_as_a_window_of_its_own(started, sample_file, qtbot, qapp):
    class Watcher(QObject):
        def __init__(self):
            super().__init__()
            self.seen = []

        def eventFilter(self, watched, event):  # noqa: N802
            shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
            if shown and watched.isWindow() and not isinstance(watched, MainWindow):
                self.seen.append(watched)
            return False

    watcher = Watcher()
    qapp.installEventFilter(watcher)
    try:
        page = started().page("home")
        listed(page, qtbot, ["Halden Freight"])
        page.new()
        press(Qt.Key.Key_F1)
    finally:
        qapp.removeEventFilter(watcher)
    assert watcher.seen == []


def test_a_hostile_name_is_only_text(started, desk, qtbot):
    window = started()
    page = window.page("home")
    name = "<img src='canary.png'><b>Bold</b>"
    page.new()
    page.form.client.setText(name)
    page.form.submit()
    qtbot.waitUntil(lambda: desk.session.case is not None)
    window.go("home")
    listed(page, qtbot, [name])
    assert window.findChild(QWidget, "crumb") is not None
    for label in window.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText, label.text()


@pytest.mark.parametrize(
    ("client", "name"),
    [
        ("Norrvik", "Norrvik.plumb"),
        ("A/B: C?", "A B C.plumb"),
        ("..", "Engagement.plumb"),
        ("x" * 200, f"{'x' * 80}.plumb"),
        ("a\x00b\n", "a b.plumb"),
    ],
)
def test_a_file_name_every_system_takes(tmp_path, client, name):
    assert free_path(tmp_path, client).name == name


def test_a_name_that_is_taken_gets_a_number(tmp_path):
    (tmp_path / "Alba.plumb").touch()
    (tmp_path / "Alba 2.plumb").touch()
    assert free_path(tmp_path, "Alba").name == "Alba 3.plumb"


def test_whoever_asks_for_a_form_before_the_list_is_there_keeps_it(desk, qtbot):
    one = MainWindow(desk, PLACES)
    qtbot.addWidget(one, before_close_func=lambda window: window.page("home").end())
    one.show()
    page = one.page("home")
    with qtbot.waitSignal(page.presenter.listed):
        one.go("home")
        page.new()
    assert on_screen(page.form)
    one._closing = True
