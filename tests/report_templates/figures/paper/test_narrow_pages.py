"""Timelines on pages that are too low for what stands at their edges."""

from report_templates.figures.paper.gantt import gantt
from tests.report_templates import sizes


def test_a_page_without_room_for_the_review_ends_all_the_same():
    content = sizes.content("forty-actions", "en")
    figure = next(one.gantt for one in content.transitions if one.gantt and len(one.gantt.rows) > 1)
    pages = gantt(figure, 400.0, first=60.0, rest=60.0)
    assert len(pages) == len(figure.rows) + 1
    assert all(one.items for one in pages)
