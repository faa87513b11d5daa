"""What Ctrl+K offers: pages, actions, criteria, people, evidence, notes and engagements."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from engagements.language import mark, tr
from ui import locale
from ui.shell import appearance
from ui.shell.keys import redo, undo
from ui.shell.palette import report
from ui.shell.palette.doing import Do, command_entries
from ui.shell.palette.finding import Entry, Group, begun
from ui.theme import Mode

if TYPE_CHECKING:
    from engagements.library import Row
    from engagements.records.snapshot import Snapshot
    from ui.main_window import MainWindow


MOST_WORDS = 90
"""Letters of a note that are shown."""
INTERVIEW_WORDS = {
    "planned": mark("Planned"),
    "running": mark("Running"),
    "paused": mark("Paused"),
    "held": mark("Held"),
}


def entries(window: MainWindow, do: Do) -> list[Entry]:
    """Everything that can be reached now, nearest first; little while the client may look.

    ``do`` does a command of a page.
    """
    page = window.current
    safe = page is not None and page.client_safe()
    here, elsewhere = command_entries(window, do)
    found = [*here, *_pages(window), *_actions(window), *elsewhere]
    snapshot = window.session.snapshot
    if safe:
        found = [one for one in found if one.harmless]
        allowed = frozenset(page.safe_criteria()) if page is not None else frozenset[str]()
        if snapshot is not None:
            found += [
                one
                for one in _criteria(window, snapshot, bare=True)
                if one.name.partition(":")[2] in allowed
            ]
        return found
    if snapshot is not None:
        found += [
            *_criteria(window, snapshot, bare=False),
            *_people(window, snapshot),
            *_interviews(window, snapshot),
            *_evidence(window, snapshot),
            *_typed(window),
            *_notes(window, snapshot),
            *report.comment_entries(window, snapshot),
        ]
    return found


def engagement_entries(window: MainWindow, rows: tuple[Row, ...]) -> list[Entry]:
    """The engagements of Home's list, but for the one that is open.

    Those that look like another one, be it the open one, say which file they are.
    """
    from engagements.library import told_apart

    apart = told_apart((row.path, row.client, f"{row.scope}\n{row.assessment}") for row in rows)
    return [
        Entry(
            Group.ENGAGEMENT,
            f"file:{row.path}",
            row.name,
            partial(window.open_file, Path(row.path)),
            detail=", ".join(part for part in (apart.get(row.path, ""), row.scope) if part),
            icon="engagements",
            also=Path(row.path).name,
        )
        for row in rows
        if window.session.path is None or Path(row.path) != window.session.path
    ]


def _pages(window: MainWindow) -> Iterator[Entry]:
    for place in window.places():
        if place.needs_case and window.session.snapshot is None:
            continue
        if window.is_on(place.name):
            continue
        yield Entry(
            Group.ACTION,
            f"page:{place.name}",
            tr("Go to {page}", page=tr(place.label)),
            partial(window.go, place.name),
            icon=place.icon,
            key=place.key,
        )


def _actions(window: MainWindow) -> Iterator[Entry]:
    settings = window.desk.settings
    is_open = window.session.snapshot is not None

    def action(
        name: str,
        words: str,
        act: object,
        key: str = "",
        icon: str = "arrow",
        *,
        safe: bool = False,
    ) -> Entry:
        return Entry(Group.ACTION, f"action:{name}", words, act, "", icon, key, harmless=safe)  # type: ignore[arg-type]

    yield action("new", tr("New engagement"), partial(window.at_home, "new"), "Ctrl+N", "plus")
    yield action("open", tr("Open a file"), partial(window.at_home, "choose"), "Ctrl+O", "import")
    if is_open:
        yield action("details", tr("Engagement details"), window.show_details, icon="document")
        yield action("copy", tr("Save a copy"), window.copying.ask, "Ctrl+Shift+C", "export")
    page = window.current
    own = page.undo_words() if page is not None else None
    if own or (is_open and own is None):
        yield action("undo", tr("Undo"), partial(undo, window), "Ctrl+Z", "undo")
    if is_open and own is None:
        yield action("redo", tr("Redo"), partial(redo, window), "Ctrl+Shift+Z", "undo")
    for mode, words, icon in (
        (Mode.LIGHT, tr("Light theme"), "sun"),
        (Mode.DARK, tr("Dark theme"), "moon"),
        (Mode.SYSTEM, tr("Theme like the system"), "laptop"),
    ):
        act = partial(appearance.choose_mode, settings, mode)
        yield action(f"theme-{mode.value}", words, act, icon=icon, safe=True)
    larger, smaller = (partial(appearance.step_scale, settings, by) for by in (1, -1))
    yield action("larger", tr("Larger text"), larger, icon="zoom-in", safe=True)
    yield action("smaller", tr("Smaller text"), smaller, icon="zoom-in", safe=True)
    yield action("screen", tr("Full screen"), window.full_screen, "F11", "laptop", safe=True)
    yield action(
        "keys", tr("All keys of this page"), window.show_key_map, "F1", "keyboard", safe=True
    )
    yield action("quit", tr("Quit Plumbline"), window.close, "Ctrl+Q", "close")


def _criteria(window: MainWindow, snapshot: Snapshot, *, bare: bool) -> Iterator[Entry]:
    """Enter asks the question; Ctrl+Enter shows how it is judged, where there is such a page."""
    names = {place.name for place in window.places()}
    judged = "findings" in names and not bare
    for one in snapshot.framework.criteria:
        yield Entry(
            Group.CRITERION,
            f"criterion:{one.id}",
            one.title,
            partial(window.show_criterion, "interview", one.id),
            detail=snapshot.framework.dimension[one.dimension].name,
            icon="interview",
            code=one.id,
            second=partial(window.show_criterion, "findings", one.id) if judged else None,
            second_words=tr("Findings") if judged else "",
            also=one.question,
        )


def _people(window: MainWindow, snapshot: Snapshot) -> Iterator[Entry]:
    """Enter goes to somebody's interview, Ctrl+Enter to what they said as it came."""
    from engagements.records import Interview, Person

    talks = {person: talk for talk in snapshot.of(Interview) for person in talk.people}
    has_history = any(place.name == "history" for place in window.places())
    for one in snapshot.of(Person):
        role = snapshot.framework.role.get(one.role)
        title = one.title or (role.name if role else one.role)
        talk = talks.get(one.id)
        past = partial(_history_of, window, one.id) if has_history else None
        act = partial(window.reveal, talk) if talk is not None else past
        if act is None:
            continue
        yield Entry(
            Group.PERSON,
            f"person:{one.id}",
            one.name or title,
            act,
            detail=title if one.name else "",
            icon="user",
            second=past,
            second_words=tr("History") if past else "",
        )


