"""What the Score page says: the same names, states and reasons as the rule."""

from decimal import Decimal

import pytest

from engagements import sample
from engagements.assessment.consolidate import assess_case
from engagements.casework import interviewing, judging, scoping
from engagements.casework.case import Case
from engagements.framework.model import AnswerValue, CriterionType
from engagements.records import Answer, Interview, Person, ScopeUnit
from report_templates.figures.model import Glyph
from tests.ui.conftest import AUTHOR
from ui.score.lists import span_words
from ui.score.standing import standing_of

YES, PARTLY, NO, UNKNOWN = (
    AnswerValue.YES,
    AnswerValue.PARTLY,
    AnswerValue.NO,
    AnswerValue.UNKNOWN,
)


@pytest.fixture
def case(tmp_path):
    one = Case.create(tmp_path / "e.plumb", client="Nordvind", author=AUTHOR, target=3)
    yield one
    one.close()


@pytest.fixture(scope="module")
def halden(tmp_path_factory):
    path = tmp_path_factory.mktemp("score") / "halden.plumb"
    sample.write(path)
    one = Case.open(path, author=AUTHOR, read_only=True)
    yield one.snapshot
    one.close()


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


def test_an_unknown_is_asked_next_and_leaves_a_range(case):
    values = up_to(case, 2)
    del values["SRC-1.2"]
    found = judged(case, values)
    assert found.headline == "0 to 2"
    assert found.sentence == "One unknown answer decides between them."
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
    assert line.under.startswith("Yes and no, 2 voices differ.")


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [("0.2", "0.6", "1 to 3 days"), ("0.2", "0.2", "1 day"), ("2", "4", "2 to 4 weeks")],
)
def test_work_is_said_in_days_while_it_is_short(low, high, words):
    assert span_words(Decimal(low), Decimal(high)) == words
