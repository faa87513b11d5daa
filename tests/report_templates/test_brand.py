"""Brand kits: every field is checked, nothing is changed silently, same kit, same bytes."""

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from engagements.problem import Problem
from report_templates import colours
from report_templates.brand import BRANDS, BrandKit, BrandProblem, bundled_names
from report_templates.fonts import BUNDLED
from report_templates.style import Look

PLAIN = 'firm = "Assessor & Co"\n'


def kit_in(tmp_path, toml=PLAIN, **files):
    folder = tmp_path / "kit"
    folder.mkdir()
    (folder / "brand.toml").write_text(toml, encoding="utf-8")
    for name, data in files.items():
        path = folder / name.replace("__", "/").replace("_", ".", 1)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return folder


def faults_of(folder):
    with pytest.raises(BrandProblem) as caught:
        BrandKit.load(folder)
    return {fault.field: fault for fault in caught.value.faults}


def png(width=400, height=400):
    target = BytesIO()
    Image.new("RGB", (width, height), "navy").save(target, "PNG")
    return target.getvalue()


def svg(body, box="0 0 10 10"):
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{body}</svg>'.encode()


PATH = '<path d="M0 0H10V10Z"/>'


def test_three_kits_come_with_the_program():
    assert set(bundled_names()) == {"meridian", "corvane", "fennick"}
    for name in bundled_names():
        assert BrandKit.bundled(name).warnings == ()


def test_an_unknown_kit_is_refused_with_the_names_there_are():
    with pytest.raises(Problem, match="meridian"):
        BrandKit.bundled("../../etc")


@pytest.mark.parametrize("name", ["meridian", "corvane"])
def test_a_kit_survives_being_packed(name):
    kit = BrandKit.bundled(name)
    again = BrandKit.from_bytes(kit.to_bytes())
    assert again == kit
    assert again.to_bytes() == kit.to_bytes()


def test_packed_bytes_do_not_depend_on_place_or_time(tmp_path):
    copy = tmp_path / "elsewhere" / "meridian"
    shutil.copytree(BRANDS / "meridian", copy)
    for path in copy.iterdir():
        path.touch()
    assert BrandKit.load(copy).to_bytes() == BrandKit.bundled("meridian").to_bytes()


