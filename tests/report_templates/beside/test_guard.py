"""What a cell may hold: no formula of anybody's, no sign that XML cannot carry."""

import pytest

from report_templates.beside import guard


@pytest.mark.parametrize(
    "words",
    ["=1+1", "+49 30", "-2", "@SUM(A1)", "\t=1", "  =cmd|'/c calc'!A0", "＝1", "|x", "\r=1"],
)
def test_what_some_program_would_compute_begins_with_an_apostrophe(words):
    assert guard.cell(words).startswith("'")
    assert guard.cell(words)[1:].strip() == words.strip()


@pytest.mark.parametrize("words", ["", "A01-01", "3 = 3", "–", "'=1", "−2"])
def test_all_other_text_stays_as_it_is(words):
    assert guard.cell(words) == words


def test_signs_without_a_place_in_xml_are_dropped():
    assert guard.paragraph("a\ufffe\uffff\x00\x1bb\nc") == "ab\nc"
    assert guard.line("a\ufffe\nb") == "a b"
