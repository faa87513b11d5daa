"""What goes to an interviewee and comes back: questionnaire, filled-in answers, record, reply."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu

from engagements.language import tr, trn
from engagements.problem import Problem
from engagements.records import Answer, Interview, Person
from engagements.records.people import ROOM
from ui import jobs
from ui.interview import making
from ui.interview.correcting import CorrectionSheet
from ui.interview.overview import ITEM
from ui.interview.record_sheet import RecordSheet
from ui.parts.files import FORBIDDEN
from ui.parts.sheet import Sheet
from ui.parts.voices import person_words
from ui.widgets.messages import MessageBar
from ui.widgets.rows import taken_out

if TYPE_CHECKING:
    from ui.interview.page import InterviewPage

KINDS = {"pdf": "PDF (*.pdf)", "xlsx": "Excel (*.xlsx)"}
_MOST_NAME = 90
_SHORT = 48
"""Characters of a file's name that are shown."""


@dataclass(frozen=True)
class Act:
    """One line of the menu; ``why`` says why it cannot be chosen now."""

    name: str
    words: str
    act: Callable[[], None]
    why: str = ""


class Papers(QObject):
    """Works on the open interview, else on the one that is selected in the list."""

    def __init__(self, page: InterviewPage) -> None:
        super().__init__(page)
        self._page, self._desk, self._session = page, page.desk, page.desk.session
        self.bar = MessageBar("papers")
        self._job: jobs.Job | None = None
        self._sheet: Sheet | None = None
        page.presenter.safe.changed.connect(self._hide)

    def interview(self) -> Interview | None:
        """The interview that the papers are about."""
        snapshot, here = self._session.snapshot, self._page.presenter.interview
        if snapshot is None:
            return None
        if here is not None:
            return snapshot.get(Interview, here.id)
        entry = self._page.overview.list.currentIndex().data(ITEM)
        return snapshot.get(Interview, entry.id) if entry is not None else None

    def acts(self) -> Sequence[Act]:
        """What can be done with the interview, in the order of the menu; nothing without one."""
        talk, snapshot = self.interview(), self._session.snapshot
        if talk is None or snapshot is None or self._page.presenter.safe.on:
            return ()
        busy = tr("Something is being written") if self._job is not None else ""
        closed = self._page.presenter.read_only
        found = [
            Act("questionnaire-pdf", tr("Questionnaire as PDF …"), partial(self._ask, "pdf"), busy),
            Act(
                "questionnaire-xlsx",
                tr("Questionnaire as Excel …"),
                partial(self._ask, "xlsx"),
                busy,
            ),
        ]
        several = len(talk.people) > 1
        for person in talk.people:
            who = person_words(snapshot, person)
            more = f": {who}" if several else ""
            none = "" if _answers(self._page, talk, person) else tr("There is no answer yet")
            found += [
                Act(
                    f"take-in-{person}",
                    tr("Take in answers …") + more,
                    partial(self._take, talk, person),
                    closed or busy,
                ),
                Act(
                    f"record-{person}",
                    tr("Record to confirm …") + more,
                    partial(self._record, talk, person),
                    none or busy,
                ),
                Act(
                    f"reply-{person}",
                    tr("What came back …") + more,
                    partial(self._correct, talk, person),
                    none or closed,
                ),
            ]
        return found

    def show_menu(self, where: QPoint) -> None:
        """Show what can be done; the menu ends when it closes."""
        acts = self.acts()
        if not acts:
            words = tr("Choose an interview in the list first.")
            self._page.say(Problem(tr("No interview is selected."), words))
            return
        menu = QMenu(self._page)
        menu.setObjectName("papers-menu")
        menu.setAccessibleName(tr("Papers of this interview"))
        menu.setToolTipsVisible(True)
        for act in acts:
            if act.name.startswith("take-in"):
                menu.addSeparator()
            one = QAction(act.words, menu)
            one.setObjectName(act.name)
            one.setEnabled(not act.why)
            one.setToolTip(act.why or act.words)
            one.triggered.connect(lambda _on=False, act=act: act.act())
            menu.addAction(one)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _ask(self, kind: str) -> None:
        talk = self.interview()
        target = self._target(tr("Questionnaire, {title}"), talk, kind) if talk else None
        if talk is not None and target is not None:
            self.write_questionnaire(talk, kind, target)

    def write_questionnaire(self, talk: Interview, kind: str, target: Path) -> None:
        """Write the interview's questionnaire, whole or not at all."""
        write = partial(self._desk.write_file, target)
        self._dressed(
            talk,
            target,
            lambda progress, order: making.questionnaire(progress, order, kind, write),
        )

    def ask_record(self, person: str) -> None:
        """Ask for the record that one who took part is to confirm."""
        talk = self.interview()
        if talk is not None:
            self._record(talk, person)

    def _record(self, talk: Interview, person: str) -> None:
        snapshot = self._session.snapshot
        if snapshot is None:
            return
        sheet = self._shown(RecordSheet(self._page))
        sheet.ask(
            person_words(snapshot, person),
            making.reply_by(talk),
            partial(self._save_record, talk, person),
            read_only=self._page.presenter.read_only,
        )

    def _save_record(self, talk: Interview, person: str, reply: date, sent: bool) -> None:
        target = self._target(tr("Interview record, {title}"), talk, "pdf")
        if target is not None:
            self.write_record(talk, person, reply, target, sent=sent)

    def write_record(
        self, talk: Interview, person: str, reply: date, target: Path, *, sent: bool
    ) -> None:
        """Write the record for one who took part; ``sent`` keeps that it goes out today."""
        snapshot = self._session.snapshot
        who = snapshot.get(Person, person) if snapshot is not None else None
        if who is None:
            return
        write = partial(self._desk.write_file, target)

        def done() -> None:
            if sent:
                from engagements.casework import confirming

                self._page.presenter.do(
                    confirming.record_sent, talk.id, sent=date.today(), reply_by=reply
                )

        self._dressed(
            talk,
            target,
            lambda progress, order: making.record(progress, order, who, reply, write),
            done,
        )

    def _correct(self, talk: Interview, person: str) -> None:
        snapshot = self._session.snapshot
        if snapshot is None:
            return
        sheet = self._shown(CorrectionSheet(self._page, snapshot.framework))
        answers = _answers(self._page, talk, person)
        taken = partial(self._keep_reply, talk, person)
        sheet.ask(person_words(snapshot, person), answers, taken)

    def _keep_reply(self, talk: Interview, person: str, on: date, right: Sequence[Answer]) -> None:
        from engagements.casework import confirming

        count = len(right)
        words = trn("{n} answer was set right.", "{n} answers were set right.", count)
        if not count:
            words = tr("Every answer stands as it was.")
        self._page.presenter.do(
            confirming.record_confirmed,
            talk.id,
            [confirming.own(one, talk, person) for one in right],
            on=on,
            on_done=lambda _change: self._show(tr("The reply is kept."), words),
        )

    def _take(self, talk: Interview, person: str) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._page,
            tr("Take in answers"),
            "",
            tr("Filled-in answers") + " (*.xlsx *.csv *.json)",
        )
        if name:
            self.take_in(talk, person, Path(name))

    def take_in(self, talk: Interview, person: str, source: Path) -> None:
        """Keep a filled-in sheet as what one interviewee said, in one step that can be undone."""
        snapshot = self._session.snapshot
        if snapshot is None:
            return
        framework = snapshot.framework
        self._begin(tr("Reading {name}", name=_short(source)))
        self._job = jobs.run(
            lambda _progress: making.entries(source, framework),
            owner=self,
            on_success=partial(self._keep_entries, talk.id, person, source),
            on_failure=self._refused,
            on_cancel=self._ended,
        )

    def _keep_entries(self, talk: str, person: str, source: Path, entries: Sequence[Any]) -> None:
        from engagements.casework import exchange

        self._ended()
        title = trn("{n} answer was taken in.", "{n} answers were taken in.", len(entries))
        advice = tr("From {name}. Ctrl+Z takes them back.", name=_short(source))
        self._page.presenter.do(
            exchange.take_in,
            entries,
            talk,
            person,
            on_done=lambda _change: self._show(title, advice),
        )

    def _target(self, words: str, talk: Interview, kind: str) -> Path | None:
        """Ask where a paper goes; None when nothing was chosen."""
        title = "".join(" " if c in FORBIDDEN or ord(c) < 32 else c for c in talk.title)
        offered = words.format(title=" ".join(title.split()))[:_MOST_NAME].strip(" .")
        name, _ = QFileDialog.getSaveFileName(
            self._page, tr("Save"), f"{offered}.{kind}", KINDS[kind]
        )
        if not name:
            return None
        return Path(name if name.lower().endswith(f".{kind}") else f"{name}.{kind}")

    def _dressed(
        self,
        talk: Interview,
        target: Path,
        work: Callable[[jobs.Progress, making.Order], None],
        done: Callable[[], None] | None = None,
    ) -> None:
        """Make a paper in the dress of the engagement's kit where it has one."""
        snapshot = self._session.snapshot
        if snapshot is None or self._job is not None:
            return

        def make(kit: bytes | None) -> None:
            order = making.Order(snapshot, talk, kit, self._desk.build_pdf)
            self._begin(tr("Writing {name}", name=_short(target)))
            self._job = jobs.run(
                lambda progress: work(progress, order),
                owner=self,
                on_success=lambda _none: self._written(target, done),
                on_failure=self._refused,
                on_progress=partial(self._step, target),
                on_cancel=self._ended,
            )

        brand = snapshot.engagement.brand
        if brand is None:
            make(None)
        else:
            self._session.do(
                lambda case: case.read_blob(brand),
                owner=self,
                reads=True,
                on_done=make,
                on_failed=self._refused,
            )

    def _begin(self, title: str) -> None:
        self._page.say(None)
        self._show(title, stop=True)

    def _step(self, target: Path, step: jobs.Step) -> None:
        words = tr(step.words)
        if step.total:
            words = tr("{what}, {done} of {total}", what=words, done=step.done, total=step.total)
        self._show(f"{tr('Writing {name}', name=_short(target))}:", words, stop=True)

    def _show(self, title: str, more: str = "", *, stop: bool = False) -> None:
        """Say something on one line: the list below needs its height."""
        if not self._page.presenter.safe.on:
            self.bar.show_problem(
                Problem(f"{title} {more}".strip()),
                tone="ok",
                action=tr("Cancel") if stop else "",
                act=self._stop if stop else None,
            )

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _written(self, target: Path, done: Callable[[], None] | None) -> None:
        self._ended()
        self._show(tr("{name} is written.", name=_short(target)))
        if done is not None:
            done()

    def _refused(self, problem: Problem) -> None:
        self._ended()
        self._page.say(problem)

    def _ended(self) -> None:
        self._job = None
        self.bar.forget()

    def _shown(self, sheet: Any) -> Any:
        """A sheet of this interview alone, in place of the one before."""
        self._drop()
        self._sheet = sheet
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return sheet

    def _drop(self) -> None:
        if self._sheet is not None:
            self._sheet.dismiss()
            taken_out(self._sheet)
            self._sheet = None

    def _hide(self) -> None:
        """Nothing of what went out or came back stays on screen while the client looks."""
        if self._page.presenter.safe.on:
            self._drop()
            self.bar.forget()


def _short(path: Path) -> str:
    """A file's name as it fits on a line."""
    return path.name if len(path.name) <= _SHORT else f"{path.name[: _SHORT - 1]}…"


def _answers(page: InterviewPage, talk: Interview, person: str) -> Sequence[Answer]:
    """What one who took part answered, else all together did, in the agenda's order."""
    snapshot = page.session.snapshot
    if snapshot is None:
        return ()
    order = {one.id: place for place, one in enumerate(snapshot.framework.criteria)}
    places = {key: place - len(talk.agenda) for place, key in enumerate(talk.agenda)}
    found = [
        one
        for one in snapshot.of(Answer)
        if one.interview == talk.id and one.voice in (ROOM, person) and one.criterion in order
    ]
    alone = {one.criterion for one in found if one.voice != ROOM}
    mine = [one for one in found if one.voice != ROOM or one.criterion not in alone]
    return sorted(mine, key=lambda one: {**order, **places}[one.criterion])
