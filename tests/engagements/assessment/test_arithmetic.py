"""The sums behind the figures, and what is only supposed."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagements import sample
from engagements.assessment.arithmetic import Basis, codes_of, tallies, verified_dimensions
from engagements.assessment.consolidate import assess_case
from engagements.assessment.rules import NA, NO, PARTLY, YES, rules_of
from engagements.assessment.suppose import suppose
from engagements.casework.case import Case
from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.problem import Problem

F = mlops()
CODES = st.lists(
    st.sampled_from([NO, PARTLY, YES, NA]), min_size=len(F.criteria), max_size=len(F.criteria)
)


@pytest.fixture(scope="module")
def halden(tmp_path_factory):
    path = tmp_path_factory.mktemp("sums") / "halden.plumb"
    sample.write(path)
    one = Case.open(path, author="tester", read_only=True)
    yield one.snapshot, assess_case(one.snapshot)
    one.close()


@given(CODES)
def test_the_sums_give_the_level(codes):
    level = 0
    for tally in tallies(F, codes):
        if not tally.met:
            break
        level = tally.level
    assert level == rules_of(F).staged(codes)


@given(CODES)
def test_a_level_is_met_when_nothing_stops_it_and_its_share_exceeds_the_limit(codes):
    for tally in tallies(F, codes):
        over = tally.share is not None and tally.share > tally.limit
        assert tally.met == (over and not tally.stops)
        assert sum(tally.count(code) for code in (NO, PARTLY, YES, NA)) == len(tally.criteria)


def test_the_share_is_exact(halden):
    snapshot, case = halden
    found = tallies(snapshot.framework, codes_of(snapshot.framework, case, Basis.LEVEL))
    assert {one.level: one.share for one in found} == dict(case.level.fulfilment)
    assert found[0].share == Fraction(7, 12)


def test_each_figure_has_its_sum(halden):
    snapshot, case = halden
    rules = rules_of(snapshot.framework)
    staged = {one: rules.staged(codes_of(snapshot.framework, case, one)) for one in Basis}
    assert staged[Basis.LEVEL] == case.level.low
    assert staged[Basis.POSSIBLE] == case.level.high
    assert staged[Basis.VERIFIED] == case.level.verified
    assert staged[Basis.CLAIMED] == case.claimed


def test_verified_is_never_above_the_level(halden):
    snapshot, case = halden
    found = verified_dimensions(snapshot.framework, case)
    assert found["MON"] == 1
    assert all(low <= case.level.dimensions[code].low for code, low in found.items())


def test_supposing_nothing_changes_nothing(halden):
    snapshot, case = halden
    assert suppose(snapshot.framework, case, {}) == case.level


def test_supposed_answers_lift_the_level_but_not_the_verified_one(halden):
    snapshot, case = halden
    found = suppose(snapshot.framework, case, dict.fromkeys(case.level.blockers, AnswerValue.YES))
    assert found.low == case.level.after_blockers == 1
    assert found.verified == 0
    assert case == replace(case)


def test_a_key_criterion_cannot_be_supposed_away(halden):
    snapshot, case = halden
    with pytest.raises(Problem, match="key criterion"):
        suppose(snapshot.framework, case, {"SRC-1.2": AnswerValue.NA})
