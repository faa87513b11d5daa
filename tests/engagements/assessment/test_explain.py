"""What one criterion would lift, and what waits for it."""

from hypothesis import given
from hypothesis import strategies as st

from engagements.assessment.explain import closest_flips, held_back
from engagements.assessment.level import assess
from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue

F = mlops()
YES, PARTLY, NO, UNKNOWN = (
    frozenset({value})
    for value in (AnswerValue.YES, AnswerValue.PARTLY, AnswerValue.NO, AnswerValue.UNKNOWN)
)


def up_to(level, **changed):
    """Yes to every criterion up to a level, no above."""
    readings = {c.id: YES if c.level <= level else NO for c in F.criteria}
    return readings | {
        code.replace("_", "-", 1).replace("_", "."): v for code, v in changed.items()
    }


def test_the_last_open_core_criterion_lifts_the_whole():
    flips = {f.criterion: f for f in closest_flips(F, up_to(2, DAT_2_2=NO))}
    assert (flips["DAT-2.2"].overall.before, flips["DAT-2.2"].overall.after) == (1, 2)
    assert not flips["DAT-2.2"].asks
    assert flips["DAT-2.2"].action.closes.count("DAT-2.2") == 1


def test_a_question_comes_before_any_work():
    flips = closest_flips(F, up_to(1, SRC_1_2=UNKNOWN, GOV_1_1=NO))
    assert flips[0].criterion == "SRC-1.2"
    assert flips[0].asks
    assert flips[0].action is None
    weeks = [f.action.weeks_likely for f in flips if f.action]
    assert weeks == sorted(weeks)


def test_a_blocker_names_what_else_its_levels_wait_for():
    held = held_back(F, up_to(1), "TRN-2.1")
    assert held.overall.level == 2
    assert "DAT-2.2" in held.overall.others
    assert held.dimension.level == 2
    assert held.dimension.others == ("TRN-2.2", "TRN-2.3")
    assert "TRN-3.1" in held.later


def test_alone_it_is_the_last():
    held = held_back(F, up_to(2, REG_2_2=PARTLY), "REG-2.2")
    assert held.overall.last
    assert held.dimension.last


def test_what_stands_on_it_already_is_named():
    held = held_back(F, up_to(2, SRC_1_1=NO), "SRC-1.1")
    assert "SRC-1.2" in held.bases
    assert "SRC-1.2" not in held.later


def test_a_full_yes_holds_nothing_back():
    held = held_back(F, up_to(2), "SRC-1.1")
    assert (held.overall, held.dimension, held.bases, held.later) == (None, None, (), ())


some = st.fixed_dictionaries(
    {c.id: st.sampled_from([YES, PARTLY, NO, UNKNOWN]) for c in F.criteria}
)


@given(some)
def test_every_flip_is_what_scoring_again_says(readings):
    base = assess(F, readings)
    flips = {f.criterion: f for f in closest_flips(F, readings)}
    for criterion in F.criteria[::7]:
        again = assess(F, readings | {criterion.id: YES})
        code = criterion.dimension
        lifted = again.low > base.low or again.dimensions[code].low > base.dimensions[code].low
        assert lifted == (criterion.id in flips)
        if lifted:
            flip = flips[criterion.id]
            assert (flip.overall.after, flip.dimension.after) == (
                again.low,
                again.dimensions[code].low,
            )


@given(some)
def test_the_last_one_open_lifts_its_level(readings):
    flips = {f.criterion: f for f in closest_flips(F, readings)}
    for criterion in F.criteria[::5]:
        held = held_back(F, readings, criterion.id)
        if held.overall and held.overall.last:
            assert flips[criterion.id].overall.after >= held.overall.level
        if held.dimension and held.dimension.last:
            assert flips[criterion.id].dimension.after >= held.dimension.level
