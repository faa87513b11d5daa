"""Delivery metrics: readings beside their limits, what is missing, what contradicts an answer."""

from decimal import Decimal

from engagements.framework.load import mlops
from engagements.records import MetricReading
from engagements.records.outcome import MetricCase
from report_templates.content import delivery, facts
from report_templates.figures.model import Glyph
from tests.report_templates import cases
from tests.report_templates.shapes import engagement


def page_of(given=None, *readings):
    return delivery.of(facts.of(engagement(given, records=readings), issued=cases.ISSUED))


def reading(metric, low, high=None, **more):
    values = {"low": Decimal(low), "high": Decimal(high or low), **more}
    return MetricReading(id=f"{metric}-{low}", metric=metric, **values)


def test_a_reading_has_its_limits_each_kept_or_not():
    page = page_of(None, reading("M01", "5"))
    (row,) = page.rows
    assert [(one.glyph, one.text) for one in row.limits] == [
        (Glyph.MET, "Level\u00a02: 13 or less"),
        (Glyph.MET, "Level\u00a03: 6 or less"),
        (Glyph.NOT_MET, "Level\u00a04: 3 or less"),
    ]
    assert page.heading.title == "One of 21 delivery metrics is read; one is outside a limit"
    across = page_of(None, reading("M01", "5", "7")).rows[0].limits[1]
    assert across.glyph is Glyph.UNKNOWN
    assert page.note.startswith("A ticked box keeps the limit")


def test_what_is_not_measurable_keeps_no_limit_and_breaks_none():
    page = page_of(None, reading("M11", "1", not_measurable=True))
    assert page.rows[0].now == "not measurable"
    assert {one.glyph for one in page.rows[0].limits} == {None}
    assert page.note.startswith("Metrics support")


def test_a_limit_of_some_models_says_which():
    limits = page_of(None, reading("M10", "95")).rows[0].limits
    scopes = [one.scope_name for one in mlops().metric["M10"].limits if one.scope != "all"]
    assert limits[0].text.endswith(f" ({scopes[0]})")
    assert "(" not in limits[1].text


def test_the_sample_names_models_period_and_cases():
    known = reading("M01", "5", models=3, period="Q3", cases=(MetricCase(label="a"),), note="Why.")
    row = page_of(None, known).rows[0]
    assert row.sample == "3 models, Q3, one case noted"
    assert row.note == "Why."
    bare = reading("M01", "5", cases=(MetricCase(label="a"), MetricCase(label="b")))
    assert page_of(None, bare).rows[0].sample == "two cases noted"


def test_what_is_not_read_is_one_sentence():
    page = page_of(None, reading("M01", "5"))
    assert page.missing.startswith("Not read (20): ")
    assert page.missing.count(";") == 19
    every = [reading(one.id, "1") for one in mlops().metrics]
    assert page_of(None, *every).missing == ""


def test_a_figure_that_contradicts_an_answer_is_asked_again():
    page = page_of({"TRN-2.2": "yes"}, reading("M08", "40"))
    (row,) = page.parted
    assert (row.criteria, row.ask) == ("TRN-2.2", mlops().contradictions[6].ask)
    assert page.parted_none == ""
    kept = page_of({"TRN-2.2": "yes"}, reading("M08", "99"))
    assert kept.parted == ()
    assert kept.parted_none


def test_without_readings_it_says_so_and_names_them_all():
    page = page_of()
    assert page.rows == ()
    assert page.none
    assert page.heading.title not in page.none
    assert page.note == ""
    assert page.parted_head == page.parted_none == ""
    assert page.missing.startswith("Not read (21): ")
    assert page.heading.title.rstrip(".") not in page.none
    assert "box" not in page.note
