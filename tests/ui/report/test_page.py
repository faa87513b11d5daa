from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from engagements.casework import history
from engagements.casework.case import Case
from engagements.problem import Problem
from engagements.records import ReportSettings
from report_templates import shelf
from report_templates.beside.kinds import Kind
from report_templates.brand import BrandKit
from report_templates.content import report
from report_templates.unsettable import Unsettable
from tests.ui.windows import windowed
from ui.page import Page
from ui.pages import Place
from ui.report import making
from ui.report.commands import COMMANDS
from ui.report.others import KINDS
from ui.report.page import ReportPage, size_words

NO_GRAB = "This plugin does not support|Keyboard event not accepted"
"""The offscreen screen grabs no keyboard for a menu."""
BLACK = QColor("#000000")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(desk, opened, qtbot):
    places = [
        Place("home", "Home", "engagements", "Alt+Home", Page, needs_case=False),
        Place("report", "Report", "report", "Ctrl+Shift+P", ReportPage),
    ]
    return windowed(desk, qtbot, places)


@pytest.fixture
def page(window, qtbot):
    """The Report page with its first report made and drawn."""
    window.go("report")
    one = window.page("report")
    qtbot.waitUntil(one.view.has_picture)
    return one


def settings(session):
    return session.snapshot.of(ReportSettings)


def made_again(page, bench, count, qtbot):
    """At least: a build that a newer choice overtook is begun again."""

    def at_rest():
        presenter = page.presenter
        busy = presenter._job is not None or presenter._calm.isActive()
        return len(bench.built) >= count and not busy

    qtbot.waitUntil(at_rest)


def test_the_report_is_made_when_the_page_is_entered(page, bench):
    assert len(bench.built) == 1
    assert bench.built[0][0].client == "Halden Freight"
    assert page._pages == 3


def test_coming_back_makes_nothing_again(page, window, bench, qtbot):
    window.go("home")
    window.go("report")
    qtbot.waitUntil(lambda: not page.presenter._calm.isActive() and not page.presenter._job)
    assert len(bench.built) == 1


def test_pages_are_turned_by_keys(page, qtbot):
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_PageDown)
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    assert (page._number.text(), page._of.text()) == ("3", "of 3")
    QTest.keyClick(page.view, Qt.Key.Key_PageDown)
    assert page._number.text() == "3"
    QTest.keyClick(page.view, Qt.Key.Key_PageUp)
    assert page._number.text() == "2"
    QTest.keyClick(page.view, Qt.Key.Key_Home, CTRL)
    assert page._number.text() == "1"


def test_a_section_taken_out_is_kept_and_the_report_follows(page, opened, bench, qtbot):
    tick = page.findChild(QWidget, "section-evidence")
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    made_again(page, bench, 2, qtbot)
    assert settings(opened)[0].left_out == ("evidence",)
    assert bench.built[1][0].evidence is None


def test_a_section_that_has_nothing_to_say_says_so(page):
    made = page.presenter.report
    empty = making._empty(page.presenter.order(), (("summary", 2), ("method", 4)))
    assert "progress" in empty
    assert not empty & {"cover", "summary", "method"}
    page.presenter.made.emit(replace(made, empty=frozenset({"progress"})))
    sections = page.choices._sections
    assert {part for part, one in sections.items() if not one._empty.isHidden()} == {"progress"}
    sections["progress"].tick.setChecked(False)
    page.presenter.made.emit(replace(made, empty=frozenset()))
    assert sections["progress"]._empty.isHidden()


def test_whom_it_is_for_is_typed_and_stands_on_the_cover(page, opened, bench, qtbot):
    line = page.choices.document.audience
    line.setFocus()
    QTest.keyClicks(line, " the  board ")
    QTest.keyClick(line, Qt.Key.Key_Return)
    made_again(page, bench, 2, qtbot)
    assert settings(opened)[0].audience == "the board"
    assert "for the board" in bench.built[-1][0].model_dump_json()


