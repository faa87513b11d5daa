"""The cover says document, client and result, and what it says when something is missing."""

import pytest

from report_templates.content import cover, facts
from tests.report_templates import cases


def cover_of(snapshot, profile="full"):
    return cover.of(facts.of(snapshot, profile_code=profile, issued=cases.ISSUED))


def test_it_names_client_dates_version_and_basis():
    found = cover_of(cases.full())
    assert found.client == "Halden Freight"
    said = [(fact.label, fact.text.replace("\u00a0", " ")) for fact in found.facts]
    assert said == [
        ("Fieldwork", "17–21 November 2026"),
        ("Issued", "14 December 2026"),
        ("Version", "1.2, for the board"),
        ("Basis", "5 interviews, 7 roles, 34 evidence items"),
    ]
    assert found.draft == ""


def test_a_draft_says_so():
    assert cover_of(cases.full(draft=True)).draft == "Draft, not for circulation"


def test_without_interviews_nothing_is_claimed():
    found = cover_of(cases.empty())
    assert found.facts[3].text.startswith("No interviews yet")
    assert found.caption == "Not yet assessed · target level 3"
    assert not any(step.reached for step in found.ladder.steps)
    assert [mark.word for mark in found.ladder.marks] == ["Target"]


def test_without_a_client_a_target_or_dates_it_still_reads():
    found = cover_of(cases.empty(client="", target=None))
    assert found.client == "Client not named yet"
    assert found.facts[0].text == "No dates yet"
    assert found.caption == "Not yet assessed"
    assert "next level" in found.standfirst


def test_the_target_has_its_likely_date_and_the_range():
    known = facts.of(cases.full(), issued=cases.ISSUED)
    last = known.transitions[-1]
    caption = cover.of(known).caption
    assert f"likely {known.say.date(last.finish_likely)}" in caption
    assert known.say.date(last.finish_high) in caption
    assert "P50" not in caption


@pytest.mark.parametrize(
    ("level", "target", "said"),
    [(4, 4, "target level reached"), (3, 3, "target level reached"), (2, None, "no target level")],
)
def test_a_reached_or_missing_target_drops_the_dates(level, target, said):
    found = cover_of(cases.full(level=level, target=target, extra={}))
    assert f"Level {level}" in found.caption
    assert said in found.caption
    assert "likely" not in found.caption


def test_verified_is_named_only_where_it_is_lower():
    lower = cover_of(cases.full(items=1, level=2, extra={}))
    assert "verified level 0" in lower.caption
    equal = cover_of(cases.full(level=0))
    assert "verified" not in equal.caption


def test_a_wording_kept_by_hand_replaces_the_generated_one():
    from engagements.records import Wording

    wording = Wording.of("cover.standfirst", "en", "In our own words", "digest")
    found = cover_of(cases.snapshot(*cases.frame(), wording))
    assert found.standfirst == "In our own words"
