"""Several voices become one reading by judgement, by evidence, or stay a set; never by majority."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagements.assessment.consolidate import assess_again, assess_case, weakest
from engagements.assessment.level import assess
from engagements.assessment.rules import NA as NA_CODE
from engagements.assessment.rules import high_of, low_of
from engagements.assessment.voices import digest_of
from engagements.framework.model import AnswerValue
from engagements.records import Judgement, ScopeUnit
from tests.engagements.assessment.drawing import NA, NO, PARTLY, UNKNOWN, YES, F, one, up_to
from tests.engagements.assessment.keeping import meeting, person, says, shows, snapshot

CODE = "DAT-2.2"
ROOMS = (
    person("ann", "DE"),
    person("bob", "MLE"),
    person("cyd", "DE"),
    meeting("A", "ann"),
    meeting("B", "bob"),
    meeting("C", "cyd"),
    meeting("AB", "ann", "bob"),
)


def of(*records, code=CODE):
    """The criterion, consolidated from these records."""
    return assess_case(snapshot(*ROOMS, *records)).consolidated[code]


# The five rules ------------------------------------------------------------------------------


def test_1_a_judgement_decides():
    judged = Judgement.of(CODE, PARTLY, reason="seen both")
    found = of(says("A", YES), says("B", NO), shows("log", 4, NO), judged)
    assert (found.reading, found.judged) == (one(PARTLY), True)


def test_2_the_best_evidence_decides():
    found = of(says("A", YES), says("B", NO), shows("log", 3, NO))
    assert (found.reading, found.grade, found.judged) == (one(NO), 3, False)


def test_2_one_engineer_with_a_log_outweighs_three_managers():
    managers = [person(f"m{n}", "PO") for n in range(3)]
    meetings = [meeting(f"M{n}", f"m{n}") for n in range(3)]
    said = [says(f"M{n}", YES) for n in range(3)]
    found = of(*managers, *meetings, *said, says("B", NO), shows("log", 2, NO))
    assert found.reading == one(NO)


def test_2_two_roles_outweigh_one_but_a_head_count_does_not():
    assert of(says("A", YES), says("B", YES), says("C", NO)).reading == one(YES)
    assert of(says("A", YES), says("C", YES), says("B", NO)).reading == {YES, NO}


def test_3_equal_evidence_keeps_the_set():
    found = of(says("A", YES), says("B", NO))
    assert (found.reading, found.disagreement) == ({YES, NO}, True)
    case = assess_case(snapshot(*ROOMS, says("A", YES), says("B", NO)))
    assert case.disagreements == (CODE,)


def test_4_dont_know_is_missing_and_no_vote():
    found = of(says("A", YES), says("B", UNKNOWN))
    assert (found.reading, found.disagreement) == (one(YES), False)
    assert of(says("A", UNKNOWN), says("B", UNKNOWN)).reading == one(UNKNOWN)
    assert of().reading == one(UNKNOWN)


def test_5_a_judgement_stays_in_force_and_is_listed_when_answers_change():
    before = snapshot(*ROOMS, says("A", YES))
    judged = Judgement.of(CODE, NO, reason="not for all", saw=digest_of(before, CODE))
    assert not of(says("A", YES), judged).stale
    found = of(says("A", YES), says("B", PARTLY), judged)
    assert (found.reading, found.judged, found.stale) == (one(NO), True, True)


@pytest.mark.parametrize(
    "changed",
    [
        (),
        (says("A", NO),),
        (says("A", YES), says("B", UNKNOWN)),
        (says("A", YES, voice="ann"),),
        (says("A", NA, reason="x"),),
    ],
)
def test_5_every_change_of_an_answer_makes_it_stale(changed):
    saw = digest_of(snapshot(says("A", YES)), CODE)
    assert of(*changed, Judgement.of(CODE, NO, saw=saw)).stale


def test_5_the_order_of_answers_and_other_criteria_change_no_digest():
    answers = [says("A", YES), says("B", NO)]
    first = digest_of(snapshot(*answers), CODE)
    again = digest_of(snapshot(*answers[::-1], says("A", NO, criterion="SRC-1.1")), CODE)
    assert first == again != ""


def test_5_no_two_sets_of_answers_share_a_digest():
    first = digest_of(snapshot(says("ab", YES, voice="c")), CODE)
    other = digest_of(snapshot(says("a", YES, voice="bc")), CODE)
    reasoned = digest_of(snapshot(says("a", YES, voice="bc", reason="\ud800 4:")), CODE)
    assert len({first, other, reasoned}) == 3


def test_5_a_judgement_on_nothing_is_stale_once_somebody_answers():
    judged = Judgement.of(CODE, NO, saw=digest_of(snapshot(), CODE))
    assert not of(judged).stale
    assert of(says("A", YES), judged).stale


# Grades --------------------------------------------------------------------------------------


def grades(*records):
    """The grades of the voices, in the order they were kept."""
    return [voice.grade for voice in of(*records).voices]


def test_the_word_of_one_is_0_and_of_two_roles_1():
    assert grades(says("A", YES)) == [0]
    assert grades(says("A", YES), says("B", YES)) == [1, 1]
    assert grades(says("A", YES), says("B", NO)) == [0, 0]


def test_two_of_the_same_role_stay_the_word_of_one():
    assert grades(says("A", YES), says("C", YES)) == [0, 0]


def test_the_same_person_twice_stays_the_word_of_one():
    again = meeting("A2", "ann", day=2)
    assert grades(again, says("A", YES), says("A2", YES)) == [0, 0]


def test_a_room_is_one_voice():
    assert grades(says("AB", YES)) == [0]


def test_a_room_stands_for_those_who_did_not_answer_alone():
    # Bob is the rest of the room, and of another role than Ann.
    assert grades(says("AB", YES), says("AB", YES, voice="ann")) == [1, 1]
    # Without Ann and Bob nobody is left in the room.
    alone = (says("AB", YES, voice="ann"), says("AB", NO, voice="bob"))
    assert grades(says("AB", YES), *alone) == [0, 0, 0]


def test_somebody_unknown_gives_no_second_role():
    assert grades(says("A", YES), says("B", YES, voice="ghost")) == [0, 0]


def test_evidence_counts_for_the_answer_it_speaks_for():
    assert grades(says("A", YES), says("B", NO), shows("doc", 2, YES)) == [2, 0]
    assert grades(says("A", YES), shows("doc", 2, YES), shows("run", 4, YES)) == [4]
    assert grades(says("A", PARTLY), shows("doc", 2, YES)) == [0]


def test_evidence_for_one_interview_supports_that_one_alone():
    assert grades(says("A", YES), says("C", YES), shows("doc", 3, YES, interview="A")) == [3, 0]


def test_evidence_counts_in_its_own_scope_unit():
    assert grades(says("A", YES), shows("doc", 3, YES, unit="other")) == [0]


def test_a_judgement_has_the_grade_of_what_supports_it():
    judged = Judgement.of(CODE, NO)
    assert of(says("A", YES), shows("doc", 3, YES), judged).grade == 0
    assert of(says("A", NO), says("B", NO), judged).grade == 1
    assert of(shows("doc", 2, NO), judged).grade == 2


def test_evidence_against_the_answer_is_a_contradiction():
    found = of(says("A", YES), shows("for", 3, YES), shows("against", 2, NO))
    assert found.contradicted == ("against",)
    judged = of(says("A", YES), shows("for", 3, YES), Judgement.of(CODE, NO))
    assert judged.contradicted == ("for",)
    assert of(shows("for", 3, YES)).contradicted == ()


# Not applicable ------------------------------------------------------------------------------


def test_not_applicable_is_an_answer_like_others():
    assert of(says("A", NA)).reading == one(NA)
    assert of(says("A", NA), says("B", UNKNOWN)).reading == one(NA)
    assert of(says("A", NA), says("B", YES)).reading == {NA, YES}


def test_not_applicable_on_a_key_criterion_needs_a_judgement_with_a_reason():
    key = "REG-2.2"
    said = says("A", NA, criterion=key)
    assert of(said, code=key).reading == one(UNKNOWN)
    with_reason = Judgement.of(key, NA, reason="no registry can exist")
    assert of(said, with_reason, code=key).reading == one(NA)
    assert of(said, Judgement.of(key, NA), code=key).reading == one(UNKNOWN)


# Two heads -----------------------------------------------------------------------------------


def test_two_heads_of_an_answer_are_read_as_both():
    assert of(says("A", YES), says("A", NO)).reading == {YES, NO}


def test_two_heads_of_an_answer_are_not_two_voices():
    heads = (says("AB", YES), says("AB", YES, reason="again"))
    assert grades(*heads) == [0, 0]


def test_two_heads_of_a_judgement_are_read_as_both():
    found = of(Judgement.of(CODE, YES), Judgement.of(CODE, NO))
    assert (found.reading, found.judged) == ({YES, NO}, True)


def test_two_heads_of_a_judgement_have_the_weaker_grade():
    heads = (Judgement.of(CODE, YES), Judgement.of(CODE, PARTLY))
    assert of(*heads, shows("doc", 3, YES)).grade == 0
    assert of(*heads, shows("doc", 3, YES), shows("run", 2, PARTLY)).grade == 2


# Several scope units -------------------------------------------------------------------------

UNITS = (ScopeUnit(id="u1", position=1), ScopeUnit(id="u2", position=2))


def over_units(*records, code=CODE):
    """The criterion over two scope units."""
    return assess_case(snapshot(*ROOMS, *UNITS, *records)).consolidated[code]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        (YES, YES, {YES}),
        (YES, PARTLY, {PARTLY}),
        (YES, NO, {NO}),
        (YES, NA, {YES}),
        (NA, NA, {NA}),
        (YES, UNKNOWN, {NO, YES}),
        (PARTLY, UNKNOWN, {NO, PARTLY}),
        (NO, UNKNOWN, {NO}),
        (UNKNOWN, UNKNOWN, {UNKNOWN}),
        (NA, UNKNOWN, {UNKNOWN}),
    ],
)
def test_a_criterion_is_as_good_as_its_weakest_unit(first, second, whole):
    found = over_units(says("A", first, unit="u1"), says("B", second, unit="u2"))
    assert found.reading == whole


readings = st.frozensets(st.sampled_from(list(AnswerValue)), max_size=3)


@given(st.lists(readings, min_size=1, max_size=4))
def test_the_weakest_has_the_lowest_low_and_the_lowest_high(parts):
    applicable = [part for part in parts if low_of(part) != NA_CODE]
    found = weakest(parts)
    assert low_of(found) == min(map(low_of, applicable), default=NA_CODE)
    assert high_of(found) == min(map(high_of, applicable), default=NA_CODE)


def test_verified_asks_every_unit_for_evidence():
    said = [
        says(room, YES, criterion=c.id, unit=unit)
        for unit, room in (("u1", "A"), ("u2", "B"))
        for c in F.core_at[1]
    ]
    shown = [
        shows(f"{unit}{c.id}", 3, YES, criterion=c.id, unit=unit)
        for unit in ("u1", "u2")
        for c in F.core_at[1]
    ]
    assert assess_case(snapshot(*ROOMS, *UNITS, *said, *shown)).level.verified == 1
    assert assess_case(snapshot(*ROOMS, *UNITS, *said, *shown[:-1])).level.verified == 0


def test_each_unit_is_scored_on_its_own():
    said = [says("A", YES, criterion=c.id, unit="u1") for c in F.core_at[1]]
    case = assess_case(snapshot(*ROOMS, *UNITS, *said))
    assert (case.by_unit["u1"].low, case.by_unit["u2"].low, case.level.low) == (1, 0, 0)
    assert case.by_unit["u2"].high == case.level.high == 4
    assert case.answered == len(said)
    assert len(case.unknown) == len(F.criteria)


def test_answers_of_a_unit_that_is_gone_do_not_count():
    assert over_units(says("A", NO, unit="gone")).reading == one(UNKNOWN)


def test_a_case_with_one_unit_is_that_unit():
    case = assess_case(snapshot(*ROOMS, says("A", YES)))
    (unit,) = case.units
    assert case.units[unit] == case.consolidated
    assert case.by_unit[unit] == case.level


# The whole case ------------------------------------------------------------------------------


def test_an_empty_case_claims_nothing():
    case = assess_case(snapshot())
    assert (case.claimed, case.claimed_dimensions, case.answered) == (None, {}, 0)
    assert (case.level.low, case.level.high, case.level.verified) == (0, 4, 0)
    assert case.unknown == tuple(c.id for c in F.criteria)


def test_the_claimed_level_takes_the_best_anybody_said():
    best = [says("A", YES, criterion=c.id) for c in F.core_at[1]]
    worst = [says("B", NO, criterion=c.id) for c in F.core_at[1]]
    shown = [shows(c.id, 4, NO, criterion=c.id) for c in F.core_at[1]]
    settled = [Judgement.of(c.id, NO) for c in F.core_at[1]]
    case = assess_case(snapshot(*ROOMS, *best, *worst, *shown, *settled))
    assert (case.claimed, case.level.high) == (1, 0)
    assert case.claimed_dimensions["SRC"] == 1


def test_nothing_heard_is_a_no_to_the_claimed_level():
    said = [says("A", YES, criterion=c.id) for c in F.core_at[1][1:]]
    assert assess_case(snapshot(*ROOMS, *said)).claimed == 0
    nobody = [says("A", UNKNOWN, criterion=c.id) for c in F.core_at[1]]
    assert assess_case(snapshot(*ROOMS, *nobody)).claimed == 0


def test_a_judgement_alone_is_an_answer_but_no_claim():
    case = assess_case(snapshot(Judgement.of(CODE, YES)))
    assert (case.answered, case.claimed) == (1, None)


@st.composite
def records(draw):
    """A case of up to four interviews over two units, with evidence and judgements."""
    rng = random.Random(draw(st.integers(0, 10**6)))
    values = [YES, YES, YES, PARTLY, NO, UNKNOWN, NA]
    kept = [*ROOMS]
    if rng.random() < 0.5:
        kept += UNITS
    units = ["u1", "u2"] if UNITS[0] in kept else [ScopeUnit().id]
    for room in "ABC":
        for criterion in F.criteria:
            if rng.random() < 0.8:
                unit = rng.choice(units)
                kept.append(says(room, rng.choice(values), criterion=criterion.id, unit=unit))
    for number in range(rng.randrange(20)):
        code, unit = rng.choice(F.criteria).id, rng.choice(units)
        value = rng.choice([YES, PARTLY, NO])
        kept.append(shows(f"e{number}", rng.choice([2, 3, 4]), value, criterion=code, unit=unit))
        if rng.random() < 0.3:
            kept.append(Judgement.of(code, rng.choice(values[:-1]), scope_unit=unit))
    return list({(one.kind, one.id): one for one in kept}.values())


@given(records(), st.randoms(use_true_random=False))
def test_the_order_of_records_changes_no_score(kept, rng):
    before = assess_case(snapshot(*kept))
    rng.shuffle(kept)
    after = assess_case(snapshot(*kept))
    assert after.level == before.level
    assert after.claimed == before.claimed
    assert after.disagreements == before.disagreements


@given(records())
def test_a_case_scores_its_consolidated_readings(kept):
    case = assess_case(snapshot(*kept))
    read = {code: found.reading for code, found in case.consolidated.items()}
    assert case.level == assess(F, read, {c: f.grade for c, f in case.consolidated.items()})
    assert case.level.low <= min(unit.low for unit in case.by_unit.values())
    assert case.level.verified <= case.level.low
    for code in case.disagreements:
        assert any(len(unit[code].reading) > 1 for unit in case.units.values())


def test_what_everybody_says_is_the_level():
    said = [
        says("A", value, criterion=code) for code, reading in up_to(2).items() for value in reading
    ]
    case = assess_case(snapshot(*ROOMS, *said))
    assert (case.level.low, case.level.high, case.claimed, case.level.verified) == (2, 2, 2, 0)
    assert case.answered == len(F.criteria)


# Again, after something changed ----------------------------------------------------------------

UNITS = (ScopeUnit(id="u1", name="Fraud", position=1), ScopeUnit(id="u2", name="Price", position=2))
CODES = (CODE, "SRC-1.1", "GONE-9.9")
SPOKEN = st.one_of(
    st.builds(
        says,
        st.sampled_from(["A", "B", "C", "AB"]),
        st.sampled_from([YES, PARTLY, NO, NA, UNKNOWN]),
        criterion=st.sampled_from(CODES),
        unit=st.sampled_from(["u1", "u2", "gone"]),
    ),
    st.builds(
        shows,
        st.sampled_from(["log", "page"]),
        st.integers(2, 4),
        st.sampled_from([YES, NO]),
        criterion=st.sampled_from(CODES),
        unit=st.sampled_from(["u1", "u2"]),
    ),
    st.builds(
        Judgement.of,
        st.sampled_from(CODES),
        st.sampled_from([YES, PARTLY, NO]),
        reason=st.sampled_from(["", "seen"]),
        scope_unit=st.sampled_from(["u1", "u2"]),
    ),
    st.sampled_from([person("ann", "MLE"), meeting("A", "bob"), meeting("A", "ann"), *UNITS]),
)


@given(st.lists(SPOKEN, max_size=8), st.lists(st.tuples(SPOKEN, st.booleans()), max_size=6))
def test_the_result_after_a_change_is_that_of_scoring_anew(first, later):
    known = {(one.kind, one.id): (one,) for one in (*ROOMS, *UNITS, *first)}
    now = snapshot().having(known, {}, 1)
    case = assess_case(now)
    for record, stays in later:
        before = now
        now = now.having({(record.kind, record.id): (record,) if stays else ()}, {}, 2)
        case = assess_again(now, before, case)
        assert case == assess_case(snapshot().having(dict(pairs(now)), {}, 1))


def pairs(of):
    """Everything of a snapshot, as it was kept."""
    for kind, heads in of.heads.items():
        for entity, records in heads.items():
            yield (kind, entity), records


def test_what_a_change_does_not_touch_is_not_brought_together_again():
    before = snapshot().having({(r.kind, r.id): (r,) for r in (*ROOMS, says("A", YES))}, {}, 1)
    answer = says("A", NO, criterion="SRC-1.1")
    case = assess_case(before)
    now = assess_again(before.having({("answer", answer.id): (answer,)}, {}, 2), before, case)
    assert now.consolidated[CODE] is case.consolidated[CODE]
    assert now.consolidated["SRC-1.1"].reading == one(NO)