def _interviews(window: MainWindow, snapshot: Snapshot) -> Iterator[Entry]:
    """Planned and held ones, by title, people, their roles and the day."""
    from engagements.records import Interview, Person

    roles = snapshot.framework.role
    for one in snapshot.of(Interview):
        people = [found for who in one.people if (found := snapshot.get(Person, who))]
        called = [role.name for each in people if (role := roles.get(each.role))]
        names = [word for each in people for word in (each.name, each.title) if word]
        days = (locale.long_full_day(one.day), locale.plain_day(one.day), one.day.isoformat())
        when = locale.full_day(one.day)
        if one.starts:
            when += f", {locale.time(one.starts)}"
        yield Entry(
            Group.INTERVIEW,
            f"interview:{one.id}",
            one.title,
            partial(window.reveal, one),
            detail=", ".join((when, tr(INTERVIEW_WORDS[one.state.value]))),
            icon="calendar",
            also=" ".join((*names, *called, *days)),
        )


def _evidence(window: MainWindow, snapshot: Snapshot) -> Iterator[Entry]:
    from engagements.records import Evidence

    for one in snapshot.of(Evidence):
        criteria = ", ".join(dict.fromkeys(each.criterion for each in one.speaks_for))
        yield Entry(
            Group.EVIDENCE,
            f"evidence:{one.id}",
            one.title,
            partial(window.reveal, one),
            detail=criteria,
            icon="document",
            code=f"E-{one.reference:03}",
        )


def _notes(window: MainWindow, snapshot: Snapshot) -> Iterator[Entry]:
    """Found by any of their words; Enter goes to where they were taken."""
    from engagements.records import Note

    for one in snapshot.of(Note):
        words = " ".join(one.text.split())
        yield Entry(
            Group.NOTE,
            f"note:{one.id}",
            begun(words, MOST_WORDS),
            partial(window.reveal, one),
            detail=", ".join(one.criteria),
            icon="quote",
            also=words[MOST_WORDS - 1 :],
        )


def _typed(window: MainWindow) -> Iterator[Entry]:
    """Notes that are being typed, by the words that no kept note has; Enter goes on with them."""
    for place in window.made():
        for one in window.page(place).typed():
            words = " ".join(one.words.split())
            yield Entry(
                Group.NOTE,
                f"typed:{one.name}",
                begun(words, MOST_WORDS),
                partial(_go_on_typing, window, place, one.act),
                detail=", ".join((one.where, tr("being typed"))),
                icon="quote",
                also=words[MOST_WORDS - 1 :],
            )


def _go_on_typing(window: MainWindow, place: str, act: Callable[[], object]) -> None:
    if window.is_on(place) or window.go(place):
        act()


def _history_of(window: MainWindow, person: str) -> None:
    window.go("history")
    window.page("history").show_person(person)  # type: ignore[attr-defined]
