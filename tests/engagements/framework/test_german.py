"""The framework in German is the same framework in other words."""

import re

import pytest
from hypothesis import given

from engagements.assessment.level import assess
from engagements.casework.case import Case
from engagements.framework.check import check
from engagements.framework.load import MLOPS, languages, mlops
from engagements.framework.sections import SECTIONS
from tests.engagements.assessment.drawing import assessments

ENGLISH, GERMAN = mlops("en"), mlops("de")
CODE = re.compile(r"\b(?:[A-Z]{3}-\d\.\d|[AM]\d\d(?:-\d\d)?|P\d\d\.\d|[QL]\d(?:\.\w)?)\b")


def said(framework):
    """Every text of a framework with its place."""

    def walk(value, place):
        if isinstance(value, str):
            yield place, value
        elif isinstance(value, dict):
            for key, one in value.items():
                yield from walk(one, f"{place}.{key}")
        elif isinstance(value, list | tuple):
            for number, one in enumerate(value):
                yield from walk(one, f"{place}[{number}]")

    return dict(walk(framework.model_dump(mode="json"), ""))


SAID = [(place, en, said(GERMAN)[place]) for place, en in said(ENGLISH).items()]


def test_it_is_whole():
    assert languages() == ("de", "en")
    assert check(MLOPS) == []
    assert said(ENGLISH).keys() == said(GERMAN).keys()


@pytest.mark.parametrize("section", SECTIONS, ids=lambda one: one.name)
def test_nothing_but_words_differs(section):
    if section.path[0] == "crosswalk":
        of = [getattr(one.crosswalk, section.path[-1]) for one in (ENGLISH, GERMAN)]
    else:
        of = [getattr(one, section.path[-1]) for one in (ENGLISH, GERMAN)]
    bare = [[one.model_dump(exclude=set(section.spoken)) for one in items] for items in of]
    for english, german in zip(*bare, strict=True):
        for one in (english, german):
            for limit in one.get("limits", ()):
                limit.pop("note", None)
                limit.pop("scope_name")
    assert bare[0] == bare[1]


@given(assessments())
def test_it_scores_the_same(readings):
    assert assess(GERMAN, readings) == assess(ENGLISH, readings)


def test_sentences_end_alike():
    assert [one for one in SAID if one[1][-1:] in {".", "?"} and one[1][-1] != one[2][-1]] == []


def test_codes_and_numbers_are_the_same():
    for place, english, german in SAID:
        assert sorted(CODE.findall(english)) == sorted(CODE.findall(german)), place
        assert sorted(re.findall(r"\d+", english)) == sorted(re.findall(r"\d+", german)), place


def test_questions_are_translated():
    asked = {one.question for one in (*ENGLISH.criteria, *ENGLISH.quick)}
    assert not asked & {one.question for one in (*GERMAN.criteria, *GERMAN.quick)}
    assert all(one.question.endswith("?") for one in (*GERMAN.criteria, *GERMAN.quick))


def test_quotation_marks_are_german():
    assert [one for one in SAID if set(one[2]) & set("\"'”‘’‚")] == []


def test_english_apostrophes_and_quotation_marks_are_typographic():
    assert [one for one in SAID if set(one[1]) & set("\"'‘")] == []


def test_a_client_reads_of_no_seed_and_of_no_stored_copy():
    inside = re.compile(
        r"\b(the|from) seed\b|seed P|file header|Dateikopf|stored (text|cop)|gespeicherte. Kop"
    )
    assert [one for one in SAID if inside.search(one[1]) or inside.search(one[2])] == []


def test_titles_stay_short():
    assert max(len(one.title) for one in GERMAN.criteria) <= 52
    assert all(len(one.name) <= 40 for one in GERMAN.dimensions)


def test_headline_metrics_are_marked_in_any_language():
    assert [one.id for one in GERMAN.metrics if one.use == "headline"] == ["M01", "M12"]


def test_an_engagement_in_german_opens_with_german_questions(tmp_path):
    path = tmp_path / "kunde.plumb"
    Case.create(path, client="Kunde", author="tester", language="de").close()
    case = Case.open(path, author="tester")
    try:
        framework = case.snapshot.framework
        assert framework.language == "de"
        assert framework.criterion["SRC-1.1"].title == "Modellcode liegt in Git"
    finally:
        case.close()
