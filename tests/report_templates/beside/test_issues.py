"""The roadmap as issues: what the csv module reads back."""

import csv
import io

from report_templates.beside import issues
from report_templates.content import facts, tasks
from report_templates.content.tasks import Task, Tasks
from tests.report_templates import cases


def rows(content):
    data = issues.build(content)
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_action_and_review_is_an_issue_with_days_and_labels():
    known = facts.of(cases.full(), issued=cases.ISSUED)
    content = tasks.of(known)
    found = rows(content)
    assert [one["Summary"] for one in found] == [
        one.title for one in (*content.actions, *content.reviews)
    ]
    first, action = found[0], known.transitions[0].actions[0]
    assert first["Start date"] == action.start.isoformat()
    assert first["Due date"] == action.finish_likely.isoformat()
    assert known.framework.action[action.id].deliverable in first["Description"]
    assert first["Owner"] == known.framework.role[action.owner].name
    assert first["Labels"].split()[:2] == ["mlops", "level-1"]
    assert list(first) == list(issues.HEADS)


def test_no_field_is_a_formula_and_none_breaks_its_row():
    day = cases.ISSUED
    task = Task(
        id="X",
        title='=HYPERLINK("http://x")',
        about='@a\n"b",\r\nc',
        owner="+1",
        starts=day,
        ends=day,
        labels=("-x",),
    )
    content = Tasks(engagement="", name="", issued=day, actions=(task,), reviews=())
    (row,) = rows(content)
    assert row["Summary"] == '\'=HYPERLINK("http://x")'
    assert row["Description"] == '\'@a\n"b",\nc'
    assert (row["Owner"], row["Labels"]) == ("'+1", "'-x")
