"""Before a report goes out, what it would give away about people is named."""

import pytest

from engagements.records import ScopeUnit
from engagements.records.people import Consent
from report_templates.content import evidence, facts, privacy, report
from report_templates.content.cover import Fact
from tests.report_templates import cases


def left_of(made, known):
    return privacy.names(made, known, facts.of(known, issued=cases.ISSUED).snapshot)


def named(title, **of_person):
    person = cases.person(0, **{"name": "Elin Strandgård", **of_person})
    frame = cases.frame(interviewees="named")
    known = cases.snapshot(*frame, person, cases.item(1, title=title))
    made = evidence.of(facts.of(known, issued=cases.ISSUED))
    return left_of(made, known)


def test_a_name_written_small_is_left_for_a_second_look():
    assert named("screenshot by elin, asked strandgård") == ("Elin", "Strandgård")
    assert named("Elin Strandgård, ELIN, Strandgård's") == ()
    assert named("the strand and the guards") == ()


@pytest.mark.parametrize(
    ("name", "title", "left"),
    [
        ("Kim Lee", "log of kim, in the lee", ("Kim", "Lee")),
        ("Kim Lee", "Kim’s log, Lees", ()),
        ("Kim Lee", "asked klee and leek", ("klee", "leek")),
        ("Kim Lee", "KIM", ("Kim",)),
        ("Zoltán Szabó", "by zoltan and from szabos log", ("Zoltán", "Szabó")),
        ("Jürgen Müller", "by mueller", ("Müller",)),
        ("Sam Park", "a spark job", ("spark",)),
        ("An Thi", "This is an export", ("An",)),
        ("Anna von Berg", "export von heute", ()),
    ],
)
def test_what_may_be_a_name_or_a_word_is_left_for_a_second_look(name, title, left):
    assert named(title, name=name) == left


def test_a_name_of_what_is_assessed_is_left_for_a_second_look():
    unit = ScopeUnit(name="Churn model of Kim")
    known = cases.snapshot(*cases.frame(), unit, cases.person(0, name="Kim Lee"))
    assert left_of(Fact(label="", text=unit.name), known) == ("Kim",)


def test_who_agreed_to_be_named_may_be_named():
    assert named("by elin, strandgård", consent=Consent.NAMED) == ()


def test_the_clients_own_name_gives_nobody_away():
    assert named("at halden freight", name="Anna Halden") == ()


def test_what_nobody_typed_gives_nobody_away():
    known = cases.full()
    made = report.of(known, issued=cases.ISSUED)
    assert "Person" in made.model_dump_json()
    assert (left_of(made, known), privacy.addresses(made)) == ((), ())


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Mail from a.b@example.org", ("a.b@example.org",)),
        ("(x@y.example.com) and x@y.example.com", ("x@y.example.com",)),
        ("ML engineer, repo@3.1, list @ noon", ()),
    ],
)
def test_an_address_is_found(said, found):
    assert privacy.addresses(Fact(label="", text=said)) == found
