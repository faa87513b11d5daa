"""Action sheets: a page per action, what it waits for, what it closes, room to write."""

from io import BytesIO

import pikepdf
import pytest

from engagements.framework.model import AnswerValue
from report_templates.brand import BrandKit
from report_templates.build import build
from report_templates.content import actions, facts, report
from report_templates.profiles import PROFILES
from tests.report_templates import cases
from tests.report_templates.cases import ISSUED
from tests.report_templates.printed import squeezed, words_of
from tests.report_templates.shapes import SHAPES

KIT = BrandKit.bundled()


def known(snapshot):
    return facts.of(snapshot, profile_code="actions", issued=ISSUED)


def test_every_action_of_the_plan_has_one_sheet_in_its_order():
    found = known(SHAPES["halden"]())
    sheets = actions.of(found)
    planned = [one for step in found.transitions for one in step.actions]
    assert [one.heading.number for one in sheets] == [one.id for one in planned]
    assert [one.heading.key for one in sheets] == [one.key for one in found.outline]


def test_what_one_waits_for_has_it_among_what_waits():
    sheets = {one.heading.number: one for one in actions.of(known(SHAPES["halden"]()))}
    links = {(b.id, key) for key, one in sheets.items() for b in one.before}
    assert links
    assert links == {(key, a.id) for key, one in sheets.items() for a in one.after}


def test_a_sheet_says_what_the_rule_set_and_the_plan_say():
    found = known(SHAPES["halden"]())
    planned = next(one for step in found.transitions for one in step.actions if one.closes)
    sheet = next(one for one in actions.of(found) if one.heading.number == planned.id)
    action = found.framework.action[planned.id]
    assert "; ".join(sheet.deliverable).lower() == action.deliverable.lower()
    assert all(part[0].isupper() for part in sheet.deliverable)
    assert sheet.check == action.acceptance
    assert [one.id for one in sheet.criteria] == list(planned.closes)
    assert sheet.criteria[0].takes == found.framework.criterion[planned.closes[0]].yes
    days = [one.text for one in sheet.facts]
    assert days[1:] == [
        found.say.medium_date(day)
        for day in (
            planned.start, planned.finish_low, planned.finish_likely, planned.finish_high,
        )
    ]  # fmt: skip


def test_each_thing_to_deliver_begins_with_a_capital():
    case = cases.full(level=0, target=4)
    parts = [part for one in actions.of(known(case)) for part in one.deliverable]
    assert [part for part in parts if part[0].islower()] == []
    assert "Branch protection with review" in parts


@pytest.mark.parametrize(("target", "word"), [(None, "target level"), (1, "holds no action")])
def test_without_a_plan_one_page_says_why(target, word):
    yes = dict.fromkeys((one.id for one in cases.mlops().criteria), AnswerValue.YES)
    case = cases.full(items=2, level=4, extra=yes, target=target)
    (sheet,) = actions.of(known(case))
    assert word in sheet.none
    with pikepdf.open(
        BytesIO(build(report.of(case, profile="actions", issued=ISSUED), KIT))
    ) as pdf:
        assert len(pdf.pages) == 2


@pytest.mark.parametrize("shape", ["halden", "many"])
def test_each_sheet_begins_a_page_and_what_is_long_goes_on(shape):
    said = report.of(SHAPES[shape](), profile="actions", issued=ISSUED)
    data = build(said, KIT)
    printed = words_of(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        more = squeezed(printed).count(squeezed(", continued"))
        assert len(pdf.pages) == 1 + len(said.actions) + more
    for one in said.actions:
        assert squeezed(one.check) in squeezed(printed)


def test_only_the_sheets_are_left_out_of_the_full_report():
    parts = {part for one in PROFILES.values() for part in one.parts}
    assert parts - set(PROFILES["full"].parts) == {"actions"}