def test_damaged_bytes_are_refused_in_words():
    data = BrandKit.bundled().to_bytes()
    for broken in (b"", b"not a kit", data[: len(data) // 2]):
        with pytest.raises(Problem, match="cannot be read"):
            BrandKit.from_bytes(broken)


def test_defaults_fill_what_is_not_said(tmp_path):
    kit = BrandKit.load(kit_in(tmp_path))
    assert kit.footer_text == "Assessor & Co"
    assert kit.brand.confidentiality == "Confidential"
    assert kit.logo is None
    assert kit.heading.name == "InterTabDisplay-SemiBold"


def test_a_kit_speaks_the_reports_language_where_it_can(tmp_path):
    kit = BrandKit.load(kit_in(tmp_path, PLAIN + "[texts.de]\nconfidentiality = 'Vertraulich'\n"))
    assert kit.spoken("de").brand.confidentiality == "Vertraulich"
    assert kit.spoken("de").footer_text == kit.footer_text
    assert kit.spoken("en") == kit.spoken("fr") == kit
    assert BrandKit.from_bytes(kit.to_bytes()) == kit


@pytest.mark.parametrize("name", bundled_names())
def test_the_kits_that_come_along_speak_german(name):
    kit = BrandKit.bundled(name)
    german = kit.spoken("de")
    assert german.brand.confidentiality != kit.brand.confidentiality
    assert german.footer_text != kit.footer_text
    look = Look.of(kit, "de")
    assert look.kit.brand.confidentiality == german.brand.confidentiality


def test_a_folder_without_brand_toml_is_refused(tmp_path):
    with pytest.raises(Problem, match=r"no brand\.toml"):
        BrandKit.load(tmp_path)


@pytest.mark.parametrize(
    ("line", "field", "cause"),
    [
        ("frim = 'x'", "frim", "not a field"),
        ("firm = '  '", "firm", "blank"),
        (f"firm = '{'x' * 61}'", "firm", "60"),
        ("confidentiality = ''", "confidentiality", "blank"),
        (f"confidentiality = '{'x' * 49}'", "confidentiality", "48"),
        ("primary = 'teal'", "primary", "#RRGGBB"),
        ("primary = '#0F3D4'", "primary", "#RRGGBB"),
        ("heading_weight = 500", "heading_weight", "600 or 700"),
        ("language = 'English'", "language", "two small letters"),
        ("paper = 'A3'", "paper", "Letter"),
        ("[texts.de]\nfirm = 'x'", "texts.de.firm", "not a field"),
        ("[texts.de]\nconfidentiality = ' '", "texts.de.confidentiality", "blank"),
        ("cover_result = 'yes'", "cover_result", "true or false"),
        ("heading_font = 'Comic Sans'", "heading_font", "neither a bundled family"),
        ("heading_font = 'NotoSerif'", "heading_font", "no weight 600"),
        ("body_font = 'InterTabDisplay'", "body_font", "regular"),
        ("logo = 'none.svg'", "logo", "no file"),
        ("logo = '../brand.toml'", "logo", "no file"),
        ("firm = ", "brand.toml", "cannot be read"),
    ],
)
def test_a_wrong_field_is_named_with_its_cause(tmp_path, line, field, cause):
    found = faults_of(kit_in(tmp_path, line + "\n"))
    assert cause in found[field].cause


def test_all_faults_are_named_at_once(tmp_path):
    found = faults_of(kit_in(tmp_path, "primary = '#88AABB'\nlogo = 'gone.png'\n"))
    assert set(found) == {"primary", "logo"}


@pytest.mark.parametrize(
    ("field", "colour", "least", "grounds"),
    [
        ("primary", "#3C7A90", 7.0, ["#FFFFFF"]),
        ("accent", "#E08040", 4.5, ["#FFFFFF", colours.PANEL]),
        ("ink", "#445566", 12.0, ["#FFFFFF"]),
    ],
)
def test_a_pale_colour_is_refused_and_the_nearest_passing_one_offered(
    tmp_path, field, colour, least, grounds
):
    fault = faults_of(kit_in(tmp_path, f"{field} = '{colour}'\n"))[field]
    measured = min(colours.contrast(colour, ground) for ground in grounds)
    assert f"{measured:.1f}:1" in fault.cause
    assert all(colours.contrast(fault.offer, ground) >= least for ground in grounds)
    kit = BrandKit.load(kit_in(tmp_path / "better", f"{field} = '{fault.offer}'\n"))
    assert getattr(kit.brand, field) == fault.offer


@pytest.fixture(autouse=True)
def _room(tmp_path):
    (tmp_path / "better").mkdir()


def test_an_accent_like_the_primary_colour_is_a_warning(tmp_path):
    kit = BrandKit.load(kit_in(tmp_path, "primary = '#0F3D4C'\naccent = '#123F50'\n"))
    assert kit.warnings


def test_a_png_logo_is_taken(tmp_path):
    kit = BrandKit.load(kit_in(tmp_path, "logo = 'logo.png'\n", logo_png=png()))
    assert kit.logo
    assert kit.logo.size(30) == (30, 30)


def test_a_wide_logo_stands_for_the_firms_name(tmp_path):
    kit = BrandKit.load(kit_in(tmp_path, "logo = 'logo.png'\n", logo_png=png(1200, 300)))
    assert kit.logo
    assert kit.logo.wordmark
    assert kit.logo.size(60)[0] == pytest.approx(140)


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        ("logo.png", png(200, 200), "300 are needed"),
        ("logo.png", b"\x89PNG\r\n\x1a\nbroken", "not a readable PNG"),
        ("logo.png", svg(PATH), "not a readable PNG"),
        ("logo.png", png() + b"\0" * 1_000_000, "larger than 1 MB"),
        ("logo.svg", svg("<script>x</script>"), "only paths"),
        ("logo.svg", svg('<image href="file:///etc/passwd"/>'), "only paths"),
        ("logo.svg", svg('<path d="M0 0H1V1Z" onload="x"/>'), "script"),
        ("logo.svg", svg('<path d="M0 0H1V1Z" style="x"/>'), "style"),
        ("logo.svg", svg('<path d="M0 0H1V1Z" fill="url(#a)"/>'), "fill"),
        ("logo.svg", svg('<path d="M0 0 Q"/>'), "cannot be read"),
        ("logo.svg", svg(""), "no path"),
        ("logo.svg", svg(PATH, box="0 0 ten"), "viewBox"),
        ("logo.svg", svg(PATH, box="0 0 0 0"), "no size"),
        ("logo.svg", b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg(PATH), "document type"),
        ("logo.svg", b"<svg", "not a readable SVG"),
        ("logo.svg", b"<svg/>", "not an SVG"),
        ("logo.gif", png(), "neither"),
    ],
)
def test_a_logo_that_cannot_be_used_is_named_with_its_cause(tmp_path, name, data, cause):
    folder = kit_in(tmp_path, f"logo = '{name}'\n")
    (folder / name).write_bytes(data)
    if name.endswith(".gif"):
        folder.joinpath(name).rename(folder / "logo.txt")
        (folder / "brand.toml").write_text("logo = 'logo.txt'\n")
    assert cause in faults_of(folder)["logo"].cause


def test_own_typefaces_are_taken_from_a_folder(tmp_path):
    folder = kit_in(tmp_path, "body_font = 'type'\nheading_font = 'type'\n")
    (folder / "type").mkdir()
    for style in ("Regular", "SemiBold"):
        shutil.copy(BUNDLED[f"InterTab-{style}"], folder / "type" / f"{style}.ttf")
    kit = BrandKit.load(folder)
    assert kit.heading.weight == 600
    assert kit.heading.name.startswith("Kit-")
    assert kit.body_face(400).weight == 400
    assert kit.body_face(700).weight == 600
    assert BrandKit.from_bytes(kit.to_bytes()) == kit


@pytest.mark.parametrize(
    ("source", "cause"),
    [(b"no font", "not a readable TrueType file"), (b"OTTO" + b"\0" * 60, "")],
)
def test_a_typeface_that_cannot_be_used_is_named_with_its_cause(tmp_path, source, cause):
    folder = kit_in(tmp_path, "body_font = 'type'\n")
    (folder / "type").mkdir()
    (folder / "type" / "a.ttf").write_bytes(source)
    assert cause in faults_of(folder)["body_font"].cause


def test_a_kit_of_too_many_or_too_large_files_is_refused(tmp_path):
    folder = kit_in(tmp_path)
    for number in range(70):
        (folder / f"{number}.txt").write_text("x")
    with pytest.raises(Problem, match="too large"):
        BrandKit.load(folder)


def test_the_palette_has_every_role_of_the_figures():
    from report_templates.figures.scene import Role

    for name in bundled_names():
        assert set(BrandKit.bundled(name).palette) == {role.value for role in Role}


def test_kits_are_data_not_code():
    assert {path.suffix for path in Path(BRANDS).rglob("*") if path.is_file()} <= {
        ".toml",
        ".svg",
        ".png",
        ".ttf",
        ".txt",
    }
