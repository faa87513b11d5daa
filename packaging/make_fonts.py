"""Convert Inter (CFF outlines, proportional figures) to the TrueType files the report embeds.

ReportLab embeds TrueType outlines only and applies no OpenType features, and Qt must measure
with the very same files; so tabular figures are baked into the character map and layout tables
are dropped. Needs Debian's fonts-inter and fonts-noto-core. Run by hand, output is committed:

    python packaging/make_fonts.py report_templates/brands/fonts
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

INTER = Path("/usr/share/fonts/opentype/inter")
NOTO = Path("/usr/share/fonts/truetype/noto")
DIGITS = "0123456789"
WEIGHTS = {
    "Inter-Regular": ("InterTab", "Regular"),
    "Inter-Italic": ("InterTab", "Italic"),
    "Inter-Medium": ("InterTab", "Medium"),
    "Inter-SemiBold": ("InterTab", "SemiBold"),
    "Inter-Bold": ("InterTab", "Bold"),
    "InterDisplay-SemiBold": ("InterTabDisplay", "SemiBold"),
    "InterDisplay-Bold": ("InterTabDisplay", "Bold"),
}
KEPT_NAMES = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 16, 17)
UNHINTED = (
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
    "maxComponentElements",
    "maxPoints",
    "maxContours",
    "maxCompositePoints",
    "maxCompositeContours",
    "maxComponentDepth",
)


def tabular_forms(font: TTFont) -> dict[str, str]:
    """Glyph names of proportional signs and their tabular forms, from the feature tnum."""
    table = font["GSUB"].table
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for index in record.Feature.LookupListIndex
    }
    forms: dict[str, str] = {}
    for index in sorted(lookups):
        for subtable in table.LookupList.Lookup[index].SubTable:
            forms.update(getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {}))
    return forms


def bake_tabular_figures(font: TTFont) -> None:
    """Point every character at its tabular form and give the ten digits one width."""
    forms = tabular_forms(font)
    for table in font["cmap"].tables:
        for code, glyph in list(table.cmap.items()):
            table.cmap[code] = forms.get(glyph, glyph)
    cmap, metrics = font.getBestCmap(), font["hmtx"].metrics
    digits = [cmap[ord(digit)] for digit in DIGITS]
    if not forms:
        return
    width = metrics[digits[0]][0]
    for glyph in digits:
        metrics[glyph] = (width, metrics[glyph][1])


def subset(font: TTFont) -> None:
    """Drop layout tables and every glyph that no character of the basic plane reaches."""
    options = Options(
        layout_features=[],
        name_IDs=list(KEPT_NAMES),
        glyph_names=False,
        notdef_outline=True,
        drop_tables=["GSUB", "GPOS", "GDEF", "DSIG", "VORG", "STAT"],
        hinting=False,
        recalc_timestamp=False,
    )
    chosen = Subsetter(options)
    chosen.populate(unicodes=[code for code in font.getBestCmap() if code <= 0xFFFF])
    chosen.subset(font)


def to_truetype(font: TTFont) -> None:
    """Replace cubic CFF outlines by quadratic ones, within one unit of the original."""
    glyph_set, order = font.getGlyphSet(), font.getGlyphOrder()
    outlines = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyph_set[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        outlines[name] = pen.glyph()
    del font["CFF "]
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, outlines
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in UNHINTED:
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"


def rename(font: TTFont, family: str, style: str) -> None:
    """Name the modified version; copyright, trademark and licence entries stay as they are."""
    new = {
        1: f"{family} {style}",
        2: "Regular",
        3: f"{family}-{style}",
        4: f"{family} {style}",
        6: f"{family}-{style}",
        16: family,
        17: style,
    }
    table = font["name"]
    for number, text in new.items():
        table.setName(text, number, 3, 1, 0x409)
    table.names = [n for n in table.names if n.platformID == 3]


def convert(source: Path, target: Path, family: str, style: str) -> None:
    """One weight: tabular figures, TrueType outlines, own name; the same bytes every time."""
    font = TTFont(source, recalcTimestamp=False)
    bake_tabular_figures(font)
    subset(font)
    if "CFF " in font:
        to_truetype(font)
    rename(font, family, style)
    font.save(target / f"{family}-{style}.ttf")


def main(folder: str) -> None:
    """Write all files into ``folder``."""
    target = Path(folder)
    for name, (family, style) in WEIGHTS.items():
        convert(INTER / f"{name}.otf", target, family, style)
    for style in ("Regular", "Bold"):
        font = TTFont(NOTO / f"NotoSerif-{style}.ttf", recalcTimestamp=False)
        subset(font)
        font.save(target / f"NotoSerif-{style}.ttf")


if __name__ == "__main__":
    main(sys.argv[1])
