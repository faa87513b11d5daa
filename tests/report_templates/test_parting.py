"""Words are parted where a line would else be loose, drawn in parts and read whole."""

from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report_templates import parting
from report_templates.brand import BrandKit
from report_templates.style import Anchor, Look
from report_templates.text import Run
from tests.report_templates.printed import squeezed, tagged_pdf_of, words_of
from tests.report_templates.tree import read

KIT = BrandKit.bundled("meridian")
LOOK = Look.of(KIT, "de").on({"here": 1})
LONG = "Reproduktionsbeschreibungen"
TEXT = "Drei Versuche, Modelle und Reproduktionsbeschreibungen zu finden, waren vergeblich."


def drawn(para, width):
    """The lines of a paragraph as they are seen."""
    para.wrap(width, 1000)
    return ["".join(line.texts).rstrip() for line in parting.lines(para.blPara)]


def broken(words, width, style="body"):
    return drawn(LOOK.para(words, style), width)


def test_a_word_after_a_loose_line_is_parted():
    assert broken(TEXT, 150) == [
        "Drei Versuche, Modelle und Repro-",
        "duktionsbeschreibungen zu finden,",
        "waren vergeblich.",
    ]


def test_in_runs_of_several_faces_as_well_and_again_for_another_width():
    para = LOOK.para([Run("Drei Versuche,", bold=True), Run(TEXT[14:])])
    assert drawn(para, 150)[0].endswith("Repro-")
    assert not any(line.endswith("-") for line in drawn(para, 400))
    assert drawn(para, 150)[0].endswith("Repro-")


def test_a_line_that_is_nearly_full_is_left_and_so_is_the_last_word():
    assert broken("Drei Versuche, Modelle und Aufzeichnungen zu finden", 140)[0] == (
        "Drei Versuche, Modelle und"
    )
    assert broken(f"Drei Versuche und {LONG}", 150)[1:] == [LONG]


def test_in_a_wide_column_never_two_lines_in_a_row():
    lines = broken(" ".join([LONG] * 12), 200)
    parted = [line.endswith("-") for line in lines]
    assert any(parted)
    assert not any(a and b for a, b in pairwise(parted))


@pytest.mark.parametrize("style", ["h1", "h2", "label", "entry", "fact"])
def test_headings_and_values_keep_their_words(style):
    assert not any(line.endswith("-") for line in broken(TEXT, 200, style))


def test_links_and_names_keep_their_words():
    linked = LOOK.para([Run("Drei Versuche, Modelle und "), Run(LONG, link="here"), Run(" da.")])
    assert drawn(linked, 150)[1].startswith(LONG)
    named = Look.of(KIT, "de")
    object.__setattr__(named, "names", (f"{LONG} GmbH",))
    assert not drawn(named.para(TEXT), 150)[0].endswith("-")


def test_a_word_wider_than_its_column_is_parted_as_often_as_need_be():
    lines = broken(LONG, 43, "head_narrow")
    assert len(lines) > 2
    assert "".join(line.removesuffix("-") for line in lines) == LONG
    assert LOOK.para(LONG, "head_narrow").minWidth() < 43


def test_what_is_parted_reads_as_one_word_in_the_tree_and_is_found_by_readers(tmp_path):
    para = LOOK.para(TEXT)
    assert drawn(para, 150)[0].endswith("-")
    pdf = tagged_pdf_of([LOOK.columns([[LOOK.para(TEXT)]], (150,), 0)], KIT)
    assert read(pdf).root.text.replace(" ", "") == squeezed(TEXT)
    document = pypdfium2.PdfDocument(pdf)
    text = document[0].get_textpage()
    assert text.search(LONG).get_next() is not None
    text.close()
    document.close()
    assert LONG in words_of(pdf)
    assert "-" not in words_of(pdf)


def test_a_word_with_its_own_hyphen_keeps_it():
    words = "Die Bewertung der Modelle und Modell-Registry-Einträge ist nicht abgeschlossen."
    assert broken(words, 140)[0] == "Die Bewertung der Modelle und"
    assert broken(words, 170)[0].endswith("Modell-")
    pdf = tagged_pdf_of([LOOK.columns([[LOOK.para(words)]], (170,), 0)], KIT)
    assert read(pdf).root.text.replace(" ", "") == squeezed(words)
    assert "Modell-Registry-Einträge" in words_of(pdf)


