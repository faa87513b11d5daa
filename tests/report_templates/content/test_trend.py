"""The trend over all assessments: from three on, true to what each of them said."""

import json
from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from engagements.framework.model import AnswerValue
from engagements.records import Engagement, PreviousAssessment
from engagements.records.client import Blob
from engagements.records.outcome import CriterionBefore, DimensionBefore
from report_templates.content import facts, progress, trend
from tests.report_templates import cases
from tests.report_templates.shapes import earlier, engagement, halden

RULES = Blob(sha256="b" * 64, name="framework.zip", size=1)
FIRST = PreviousAssessment(
    id="first",
    assessed=date(2024, 5, 2),
    framework="a" * 64,
    low=0,
    high=2,
    dimensions=(DimensionBefore(dimension="SRC", low=0, high=1),),
    criteria=(
        CriterionBefore(criterion="SRC-1.1", value=AnswerValue.YES),
        CriterionBefore(criterion="SRC-1.2", value=AnswerValue.PARTLY),
        CriterionBefore(criterion="SRC-1.3", value=AnswerValue.NA),
    ),
)


def known(given, *records):
    return facts.of(engagement(given, records=records), issued=cases.ISSUED)


@pytest.fixture
def third():
    frame = Engagement(target=3, framework=RULES)
    return trend.of(known(halden(), earlier(framework=RULES.sha256), FIRST, frame))


def test_of_two_assessments_there_is_no_trend_and_an_unanswered_one_is_none():
    assert trend.of(known(halden(), earlier())) is None
    assert trend.of(known(None, earlier(), FIRST)) is None


def test_a_report_issued_before_there_were_trends_is_read_as_it_was():
    page = progress.of(known(halden(), earlier()))
    old = json.dumps(page.model_dump(mode="json", exclude={"trend"}))
    assert progress.Progress.model_validate_json(old) == page


def test_points_are_the_assessments_oldest_first_and_this_one_last(third):
    assert [one.day for one in third.figure.points] == [
        date(2024, 5, 2),
        date(2025, 11, 28),
        cases.ISSUED,
    ]
    assert [one.text for one in third.figure.overall.levels[:2]] == ["0–2", "0–1"]
    source = third.figure.lines[0]
    assert source.code == "SRC"
    assert [(one.low, one.high) for one in source.levels] == [(0, 1), (1, 1), (0, 0)]
    assert third.figure.lines[1].levels[0] is None


def test_the_table_says_the_same_in_figures(third):
    (table,) = third.tables
    assert table.heads[:3] == ("Assessment", "Overall", "SRC")
    assert table.rows[0] == ("2\u00a0May\u00a02024", "0–2", "0–1", *"––––––––", "1 of 2")
    assert table.rows[2][0] == "14\u00a0Dec\u00a02026, now"
    for line, at in zip(third.figure.lines, range(2, 11), strict=True):
        assert [row[at] for row in table.rows] == [one.text if one else "–" for one in line.levels]


def test_the_figure_is_told_in_words(third):
    alt = third.figure.alt
    assert alt.startswith(
        "Levels at three assessments from 2\u00a0May 2024 to 14\u00a0December 2026"
    )
    assert "Overall level: 0 to 2, 0 to 1, " in alt
    moved = [
        (low[-1] > low[0]) - (low[-1] < low[0])
        for line in third.figure.lines
        for low in [[one.low for one in line.levels if one]]
    ]
    assert f"higher than at first: {moved.count(1)}, lower: {moved.count(-1)}." in alt
    assert {1, -1} <= set(moved)
    assert alt.endswith("The target is level 3.")


def test_another_rule_set_is_hollow_and_said(third):
    assert [one.other for one in third.figure.points] == [True, False, False]
    assert "One assessment followed another rule set" in third.note
    assert "not known" in trend.of(known(halden(), earlier(), FIRST)).note


def test_a_framework_of_many_dimensions_has_several_tables():
    found = known(halden(), earlier(), FIRST)
    some = found.framework.dimensions
    more = tuple(
        one.model_copy(update={"code": f"{one.code}{at}"}) for at in range(3) for one in some
    )
    framework = found.framework.model_copy(update={"dimensions": more})
    snapshot = replace(found.snapshot, framework=framework, stamps=MappingProxyType({}))
    tables = trend.of(replace(found, snapshot=snapshot)).tables
    assert [len(one.heads) for one in tables] == [13, 11, 8]
    assert {len(row) for one in tables for row in one.rows} == {13, 11, 8}
    assert [one.whole for one in tables] == [True, False, False]
