"""The roadmap as a calendar: days without zones, events that stay themselves."""

from dataclasses import replace
from datetime import date, timedelta

import icalendar
import pytest

from report_templates.beside import calendar
from report_templates.content import facts, tasks
from tests.report_templates import cases

ID = "9f" * 16


def known(snapshot=None, **more):
    found = replace(snapshot or cases.full(), engagement_id=ID)
    return facts.of(found, issued=cases.ISSUED, **more)


def events(of):
    return icalendar.Calendar.from_ical(calendar.build(tasks.of(of))).walk("VEVENT")


@pytest.fixture(scope="module")
def plan():
    return known()


def test_every_action_and_every_review_is_a_whole_day_event(plan):
    found = {str(one["uid"]).split(".")[0].upper(): one for one in events(plan)}
    planned = [one for step in plan.transitions for one in step.actions]
    assert len(found) == len(planned) + len(plan.transitions)
    for action in planned:
        event = found[action.id]
        assert type(event["dtstart"].dt) is date
        assert event["dtstart"].dt == action.start
        assert event["dtend"].dt == action.finish_likely + timedelta(days=1)
        assert str(event["summary"]) == f"{action.id} {action.title}"
    for step in plan.transitions:
        review = found[f"M-{step.to_level}"]
        assert review["dtstart"].dt == step.finish_likely
        assert review["dtend"].dt - review["dtstart"].dt == timedelta(days=1)


def test_an_event_is_the_same_one_in_every_version(plan):
    later = facts.of(plan.snapshot, issued=date(2027, 3, 1), language="de")
    uids = [str(one["uid"]) for one in events(plan)]
    assert [str(one["uid"]) for one in events(later)] == uids
    assert len(set(uids)) == len(uids)
    assert all(one.endswith(f".{ID}@plumbline") for one in uids)
    other = replace(plan, snapshot=replace(plan.snapshot, engagement_id="00" * 16))
    assert not set(uids) & {str(one["uid"]) for one in events(other)}


def test_a_later_version_takes_the_place_of_an_earlier_one(plan):
    later = replace(plan, snapshot=replace(plan.snapshot, revisions=plan.snapshot.revisions + 3))
    numbers = [{int(one["sequence"]) for one in events(of)} for of in (plan, later)]
    assert numbers == [{plan.snapshot.revisions}, {plan.snapshot.revisions + 3}]


def test_an_event_says_whose_it_is(plan):
    first = tasks.of(plan).actions[0]
    assert str(events(plan)[0]["description"]).endswith(f"\nOwner: {first.owner}")


def test_the_same_plan_is_the_same_bytes(plan):
    assert calendar.build(tasks.of(plan)) == calendar.build(tasks.of(known()))


def test_lines_and_separators_of_a_client_stay_text():
    hostile = known(cases.full(client="A;B,C\nBEGIN:VEVENT"))
    data = calendar.build(tasks.of(hostile))
    read = icalendar.Calendar.from_ical(data)
    assert len(read.walk("VEVENT")) == len(events(hostile))
    assert "A;B,C BEGIN:VEVENT" in str(read["x-wr-calname"])


def test_without_a_target_there_is_a_calendar_without_events():
    assert events(known(cases.full(target=None))) == []


def test_an_owner_who_is_open_is_not_named(plan):
    says = {one.id: one for one in tasks.of(plan).actions}
    for step in plan.transitions:
        for action in step.actions:
            assert bool(says[action.id].owner) == bool(action.owner)
