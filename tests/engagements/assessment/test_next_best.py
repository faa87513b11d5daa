"""The next question is the one whose answer narrows the level most in the time left."""

from hypothesis import given
from hypothesis import strategies as st

from engagements.assessment.level import assess
from engagements.assessment.next_best import fitting, next_best
from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue

F = mlops()
ALL = [one.id for one in F.criteria]
VALUES = [frozenset({value}) for value in AnswerValue]
YES, PARTLY, NO, UNKNOWN = (
    frozenset({value})
    for value in (AnswerValue.YES, AnswerValue.PARTLY, AnswerValue.NO, AnswerValue.UNKNOWN)
)
PLENTY = 100


def up_to(level, open_ones):
    """Yes up to a level, no above; ``open_ones`` are unknown."""
    readings = {c.id: YES if c.level <= level else NO for c in F.criteria}
    return readings | dict.fromkeys(open_ones, UNKNOWN)


def core(level):
    return [one.id for one in F.core_at[level]]


def test_with_nothing_known_a_key_question_of_the_first_level_comes_first():
    found = next_best(F, {}, ALL, 10)
    assert (found.criterion, found.level, found.dimension) == ("SRC-1.2", 1, None)
    assert not found.decides


def test_the_only_open_question_decides():
    found = next_best(F, up_to(2, ["DAT-2.2"]), ALL, PLENTY)
    assert (found.criterion, found.level, found.decides) == ("DAT-2.2", 2, True)


def test_a_question_that_no_answer_makes_matter_is_passed_over():
    above = next(one.id for one in F.core_at[4])
    found = next_best(F, up_to(1, [above, core(2)[0]]) | {core(2)[1]: NO}, [above], PLENTY)
    assert found is None or found.dimension is not None


def test_what_cannot_be_asked_here_is_never_named():
    found = next_best(F, {}, ["PLT-4.1", "MON-3.2"], PLENTY)
    assert found.criterion == "MON-3.2"
    assert next_best(F, {}, [], PLENTY) is None


def test_a_known_answer_is_not_asked_again():
    assert next_best(F, up_to(4, []), ALL, PLENTY) is None


def test_a_contradiction_is_worth_asking():
    readings = up_to(4, []) | {"SRC-1.2": YES | NO}
    assert next_best(F, readings, ALL, PLENTY).criterion == "SRC-1.2"


def test_a_dimension_is_named_when_the_whole_is_decided():
    readings = up_to(2, ["TRN-2.2"]) | {core(1)[0]: NO}
    found = next_best(F, readings, ALL, PLENTY)
    assert (found.criterion, found.dimension, found.decides) == ("TRN-2.2", "TRN", True)


def test_little_time_leaves_a_yes_that_needs_others_out():
    """Two answers complete TRN, three DAT; with time for one neither level can be gained."""
    open_ones = ["DAT-2.1", "DAT-2.2", "DAT-2.3", "TRN-2.2", "TRN-2.3"]
    readings = up_to(2, open_ones) | {core(1)[0]: NO}
    roomy, tight = (next_best(F, readings, ALL, room) for room in (PLENTY, 1))
    assert roomy.dimension == "TRN"
    assert tight.dimension == "DAT"


@given(st.dictionaries(st.sampled_from(ALL), st.sampled_from(VALUES), max_size=59))
def test_what_is_named_narrows_the_interval(readings):
    readings = {
        code: said
        for code, said in readings.items()
        if not (said == VALUES[3] and F.criterion[code].type.value == "K")
    }
    found = next_best(F, readings, ALL, PLENTY)
    if found is None:
        return
    before = assess(F, readings)
    no, yes = (assess(F, readings | {found.criterion: said}) for said in (NO, YES))
    wide = _width(before, found.dimension)
    assert _width(no, found.dimension) <= wide
    assert _width(yes, found.dimension) <= wide
    if found.decides:
        assert _width(no, found.dimension) < wide
        assert _width(yes, found.dimension) < wide


def _width(one, dimension):
    span = one.dimensions[dimension] if dimension else one
    return span.high - span.low


def test_how_many_fit():
    assert fitting(3600, 0, 0) == 24
    assert fitting(600, 10, 1200) == 5
    assert fitting(-60, 3, 300) == 1
    assert fitting(0, 0, 0) == 1
