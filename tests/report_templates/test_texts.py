"""Every language of the report says all that English says, and German is German."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from string import Formatter

import pytest

from engagements.framework.load import mlops
from engagements.language import languages as spoken_languages
from engagements.records import Engagement, ReportSettings
from report_templates.brand import BrandKit, bundled_names
from report_templates.build import build
from report_templates.content import report
from report_templates.content.strings import strings
from report_templates.profiles import PROFILES
from report_templates.words import languages, nearest, words
from tests.report_templates import cases
from tests.report_templates.printed import words_of

ENGLISH, GERMAN = words("en"), words("de")
OTHERS = [one for one in languages() if one != "en"]
NBSP = "\u00a0"
ALIKE = {
    *(f"month.{number}" for number in (4, 8, 9, 11)),
    "figure.gantt.review_id",
    "figure.gantt.column.weeks",
    "figure.gantt.column.months",
    "figure.gantt.column.quarters",
    "marks.no.letter",
    "method.scope.interviews",
    "method.sign.name",
    "dimension.fact.interviews",
    "glance.holds.part",
    "beside.book.roadmap",
    "beside.head.dimension",
    "glossary.dimension.name",
    "glossary.interview.name",
    "glossary.roadmap.name",
    "progress.head.dimension",
    *(
        f"crosswalk.model.{one}"
        for one in (
            "aws",
            "cmmi",
            "google",
            "john_olsson_bosch",
            "microsoft",
            "ml_test_score",
            "mitre",
            "owasp_aima",
        )
    ),
    "crosswalk.head_dimension",
    "crosswalk.head_test",
}
"""Slots that read the same in both languages."""
FIELD = re.compile(r"\{\w*\}")
WORD = re.compile(r"[^\W\d_]")
LONG = 7
"""Letters from which on a piece of an English sentence is looked for; a word may be German too."""


def fields(sentence):
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_the_report_speaks_every_language_of_the_window():
    assert set(spoken_languages()) <= set(languages())


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_the_slots_of_english_with_their_fields(language):
    slots = words(language).slots
    assert set(slots) == set(ENGLISH.slots)
    differing = [one for one in slots if fields(slots[one]) != fields(ENGLISH.slots[one])]
    assert differing == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_slot_is_empty_only_where_the_english_one_is(language):
    slots = words(language).slots
    assert {one for one in slots if not slots[one]} == {
        one for one in slots if not ENGLISH.slots[one]
    }


def test_nothing_is_left_in_english():
    alike = {
        slot
        for slot, sentence in GERMAN.slots.items()
        if sentence == ENGLISH.slots[slot] and WORD.search(FIELD.sub("", sentence))
    }
    assert alike == ALIKE


def test_german_marks_are_german():
    said = "\n".join(GERMAN.slots.values())
    assert not set("“”‘’\"'") & set(said.replace("“", "", said.count("„")))
    assert said.count("„") == said.count("“")
    assert " %" not in said
    assert " - " not in said
    assert "—" not in said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 10, 12), date(2026, 10, 23), "12.–23. Oktober 2026"),
        (date(2026, 10, 12), date(2026, 11, 3), "12. Oktober – 3. November 2026"),
        (date(2026, 12, 12), date(2027, 1, 3), "12. Dezember 2026 – 3. Januar 2027"),
        (date(2026, 10, 12), date(2026, 10, 12), "12. Oktober 2026"),
    ],
)
def test_a_range_of_dates_is_written_the_german_way(first, last, said):
    assert GERMAN.span(first, last).replace(NBSP, " ") == said


def test_a_day_keeps_to_its_month_at_the_end_of_a_line():
    day = date(2026, 10, 12)
    assert GERMAN.date(day) == f"12.{NBSP}Oktober 2026"
    assert GERMAN.medium_date(day) == f"12.{NBSP}Okt.{NBSP}2026"
    assert GERMAN.short_date(date(2026, 3, 1)) == f"1.{NBSP}März"


def test_numbers_and_lists_are_german():
    assert GERMAN.number(Decimal("3.50")) == "3,5"
    assert GERMAN.number(Decimal("-0.25")) == "−0,2"
    assert GERMAN("number.percent", n=85) == f"85{NBSP}%"
    assert GERMAN.listed(["a", "b", "c"]) == "a, b und c"
    assert [GERMAN.count(n) for n in (0, 3, 12, 13)] == ["keine", "drei", "zwölf", "13"]


def test_a_name_within_a_sentence_keeps_its_capital_in_german():
    assert ENGLISH.within("Trace") == "trace"
    assert GERMAN.within("Spur") == "Spur"


def test_a_language_without_texts_is_english():
    assert nearest("de") is GERMAN
    assert nearest("xx") is ENGLISH


def german(known, **settings):
    """A case of a German engagement, its rule set in German."""
    heads = {**known.heads, **cases.snapshot(Engagement(target=3, language="de")).heads}
    heads |= cases.snapshot(ReportSettings(version="1.2", **settings)).heads
    return replace(known, framework=mlops("de"), heads=heads)


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("level", [0, 2, 3, 4])
def test_a_german_engagement_has_a_german_report(level, profile):
    said = report.of(german(cases.full(level=level)), profile=profile, issued=cases.ISSUED)
    assert said.language == "de"
    whole = "\n".join(strings(said))
    for one in mlops("de").crosswalk.sources:  # what was read keeps its title
        whole = whole.replace(one.title, "")
    english = {
        piece.strip()
        for slot, sentence in ENGLISH.slots.items()
        if slot not in ALIKE
        for piece in FIELD.split(sentence)
        if len(WORD.findall(piece)) >= LONG and " " in piece.strip()
    }
    assert len(english) > 300
    assert {one for one in english if re.search(rf"\b{re.escape(one)}", whole)} == set()
    assert "14. Dezember 2026" in whole.replace(NBSP, " ")


def test_the_language_chosen_for_the_report_comes_before_that_of_the_engagement():
    known = german(cases.full(items=2), language="en")
    assert report.of(known, issued=cases.ISSUED).title.endswith("maturity assessment and roadmap")
    asked = report.of(known, issued=cases.ISSUED, language="de")
    assert asked.title == "Halden Freight: MLOps-Reifegradbewertung und Roadmap"


def test_an_engagement_in_a_language_without_texts_has_an_english_report():
    known = german(cases.full(items=2))
    heads = {**known.heads, **cases.snapshot(Engagement(target=3, language="xx")).heads}
    assert report.of(replace(known, heads=heads), issued=cases.ISSUED).language == "en"


@pytest.mark.parametrize("name", bundled_names())
def test_the_german_pdf_breaks_no_word_of_a_table(name):
    content = report.of(german(cases.full(items=6)), issued=cases.ISSUED)
    said = words_of(build(content, BrandKit.bundled(name))).replace("\r\n", "\n")
    for word in ("Wahrscheinlich", "Maßnahmen", "Personentage", "Reproduzierbar", "Gesehen"):
        assert re.search(rf"\b{word}\b", said), word
    assert "Seite 2 von" in said
    assert "Nachweisverzeichnis" in said
