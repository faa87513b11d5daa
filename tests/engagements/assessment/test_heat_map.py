"""Tiles and flags of the heat map, what waits to be settled, and the effect of settling it."""

from datetime import date

import pytest

from engagements import sample
from engagements.assessment.consolidate import assess_case
from engagements.assessment.contradictions import contradictions
from engagements.assessment.heat_map import Flag, Tile, cells, effect, to_reconcile
from engagements.assessment.voices import digest_of
from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.reading import read
from engagements.records import Answer, Evidence, Interview, Judgement, Person
from engagements.records.client import FIRST_UNIT_ID as UNIT
from engagements.records.evidence import SpeaksFor
from engagements.records.snapshot import Snapshot

YES, PARTLY, NO, NA, UNKNOWN = (
    AnswerValue.YES,
    AnswerValue.PARTLY,
    AnswerValue.NO,
    AnswerValue.NA,
    AnswerValue.UNKNOWN,
)
ONE = "SRC-1.1"


@pytest.fixture(scope="module")
def halden(tmp_path_factory):
    path = tmp_path_factory.mktemp("halden") / "halden.plumb"
    sample.write(path)
    return read(path)


def snapshot(*records):
    people = [Person(id=f"p{n}", role=mlops().roles[n].code) for n in range(3)]
    talks = [
        Interview(id=f"i{n}", title="", people=(f"p{n}",), day=date(2026, 11, 20)) for n in range(3)
    ]
    heads = {}
    for one in (*people, *talks, *records):
        heads.setdefault(one.kind, {})[one.id] = (one,)
    return Snapshot(mlops(), heads)


def said(*values, criterion=ONE):
    return [
        Answer.of(criterion, f"i{n}", value, voice=f"p{n}", reason="none" if value is NA else "")
        for n, value in enumerate(values)
    ]


def cell(case, criterion=ONE):
    result = assess_case(case)
    return cells(case, result, UNIT, contradictions(case, result))[criterion]


def shown(value, grade=3, criterion=ONE):
    speaks = SpeaksFor(criterion=criterion, value=value)
    return Evidence(id="e", title="", grade=grade, speaks_for=(speaks,))


@pytest.mark.parametrize(
    ("values", "tile"),
    [
        ((YES,), Tile.MET),
        ((PARTLY,), Tile.PARTLY),
        ((NO,), Tile.NOT_MET),
        ((NA,), Tile.NA),
        ((UNKNOWN,), Tile.UNKNOWN),
        ((), Tile.UNKNOWN),
        ((YES, NO), Tile.NOT_MET),
    ],
)
def test_a_tile_shows_the_low_reading(values, tile):
    assert cell(snapshot(*said(*values))).tile is tile


def test_what_is_met_far_above_the_level_is_debt():
    high = next(one.id for one in mlops().criteria if one.level == 2 and one.type.gates)
    assert cell(snapshot(*said(YES, criterion=high)), high).tile is Tile.ABOVE


def test_words_alone_carry_a_yes_but_not_a_no():
    assert Flag.SAID_ONLY in cell(snapshot(*said(YES))).flags
    assert Flag.SAID_ONLY not in cell(snapshot(*said(NO))).flags
    assert Flag.SAID_ONLY not in cell(snapshot(*said(YES), shown(YES))).flags


def test_voices_that_nothing_decides_between_are_a_disagreement():
    assert Flag.DISAGREEMENT in cell(snapshot(*said(YES, NO))).flags


def test_evidence_that_decides_wants_a_reason_and_a_reason_is_enough():
    decided = snapshot(*said(YES, NO), shown(NO))
    assert cell(decided).flags == {Flag.NO_REASON, Flag.CONTRADICTION}, "two roles are far apart"
    judged = Judgement.of(ONE, NO, reason="The log says so.", saw=digest_of(decided, ONE))
    assert cell(snapshot(*said(YES, NO), shown(NO), judged)).flags == frozenset()


def test_a_judgement_is_stale_once_answers_change():
    judged = Judgement.of(ONE, YES, reason="", saw=digest_of(snapshot(*said(YES)), ONE))
    assert Flag.STALE not in cell(snapshot(*said(YES), judged)).flags
    later = snapshot(*said(YES, NO), judged)
    assert {Flag.STALE, Flag.NO_REASON} <= cell(later).flags
    assert ONE in to_reconcile(later, assess_case(later), UNIT)


def test_the_sample_counts_as_everywhere_else(halden):
    case = assess_case(halden)
    found = cells(halden, case, UNIT, contradictions(halden, case))
    assert tuple(found) == tuple(one.id for one in halden.framework.criteria)
    assert {key for key, one in found.items() if Flag.DISAGREEMENT in one.flags} == set(
        case.disagreements
    )
    assert {key for key, one in found.items() if Flag.UNKNOWN in one.flags} == set(case.unknown)


def test_what_decides_the_level_is_reconciled_first(halden):
    case = assess_case(halden)
    waiting = to_reconcile(halden, case, UNIT)
    assert set(case.disagreements) <= set(waiting)
    decisive = [one for one in case.level.decisive if one in waiting]
    assert list(waiting[: len(decisive)]) == decisive
    assert len(waiting) == len(set(waiting))


def test_the_effect_is_what_settling_it_does_and_keeps_nothing(halden):
    case = assess_case(halden)
    for criterion in case.disagreements:
        for value in (YES, PARTLY, NO):
            before = dict(halden.heads)
            found = effect(halden, case, criterion, value, unit=UNIT)
            assert dict(halden.heads) == before
            judged = Judgement.of(criterion, value, saw=digest_of(halden, criterion))
            after = assess_case(
                halden.having({(Judgement.kind, judged.id): (judged,)}, {}, halden.revisions)
            ).level
            assert found.overall_after == (after.low, after.high)
            assert found.overall_before == (case.level.low, case.level.high)
            inside = after.dimensions[found.dimension]
            assert found.dimension_after == (inside.low, inside.high)
            assert set(found.blockers) == set(after.blockers) - {criterion}
            assert found.frees == (
                criterion in case.level.blockers and criterion not in after.blockers
            )


def test_an_effect_of_not_applicable_is_told_before_its_reason_is_given(halden):
    case = assess_case(halden)
    counts = []
    for one in halden.framework.criteria:
        if one.type == "K":
            continue
        told = effect(halden, case, one.id, NA, unit=UNIT)
        assert told == effect(halden, case, one.id, NA, unit=UNIT, reason="bought as a service")
        counts.append(told != effect(halden, case, one.id, UNKNOWN, unit=UNIT))
    assert any(counts)  # without a reason n/a is no more than unknown, and that is not what is told
