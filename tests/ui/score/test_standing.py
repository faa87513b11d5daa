"""What the Score page says: the same names, states and reasons as the rule."""

import hashlib
from datetime import date, datetime
from decimal import Decimal

import pytest

from engagements.assessment.consolidate import assess_case
from engagements.casework import interviewing, issuing, judging, scoping
from engagements.file.actions import Action
from engagements.framework.model import AnswerValue, CriterionType
from engagements.records import Answer, Interview, Person, PreviousAssessment, ScopeUnit
from engagements.records.outcome import CriterionBefore, DimensionBefore
from report_templates.figures.model import Glyph
from ui.figures.beside import Interval
from ui.score.arithmetic import explain
from ui.score.lists import span_words
from ui.score.standing import standing_of

YES, PARTLY, NO, UNKNOWN = (
    AnswerValue.YES,
    AnswerValue.PARTLY,
    AnswerValue.NO,
    AnswerValue.UNKNOWN,
)


def judged(case, values):
    for code, value in values.items():
        judging.judge(case, code, value, reason="seen")
    return told(case.snapshot)


def told(snapshot):
    return standing_of(snapshot, assess_case(snapshot))


def up_to(case, level, **changed):
    core = [
        c for c in case.snapshot.framework.criteria if c.type is not CriterionType.SUPPLEMENTARY
    ]
    return {c.id: YES if c.level <= level else NO for c in core} | changed


def block(standing, key):
    return next(one for one in standing.blocks if one.key == key)


def test_nothing_answered_says_where_to_start(case):
    found = told(case.snapshot)
    assert found.state == "empty"
    assert [one.key for one in found.blocks] == ["start"]
    assert {mark.kind for mark in found.ladder.marks} == {Glyph.TARGET}


def test_under_half_shows_no_level(case):
    found = judged(case, {"SRC-1.1": YES, "SRC-1.2": YES})
    assert found.state == "few"
    assert found.headline == ""
    assert found.sentence == "16 of 32 core criteria needed for a level, 2 answered."
    assert Glyph.NOW not in {mark.kind for mark in found.ladder.marks}
    assert not any(row.current for row in found.crosswalk)


def test_the_eighth_example_is_one_plus(case):
    found = judged(case, up_to(case, 2, **{"REG-2.2": PARTLY}))
    assert found.headline == "1+"
    assert found.rungs[2].share == "94 %"
    assert [line.criterion for line in block(found, "blockers").lines] == ["REG-2.2"]
    flips = block(found, "flips").lines
    assert next(line for line in flips if line.criterion == "REG-2.2").lift == (1, 2)
    assert found.working_on == 2


def test_what_nobody_was_asked_is_counted_and_listed_and_does_not_decide(case):
    found = judged(case, up_to(case, 4))
    assert found.headline == "4"
    assert found.sentence.endswith(
        "27 supplementary criteria have not been asked; they do not decide the level."
    )
    left = block(found, "unasked").lines
    supplementary = [one for one in case.snapshot.framework.criteria if not one.type.gates]
    assert [line.criterion for line in left] == [one.id for one in supplementary]
    assert left[0].under.startswith("Not asked yet. Ask: ")
    asked = judged(case, {one.id: NO for one in supplementary})
    assert "not been asked" not in asked.sentence
    assert "unasked" not in [one.key for one in asked.blocks]


def test_an_unknown_is_asked_next_and_leaves_a_range(case):
    values = up_to(case, 2)
    del values["SRC-1.2"]
    found = judged(case, values)
    assert found.headline == "0 to 2"
    assert found.sentence == "One unknown answer decides between them."
    assert block(found, "unasked").remark == "27 criteria; they do not decide the level"
    assert [line.criterion for line in block(found, "decisive").lines] == ["SRC-1.2"]
    assert block(found, "decisive").lines[0].value is None
    assert block(found, "flips").lines[0].under.startswith("One question, ")


