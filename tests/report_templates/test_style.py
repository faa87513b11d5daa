"""Type, lines and tables of the report."""

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from report_templates.brand import BrandKit, bundled_names
from report_templates.content.base import Heading
from report_templates.parting import lines
from report_templates.style import LONGEST_LOST, WIDTH, Anchor, Look, kept
from report_templates.text import Run
from report_templates.typography import SMALLEST, TYPES
from tests.report_templates.printed import pdf_of, words_of

LOOKS = {name: Look.of(BrandKit.bundled(name), "en") for name in bundled_names()}
LOOK = LOOKS["meridian"]


def test_no_style_is_smaller_than_seven_points():
    assert all(kind.size >= SMALLEST for kind in TYPES.values())


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_text_fits_its_lines_or_ends_in_an_ellipsis(look):
    long = "A sentence that goes on and on, " * 20
    for style in ("body", "h1", "register"):
        cut = look.lines(long, style, 200, 2)
        assert cut.endswith("…")
        assert look.para(cut, style).wrap(200, 999)[1] <= 2 * TYPES[style].leading + 0.1
        assert long.startswith(cut[:-1])
        assert long[len(cut) - 1] in " ,"  # no word is cut in two
        longer = cut[:-1] + " " + "x" * LONGEST_LOST + "…"
        assert look.para(longer, style).wrap(200, 999)[1] > 2 * TYPES[style].leading
    assert look.lines("short", "body", 200, 1) == "short"


def test_no_short_word_stands_alone_on_a_titles_last_line():
    for length in range(6, 24):
        words = " ".join(["level"] * length)
        title = LOOK.heading(Heading(key="k", number="1", name="Name", title=words))[-1]
        title.wrap(WIDTH, 999)
        *before, last = lines(title.blPara)
        assert not before or len("".join(last.texts).split()) > 1
        assert len(before) < 2


FACTS = {
    "en": [("Reaches", "Level 4 Self-service"), ("Open criteria", "16 of 16"),
           ("Low finish", "3 Jan 2028"), ("Likely finish", "20 Mar 2028"),
           ("High finish", "3 Jul 2028"), ("Effort, likely", "645 person-days")],
    "de": [("Erreicht", "Stufe 2 Reproduzierbar"), ("Offene Kriterien", "8 von 16"),
           ("Frühes Ende", "4. Feb. 2027"), ("Wahrscheinlich", "16. Feb. 2027"),
           ("Spätes Ende", "2. März 2027"), ("Aufwand", "36 Personentage")],
}  # fmt: skip


@pytest.mark.parametrize("language", FACTS)
def test_facts_side_by_side_keep_apart(language):
    cells = LOOK.strip(FACTS[language])
    for wide, (label, value) in zip(cells._colWidths[:-1], cells._cellvalues[0], strict=False):
        widest = max(stringWidth(one.getPlainText(), one.style.fontName, one.style.fontSize)
                     for one in (label, value))  # fmt: skip
        assert wide - widest >= 7.5


def test_a_title_of_three_lines_is_set_smaller_and_a_longer_one_cut():
    def title_of(words):
        return LOOK.heading(Heading(key="k", number="1", name="Name", title=words))[-1]

    assert title_of("Short").style.name == "h1"
    assert title_of("Level after level after level, " * 5).style.name == "h1_tight"
    assert title_of("word " * 200).getPlainText().endswith("…")


def test_links_wait_until_their_anchors_page_is_known():
    runs = [Run("see "), Run("E-001", link="evidence-1")]
    pdf = pdf_of([LOOK.para(runs)], LOOK.kit)
    assert "see E-001" in words_of(pdf)
    assert b"/Link" not in pdf
    knowing = LOOK.on({"evidence-1": 1})
    pdf = pdf_of([Anchor("evidence-1"), knowing.para(runs)], LOOK.kit)
    assert b"/Link" in pdf


def test_a_page_number_is_a_dash_until_it_is_known():
    assert LOOK.page_of("glance") == "–"
    assert LOOK.on({"glance": 4}).page_of("glance") == "4"


def test_a_strip_never_passes_the_margins():
    wide = [(f"A long label {n}", "A long value") for n in range(9)]
    assert LOOK.strip(wide).wrap(WIDTH, 500)[0] <= WIDTH + 0.1
    few = LOOK.strip([("Label", "1"), ("Other", "2")])
    assert few.wrap(WIDTH, 500)[0] <= WIDTH + 0.1


def test_a_table_repeats_its_head_on_every_page():
    rows = [[LOOK.para("Head", "head")], *[[LOOK.para(f"row {n}", "cell")] for n in range(200)]]
    said = words_of(pdf_of([LOOK.table(rows, [WIDTH])], LOOK.kit))
    assert said.count("Head") > 1
    assert all(f"row {n}" in said for n in range(200))


def test_a_callout_prints_both_its_parts():
    said = words_of(pdf_of(LOOK.callout("Decision asked", "Approve <b>it</b>."), LOOK.kit))
    assert "Decision asked" in said
    assert "Approve <b>it</b>." in said


def test_what_is_kept_together_carries_its_name():
    assert kept("Sign-off", LOOK.para("x")).block == "Sign-off"
