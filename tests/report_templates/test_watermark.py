"""A draft says so across every page, and only a draft."""

import re
from io import BytesIO

import pikepdf
import pytest

from report_templates import colours
from report_templates.brand import BrandKit, bundled_names
from report_templates.build import build
from report_templates.content import report
from report_templates.watermark import SHADE
from tests.report_templates import cases


def marked(*, draft):
    made = report.of(cases.full(items=2), profile="board", issued=cases.ISSUED, draft=draft)
    with pikepdf.open(BytesIO(build(made, BrandKit.bundled()))) as pdf:
        return [b"/Watermark" in page.Contents.read_bytes() for page in pdf.pages]


def test_every_page_of_a_draft_and_none_of_a_final_version():
    drafted, final = marked(draft=True), marked(draft=False)
    assert len(drafted) > 3
    assert all(drafted)
    assert not any(final)


@pytest.mark.parametrize("kit", bundled_names())
def test_text_over_it_keeps_its_contrast(kit):
    palette = BrandKit.bundled(kit).palette
    grey = [int(palette["rule1"][at : at + 2], 16) for at in (1, 3, 5)]
    seen = "#" + "".join(f"{round(255 + SHADE * (one - 255)):02X}" for one in grey)
    assert re.fullmatch("#[0-9A-F]{6}", seen)
    for role in ("ink", "ink2", "primary", "accent"):
        assert colours.contrast(palette[role], seen) >= 4.5