def test_who_signs_is_ticked_and_one_stays(page, opened, qtbot):
    boxes = page.choices.document.signing.boxes
    assert [code for code, box in boxes.items() if box.isChecked()] == ["lead", "quality", "client"]
    QTest.keyClick(boxes["roadmap"], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: [len(one.signatories) for one in settings(opened)] == [4])
    for code in ("lead", "quality", "client"):
        QTest.keyClick(boxes[code], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: settings(opened)[0].signatories == ("roadmap",))
    QTest.keyClick(boxes["roadmap"], Qt.Key.Key_Space)
    assert boxes["roadmap"].isChecked()
    assert not page.choices.document.signing.least.isHidden()
    qtbot.wait(50)
    assert settings(opened)[0].signatories == ("roadmap",)


def test_the_cover_is_always_in(page):
    assert not page.findChild(QWidget, "section-cover").isEnabled()


def test_a_profile_has_its_own_sections(page, opened, bench, qtbot):
    page.choices.profile_chosen.emit("board")
    made_again(page, bench, 2, qtbot)
    assert settings(opened)[0].profile == "board"
    assert page.choices.profile.current() == "board"
    assert "transitions" not in page.choices._sections


def test_a_brand_kit_is_kept_in_the_engagement(page, opened, bench, qtbot):
    page.presenter.choose_kit("bundled:corvane")
    made_again(page, bench, 2, qtbot)
    assert opened.snapshot.engagement.brand.name == "corvane.zip"
    assert bench.built[0][1] != bench.built[1][1]
    assert page.choices.kit.current() == "bundled:corvane"


def test_the_kept_kit_is_found_again(page, window, opened, bench, sample_file, qtbot):
    page.presenter.choose_kit("bundled:corvane")
    made_again(page, bench, 2, qtbot)
    window.go("home")
    with qtbot.waitSignal(opened.case_changed):
        opened.close()
    with qtbot.waitSignal(opened.case_changed):
        opened.open(lambda: Case.open(sample_file, author="b"), sample_file)
    window.go("report")
    qtbot.waitUntil(lambda: page.choices.kit.current() == "bundled:corvane")


def test_a_kit_that_is_wrong_is_refused_in_words(page, window, tmp_path, bench, qtbot):
    (tmp_path / "brand.toml").write_text('primary = "red"\nnonsense = 1\n')
    page.presenter.choose_folder(tmp_path)
    qtbot.waitUntil(lambda: "cannot be used" in window.message.words())
    assert page.choices.kit.current() == "bundled:meridian"
    assert len(bench.built) == 1


def test_a_report_that_cannot_be_made_says_so_and_the_old_page_stays(page, window, bench, qtbot):
    bench.fail = ("The section does not fit.", "Shorten its text.")
    page.choices.draft.click()
    qtbot.waitUntil(lambda: "does not fit" in window.message.words())
    assert page.view.has_picture()
    assert page._pages == 3
    made_again(page, bench, 2, qtbot)
    qtbot.waitUntil(lambda: page._said.text() == "Pages from before the last change")


def test_a_section_that_cannot_be_set_is_skipped_by_one_button(page, window, opened, bench, qtbot):
    bench.fail = Unsettable("“Evidence register” could not be laid out.", "Skip it.", "evidence")
    page.choices.draft.click()
    qtbot.waitUntil(lambda: "could not be laid out" in window.message.words())
    skip = window.message.findChild(QWidget, "message-action")
    assert skip.isVisible()
    assert skip.text() == "Skip this section"
    bench.fail = None
    skip.setFocus()
    QTest.keyClick(skip, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: settings(opened)[0].left_out == ("evidence",))
    qtbot.waitUntil(lambda: page._said.text() != "Pages from before the last change")
    qtbot.waitUntil(lambda: not window.message.isVisible())
    assert bench.built[-1][0].evidence is None


def test_the_cover_is_not_offered_to_be_skipped(page, window, bench, qtbot):
    bench.fail = Unsettable("“Cover” could not be laid out.", "It is a fault.", "cover")
    page.choices.draft.click()
    qtbot.waitUntil(lambda: "could not be laid out" in window.message.words())
    assert not window.message.findChild(QWidget, "message-action").isVisible()


