"""A page per dimension: levels, findings, every criterion with its answers, and the way on."""

import pytest

from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.records import Answer, Finding, Judgement
from engagements.records.people import Consent
from report_templates.content import dimensions, facts, report
from report_templates.figures.model import Glyph
from tests.report_templates import cases
from tests.report_templates.shapes import SHAPES, all_yes, engagement, halden


def pages_of(snapshot, **more):
    return dimensions.of(facts.of(snapshot, issued=cases.ISSUED, **more))


def page_of(snapshot, code, **more):
    place = [one.code for one in mlops().dimensions].index(code)
    return pages_of(snapshot, **more)[place]


def row_of(page, number):
    return next(row for group in page.groups for row in group.rows if row.number == number)


def heard(*voices, **given):
    """Interviews by one person each, all asked the same criterion."""
    people = [cases.person(n, **{"role": role, **given}) for n, (role, _) in enumerate(voices)]
    held = [cases.interview(n, f"p{n}") for n in range(len(voices))]
    said = [
        Answer.of("SRC-1.1", f"i{n}", AnswerValue(value), voice=f"p{n}", reason="x")
        for n, (_, value) in enumerate(voices)
    ]
    return [*people, *held, *said]


def test_there_is_a_page_for_every_dimension_with_every_criterion():
    pages = pages_of(engagement(halden()))
    rows = [row.id for page in pages for group in page.groups for row in group.rows]
    assert rows == [one.id for one in mlops().criteria]
    assert [page.heading.number for page in pages] == [f"2.{n}" for n in range(1, 10)]


def test_the_title_says_level_and_what_is_open():
    page = page_of(engagement(halden()), "SRC")
    assert page.heading.title == (
        "Source control & reproducibility is at Level\u00a00; "
        "two criteria of Level\u00a01 are not met"
    )
    assert page.determination.startswith("1 of 3 criteria of Level\u00a01 are met.")


def test_a_claim_above_the_level_stands_in_the_title():
    judged = [Judgement.of("REG-1.1", AnswerValue.NO, reason="The folder is empty.")]
    page = page_of(engagement(all_yes(2), records=judged), "REG")
    assert page.heading.title == (
        "Model registry & lineage is at Level\u00a00; interviews claim Level\u00a02"
    )
    assert page.scale.alt == "Five levels from 0 to 4. Level 0, claimed level 2, target level 3."
    open_ = page_of(cases.full(), "SRC")
    assert {mark.kind for mark in open_.scale.marks} == {
        Glyph.NOW,
        Glyph.POSSIBLE,
        Glyph.CLAIMED,
        Glyph.TARGET,
    }


def test_a_dimension_that_nobody_spoke_of_says_so_and_lists_its_criteria():
    page = page_of(engagement({"SRC-1.1": "yes"}), "REL")
    assert "not assessed" in page.heading.title
    assert page.instead
    assert page.findings == ()
    assert page.roles == ()
    assert page.note == ""
    assert {group.count for group in page.groups} == {"not known yet"}
    assert page.scale.alt == "Five levels from 0 to 4. target level 3."


def test_without_interviews_answer_columns_go_and_a_note_says_so():
    judged = Judgement.of("SRC-1.1", AnswerValue.YES, reason="Seen in the repository.")
    page = page_of(cases.snapshot(*cases.frame(), judged), "SRC")
    assert page.roles == ()
    assert "no interview" in page.note
    assert row_of(page, "1.1").note == "Judged: Seen in the repository."
    assert page.facts[0].text == "No interviews yet"


def test_a_dimension_in_which_nothing_applies_holds_nothing_back():
    given = {c.id: "n/a" for c in mlops().criteria if c.dimension == "GOV"}
    page = page_of(engagement({**all_yes(1), **given}), "GOV")
    assert page.heading.title == "No criterion of Governance & responsible AI applies here"
    assert {group.count for group in page.groups} == {"not applicable here"}
    assert row_of(page, "1.1").note == "Not applicable: not used here"
    assert row_of(page, "1.1").verdict.text == "n/a"


def test_at_the_top_it_says_what_keeps_the_level():
    page = page_of(engagement(all_yes(), target=4), "REG")
    assert page.heading.title == "Model registry & lineage has reached Level 4"
    assert page.gap.head == "What keeps Level 4"
    assert page.gap.rows == ()


