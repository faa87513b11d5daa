"""Scenes on a PDF page."""

import pytest

from report_templates.brand import BrandKit
from report_templates.figures.marks import mark_scene
from report_templates.figures.model import Glyph
from report_templates.figures.scene import Role, Scene, Text, Weight
from report_templates.style import Look
from tests.report_templates.printed import pdf_of, words_of

KITS = ("meridian", "corvane")


@pytest.mark.parametrize("name", KITS)
def test_a_kit_has_a_colour_for_every_role_and_a_face_for_every_weight(name):
    kit = BrandKit.bundled(name)
    kit.register()
    inks = Look.of(kit, "en").inks
    assert all(inks.colours[role].startswith("#") for role in Role)
    assert set(inks.faces) == set(Weight)


@pytest.mark.parametrize("anchor", ["start", "middle", "end"])
def test_words_are_printed_wherever_they_are_anchored(anchor):
    kit = BrandKit.bundled()
    kit.register()
    word = Text(60, 20, "Level 2", Weight.SEMIBOLD, 8, Role.INK, anchor)
    pdf = pdf_of([Look.of(kit, "en").picture(Scene(120, 40, (word,)))], kit)
    assert "Level 2" in words_of(pdf)


def test_hostile_words_are_printed_as_words():
    kit = BrandKit.bundled()
    kit.register()
    hostile = "<img src='/etc/passwd'/>\x00\x1f\u202eabc\ud800 & 中"
    word = Text(2, 20, hostile, Weight.REGULAR, 8, Role.INK)
    found = words_of(pdf_of([Look.of(kit, "en").picture(Scene(400, 40, (word,)))], kit))
    assert "<img src='/etc/passwd'/>" in found
    assert "□" in found


@pytest.mark.parametrize("glyph", list(Glyph))
def test_every_mark_can_be_painted(glyph):
    kit = BrandKit.bundled()
    kit.register()
    assert pdf_of([Look.of(kit, "en").picture(mark_scene(glyph))], kit).startswith(b"%PDF")


def test_what_hangs_out_takes_no_room():
    kit = BrandKit.bundled()
    kit.register()
    picture = Look.of(kit, "en").picture(Scene(539, 10, ()), hang=23)
    assert picture.wrap(493.3, 700) == (493, 10)
