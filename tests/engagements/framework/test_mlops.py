"""The framework that comes with Plumbline is whole and says what the founding text says."""

from collections import Counter
from decimal import Decimal

import pytest

from engagements.framework.check import check
from engagements.framework.links import longest
from engagements.framework.load import MLOPS, mlops
from engagements.framework.model import LEVELS, CriterionType

F = mlops()


def test_it_has_no_fault():
    assert check(MLOPS) == []


@pytest.mark.parametrize(
    ("part", "count"),
    [
        ("levels", 5),
        ("alternative_names", 3),
        ("dimensions", 9),
        ("types", 3),
        ("answers", 5),
        ("grades", 5),
        ("roles", 7),
        ("quick", 6),
        ("criteria", 59),
        ("role_packs", 7),
        ("interview_order", 4),
        ("contradictions", 20),
        ("transitions", 4),
        ("actions", 51),
        ("scheduling_rules", 8),
        ("tool_flags", 4),
        ("tools_left_out", 7),
        ("metrics", 21),
        ("metric_rules", 6),
        ("tensions", 11),
        ("places", 13),
        ("seed", 74),
    ],
)
def test_nothing_of_the_content_is_lost(part, count):
    assert len(getattr(F, part)) == count


@pytest.mark.parametrize(
    ("part", "count"), [("levels", 5), ("dimensions", 9), ("tests", 28), ("sources", 11)]
)
def test_nothing_of_the_crosswalk_is_lost(part, count):
    assert len(getattr(F.crosswalk, part)) == count


def test_criteria_by_type_and_level():
    assert Counter(one.type for one in F.criteria) == {
        CriterionType.KEY: 6,
        CriterionType.CORE: 26,
        CriterionType.SUPPLEMENTARY: 27,
    }
    assert {level: len(F.core_at[level]) for level in LEVELS[1:]} == {1: 6, 2: 9, 3: 9, 4: 8}


def test_the_six_questions_stand_in_their_order():
    assert [(one.id, one.criterion, one.level) for one in F.quick] == [
        ("Q1", "SRC-1.2", 1),
        ("Q2", "TRN-2.1", 2),
        ("Q3", "MON-3.2", 3),
        ("Q4", "PLT-4.1", 4),
        ("Q5", "REG-2.2", 2),
        ("Q6", "TRN-3.2", 3),
    ]


@pytest.mark.parametrize(
    ("transition", "low", "likely", "high"),
    [("T01", 1, "2.4", 4), ("T12", 4, 6, 9), ("T23", 13, 19, 26), ("T34", 26, 37, 52)],
)
def test_the_critical_path_is_the_window(transition, low, likely, high):
    actions = [one for one in F.actions if one.transition == transition]
    window = next(one for one in F.transitions if one.id == transition)
    assert longest(actions, lambda one: one.weeks_low) == window.weeks_min == low
    assert longest(actions, lambda one: one.weeks_likely) == Decimal(likely)
    assert longest(actions, lambda one: one.weeks_high) == window.weeks_max == high


@pytest.mark.parametrize(
    ("transition", "effort"),
    [
        ("T01", (12, 28, 46)),
        ("T12", (54, 82, 126)),
        ("T23", (220, 321, 455)),
        ("T34", (466, 645, 890)),
    ],
)
def test_effort_adds_up_as_published(transition, effort):
    actions = [one.effort for one in F.actions if one.transition == transition]
    totals = (
        sum(one.low for one in actions),
        sum(one.likely for one in actions),
        sum(one.high for one in actions),
    )
    assert all(abs(total - published) < 1 for total, published in zip(totals, effort, strict=True))


def test_effort_is_weeks_times_people():
    for action in F.actions:
        people = sum(one.people for one in action.people)
        for weeks, effort in (
            (action.weeks_low, action.effort.low),
            (action.weeks_likely, action.effort.likely),
            (action.weeks_high, action.effort.high),
        ):
            assert abs(weeks * 5 * people - effort) <= Decimal("0.5"), action.id


def test_the_owner_works_on_the_action():
    for action in F.actions:
        assert action.owner == action.people[0].role


def test_every_criterion_is_closed_on_the_way_to_its_level():
    reaches = {one.id: one.to_level for one in F.transitions}
    for criterion in F.criteria:
        levels = {reaches[F.action[one].transition] for one in criterion.closed_by}
        assert levels == {criterion.level}, criterion.id


def test_nothing_builds_on_a_higher_level():
    for criterion in F.criteria:
        for base in criterion.builds_on:
            assert F.criterion[base].level <= criterion.level


def test_what_may_become_debt_says_what_skipping_leads_to():
    for criterion in F.criteria:
        if criterion.type.gates and criterion.level > 1:
            assert criterion.debt_note, criterion.id


def test_a_role_pack_follows_the_roles_of_the_criteria():
    for pack in F.role_packs:
        for entry in pack.criteria:
            roles = F.criterion[entry.criterion].roles
            assert pack.role in roles
            assert (entry.part == "lead") == (roles[0] == pack.role)
    assert sum(len(pack.criteria) for pack in F.role_packs) == sum(
        len(one.roles) for one in F.criteria
    )


def test_every_core_criterion_is_asked_of_two_roles():
    for level in LEVELS[1:]:
        for criterion in F.core_at[level]:
            assert len(criterion.roles) >= 2, criterion.id


def test_platforms_may_shorten_four_actions():
    shortened = [one.id for one in F.actions if one.managed_factor]
    assert shortened == ["A23-02", "A23-03", "A23-06", "A23-08"]


def test_the_rule_has_its_numbers():
    limits = F.limits
    assert (limits.full, limits.plus, limits.debt_from) == (Decimal("0.85"), Decimal("0.5"), 2)
    assert limits.minimum_grade == {
        CriterionType.KEY: 3,
        CriterionType.CORE: 2,
        CriterionType.SUPPLEMENTARY: 1,
    }


def somewhere():
    """Everything a statement of the founding text may lead to, by id."""
    groups = (
        F.criteria,
        F.actions,
        F.metrics,
        F.transitions,
        F.quick,
        F.contradictions,
        F.tensions,
        F.places,
    )
    return {one.id: one for group in groups for one in group}


@pytest.mark.parametrize("statement", F.seed, ids=[one.ref for one in F.seed])
def test_every_statement_of_the_founding_text_leads_somewhere(statement):
    assert statement.targets
    for target in statement.targets:
        assert target in somewhere(), f"{statement.ref} leads to {target}"


def test_every_core_criterion_keeps_a_statement():
    for level in LEVELS[1:]:
        for criterion in F.core_at[level]:
            assert criterion.seed, criterion.id


def test_a_statement_and_its_criterion_know_each_other():
    for statement in F.seed:
        for target in statement.targets:
            if target in F.criterion:
                assert statement.ref in F.criterion[target].seed


def test_limits_of_metrics_speak_in_words():
    scopes = {limit.scope: limit.scope_name for one in F.metrics for limit in one.limits}
    assert scopes == {
        "all": "all",
        "registry": "in the registry",
        "trace": "with trace to data version",
        "high-risk": "high risk tier",
    }
    assert F.metric["M02"].limits[1].note == "the maturity text says hours"
    assert [one.strict for one in F.metric["M03"].limits] == [False, True]
