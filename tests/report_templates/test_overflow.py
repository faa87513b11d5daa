"""What is higher than a page is split, set one below the other, or made smaller, and read whole."""

import pypdfium2
import pytest

from report_templates.brand import BrandKit
from report_templates.figures.model import Glyph
from report_templates.figures.paint_pdf import Picture
from report_templates.figures.scene import Role, Scene, Text, Weight
from report_templates.overflow import loosened
from report_templates.sections.marks import mark_word
from report_templates.style import Look, kept
from tests.report_templates.printed import squeezed, tagged_pdf_of
from tests.report_templates.tree import read

KIT = BrandKit.bundled("meridian")
LOOK = Look.of(KIT, "en")
LONG = " ".join(f"word{number}" for number in range(230))
HEIGHT = 300


def pages(data):
    document = pypdfium2.PdfDocument(data)
    try:
        return len(document)
    finally:
        document.close()


def printed(*flowables):
    """The PDF, and its tree; every word stands within the page."""
    data = tagged_pdf_of(flowables, KIT, height=HEIGHT)
    document = pypdfium2.PdfDocument(data)
    for page in document:
        words = page.get_textpage()
        for place in range(words.count_rects()):
            _, low, _, high = words.get_rect(place)
            assert 5 <= low <= high <= HEIGHT + 15
        words.close()
        page.close()
    document.close()
    return data, read(data).root


def table(*rows):
    """Two columns, of which the first is narrow."""
    cells = [[LOOK.para(words, "cell") for words in row] for row in rows]
    return LOOK.table([[LOOK.para(one, "head") for one in ("A", "B")], *cells], (90.0, 400.0))


def test_a_row_higher_than_a_page_goes_on_and_stays_one_row():
    rows = [("one", "two"), (LONG, "beside"), ("three", "four")]
    data, root = printed(table(*rows))
    (found,) = root.all("Table")
    assert pages(data) > 2
    assert [[squeezed(cell.text) for cell in row.all("TH", "TD")] for row in found.all("TR")] == [
        ["A", "B"],
        *[[squeezed(cell) for cell in row] for row in rows],
    ]


def test_a_row_in_the_middle_of_which_words_stand_stays_within_the_page():
    middle = [("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    row = [LOOK.para(LONG, "cell"), LOOK.para(LONG[:1200], "cell")]
    _, root = printed(LOOK.table([row], (90.0, 200.0), heads=0, extra=middle))
    assert squeezed(root.text) == squeezed(LONG + LONG[:1200])


def test_a_cell_that_cannot_be_split_is_set_below_the_others():
    word = mark_word(LOOK, Glyph.NOT_MET, LONG, "cell")
    _, root = printed(LOOK.table([[LOOK.para("before", "cell"), word]], (90.0, 60.0), heads=0))
    assert squeezed(root.text) == squeezed("before" + LONG)


def test_columns_higher_than_a_page_are_set_one_below_the_other():
    inner = table((LONG, "x"))
    left = LOOK.columns([[LOOK.para("first")], [LOOK.para(LONG)]], (60.0, 60.0), 4.0)
    _, root = printed(kept("both", LOOK.columns([[left], [inner]], (130.0, 300.0), 10.0)))
    assert squeezed(root.text) == squeezed(f"first{LONG}AB{LONG}x")


def test_a_picture_higher_than_a_page_is_made_smaller():
    words = Text(10, 590, "at the foot", Weight.REGULAR, 10, Role.INK)
    _, root = printed(LOOK.picture(Scene(200, 600, (words,), alt="A tall figure")))
    assert [one.alt for one in root.all("Figure")] == ["A tall figure"]


@pytest.mark.parametrize("anchor", ["start", "middle", "end"])
def test_words_of_a_figure_are_cut_where_they_would_leave_it(anchor):
    words = [Text(x, 20, LONG, Weight.REGULAR, 10, Role.INK, anchor) for x in (-50, 5, 200, 450)]
    found = LOOK.picture(Scene(400, 40, tuple(words)))
    document = pypdfium2.PdfDocument(tagged_pdf_of([found], KIT))
    shown = document[0].get_textpage()
    boxes = [shown.get_rect(place) for place in range(shown.count_rects())]
    assert boxes
    assert all(10 - 7 <= left <= right <= 410 + 7 for left, _, right, _ in boxes)
    shown.close()
    document.close()


def test_what_has_no_parts_stays():
    assert loosened(Picture(Scene(10, 10, ()), LOOK.inks), HEIGHT) == []
