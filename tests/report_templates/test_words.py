"""The report's words: dates, counts, numbers, and slots that are all there."""

from datetime import date
from decimal import Decimal

import pytest

from engagements.problem import Problem
from report_templates.content.base import Part
from report_templates.profiles import PROFILES, profile
from report_templates.words import filled, words

SAY = words("en")


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 10, 12), date(2026, 10, 23), "12–23\u00a0October 2026"),
        (date(2026, 10, 12), date(2026, 11, 3), "12\u00a0October\u00a0– 3\u00a0November 2026"),
        (date(2026, 12, 12), date(2027, 1, 3), "12\u00a0December 2026\u00a0– 3\u00a0January 2027"),
        (date(2026, 10, 12), date(2026, 10, 12), "12\u00a0October 2026"),
    ],
)
def test_a_range_of_dates_says_nothing_twice(first, last, said):
    assert SAY.span(first, last) == said


@pytest.mark.parametrize(
    ("value", "said"), [("1.40", "1.4"), ("2.00", "2"), ("10", "10"), ("-0.25", "−0.2"), ("0", "0")]
)
def test_a_number_has_no_needless_zeros(value, said):
    assert SAY.number(Decimal(value)) == said


def test_small_counts_are_words():
    assert [SAY.count(n) for n in (0, 3, 12, 13)] == ["no", "three", "twelve", "13"]


def test_things_are_listed_as_a_sentence_does():
    assert SAY.listed(["a"]) == "a"
    assert SAY.listed(["a", "b", "c"]) == "a, b and c"
    assert SAY.listed([]) == ""


def test_braces_in_a_value_are_left_alone():
    assert "{x}" in SAY("document.title", client="{x} %s")


def test_an_unknown_language_or_profile_is_refused_with_the_ones_there_are():
    with pytest.raises(Problem, match="en"):
        words("xx")
    with pytest.raises(Problem):
        words("../en")
    with pytest.raises(Problem, match="full"):
        profile("nonsense")


def test_every_profile_begins_with_the_cover_and_has_words():
    for one in PROFILES.values():
        assert one.parts[0] is Part.COVER
        assert list(one.parts) == [part for part in Part if part in one.parts]
        assert SAY(f"profile.{one.code}.name")
        assert SAY(f"profile.{one.code}.about")


def test_a_section_can_be_left_out_but_never_the_cover():
    left = profile("full").without(("cover", "evidence"))
    assert Part.COVER in left.parts
    assert Part.EVIDENCE not in left.parts


def test_a_sentence_of_a_content_keeps_braces_that_are_nobodys():
    assert (
        filled("{first} to {last}, {0} {} {x", first="{last}", last="b") == "{last} to b, {0} {} {x"
    )
