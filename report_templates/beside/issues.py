"""The roadmap's actions as CSV for issue trackers: a row is an issue."""

from __future__ import annotations

import csv
from io import StringIO

from report_templates.beside.guard import cell
from report_templates.content.tasks import Task, Tasks

HEADS = ("Summary", "Description", "Owner", "Start date", "Due date", "Labels")
"""Fields as trackers call them, in English for their importers.

An owner is a role and no account, so it is not called assignee.
"""


def build(tasks: Tasks) -> bytes:
    """UTF-8 with a byte order mark, for spreadsheets; days as 2027-01-11, labels with spaces."""
    target = StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(HEADS)
    writer.writerows(_row(task) for task in (*tasks.actions, *tasks.reviews))
    return target.getvalue().encode("utf-8-sig")


def _row(task: Task) -> tuple[str, ...]:
    days = (task.starts.isoformat(), task.ends.isoformat())
    labels = " ".join(task.labels)
    return cell(task.title), cell(task.about), cell(task.owner), *days, cell(labels)
