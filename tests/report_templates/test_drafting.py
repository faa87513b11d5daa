"""A kit while it is edited: what is typed is kept as typed, files come and go with their field."""

import shutil
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagements.problem import Problem
from report_templates.brand import BrandKit
from report_templates.drafting import Draft, toml_of
from report_templates.fonts import BUNDLED
from tests.report_templates.test_brand import PATH, png, svg


@pytest.fixture
def draft():
    return Draft.of(BrandKit.bundled(), "mine")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_read_back_as_it_was(words):
    assert tomllib.loads(toml_of({"firm": words}).decode())["firm"] == words


def test_sentences_in_a_language_are_kept_and_taken_out_again(draft):
    said = draft.speaking("de", "confidentiality", "Vertraulich")
    kit, faults = said.checked()
    assert faults == ()
    assert kit is not None
    assert kit.spoken("de").brand.confidentiality == "Vertraulich"
    left = Draft.from_bytes(said.to_bytes())
    assert left is not None
    assert left.texts()["de"]["confidentiality"] == "Vertraulich"
    plain, _ = said.speaking("de", "confidentiality", " ").checked()
    assert plain is not None
    assert plain.spoken("de").brand.confidentiality == plain.brand.confidentiality


def test_half_a_surrogate_pair_does_not_stop_it():
    assert tomllib.loads(toml_of({"firm": "a\ud800b"}).decode())["firm"] == "a?b"


def test_what_is_wrong_is_kept_too(draft):
    wrong = draft.saying(primary="#12", firm='Say "no"\n\\')
    kit, faults = wrong.checked()
    assert kit is None
    assert [one.field for one in faults] == ["primary"]
    assert Draft.from_bytes(wrong.to_bytes()) == wrong
    assert Draft.from_bytes(b"else") is None


def test_a_kit_that_was_not_changed_is_the_same_kit(draft):
    kit, faults = draft.checked()
    assert kit
    assert not faults
    assert kit.brand == BrandKit.bundled().brand
    assert kit.logo == BrandKit.bundled().logo


def test_a_logo_is_replaced_and_taken_out(draft, tmp_path):
    (tmp_path / "New mark.PNG").write_bytes(png())
    with_png = draft.with_logo("logo", tmp_path / "New mark.PNG")
    assert set(with_png.files) == {"logo.png"}
    assert with_png.checked()[0].logo.box[2:] == (400, 400)
    bare = with_png.without("logo")
    assert not bare.files
    assert bare.checked()[0].logo is None


def test_one_file_may_serve_two_fields(draft):
    both = draft.saying(logo_on_dark="mark.svg")
    assert set(both.without("logo").files) == {"mark.svg"}


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        ("a.png", png(100, 100), "300 are needed"),
        ("a.svg", svg(PATH + "<script/>"), "only paths"),
        ("a.svg", b"\0" * 2_000_000, "At most 1 MB"),
        ("a.txt", b"x", "neither a PNG nor an SVG"),
    ],
)
def test_a_logo_that_cannot_be_used_changes_nothing(draft, tmp_path, name, data, cause):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Problem) as caught:
        draft.with_logo("logo", tmp_path / name)
    assert cause in str(caught.value)


def test_a_typeface_of_ones_own_comes_with_its_licence(draft, tmp_path):
    for style in ("Regular", "SemiBold"):
        shutil.copy(BUNDLED[f"InterTab-{style}"], tmp_path)
    (tmp_path / "OFL.txt").write_text("free")
    own = draft.with_typeface("body_font", tmp_path)
    assert "fonts/body/OFL.txt" in own.files
    assert own.checked()[0].body_face().name.startswith("Kit-")
    back = own.without("body_font", "InterTab")
    assert set(back.files) == set(draft.files)


def test_a_folder_without_typefaces_is_refused(draft, tmp_path):
    with pytest.raises(Problem, match="typeface"):
        draft.with_typeface("body_font", tmp_path)
    (tmp_path / "a.ttf").write_bytes(b"none")
    with pytest.raises(Problem, match="not a readable TrueType file"):
        draft.with_typeface("body_font", tmp_path)