def test_debt_names_what_it_lacks(case):
    found = judged(case, up_to(case, 0, **{"TRN-2.1": YES, "REG-2.2": YES}))
    lines = {line.criterion: line for line in block(found, "debt").lines}
    assert "SRC-1.1" in lines["TRN-2.1"].under
    assert "Certain" in lines["TRN-2.1"].under


def test_the_top_has_nothing_left_to_ask(case):
    found = judged(case, up_to(case, 4))
    assert found.headline == "4"
    assert all(line.value is YES for one in found.blocks for line in one.lines) or not any(
        one.key == "blockers" and one.lines for one in found.blocks
    )


def test_only_the_four_names_are_used(halden):
    found = told(halden)
    words = " ".join(
        [found.headline, found.sentence, *(word for _, word in found.legend), found.claims]
    ).lower()
    assert "evidenced" not in words
    assert {glyph for glyph, _ in found.legend} >= {Glyph.NOW, Glyph.CLAIMED, Glyph.TARGET}


def test_the_sample_says_the_same_twice(halden):
    assert told(halden) == told(halden)
    assert len(told(halden).bars.rows) == 9


def test_scope_units_stand_side_by_side_only_when_there_are_two(case):
    judged(case, up_to(case, 1))
    assert told(case.snapshot).units == ()
    scoping.save_unit(case, ScopeUnit(id="second", name="Claims", position=1))
    assert [row.name for row in told(case.snapshot).units][-1] == "Claims"


def test_voices_that_differ_are_counted(case):
    for number, role in enumerate(("DS", "MLE"), 1):
        interviewing.save_person(case, Person(id=f"p{number}", role=role))
        day = case.snapshot.engagement.starts
        talk = Interview(id=f"i{number}", title="Talk", people=(f"p{number}",), day=day)
        interviewing.save_interview(case, talk)
    judged(case, {k: v for k, v in up_to(case, 1).items() if k != "SRC-1.2"})
    for number, value in ((1, YES), (2, NO)):
        answer = Answer.of("SRC-1.2", f"i{number}", value, voice=f"p{number}")
        interviewing.record_answer(case, answer)
    line = block(told(case.snapshot), "decisive").lines[0]
    assert line.differs
    assert line.under.startswith("“Yes” and “no”, 2 voices differ.")


def test_what_was_not_asked_in_every_scope_unit_is_drawn_as_not_asked(case):
    judged(case, up_to(case, 2))
    values = {one: value for one, value in up_to(case, 2).items() if one != "SRC-1.1"}
    scoping.save_unit(case, ScopeUnit(id="second", name="Claims", position=1))
    for code, value in values.items():
        judging.judge(case, code, value, reason="seen", scope_unit="second")
    line = block(told(case.snapshot), "decisive").lines[0]
    assert line.criterion == "SRC-1.1"
    assert "Not known everywhere" in block(told(case.snapshot), "blockers").lines[0].under
    assert line.value is None


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [("0.2", "0.6", "1 to 3 days"), ("0.2", "0.2", "1 day"), ("2", "4", "2 to 4 weeks")],
)
def test_work_is_said_in_days_while_it_is_short(low, high, words):
    assert span_words(Decimal(low), Decimal(high)) == words


def test_what_was_issued_holds_the_score_until_something_changes(case):
    judged(case, up_to(case, 1))
    assert told(case.snapshot).frozen is None
    day = datetime(2026, 11, 24, 9, 0)
    issuing.issue(case, pdf=b"%PDF", content=b"{}", version="1.0", profile="full", issued=day)
    found = told(case.snapshot).frozen
    assert found.holds
    digest = hashlib.sha256(b"%PDF").hexdigest()
    assert found.words == f"Issued 1.0, 24 November 2026, {digest[:8]}"
    assert digest in found.whole
    judging.judge(case, "SRC-2.1", YES, reason="seen")
    found = told(case.snapshot).frozen
    assert not found.holds
    assert found.words.endswith("1 change since")


