"""Scope units."""

import pytest

from engagements.casework import scoping
from engagements.problem import Problem
from engagements.records import ScopeUnit
from engagements.records.client import FIRST_UNIT_ID


def test_a_unit_is_added_and_taken_out(desk):
    scoping.save_unit(desk.case, ScopeUnit(id="u2", name="Network", models=("ETA",), position=1))
    assert [unit.id for unit in desk.case.snapshot.scope_units] == [FIRST_UNIT_ID, "u2"]
    with pytest.raises(Problem, match="2 records belong"):
        scoping.delete_unit(desk.case, FIRST_UNIT_ID)
    scoping.delete_unit(desk.case, "u2")
    with pytest.raises(Problem, match="one scope unit at least"):
        scoping.delete_unit(desk.case, FIRST_UNIT_ID)
