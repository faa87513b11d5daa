"""Before a report goes out, what it would give away about people is named."""

import pytest

from engagements.records.people import Consent
from report_templates.content import evidence, facts, privacy
from tests.report_templates import cases


def warned(title, **of_person):
    person = cases.person(0, **{"name": "Elin Strandgård", **of_person})
    known = cases.snapshot(*cases.frame(), person, cases.item(1, title=title))
    found = evidence.of(facts.of(known, issued=cases.ISSUED))
    return privacy.warnings(found, known)


def test_a_name_in_a_title_is_found_whole_or_in_part():
    assert warned("Screenshot by Elin Strandgård") == (
        "“Elin” is the name of an interviewee who is not to be named",
        "“Strandgård” is the name of an interviewee who is not to be named",
    )
    assert len(warned("Strandgård's list")) == 1
    assert len(warned("The strand and the guards")) == 0


def test_who_agreed_to_be_named_may_be_named():
    assert warned("By Elin Strandgård", consent=Consent.NAMED) == ()


@pytest.mark.parametrize("title", ["Mail from a.b@example.org", "(x@y.example.com)"])
def test_an_address_is_found(title):
    assert len(warned(title)) == 1


def test_a_role_a_version_and_an_at_sign_are_no_names():
    assert warned("ML engineer, repo@3.1, list @ noon") == ()
