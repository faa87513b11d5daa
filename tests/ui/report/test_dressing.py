"""The report's brand kit is edited where the report is, and what is saved is used."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from report_templates.brand import BrandKit
from ui import jobs
from ui.report.commands import COMMANDS

CTRL = Qt.KeyboardModifier.ControlModifier


def rest(qtbot):
    qtbot.waitUntil(lambda: not jobs.pending())


@pytest.fixture
def editor(page, qtbot):
    """The editor of the kit in use, opened by its button and drawn."""
    found = page.going.dressing.editor
    page.choices.edit_kit.setFocus()
    page.choices.edit_kit.click()
    qtbot.waitUntil(lambda: found.isVisible() and not found._calm.isActive())
    rest(qtbot)
    return found


def typed(editor, words):
    editor.fields.firm.setFocus()
    editor.fields.firm.selectAll()
    QTest.keyClicks(editor.fields.firm, words)


def test_a_kit_that_comes_along_is_copied_edited_and_used(editor, page, qtbot):
    assert "Duplicate it" in editor.state.text()
    assert not editor.accept.isVisible()
    editor.duplicate.click()
    qtbot.waitUntil(editor.accept.isVisible)
    typed(editor, "Fjord & Sons")
    QTest.keyClick(editor.fields.firm, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: page.presenter.order().kit.firm == "Fjord & Sons")
    assert page.choices.kit.currentText() == "Meridian 2"
    assert editor.state.text() == "Saved, and the report uses it"
    qtbot.waitUntil(lambda: page.session.snapshot.engagement.brand is not None)
    kept = page.session.snapshot.engagement.brand
    rest(qtbot)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert page.choices.edit_kit.hasFocus()
    data = page.session.case.read_blob(kept)
    assert BrandKit.from_bytes(data).brand.firm == "Fjord & Sons"


def test_what_is_only_looked_at_changes_nothing(editor, page, desk, qtbot):
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    rest(qtbot)
    assert page.session.snapshot.engagement.brand is None
    assert not list(desk.store.kits.glob("*")) if desk.store.kits.exists() else True


def test_a_copy_that_the_engagement_keeps_is_shown_as_such(page, tmp_path, qtbot):
    from report_templates.drafting import Draft

    draft = Draft.of(BrandKit.bundled("corvane"), "Harbour").saying(firm="Harbour")
    kit, _ = draft.checked()
    for path, data in kit.files.items():
        place = tmp_path / "harbour" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    page.presenter.choose_folder(tmp_path / "harbour")
    qtbot.waitUntil(lambda: page.presenter.kit()[1].firm == "Harbour")
    page.going.dressing.open()
    editor = page.going.dressing.editor
    qtbot.waitUntil(editor.isVisible)
    assert editor.fields.firm.text() == "Harbour"
    assert editor.state.text() == "The engagement’s own copy. Duplicate it to change it."
    rest(qtbot)


def test_it_is_offered_by_ctrl_k_and_says_its_keys(editor, page):
    assert [keys.keys for keys in page.hints()] == [("Esc",)]
    editor.dismiss()
    assert "kit-edit" in [one.name for one in COMMANDS]