def test_a_previous_assessment_stands_beside_this_one(case):
    judged(case, up_to(case, 1))
    assert told(case.snapshot).before is None
    record = PreviousAssessment(
        assessed=date(2025, 11, 3),
        low=0,
        high=1,
        dimensions=(
            DimensionBefore(dimension="SRC", low=0, high=1),
            DimensionBefore(dimension="MON", low=0, high=1),
            DimensionBefore(dimension="REG", low=2, high=2),
        ),
        criteria=(CriterionBefore(criterion="SRC-1.1", value=NO),),
    )
    with case.edit(Action.SCOPE_UNIT_SAVED) as edit:
        edit.revise(record)
    edit.done()
    found = told(case.snapshot)
    assert found.before.title == "November 2025"
    assert found.before.level == Interval(0, 1)
    assert found.before.changes["SRC"] == "+1"
    assert found.before.changes["MON"] == "same"
    assert found.before.changes["REG"] == "−1"
    sum_of = explain(case.snapshot, assess_case(case.snapshot), "mark:before")
    assert [line.criterion for line in sum_of.parts[0].lines] == ["SRC-1.1"]
    assert sum_of.parts[0].lines[0].under.startswith("Was no.")


def test_behind_the_previous_assessment_stand_all_of_them(case):
    judged(case, up_to(case, 1))
    last = PreviousAssessment(assessed=date(2025, 11, 3), low=0, high=1)
    first = PreviousAssessment(id="first", assessed=date(2024, 2, 5), low=0, high=3)
    for record, many in ((last, 0), (first, 3)):
        with case.edit(Action.SCOPE_UNIT_SAVED) as edit:
            edit.revise(record)
        edit.done()
        found = explain(case.snapshot, assess_case(case.snapshot), "mark:before")
        assert found.title == "Previous assessment, November 2025"
        assert len(found.course.moments if found.course else ()) == many
    levels = [one.level for one in found.course.moments]
    assert levels[:2] == [Interval(0, 3), Interval(0, 1)]
    assert levels[2].low == 1
    assert found.parts[0].sum.startswith("February 2024: 0 to 3. November 2025: 0 to 1. ")
    assert found.course.words == found.parts[0].sum


def test_a_sum_says_what_counts_who_said_it_and_what_decided(halden):
    found = explain(halden, assess_case(halden), "level:1")
    assert found.title == "Level 1: Scripted"
    assert found.parts[0].sum.startswith(
        "Level 1 needs its 6 core criteria: 3 yes, 1 partly, 0 no, 2 open. "
        "(3 + 1 × 0.5) / 6 = 7/12, 58 %. It takes more than 85 %."
    )
    lines = {line.criterion: line for line in found.parts[0].lines}
    assert lines["SRC-1.1"].under.startswith("Counts 1. Yes: Head of Data Science")
    assert lines["SRC-1.2"].under.startswith("Counts 0, open.")
    assert lines["SRC-1.1"].grade_name == "Trace"


def test_a_scope_unit_has_a_sum_of_its_own(case):
    judged(case, up_to(case, 1))
    scoping.save_unit(case, ScopeUnit(id="second", name="Claims", position=1))
    found = explain(case.snapshot, assess_case(case.snapshot), "unit:second")
    assert found.title.startswith("Claims, ")
    assert "6 open" in found.parts[0].sum


def test_a_sum_comes_with_what_is_supposed_and_the_real_one_stays(halden):
    case = assess_case(halden)
    real = explain(halden, case, "mark:now")
    assert explain(halden, case, "mark:now", {}) == real
    found = explain(halden, case, "mark:now", dict.fromkeys(case.level.blockers, YES))
    assert found.title == real.title
    assert found.parts[-len(real.parts) :] == real.parts
    first = found.parts[0]
    assert first.title == "Supposed: Level 1: met"
    assert "6 yes, 0 partly, 0 no. 6 / 6 = 1, 100 %." in first.sum
    assert found.lead.endswith("Supposed: Level: 1+.")
