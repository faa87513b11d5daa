"""The rail: no label runs into the plumb line."""

import pytest
from PySide6.QtGui import QFontMetrics

from ui.pages import Place
from ui.shell.rail import BESIDE, WIDTH, Rail
from ui.theme import theme


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


@pytest.mark.parametrize("percent", [100, 130])
def test_labels_are_all_of_one_size_and_have_room(qtbot, percent):
    theme().set_scale(percent)
    labels = ("Bericht", "Kennzahlen", "Einstellungen")
    rail = Rail([Place(one, one, "export", "", object) for one in labels])
    qtbot.addWidget(rail)
    rail.resize(rail.width(), 300)
    rail.show()
    faces = [rail.item(one)._face(500) for one in labels]
    assert len({one.pixelSize() for one in faces}) == 1
    if percent == 100:
        assert faces[0].pixelSize() == theme().font("micro").pixelSize()
    for one, face in zip(labels, faces, strict=True):
        room = rail.item(one).width() - BESIDE
        assert QFontMetrics(face).horizontalAdvance(one) <= room


def test_the_rail_is_no_wider_than_it_must(qtbot):
    rail = Rail([Place("one", "Score", "export", "", object)])
    qtbot.addWidget(rail)
    assert rail.width() == WIDTH
