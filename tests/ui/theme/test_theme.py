import re

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontInfo, QPainter, QPixmap
from PySide6.QtWidgets import QLabel

from ui.theme import Mode, theme
from ui.theme.icons import FOLDER, draw, pixmap
from ui.theme.sheet import style_sheet
from ui.theme.tokens import DARK, LIGHT
from ui.theme.type import ROLES, SCALES


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_sheet_knows_every_colour_it_names(tokens):
    assert not re.findall(r"%[a-z0-9-]+%", style_sheet(tokens, 100))


def test_the_sheet_leaves_fonts_to_the_type_roles():
    assert "font" not in style_sheet(LIGHT, 100)


def test_the_type_of_paper_is_the_type_of_the_screen(qapp):
    assert QFontInfo(theme().font("body")).family() == "InterTab"


@pytest.mark.parametrize("role", ROLES)
def test_a_role_has_its_size_and_weight(qapp, role):
    font = theme().font(role)
    assert font.pixelSize() == ROLES[role].px
    assert font.weight() == ROLES[role].weight


@pytest.mark.parametrize("percent", SCALES)
def test_typed_widgets_follow_the_text_scale(qtbot, percent):
    label = QLabel("Size")
    qtbot.addWidget(label)
    theme().typed(label, "heading")
    theme().set_scale(percent)
    assert label.font().pixelSize() == round(15 * percent / 100)


def test_a_switch_is_live_and_told(qtbot):
    with qtbot.waitSignal(theme().changed):
        theme().set_mode(Mode.DARK)
    assert theme().tokens is DARK
    assert theme().colour("bg").name().upper() == DARK.bg


def test_the_same_theme_again_is_no_switch(qtbot):
    with qtbot.assertNotEmitted(theme().changed):
        theme().set_mode(Mode.LIGHT)


def drawn(name: str, role: str) -> set[str]:
    shown = QPixmap(16, 16)
    shown.fill(Qt.GlobalColor.transparent)
    painter = QPainter(shown)
    draw(painter, name, role, QRect(0, 0, 16, 16))
    painter.end()
    image = shown.toImage()
    colours = (image.pixelColor(x, y) for x in range(16) for y in range(16))
    return {colour.name().upper() for colour in colours if colour.alpha() == 255}


def test_icons_follow_the_theme(qtbot):
    assert drawn("engagements", "accent") == {LIGHT.accent}
    theme().set_mode(Mode.DARK)
    assert drawn("engagements", "accent") == {DARK.accent}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_can_be_drawn(qapp, path):
    image = pixmap(path.stem, "#102030", 32).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(32) for y in range(32))