def test_four_roles_have_columns_and_the_others_share_one_as_counts():
    voices = [(role, "yes" if n < 5 else "no") for n, role in enumerate(cases.ROLES)]
    page = page_of(cases.snapshot(*cases.frame(), *heard(*voices)), "SRC")
    assert len(page.roles) == 5
    assert page.roles[-1] == "Others"
    cells = row_of(page, "1.1").answers
    assert [cell.glyph for cell in cells[:4]].count(Glyph.YES) + [
        cell.glyph for cell in cells[:4]
    ].count(Glyph.NO) == 4
    assert cells[-1].glyph is None
    whole = "".join(cell.text for cell in cells)
    assert whole.count("Y") + whole.count("N") >= 5
    assert {cell.text for cell in row_of(page, "1.2").answers} == {"–"}


def test_two_voices_of_one_role_that_differ_are_counted():
    known = cases.snapshot(*cases.frame(), *heard(("DS", "yes"), ("DS", "yes"), ("DS", "no")))
    assert row_of(page_of(known, "SRC"), "1.1").answers[0].text == "2Y 1N"


def test_who_asked_for_a_pseudonym_has_a_column_under_it_and_nobody_by_name():
    asked = {"consent": Consent.BY_PSEUDONYM, "pseudonym": "Control"}
    page = page_of(cases.snapshot(*cases.frame(), *heard(("DS", "yes"), **asked)), "SRC")
    assert page.roles == ("Control",)
    assert "Secret" not in page.model_dump_json()


def test_the_room_stands_for_the_roles_present_that_did_not_answer_alone():
    people = [cases.person(0), cases.person(1), cases.person(2)]
    held = cases.interview(1, "p0", "p1", "p2")
    said = [
        Answer.of("SRC-1.1", "i1", AnswerValue.YES),
        Answer.of("SRC-1.1", "i1", AnswerValue.NO, voice="p2"),
    ]
    page = page_of(cases.snapshot(*cases.frame(), *people, held, *said), "SRC")
    shown = dict(zip(page.roles, (cell.text for cell in row_of(page, "1.1").answers), strict=True))
    assert shown == {"Data scientist": "Y", "ML engineer": "Y", "Data engineer": "N"}
    nobody = cases.snapshot(*cases.frame(), cases.interview(1), said[0])
    assert page_of(nobody, "SRC").roles == ("Everyone present",)


def test_the_item_that_carries_the_answer_stands_first_with_how_many_more():
    items = [cases.item(n, grade=g) for n, g in enumerate((2, 4, 3), start=1)]
    known = engagement({"SRC-1.1": "yes"}, records=items)
    page = page_of(known, "SRC")
    proof = row_of(page, "1.1").proof
    assert (proof.first.text, proof.more, proof.grade) == ("E-002", "+2", 4)
    assert proof.first.link == "evidence-e2"
    assert (
        page.facts[1].text == "3\u00a0evidence\u00a0items: 1\u00a0seen, 1\u00a0trace, 1\u00a0shown"
    )
    bare = row_of(page_of(engagement({"SRC-1.1": "yes"}), "SRC"), "1.1").proof
    assert (bare.first.text, bare.grade) == ("said", 0)
    silent = row_of(page_of(engagement({"SRC-1.1": "yes"}), "SRC"), "1.2").proof
    assert (silent.first.text, silent.grade) == ("none", None)


def test_debt_is_marked_where_it_is_met():
    row = row_of(page_of(engagement(halden()), "TRN"), "2.1")
    assert (row.verdict.glyph, row.verdict.text) == (Glyph.DEBT, "Met, debt")
    assert row_of(page_of(engagement(halden()), "TRN"), "1.1").verdict.glyph is Glyph.MET


@pytest.mark.parametrize(
    ("records", "said"),
    [
        ([], "1.1. Yes: Data scientist; no: ML engineer. Still open"),
        ([cases.item(7, grade=3)], "E-007 decides for yes."),
        ([Judgement.of("SRC-1.1", AnswerValue.NO, reason="Log shown.")], "Judged as no."),
    ],
)
def test_a_disagreement_is_told_with_what_decided(records, said):
    known = engagement({"SRC-1.1": ("yes", "no")}, records=records)
    (line,) = page_of(known, "SRC").disagreement.lines
    assert said in line
    assert page_of(engagement({"SRC-1.1": "yes"}), "SRC").disagreement is None


