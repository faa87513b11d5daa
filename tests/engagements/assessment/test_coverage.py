"""Who is asked what, and what a plan leaves out."""

from datetime import date
from types import MappingProxyType

import pytest

from engagements.assessment.coverage import Cell, Coverage, coverage, gap_words
from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.records import Answer, Interview, Person
from engagements.records.people import ROOM, InterviewState
from engagements.records.snapshot import Snapshot

CORE = next(one for one in mlops().criteria if one.type.gates and set(one.roles) == {"MLE", "DS"})


def snapshot(*records):
    heads = {}
    for one in records:
        heads.setdefault(one.kind, {})[one.id] = (one,)
    return Snapshot(mlops(), MappingProxyType(heads))


def people(*roles):
    return [Person(id=f"p-{role}", role=role) for role in roles]


def talk(*roles, agenda=(), state=InterviewState.PLANNED, **fields):
    return Interview(
        id="i-" + "-".join(roles),
        title="t",
        people=tuple(f"p-{role}" for role in roles),
        day=date(2026, 11, 20),
        agenda=tuple(agenda),
        state=state,
        **fields,
    )


def answer(criterion, *roles, voice=ROOM, value=AnswerValue.YES):
    return Answer.of(criterion, "i-" + "-".join(roles), value, voice=voice)


def kinds(found: Coverage):
    return [gap.kind for gap in found.gaps]


def gap(found, kind):
    return next((one for one in found.gaps if one.kind == kind), None)


def test_what_is_said_of_one_unit_closes_no_gap_of_another():
    other = talk("DS", agenda=[CORE.id], scope_unit="other")
    said = Answer.of(CORE.id, other.id, AnswerValue.YES, scope_unit="other")
    known = snapshot(*people("DS"), other, said)
    here, there = coverage(known), coverage(known, "other")
    assert there.cells["DS", CORE.dimension].heard == 1
    assert not here.cells["DS", CORE.dimension].heard
    assert not here.cells["DS", CORE.dimension].planned
    assert CORE.id in gap(here, "no agenda").criteria
    assert CORE.id not in gap(there, "no agenda").criteria


def test_without_interviews_every_leading_role_is_left_out():
    found = coverage(snapshot())
    packs = {pack.role for pack in mlops().role_packs}
    assert {one.role for one in found.gaps if one.kind == "role"} == packs
    assert gap(found, "no agenda").criteria == tuple(one.id for one in mlops().criteria)
    assert gap(found, "one voice") is None
    assert len(found.cells) == len(mlops().roles) * len(mlops().dimensions)


def test_a_cell_counts_what_the_pack_names_what_is_planned_and_what_was_heard():
    code = CORE.dimension
    pack = next(one for one in mlops().role_packs if one.role == "MLE")
    named = [e for e in pack.criteria if mlops().criterion[e.criterion].dimension == code]
    leads = sum(entry.part == "lead" for entry in named)
    held = talk("DS", agenda=[CORE.id], state=InterviewState.HELD)
    found = coverage(
        snapshot(*people("MLE", "DS"), talk("MLE", agenda=[CORE.id]), held, answer(CORE.id, "DS"))
    )
    assert found.cells["MLE", code] == Cell(leads, len(named) - leads, 1, 0)
    assert found.cells["DS", code].heard == 1
    assert found.cells["DS", code].planned == 0


def test_a_role_that_is_planned_or_heard_somewhere_is_left_out_elsewhere_only():
    pack = next(one for one in mlops().role_packs if one.role == "RC")
    first = mlops().criterion[pack.criteria[0].criterion]
    found = coverage(snapshot(*people("RC"), talk("RC", agenda=[first.id])))
    missing = next(one for one in found.gaps if one.kind == "role" and one.role == "RC")
    assert first.dimension not in missing.dimensions
    assert {mlops().criterion[one].dimension for one in missing.criteria} == set(missing.dimensions)


def test_a_core_criterion_heard_from_one_role_is_told_until_another_is_heard_or_planned():
    heard = (*people("DS", "MLE"), talk("DS"), answer(CORE.id, "DS"))
    found = gap(coverage(snapshot(*heard)), "one voice")
    assert found.criteria == (CORE.id,)
    assert found.role == "MLE"
    assert gap(coverage(snapshot(*heard, talk("MLE", agenda=[CORE.id]))), "one voice") is None
    both = (*heard, talk("MLE"), answer(CORE.id, "MLE", voice="p-MLE"))
    assert gap(coverage(snapshot(*both)), "one voice") is None


def test_two_people_of_one_role_are_one_role():
    second = Person(id="p-other", role="DS")
    talks = talk("DS"), Interview(id="i-2", title="t", people=(second.id,), day=date(2026, 11, 21))
    said = answer(CORE.id, "DS"), Answer.of(CORE.id, "i-2", AnswerValue.NO, voice=second.id)
    found = coverage(snapshot(*people("DS"), second, *talks, *said))
    assert gap(found, "one voice").criteria == (CORE.id,)


def test_the_room_speaks_for_every_role_in_it():
    found = coverage(
        snapshot(*people("DS", "MLE"), talk("DS", "MLE"), answer(CORE.id, "DS", "MLE"))
    )
    assert gap(found, "one voice") is None


def test_supplementary_criteria_need_no_second_role():
    other = next(one for one in mlops().criteria if not one.type.gates)
    found = coverage(snapshot(*people("DS"), talk("DS"), answer(other.id, "DS")))
    assert gap(found, "one voice") is None


def test_a_held_agenda_counts_as_an_agenda_but_is_planned_no_more():
    everything = tuple(one.id for one in mlops().criteria)
    held = talk("DS", agenda=everything, state=InterviewState.HELD)
    found = coverage(snapshot(*people("DS"), held))
    assert gap(found, "no agenda") is None
    assert not any(cell.planned for cell in found.cells.values())


def test_a_full_plan_has_no_gaps():
    everything = tuple(one.id for one in mlops().criteria)
    roles = [role.code for role in mlops().roles]
    talks = [talk(role, agenda=everything) for role in roles]
    assert coverage(snapshot(*people(*roles), *talks)).gaps == ()


def test_an_interviewee_who_was_taken_out_is_nobody():
    found = coverage(snapshot(talk("DS", agenda=[CORE.id]), answer(CORE.id, "DS")))
    assert not any(cell.heard or cell.planned for cell in found.cells.values())


@pytest.mark.parametrize("kind", ["role", "one voice", "no agenda"])
def test_a_gap_is_said_in_one_sentence(kind):
    found = coverage(snapshot(*people("DS"), talk("DS"), answer(CORE.id, "DS")))
    words = gap_words(mlops(), gap(found, kind))
    assert words.endswith(".")
    assert "{" not in words
    if kind == "role":
        assert words.startswith(mlops().role[gap(found, kind).role].name)
    if kind == "one voice":
        assert words == f"1 core criterion is heard from one role only: {CORE.id}."
    if kind == "no agenda":
        assert f"and {len(mlops().criteria) - 1 - 3} more" in words
