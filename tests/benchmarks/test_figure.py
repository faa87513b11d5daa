"""Ratios, verdicts and how they are printed."""

import json

import pytest

from tests.benchmarks import table
from tests.benchmarks.figure import Figure, p99, settled


@pytest.mark.parametrize(
    ("figure", "verdict"),
    [
        (Figure("a", 3.0, "ms", 2.0, most=1.5), "ok"),
        (Figure("a", 3.1, "ms", 2.0, most=1.5), "over"),
        (Figure("a", 5.0, "ms", most=5), "ok"),
        (Figure("a", 9.0, "a minute", least=10), "under"),
        (Figure("a", None, "ms", most=5), "-"),
        (Figure("a", 1.0, "ms"), "-"),
    ],
)
def test_a_budget_is_a_ratio_where_there_is_a_reference(figure, verdict):
    assert figure.verdict == verdict


def test_ninety_nine_of_a_hundred_do_not_exceed_it():
    assert p99(list(range(1, 101))) == 99
    assert p99([7.0]) == 7.0


def test_the_table_shows_ratio_budget_and_remark():
    text = table.text([Figure("opening", 20.0, "ms", 10.0, "by hand", most=3, remark="small")])
    assert "20.0 ms" in text
    assert "2.00x" in text
    assert "<= 3x" in text
    assert text.splitlines()[-1].strip() == "small"


def test_the_same_is_kept_as_json(tmp_path):
    path = tmp_path / "out" / "bench.json"
    table.write([Figure("opening", 20.0, "ms", 10.0, most=3)], path)
    (kept,) = json.loads(path.read_text(encoding="utf-8"))["figures"]
    assert (kept["ratio"], kept["verdict"]) == (2.0, "ok")


def test_a_busy_machine_is_said():
    assert table.busy(1.9, 2) == ""
    assert "load 5.7 on 2 cores" in table.busy(5.7, 2)


def test_a_longest_moment_over_its_budget_is_measured_again():
    given = iter([(120, 90), (70, 160), (80, 100), (1, 1)])

    def measure():
        gap, wait = next(given)
        return [
            Figure("gap", gap, "ms", most=100, remark="r"),
            Figure("wait", wait, "ms", most=150),
        ]

    gap, wait = settled(measure)
    assert (gap.ours, gap.remark) == (80, "r; rounds: 120, 70, 80")
    assert (wait.ours, wait.remark) == (100, "rounds: 90, 160, 100")


def test_one_round_is_enough_where_it_is_within():
    (one,) = settled(lambda: [Figure("gap", 99, "ms", most=100)])
    assert (one.ours, one.remark) == (99, "")


def test_what_comes_back_in_most_rounds_stays_over():
    given = iter([101, 102, 20])
    (one,) = settled(lambda: [Figure("gap", next(given), "ms", most=100)])
    assert (one.ours, one.verdict) == (101, "over")
