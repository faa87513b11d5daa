"""Several scope units: each is named, and what differs between them is said where it counts."""

import pytest

from engagements.framework.model import AnswerValue
from engagements.records import Answer, Judgement, ScopeUnit
from report_templates.brand import BrandKit
from report_templates.content import blockers, facts, glance, method, report
from report_templates.content.criteria import Ledger
from report_templates.content.differences import disagreement
from report_templates.content.insights import insights
from report_templates.preflight.assessment import still_open
from report_templates.preflight.model import Looked
from tests.report_templates import cases

KIT = BrandKit.bundled()
SAID = {"SRC-1.1": "yes", "SRC-1.2": "yes", "SRC-1.3": "partly"}


def snapshot(*more, units=("Load forecast", "Churn")):
    """Two people asked about the first unit, nobody about the others."""
    named = [
        ScopeUnit(**({"id": f"u{n}"} if n else {}), name=name, position=n)
        for n, name in enumerate(units)
    ]
    kept = [one for one in cases.frame() if not isinstance(one, ScopeUnit)]
    people = [one for n in range(2) for one in (cases.person(n), cases.interview(n, f"p{n}"))]
    answers = cases.answers("i0", "p0", SAID)
    answers += cases.answers("i1", "p1", {**SAID, "SRC-1.2": "no"})
    return cases.snapshot(*kept, *named, *people, *answers, *more, revisions=60)


def known(*more, **of):
    return facts.of(snapshot(*more, **of), issued=cases.ISSUED)


def sources(found):
    return [one for one in found.framework.criteria if one.dimension == "SRC"]


def test_each_unit_has_its_level_below_the_map():
    (said, *_) = glance.of(known()).notes
    assert said.replace("\u00a0", " ").endswith(
        "Load forecast Level 0, up to 4 possible; Churn not known yet."
    )


def test_a_very_long_name_of_a_unit_is_cut_below_the_map():
    (said, *_) = glance.of(known(units=("Load " * 90, "Churn"))).notes
    assert len(said) < 200
    assert "…" in said


def test_one_unit_alone_is_not_named():
    found = known(units=("Load forecast",))
    assert not any("Load forecast" in one for one in glance.of(found).notes)
    assert Ledger.of(found).by_unit("SRC-1.1") == ()


def test_a_criterion_says_what_each_unit_counts_as():
    ledger = Ledger.of(known())
    assert ledger.by_unit("SRC-1.1") == ("Met: Load forecast.", "Open: Churn.")
    assert ledger.by_unit("DAT-1.1") == ()


def test_units_without_a_name_have_their_place_and_many_are_counted():
    ledger = Ledger.of(known(units=("Load", "", "Churn", "Retail", "Ports")))
    assert ledger.by_unit("SRC-1.1") == ("Met: Load.", "Open: unit 2, Churn and two others.")


def test_what_was_judged_in_one_unit_is_not_called_open():
    judged = Judgement.of("SRC-1.2", AnswerValue.PARTLY, reason="Half of them do.")
    found = known(judged)
    box = disagreement(Ledger.of(found), sources(found))
    assert box is not None
    assert box.lines[0].endswith("Judged as partly.")


def test_units_in_which_it_was_decided_otherwise_are_named():
    more = [
        cases.person(2), cases.interview(2, "p2", scope_unit="u1"),
        cases.person(3), cases.interview(3, "p3", scope_unit="u1"),
    ]  # fmt: skip
    other = [
        Answer.of("SRC-1.2", f"i{voice[1]}", AnswerValue(value), voice=voice, scope_unit="u1")
        for voice, value in (("p2", "yes"), ("p3", "no"))
    ]
    judged = Judgement.of("SRC-1.2", AnswerValue.PARTLY, reason="Half of them do.")
    found = known(judged, *more, *other)
    box = disagreement(Ledger.of(found), sources(found))
    assert box is not None
    assert "Load forecast: Judged as partly. Churn: Still open" in box.lines[0]


def test_what_decided_in_one_unit_is_not_said_of_another_that_agrees():
    more = [cases.person(2), cases.interview(2, "p2", scope_unit="u1")]
    no = Answer.of("SRC-1.2", "i2", AnswerValue.NO, voice="p2", scope_unit="u1")
    judged = Judgement.of("SRC-1.2", AnswerValue.PARTLY, reason="Half of them do.")
    found = known(judged, *more, no)
    box = disagreement(Ledger.of(found), sources(found))
    assert box is not None
    assert box.lines[0].endswith("Load forecast: Judged as partly.")


def test_words_of_one_unit_are_not_called_nothing():
    found = known()
    (words,) = [
        one
        for one in insights(
            Ledger.of(found), found.framework.dimension["SRC"], sources(found)
        ).shown
        if one.head == "What rests on words"
    ]
    assert "SRC-1.1" in words.text


def test_a_blocker_known_in_one_unit_is_not_called_unknown():
    (first, *_) = blockers.of(known()).items
    assert first.text.endswith("Not known in every scope unit.")


def test_what_is_open_somewhere_is_told_from_what_is_open_everywhere():
    assert any("open in some scope unit" in one for one in method.of(known()).limits)
    alone = method.of(known(units=("Load forecast",))).limits
    assert not any("scope unit;" in one for one in alone)


@pytest.mark.parametrize(
    ("units", "words"),
    [
        (("Load forecast", "Churn"), "59 of 59 criteria not known in every scope unit"),
        (("Load forecast",), "56 of 59 criteria not known"),
    ],
)
def test_preflight_says_so_too(units, words):
    of = snapshot(units=units)
    looked = Looked(of, facts.of(of, issued=cases.ISSUED), report.of(of, issued=cases.ISSUED), KIT)
    check = next(iter(still_open(looked)))
    assert check.title == words
    assert check.place is not None
    assert check.place.unit == ("u1" if len(units) > 1 else "")
