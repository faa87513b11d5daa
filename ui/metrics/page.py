"""The Metrics page: every delivery metric of the framework, and the form of the one chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engagements.language import mark, tr
from engagements.problem import Problem
from engagements.records import MetricReading
from engagements.records.client import FIRST_UNIT_ID
from ui.metrics.form import MetricForm
from ui.metrics.presenter import MetricsPresenter
from ui.metrics.readings import HEADS, lines, reading_of
from ui.metrics.typing import Faults, Typed, reading_from, spans, typed_of
from ui.page import Keys, Page
from ui.parts.locking import Lock
from ui.widgets import space
from ui.widgets.chips import Chip
from ui.widgets.fields import SearchField, Select
from ui.widgets.ledger import LOW_ROW, ROW, Framed, Ledger

if TYPE_CHECKING:
    from engagements.casework.case import Change
    from engagements.framework.model import Metric
    from engagements.records.base import Record
    from ui.desk import Desk

HINTS = (
    Keys(("Up", "Down"), mark("select")),
    Keys(("Enter",), mark("enter a reading")),
    Keys(("Ctrl+F",), mark("search"), wide=True),
)
KEYS = (
    *HINTS,
    Keys(("Delete",), mark("take the reading out, Ctrl+Z brings it back")),
    Keys(("Tab",), mark("next field; what is typed is kept")),
)


class MetricsPage(Page):
    """Shows readings; what is typed is kept as a reading, or as typed until it can be read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.presenter = MetricsPresenter(desk.session, self)
        self.unread: dict[tuple[str, str], Typed] = {}
        """What was typed and cannot be read yet, by metric and scope unit."""
        self._saving: dict[tuple[str, str], Typed] = {}
        """What was typed of the reading on its way to the file."""
        self._shown = ("", "")
        self._count = Chip(icon="hash", most=240)
        self._frozen = Chip(icon="lock", most=260)
        self._frozen.hide()
        self.lock = Lock(desk.session)
        self.search = SearchField(tr("Search metrics"))
        self._unit = Select([], tr("Scope unit"), prefix=tr("Unit:"), name="metrics-unit")
        self.view = Ledger(HEADS, "metrics", tr("Delivery metrics"))
        self._frame = Framed(self.view)
        self.form = MetricForm()
        self._left = QVBoxLayout()
        self._left.addWidget(self._frame, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._left, 1)
        row.addWidget(self.form)
        self._connect()

    def _connect(self) -> None:
        self.presenter.told.connect(self._fill)
        self.presenter.refused.connect(self._refused)
        self.presenter.unsaved.connect(self._unsaved)
        self.search.searched.connect(lambda _words: self._fill())
        self.search.left_down.connect(self.view.setFocus)
        self._unit.picked.connect(lambda _key: self._move())
        self.view.chosen.connect(lambda _key: self._move())
        self.view.entered.connect(lambda _key: self._begin())
        self.view.dismissed.connect(lambda _key: self._take_out())
        self.form.finished.connect(self.flush)
        self.form.removes.connect(self._take_out)
        self.form.asks_criterion.connect(self.asks_criterion)
        self.form.thawed.connect(self._thaw)
        self.form.asks_finding.connect(self.asks_finding)
        key = QShortcut(QKeySequence("Ctrl+F"), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.search.edit.setFocus)

    def crumb(self) -> tuple[str, ...]:
        """The client, then the page."""
        snapshot = self.session.snapshot
        return (snapshot.client.name, tr("Metrics")) if snapshot else (tr("Metrics"),)

    def chips(self) -> Sequence[QWidget]:
        """How many metrics were read, and why nothing may be changed."""
        return (self._count, self._frozen)

    def top_bar(self) -> Sequence[QWidget]:
        """The scope unit where there are several, and the search."""
        return (self._unit, self.search)

    def hints(self) -> Sequence[Keys]:
        """Keys of the list."""
        return tuple(Keys(one.keys, tr(one.words), one.wide) for one in HINTS)

    def key_map(self) -> Sequence[Keys]:
        """All keys."""
        return tuple(Keys(one.keys, tr(one.words), one.wide) for one in KEYS)

    def panes(self) -> Sequence[QWidget]:
        """List and form."""
        return (self.view, self.form)

    def first_focus(self) -> QWidget | None:
        """The list."""
        return self.view

    def reveal(self, record: Record) -> bool:
        """Show a reading that is to be undone."""
        if not isinstance(record, MetricReading):
            return True
        seen = (record.metric, record.scope_unit) == self._shown
        self._unit.choose(record.scope_unit)
        self.search.edit.clear()
        self.view.choose(record.metric)
        self._move()
        return seen

    def entered(self) -> None:
        """Show what is there now."""
        self._fill()
        self.presenter.entered()

    def left(self) -> None:
        """Keep what was typed."""
        self.flush()
        self.presenter.left()

    def case_opened(self) -> None:
        """Nothing of the last engagement stays."""
        self.unread.clear()
        self.lock.forget()
        self._shown = ("", "")
        self.search.edit.clear()
        self._fill()
        self.presenter.changed()

    def snapshot_changed(self, change: Change) -> None:
        """Follow what was committed."""
        if change.touched:
            self._fill()
            self.presenter.changed()

    def _here(self) -> tuple[str, str]:
        return self.view.current(), self._unit.current() or FIRST_UNIT_ID

    def _fill(self) -> None:
        snapshot = self.session.snapshot
        if snapshot is None:
            self.view.show_lines(())
            return
        units = [(one.id, one.name.strip() or tr("First unit")) for one in snapshot.scope_units]
        self._unit.set_choices(units)
        self._unit.setVisible(len(units) > 1)
        unit, hits = self._here()[1], self.presenter.hits
        self.view.show_lines(lines(snapshot, unit, hits, self.search.edit.text()))
        self._frame.fit()
        metrics = snapshot.framework.metrics
        read = sum(reading_of(snapshot, one.id, unit) is not None for one in metrics)
        self._count.set_text(tr("{n} of {of} read", n=read, of=len(metrics)))
        self._show()
        self.titled.emit()

    def _move(self) -> None:
        """Another metric or unit: keep what was typed, then show it."""
        self.flush()
        self._fill()

    def _metric(self, metric: str) -> Metric | None:
        snapshot = self.session.snapshot
        return snapshot.framework.metric.get(metric) if snapshot else None

    def _show(self) -> None:
        here, snapshot = self._here(), self.session.snapshot
        metric = self._metric(here[0])
        if metric is None or snapshot is None:
            self._shown = ("", "")
            self.form.show_empty(tr("No metric matches. Esc empties the search."))
            return
        reading = reading_of(snapshot, *here)
        if here != self._shown:
            self._shown = here
            self.form.show_metric(metric, snapshot.framework)
            self.form.fill(self.unread.get(here) or typed_of(reading))
            self.form.to_top()
            if here in self.unread:
                self._try(metric, here)
        elif here not in self.unread and self.presenter.known(here) != reading:
            self.form.fill(typed_of(reading))
        self.presenter.knows(here, reading)
        self.form.show_standing(metric, reading, self.presenter.clashes(*here))
        self._show_lock()

    def _show_lock(self) -> None:
        words = self.lock.words()
        self.form.lock(words, may_thaw=self.lock.may_thaw)
        self._frozen.set_text(words)
        self._frozen.setVisible(bool(words))

    def _thaw(self) -> None:
        self.lock.thaw()
        self._show_lock()
        self._begin()

    def _try(self, metric: Metric, here: tuple[str, str]) -> MetricReading | None:
        """The reading that stands in the form; None with its faults shown."""
        snapshot = self.session.snapshot
        if snapshot is None:
            return None
        typed = self.form.typed()
        try:
            reading = reading_from(typed, metric, here[1], reading_of(snapshot, *here))
        except Faults as faults:
            self.unread[here] = typed
            self.form.show_faults(faults.by_field)
            return None
        self.unread.pop(here, None)
        self.form.show_faults({})
        return reading

    def flush(self) -> None:
        """Keep what stands in the form, unless it is what is kept already."""
        here, snapshot = self._shown, self.session.snapshot
        metric = self._metric(here[0])
        if metric is None or snapshot is None or self.lock.words():
            return
        typed, kept = self.form.typed(), reading_of(snapshot, *here)
        if typed == typed_of(kept):
            self.unread.pop(here, None)
            return
        reading = self._try(metric, here)
        if reading is None:
            return
        if typed.empty and kept is not None:
            self.presenter.delete(kept.id)
        elif reading != kept and not typed.empty:
            changed = kept is None or reading.cases != kept.cases
            if changed:
                self.form.show_spans(spans(typed, metric))
            # The form says it already: it is not filled again while the next field is typed into.
            self.presenter.knows(here, reading)
            self._saving = {here: typed}
            self.presenter.save(reading)

    def _begin(self) -> None:
        self.form.low.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.low.selectAll()

    def _take_out(self) -> None:
        if words := self.lock.words():
            self.say(Problem(words))
            return
        snapshot, here = self.session.snapshot, self._here()
        reading = reading_of(snapshot, *here) if snapshot else None
        self.unread.pop(here, None)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if reading is not None:
            self._shown = ("", "")
            self.presenter.delete(reading.id)

    def _unsaved(self, here: tuple[str, str]) -> None:
        """What was typed stays, and is kept when it is left the next time."""
        self.unread[here] = self._saving.get(here, self.form.typed())

    def _refused(self, problem: Problem) -> None:
        self._shown = ("", "")
        self._fill()
        self.say(problem)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the measures of a narrow or low window."""
        super().resizeEvent(event)
        narrow, low = space.of_window(self.window().size())
        self._left.setContentsMargins(24, 14 if low else 20, 24, 14)
        self.view.fit(narrow=narrow, row=LOW_ROW if low or narrow else ROW)
        self._frame.fit()
        self.form.fit(narrow=narrow)
