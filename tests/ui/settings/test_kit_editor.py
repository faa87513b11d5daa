"""The editor of brand kits: shows, measures, previews, saves, keeps what is not saved."""

import shutil
import zipfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from report_templates import shelf
from report_templates.brand import BRANDS, BrandKit
from tests.report_templates.test_brand import png
from tests.ui.settings.conftest import rest
from ui.parts.kit_work import UNSAVED

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(page, desk, tmp_path, qtbot):
    """The editor with a kit of one's own open, drawn once."""
    source = tmp_path / "nordic"
    shutil.copytree(BRANDS / "meridian", source)
    page.kits.take(source)
    rest(qtbot)
    qtbot.waitUntil(lambda: page.findChild(QPushButton, "open-kit-nordic") is not None)
    page.findChild(QPushButton, "open-kit-nordic").click()
    drawn(page.editor, qtbot)
    return page.editor


def drawn(editor, qtbot):
    qtbot.waitUntil(lambda: editor.isVisible() and not editor._calm.isActive())
    rest(qtbot)


def type_in(edit, words):
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, words)


def kit(desk, name="nordic"):
    return BrandKit.from_bytes((desk.store.kits / f"{name}{shelf.SUFFIX}").read_bytes())


def test_what_is_changed_is_previewed_and_saved_by_its_key(editor, desk, bench, qtbot):
    assert len(editor.preview.images) == 2
    assert editor.state.text() == "Saved"
    built = len(bench.built)
    type_in(editor.fields.firm, 'Fjord "&" Sons')
    assert editor.state.text() == "Not saved yet"
    qtbot.waitUntil(lambda: len(bench.built) == built + 1)
    drawn(editor, qtbot)
    content, packed = bench.built[-1]
    assert BrandKit.from_bytes(packed).brand.firm == 'Fjord "&" Sons'
    assert [name for name, _ in content.pages()] == ["glance"]
    assert kit(desk).brand.firm == "Meridian Advisory"
    QTest.keyClick(editor.fields.firm, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: editor.state.text() == "Saved")
    assert kit(desk).brand.firm == 'Fjord "&" Sons'


def test_a_sentence_in_german_is_kept_and_is_as_in_english_when_blank(editor, desk, qtbot):
    edit = editor.fields.spoken["de", "confidentiality"]
    type_in(edit, "Vertraulich")
    QTest.keyClick(edit, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: editor.state.text() == "Saved")
    assert kit(desk).spoken("de").brand.confidentiality == "Vertraulich"
    type_in(edit, "")
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    QTest.keyClick(edit, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: editor.state.text() == "Saved")
    assert kit(desk).spoken("de").brand.confidentiality == kit(desk).brand.confidentiality


def test_a_pale_colour_is_measured_and_changed_only_when_asked(editor, bench, qtbot):
    built, pictures = len(bench.built), editor.preview.images
    colour = editor.fields.colours["primary"]
    type_in(colour.edit, "#3C7A90")
    assert colour.said() == "Contrast only 4.7:1; 7:1 needed"
    assert colour.offer.text() == "Use #1F6075"
    qtbot.waitUntil(lambda: "as it was before" in editor.note.text())
    assert colour.edit.text() == "#3C7A90"
    assert editor.preview.images is pictures
    assert len(bench.built) == built
    QTest.keyClick(colour.edit, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: "Put right first" in editor._problem.text())
    colour.offer.click()
    assert colour.edit.text() == "#1F6075"
    assert not colour.offer.isVisible()
    qtbot.waitUntil(lambda: len(bench.built) == built + 1)
    drawn(editor, qtbot)


