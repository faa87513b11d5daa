"""The glossary: every term that the report uses, and no other."""

import pytest

from report_templates.content import glossary, report
from report_templates.words import languages, words
from tests.report_templates import cases
from tests.report_templates.shapes import engagement, halden


def names(snapshot, **more):
    found = report.of(snapshot, issued=cases.ISSUED, **more).glossary
    return [term.name for group in found.groups for term in group.terms]


def test_terms_are_those_that_are_used():
    full = names(engagement(halden()))
    assert {"Level", "Criterion", "Skipped-level debt", "Data & features"} <= set(full)
    assert "Scope unit" not in full
    asked = ("full of scope units", "Halden Freight")
    said = [names(engagement(halden(), client=client)) for client in asked]
    assert ["Scope unit" in one for one in said] == [True, False]


def test_terms_stand_by_the_alphabet_without_marks_on_letters():
    found = report.of(engagement(halden()), issued=cases.ISSUED, language="de").glossary
    said = [term.name for term in found.groups[0].terms]
    assert said.index("Stimme") < said.index("Stufe") < said.index("Übergang")
    assert said == sorted(said, key=lambda name: name.replace("Ü", "U").casefold())


def test_a_form_counts_as_a_whole_word_only():
    assert glossary.used("level|levels", "at level 2")
    assert not glossary.used("level", "levelled")
    assert not glossary.used("scope unit", "scope and unit")


@pytest.mark.parametrize("language", languages())
def test_every_term_is_found_by_its_own_name_or_form(language):
    say = words(language)
    for term in glossary.TERMS:
        assert say(f"glossary.{term}.meaning").endswith(".")
        forms = say(f"glossary.{term}.forms").split("|")
        assert all(form.strip() for form in forms)


def test_other_profiles_have_none():
    assert report.of(cases.full(), profile="board", issued=cases.ISSUED).glossary is None
