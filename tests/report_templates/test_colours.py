"""Contrast as WCAG 2 measures it, and a ramp that stays readable in every hue and in grey."""

import pytest
from coloraide import Color
from hypothesis import given
from hypothesis import strategies as st

from report_templates import colours
from report_templates.colours import WHITE, contrast, darker, ramp, text_on

INK = "#17212B"
colour = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06X}")


def test_contrast_of_black_and_white_is_twenty_one():
    assert contrast("#000000", WHITE) == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


@pytest.mark.parametrize(
    ("primary", "levels"),
    [
        ("#0F3D4C", ("#F2F8FA", "#CDE0E8", "#9ABCC9", "#467182", "#164352")),
    ],
)
def test_the_ramp_of_the_first_kit_is_the_designs(primary, levels):
    assert ramp(primary) == levels


@given(colour)
def test_every_ramp_darkens_from_level_to_level_and_its_numbers_can_be_read(primary):
    levels = ramp(primary)
    light = [Color(one).luminance() for one in levels]
    assert light == sorted(light, reverse=True)
    assert all(contrast(one, text_on(one, INK)) >= 4.5 for one in levels)


@given(st.integers(0, 255).map(lambda n: f"#{n:02X}{n:02X}{n:02X}"))
def test_a_grey_brand_has_a_grey_ramp(primary):
    for one in ramp(primary):
        assert max(Color(one).coords()) - min(Color(one).coords()) < 0.01


@given(colour, st.sampled_from([4.5, 7.0, 12.0]))
def test_the_colour_offered_passes_and_is_no_lighter(found, least):
    offer = darker(found, least, WHITE, colours.PANEL)
    assert contrast(offer, WHITE) >= least
    assert contrast(offer, colours.PANEL) >= least
    assert contrast(offer, WHITE) >= min(contrast(found, WHITE), least) - 0.2


def test_a_passing_colour_is_offered_as_it_is():
    assert darker("#0F3D4C", 7, WHITE) == "#0F3D4C"
