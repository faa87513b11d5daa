"""At every text size nothing that is painted lies over or beyond another."""

import pytest

from ui.interview.context_pane import Rungs
from ui.interview.live_level import Rung
from ui.theme import theme


def ladder(words):
    return tuple(
        Rung(level, name, words, "reached", current=level == 2)
        for level, name in ((3, "Automated"), (2, "Reproducible"), (1, "Scripted"))
    )


@pytest.mark.parametrize("scale", [90, 100, 130])
@pytest.mark.parametrize("width", [240, 400])
def test_a_rungs_words_never_lie_over_its_name(qtbot, scale, width):
    theme().set_scale(scale)
    rungs = Rungs()
    qtbot.addWidget(rungs)
    rungs.show_rungs(ladder("1 of 1, reached"))
    bottom = 0
    for one in rungs.places(width):
        sign_and_words = one.words.adjusted(-19, 0, 0, 0)
        assert not sign_and_words.intersects(one.name)
        assert one.row.contains(one.name)
        assert one.row.contains(sign_and_words)
        assert one.row.y() == bottom
        bottom += one.row.height()
    assert rungs.heightForWidth(width) == bottom
    assert rungs.places(400)[1].row.height() == theme().scaled(28)
