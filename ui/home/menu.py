"""The menu of one engagement: its pages first, then what can be done with its file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from engagements.language import tr
from ui.home.acts import Act


def built(parent: QWidget, acts: Sequence[Act], do: Callable[[Act], None]) -> QMenu:
    """A menu of ``acts`` that ends with the next one; ``do`` is told which was chosen.

    Keys are shown, not bound: the page binds them once for list and menu alike.
    """
    menu = QMenu(parent)
    menu.setObjectName("engagement-menu")
    menu.setAccessibleName(tr("More with this engagement"))
    for act in acts:
        if act.name in ("delete", "forget") and menu.actions():
            menu.addSeparator()
        one = QAction(f"{act.label}\t{act.key}" if act.key else act.label, menu)
        one.triggered.connect(lambda _on=False, act=act: do(act))
        menu.addAction(one)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
