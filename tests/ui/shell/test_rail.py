"""The rail: no label runs into the plumb line."""

import pytest

from ui.pages import Place
from ui.shell.rail import WIDTH, Rail


@pytest.mark.parametrize("label", ["Kennzahlen", "Einstellungen", "Score"])
def test_no_label_reaches_the_plumb_line(qtbot, label):
    rail = Rail([Place("one", label, "export", "", object)])
    qtbot.addWidget(rail)
    rail.resize(WIDTH, 300)
    rail.show()
    item = rail.item("one")
    image = item.grab().toImage()
    ground = image.pixel(0, 0)
    drawn = [
        x
        for x in range(image.width())
        for y in range(image.height())
        if image.pixel(x, y) != ground
    ]
    assert min(drawn) + item.x() >= 12  # the line is at 9, and words keep clear of it
    assert max(drawn) < image.width() - 1
