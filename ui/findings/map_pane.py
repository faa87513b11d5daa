"""The left of Findings: the map with what is looked for in it, its filters and its legend."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engagements.assessment.heat_map import Flag, Tile
from engagements.language import tr
from engagements.records.snapshot import Snapshot
from ui.findings.filters import Filters, Wanted
from ui.findings.map_view import MapView
from ui.findings.reading import Map
from ui.widgets.buttons import Button, Segmented
from ui.widgets.chips import card
from ui.widgets.fields import SearchField, Select
from ui.widgets.labels import TextBlock


class MapPane(QWidget):
    """Shows a Map; knows which filter is on."""

    chosen = Signal(str)
    """The criterion to open."""
    unit_chosen = Signal(str)
    start_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._map: Map | None = None
        self.filter: Flag | Tile | None = None
        self._shape = Segmented(
            [("criteria", tr("Criteria")), ("dimensions", tr("Dimensions"))],
            tr("Rows"),
            name="rows",
        )
        self._shape.choose("dimensions")
        self.search = SearchField(tr("Find criterion"), key="/")
        self.units = Select((), tr("Scope unit"), name="findings-unit")
        self._agreement = TextBlock("", "small", tone="ink_2", lines=2)
        self.flags, self.legend = Filters(legend=False), Filters(legend=True)
        self.view = MapView()
        self.empty = TextBlock("", tone="ink_2")
        self.start = Button(tr("Start with an interview"), name="start-interview")
        self._build()
        self._connect()

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.search.setFixedWidth(230)
        for widget in (self._shape, self.search, self.units):
            row.addWidget(widget)
        policy = self._agreement.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # it has what the others leave
        self._agreement.setSizePolicy(policy)
        row.addWidget(self._agreement, 1)
        self._column.addLayout(row)
        for widget in (self.flags, self.empty, self.start):
            self._column.addWidget(widget)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.view)
        self._column.addWidget(frame, 1)
        self._column.addWidget(self.legend)

    def _connect(self) -> None:
        self.view.chosen.connect(self.chosen)
        self.flags.chosen.connect(self.choose_filter)
        self.legend.chosen.connect(self.choose_filter)
        self.search.searched.connect(lambda _text: self._show_rows())
        self.search.left_down.connect(self._into_map)
        self._shape.chosen.connect(lambda key: self.view.expand_everything(on=key == "criteria"))
        self.units.picked.connect(self.unit_chosen)
        self.start.clicked.connect(self.start_asked)

    def forget(self) -> None:
        """Show nothing of the last engagement."""
        self._map = self.filter = None
        self.view.criterion = ""
        self.view.show_map(None)
        self._shape.choose("dimensions")

    def show_map(self, found: Map) -> None:
        """Show another map and its counts."""
        self._map = found
        self.flags.show_counts(found.flags)
        self.legend.show_counts(found.tiles)
        self._agreement.set_text(found.agreement)
        nothing = found.answered == 0
        self.empty.set_text(
            tr("Nothing is answered yet. The map fills as interviews go on.") if nothing else ""
        )
        self.empty.setVisible(nothing)
        self.start.setVisible(nothing)
        self._show_rows()

    def show_units(self, snapshot: Snapshot | None, chosen: str) -> None:
        """Offer the scope units where there are several."""
        units = snapshot.scope_units if snapshot else ()
        self.units.setVisible(len(units) > 1)
        self.units.set_choices([(one.id, one.name or tr("Scope")) for one in units])
        self.units.choose(chosen)

    def choose_filter(self, what: Flag | Tile | None) -> None:
        """Show only what has a flag or a tile; None shows all."""
        self.filter = what
        self.flags.show_choice(what)
        self.legend.show_choice(what)
        self._show_rows()

    def let_in(self, criterion: str) -> None:
        """Take filter and search away when they leave a criterion out."""
        if not self.view.map_model.place_of(criterion).isValid():
            self.choose_filter(None)
            self.search.edit.clear()

    def to_filters(self) -> None:
        """Go to the first filter there is."""
        first = self.flags.first() or self.legend.first()
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def to_find(self) -> None:
        """Go to the search line."""
        self.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def order(self) -> list[str]:
        """The criteria shown, in their order."""
        return [one.criterion for one in self.view.map_model.lines()]

    def set_low(self, *, low: bool) -> None:
        """Take less room."""
        self.view.set_low(low=low)
        side = 14 if low else 20
        self._column.setContentsMargins(side, 14, side, 12)

    def _show_rows(self) -> None:
        text = self.search.edit.text().strip().casefold()
        what = self.filter
        wanted = None if what is None and not text else Wanted(what, text)
        self.view.show_map(self._map, wanted)
        none = wanted is not None and self.view.map_model.rowCount() == 0
        if none:
            self.empty.set_text(tr("No criterion matches. Esc takes the filter away."))
        if self._map is not None and self._map.answered:
            self.empty.setVisible(none)

    def _into_map(self) -> None:
        order = self.order()
        if self.search.edit.text() and order:
            self.chosen.emit(order[0])
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
