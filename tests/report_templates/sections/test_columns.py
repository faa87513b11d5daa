"""A column is as wide as its longest word where the others can spare it."""

import pytest
from reportlab.platypus import Paragraph

from report_templates.brand import BrandKit
from report_templates.sections.columns import fitted
from report_templates.sections.marks import grade_word
from report_templates.style import Look

LOOK = Look.of(BrandKit.bundled(), "de")


def row(*words):
    return [LOOK.para(one, "head") for one in words]


def test_columns_with_room_stay_as_they_are():
    assert fitted([row("a b", "c")], (100, 50), 5) == (100, 50)


def test_a_long_word_takes_room_from_the_others_in_the_share_they_can_spare():
    rows = [row("kurz", "wahrscheinlichkeits_rechnung", "kurz")]
    wide = fitted(rows, (200, 60, 100), 5)
    need = rows[0][1].minWidth()
    assert wide[1] == pytest.approx(need + 5, abs=0.1)
    assert sum(wide) == pytest.approx(360)
    assert 200 - wide[0] > 100 - wide[2] > 0


def test_a_word_is_parted_where_the_others_would_give_too_much_for_it():
    rows = [row("kurz", "Wahrscheinlichkeitsrechnung", "kurz")]
    whole = rows[0][1].wholeWidth()
    assert fitted(rows, (200, 60, 100), 5)[1] == pytest.approx(whole + 5, abs=0.1)
    assert fitted(rows, (50, 60, 40), 5) == (50, 60, 40)
    assert fitted(rows, (50, 30, 40), 5)[1] < 45


def test_the_words_of_a_narrow_head_are_parted_before_any_column_is_made_wider():
    rows = [[LOOK.para(one, "head_narrow") for one in ("kurz", "Plattformleitung")]]
    assert fitted(rows, (200, 43), 5) == (200, 43)


def test_a_word_beside_a_mark_counts_with_its_mark():
    cell = grade_word(LOOK, 4, "Selbstverständlichkeit")
    assert isinstance(cell.word, Paragraph)
    wide = fitted([[cell, None]], (40, 200), 0)
    assert wide[0] == pytest.approx(cell.indent + cell.word.wholeWidth(), abs=0.1)


def test_what_no_other_column_can_spare_changes_nothing():
    rows = [row("wahrscheinlichkeits_rechnung", "wahrscheinlichkeits_rechnung")]
    assert fitted(rows, (50, 60), 5) == (50, 60)
