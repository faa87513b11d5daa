"""What the outline says of a snapshot: ranges in words, owners, what is offered and left out."""

from dataclasses import replace
from decimal import Decimal

import pytest

from engagements import reading, sample
from engagements.assessment.consolidate import assess_case
from engagements.roadmap.model import Three
from engagements.roadmap.plan import plan_case
from ui.roadmap.control import _made
from ui.roadmap.outlining import outline_of, span_words, weeks_words
from ui.roadmap.sheets import effect


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    path = tmp_path_factory.mktemp("outline") / "halden.plumb"
    sample.write(path)
    return reading.read(path)


@pytest.fixture(scope="module")
def outline(snapshot):
    return outline_of(snapshot, assess_case(snapshot))


def three(*weeks):
    return Three(*(Decimal(one) for one in weeks))


@pytest.mark.parametrize(
    ("weeks", "unit", "words"),
    [
        (three("4", "5", "6"), "weeks", "4 to 6 weeks"),
        (three("3", "3", "3"), "weeks", "3 weeks"),
        (three("0.4", "1", "1.8"), "weeks", "2 to 9 days"),
        (three("0.2", "0.2", "0.2"), "weeks", "1 day"),
        (three("13", "19", "26"), "months", "3 to 6 months"),
        (three("4", "4", "5"), "months", "1 month"),
    ],
)
def test_ranges_in_words(weeks, unit, words):
    assert span_words(weeks, unit) == words


@pytest.mark.parametrize(
    ("weeks", "words"), [("1", "1 week"), ("1.0", "1 week"), ("2.50", "2.5 weeks"), ("10", "10")]
)
def test_weeks_in_words(weeks, words):
    assert weeks_words(Decimal(weeks)).startswith(words)


def test_every_action_of_the_plan_is_numbered_and_none_is_offered(snapshot, outline):
    plan = plan_case(snapshot, assess_case(snapshot))
    planned = [one.id for step in plan.transitions for one in step.actions]
    entries = [one for step in outline.steps for one in step.entries]
    assert [one.id for one in entries] == planned
    assert [one.number for one in entries] == list(range(1, len(planned) + 1))
    offered = {one.id for one in outline.offers}
    assert offered.isdisjoint(planned)
    assert offered | set(planned) == {one.id for one in snapshot.framework.actions}


def test_an_action_without_an_owner_has_a_question_mark(outline):
    entry = replace(outline.steps[0].entries[0], owner="")
    assert entry.chip == "?"


def test_after_and_before_are_two_sides_of_one_thing(outline):
    entries = {one.id: one for step in outline.steps for one in step.entries}
    for one in entries.values():
        for link in one.before:
            assert one.id in {after.id for after in entries[link.id].after}
        for link in one.after:
            assert (link.stands == "planned") == (link.id in entries)


def test_what_leaving_out_means_is_said(outline):
    entry = next(one for step in outline.steps for one in step.entries if one.before)
    said = effect(entry)
    assert entry.before[0].title in said
    assert entry.closes[0].id in said
    assert "no longer closes" not in effect(replace(entry, closes=()))


def test_what_was_generated_is_said_of_the_actions_not_of_the_start(outline):
    agreed = replace(outline, start_agreed=True, changes=0)
    assert _made(agreed) == "Actions as generated, none changed by you"
