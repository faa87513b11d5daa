"""Sentences that may be rewritten: found in every section, printed, and told when they are late."""

import pytest

from engagements.records import Client, Wording
from report_templates.brand import BrandKit
from report_templates.content import facts, report, wordings
from report_templates.content.strings import strings
from report_templates.style import TITLE_LINES, Look
from tests.report_templates import cases

ELIN = {"name": "Elin Strandgård", "role": "MLE"}


def known(*more, base=None, **of_facts):
    kept = [
        one
        for kind in (base or cases.full()).heads.values()
        for heads in kind.values()
        for one in heads
    ]
    return facts.of(cases.snapshot(*kept, *more), issued=cases.ISSUED, **of_facts)


def by_slot(found):
    return {one.slot: one for one in wordings.sentences(found)}


def test_every_page_has_its_title_first():
    found = wordings.sentences(known())
    titles = [one for one in found if one.is_title]
    assert {one.number for one in titles} == {one.number for one in known().outline}
    firsts = {one.section: one for one in reversed(found)}
    assert all(one.is_title for section, one in firsts.items() if section)


@pytest.mark.parametrize(
    "base", [cases.full(), cases.full(level=4), cases.full(level=3, target=3), cases.snapshot()]
)
def test_each_sentence_is_printed_as_it_was_rewritten(base):
    slots = list(wordings.generated(known(base=base)))
    own = {slot: f"Mine {number:03}" for number, slot in enumerate(slots)}
    rewritten = [Wording.of(slot, "en", text, "") for slot, text in own.items()]
    found = known(*rewritten, base=base)
    content = report.explained(found, report.joined(found))
    printed = "\n".join(strings(content))
    assert [slot for slot, text in own.items() if text not in printed] == []


def test_a_sentence_is_late_once_its_facts_change_and_not_before():
    said = wordings.generated(known())["summary.title"]
    mine = Wording.of("summary.title", "en", "Mine", wordings.digest(said))
    (same, other) = (known(mine), known(mine, Client(name="Another client")))
    assert by_slot(same)["summary.title"].own == "Mine"
    assert not by_slot(same)["summary.title"].outdated
    assert by_slot(other)["summary.title"].outdated
    assert [one.slot for one in wordings.outdated(other)] == ["summary.title"]


def test_each_language_has_its_own_words():
    mine = Wording.of("summary.title", "de", "Meins", "")
    assert not by_slot(known(mine))["summary.title"].own
    assert by_slot(known(mine, language="de"))["summary.title"].printed == "Meins"


def test_a_name_typed_into_a_sentence_is_left_out():
    mine = Wording.of("summary.decision", "en", "Ask Elin Strandgård, elin@halden.example", "")
    found = known(cases.person(0, **ELIN), mine)
    said = by_slot(found)["summary.decision"].printed
    assert said == "Ask ML engineer, [e-mail address left out]"
    assert "Strandg" not in "\n".join(strings(report.joined(found)))


def test_a_title_is_measured_in_the_kits_heading_font():
    look = Look.of(BrandKit.bundled(), "en")
    assert look.title_lines("Short") == 1
    assert look.title_lines("wide words " * 9) == TITLE_LINES
    assert look.title_lines("wide words " * 14) > TITLE_LINES
    fits = [look.title_fit("wide words " * n) for n in (9, 14, 30)]
    assert fits == ["usual", "smaller", "cut"]