def test_many_disagreements_are_counted_after_the_fifth():
    given = {c.id: ("yes", "no") for c in mlops().criteria if c.dimension == "SRC"}
    box = page_of(engagement(given), "SRC").disagreement
    assert len(box.lines) == 5
    assert box.more == "Two more are marked in the table."


def test_the_assessors_findings_come_first_gaps_before_strengths():
    written = [
        Finding(id="a", sort="strength", text="Builds are pinned.", dimension="SRC"),
        Finding(id="b", sort="gap", text="Nobody rebuilds.", criteria=("SRC-1.2",)),
        Finding(id="c", sort="gap", text="Elsewhere.", dimension="REL"),
    ]
    found = page_of(engagement(halden(), records=written), "SRC").findings
    assert [one.head for one in found] == ["Gap", "Strength", "Open at Level\u00a01"]
    assert [one.text for one in found[:2]] == ["Nobody rebuilds.", "Builds are pinned."]
    many = [Finding(id=str(n), sort="gap", text=f"Finding {n}.", dimension="SRC") for n in range(5)]
    page = page_of(engagement(halden(), records=many), "SRC")
    assert len(page.findings) == 3
    assert page.more_findings == "Two more findings are kept in the engagement file."


def test_what_closes_the_gap_comes_from_the_plan_with_its_date():
    page = page_of(engagement(halden()), "SRC")
    known = facts.of(engagement(halden()), issued=cases.ISSUED)
    planned = {a.id: a for step in known.transitions for a in step.actions}
    for row in page.gap.rows:
        action = planned[row.action.text]
        assert row.action.link == f"action-{action.id}"
        assert row.when == known.say.medium_date(action.finish_likely)
    assert {n for row in page.gap.rows for n in row.closes.split(", ")} == {"1.2", "1.3"}
    assert page.gap.later.startswith("Later: ")


def test_without_a_target_the_rule_sets_actions_are_named_without_dates():
    page = page_of(engagement(halden(), target=None), "SRC")
    assert page.gap.rows
    assert {row.when for row in page.gap.rows} == {""}
    assert page.gap.later == ""


def test_a_level_at_which_nothing_applies_is_not_what_comes_next():
    given = {**all_yes(0), "DAT-1.1": "n/a"}
    page = page_of(engagement(given), "DAT")
    assert page.gap.head == "What closes the gap to Level\u00a02"
    assert "three criteria of Level\u00a02" in page.heading.title


def test_interviews_are_dated_by_those_that_touched_the_dimension():
    page = page_of(cases.full(), "DAT")
    assert page.facts[0].text == "3\u00a0roles, 17–19\u00a0Nov\u00a02026"


def test_dimensions_stand_below_the_map_or_by_themselves():
    alone = facts.of(cases.full(left_out=("glance",)), issued=cases.ISSUED)
    assert [e.number for e in alone.outline][:3] == ["1", "2", "3"]
    assert alone.outline[1].key == "dimension-SRC"
    board = report.of(cases.full(), profile="board", issued=cases.ISSUED)
    assert board.dimensions == ()


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_dimension_in_which_nothing_applies_has_no_level_anywhere(language):
    content = report.of(SHAPES["nothing-applies"](), issued=cases.ISSUED, language=language)
    page = next(one for one in content.dimensions if one.heading.key == "dimension-GOV")
    assert content.glance
    (row,) = [one for one in content.glance.heat_map.rows if one.code == "GOV"]
    assert (row.now_text, row.claimed, row.claimed_text, row.placed) == ("–", None, "–", False)
    assert page.findings == ()
    assert page.facts[-1].text == "–"
    assert {mark.kind for mark in page.scale.marks} <= {Glyph.TARGET}
    said = " ".join((page.instead, page.determination_lead, page.determination, page.gap.none))
    for level in ("Level\u00a0", "Stufe\u00a0", "is met", "erfüllt"):
        assert level not in said
