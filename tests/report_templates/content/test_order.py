"""Sections in another order: outline, numbers, pages and contents follow."""

import pytest

from engagements.problem import Problem
from engagements.records import ReportSettings
from report_templates.content import report
from report_templates.content.base import Part
from report_templates.profiles import profile
from tests.report_templates import cases


def ordered(*order, **more):
    known = cases.full()
    settings = ReportSettings(order=order, **more)
    known = known.having({(settings.kind, settings.id): (settings,)}, {}, known.revisions)
    return report.of(known, issued=cases.ISSUED)


def test_the_usual_order_is_that_of_the_profile():
    said = ordered()
    assert [name for name, _ in said.pages()][:2] == ["summary", "glance"]
    assert said == ordered("cover", "contents")


def test_pages_numbers_and_contents_follow_the_order():
    said = ordered("method", "roadmap", "transitions", "summary")
    names = list(dict.fromkeys(name for name, _ in said.pages()))
    assert names[:5] == ["method", "roadmap", "transitions", "summary", "glance"]
    assert [(one.part, one.number) for one in said.outline[:3]] == [
        (Part.METHOD, "1"),
        (Part.ROADMAP, "2"),
        (Part.TRANSITIONS, "2.1"),
    ]
    assert said.contents.entries == said.outline
    assert said.method.heading.number == "1"
    numbers = [one.number for one in said.outline]
    assert len(set(numbers)) == len(numbers)


def test_pages_that_stand_apart_from_their_section_are_sections():
    said = ordered("dimensions")
    first = said.outline[: len(said.dimensions)]
    assert [one.number for one in first] == [str(n) for n in range(1, len(first) + 1)]
    assert not any(one.depth for one in first)
    after = [(one.part, one.number) for one in said.outline[len(first) : len(first) + 2]]
    assert after == [(Part.SUMMARY, str(len(first) + 1)), (Part.GLANCE, str(len(first) + 2))]


def test_a_section_left_out_has_no_place_and_unknown_names_are_passed_over():
    said = ordered("nonsense", "glossary", "delivery", left_out=("delivery",))
    assert next(name for name, _ in said.pages()) == "glossary"
    assert said.delivery is None


def test_names_of_sections_are_checked():
    full = profile("full")
    assert full.called([" roadmap", "method", ""]) == ("roadmap", "method")
    assert "summary" in full.others(("roadmap",))
    assert "cover" not in full.others(())
    with pytest.raises(Problem, match="no section"):
        full.called(["cover"])
