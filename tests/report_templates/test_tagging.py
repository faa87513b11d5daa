"""Content and decoration on a page, and the tree that a reader who cannot see is led by."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.platypus import Flowable, Spacer, Table

from report_templates import text
from report_templates.brand import BrandKit
from report_templates.figures.scene import Role, Scene, Text, Weight
from report_templates.style import Anchor, Look
from report_templates.tagged import joined
from report_templates.tagging import decorated
from report_templates.text import Run
from tests.report_templates.printed import squeezed, tagged_pdf_of
from tests.report_templates.tree import read

KIT = BrandKit.bundled("meridian")
LOOK = Look.of(KIT, "en").on({"here": 1})
LONG = "A paragraph of many words that goes over several lines of the page. " * 12
SIGNS = sorted(
    chr(code) for code in KIT.body_face(400).cmap if unicodedata.category(chr(code))[0] in "LNPS"
)
WORDS = st.lists(st.text(st.sampled_from(SIGNS), min_size=1, max_size=14), min_size=1, max_size=30)


def tree(*flowables, height=700.0):
    return read(tagged_pdf_of(flowables, KIT, height=height))


def tags(found):
    return [kid.tag for kid in found.root.kids]


def test_the_style_of_a_paragraph_says_what_it_is():
    found = tree(LOOK.para("Title", "h1"), LOOK.h2("Block"), LOOK.para("Head", "h3"), *flow(LONG))
    assert tags(found)[:4] == ["H1", "H2", "H3", "P"]


def flow(words):
    return LOOK.flow(words)


def test_no_heading_is_two_levels_below_the_one_before():
    found = tree(LOOK.para("A", "h1"), LOOK.para("B", "h3"), LOOK.para("C", "h3"), LOOK.h2("D"))
    assert tags(found) == ["H1", "H2", "H3", "H2"]
    assert tags(tree(LOOK.para("Only", "h3"))) == ["H1"]


def test_a_paragraph_over_two_pages_is_one_element():
    found = tree(Spacer(1, 60), LOOK.para(LONG), height=100)
    (para,) = found.root.kids
    assert len(para.kids) > 1
    assert squeezed(para.text) == squeezed(LONG)


def test_a_link_over_two_pages_is_one_element_with_all_its_areas():
    runs = [Run("See "), Run(LONG, link="here"), Run(" now")]
    found = tree(Anchor("here"), Spacer(1, 60), LOOK.para(runs), height=100)
    (para,) = found.root.kids
    (link,) = para.all("Link")
    assert squeezed(link.text) == squeezed(LONG)
    assert squeezed(para.text) == squeezed(f"See {LONG} now")
    assert link.links > 5


def test_several_links_and_an_address_keep_their_order_and_say_where_they_lead():
    runs = [Run("E-1", link="here"), Run(", "), Run("E-2", link="here"), Run(" or ")]
    runs.append(Run("the page", web="https://example.org"))
    found = tree(Anchor("here"), LOOK.para(runs))
    (para,) = found.root.kids
    assert [kid if isinstance(kid, str) else kid.text for kid in para.kids] == [
        "E-1", ", ", "E-2", " or ", "the page",
    ]  # fmt: skip
    assert [link.links for link in para.all("Link")] == [1, 1, 1]


def test_heads_of_a_table_are_read_once_and_its_rows_as_often_as_there_are_rows():
    rows = [[LOOK.para("Key", "head"), LOOK.para("Value", "head")]]
    rows += [[LOOK.para(f"k{n}"), LOOK.para(f"v{n}")] for n in range(40)]
    found = tree(LOOK.table(rows, (100, 200)), height=200)
    (table,) = found.root.kids
    assert table.tag == "Table"
    cells = [[cell.text for cell in row.kids] for row in table.all("TR")]
    assert cells == [["Key", "Value"], *([f"k{n}", f"v{n}"] for n in range(40))]
    assert [cell.scope for cell in table.all("TH")] == ["Column", "Column", *["Row"] * 40]
    assert [(part.tag, len(part.kids)) for part in table.kids] == [("THead", 1), ("TBody", 40)]
    again = [other for other in found.artifacts if other]
    assert again == ["KeyValue"] * (len(found.artifacts) - 1)


def test_heads_without_a_row_below_them_are_rows_of_the_table():
    found = tree(LOOK.table([[LOOK.para("Key", "head"), LOOK.para("Value", "head")]], (100, 200)))
    (table,) = found.root.kids
    assert [part.tag for part in table.kids] == ["TR"]
    assert [cell.scope for cell in table.all("TH")] == ["Column", "Column"]


def test_both_halves_of_a_row_are_one_row_of_the_same_cells():
    rows = [[LOOK.para("Key", "head"), LOOK.para("Value", "head")]]
    rows += [[LOOK.para(f"k{n}"), [LOOK.para(LONG), LOOK.para(f"end {n}")]] for n in range(3)]
    table = LOOK.table(rows, (60, 200))
    table.splitInRow = 1
    found = tree(table, height=180)
    assert len(found.artifacts) > 3
    read_rows = [[squeezed(cell.text) for cell in row.kids] for row in found.root.all("TR")]
    assert read_rows == [
        ["Key", "Value"],
        *([f"k{n}", squeezed(f"{LONG}end{n}")] for n in range(3)),
    ]
    assert [cell.scope for cell in found.root.all("TH")] == ["Column", "Column", *["Row"] * 3]


def test_without_heads_the_first_cell_of_a_row_is_its_head():
    rows = [[LOOK.para("Day"), LOOK.para("Action")], [LOOK.para("Next"), LOOK.para("Other")]]
    found = tree(LOOK.table(rows, (100, 200), heads=0))
    heads = [(one.text, one.scope) for one in found.root.all("TH")]
    assert heads == [("Day", "Row"), ("Next", "Row")]
    assert [one.tag for one in found.root.kids[0].kids] == ["TR", "TR"]


def test_a_row_can_be_named_by_more_cells_than_its_first():
    rows = [[LOOK.para(one, "head") for one in ("No", "Title", "Result")]]
    rows += [[LOOK.para(one) for one in ("1.1", "Code", "met")], ["", LOOK.para("b"), ""]]
    found = tree(LOOK.table(rows, (30, 100, 60), names=2))
    assert [[(cell.tag, cell.scope) for cell in row.kids] for row in found.root.all("TR")][1:] == [
        [("TH", "Row"), ("TH", "Row"), ("TD", "")], [("TD", ""), ("TH", "Row"), ("TD", "")],
    ]  # fmt: skip


def test_a_cell_without_words_is_no_head_and_spans_are_told():
    rows = [["", LOOK.para("Head", "head")], [LOOK.para("a"), LOOK.para("b")]]
    rows.append([LOOK.para("both"), ""])
    found = tree(LOOK.table(rows, (100, 200), extra=[("SPAN", (0, 2), (1, 2))]))
    assert [[cell.tag for cell in row.kids] for row in found.root.all("TR")] == [
        ["TD", "TH"], ["TH", "TD"], ["TH"],
    ]  # fmt: skip


def test_a_note_below_a_row_heads_nothing():
    rows = [[LOOK.para(one, "head") for one in ("No", "Title", "Result")]]
    rows += [[LOOK.para(one) for one in ("1.1", "Code", "met")], ["", LOOK.para("why"), ""]]
    table = LOOK.table(rows, (30, 100, 60), names=2, extra=[("SPAN", (1, 2), (2, 2))], joined={1})
    *_, found = tree(table).root.all("TR")
    assert [(cell.tag, cell.scope) for cell in found.kids] == [("TD", ""), ("TD", "")]


def test_a_list_has_labels_and_the_contents_have_references():
    rows = [[LOOK.para("1"), [LOOK.para("Name", "h3"), LOOK.para("Text")]]]
    (found,) = tree(LOOK.table(rows, (20, 200), heads=0, kind="list")).root.kids
    assert (found.tag, [one.tag for one in found.kids[0].kids]) == ("L", ["Lbl", "LBody"])
    assert found.kids[0].kids[0].kids == ["1"]
    entry = LOOK.para([Run("Summary", link="here")], tag="Reference")
    (found,) = tree(
        Anchor("here"), LOOK.table([[LOOK.para("1"), entry]], (20, 200), heads=0, kind="contents")
    ).root.kids
    assert (found.tag, found.kids[0].tag) == ("TOC", "TOCI")
    (reference,) = found.all("Reference")
    assert reference.kids[0].tag == "Link"


def test_a_table_that_only_lays_things_out_is_no_table():
    cells = [[LOOK.para("left"), LOOK.para("below")], [LOOK.para("right")]]
    found = tree(LOOK.columns(cells, (100, 100), 10), Table([[LOOK.para("plain")]]))
    assert [(one.tag, one.text) for one in found.root.kids] == [
        ("P", "left"), ("P", "below"), ("P", "right"), ("P", "plain"),
    ]  # fmt: skip


def test_a_picture_says_its_words_and_one_that_says_nothing_is_read():
    word = Text(20, 20, "Level 2", Weight.SEMIBOLD, 8, Role.INK)
    said, silent = Scene(90, 40, (word,), "Level two."), Scene(90, 40, (word,))
    found = tree(LOOK.picture(said), LOOK.picture(silent), LOOK.picture(Scene(9, 9, ())))
    assert [(one.tag, one.alt, one.text) for one in found.root.kids] == [
        ("Figure", "Level two.", "Level 2"),
        ("P", "", "Level 2"),
    ]


def test_paragraphs_that_stand_apart_can_be_one_element():
    number, head = LOOK.para("1", "h3"), LOOK.para("Head", "h3")
    joined(number, head)
    (found,) = tree(LOOK.columns([[number], [head]], (20, 100), 4)).root.kids
    assert (found.tag, found.kids) == ("H1", ["1", "Head"])


class Unplaced(Flowable):
    def wrap(self, *room):
        return 100, 20

    def draw(self):
        self.canv.setFont(KIT.body_face(400).name, 8)
        self.canv.line(0, 0, 50, 0)
        self.canv.drawString(0, 4, "words by themselves")
        self.canv.drawString(0, 4, "")


def test_words_that_nobody_has_placed_are_read_and_lines_are_not():
    found = tree(Unplaced())
    assert [(one.tag, one.text) for one in found.root.kids] == [("P", "words by themselves")]


def test_decoration_is_marked_around_whole_paths_only():
    code = ["q", "1 w", "n 1 2 m 3 4 l S", "n 1 1 2 2 re ", "f", "Q", "/P <</MCID 0>> BDC"]
    code += ["n 0 0 m 1 1 l S", "EMC", "/Im1 Do"]
    assert decorated(code) == [
        "q", "1 w", "/Artifact BMC", "n 1 2 m 3 4 l S", "n 1 1 2 2 re ", "f", "EMC", "Q",
        "/P <</MCID 0>> BDC", "n 0 0 m 1 1 l S", "EMC", "/Artifact BMC", "/Im1 Do", "EMC",
    ]  # fmt: skip


def texts(words):
    return st.builds(" ".join, words)


BLOCKS = st.one_of(
    st.tuples(st.sampled_from(["body", "h2", "h3", "caption"]), texts(WORDS)),
    st.tuples(st.just("link"), texts(WORDS), texts(WORDS)),
    st.tuples(
        st.just("table"), st.lists(st.tuples(texts(WORDS), texts(WORDS)), min_size=1, max_size=6)
    ),
)


def block(kind, *said):
    """A flowable for a block, and its texts in order."""
    if kind == "link":
        return LOOK.para([Run(said[0]), Run(said[1], link="here"), Run(said[0])]), [
            said[0] + said[1] + said[0]
        ]
    if kind == "table":
        rows = [[LOOK.para(a, "cell"), LOOK.para(b, "cell")] for a, b in said[0]]
        table = LOOK.table([[LOOK.para("One", "head"), LOOK.para("Two", "head")], *rows], (90, 150))
        table.splitInRow = 1
        return table, ["One", "Two", *(cell for row in said[0] for cell in row)]
    return LOOK.para(said[0], kind), [said[0]]


@given(st.lists(BLOCKS, min_size=1, max_size=8), st.integers(150, 400))
def test_every_text_is_read_once_and_in_its_order(blocks, height):
    made = [block(*one) for one in blocks]
    found = tree(Anchor("here"), *(flowable for flowable, _ in made), height=height)
    expected = [squeezed(text.clean(one)) for _, said in made for one in said]
    leaves = ("P", "H1", "H2", "H3", "H4", "H5", "H6")
    assert [squeezed(one.text) for one in found.root.all(*leaves)] == expected
    assert sorted(found.used) == sorted(set(found.used))
    assert found.marked == {mark for mark in found.used if mark[1] >= 0}


@pytest.mark.parametrize("end", ["BDC", "EMC", "(", ")", "\\"])
def test_words_that_look_like_operators_are_words(end):
    linked = LOOK.para([Run(f"one {end}"), Run(f"two {end}", link="here")])
    found = tree(Anchor("here"), linked, LOOK.para(end))
    assert squeezed(found.root.text) == squeezed(f"one {end}two {end}{end}")
