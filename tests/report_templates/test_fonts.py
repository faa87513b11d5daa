"""The bundled typefaces: complete, embeddable, with figures that align in columns."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from report_templates import fonts

ROOT = Path(__file__).resolve().parents[2]
DEBIAN = Path("/usr/share/fonts/opentype/inter/Inter-Regular.otf")


@pytest.mark.parametrize("name", fonts.BUNDLED)
def test_a_bundled_face_may_be_embedded_and_covers_latin(name):
    read = fonts.read(fonts.BUNDLED[name].read_bytes(), name)
    assert read.weight == fonts.face(name).weight
    assert read.italic == fonts.face(name).italic
    for char in "ÄÖÜäöüßŁłŽž–—“”‘’…€·½×":
        assert ord(char) in read.cmap


@pytest.mark.parametrize("name", [n for n in fonts.BUNDLED if "Display" not in n])
def test_digits_share_one_width(name):
    assert fonts.equal_digits(fonts.face(name))


def test_the_body_family_prints_arrows_and_the_sign_for_what_is_missing():
    for face in fonts.family("InterTab"):
        assert {ord(c) for c in "→≥≠□−"} <= set(face.cmap)


def test_advances_are_in_thousandths():
    face = fonts.face("InterTab-Regular")
    fonts.register([face.name])
    from reportlab.pdfbase.pdfmetrics import stringWidth

    assert sum(face.advances[ord(c)] for c in "Level 0") == pytest.approx(
        stringWidth("Level 0", face.name, 1000), abs=7
    )


def test_the_nearest_weight_is_chosen_the_heavier_of_two():
    family = fonts.family("InterTab")
    assert fonts.nearest(family, 900).name == "InterTab-Bold"
    assert fonts.nearest(family, 550).name == "InterTab-SemiBold"
    assert fonts.nearest(family, 400, italic=True).name == "InterTab-Italic"
    assert fonts.nearest(fonts.family("NotoSerif"), 400, italic=True).name == "NotoSerif-Regular"


def test_licences_lie_beside_the_fonts():
    for name in ("Inter", "NotoSerif"):
        words = (fonts.FOLDER / f"LICENSE-{name}.txt").read_text(encoding="utf-8")
        assert "Copyright" in words
        assert "SIL OPEN FONT LICENSE" in words


@pytest.mark.skipif(not DEBIAN.exists(), reason="needs Debian's fonts-inter and fonts-noto-core")
@pytest.mark.soak
def test_the_script_that_makes_the_fonts_makes_these(tmp_path):
    script = ROOT / "packaging" / "make_fonts.py"
    subprocess.run([sys.executable, script, tmp_path], check=True, env=dict(os.environ))
    for name, path in fonts.BUNDLED.items():
        assert (tmp_path / f"{name}.ttf").read_bytes() == path.read_bytes()
