"""In a German window the ladder, the bars and their legend on Score speak German."""

import pytest

from tests.ui.german import english, painted

pytestmark = pytest.mark.usefixtures("_german")


def names(page):
    framework = page.session.snapshot.framework
    return " ".join(one.name for one in (*framework.levels, *framework.dimensions))


def test_ladder_bars_and_legend_are_german(page):
    scenes = [one.scene() for one in (page._ladder, page._bars, page._overall.legend)]
    said = painted(*scenes)
    assert english(said, names(page)) == []
    assert "Ziel" in said
    assert "14 %" in [one.replace("\u00a0", " ") for one in said]
    assert page._ladder.accessibleName().startswith("Stufenleiter von 0 Ad hoc bis 4 Self-service.")
    assert "behauptete Stufe 2, Zielstufe 3" in page._ladder.accessibleName()
    assert page._bars.accessibleName().startswith("Neun Dimensionen mal fünf Stufen. Stufe 0: ")


def test_the_sum_of_a_level_writes_its_share_the_german_way(page):
    page.take_apart("mark:now")
    said = page._told.rungs[1].sum.replace("\u00a0", " ")
    assert "(3 + 1 × 0,5) / 6 = 7/12, 58 %." in said
