"""The executive summary: every sentence from the facts, right for none, one and many."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.records import (
    Evidence,
    Finding,
    Judgement,
    MetricReading,
    PlanChange,
    Wording,
)
from engagements.records.evidence import SpeaksFor
from report_templates.content import blockers, facts, measures, standing, summary
from tests.report_templates import cases
from tests.report_templates.shapes import SHAPES, all_yes, engagement, halden

ISSUED = date(2026, 12, 14)
NO = "\u00a0"


def known(snapshot):
    return facts.of(snapshot, issued=ISSUED)


def of(shape):
    snapshot = SHAPES[shape]() if isinstance(shape, str) else shape
    return summary.of(known(snapshot))


def plain(text):
    return text.replace(NO, " ")


@pytest.mark.parametrize(
    ("snapshot", "title"),
    [
        (SHAPES["empty"], "Nothing is known yet, so no level is shown"),
        (SHAPES["top"], "Halden Freight has reached Level 4"),
        (SHAPES["reached"], "Halden Freight has reached its target, Level 2"),
        (SHAPES["beyond"], "Halden Freight has reached its target, Level 2"),
        (
            SHAPES["one-open"],
            (
                "Halden Freight works at Level 0; one open criterion in one dimension stands "
                "before Level 1"
            ),
        ),
        (
            SHAPES["halden"],
            (
                "Halden Freight works at Level 0; four open criteria in three dimensions stand "
                "before Level 1"
            ),
        ),
        (
            SHAPES["unknown"],
            "Halden Freight works at Level 0, possibly 4: 31 unknown answers decide",
        ),
        (
            lambda: engagement({**all_yes(1), "SRC-1.3": "unknown"}, target=1),
            "Halden Freight works at Level 0, possibly 1: one unknown answer decides",
        ),
        (
            SHAPES["long-name"],
            "Level 0 now; four open criteria in three dimensions stand before Level 1",
        ),
        (
            lambda: engagement(all_yes(2), target=2, client="  "),
            "The target, Level 2, is reached",
        ),
    ],
)
def test_the_title_follows_from_the_level(snapshot, title):
    assert plain(of(snapshot()).heading.title) == title


def test_a_title_written_by_hand_stands():
    kept = Wording.of("summary.title", "en", "Two weeks to Level 1", "facts")
    assert of(engagement(halden(), records=[kept])).heading.title == "Two weeks to Level 1"


def test_the_four_figures_and_their_names():
    now, claimed, target = of("halden").levels
    assert (now.numeral, now.name, now.verified) == ("0", "Ad hoc", "")
    assert plain(now.text) == "2 of 6 core criteria of Level 1 are met."
    assert (claimed.numeral, target.numeral) == ("0", "3")
    assert plain(target.text).startswith("Three transitions away. Likely by 22 June 2027, range ")
    assert plain(of("reached").levels[0].verified) == "Verified by evidence: Level 0"


def test_no_level_is_claimed_where_nobody_was_interviewed():
    now, claimed, target = of("empty-no-target").levels
    assert [now.numeral, claimed.numeral, target.numeral] == ["–", "–", "–"]
    assert claimed.text == "No interviews recorded."
    assert target.text == "No target is agreed yet."


def test_what_nobody_was_asked_is_said_beside_the_level():
    framework = known(SHAPES["top"]()).framework
    core = {one.id: "yes" for one in framework.criteria if one.type.gates}
    now = of(engagement(core)).levels[0]
    assert now.numeral == "4"
    assert now.text.endswith(
        "27 supplementary criteria have not been asked; they do not decide the level."
    )
    assert "supplementary" not in of("top").levels[0].text


def test_half_way_and_possible_are_said_beside_the_level():
    now = of(engagement({**all_yes(1), "SRC-1.3": "unknown"})).levels[0]
    assert now.numeral == "0+"
    assert plain(now.text) == (
        "5 of 6 core criteria of Level 1 are met. More than half of Level 1 is there. "
        "Possible: Level 1; one unknown answer decides."
    )


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ({**all_yes(1), "SRC-1.3": ("no", "yes"), "DAT-1.1": "no"}, "One level above"),
        ({**all_yes(2), "SRC-1.3": ("no", "yes"), "DAT-1.1": "no"}, "Two levels above"),
        (all_yes(1), "The best answers heard lead to the same level."),
    ],
)
def test_the_gap_between_claim_and_level(given, text):
    assert of(engagement(given)).levels[1].text.startswith(text)


def test_the_symptom_stays_until_it_is_cured():
    levels = known(SHAPES["halden"]()).framework.levels
    assert of("halden").symptom.text == levels[0].symptom
    assert of("reached").symptom.text == f"{levels[2].symptom} {levels[1].symptom}"
    assert of("top").symptom.text == levels[4].result
    assert of("empty").symptom is None
    assert standing.symptoms_ended(known(SHAPES["halden"]()), 3) == [
        levels[1].symptom,
        levels[2].symptom,
    ]
    assert standing.symptoms_ended(known(SHAPES["halden"]()), 2) == []


def test_blockers_stand_by_dimension_with_the_most_open_first():
    block = of("halden").blockers
    assert plain(block.title) == "Three dimensions hold the level at 0"
    assert [item.criteria for item in block.items] == ["SRC-1.2, 1.3", "REG-1.1", "PPL-1.1"]
    assert block.items[0].text == (
        "Next to close: “Production models can be rebuilt” and “Tests run on every change”."
    )
    assert [one.text for one in block.items[0].actions] == ["A01-03", "A01-07"]
    assert [one.link for one in block.items[0].actions] == ["action-A01-03", "action-A01-07"]
    assert block.items[0].evidence[0].text == "none recorded"
    assert block.also == ""


def test_what_three_columns_do_not_show_is_counted():
    assert of("zero-to-four").blockers.also.startswith("Also open: one open criterion in one")
    assert of("reached").blockers.also.startswith("Also open: two open criteria in two dimensions")


@pytest.mark.parametrize(
    ("unknown", "text"),
    [
        ((), ""),
        (("SRC-1.2",), " One of them is still unknown."),
        (("SRC-1.2", "SRC-1.3"), " Their answers are still unknown."),
        (("REG-1.1",), " Its answer is still unknown."),
    ],
)
def test_a_blocker_says_what_nobody_knows(unknown, text):
    given = {**halden(), **dict.fromkeys(unknown, "unknown")}
    items = blockers.of(known(engagement(given))).items
    place = 1 if unknown == ("REG-1.1",) else 0
    assert items[place].text.endswith(f".{text}" if text else "”.")


def test_a_blocker_names_as_many_as_its_column_has_lines_for():
    silent = dict.fromkeys(("SRC-1.1", "SRC-1.2", "SRC-1.3"), "unknown")
    (first, *_) = blockers.of(known(engagement({**halden(), **silent}))).items
    assert first.text.endswith(" more. Their answers are still unknown.")
    assert len(first.text) <= blockers.MOST_CHARACTERS


def test_the_assessor_s_words_come_first():
    gap = Finding(id="f1", sort="gap", text="One person holds it all.", criteria=("SRC-1.2",))
    strength = Finding(id="f2", sort="strength", text="Fine.", criteria=("REG-1.1",))
    items = of(engagement(halden(), records=[gap, strength])).blockers.items
    assert items[0].text == "One person holds it all."
    assert items[1].text.startswith("Next to close")


def test_evidence_is_referred_to_by_its_number():
    proof = [
        Evidence(
            id=f"e{n}",
            reference=n,
            title="Log",
            grade=3,
            speaks_for=(SpeaksFor(criterion="SRC-1.2", value=AnswerValue.NO),),
        )
        for n in range(1, 6)
    ]
    found = of(engagement(halden(), records=proof)).blockers.items[0].evidence
    assert [one.text for one in found] == ["E-001", "E-002", "E-003", "+2"]
    assert [one.link for one in found] == ["evidence-e1", "evidence-e2", "evidence-e3", ""]


def test_where_everybody_says_do_not_know_nothing_is_claimed_and_nothing_counts_as_unasked():
    nobody = of(engagement({one.id: "unknown" for one in mlops().criteria}))
    assert nobody.heading.title == "Nothing is known yet, so no level is shown"
    now, claimed, _ = nobody.levels
    assert (now.numeral, claimed.numeral, claimed.name) == ("–", "–", "")
    assert claimed.text == "Nothing is known from the interviews yet."
    judged = Judgement.of("SRC-1.1", AnswerValue.YES, reason="Seen in the repository.")
    one = engagement({one.id: "unknown" for one in mlops().criteria}, records=[judged])
    assert of(one).levels[1].text == "Nothing is known from the interviews yet."
    assert of("empty").levels[1].text == "No interviews recorded."


def test_the_top_level_says_once_what_it_looks_like():
    top = of("top")
    assert plain(top.levels[2].text) == "Reached; there is no higher level."
    passed = of(engagement(all_yes(), target=2))
    assert plain(passed.levels[2].text).startswith(
        "Reached. What it looks like: Anyone in the team"
    )
    assert plain(top.first.none).startswith("Level 4 is reached. Review it")
    assert "14 December 2027" in plain(of("reached").first.none)


def test_level_four_says_what_keeps_it():
    top = of("top")
    assert top.blockers.title == "What keeps the level"
    assert top.blockers.items[0].head == "32 core criteria are met but not verified"
    assert top.first.title == "Next review"
    assert top.dates_title == ""
    assert top.decision == "Confirm the level and agree on the date of the next review."


def test_the_first_month_holds_what_finishes_in_it():
    first = of("halden").first
    assert first.title == "First 30 days, from 11\u00a0January 2027"
    assert len(first.rows) == 4
    assert first.rows[0].about == "ML engineer · A01-03"
    assert first.more[4] == "and seven more, see section 3"
    assert first.more[3] == "and eight more, see section 3"
    few = of("one-open").first
    assert [row.day for row in few.rows] == ["13\u00a0Jan"]
    assert few.more == ("and one more, see section 3", "")


@pytest.mark.parametrize(
    ("left_out", "more"),
    [
        (("roadmap",), "and seven more, see section 3"),
        (("roadmap", "transitions"), "and seven more"),
        ((), "and seven more, see section 3"),
    ],
)
def test_what_the_first_month_leaves_out_is_found_where_the_report_has_it(left_out, more):
    frame = cases.frame(left_out=left_out)
    snapshot = engagement(halden(), records=[frame[3]])
    assert of(snapshot).first.more[4] == more


def test_without_a_target_the_first_month_says_why():
    page = of("no-target")
    assert page.first.none.startswith("No target level is agreed")
    assert page.dates is None
    assert page.dates_note.startswith("No dates")


def test_long_work_shows_when_it_begins():
    given = {**all_yes(2)}
    slow = PlanChange(
        id="c1",
        action="A23-01",
        weeks_low=Decimal(8),
        weeks_likely=Decimal(9),
        weeks_high=Decimal(10),
    )
    rows = of(engagement(given, records=[slow])).first.rows
    assert rows[0].day == "from 11\u00a0Jan"


@pytest.mark.parametrize(
    ("snapshot", "text"),
    [
        (SHAPES["empty"], "Name the people who can answer, so that the level can be set."),
        (SHAPES["no-target"], "Agree on a target level, so that the way there can be planned."),
        (
            SHAPES["reached"],
            (
                "Confirm that the target is reached; agree on the next target, or on the date of "
                "the next review."
            ),
        ),
        (
            SHAPES["halden"],
            "Approve transition 0 → 1: 12 person-days (likely), from 11\u00a0January 2027.",
        ),
    ],
)
def test_the_decision_follows_from_where_things_stand(snapshot, text):
    assert of(snapshot()).decision == text


def without_owners(found, *actions):
    step = found.roadmap.transitions[0]
    kept = tuple(replace(a, owner=None) if a.id in actions else a for a in step.actions)
    steps = (replace(step, actions=kept), *found.roadmap.transitions[1:])
    return replace(found, roadmap=replace(found.roadmap, transitions=steps))


def test_owners_are_asked_for():
    def asked(*actions):
        return summary.of(without_owners(known(SHAPES["halden"]()), *actions)).decision

    assert asked("A01-03").endswith("name an owner for A01-03.")
    assert asked("A01-03", "A01-06").endswith("owners for two actions (A01-03, A01-06).")


def reading(number, metric, **values):
    return MetricReading(id=f"m{number}", metric=metric, **values)


def test_speed_and_reliability_come_first_with_the_target_s_limits():
    read = [
        reading(1, "M13", low=Decimal(19), high=Decimal(19)),
        reading(2, "M12", low=Decimal(27), high=Decimal(27), source_grade=2, models=1),
        reading(3, "M01", low=Decimal("8.5"), high=Decimal(11), period="Q3 2026", models=4),
        reading(4, "M03", not_measurable=True),
        reading(5, "M20"),
        reading(6, "M04", low=Decimal(7)),
    ]
    block = of(engagement(halden(), records=read)).metrics
    assert plain(block.heads[2]) == "At Level 3"
    names = ["Lead time from idea to production", "Failed share of model releases"]
    assert [row.name for row in block.rows][:2] == names
    first, second = block.rows[:2]
    assert (first.now, first.limit, first.basis) == ("8.5 to 11", "6 or less", "4 models, Q3 2026")
    assert (second.now, second.source, second.basis) == ("27", "record shown", "one model")
    assert block.more[4] == "Two more metrics were read and are kept in the engagement."
    assert block.more[3].startswith("Three more metrics were read")


@pytest.mark.parametrize(
    ("metric", "values", "now", "limit"),
    [
        ("M03", {"not_measurable": True}, "not measurable", "under 4"),
        ("M20", {}, "not measured", "100 or more"),
        ("M04", {"low": Decimal(7)}, "7", "–"),
        ("M06", {"high": Decimal("66.66")}, "66.7", "100 or more"),
    ],
)
def test_a_metric_s_value_and_limit(metric, values, now, limit):
    row = of(engagement(halden(), records=[reading(1, metric, **values)])).metrics.rows[0]
    assert (row.now, row.limit) == (now, limit)


def test_without_metrics_the_first_two_are_named():
    block = measures.of(known(SHAPES["halden"]()))
    assert block.rows == ()
    assert "lead time from idea to production for speed" in block.none
    assert "failed share of model releases for reliability" in block.none


@pytest.mark.parametrize("shape", SHAPES)
def test_it_survives_json(shape):
    page = of(shape)
    assert summary.Summary.model_validate_json(page.model_dump_json()) == page


def test_nobody_is_named():
    words = of(cases.full()).model_dump_json()
    assert "Secret Person" not in words
