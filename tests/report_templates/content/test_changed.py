"""What a version says otherwise than the one before it."""

from report_templates.content import changed, report
from report_templates.seal import content_bytes
from tests.report_templates import cases


def made(**of_case):
    return content_bytes(report.of(cases.full(**of_case), issued=cases.ISSUED))


def test_version_and_day_alone_are_no_change():
    assert changed.between(made(version="1.1"), made(version="1.1")) == (
        "Nothing but version and day.",
    )


def test_a_level_evidence_and_titles_are_named():
    found = changed.between(made(items=3), made(items=5, level=1))
    assert found[0].startswith("Result: “Level 0")
    assert any(one.startswith("Evidence register: “") for one in found)
    assert found[-1].startswith("Says something new: ")
    assert "Evidence register" in found[-1]


def test_sections_that_came_and_went_are_named():
    short = made(left_out=("evidence",))
    assert "New: Evidence register." in changed.between(short, made())
    assert "No longer in it: Evidence register." in changed.between(made(), short)


def test_a_content_of_another_shape_is_not_compared():
    assert changed.between(b"{}", made()) == (
        "They were made by different releases and cannot be compared in words.",
    )
