"""One page per transition: title, facts, actions, and when the level is reached."""

from dataclasses import replace
from decimal import Decimal

import pytest

from engagements.records import PlanChange
from engagements.roadmap.model import Three
from report_templates.content import facts, transition
from tests.report_templates.cases import ISSUED
from tests.report_templates.shapes import SHAPES, all_yes, engagement, halden


def known(shape):
    snapshot = SHAPES[shape]() if isinstance(shape, str) else shape
    return facts.of(snapshot, issued=ISSUED)


def of(shape):
    return transition.of(known(shape))


def changed(step, **fields):
    found = known("halden")
    steps = list(found.transitions)
    steps[step] = replace(steps[step], **fields)
    again = replace(found, roadmap=replace(found.roadmap, transitions=tuple(steps)))
    return transition.of(again)[step]


def plain(text):
    return text.replace("\u00a0", " ")


def weeks(value):
    return Three(Decimal(1), Decimal(value), Decimal(30))


def test_each_transition_has_a_page_of_its_own():
    pages = of("halden")
    assert [page.heading.key for page in pages] == [f"transition-{n}-{n + 1}" for n in range(3)]
    assert [page.heading.number for page in pages] == ["3.1", "3.2", "3.3"]
    assert [bool(page.note) for page in pages] == [False, True, True]
    assert of("reached") == of("no-target") == ()


@pytest.mark.parametrize(
    ("likely", "axis", "length"),
    [
        ("1", "weeks", "one week"),
        ("3", "weeks", "three weeks"),
        ("0.2", "weeks", "one working day"),
        ("1.4", "weeks", "seven working days"),
        ("3.6", "weeks", "3.6 weeks"),
        ("13", "weeks", "13 weeks"),
        ("20", "months", "5 months"),
    ],
)
def test_the_title_says_how_long(likely, axis, length):
    page = changed(0, weeks=weeks(likely), axis=axis)
    assert plain(page.heading.title) == (
        f"Three actions in {length} lead to Level 1 by 19 January 2027"
    )


def test_the_title_for_one_action_and_for_none():
    step = known("halden").transitions[0]
    one = changed(0, actions=step.actions[:1])
    assert plain(one.heading.title).startswith("One action in seven working days leads to Level 1")
    none = changed(0, actions=())
    assert plain(none.heading.title) == "No action is planned for Level 1; four criteria stay open"
    assert none.gantt is None
    assert none.none.endswith("SRC-1.2, 1.3, REG-1.1, PPL-1.1.")
    single = changed(0, actions=(), open_criteria=("SRC-1.2",))
    assert (
        plain(single.heading.title) == "No action is planned for Level 1; one criterion stays open"
    )


def test_a_plan_that_does_not_reach_the_level_says_so():
    left_out = [PlanChange(id="c", action="A01-07", include=False)]
    page = of(engagement(halden(), records=left_out))[0]
    assert plain(page.heading.title).endswith("closer by 13 January 2027, but do not reach it")
    assert "another way" in page.condition


def test_the_facts():
    found = {plain(one.label): plain(one.text) for one in of("halden")[0].facts}
    assert found == {
        "Reaches": "Level 1 Scripted",
        "Open criteria": "4 of 11",
        "Low finish": "13 Jan 2027",
        "Likely finish": "19 Jan 2027",
        "High finish": "26 Jan 2027",
        "Effort, likely": "12 person-days",
    }
    one = changed(0, effort=Three(Decimal(1), Decimal("1.2"), Decimal(2)))
    assert one.facts[-1].text == "1 person-day"


def test_every_action_with_its_deliverable_check_and_durations():
    found = known("halden")
    page = transition.of(found)[0]
    actions = found.framework.action
    assert [row.id for row in page.rows] == [row.id for row in page.gantt.rows]
    last = page.rows[-1]
    assert (last.id, last.key, last.after) == ("A01-07", "action-A01-07", "after A01-06")
    assert last.deliverable == actions["A01-07"].deliverable
    assert last.check == actions["A01-07"].acceptance
    assert (last.closes, last.weeks) == ("SRC-1.2, PPL-1.1", "0.4 / 0.8 / 1.2")


def test_an_action_that_closes_nothing_prepares_others():
    page = of("two-to-four")[1]
    enablers = [row.closes for row in page.rows if row.id in ("A34-01", "A34-02")]
    assert enablers == ["prepares others", "prepares others"]


@pytest.mark.parametrize(
    ("shape", "place", "text"),
    [
        (
            "halden",
            0,
            (
                "all three checks are ticked, the two core criteria met today still hold "
                "and M-1 is signed."
            ),
        ),
        (
            "one-open",
            0,
            "its check is ticked, the five core criteria met today still hold and M-1 is signed.",
        ),
        (
            "zero-to-four",
            1,
            (
                "all 13 checks are ticked, all its other core criteria are met, Level 1 "
                "still stands "
                "and M-2 is signed."
            ),
        ),
        (
            "zero-to-four",
            2,
            (
                "all 15 checks are ticked, all its other core criteria are met, every level below "
                "still stands and M-3 is signed."
            ),
        ),
    ],
)
def test_when_the_level_is_reached(shape, place, text):
    assert plain(of(shape)[place].condition) == text


def test_one_criterion_met_today():
    given = {**all_yes(0), "SRC-1.1": "yes"}
    assert (
        "the one core criterion met today still holds"
        in of(engagement(given, target=1))[0].condition
    )


def test_advice_risk_and_what_will_be_seen():
    found = known("halden")
    pages = transition.of(found)
    first = found.framework.transition_from(0)
    advice, risk, result = pages[0].readings
    assert advice.text == f"{first.headline}. {first.advice}"
    assert risk.text == first.risk
    assert found.framework.levels[0].symptom in result.text
    assert found.framework.levels[1].symptom not in pages[1].readings[2].text
    assert found.framework.levels[1].symptom in pages[2].readings[2].text


def test_tools_are_examples_with_the_day_they_were_checked():
    page = of("zero-to-four")[2]
    assert "checked 24\u00a0November 2026" in page.tools
    assert "*\u00a0Tecton: Ownership changed to our knowledge; not re-checked." in page.tools
    assert page.tools.endswith("begin with a tool that is already there.")
    assert "Tecton" not in of("zero-to-four")[0].tools


@pytest.mark.parametrize("shape", SHAPES)
def test_they_survive_json(shape):
    for page in of(shape):
        assert transition.TransitionPage.model_validate_json(page.model_dump_json()) == page
