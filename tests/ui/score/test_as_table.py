"""The tables of Score say what the assessment says, and what the figures beside them show."""

from dataclasses import replace

import pytest

from engagements.assessment.arithmetic import verified_dimensions
from engagements.assessment.consolidate import assess_case
from engagements.assessment.level import by_urgency
from engagements.casework import judging
from engagements.framework.model import AnswerValue
from report_templates.figures.scene import Rectangle, Text
from ui.figures.beside import Interval
from ui.figures.dimension_bars import dimension_bars
from ui.figures.rows import NONE
from ui.score.as_table import dimension_rows, ladder_rows
from ui.score.before import Before
from ui.score.shows import Shows, beside_dimensions, seen
from ui.score.standing import standing_of
from ui.score.whatif import overlay_of


@pytest.fixture(scope="module")
def found(halden):
    return assess_case(halden)


@pytest.fixture
def standing(halden, found):
    return standing_of(halden, found)


def by_title(table):
    """Cells by reference and column title."""
    titles = [one.title for one in table.columns]
    return {row.ref: dict(zip(titles, row.cells, strict=True)) for row in table.rows}


def texts(table):
    return {
        ref: {name: cell.text for name, cell in row.items()} for ref, row in by_title(table).items()
    }


def test_dimensions_are_those_of_the_assessment(halden, found, standing):
    table = texts(dimension_rows(standing, None))
    verified = verified_dimensions(halden.framework, found)
    assert [ref.partition(":")[2] for ref in table] == [
        one.code for one in halden.framework.dimensions
    ]
    for code, level in found.level.dimensions.items():
        row = table[f"dimension:{code}"]
        assert row["Dimension"] == halden.framework.dimension[code].name
        assert (row["Level"], row["Possible"]) == (str(level.low), str(level.high))
        assert row["Claimed"] == str(found.claimed_dimensions[code])
        assert row["Verified"] == str(verified[code])
        assert row["Target"] == str(halden.engagement.target)
        assert row["Debt"] == (str(len(level.debt)) if level.debt else NONE)


def test_levels_are_those_of_the_assessment(halden, found, standing):
    table = texts(ladder_rows(standing, None))
    level = found.level
    assert list(table) == [f"level:{one}" for one in (4, 3, 2, 1, 0)]
    for number, count in level.counts.items():
        row = table[f"level:{number}"]
        assert row["Criteria met"] == f"{count.met} of {count.total}"
        state = row["State"].split(", ")
        assert ("the level" in state) is (number == level.low)
        assert ("possible" in state) is (level.low < number <= level.high)
        assert ("claimed" in state) is (number == found.claimed)
        assert ("target" in state) is (number == halden.engagement.target)
    assert table["level:0"]["Criteria met"] == NONE


def test_what_blocks_the_next_level_is_what_the_list_says(halden, found, standing):
    readings = {key: one.reading for key, one in found.consolidated.items()}
    order = by_urgency(halden.framework, found.level.blockers, readings)
    cell = by_title(ladder_rows(standing, None))[f"level:{standing.working_on}"]["What blocks"]
    for code in order:
        assert code in cell.spoken
    assert cell.text.startswith(", ".join(order[:2]))
    listed = next(one for one in standing.blocks if one.key == "blockers")
    assert tuple(one.criterion for one in listed.lines) == order
    assert standing.rungs[standing.working_on].blocks == order


def test_the_table_stands_row_by_row_beside_the_bars(standing):
    scene = dimension_bars(standing.bars, 700, 420, beside=beside_dimensions(standing, None))
    refs = [
        one.ref
        for one in scene.items
        if isinstance(one, Rectangle) and one.ref.startswith("dimension:")
    ]
    table = dimension_rows(standing, None)
    assert [row.ref for row in table.rows] == refs
    printed = {one.text for one in scene.items if isinstance(one, Text)}
    for row in texts(table).values():
        low, high = row["Level"], row["Possible"]
        assert (low if low == high else f"{low} to {high}") in printed


def test_what_is_switched_off_has_no_column(standing):
    def titles(**off):
        table = dimension_rows(seen(standing, Shows(**off)), None)
        return {one.title for one in table.columns}

    assert {"Claimed", "Verified"} <= titles()
    assert "Claimed" not in titles(claimed=False)
    assert "Verified" not in titles(verified=False)
    row = texts(ladder_rows(seen(standing, Shows(claimed=False)), None))
    assert not any("claimed" in one["State"] for one in row.values())


def test_a_previous_assessment_has_its_columns(standing):
    then = {row.code: Interval(1, 1) for row in standing.bars.rows}
    changes = dict.fromkeys(then, "+1")
    before = Before("November 2025", Interval(0, 0), then, changes)
    compared = replace(standing, before=before)
    row = texts(dimension_rows(compared, None))["dimension:SRC"]
    assert (row["Previous"], row["Change"]) == ("1", "+1")
    assert "November 2025" in texts(ladder_rows(compared, None))["level:0"]["State"]
    assert "Previous" not in texts(dimension_rows(standing, None))["dimension:SRC"]


def test_what_is_supposed_is_told_apart(halden, found, standing):
    answers = dict.fromkeys(found.level.blockers, AnswerValue.YES)
    overlay = overlay_of(halden, found, answers)
    states = texts(ladder_rows(standing, overlay))
    assert "supposed" in states[f"level:{overlay.level.low}"]["State"]
    assert "the level" in states[f"level:{found.level.low}"]["State"]
    table = texts(dimension_rows(standing, overlay))
    for code, now in overlay.dimensions.items():
        level = found.level.dimensions[code]
        changed = (now.low, now.high) != (level.low, level.high)
        assert table[f"dimension:{code}"]["Supposed"] == (now.words if changed else NONE)


def test_without_answers_nothing_is_claimed_to_be_known(case):
    standing = standing_of(case.snapshot, assess_case(case.snapshot))
    for row in texts(dimension_rows(standing, None)).values():
        assert (row["Level"], row["Possible"]) == (NONE, NONE)
        assert "Claimed" not in row
    rungs = texts(ladder_rows(standing, None))
    assert rungs["level:1"]["State"] == NONE
    assert rungs["level:3"]["State"] == "target"
    assert {row["Criteria met"] for row in rungs.values()} == {NONE}


def test_a_level_that_is_met_above_one_that_is_not_waits_for_it(case):
    for one in case.snapshot.framework.criteria:
        value = AnswerValue.NO if one.level == 1 else AnswerValue.YES
        judging.judge(case, one.id, value, reason="seen")
    found = assess_case(case.snapshot)
    standing = standing_of(case.snapshot, found)
    rungs = texts(ladder_rows(standing, None))
    assert found.level.low == 0
    assert rungs["level:2"]["State"] == "not reached"
    assert rungs["level:2"]["What blocks"] == "lower levels"
    assert rungs["level:1"]["What blocks"].startswith(found.level.blockers[0])
