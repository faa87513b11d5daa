"""A contradiction hits when everything it says is settled so, in one scope unit."""

from decimal import Decimal

import pytest

from engagements.assessment.consolidate import assess_case
from engagements.assessment.contradictions import contradictions, limit_of
from engagements.framework.model import Contradiction
from engagements.records import Judgement, MetricReading, ScopeUnit
from tests.engagements.assessment.drawing import NA, NO, PARTLY, UNKNOWN, YES, F, changed
from tests.engagements.assessment.keeping import meeting, person, says, shows, snapshot

ROOMS = (
    person("ann", "DE"),
    person("bob", "MLE"),
    person("cyd", "DE"),
    meeting("A", "ann"),
    meeting("B", "bob"),
    meeting("C", "cyd"),
)


def hits(*records, framework=F):
    """The contradictions of a case, by id."""
    kept = snapshot(*ROOMS, *records, framework=framework)
    return {one.contradiction: one for one in contradictions(kept, assess_case(kept))}


def answered(**values):
    """Answers of one person, by names such as SRC_1_2."""
    return [
        says("A", value, criterion="{}-{}.{}".format(*name.split("_")))
        for name, value in values.items()
    ]


def measured(metric, low=None, high=None, **fields):
    """A metric reading; one figure stands for both ends."""
    ends = {"low": low, "high": high}
    figures = {k: None if v is None else Decimal(str(v)) for k, v in ends.items()}
    return MetricReading(id=f"{metric}-{low}", metric=metric, **figures, **fields)


def test_a_hit_says_what_to_ask_and_about_what():
    found = hits(*answered(SRC_1_2=NO, TRN_2_1=YES))
    assert set(found) == {"X01"}
    assert found["X01"].criteria == ("SRC-1.2", "TRN-2.1")
    assert found["X01"].ask == F.contradictions[0].ask


@pytest.mark.parametrize("value", [YES, PARTLY, UNKNOWN, NA])
def test_every_other_answer_is_no_hit(value):
    assert "X04" not in hits(*answered(MON_3_2=YES, MON_1_1=value))
    assert "X04" in hits(*answered(MON_3_2=YES, MON_1_1=NO))


def test_what_is_not_settled_is_no_hit():
    unsettled = [*answered(MON_3_2=YES, MON_1_1=NO), says("C", YES, criterion="MON-1.1")]
    assert "X04" not in hits(*unsettled)
    assert "X04" in hits(*unsettled, Judgement.of("MON-1.1", NO))
    assert "X04" in hits(*unsettled, shows("log", 2, NO, criterion="MON-1.1"))


def test_either_of_two_reasons_is_enough():
    # TRN-3.2 = yes and (M03 > 4 or REL-1.1 = no)
    assert "X03" in hits(*answered(TRN_3_2=YES, REL_1_1=NO))
    assert "X03" in hits(*answered(TRN_3_2=YES), measured("M03", 6))
    assert "X03" not in hits(*answered(TRN_3_2=YES), measured("M03", 4))
    assert "X03" not in hits(*answered(TRN_3_2=PARTLY), measured("M03", 6))


def test_of_a_range_both_ends_must_stand_there():
    assert "X03" not in hits(*answered(TRN_3_2=YES), measured("M03", 3, 9))
    assert "X03" in hits(*answered(TRN_3_2=YES), measured("M03", 5, 9))
    assert "X03" not in hits(*answered(TRN_3_2=YES), measured("M03"))


def test_not_measurable_is_a_value_of_its_own():
    assert "X19" in hits(*answered(MON_3_1=YES), measured("M11", not_measurable=True))
    assert "X19" not in hits(*answered(MON_3_1=YES), measured("M11", 2))
    assert "X03" not in hits(*answered(TRN_3_2=YES), measured("M03", 9, not_measurable=True))


def test_answers_and_metrics_of_one_unit_belong_together():
    units = (ScopeUnit(id="u1"), ScopeUnit(id="u2", position=1))
    said = says("A", YES, criterion="TRN-3.2", unit="u1")
    assert "X03" not in hits(*units, said, measured("M03", 9, scope_unit="u2"))
    found = hits(*units, said, measured("M03", 9, scope_unit="u1"))
    assert (found["X03"].scope_unit, found["X03"].metrics) == ("u1", ("M03",))


def test_two_roles_two_steps_apart():
    said = says("A", YES, criterion="DAT-2.1"), says("B", NO, criterion="DAT-2.1")
    assert hits(*said)["X11"].criteria == ("DAT-2.1",)


@pytest.mark.parametrize(("room", "value"), [("B", PARTLY), ("B", UNKNOWN), ("B", NA), ("C", NO)])
def test_less_than_two_steps_or_one_role_is_no_spread(room, value):
    said = says("A", YES, criterion="DAT-2.1"), says(room, value, criterion="DAT-2.1")
    assert "X11" not in hits(*said)


def test_a_settled_spread_is_not_asked_again():
    said = says("A", YES, criterion="DAT-2.1"), says("B", NO, criterion="DAT-2.1")
    assert "X11" not in hits(*said, Judgement.of("DAT-2.1", NO))


def test_a_spread_on_several_criteria_is_asked_for_each():
    kept = snapshot(
        *ROOMS,
        *(
            says(room, value, criterion=code)
            for code in ("DAT-2.1", "SRC-1.1")
            for room, value in (("A", YES), ("B", NO))
        ),
    )
    found = contradictions(kept, assess_case(kept))
    assert [one.criteria for one in found] == [("SRC-1.1",), ("DAT-2.1",)]


def test_a_spread_may_be_joined_with_other_terms():
    framework = changed(
        contradictions=(
            Contradiction(id="X1", when="spread(roles) > 0 and SRC-1.1 = yes", ask="?"),
        )
    )
    said = says("A", YES, criterion="DAT-2.1"), says("B", PARTLY, criterion="DAT-2.1")
    assert hits(*said, framework=framework) == {}
    found = hits(*said, *answered(SRC_1_1=YES), framework=framework)
    assert found["X1"].criteria == ("DAT-2.1", "SRC-1.1")


def test_a_limit_is_the_one_for_all_else_the_first():
    assert limit_of(F.metric["M10"], 3) == 90
    assert limit_of(F.metric["M09"], 2) == 100
    assert limit_of(F.metric["M09"], 4) is None


def test_an_empty_case_contradicts_nothing():
    assert hits() == {}