def test_what_was_at_fault_and_is_undone_is_no_longer_said(page, window, opened, bench, qtbot):
    bench.fail = ("The section does not fit.", "Shorten its text.")
    page.choices.draft.click()
    qtbot.waitUntil(lambda: "does not fit" in window.message.words())
    opened.do(history.undo)
    qtbot.waitUntil(lambda: not window.message.words())
    made_again(page, bench, 2, qtbot)
    qtbot.waitUntil(lambda: page._said.text().startswith("Preview is the PDF itself"))


def test_after_a_change_the_content_is_gathered_once(page, bench, monkeypatch, qtbot):
    gathered, of = [], report.of

    def count(*args, **named):
        gathered.append(named)
        return of(*args, **named)

    monkeypatch.setattr(report, "of", count)
    page.choices.version_typed.emit("2.0")
    made_again(page, bench, 2, qtbot)
    assert [one[0].version for one in bench.sections] == ["2.0"]
    assert len(gathered) == 1


def middle(page):
    image = page.view._sheet.image
    return image.pixelColor(image.width() // 2, image.height() // 2)


def test_the_section_on_screen_is_redrawn_before_the_whole_is_there(page, bench, qtbot):
    go_on = Event()
    bench.hold = lambda _cancelled: go_on.wait(20)
    page.turn_to(1)
    qtbot.waitUntil(lambda: page.view._sheet.image is not None and middle(page) != BLACK)
    page.choices.version_typed.emit("2.0")
    qtbot.waitUntil(lambda: middle(page) == BLACK)
    content, key, pages = bench.sections[-1]
    assert (content.version, key) == ("2.0", "summary")
    assert pages["summary"] == 2
    assert page._pages == 3
    page.turn_to(2)
    qtbot.waitUntil(lambda: middle(page) != BLACK)
    page.turn_to(1)
    qtbot.waitUntil(lambda: middle(page) == BLACK)
    go_on.set()
    made_again(page, bench, 2, qtbot)
    qtbot.waitUntil(lambda: middle(page) != BLACK)


def test_a_newer_choice_stops_the_older_build(page, opened, bench, qtbot):
    started = Event()

    def hold(cancelled):
        started.set()
        while not cancelled():
            started.wait(0.01)
        bench.hold = None
        raise Problem("The report was cancelled.")

    bench.hold = hold
    page.choices.draft.click()
    qtbot.waitUntil(started.is_set)
    page.choices.version_typed.emit("2.0")
    qtbot.waitUntil(lambda: bench.built[-1][0].version == "2.0")
    made_again(page, bench, 3, qtbot)
    assert settings(opened)[0].version == "2.0"


def exported(page, monkeypatch, target):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    QTest.keyClick(page.view, Qt.Key.Key_E, CTRL)


def test_export_writes_what_is_shown(page, bench, tmp_path, monkeypatch, qtbot):
    target = tmp_path / "out"
    page.view.setFocus()
    with qtbot.waitSignal(page.presenter.exported) as told:
        exported(page, monkeypatch, target)
    assert told.args == [tmp_path / "out.pdf"]
    assert (tmp_path / "out.pdf").read_bytes() == page.presenter.report.pdf
    assert len(bench.built) == 1
    assert page.findChild(QWidget, "open-exported").isVisible()


def test_an_export_that_cannot_be_written_says_why(page, window, tmp_path, monkeypatch, qtbot):
    page.view.setFocus()
    exported(page, monkeypatch, tmp_path / "missing" / "out.pdf")
    qtbot.waitUntil(lambda: "is not there" in window.message.words())
    assert page.outcome.button.isEnabled()
    exported(page, monkeypatch, tmp_path / "out.pdf")
    qtbot.waitUntil((tmp_path / "out.pdf").exists)
    qtbot.waitUntil(lambda: not window.message.words())


def test_an_export_can_be_cancelled_and_leaves_no_file(page, bench, tmp_path, monkeypatch, qtbot):
    started = Event()

    def hold(cancelled):
        started.set()
        while not cancelled():
            started.wait(0.01)
        bench.hold = None

    target = tmp_path / "out.pdf"
    page.view.setFocus()
    bench.hold = hold
    page.presenter.report = None
    exported(page, monkeypatch, target)
    qtbot.waitUntil(started.is_set)
    assert page.outcome.stop.isVisible()
    QTest.mouseClick(page.outcome.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.outcome.button.isEnabled)
    assert not target.exists()


def test_nothing_of_one_client_stays_when_another_is_opened(page, window, opened, make_file, qtbot):
    other = make_file("Norrvik")
    window.go("home")
    with qtbot.waitSignals([opened.case_changed] * 2):
        opened.open(lambda: Case.open(other, author="b"), other)
    assert not page.view.has_picture()
    assert page.presenter.report is None
    assert "Halden" not in "".join(page.crumb())


def test_the_page_shows_the_pdf_not_the_theme(page, qtbot):
    image = page.view._sheet.image
    assert image.pixelColor(2, 2) == QColor("#FFFFFF")


def test_what_to_know_before_it_goes_out(page):
    grades = [check.grade for check in page.outcome.checks.shown]
    assert grades.count("fix") >= 1
    assert page.outcome.checks.chip.text() == f"{grades.count('fix')} must fix"


@pytest.mark.parametrize(
    ("size", "words"), [(87_000, "87 kB"), (1_840_000, "1.8 MB"), (100_000, "0.1 MB")]
)
def test_a_size_in_words(size, words):
    assert size_words(size) == words


def taken(page, monkeypatch, kind, target):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    button = page.findChild(QWidget, "export-as")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    menu = button.findChild(QMenu, "export-as-menu")
    assert menu.accessibleName() == "Export as"
    while menu.activeAction() is None or menu.activeAction().objectName() != f"export-as-{kind}":
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)


