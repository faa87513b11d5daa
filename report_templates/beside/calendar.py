"""The roadmap as a calendar: each action and each level's review as a whole-day event."""

# icalendar is typed in part only.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event

from report_templates.beside import guard
from report_templates.content.tasks import Task, Tasks

PRODUCT = "-//Plumbline//Roadmap//EN"
DOMAIN = "plumbline"


def build(tasks: Tasks) -> bytes:
    """An iCalendar file; the same task has the same UID in every version of an engagement.

    A later version takes the place of an earlier one in a calendar that has it. Days have no
    time and so no zone. Nobody is shown as busy by them.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", guard.line(tasks.name))
    calendar.add("x-wr-calname", guard.line(tasks.name))
    for task in (*tasks.actions, *tasks.reviews):
        calendar.add_component(_event(task, tasks))
    return calendar.to_ical()


def _event(task: Task, tasks: Tasks) -> Event:
    event = Event()
    event.add("uid", f"{task.id.lower()}.{tasks.engagement or 'engagement'}@{DOMAIN}")
    event.add("dtstamp", datetime.combine(tasks.issued, time(), UTC))
    event.add("dtstart", task.starts)
    event.add("dtend", task.ends + timedelta(days=1))
    event.add("summary", guard.line(task.title))
    event.add("sequence", tasks.revisions)
    about = f"{task.about}\n{task.by}" if task.by else task.about
    event.add("description", guard.paragraph(about))
    event.add("categories", list(task.labels))
    event.add("transp", "TRANSPARENT")
    return event
