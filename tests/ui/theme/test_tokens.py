"""Contrast by the WCAG 2 formula, so that every text and every control can be seen."""

import pytest

from ui.theme.tokens import DARK, LIGHT

GROUNDS = ("surface", "bg", "surface_2", "surface_3", "accent_weak")
TEXTS = ("ink", "ink_2", "ink_3", "accent", "attn", "danger", "ok")
THEMES = {"light": LIGHT, "dark": DARK}


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", THEMES)
def test_text_is_read_on_every_ground(name):
    tokens = THEMES[name]
    for text in TEXTS:
        for ground in GROUNDS:
            assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5, (text, ground)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("attn", "attn_weak"),
        ("danger", "danger_weak"),
        ("ok", "ok_weak"),
        ("met_t", "met"),
        ("ink", "part"),
    ],
)
def test_text_is_read_on_its_own_fill(name, text, ground):
    tokens = THEMES[name]
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_edges_of_controls_are_seen(name):
    tokens = THEMES[name]
    for ground in ("surface", "bg", "surface_2", "accent_weak"):
        assert contrast(tokens.border_strong, getattr(tokens, ground)) >= 3.0


@pytest.mark.parametrize("name", THEMES)
def test_every_level_is_seen_and_its_numeral_read(name):
    tokens = THEMES[name]
    for paint in tokens.levels:
        assert contrast(paint.text, paint.fill) >= 4.5
        assert contrast(paint.outline or paint.fill, tokens.surface) >= 3.0


@pytest.mark.parametrize("name", THEMES)
def test_higher_levels_lie_further_from_the_ground(name):
    tokens = THEMES[name]
    far = [contrast(paint.fill, tokens.surface) for paint in tokens.levels]
    assert far == sorted(far)
