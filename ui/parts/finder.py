"""Finding a question by a few letters: a line and the questions it means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QObject,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QVBoxLayout,
    QWidget,
)

from engagements.framework.model import Criterion
from engagements.language import tr
from ui.parts.rows import ROW, Index, Rows, put
from ui.parts.sheet import Sheet
from ui.theme import theme
from ui.widgets.fields import LineEdit

ITEM = Qt.ItemDataRole.UserRole


class CriteriaModel(QAbstractListModel):
    """Questions that match what was typed, best first."""

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[Criterion, ...] = ()

    def show(self, found: Sequence[Criterion]) -> None:
        """Show other questions."""
        self.beginResetModel()
        self._found = tuple(found)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many match."""
        return 0 if parent is not None and parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Code and title; the delegate takes the criterion itself."""
        if not index.isValid():
            return None
        one = self._found[index.row()]
        if role == ITEM:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{one.id} {one.title}"
        return None


class _Rows(Rows):
    """Code in bold, then the title."""

    def write(self, painter: QPainter, area: QRect, index: Index) -> None:
        one: Criterion = index.data(ITEM)
        put(painter, area.adjusted(12, 0, 0, 0), one.id, "ink", 600)
        put(painter, area.adjusted(84, 0, -10, 0), one.title, "ink_2", 400)


class Finder(QWidget):
    """The line and its list; Up and Down choose while the line keeps the focus."""

    taken = Signal(str)
    """The criterion that was chosen by Enter or a click."""

    def __init__(self, words: str, placeholder: str, *, name: str, rows: int = 8) -> None:
        """``words`` is the line's accessible name, ``name`` the object's, in no language."""
        super().__init__()
        self._criteria: tuple[Criterion, ...] = ()
        self.line = LineEdit(words, placeholder)
        self.line.setObjectName(name)
        self._model = CriteriaModel()
        self.list = QListView()
        self.list.setObjectName(f"{name}-list")
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setAccessibleName(tr("Questions found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setFixedHeight(rows * theme().scaled(ROW))
        self.list.clicked.connect(lambda at: self.taken.emit(at.data(ITEM).id))
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(self.list)

    def begin(self, criteria: Sequence[Criterion], *, choose: bool) -> None:
        """Offer these questions; ``choose`` points at the first even while nothing is typed."""
        self._criteria, self._choose = tuple(criteria), choose
        self.line.clear()
        self._search("")

    def chosen(self) -> str:
        """The criterion pointed at; empty when there is none."""
        index = self.list.currentIndex()
        return index.data(ITEM).id if index.isValid() else ""

    def _search(self, typed: str) -> None:
        self._model.show(matching(self._criteria, typed))
        if self._model.rowCount() and (typed.strip() or self._choose):
            self.list.setCurrentIndex(self._model.index(0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go through the list."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            step = steps.get(Qt.Key(event.key()))
            if step and self._model.rowCount():
                at = self.list.currentIndex().row() + step
                at = max(0, min(at, self._model.rowCount() - 1))
                self.list.setCurrentIndex(self._model.index(at, 0))
                return True
        return super().eventFilter(watched, event)


class JumpSheet(Sheet):
    """Ctrl+J: any question of the framework by code or words."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page, tr("Go to a question"), tr("Go"), name="jump")
        self._finder = Finder(
            tr("Code or words"),
            tr("Code or words: SRC 1.2, drift, registry"),
            name="jump-find",
            rows=10,
        )
        self._finder.taken.connect(self._take)
        self.body.addWidget(self._finder)
        self._taken: Callable[[str], None] | None = None

    def ask(self, criteria: Sequence[Criterion], taken: Callable[[str], None]) -> None:
        """Ask for a question; ``taken`` gets its id."""
        self._taken = taken
        self._finder.begin(criteria, choose=True)
        self.show_over(self._finder.line)

    def submit(self) -> None:
        """Go to the one pointed at."""
        if found := self._finder.chosen():
            self._take(found)
        else:
            self.refuse(tr("No question matches."))

    def _take(self, criterion: str) -> None:
        taken = self._taken
        self.dismiss()
        if taken is not None:
            taken(criterion)


def matching(criteria: Sequence[Criterion], typed: str) -> tuple[Criterion, ...]:
    """Criteria that a few typed letters mean: by id first, then by words of title and question."""
    words = typed.casefold().split()
    if not words:
        return tuple(criteria)
    squeezed = "".join(ch for ch in typed.casefold() if ch.isalnum())

    def rank(one: Criterion) -> int | None:
        code = "".join(ch for ch in one.id.casefold() if ch.isalnum())
        if squeezed and code.startswith(squeezed):
            return 0
        if squeezed and squeezed in code:
            return 1
        title = one.title.casefold()
        if all(word in title for word in words):
            return 2
        whole = f"{one.id} {title} {one.question}".casefold()
        return 3 if all(word in whole for word in words) else None

    ranked = [(rank(one), n, one) for n, one in enumerate(criteria)]
    found = sorted((r, n) for r, n, _ in ranked if r is not None)
    return tuple(criteria[n] for _, n in found)
