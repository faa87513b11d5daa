"""The list of what is still to receive, as a file that every reader can follow."""

from datetime import date

import pytest

from report_templates.brand import BrandKit, bundled_names
from report_templates.request_list import RequestGroup, RequestList, RequestRow, build
from tests.report_templates.printed import squeezed
from tests.report_templates.test_archive import assert_sound, in_order
from tests.report_templates.tree import read

LIST = RequestList(
    title="Still to receive",
    about="What the people named have promised.",
    heads=("What", "Due", "Criteria"),
    groups=tuple(
        RequestGroup(
            person=f"Person {group}",
            rows=tuple(
                RequestRow(title=f"Item {n} of {group} & more", due=f"{n} May", criteria="SRC-1.1")
                for n in range(1, 31)
            ),
        )
        for group in range(3)
    ),
    foot="Made for Halden Freight",
    language="en",
    made=date(2026, 5, 1),
)


@pytest.mark.parametrize("kit", bundled_names())
@pytest.mark.parametrize("groups", [0, 3])
def test_it_is_accessible_and_fit_for_the_archive(kit, groups):
    content = LIST.model_copy(update={"groups": LIST.groups[:groups]})
    assert_sound(build(content, BrandKit.bundled(kit)), "ua1", "2a")


def test_everything_is_read_once_and_in_its_order():
    found = read(build(LIST, BrandKit.bundled()))
    said = squeezed(found.root.text)
    parts = [LIST.title, LIST.about]
    for group in LIST.groups:
        parts += [group.person, *LIST.heads]
        for row in group.rows:
            parts += [row.title, row.due, row.criteria]
    in_order(parts, said)
    assert len(said) == sum(len(squeezed(one)) for one in parts) + 90  # a box before every row
    assert [one.text for one in found.root.all("H1", "H2")] == [
        LIST.title,
        *(group.person for group in LIST.groups),
    ]
    assert len(list(found.root.all("TR"))) == 93
    assert all(squeezed(LIST.foot) in squeezed(other) for other in found.artifacts)


def test_the_same_list_is_the_same_bytes():
    kit = BrandKit.bundled()
    assert build(LIST, kit) == build(LIST, kit)
