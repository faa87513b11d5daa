"""The Metrics page: every delivery metric of the framework, and the form of the one chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engagements.language import mark, tr
from engagements.problem import Problem
from engagements.records import MetricReading
from engagements.records.client import FIRST_UNIT_ID
from ui.metrics.form import MetricForm
from ui.metrics.presenter import MetricsPresenter
from ui.metrics.readings import HEADS, lines, reading_of, readings_of
from ui.metrics.spots import NOWHERE, Spot
from ui.metrics.typing import Faults, Typed, first_id, reading_from, spans, typed_of
from ui.page import Keys, Page
from ui.parts.locking import Lock
from ui.parts.units import offer_units
from ui.widgets import space
from ui.widgets.chips import Chip
from ui.widgets.fields import SearchField, Select, to_list
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
    Keys(("Ctrl+N",), mark("another reading of the same metric")),
    Keys(("Delete",), mark("take the reading out, Ctrl+Z brings it back")),
    Keys(("Tab",), mark("next field; what is typed is kept")),
)


class MetricsPage(Page):
    """Shows readings; what is typed is kept as a reading, or as typed until it can be read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.presenter = MetricsPresenter(desk.session, self)
        self._shown = NOWHERE
        self._picked: dict[tuple[str, str], str] = {}
        """The reading chosen of a metric in a scope unit, where it is not the first."""
        self._count = Chip(icon="hash", most=240)
        self._frozen = Chip(icon="lock", most=260)
        self._frozen.hide()
        self.lock = Lock(desk.session)
        self.search = SearchField(tr("Search metrics"))
        self._unit = Select([], tr("Scope unit"), prefix=tr("Unit:"), name="metrics-unit")
        self.view = Ledger(HEADS, "metrics", tr("Delivery metrics"))
        self._frame = Framed(self.view)
        self.form = MetricForm(self.presenter.drafts)
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
        self.search.searched.connect(lambda _words: self._fill())
        self.search.left_down.connect(lambda: to_list(self.view))
        self._unit.picked.connect(lambda _key: self._move())
        self.view.chosen.connect(lambda _key: self._move())
        self.view.entered.connect(lambda _key: self._begin())
        self.view.dismissed.connect(lambda _key: self._take_out())
        self.form.finished.connect(self.flush)
        self.form.typing.connect(self._typing)
        self.form.choice.picked.connect(self._pick)
        self.form.choice.added.connect(self.another)
        self.presenter.drafts.found.connect(self._recover)
        self.form.removes.connect(self._take_out)
        self.form.asks_criterion.connect(self.asks_criterion)
        self.form.thawed.connect(self._thaw)
        self.form.asks_finding.connect(self.asks_finding)
        for keys, slot in (("Ctrl+F", self.search.edit.setFocus), ("Ctrl+N", self.another)):
            key = QShortcut(QKeySequence(keys), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(slot)

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
        seen = (record.metric, record.scope_unit, record.id) == astuple(self._shown)
        self._picked[record.metric, record.scope_unit] = record.id
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
        self.presenter.drafts.flush()
        self.presenter.left()

    def case_opened(self) -> None:
        """Nothing of the last engagement stays."""
        self._picked.clear()
        self.presenter.drafts.take_up()
        self.lock.forget()
        self._shown = NOWHERE
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
        offer_units(self._unit, snapshot)
        self._unit.setVisible(len(snapshot.scope_units) > 1)
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

    def _spot(self) -> Spot:
        """What the form is to show."""
        metric, unit = self._here()
        reading = self._picked.get((metric, unit), "")
        if not reading and self.session.snapshot is not None:
            first = reading_of(self.session.snapshot, metric, unit)
            reading = first.id if first else first_id(metric, unit)
        return Spot(metric, unit, reading)

    def _kept(self, spot: Spot) -> MetricReading | None:
        snapshot = self.session.snapshot
        return snapshot.get(MetricReading, spot.reading) if snapshot else None

    def _show(self) -> None:
        spot, snapshot = self._spot(), self.session.snapshot
        metric = self._metric(spot.metric)
        if metric is None or snapshot is None:
            self._shown = NOWHERE
            self.form.show_empty(tr("No metric matches. Esc empties the search."))
            return
        reading, typed = self._kept(spot), self._typed_at(spot)
        if spot != self._shown:
            if (spot.metric, spot.unit) != (self._shown.metric, self._shown.unit):
                self.form.show_metric(metric, snapshot.framework)
                self.form.to_top()
            self._shown = spot
            self.form.fill(typed or typed_of(reading))
            if typed is not None:
                self._try(metric)
        elif typed is None and self.presenter.known(spot.place) != reading:
            self.form.fill(typed_of(reading))
        self.presenter.knows(spot.place, reading)
        self.form.keeps(typed_of(reading))
        self.form.recovered.speak_for((spot.place,))
        there = readings_of(snapshot, spot.metric, spot.unit)
        self.form.choice.show_readings(there, self._begun(spot, there), spot.reading)
        clashes = self.presenter.clashes(spot.metric, spot.unit)
        self.form.show_standing(metric, reading, clashes)
        self._show_lock()

    def _typed_at(self, spot: Spot) -> Typed | None:
        """What is being typed there; nothing while the engagement is closed."""
        text = None if self.lock.words() else self.presenter.drafts.text(spot.place)
        return Typed.unpacked(text) if text is not None else None

    def _begun(self, spot: Spot, there: Sequence[MetricReading]) -> list[str]:
        """Readings of a metric that are being typed and not kept yet, by id."""
        begun = [spot.reading]
        for one in map(Spot.at, self.presenter.drafts.places()):
            if (one.metric, one.unit) == (spot.metric, spot.unit) and one.reading not in begun:
                begun.append(one.reading)
        kept = {one.id for one in there}
        return [one for one in begun if one not in kept]

    def _pick(self, reading: str) -> None:
        """Show another reading of the same metric."""
        self.flush()
        self._picked[self._here()] = reading
        self._fill()

    def another(self) -> None:
        """Begin another reading of the metric; the first one is begun by typing."""
        if words := self.lock.words():
            self.say(Problem(words))
            return
        if self._metric(self._here()[0]) is None:
            return
        self.flush()
        if self._kept(self._spot()) is not None:
            self._picked[self._here()] = uuid4().hex
            self._fill()
        self.form.low.setFocus(Qt.FocusReason.OtherFocusReason)

    def _recover(self) -> None:
        """Show the reading that was being typed when the program ended."""
        left = [Spot.at(place) for place in self.presenter.drafts.recovered()]
        for spot in left:
            self._picked[spot.metric, spot.unit] = spot.reading
        if left:
            self._unit.choose(left[-1].unit)
            self.view.choose(left[-1].metric)
        self._shown = NOWHERE
        self._fill()

    def _show_lock(self) -> None:
        words = self.lock.words()
        self.form.lock(words, may_thaw=self.lock.may_thaw)
        self._frozen.set_text(words)
        self._frozen.setVisible(bool(words))

    def _thaw(self) -> None:
        self.lock.thaw()
        self._shown = NOWHERE
        self._fill()
        self._begin()

    def _typing(self) -> None:
        """What stands in the form is a draft until a field is left; what is kept is none."""
        spot = self._shown
        if self._metric(spot.metric) is None or self.lock.words():
            return
        typed = self.form.typed()
        if typed == typed_of(self._kept(spot)):
            self.presenter.drafts.give_up(spot.place)
            self.form.show_faults({})
        else:
            self.presenter.drafts.typed(spot.place, typed.packed())

    def _try(self, metric: Metric) -> MetricReading | None:
        """The reading that stands in the form; None with its faults shown."""
        spot, typed = self._shown, self.form.typed()
        try:
            reading = reading_from(typed, metric, spot.unit, self._kept(spot), spot.reading)
        except Faults as faults:
            if self.presenter.drafts.text(spot.place) != typed.packed():
                self.presenter.drafts.typed(spot.place, typed.packed())
            self.form.show_faults(faults.by_field)
            return None
        self.form.show_faults({})
        return reading

    def flush(self) -> None:
        """Keep what stands in the form, unless it is what is kept already."""
        spot, metric = self._shown, self._metric(self._shown.metric)
        if metric is None or self.lock.words():
            return
        typed, kept = self.form.typed(), self._kept(spot)
        if typed == typed_of(kept):
            self.presenter.drafts.give_up(spot.place)
            return
        reading = self._try(metric)
        if reading is None:
            return
        if typed.empty and kept is not None:
            self.presenter.delete(kept.id, spot.place, done=self._taken_out)
        elif reading != kept and not typed.empty:
            changed = kept is None or reading.cases != kept.cases
            if changed:
                self.form.show_spans(spans(typed, metric))
            # The form says it already: it is not filled again while the next field is typed into.
            self.presenter.knows(spot.place, reading)
            self.presenter.save(reading, spot.place)
        else:
            self.presenter.drafts.give_up(spot.place)

    def _begin(self) -> None:
        self.form.low.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.low.selectAll()

    def _take_out(self) -> None:
        if words := self.lock.words():
            self.say(Problem(words))
            return
        spot = self._spot()
        reading = self._kept(spot)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._picked.pop((spot.metric, spot.unit), None)
        self._shown = NOWHERE
        if reading is not None:
            self.presenter.delete(reading.id, spot.place, done=self._taken_out)
        else:
            self.presenter.drafts.give_up(spot.place)
            self._fill()

    def _taken_out(self) -> None:
        """Its draft has ended with it: the form shows none of it."""
        self._shown = NOWHERE
        self._fill()

    def _refused(self, problem: Problem) -> None:
        self._shown = NOWHERE
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