def test_what_is_not_saved_comes_back_and_goes_when_discarded(editor, page, desk, qtbot):
    type_in(editor.fields.confidentiality, "")
    QTest.keyClick(editor.fields.confidentiality, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: editor.fields._fields["confidentiality"].said() == "Must not be blank.")
    QTest.keyClick(editor.fields.confidentiality, Qt.Key.Key_Escape)
    assert editor.isHidden()
    rest(qtbot)
    left = desk.store.kits / f"nordic{UNSAVED}"
    assert left.is_file()
    editor._left.clear()  # as after another start
    editor.open("nordic", own=True)
    drawn(editor, qtbot)
    assert editor.fields.confidentiality.text() == ""
    assert editor.state.text() == "Not saved yet"
    editor.discard.click()
    editor.discard.click()
    rest(qtbot)
    assert editor.state.text() == "Saved"
    assert editor.fields.confidentiality.text().startswith("Confidential")
    assert not left.exists()


def test_a_kit_that_comes_along_is_duplicated_to_be_edited(page, desk, qtbot):
    page.findChild(QPushButton, "open-kit-fennick").click()
    drawn(page.editor, qtbot)
    assert page.editor.fields.firm.isReadOnly()
    assert not page.editor.accept.isVisible()
    page.editor.duplicate.click()
    qtbot.waitUntil(lambda: page.editor.fields.name.text() == "fennick 2")
    drawn(page.editor, qtbot)
    assert not page.editor.fields.firm.isReadOnly()
    assert kit(desk, "fennick 2").brand == BrandKit.bundled("fennick").brand


def test_a_kit_is_renamed_but_not_over_another(editor, desk, qtbot):
    for name, words in (("meridian", "comes with Plumbline"), ("nordic 2", "already")):
        if name == "nordic 2":
            (desk.store.kits / f"nordic 2{shelf.SUFFIX}").write_bytes(kit(desk).to_bytes())
        type_in(editor.fields.name, name)
        editor.submit()
        qtbot.waitUntil(lambda words=words: words in editor._problem.text())
    type_in(editor.fields.name, "../fjord")
    editor.submit()
    qtbot.waitUntil(lambda: editor.state.text() == "Saved")
    names = {one.name for one in desk.store.kits.iterdir()}
    assert names == {f"fjord{shelf.SUFFIX}", f"nordic 2{shelf.SUFFIX}"}
    assert editor.fields.name.text() == "fjord"
    drawn(editor, qtbot)


def test_a_logo_and_a_typeface_are_taken_in_or_refused_in_words(editor, tmp_path, qtbot):
    (tmp_path / "small.png").write_bytes(png(20, 20))
    (tmp_path / "good.png").write_bytes(png())
    editor.take_logo("logo", tmp_path / "small.png")
    qtbot.waitUntil(lambda: "300 are needed" in editor._problem.text())
    assert editor._draft.fields["logo"] == "mark.svg"
    editor.take_logo("logo", tmp_path / "good.png")
    qtbot.waitUntil(lambda: editor._draft.fields["logo"] == "logo.png")
    editor.take_typeface("body_font", tmp_path)
    qtbot.waitUntil(lambda: ".ttf files" in editor._problem.text())
    assert editor.fields.fonts["body_font"].current() == "InterTab"
    drawn(editor, qtbot)


def test_a_kit_is_exported_and_read_again(editor, tmp_path, qtbot):
    target = tmp_path / "out"
    target.mkdir()
    editor.export_folder(target)
    qtbot.waitUntil(lambda: editor.note.text().startswith("Exported"))
    assert BrandKit.load(target / "nordic").brand.firm == "Meridian Advisory"
    editor.export_folder(target)
    qtbot.waitUntil(lambda: "there already" in editor._problem.text())
    editor.export_file(target / "n.zip")
    qtbot.waitUntil((target / "n.zip").is_file)
    assert "brand.toml" in zipfile.ZipFile(target / "n.zip").namelist()
    assert shelf.take_in(target / "n.zip").brand.firm == "Meridian Advisory"
    rest(qtbot)


def test_the_sample_is_previewed_while_no_engagement_is_open(desk, bench):
    from ui.jobs import Progress
    from ui.parts import kit_work

    opened = kit_work.opened(None, "corvane", own=False)
    looked = kit_work.look(Progress(lambda _step: None), opened.now, None, bench.build_pdf)
    assert len(looked.pictures) == 2
    assert bench.built[-1][0].client == "Halden Freight"
