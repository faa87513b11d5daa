"""Engagements of every size and kind: reports are sound, whole, and within their pages."""

from itertools import product

import pypdfium2
import pytest

from report_templates import tagged
from report_templates.brand import BrandKit, bundled_names
from report_templates.build import build
from report_templates.content.report import ReportContent
from report_templates.profiles import PROFILES
from tests.report_templates import sizes
from tests.report_templates.printed import squeezed
from tests.report_templates.saying import expected, in_order
from tests.report_templates.sound import assert_sound
from tests.report_templates.tree import read

KITS = bundled_names()
TURNS = [
    (name, ("en", "de")[place % 2], KITS[place // 2 % len(KITS)], "full")
    for place, name in enumerate(sizes.SIZES)
]
EACH = [one for one in product(sizes.SIZES, ("en", "de"), KITS, PROFILES) if one not in TURNS]
EDGE = 20.0
"""Points from the paper's edge that no word comes nearer to."""


@pytest.fixture
def broken(monkeypatch):
    """Paragraphs that were set narrower than their longest word."""
    found, whole = [], tagged.Para.wrap

    def wrap(self, width, height):
        taken = whole(self, width, height)
        if self.minWidth() > width + 0.1:
            found.append(self.getPlainText())
        return taken

    monkeypatch.setattr(tagged.Para, "wrap", wrap)
    return found


def assert_within(data):
    """Every word of every page stands within the paper."""
    document = pypdfium2.PdfDocument(data)
    try:
        for number, page in enumerate(document, start=1):
            wide, high = page.get_size()
            text = page.get_textpage()
            for place in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(place)
                inside = EDGE <= left <= right <= wide - EDGE and EDGE <= bottom <= top <= high
                assert inside, (number, text.get_text_bounded(left, bottom, right, top))
            text.close()
            page.close()
    finally:
        document.close()


def assert_whole(content, data):
    """All that the content says is read, in its order, and every mark is somebody's once."""
    found = read(data)
    in_order(expected(content), squeezed(found.root.text))
    assert sorted(found.used) == sorted(set(found.used))
    assert found.marked == {mark for mark in found.used if mark[1] >= 0}


def assert_good(name, language, kit, profile, broken):
    content = sizes.content(name, language, profile)
    assert ReportContent.model_validate_json(content.model_dump_json()) == content
    data = build(content, BrandKit.bundled(kit))
    assert_sound(data, "ua1", "3a")
    assert_within(data)
    if name != "hostile":  # whose words no column is wide enough for, and some are cut
        assert broken == []
        assert_whole(content, data)


@pytest.mark.parametrize(("name", "language", "kit", "profile"), TURNS)
def test_a_report_of_every_size_is_sound_whole_and_within_its_pages(
    name, language, kit, profile, broken
):
    assert_good(name, language, kit, profile, broken)


@pytest.mark.soak
@pytest.mark.parametrize(("name", "language", "kit", "profile"), EACH)
def test_so_it_is_in_every_language_kit_and_profile(name, language, kit, profile, broken):
    assert_good(name, language, kit, profile, broken)
