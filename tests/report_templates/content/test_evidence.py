"""The register: every item once, by reference, with roles and never a name."""

from datetime import date

from engagements.records import EvidenceRequest
from engagements.records.people import Consent
from report_templates.content import evidence, facts
from report_templates.content.basis import criteria_text
from tests.report_templates import cases


def register_of(snapshot):
    return evidence.of(facts.of(snapshot, issued=cases.ISSUED))


def one(*items, people=(), interviews=()):
    return register_of(cases.snapshot(*cases.frame(), *people, *interviews, *items))


def test_two_hundred_items_are_all_there_in_order():
    found = register_of(cases.full(items=200))
    assert [row.reference for row in found.rows] == [f"E-{n:03}" for n in range(1, 201)]
    assert sum(part.count for part in found.bar.parts) == 200


def test_without_items_it_says_what_that_means():
    found = register_of(cases.empty())
    assert found.rows == ()
    assert found.bar is None
    assert found.empty == "No evidence recorded. No level above 0 can be verified."


def test_items_without_a_number_come_last():
    found = one(cases.item(0, title="b"), cases.item(2), cases.item(1))
    assert [row.reference for row in found.rows] == ["E-001", "E-002", "E-?"]


def test_the_source_is_a_role_or_the_pseudonym_and_never_a_name():
    people = [
        cases.person(0, consent=Consent.NAMED),
        cases.person(1, consent=Consent.BY_PSEUDONYM, pseudonym="Control"),
        cases.person(2, consent=Consent.BY_PSEUDONYM),
        cases.person(3, role="HEAD OF THINGS"),
    ]
    held = cases.interview(1, "p0", "p1", "p2", "p3", "gone")
    found = one(cases.item(1), people=people, interviews=[held])
    assert found.rows[0].source == "Data scientist, Control, Data engineer, HEAD OF THINGS"
    assert "Secret" not in found.model_dump_json()


def test_what_was_asked_for_comes_from_the_one_it_was_asked_of():
    people = [cases.person(0), cases.person(1)]
    held = cases.interview(1, "p0", "p1")
    got = cases.item(1)
    wanted = EvidenceRequest(id="r", title="Log", person="p1", received=got.id)
    found = register_of(cases.snapshot(*cases.frame(), *people, held, got, wanted))
    assert found.rows[0].source == one(got, people=people[1:], interviews=[held]).rows[0].source
    assert found.rows[0].source != one(got, people=people, interviews=[held]).rows[0].source


def test_the_day_is_when_it_was_shown_else_of_its_interview():
    held = cases.interview(1, "p0")
    found = one(cases.item(1), cases.item(2, shown=date(2026, 11, 30)), interviews=[held])
    assert [row.day for row in found.rows] == ["18\u00a0Nov", "30\u00a0Nov"]
    assert found.year == "2026"


def test_items_of_several_years_carry_theirs():
    found = one(
        cases.item(1, shown=date(2025, 1, 2)), cases.item(2, shown=date(2026, 1, 2)), cases.item(3)
    )
    assert [row.day for row in found.rows] == ["2\u00a0Jan\u00a02025", "2\u00a0Jan\u00a02026", "–"]
    assert found.year == "Date"


def test_criteria_are_in_the_frameworks_order_with_each_code_once():
    found = one(cases.item(1, criteria=("REL-1.1", "SRC-2.1", "SRC-1.1")))
    assert found.rows[0].criteria == "SRC-1.1, 2.1, REL-1.1"
    assert one(cases.item(1, criteria=())).rows[0].criteria == "–"
    assert criteria_text(["X"]) == "X"


def test_the_bar_brackets_what_is_enough_for_every_criterion():
    found = one(*(cases.item(n, grade=g) for n, g in enumerate((4, 3, 3, 2), start=1)))
    assert [part.label for part in found.bar.parts] == ["1 seen", "2 trace", "1 shown"]
    assert found.bar.bracketed == 2
    assert one(cases.item(1, grade=2)).bar.bracket == ""
