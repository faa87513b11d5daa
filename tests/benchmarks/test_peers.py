"""The same report for others: nothing of it is left out, and who is missing is said in words."""

import io
import json
import re
import sys
from html import unescape

import pytest

from report_templates.brand import BrandKit
from report_templates.content import report
from tests.benchmarks import comparing
from tests.benchmarks.peers import html, markup, press, printed
from tests.benchmarks.peers.nodes import Cell, Dress, Face, Picture, Piece, Rows, Target, Words
from tests.benchmarks.peers.races import Runner
from tests.benchmarks.peers.sheets import furniture
from tests.benchmarks.peers.story import leaves, story
from tests.report_templates import cases

KIT = BrandKit.bundled()
DRESS = Dress(Face("InterTab", 400), 8, 11, "#000000")


@pytest.fixture(scope="module")
def content():
    return report.of(cases.full(items=3), profile="findings", issued=cases.ISSUED)


@pytest.fixture(scope="module")
def nodes(content):
    return story(content, KIT)


def test_every_string_of_a_sections_rows_is_in_the_story(content, nodes):
    said = " ".join(printed.said(nodes))
    rows = [row for page in content.dimensions for group in page.groups for row in group.rows]
    assert rows
    assert all(row.title in said for row in rows)
    assert all(one.title in said for one in content.evidence.rows)
    assert content.glance.heat_map.alt in {getattr(one, "alt", "") for one in leaves(nodes)}


def test_html_and_typst_say_everything_that_the_story_says(content, nodes):
    page = furniture(content, KIT)
    files = html.written(nodes, page)
    typst = markup.written(nodes, page)
    plain = unescape(re.sub("<[^>]*>", "", files["report.html"]))
    for one in leaves(nodes):
        if isinstance(one, Words):
            for said in (piece.text for piece in one.pieces if not piece.page):
                assert said in plain
                assert json.dumps(said, ensure_ascii=False) in typst
        elif isinstance(one, Picture):
            assert one.svg in files.values()
            assert json.dumps(one.svg, ensure_ascii=False) in typst


def test_a_name_that_is_markup_elsewhere_stays_words(content):
    said = '<b>#let x = "1" \\ & </b>'
    piece = Piece(said, DRESS.face, DRESS.colour)
    found = [Words((piece,), DRESS)]
    page = furniture(content, KIT)
    assert "&lt;b&gt;#let" in html.written(found, page)["report.html"]
    assert json.dumps(said) in markup.written(found, page)


def test_what_a_pdf_lacks_is_named(tmp_path, monkeypatch):
    pieces = [Piece(one, DRESS.face, DRESS.colour) for one in ("one and two", "three and four")]
    found = [Words((one,), DRESS) for one in pieces]
    monkeypatch.setattr(printed, "_pages", lambda _path: ["Headonean", "dtwoFoot", "threean"])
    assert printed.lost(found, tmp_path) == (3, ["threeandfour"])


@pytest.mark.parametrize(
    ("error", "says"), [(ModuleNotFoundError("x"), "make bench"), (OSError("pango"), "apt-get")]
)
def test_a_typesetter_that_is_not_there_says_what_to_run(
    error, says, monkeypatch, capsys, tmp_path
):
    def missing(_folder):
        raise error

    monkeypatch.setitem(press.KNOWN, "weasyprint", missing)
    press.main("weasyprint", tmp_path)
    assert says in json.loads(capsys.readouterr().out)["missing"]


def test_a_press_says_what_each_run_took(monkeypatch, capsys, tmp_path):
    monkeypatch.setitem(press.KNOWN, "ours", lambda _folder: ("One 1.0", lambda: b"%PDF"))
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n\n"))
    press.main("ours", tmp_path)
    first, *runs = map(json.loads, capsys.readouterr().out.splitlines())
    assert first == {"version": "One 1.0"}
    assert [(one["size"], one["peak"] > 1e6) for one in runs] == [(4, True)] * 2
    assert (tmp_path / "ours.pdf").read_bytes() == b"%PDF"


def test_who_is_missing_is_left_out_in_words(monkeypatch, tmp_path):
    ours = Runner("ours", "Plumbline", runs=[{"seconds": 1.0, "worked": 1.0, "peak": 1, "size": 1}])
    gone = Runner("weasyprint", missing="it lacks a library")
    monkeypatch.setattr(comparing, "written", lambda _folder: [])
    monkeypatch.setattr(comparing, "counted", lambda *_: {"ours": 44})
    monkeypatch.setattr(comparing, "race", lambda *_: {"ours": ours, "weasyprint": gone})
    (found,) = comparing.measure(tmp_path)
    assert (found.ours, found.verdict) == (1000.0, "-")
    assert "it lacks a library" in found.remark


def test_leaves_are_all_nodes_of_cells():
    cell = Cell((Target("a"),), (0, 0, 0, 0), (None,) * 4)
    rows = Rows(True, (10,), 0, ((cell,),), (0,))
    assert list(leaves([rows])) == [rows, Target("a")]
