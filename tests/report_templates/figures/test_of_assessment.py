"""What the ladder and the heat map say about an assessment."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engagements.assessment.consolidate import assess_case
from engagements.framework.load import mlops
from report_templates.figures.model import CellState, Glyph, HeatMap, Ladder, Swatch
from report_templates.figures.of_assessment import (
    heat_legend,
    heat_map,
    ladder,
    level_text,
    percent,
)
from report_templates.words import words
from tests.report_templates.figures.layouts import answers
from tests.report_templates.shapes import SHAPES, all_yes, engagement, halden

SAY = words()
TARGET = st.one_of(st.none(), st.integers(0, 4))


def drawn(given_answers, target=3):
    case = assess_case(engagement(given_answers, target=target))
    return (
        case,
        ladder(mlops(), case, target, SAY),
        heat_map(mlops(), case, target, SAY),
    )


@given(answers(), TARGET)
@settings(max_examples=40)
def test_marks_stand_on_the_levels_that_were_scored(given_answers, target):
    case, steps, _ = drawn(given_answers, target)
    marks = {mark.kind: mark.level for mark in steps.marks}
    assert (Glyph.NOW in marks) == (case.answered > 0)
    if case.answered:
        assert marks[Glyph.NOW] == case.level.low
        assert marks.get(Glyph.POSSIBLE, case.level.low) == case.level.high
        verified = case.level.verified
        shown = verified is not None and verified < case.level.low
        assert marks.get(Glyph.VERIFIED) == (verified if shown else None)
    assert marks.get(Glyph.CLAIMED) == case.claimed
    assert marks.get(Glyph.TARGET) == target
    assert [step.level for step in steps.steps if step.reached] == list(
        range(case.level.low + 1 if case.answered else 0)
    )
    assert all(str(level) in steps.alt for level in marks.values())


@given(answers())
@settings(max_examples=40)
def test_every_criterion_is_counted_once(given_answers):
    case, _, heat = drawn(given_answers)
    na = sum(c.not_applicable for d in case.level.dimensions.values() for c in d.counts.values())
    assert sum(cell.total for row in heat.rows for cell in row.cells) == len(mlops().criteria) - na
    assert [row.code for row in heat.rows] == [one.code for one in mlops().dimensions]
    for row in heat.rows:
        assert [cell.level for cell in row.cells] == [1, 2, 3, 4]
    assert sum(row.debt for row in heat.rows) == len(case.level.debt)
    assert sum(cell.debt for row in heat.rows for cell in row.cells) == len(case.level.debt)


@given(answers())
@settings(max_examples=40)
def test_cells_follow_the_row_s_level(given_answers):
    _, _, heat = drawn(given_answers)
    for row in heat.rows:
        for cell in row.cells:
            assert (cell.state is CellState.REACHED) == (cell.level <= row.low)
            assert cell.possible == (row.low < cell.level <= row.high)
            if cell.state is CellState.DEBT:
                assert cell.debt > 0
            if cell.state is CellState.OPEN:
                assert cell.met == 0


@given(answers())
@settings(max_examples=30)
def test_the_legend_explains_what_the_map_shows(given_answers):
    _, _, heat = drawn(given_answers)
    shown = {entry.swatch for entry in heat_legend(heat, SAY).entries}
    states = {cell.state for row in heat.rows if row.assessed for cell in row.cells}
    assert (Swatch.REACHED in shown) == (CellState.REACHED in states)
    assert (Swatch.DEBT in shown) == any(row.debt for row in heat.rows if row.assessed)
    assert Swatch.TARGET in shown


def test_the_overall_row_counts_core_criteria_only():
    _, _, heat = drawn(all_yes(1))
    assert [total.text for total in heat.totals] == ["6/6", "0/9", "0/9", "0/8"]
    assert [total.share for total in heat.totals] == ["100 %", "0 %", "0 %", "0 %"]
    assert heat.overall_figures == ("1", "1", "–")


def test_what_nobody_was_asked_about_is_not_assessed():
    _, steps, heat = drawn({"SRC-1.1": "yes"})
    assert [row.code for row in heat.rows if row.assessed] == ["SRC"]
    assert heat.rows[1].now_text == heat.rows[1].claimed_text == "–"
    _, steps, heat = drawn({})
    assert not any(row.assessed for row in heat.rows)
    assert heat.overall_figures[0] == "–"
    assert {total.text for total in heat.totals} == {"–"}
    assert steps.notes[1] == SAY("figure.ladder.not_assessed")


def test_debt_is_seen_in_its_cell():
    case, _, heat = drawn(halden())
    rows = {row.code: row for row in heat.rows}
    assert len(case.level.debt) == 5
    assert rows["TRN"].cells[1].state is CellState.DEBT
    assert rows["TRN"].debt_text == "2"
    assert heat.overall_figures == ("0", "0", "5")
    assert "Five criteria are skipped-level debt" in heat.alt


@pytest.mark.parametrize("shape", SHAPES)
def test_figures_survive_json(shape):
    snapshot = SHAPES[shape]()
    case = assess_case(snapshot)
    steps = ladder(mlops(), case, 3, SAY)
    heat = heat_map(mlops(), case, 3, SAY)
    assert Ladder.model_validate_json(steps.model_dump_json()) == steps
    assert HeatMap.model_validate_json(heat.model_dump_json()) == heat


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (None, "–"),
        (Fraction(0), "0 %"),
        (Fraction(8, 9), "89 %"),
        (Fraction(999, 1000), "99 %"),
        (Fraction(1), "100 %"),
    ],
)
def test_a_share_is_never_full_before_it_is(share, text):
    assert percent(share, SAY) == text


def test_a_level_says_when_it_is_open_and_when_it_is_half_way():
    case, _, _ = drawn({**all_yes(1), "SRC-1.3": "unknown"})
    assert (case.level.low, case.level.high) == (0, 1)
    assert level_text(case.level, SAY) == "0–1"
    case, _, _ = drawn({**all_yes(1), "SRC-1.3": "no"})
    assert level_text(case.level, SAY) == "0+"
