"""Settings: what is chosen takes effect, is kept, and is shown again."""

import shutil
import zipfile

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from report_templates import shelf
from report_templates.brand import BRANDS
from tests.ui.settings.conftest import rest
from ui.parts.spelling import CHOICE, MINE, spelling
from ui.settings.places import ENGAGEMENTS
from ui.settings.section import QDesktopServices
from ui.shell import appearance
from ui.theme import Mode, theme

LEFT = Qt.MouseButton.LeftButton


def labels(widget):
    return [one.text() for one in widget.findChildren(QLabel) if not one.isHidden()]


def test_theme_and_text_size_change_at_once_and_are_kept(page, desk):
    QTest.mouseClick(page.looks.mode.buttons()["dark"], LEFT)
    assert theme().tokens.dark
    QTest.mouseClick(page.looks.scale.buttons()["115"], LEFT)
    assert theme().scale == 115
    page.looks.motion.setChecked(False)
    assert not theme().reduce_motion
    theme().set_mode(Mode.LIGHT)
    theme().set_scale(100)
    appearance.dress(desk.settings)
    assert (theme().mode, theme().scale, theme().reduce_motion) == (Mode.DARK, 115, False)


def test_what_is_chosen_elsewhere_is_shown(page):
    theme().set_mode(Mode.DARK)
    assert page.looks.mode.current() == "dark"
    theme().set_scale(130)
    assert page.looks.scale.current() == "130"


def test_settings_that_make_no_sense_are_as_on_the_first_day(desk):
    for key, value in (("theme", "purple"), ("text_size", "99"), ("reduce_motion", "maybe")):
        desk.settings.setValue(key, value)
    appearance.dress(desk.settings)
    assert (theme().mode, theme().scale, theme().reduce_motion) == (Mode.SYSTEM, 100, False)
    theme().reduce_motion = True


def test_an_interview_may_begin_client_safe(page, desk):
    page.interviewing.safe.click()
    assert appearance.is_on(desk.settings, "interview/client_safe")


def test_a_folder_is_opened_in_the_systems_own_window(page, desk, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    QTest.mouseClick(page.findChild(QPushButton, "open-logs"), LEFT)
    assert opened == [str(desk.store.logs)]
    assert desk.store.logs.is_dir()


def test_another_folder_of_engagements_counts_from_the_next_start(
    page, desk, tmp_path, monkeypatch
):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "else"))
    QTest.mouseClick(page.folders.change, LEFT)
    assert desk.settings.value(ENGAGEMENTS) == str(tmp_path / "else")
    assert "From the next start" in page.folders._later.text()


def test_a_backup_is_made_while_the_engagement_is_open(page, desk, qtbot):
    assert "No copy yet." in page.backups._state.text()
    QTest.mouseClick(page.backups.now, LEFT)
    qtbot.waitUntil(lambda: page.backups._state.text().startswith("1 copy"))
    (copy,) = desk.store.backups.glob("*.plumb")
    assert copy.stem.startswith("Halden Freight 20")


def test_a_kit_is_imported_from_a_folder_and_removed_at_the_second_press(
    page, desk, tmp_path, qtbot
):
    source = tmp_path / "nordic"
    shutil.copytree(BRANDS / "meridian", source)
    page.kits.take(source)
    qtbot.waitUntil(lambda: "Nordic" in labels(page.kits))
    assert (desk.store.kits / f"nordic{shelf.SUFFIX}").is_file()
    rest(qtbot)
    button = page.kits.findChild(QPushButton, "remove-kit-nordic")
    QTest.mouseClick(button, LEFT)
    assert button.text() == "Remove for good"
    QTest.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: "Nordic" not in labels(page.kits))
    assert not list(desk.store.kits.iterdir())


def test_a_kit_that_cannot_be_used_is_refused_in_words(page, desk, tmp_path, qtbot):
    source = tmp_path / "pale"
    source.mkdir()
    (source / "brand.toml").write_text('primary = "#FFFFFF"\n')
    page.kits.take(source)
    qtbot.waitUntil(lambda: "pale" in page.window().message.words())
    bad = tmp_path / "bad.zip"
    bad.write_bytes(b"no archive")
    page.kits.take(bad)
    qtbot.waitUntil(lambda: "bad is not a brand kit" in page.window().message.words())
    assert not desk.store.kits.exists()


def test_about_says_what_lacks(page):
    words = labels(page.about)
    assert "Plumbline" in words
    assert any("Run it." in one for one in words)


def test_an_archive_takes_nothing_outside_its_kit(tmp_path):
    path = tmp_path / "nordic.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in (BRANDS / "meridian").iterdir():
            archive.writestr(f"export/{file.name}", file.read_bytes())
        archive.writestr("../../evil.toml", "x")
        archive.writestr("export/run.sh", "x")
    kit = shelf.take_in(path)
    assert kit.name == "nordic"
    assert "run.sh" not in kit.files
    assert not any("evil" in name for name in kit.files)


def test_the_spelling_of_notes_is_chosen_and_kept(page, desk, session):
    spelling().begin(desk.settings, session)
    try:
        assert page.spelled.choice.currentText() == "As the window"
        page.spelled.choice.setFocus()
        QTest.keyClick(page.spelled.choice, Qt.Key.Key_Down)
        assert page.spelled.choice.currentText() == "Off"
        assert desk.settings.value(CHOICE) == "off"
        assert spelling().speller() is None
    finally:
        spelling().end()


def test_ones_own_words_are_listed_and_may_be_taken_back(page, desk, session):
    spelling().begin(desk.settings, session)
    try:
        spelling().add("frobnicator")
        spelling().add("Bamboo")
        assert page.spelled.words.toPlainText() == "Bamboo\nfrobnicator"
        page.spelled.words.setFocus()
        page.spelled.words.selectAll()
        QTest.keyClicks(page.spelled.words, "Zebra")
        page.looks.motion.setFocus()
        assert spelling().mine() == ("Zebra",)
        assert desk.settings.value(MINE) == ["Zebra"]
    finally:
        spelling().end()
