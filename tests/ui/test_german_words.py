"""What a German window says where one English word has two meanings, and that it is not cut."""

import pytest
from PySide6.QtGui import QFontMetrics

from engagements import language
from engagements.casework import scoping
from engagements.language.keys import cap
from tests.ui.windows import at_rest, shown, windowed
from ui.findings.keys import HINTS
from ui.interview.live_level import open_criteria, rungs
from ui.metrics.readings import HEADS, SOURCES, VERDICTS
from ui.parts.agreement import TARGETS
from ui.theme import theme
from ui.widgets.fields import Select
from ui.widgets.ledger import INNER

WIDE = (1440, 900)


@pytest.fixture
def window(_german, desk, opened, qtbot):
    return windowed(desk, qtbot)


@pytest.mark.usefixtures("_german")
def test_words_with_two_meanings_say_the_right_one():
    assert language.tr(dict(TARGETS)[""]) == "Offen"
    assert language.tr("Open") == "Öffnen"
    assert language.tr(VERDICTS["exceeds"][0]) == "liegt darüber"
    assert cap(HINTS[0].keys[0]) == "Pfeile"


@pytest.mark.usefixtures("_german")
def test_the_lowest_level_is_a_beginning(opened):
    from engagements.assessment.consolidate import assess_case

    snapshot = opened.snapshot
    dimension = assess_case(snapshot).level.dimensions["SRC"]
    found = rungs(snapshot.framework, dimension, open_criteria(snapshot.framework, "SRC", {}))
    assert found[-1].words == "Anfang"


def test_history_writes_nouns_with_a_capital_and_names_what_has_no_name(window, opened, qtbot):
    unit = opened.snapshot.scope_units[0].model_copy(update={"name": ""})
    for models in ((), ("A", "B")):
        opened.do(scoping.save_unit, unit.model_copy(update={"models": models}))
    page = shown(window, "history", qtbot)
    qtbot.waitUntil(lambda: page.presenter.whole)
    said = [one.words for one in page.presenter.deeds()]
    assert "Bereich geändert: Bereich ohne Namen (Modelle)" in said


def test_judgements_keep_their_digits(window, qtbot):
    page = shown(window, "findings", qtbot, WIDE)
    page.open("SRC-1.2")
    at_rest(window, qtbot)
    assert all(one._cap for one in page.drawer.judgement._buttons.values())


def test_a_choice_of_grades_is_shown_whole(window, qtbot):
    page = shown(window, "evidence", qtbot, WIDE)
    grade = page.findChild(Select, "grade-filter")
    words = QFontMetrics(grade.font()).horizontalAdvance(grade._words())
    assert words <= grade.width() - 42


def test_where_a_reading_comes_from_has_room(window):
    wide = QFontMetrics(theme().font("body"))
    longest = max(wide.horizontalAdvance(language.tr(one)) for one in SOURCES.values())
    assert longest <= HEADS[2].width - INNER - 8
