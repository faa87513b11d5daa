"""Progress: a second assessment beside the first, and only then."""

import pytest

from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.records import Engagement
from engagements.records.client import Blob
from engagements.records.outcome import CriterionBefore
from report_templates.content import facts, progress, report
from report_templates.figures.model import Glyph
from tests.report_templates import cases
from tests.report_templates.shapes import all_yes, earlier, engagement, halden


def page_of(given, kept, *records):
    known = facts.of(engagement(given, records=[kept, *records]), issued=cases.ISSUED)
    return progress.of(known)


def row_of(page, code):
    return next(row for row in page.figure.rows if row.code == code)


def test_a_first_assessment_has_no_progress():
    said = report.of(engagement(halden()), issued=cases.ISSUED)
    assert said.progress is None
    assert "progress" not in {one.key for one in said.outline}


def test_the_section_is_named_by_the_month_of_the_earlier_assessment():
    page = page_of(halden(), earlier())
    assert page.heading.name == "Progress since November 2025"
    assert page.figure.before == "Nov 2025"


def test_dimensions_move_up_and_down_with_the_criteria_that_did_it():
    page = page_of(halden(), earlier())
    gone = row_of(page, "SRC")
    assert (gone.before, gone.now, gone.glyph, gone.change) == (1, 0, Glyph.DOWN, "−1")
    assert gone.about == "Newly met: 1.1; no longer met: 1.2, 1.3"
    better = row_of(page, "GOV")
    assert (better.before, better.now, better.change) == (1, 2, "+1")
    same = row_of(page, "DAT")
    assert (same.glyph, same.change) == (Glyph.SAME, "0")
    assert "overall level is still 0" in page.heading.title


def test_what_nobody_was_asked_this_time_is_not_said_to_be_lost():
    given = {**halden(), "SRC-1.2": "unknown", "SRC-1.3": "no"}
    about = row_of(page_of(given, earlier()), "SRC").about
    assert about == "Newly met: 1.1; no longer met: 1.3; not known this time: 1.2"


def test_every_changed_criterion_is_in_the_table_and_no_other():
    kept = earlier()
    page = page_of(halden(), kept)
    before = {one.criterion: one.value.value for one in kept.criteria}
    now = {**dict.fromkeys(before, "unknown"), **halden()}
    now["PPL-1.1"] = "no"  # of answers that differ the lowest
    assert [one.id for one in page.changes] == [
        one.id for one in mlops().criteria if before[one.id] != now[one.id]
    ]
    still = page_of(all_yes(1), earlier().model_copy(update={"criteria": ()}))
    assert still.changes == ()
    assert still.changes_none


@pytest.mark.parametrize(
    ("kept", "now", "said"),
    [("a" * 64, "a" * 64, "1.0 in both"), ("a" * 64, "b" * 64, "changed"), ("", "b" * 64, "now")],
)
def test_other_rule_sets_are_said_to_be_not_fully_comparable(kept, now, said):
    framework = Blob(sha256=now, name="framework.zip", size=1)
    page = page_of(halden(), earlier(framework=kept), Engagement(target=3, framework=framework))
    assert said in page.facts[-1].text
    assert ("not fully comparable" in page.heading.title) is (said == "changed")


def test_criteria_of_one_rule_set_alone_are_left_out_and_counted():
    kept = earlier()
    old = CriterionBefore(criterion="OLD-1.1", value=AnswerValue.YES)
    page = page_of(halden(), kept.model_copy(update={"criteria": (*kept.criteria[1:], old)}))
    assert "Two criteria are in only one of the two rule sets" in page.note
    assert page.facts[3].text.endswith(f"of {len(kept.criteria) - 1}")


def test_a_dimension_not_assessed_this_time_has_no_change():
    page = page_of({"SRC-1.1": "yes"}, earlier())
    row = row_of(page, "REL")
    assert (row.now, row.change, row.about) == (None, "–", "Not assessed this time")
    assert page_of(None, earlier()).heading.title.startswith("Nothing is known yet")


def test_the_figure_is_told_in_words():
    alt = page_of(halden(), earlier()).figure.alt
    assert "Governance & responsible AI from 1 to 2." in alt
    assert "did not change their level" in alt