def test_over_the_end_of_a_page_the_lines_stay_as_they_are():
    whole = LOOK.para(" ".join([TEXT] * 6))
    lines = drawn(whole, 150)
    for height in range(40, 200, 12):
        parts = whole.split(150, height)
        if len(parts) == 2:
            assert [line for part in parts for line in drawn(part, 150)] == lines


PARTABLE = ["Reproduktionsbeschreibungen", "Modell-Registry-Einträge", "und", "die", "Überwachung",
            "Verantwortlichkeit,", "SRC-1.1", "„Nachweisverzeichnis“", "(Wiederherstellungszeit)",
            "governance", "x" * 60]  # fmt: skip
WORDS = st.lists(st.sampled_from(PARTABLE), min_size=1, max_size=25).map(" ".join)
RUNS = st.lists(st.tuples(WORDS, st.booleans(), st.booleans()), min_size=1, max_size=4)


@settings(max_examples=40)
@given(RUNS, st.integers(40, 260), st.integers(40, 300))
def test_however_words_are_parted_the_text_is_read_as_it_was_written(runs, width, height):
    made = [Run(f"{text} ", bold=bold, link="here" if link else "") for text, bold, link in runs]
    pdf = tagged_pdf_of([Anchor("here"), LOOK.para(made)], KIT, width=width, height=height)
    assert squeezed(read(pdf).root.text) == squeezed("".join(run.text for run in made))


def test_a_second_pass_finds_the_same_end_of_a_page():
    para = LOOK.para([Run("Drei Versuche,", bold=True), Run(f"{TEXT[14:]} {TEXT} {TEXT}")])
    para.wrap(150, 1000)
    place = next(at for at, sign in enumerate(para.ends()) if at and sign == "-")
    ends = []
    for _ in range(2):
        para.wrap(150, 1000)
        first, _rest = para.split(150, (place + 1) * para.style.leading + 1)
        ends.append((first.goes_on, para.ends()))
    assert ends[0] == ends[1]
    assert ends[0][0] == "-"


@pytest.mark.parametrize("indent", [345, 420])
def test_a_link_says_its_words_whole(indent):
    para = LOOK.para([Run(f"{LONG} und ", bold=True), Run(f"die {LONG} hier", link="here")])
    para.style.rightIndent = indent
    data = tagged_pdf_of([Anchor("here"), para], KIT)
    with pikepdf.open(BytesIO(data)) as pdf:
        said = {str(one.Contents) for one in pdf.pages[0].Annots}
    assert said == {f"die {LONG} hier"}


def test_words_in_german_quotes_are_parted_too():
    lines = broken(f"Modelle und „{LONG}“ zu", 80)
    assert [line for line in lines if line.endswith("-")]


@given(st.text("ab", min_size=2, max_size=9), st.lists(st.integers(1, 8), max_size=6), st.data())
def test_every_piece_of_a_wide_word_is_parted_where_the_word_is(word, places, data):
    inner = sorted({at for at in places if at < len(word)})
    found = parting.Places()
    found.add_wide(word, inner)
    start, end = sorted(data.draw(st.sampled_from([0, *inner, len(word)])) for _ in range(2))
    piece = word[start:end]
    known = {
        (piece[: at - first], piece[at - first :])
        for first in (0, *inner)
        for at in inner
        if first < at < first + len(piece)
        and word.startswith(piece, first)
        and first + len(piece) in (*inner, len(word))
    }
    assert set(found(piece)) == known
    assert [len(head) for head, _ in found(piece)] == sorted(
        (len(head) for head, _ in known), reverse=True
    )


def test_a_word_of_thousands_of_letters_is_parted_without_looking_at_every_piece_of_it():
    # Were every piece listed with all its places, a page would take hours and all memory.
    lines = broken("ab" * 850, 150)
    assert sum(line.endswith("-") for line in lines) > 10
    assert "".join(line.removesuffix("-") for line in lines) == "ab" * 850
