"""At every text size nothing that is painted lies over or beyond another."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from tests.ui.windows import at_rest
from ui.interview.agenda_view import AgendaDelegate
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


@pytest.mark.parametrize("scale", [90, 100, 130])
def test_the_codes_over_the_matrix_have_room_side_by_side(hand, qtbot, scale):
    hand.window.resize(1280, 800)
    theme().set_scale(scale)  # while it is shown, as Settings does
    at_rest(hand.window, qtbot)
    matrix = hand.page.overview.coverage.matrix
    head = matrix.horizontalHeader()
    fonts = QFontMetrics(theme().font("micro", 600))
    for number in range(1, head.count()):
        wide = fonts.horizontalAdvance(head.model().headerData(number, Qt.Orientation.Horizontal))
        assert wide <= head.sectionSize(number)
    assert matrix.rowHeight(0) == theme().scaled(30)
    last = matrix.model().rowCount() - 1
    assert matrix.rowViewportPosition(last) + matrix.rowHeight(last) <= matrix.viewport().height()


@pytest.mark.parametrize("scale", [90, 100, 130])
def test_the_agenda_shows_codes_whole(hand, qtbot, monkeypatch, scale):
    drawn = []
    real = AgendaDelegate._words

    def words(self, painter, area, text, tone, weight):
        drawn.append((text, area.width(), weight))
        real(self, painter, area, text, tone, weight)

    monkeypatch.setattr(AgendaDelegate, "_words", words)
    hand.open("Platform lead")
    theme().set_scale(scale)
    at_rest(hand.window, qtbot)
    hand.page.grab()
    codes = [one for one in drawn if one[0][0].isdigit()]
    assert codes
    for text, width, weight in codes:
        assert QFontMetrics(theme().font("body", weight)).horizontalAdvance(text) <= width
