"""Measuring, wrapping and cutting words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from report_templates import fonts
from report_templates.figures.metrics import ELLIPSIS, bundled
from report_templates.figures.scene import Weight

LINES = st.text("abcdefgh ijklm-nopäß/–…,;.", max_size=120)
ROOM = st.floats(30, 300)


def squeezed(text):
    return "".join(text.split())


@pytest.mark.parametrize(
    ("weight", "face"), [(Weight.REGULAR, "Regular"), (Weight.SEMIBOLD, "SemiBold")]
)
def test_paper_measures_the_same(weight, face):
    fonts.register([f"InterTab-{face}"])
    words = "Level 3 is likely by 20 July 2027 (ÄÖÜ, ½)"
    ours = bundled().width(words, weight, 8)
    assert ours == pytest.approx(stringWidth(words, f"InterTab-{face}", 8), rel=1e-3)


def test_digits_share_one_width():
    widths = {round(bundled().width(d, Weight.REGULAR, 1000)) for d in "012356789"}
    assert len(widths) == 1


@given(LINES, ROOM)
def test_a_fitted_line_fits_and_begins_as_it_did(text, room):
    found = bundled().fit(text, Weight.REGULAR, 8, room)
    assert bundled().width(found, Weight.REGULAR, 8) <= room + 1e-6
    if found != text:
        assert found.endswith(ELLIPSIS)
        assert text.startswith(found.removesuffix(ELLIPSIS))


@given(LINES, ROOM, st.integers(1, 4))
def test_wrapped_lines_fit_and_lose_nothing_but_what_is_cut(text, room, most):
    found = bundled().wrap(text, Weight.REGULAR, 8, room, most)
    assert len(found) <= most
    assert all(bundled().width(line, Weight.REGULAR, 8) <= room + 1e-6 for line in found)
    kept = squeezed("".join(found))
    if kept != squeezed(text):
        assert squeezed(text).startswith(kept.removesuffix(ELLIPSIS))


def test_lines_break_at_words_and_only_words_too_long_are_broken():
    wrap = bundled().wrap
    assert wrap("Put the code of all models into Git", Weight.REGULAR, 8, 75, 3) == (
        "Put the code of all",
        "models into Git",
    )
    assert len(wrap("Donaudampfschifffahrtsgesellschaft", Weight.REGULAR, 8, 60, 5)) > 1


def test_no_line_breaks_at_a_no_break_space():
    said = "likely by 18\u00a0May\u00a02027"
    assert bundled().wrap(said, Weight.REGULAR, 8, 65, 2) == ("likely by", "18\u00a0May\u00a02027")


def test_words_without_letters_take_no_line():
    assert bundled().wrap("   ", Weight.REGULAR, 8, 60, 2) == ()
