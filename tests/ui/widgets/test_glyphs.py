"""Answers are told apart without colour."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from engagements.framework.model import AnswerValue
from ui.theme import Mode, theme
from ui.widgets.glyphs import LETTERS, draw_answer

VALUES = [*AnswerValue, None]


def silhouette(value, side):
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw_answer(painter, QRectF(0, 0, side, side), value)
    painter.end()
    return [
        image.pixelColor(x, y).alpha() > 127 and image.pixelColor(x, y)
        for y in range(side)
        for x in range(side)
    ]


def shape(value, side):
    ink = theme().colour("met" if value in (AnswerValue.YES, AnswerValue.PARTLY) else "ink")
    far = theme().colour("met_t")
    return [
        bool(pixel)
        and abs(pixel.lightness() - far.lightness()) > abs(pixel.lightness() - ink.lightness())
        for pixel in silhouette(value, side)
    ]


@pytest.mark.parametrize("side", [14, 16, 32])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_every_answer_has_its_own_silhouette(qapp, side, mode):
    theme().set_mode(mode)
    shapes = {value: shape(value, side) for value in VALUES}
    for one, other in combinations(VALUES, 2):
        apart = sum(a != b for a, b in zip(shapes[one], shapes[other], strict=True))
        assert apart > side * side / 16, (one, other)


def test_every_answer_has_its_own_letter():
    assert len(set(LETTERS.values())) == len(AnswerValue)


def test_a_glyph_stays_in_its_square(qapp):
    for value in VALUES:
        image = QImage(32, 32, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        draw_answer(painter, QRectF(8, 8, 16, 16), value)
        painter.end()
        edge = [image.pixelColor(x, y).alpha() for x in range(32) for y in (6, 25)]
        assert not any(edge), value
