"""From pass to pass: what is reused or left undrawn shows in no byte."""

from types import SimpleNamespace

import pytest
from reportlab.platypus import Paragraph, Spacer

from report_templates.brand import BrandKit
from report_templates.build import build
from report_templates.content import report
from report_templates.passes import Kept, Told
from report_templates.style import Anchor, Look
from report_templates.tagged import Para
from tests.report_templates import cases

KIT = BrandKit.bundled("meridian")
LOOK = Look.of(KIT, "en")


def test_a_block_is_made_again_where_it_was_told_another_page_or_whether_there_is_one():
    kept, made = Kept(), []

    def make(asks):
        def flowables(told):
            asks(told)
            made.append(told)
            return [Spacer(0, 1)]

        return flowables

    first, again, moved = {}, {"a": 3, "b": 4}, {"a": 5, "b": 4}
    for pages in (first, again, again, moved):
        kept.flowables(0, pages, make(lambda told: told.get("a")))
        kept.flowables(1, pages, make(lambda told: "b" in told))
        kept.flowables(2, pages, make(lambda told: "lost" in told))
        kept.flowables(3, pages, make(lambda told: None))
    asked = [set(told.answers) for told in made[4:]]
    assert asked == [{(False, "a")}, {(True, "lost")}, {(False, "a")}]


def test_while_no_page_is_known_every_link_is_taken_to_lead_somewhere():
    assert "anywhere" in Told({})
    assert Told({}).get("anywhere") is None
    assert "anywhere" not in Told({"a": 1})


def test_what_is_counted_keeps_its_anchors_and_can_be_drawn_afterwards():
    page = SimpleNamespace(anchors={}, getPageNumber=lambda: 7)
    kept = Kept()
    table = LOOK.table([[[Anchor("x"), LOOK.para("one")], LOOK.para("two")]], (50, 50), heads=0)
    kept.hush(table)
    kept.hush(table)
    table.drawOn(page, 0, 0)
    assert page.anchors == {"x": 7}
    kept.restore()
    assert "drawOn" not in vars(table)


@pytest.mark.parametrize("profile", ["findings", "roadmap"])
def test_fresh_flowables_in_every_pass_give_the_same_bytes(profile, monkeypatch):
    content = report.of(cases.full(items=30), profile=profile, issued=cases.ISSUED)
    usual = build(content, KIT)
    monkeypatch.setattr(Kept, "hush", lambda _kept, _one: None)
    monkeypatch.setattr(Told, "again", lambda _told, _answers: False)
    assert build(content, KIT) == usual


@pytest.mark.parametrize("words", ["one", "one  two\u00a0three", " – ä □ ", "a\u2028b", "", " "])
def test_words_without_markup_are_what_the_parser_makes_of_them(words):
    style = LOOK.style("cell", role="accent")
    parsed, made = Paragraph(words, style), Para.of(words, style)
    assert [vars(one) for one in made.frags] == [vars(one) for one in parsed.frags]


@pytest.mark.parametrize("words", ["a &amp; b", "one<br/>two", '<font name="x">y</font>'])
def test_markup_is_parsed(words):
    style = LOOK.style("cell")
    parsed, made = (
        Paragraph(words.replace('"x"', '"InterTab-Bold"'), style),
        Para.of(words.replace('"x"', '"InterTab-Bold"'), style),
    )
    assert len(made.frags) == len(parsed.frags)
    assert [vars(one) for one in made.frags] == [vars(one) for one in parsed.frags]


def test_lines_are_broken_anew_for_another_width_only():
    para = LOOK.para("words enough to be broken into a number of lines " * 4)
    tall = para.wrap(80, 500)
    lines = para.blPara
    assert para.wrap(80, 300) == tall
    assert para.blPara is lines
    assert para.wrap(200, 500)[1] < tall[1]
    assert para.wrap(80, 500) == tall
