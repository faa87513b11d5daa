"""User text on its way into a PDF: nothing raises, nothing is read, nothing is silently lost."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from report_templates import text
from report_templates.brand import BrandKit
from report_templates.fonts import face
from report_templates.style import Look
from tests.report_templates.printed import pdf_of, squeezed, words_of

KIT = BrandKit.bundled("meridian")
LOOK = Look.of(KIT, "en")
REGULAR = face("InterTab-Regular")
SERIF = face("NotoSerif-Bold")
KEPT = "".join(
    chr(code)
    for code in REGULAR.cmap
    if unicodedata.category(chr(code))[0] in "LNPS"
    and unicodedata.normalize("NFC", chr(code)) == chr(code)
)


@settings(max_examples=40)
@given(st.text(max_size=300))
@example("<img src='/etc/passwd'/>")
@example("</para><para>&#0;&bogus;")
@example("\ud800\udfff\x00\x07\u202e\ufeff")
@example("a" * 300)
@example("{braces} %s %(x)s")
def test_any_text_can_be_printed(given_text):
    styles = ("body", "h1", "register", "cover_client")
    story = [one for style in styles for one in LOOK.flow(given_text, style)]
    pdf_of([*story, LOOK.para("end")], KIT)


@settings(max_examples=40)
@given(st.text(st.one_of(st.sampled_from(KEPT), st.characters(categories=["Cc", "Cf", "Cs"]))))
@example("Ærø – “quoted” ≥ 3 → 4 · ½ €")
def test_printed_text_is_the_input_less_what_cannot_be_printed(given_text):
    printable = "".join(c for c in given_text if unicodedata.category(c)[0] != "C")
    expected = unicodedata.normalize("NFC", printable)
    pdf = pdf_of([*LOOK.flow(given_text), LOOK.para("|")], KIT)
    assert squeezed(words_of(pdf)) == squeezed(expected) + "|"


@given(st.text(max_size=200))
def test_cleaning_twice_changes_nothing_more(given_text):
    once = text.clean(given_text)
    assert text.clean(once) == once


def test_no_control_format_or_surrogate_code_point_survives():
    noise = "".join(
        map(chr, [*range(32), 0x7F, 0x85, 0xAD, 0x200B, 0x202E, 0x2066, 0xD800, 0xFEFF])
    )
    kept = text.clean(f"a{noise}b")
    assert {unicodedata.category(c) for c in kept if c != "\n"} <= {"Ll", "Zs"}


def test_lines_stay_lines_and_other_white_space_becomes_a_space():
    assert text.clean("one\r\ntwo\rthree\u2028four\tfive\u2003six  seven") == (
        "one\ntwo\nthree\nfour five six seven"
    )


def test_a_space_that_does_not_break_is_kept():
    assert text.clean("34\u00a0items") == "34\u00a0items"


def test_letters_and_their_accents_are_joined():
    assert text.clean("Å") == "Å"


def test_long_text_is_cut_with_an_ellipsis():
    assert text.clean("word " * 10, 12) == "word word w…"
    assert len(text.clean("x" * 1_000_000)) == text.CAP


@pytest.mark.parametrize(
    "tag", ["<img src='file:///etc/passwd'/>", "<para>", "<a href='x'>", "<font name='y'>", "&amp;"]
)
def test_markup_in_user_text_is_printed_as_it_was_typed(tag):
    pdf = pdf_of([LOOK.para(f"before {tag} after")], KIT)
    assert f"before {tag} after" in words_of(pdf)


def test_a_picture_named_in_user_text_is_not_read(tmp_path, monkeypatch):
    import builtins
    import io

    from PIL import Image

    canary = tmp_path / "canary.png"
    Image.new("RGB", (3, 3)).save(canary)
    opened = []
    real = io.open

    def watched(file, *args, **kwargs):
        opened.append(str(file))
        return real(file, *args, **kwargs)

    monkeypatch.setattr(builtins, "open", watched)
    monkeypatch.setattr(io, "open", watched)
    said = f'<img src="{canary}" width="9" height="9"/> <img src="file://{canary}"/>'
    pdf_of([*LOOK.flow(said), LOOK.para(said, "h1")], KIT)
    assert not [name for name in opened if "canary" in name]


def test_a_paragraph_of_forty_thousand_words_is_set_and_cut():
    story = LOOK.flow("plumb " * 40_000)
    assert sum(len(one.getPlainText()) for one in story) <= text.CAP
    assert words_of(pdf_of(story, KIT)).rstrip().endswith("…")


def test_a_word_of_a_million_letters_is_set_and_cut():
    assert "x…" in words_of(pdf_of(LOOK.flow("x" * 1_000_000), KIT))


def test_pieces_keep_every_word():
    words = " ".join(f"w{n}" for n in range(2_000))
    assert " ".join(text.pieces(words)).split() == words.split()
    assert max(map(len, text.pieces(words))) <= text.CHUNK


def test_a_long_text_goes_on_after_a_sentence():
    said = "Nobody has run this from its beginning to its end, and nobody said so. " * 40
    *firsts, last = text.pieces(said.strip())
    assert firsts
    assert all(one.endswith("so.") for one in (*firsts, last))
    assert " ".join((*firsts, last)) == said.strip()


def test_a_sign_the_heading_face_lacks_is_set_in_the_body_face():
    assert "→" not in "".join(map(chr, SERIF.cmap))
    assert text.markup("0 → 1", SERIF) == '0 <font name="InterTab-Bold">→</font> 1'


def test_a_sign_no_face_has_is_replaced_visibly_and_listed():
    said = "Tōkyō 東京 🚚"
    assert text.markup(said, REGULAR) == "Tōkyō □□ □"
    assert text.lacking(said, REGULAR) == {"東", "京", "🚚"}


def test_a_sign_no_face_has_is_the_same_box_in_a_heading():
    assert text.markup("3 東", SERIF) == '3 <font name="InterTab-Bold">□</font>'
    assert text.lacking("3 東", SERIF) == {"東"}
    assert not text.lacking("？", REGULAR)  # set as "?"


def test_a_ligature_is_spelt_with_its_letters():
    assert text.markup("ﬁt", REGULAR) == "fit"
    assert not text.lacking("ﬁt", REGULAR)


def test_a_single_face_drawn_without_markup_replaces_what_it_lacks():
    assert text.plain("≥ 3 東", SERIF) == "? 3 ?"


@pytest.mark.parametrize("address", ["https://example.org/a?b=c", "mailto:a@example.org"])
def test_web_and_mail_addresses_are_links(address):
    assert text.web_link(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://a b",
        "data:text/html,x",
        'https://x"onclick=',
        "",
    ],
)
def test_nothing_else_is_a_link(address):
    assert text.web_link(address) == ""


def test_runs_join_with_their_spaces_and_dress():
    runs = [text.Run("Level 0. ", bold=True), text.Run("One of "), text.Run("A&B", link="key")]
    said = text.runs_markup(runs, REGULAR, face("InterTab-SemiBold"), "#17212B")
    assert said == (
        '<font name="InterTab-SemiBold">Level 0. </font>One of '
        '<a href="#key" color="#17212B">A&amp;B</a>'
    )


@given(st.text("abo u\u0308\u0302\u0416\u6771\u00fc\u200d\n\t\x00\u25a1?q\ufffd", max_size=12))
@example("q\u200d\u0302")
@example("\u6771")
def test_what_is_lacking_is_what_a_box_is_printed_for(words):
    found = text.lacking(words, REGULAR)
    seen = set(text.clean(words)) - {text.MISSING, "?"}
    assert found == {one for one in seen if text.MISSING in text.markup(one, REGULAR)}
