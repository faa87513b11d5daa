"""Spelling while notes are taken in an interview."""

import pytest
from PySide6.QtTest import QTest

from engagements.records import Note
from tests.ui.interview.conftest import CTRL
from tests.ui.test_spelling import Key, marks, menu, spelled  # noqa: F401


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_notes_know_the_names_of_the_engagement(sponsor, spelled, qtbot):  # noqa: F811
    sponsor.write("Ingrid Solheim and Halden recieve it weekly")
    editor = sponsor.card.editor
    marks(editor, qtbot, "recieve")
    assert not set(spelled.speller().suggestions("Solhiem")) & {"Solheim"}
    sponsor.press(Key.Key_Period, CTRL)
    QTest.keyClick(menu(qtbot), Key.Key_Return)
    qtbot.waitUntil(editor.hasFocus)
    sponsor.press(Key.Key_Escape)
    words = "Ingrid Solheim and Halden receive it weekly"
    sponsor.until(lambda: [one.text for one in sponsor.notes()] == [words])
    assert words in [one.text for one in sponsor.records(Note)]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("wrong", ["Solhiem", "Norrvick"])
def test_the_client_is_never_shown_a_name_as_a_suggestion(sponsor, spelled, qtbot, wrong):  # noqa: F811
    spelled.add("Norrvik")
    sponsor.press(Key.Key_F9)
    sponsor.until(sponsor.page.client_safe)
    sponsor.card.editor.setFocus()
    sponsor.write(f"{wrong} ")
    marks(sponsor.card.editor, qtbot, wrong)
    sponsor.press(Key.Key_Period, CTRL)
    offered = {action.text() for action in menu(qtbot).actions()}
    assert not offered & {"Solheim", "Norrvik"}
    assert {"Add to my words", "Ignore here"} <= offered
    QTest.keyClick(menu(qtbot), Key.Key_Escape)
    qtbot.waitUntil(sponsor.card.editor.hasFocus)