@pytest.mark.qt_log_ignore(NO_GRAB, extend=True)
@pytest.mark.parametrize(
    ("kind", "begins"), [("docx", b"word "), ("xlsx", b"PK"), ("ics", b"BEGIN:"), ("json", b"{")]
)
def test_other_kinds_are_exported_from_the_menu_by_keys(
    page, tmp_path, monkeypatch, qtbot, kind, begins
):
    with qtbot.waitSignal(page.presenter.exported) as told:
        taken(page, monkeypatch, kind, tmp_path / "out")
    assert told.args == [tmp_path / f"out.{kind}"]
    assert (tmp_path / f"out.{kind}").read_bytes().startswith(begins)


@pytest.mark.qt_log_ignore(NO_GRAB, extend=True)
def test_another_kind_can_be_cancelled_and_leaves_no_file(
    page, bench, tmp_path, monkeypatch, qtbot
):
    started = Event()

    def hold(cancelled):
        started.set()
        while not cancelled():
            started.wait(0.01)
        bench.hold = None

    bench.hold = hold
    taken(page, monkeypatch, "docx", tmp_path / "out.docx")
    qtbot.waitUntil(started.is_set)
    assert not page.findChild(QWidget, "export-as").isEnabled()
    page.outcome.stop.click()
    qtbot.waitUntil(page.findChild(QWidget, "export-as").isEnabled)
    assert list(tmp_path.glob("out*")) == []


def test_the_palette_offers_every_kind(page):
    names = {one.name for one in COMMANDS if one.offered(page.session, page)}
    assert {f"export-{kind.value}" for kind in Kind} <= names
    assert tuple(KINDS) == tuple(kind.value for kind in Kind)


def test_the_proposed_name_is_of_client_document_version_and_day(page):
    day = date.today().isoformat()
    found = page.going.proposed(draft=True)
    assert found.name == f"Halden Freight, MLOps maturity, 1.0 draft, {day}.pdf"
    assert found.parent == Path(page.desk.engagements)


