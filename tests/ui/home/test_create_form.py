"""The form for a new engagement: days as typed, scope units, kit and language."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.ui.home.test_page import CTRL, press, started, write  # noqa: F401
from ui.home import founding
from ui.parts.days import day_of, typed

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-12-18", date(2026, 12, 18)),
        ("18.12.2026", date(2026, 12, 18)),
        ("18  dec 2026", date(2026, 12, 18)),
        ("18 December 2026", date(2026, 12, 18)),
        ("18 Dec", date(2026, 12, 18)),
        ("2 Feb", date(2027, 2, 2)),
        ("29 Feb", None),
        ("soon", None),
        ("", None),
    ],
)
def test_days_as_they_are_typed(words, day):
    assert day_of(words, TODAY) == day


def test_a_day_is_read_as_it_is_shown():
    assert day_of(typed(TODAY), TODAY) == TODAY
    assert typed(None) == ""


@pytest.fixture
def form(started, qtbot):  # noqa: F811
    page = started().page("home")
    page.new()
    qtbot.waitUntil(lambda: page.form.kit.count() > 1)
    return page.form


def test_everything_asked_for_is_in_the_file(form, desk, qtbot):
    write("Norrvik Energi")
    form.units.setPlainText("Grid\n\n  Control   room \nGrid")
    form.target.choose("2")
    form.starts.setText("1.12.2026")
    form.ends.setText("2026-12-18")
    form.units.setFocus()
    press(Qt.Key.Key_Return, modifiers=CTRL)
    qtbot.waitUntil(lambda: desk.session.snapshot is not None)
    snapshot = desk.session.snapshot
    assert [unit.name for unit in snapshot.scope_units] == ["Grid", "Control room"]
    kept = snapshot.engagement
    assert (kept.target, kept.starts, kept.ends) == (2, date(2026, 12, 1), date(2026, 12, 18))
    assert kept.brand.name == "meridian.zip"
    assert kept.language == "en"


@pytest.mark.parametrize(("window", "first"), [("de", "de"), ("en", "en"), ("fr", "en")])
def test_the_windows_language_is_proposed_for_the_questions(window, first, monkeypatch):
    monkeypatch.setattr(founding, "spoken", lambda: window)
    assert founding.offer().languages[0][0] == first


def test_what_stays_is_said_before_it_is_chosen(form):
    assert "The language of the questions and the passphrase stay" in form._words.text()


def test_days_that_make_no_sense_are_said_at_their_field(form, desk):
    write("Norrvik Energi")
    form.ends.setText("some day")
    form.submit()
    assert form.ends.hasFocus()
    assert "18 Dec 2026" in form._ends.said()
    form.ends.setText("2020-01-01")
    assert form._ends.said() == ""
    form.submit()
    assert "before" in form._ends.said()
    assert not list(desk.engagements.iterdir())


def test_without_units_there_is_one_without_a_name(form, desk, qtbot):
    write("Norrvik Energi")
    form.starts.clear()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.session.snapshot is not None)
    assert [unit.name for unit in desk.session.snapshot.scope_units] == [""]
    assert desk.session.snapshot.engagement.starts is None


def test_an_own_kit_is_taken_from_its_folder_and_a_bad_one_refused(
    form, desk, qtbot, monkeypatch, tmp_path
):
    kit = tmp_path / "own"
    kit.mkdir()
    (kit / "brand.toml").write_text('firm = "Own firm"\nprimary = "blue"\n')
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(kit))
    form.kit.setCurrentIndex(form.kit.count() - 1)
    form.kit.activated.emit(form.kit.count() - 1)
    assert form.kit.current() == str(kit)
    form.client.setText("Norrvik Energi")
    form.submit()
    qtbot.waitUntil(lambda: "cannot be used" in form.problem())
    assert not list(desk.engagements.iterdir())
    (kit / "brand.toml").write_text('firm = "Own firm"\n')
    form.submit()
    qtbot.waitUntil(lambda: desk.session.snapshot is not None)
    assert desk.session.snapshot.engagement.brand.name == "own.zip"


def test_tab_leaves_the_scope_units(form):
    form.units.setFocus()
    press(Qt.Key.Key_Tab)
    assert not form.units.hasFocus()
    assert form.units.toPlainText() == ""
