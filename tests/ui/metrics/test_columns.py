"""The list of metrics in a small window: where a reading comes from is read whole."""

import pytest
from PySide6.QtGui import QFontMetrics

from tests.ui.windows import at_rest
from ui.metrics.readings import SOURCES
from ui.theme import theme
from ui.widgets.ledger import INNER


@pytest.mark.parametrize("scale", [90, 100, 115, 130])
def test_a_source_has_room_at_every_text_size(page, qtbot, scale):
    window = page.window()
    window.resize(1280, 800)
    theme().set_scale(scale)
    at_rest(window, qtbot)
    room = page.view.columnWidth(2) - INNER - 8
    longest = max(map(QFontMetrics(theme().font("body")).horizontalAdvance, SOURCES.values()))
    assert longest <= room
    assert page.view.columnWidth(0) >= theme().scaled(190)