def test_how_interviewees_appear_is_kept_and_the_report_follows(page, opened, bench, qtbot):
    page.choices.changed.emit({"interviewees": "pseudonym"})
    made_again(page, bench, 2, qtbot)
    assert settings(opened)[0].interviewees == "pseudonym"
    assert page.choices.document.interviewees.current() == "pseudonym"
    assert "Interviewee 1" in bench.built[1][0].model_dump_json()


def test_a_kit_that_has_changed_since_is_offered(
    page, window, desk, opened, bench, tmp_path, qtbot
):
    def on_the_shelf(firm):
        folder = tmp_path / "fjord"
        folder.mkdir(exist_ok=True)
        (folder / "brand.toml").write_text(f'firm = "{firm}"\n')
        desk.store.kits.mkdir(exist_ok=True)
        kit = BrandKit.load(folder)
        shelf.place_of(desk.store.kits, kit).write_bytes(kit.to_bytes())

    on_the_shelf("Before")
    window.go("home")
    window.go("report")
    qtbot.waitUntil(lambda: page.choices.kit.findData("own:fjord") >= 0)
    page.presenter.choose_kit("own:fjord")
    made_again(page, bench, 2, qtbot)
    assert not page.choices.newer.isVisible()
    on_the_shelf("After")
    window.go("home")
    window.go("report")
    qtbot.waitUntil(page.choices.newer.isVisible)
    assert page.choices.kit.current() == "kept"
    page.choices.newer.click()
    qtbot.waitUntil(lambda: BrandKit.from_bytes(bench.built[-1][1]).brand.firm == "After")
    assert not page.choices.newer.isVisible()


def test_a_section_is_moved_by_keys_and_keeps_them(page, opened, bench, qtbot):
    tick = page.findChild(QWidget, "section-method")
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    made_again(page, bench, 2, qtbot)
    order = settings(opened)[0].order
    assert order.index("method") == order.index("evidence") - 1
    shown = list(page.choices._sections)
    assert shown[:2] == ["cover", "contents"]
    assert shown[2:] == list(order)
    names = list(dict.fromkeys(name for name, _ in bench.built[1][0].pages()))
    assert names.index("method") < names.index("evidence")
    assert page.window().focusWidget() is tick
    said = tick.accessibleDescription()
    assert str(shown.index("method") + 1) in said
    page.findChild(QWidget, "usual-order").click()
    made_again(page, bench, 3, qtbot)
    assert settings(opened)[0].order == ()
    assert page.choices._usual.isHidden()


def test_cover_and_contents_stay_and_a_short_profile_keeps_the_whole_order(page, opened, qtbot):
    page.choices.shift("contents", 1)
    page.choices.shift("summary", -1)
    assert not settings(opened)
    page.choices.shift("glossary", -1)
    qtbot.waitUntil(lambda: bool(settings(opened)))
    page.choices.profile_chosen.emit("board")
    qtbot.waitUntil(lambda: page.choices.profile.current() == "board")
    page.choices.shift("roadmap", -1)
    qtbot.waitUntil(lambda: settings(opened)[0].order.index("roadmap") == 1)
    order = settings(opened)[0].order
    assert len(order) == 11
    assert order.index("glossary") < order.index("progress")


def test_language_paper_and_file_name_are_kept(page, opened, bench, qtbot):
    document = page.choices.document
    document.language.picked.emit("de")
    document.paper.picked.emit("Letter")
    qtbot.waitUntil(lambda: [one.paper for one in settings(opened)] == ["Letter"])
    qtbot.waitUntil(lambda: bench.built[-1][0].paper == "Letter")
    assert bench.built[-1][0].language == "de"
    document.name.setFocus()
    document.name.selectAll()
    QTest.keyClicks(document.name, "{nobody}")
    assert "{client}" in document._name.said()
    document.name.selectAll()
    QTest.keyClicks(document.name, "{date} {client}")
    QTest.keyClick(document.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: settings(opened)[0].file_name == "{date} {client}")
    assert page.going.proposed(draft=True).name.endswith(" Halden Freight.pdf")
