"""What was probably meant by a misspelled word, as a menu offers it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from engagements.language import tr
from engagements.language.keys import cap
from ui.parts.spelling import spelling

KEY = "Ctrl+."


def offer(
    menu: QMenu, word: str, replace: Callable[[str], None], ignore: Callable[[], None]
) -> QMenu:
    """Put before whatever a menu holds what can be done with a word; returns the menu."""
    menu.setObjectName("spelling-menu")
    menu.setAccessibleName(remark(word))
    before = menu.actions()[0] if menu.actions() else None
    speller = spelling().speller()
    meant = speller.suggestions(word) if speller is not None else ()
    entries = [QAction(one, menu) for one in meant] or [QAction(tr("No suggestion"), menu)]
    for entry, one in zip(entries, meant, strict=False):
        entry.triggered.connect(partial(_heed, replace, one))
    entries[0].setEnabled(bool(meant))
    between = QAction(menu)
    between.setSeparator(True)
    add, pass_over = QAction(tr("Add to my words"), menu), QAction(tr("Ignore here"), menu)
    add.triggered.connect(partial(_heed, spelling().add, word))
    pass_over.triggered.connect(lambda _on=False: ignore())
    for entry in (*entries, between, add, pass_over):
        menu.insertAction(before, entry)  # type: ignore[arg-type]
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def first(menu: QMenu) -> QAction:
    """The first entry that does anything."""
    return next(one for one in menu.actions() if one.isEnabled() and not one.isSeparator())


def remark(word: str) -> str:
    """What is said about a marked word."""
    return tr("“{word}” may be misspelled. {key} shows suggestions.", word=word, key=cap(KEY))


def _heed(act: Callable[[str], None], word: str, _checked: bool = False) -> None:
    act(word)
