"""The quick diagnostic as an upper bound, and the crosswalk of the rule set."""

from engagements.framework.load import mlops
from report_templates.content import diagnostic, facts
from report_templates.figures.model import Glyph
from tests.report_templates import cases
from tests.report_templates.shapes import all_yes, engagement, halden


def page_of(snapshot):
    return diagnostic.of(facts.of(snapshot, issued=cases.ISSUED))


def test_the_six_questions_stand_in_their_order_with_answers_and_what_counts():
    page = page_of(engagement(halden()))
    assert [row.id for row in page.questions.rows] == [one.id for one in mlops().quick]
    found = {row.criterion: row for row in page.questions.rows}
    assert found["SRC-1.2"].verdict.glyph is Glyph.NOT_MET
    assert found["TRN-2.1"].answers[0].text == "Y"


def test_the_title_sets_the_bound_beside_the_level():
    given = {**all_yes(2), "SRC-1.1": "no"}
    assert page_of(engagement(given)).heading.title == (
        "The six quick questions allow Level\u00a02; the full assessment finds Level\u00a00"
    )
    assert "both give Level\u00a02" in page_of(engagement(all_yes(2))).heading.title


def test_an_open_question_leaves_the_bound_open():
    page = page_of(engagement({**all_yes(2), "REG-2.2": "unknown"}))
    assert "up to 2 while Q5 is open" in page.questions.result


def test_without_an_answered_question_the_upper_half_goes():
    page = page_of(engagement({"DAT-1.1": "yes"}))
    assert page.questions is None
    assert page.heading.title == "How the levels stand beside other public models"
    assert page_of(engagement()).current is None


def test_the_crosswalk_has_every_model_at_every_level_and_claims_no_rating():
    page = page_of(engagement(halden()))
    levels = mlops().crosswalk.levels
    assert len(page.rows) == len(levels[0].models)
    assert {len(row.cells) for row in page.rows} == {5}
    assert page.rows[0].cells[0] == levels[0].models["microsoft"]
    assert "not a conversion" in page.note
    assert "Azure Architecture Center" in page.sources
    assert page.current == 0
    assert [mark.kind for mark in page.scale.marks] == [Glyph.NOW, Glyph.TARGET]


def test_every_dimension_stands_beside_the_parts_of_other_models():
    page = page_of(engagement(halden()))
    compared = mlops().crosswalk.dimensions
    assert [row.code for row in page.dimensions.rows] == [one.dimension for one in compared]
    assert {len(row.cells) for row in page.dimensions.rows} == {len(page.dimensions.heads) - 1}
    assert page.dimensions.heads[:3] == ("Dimension", "Microsoft", "Google AI adoption")
    found = {row.code: dict(zip(page.dimensions.heads[1:], row.cells, strict=True))
             for row in page.dimensions.rows}  # fmt: skip
    assert found["GOV"]["ML Test Score"] == "Data\u00a04–5, Model\u00a07"
    assert found["PLT"]["ML Test Score"] == "–"


def test_every_test_of_the_score_leads_to_criteria_and_metrics():
    page = page_of(engagement(halden()))
    assert len(page.tests.rows) == len(mlops().crosswalk.tests) == 28
    assert {row.test: row.targets for row in page.tests.rows}["Data 6"] == "DAT-3.1, M01"


def test_what_was_not_read_word_by_word_says_so_and_an_unknown_date_is_left_out():
    said = page_of(engagement(halden())).sources
    assert said.count("not checked against its text") == 5
    assert "CMMI maturity levels (summaries; not checked" in said
    assert "OWASP AI Maturity Assessment (2025; worksheets" in said
    assert "(-" not in said
