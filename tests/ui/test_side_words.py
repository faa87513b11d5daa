"""Lines of plain text in a panel, at another text size than they began with."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.parts.side import Words
from ui.theme import theme


@pytest.mark.parametrize("scale", [90, 130])
def test_the_field_and_its_placeholder_follow_the_text_size(qtbot, scale):
    field = Words("words", "Words", "Words, one a line", 3, checked=False)
    qtbot.addWidget(field)
    field.show()
    theme().set_scale(scale)  # while it is shown, as Settings does
    QApplication.processEvents()
    assert field.viewport().font().pixelSize() == theme().font("body").pixelSize()
    assert field.height() == theme().line("body") * 3 + 14
