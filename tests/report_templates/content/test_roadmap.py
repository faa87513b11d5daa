"""The roadmap overview: dates as a range, and what to read when there is nothing to plan."""

from dataclasses import replace

import pytest

from engagements.framework.load import mlops
from engagements.records import PlanChange
from report_templates.content import facts, roadmap
from tests.report_templates import sizes
from tests.report_templates.cases import ISSUED
from tests.report_templates.shapes import SHAPES, all_yes, engagement, halden


def of(shape, **how):
    snapshot = SHAPES[shape]() if isinstance(shape, str) else shape
    return roadmap.of(facts.of(snapshot, issued=ISSUED, **how))


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("shape", "title"),
    [
        ("halden", "Level 3 is likely by 22 June 2027, with high durations by 10 August 2027"),
        (
            "one-open",
            "Level 1 is likely by 13 January 2027, with high durations by 15 January 2027",
        ),
        ("empty", "The full way to Level 3, before anything is known"),
        ("no-target", "No target level is agreed, so there is no roadmap yet"),
        ("empty-no-target", "No target level is agreed, so there is no roadmap yet"),
        ("reached", "Level 2 is reached: the target stands, no transition is left"),
        ("top", "Level 4 is reached: what remains is to keep it"),
        ("target-zero", "Level 0 is reached: the target stands, no transition is left"),
        ("empty-target-zero", "No action leads to Level 0 yet"),
    ],
)
def test_the_title(shape, title):
    assert plain(of(shape).heading.title) == title


def test_a_plan_that_falls_short_says_so():
    left_out = [PlanChange(id="c", action="A01-07", include=False)]
    page = of(engagement(halden(), records=left_out))
    assert plain(page.heading.title) == (
        "The planned actions lead to Level 0, not yet to the target, Level 3"
    )


def test_every_transition_has_its_range_of_dates():
    page = of("halden")
    steps = facts.of(SHAPES["halden"](), issued=ISSUED).transitions
    assert [row.step for row in page.rows] == ["0 → 1", "1 → 2", "2 → 3"]
    assert [row.actions for row in page.rows] == [str(len(s.actions)) for s in steps]
    assert (page.rows[0].low, page.rows[0].likely, page.rows[0].high) == (
        "13\u00a0Jan\u00a02027",
        "19\u00a0Jan\u00a02027",
        "26\u00a0Jan\u00a02027",
    )
    assert [row.link for row in page.rows] == [f"transition-{n}-{n + 1}" for n in range(3)]


def test_without_transition_pages_nothing_leads_to_them():
    page = of("halden", profile_code="board")
    assert {row.link for row in page.rows} == {""}
    assert {lane.more for lane in page.figure.lanes} == {""}


def test_no_forecast_is_promised():
    words = of("halden").model_dump_json()
    assert "P50" not in words
    assert "P80" not in words
    assert "not a forecast" in words


def test_what_moves_the_date_lies_on_a_longest_chain():
    page = of("halden")
    assert page.readings[0].text.startswith("A23-06 CI/CD that delivers registered models")
    known = facts.of(SHAPES["halden"](), issued=ISSUED)
    loose = tuple(
        replace(step, actions=tuple(replace(a, critical=False) for a in step.actions))
        for step in known.transitions
    )
    idle = replace(known, roadmap=replace(known.roadmap, transitions=loose))
    assert roadmap.of(idle).readings[0].text.startswith("No action lies on a chain")


def test_the_next_transition_in_detail_later_ones_in_outline():
    assert of("one-open").readings[1].text == (
        "0 → 1 is planned in detail. It is the only transition to the target."
    )
    assert of("halden").readings[1].text.startswith("0 → 1 is planned in detail; what follows")


def test_before_the_first_answer_the_plan_says_what_it_rests_on():
    assert "Nothing is known yet" in of("empty").instead[0]
    assert of("halden").instead == ()


@pytest.mark.parametrize(
    ("shape", "sentences"),
    [
        (
            "no-target",
            ["No target level is agreed yet.", "The next level would be Level 1, Scripted"],
        ),
        ("empty-no-target", ["No target level is agreed yet."]),
        (
            "reached",
            [
                "Level 2, Reproducible, was the target.",
                "Level 3, Automated, would be next.",
                "Review it with fresh evidence by 14 December 2027",
            ],
        ),
        (
            "top",
            [
                "Level 4, Self-service, was the target.",
                "Review it with fresh evidence by 14 December 2027",
            ],
        ),
        ("target-zero", ["Level 0, Ad hoc, was the target.", "Level 1, Scripted, would be next."]),
    ],
)
def test_a_sentence_stands_where_there_is_nothing_to_plan(shape, sentences):
    page = of(shape)
    assert page.figure is None
    assert len(page.instead) == len(sentences)
    for found, begin in zip(page.instead, sentences, strict=True):
        assert plain(found).startswith(begin)


def test_one_open_criterion_stands_before_the_next_level():
    page = of(engagement({**all_yes(1), "SRC-1.3": "no"}, target=None))
    assert "one open criterion stands before it" in page.instead[1]


def test_what_to_watch_once_a_level_is_reached():
    page = of(engagement({**all_yes(2), "SRC-1.1": "partly"}, target=2))
    assert page.watch[0].criterion == "SRC-1.1"
    assert page.watch[0].why == "Partly met"
    assert len(page.watch) == 15
    assert page.watch_more == ""
    assert of("top").watch_more == "and two more"


def test_a_level_kept_soundly_says_what_the_review_looks_at_again():
    made = sizes.content("level-4", "en").roadmap
    core = mlops().core_at[4]
    assert plain(made.instead[1]).startswith("Every core criterion is met and verified")
    assert [one.criterion for one in made.watch] == [one.id for one in core]
    assert plain(made.watch_title).endswith("the core criteria of Level 4")
    assert made.heads == ("Criterion", "Rests on")
    assert all(one.why.startswith("Grade ") for one in made.watch)


@pytest.mark.parametrize("shape", SHAPES)
def test_it_survives_json(shape):
    page = of(shape)
    assert roadmap.RoadmapOverview.model_validate_json(page.model_dump_json()) == page


def test_a_report_without_transitions_names_no_pages_of_theirs():
    assert "Page" in of("halden").heads
    board = of("halden", profile_code="board")
    assert "Page" not in board.heads
    assert len(board.heads) == len(of("halden").heads) - 1
