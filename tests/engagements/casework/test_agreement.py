"""What was agreed is kept as one user action."""

from datetime import date

import pytest

from engagements.casework import history
from engagements.casework.agreement import Agreement, agree
from engagements.problem import Problem
from engagements.records import ScopeUnit


def agreed(**other):
    fields = {"client": " Nord ", "scope": "All", "target": 2, "starts": None, "ends": None}
    return Agreement(**(fields | other))


def test_client_engagement_and_units_are_one_action(case):
    before = case.snapshot
    change = agree(case, agreed(units=(ScopeUnit(id="two", name="Berths", position=1),)))
    assert {one.kind for one in change.records} == {"client", "engagement", "scope_unit"}
    assert case.snapshot.client.name == "Nord"
    history.undo(case)
    assert case.snapshot.client == before.client
    assert case.snapshot.scope_units == before.scope_units


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"client": " "}, "no client"),
        ({"starts": date(2026, 2, 2), "ends": date(2026, 2, 1)}, "ends before it starts"),
        (
            {"units": (ScopeUnit(id="a", name="X"), ScopeUnit(id="b", name="X"))},
            "the same name",
        ),
    ],
)
def test_what_is_not_valid_changes_nothing(case, other, words):
    before = case.snapshot
    with pytest.raises(Problem, match=words):
        agree(case, agreed(**other))
    assert case.snapshot is before
