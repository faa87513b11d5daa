"""Settings while what is chosen cannot be written: said once, nothing lost, and on."""

import errno
import os
import shutil
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton

from report_templates.brand import BRANDS
from tests.ui.settings.conftest import rest
from ui import faults
from ui.theme import Mode, theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def unforeseen(monkeypatch):
    """No error that nobody foresaw."""
    found = []
    monkeypatch.setattr(faults, "_reporters", [found.append])
    yield
    assert found == []


def choose_theme(page):
    QTest.mouseClick(page.looks.mode.buttons()["dark"], LEFT)


def choose_size(page):
    QTest.mouseClick(page.looks.scale.buttons()["115"], LEFT)


def choose_motion(page):
    page.looks.motion.click()


def choose_safe(page):
    page.interviewing.safe.click()


def choose_folder(page):
    page.folders.change.click()


def choose_language(page):
    page.language.choice.setCurrentIndex(1)
    page.language.choice.activated.emit(1)


CHOICES = [
    choose_theme,
    choose_size,
    choose_motion,
    choose_safe,
    choose_folder,
    choose_language,
]


@contextmanager
def file_in_the_way(path):
    """A folder of the same name stands where the file would go."""
    path.unlink(missing_ok=True)
    path.mkdir()
    yield
    path.rmdir()


@pytest.mark.parametrize("choose", CHOICES)
def test_a_choice_that_cannot_be_written_holds_and_is_said(
    choose,
    page,
    desk,
    tmp_path,
    monkeypatch,
):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "else"))
    said, path = page.window().message, Path(desk.settings.fileName())
    desk.settings.sync()
    with file_in_the_way(path):
        choose(page)
        assert said.words().startswith("The settings cannot be written")
        assert str(path.parent) in said.words()
        chosen = {key: desk.settings.value(key) for key in desk.settings.allKeys()}
        if choose is choose_theme:
            assert theme().mode is Mode.DARK
    said.dismiss()
    QTest.mouseClick(page.looks.scale.buttons()["130"], LEFT)
    assert not said.isVisible()
    kept = QSettings(str(path), QSettings.Format.IniFormat)
    for key in chosen.keys() - {"text_size"}:
        assert str(kept.value(key)).lower() == str(chosen[key]).lower()
    assert "text_size=130" in path.read_text()


def blocked(folder):
    """A file stands where the folder would be made."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.write_text("in the way")


def test_a_backup_that_cannot_be_written_is_said_and_made_later(page, desk, qtbot):
    said, folder = page.window().message, desk.store.backups
    blocked(folder)
    QTest.mouseClick(page.backups.now, LEFT)
    qtbot.waitUntil(said.isVisible)
    assert "cannot be written" in said.words()
    rest(qtbot)
    assert "No copy yet." in page.backups._state.text()
    folder.unlink()
    QTest.mouseClick(page.backups.now, LEFT)
    qtbot.waitUntil(lambda: page.backups._state.text().startswith("1 copy"))


@pytest.mark.parametrize("name", ["open-logs", "open-backups"])
def test_a_folder_that_cannot_be_made_is_said(name, page, desk):
    blocked(desk.store.logs if name == "open-logs" else desk.store.backups)
    QTest.mouseClick(page.findChild(QPushButton, name), LEFT)
    assert "cannot be made" in page.window().message.words()


def test_a_kit_that_cannot_be_kept_or_removed_is_said(
    page,
    desk,
    tmp_path,
    qtbot,
    monkeypatch,
):
    said, source = page.window().message, tmp_path / "nordic"
    shutil.copytree(BRANDS / "meridian", source)
    blocked(desk.store.kits)
    page.kits.take(source)
    qtbot.waitUntil(lambda: "cannot be made" in said.words())
    desk.store.kits.unlink()
    page.kits.take(source)
    qtbot.waitUntil(
        lambda: page.kits.findChild(QPushButton, "remove-kit-nordic") is not None, timeout=20_000
    )

    def refuse(_path, **_how):
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    button = page.kits.findChild(QPushButton, "remove-kit-nordic")
    with monkeypatch.context() as held:
        held.setattr(Path, "unlink", refuse)
        button.click()
        button.click()
        qtbot.waitUntil(lambda: "cannot be removed" in said.words())
        rest(qtbot)
    assert list(desk.store.kits.iterdir())
    button.click()
    qtbot.waitUntil(lambda: not list(desk.store.kits.iterdir()))
    rest(qtbot)
