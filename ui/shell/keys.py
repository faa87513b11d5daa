"""The keys that work on every page: bound to the window, and in words for the key map."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from engagements.language import tr
from engagements.problem import Problem
from ui.page import Keys
from ui.pages import Place
from ui.shell.long_work import KEY as LONG_WORK

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.parts.sheet import Sheet


def bind_keys(window: MainWindow, places: Iterable[Place]) -> None:
    """Bind a key per page and those of the window itself."""
    acts = {place.key: lambda name=place.name: window.go(name) for place in places}
    acts |= {
        "Ctrl+K": window.show_palette,
        "F1": window.show_key_map,
        "F6": lambda: window.next_pane(1),
        "Shift+F6": lambda: window.next_pane(-1),
        "F9": lambda: explain_safety(window),
        "F11": window.full_screen,
        "Ctrl+Z": lambda: undo(window),
        "Ctrl+Shift+Z": lambda: redo(window),
        "Shift+F10": context_menu,
        "Menu": context_menu,
        "Ctrl+Shift+L": window.next_mode,
        "Ctrl+Shift+C": window.copying.ask,
        LONG_WORK: window.session.cancel_long_work,
        "Ctrl+Q": window.close,
        "Ctrl+N": lambda: new(window),
        "Ctrl+O": lambda: choose(window),
    }
    for key, act in acts.items():
        QShortcut(QKeySequence(key), window).activated.connect(act)


def context_menu() -> None:
    """Open what a right click opens, for what has the focus; not every system does so itself."""
    from PySide6.QtGui import QContextMenuEvent

    here = QApplication.focusWidget()
    if here is None or QApplication.activePopupWidget() is not None:
        return
    cursor = here.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    typing = here.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    place = cursor.bottomLeft() if typing and isinstance(cursor, QRect) else here.rect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, place, here.mapToGlobal(place), Qt.KeyboardModifier(0)
    )
    QApplication.sendEvent(here, event)


def new(window: MainWindow) -> None:
    """Begin an engagement; where a sheet covers the page, what the sheet keeps several of."""
    sheet = covering(window)
    if sheet is None:
        window.at_home("new")
    else:
        sheet.add()


def choose(window: MainWindow) -> None:
    """Ask for a file to open, but not over a sheet."""
    if covering(window) is None:
        window.at_home("choose")


def covering(window: MainWindow) -> Sheet | None:
    """The sheet that lies over the page on screen, if there is one."""
    from ui.parts.sheet import Sheet

    sheets = window.current.findChildren(Sheet) if window.current else ()
    return next((one for one in sheets if one.isVisible()), None)


def explain_safety(window: MainWindow) -> None:
    """Say where client-safe view is to be had; a page that has it has its key too."""
    from ui.interview.client_safe import for_an_interview

    if window.current is not None:
        window.current.say(for_an_interview())


def undo(window: MainWindow) -> None:
    """Take back what the page on screen did itself, else the file's last change."""
    page = window.current
    if page is None or not page.take_back():
        _turn(window, window.undoing.undo)


def redo(window: MainWindow) -> None:
    """Bring back what was undone last in the file."""
    _turn(window, window.undoing.redo)


def _turn(window: MainWindow, act: Callable[[], None]) -> None:
    """Change the open engagement, but not from a page that shows several."""
    page = window.current
    if page is None or page.undo_words() is None:
        act()
    elif window.session.case is not None:
        page.say(
            Problem(
                tr("There is nothing to undo in this list."),
                tr("Changes of an engagement are undone on its own pages."),
            )
        )


def global_keys(places: Iterable[Place], *, safe: bool) -> tuple[Keys, ...]:
    """A key per page, then what can be done everywhere; ``safe`` leaves out what names a file."""
    copying = Keys(("Ctrl+Shift+C",), tr("save a copy of the engagement"))
    return (
        *(Keys((place.key,), tr(place.label)) for place in places),
        Keys(("Ctrl+K",), tr("go to anything")),
        Keys(("Ctrl+Z", "Ctrl+Shift+Z"), tr("undo, redo")),
        *(() if safe else (copying,)),
        Keys(("Shift+F10",), tr("the menu of what has the focus")),
        Keys(("Ctrl+.",), tr("suggestions for a misspelled word")),
        Keys((LONG_WORK,), tr("stop what is being copied or attached")),
        Keys(("F6", "Shift+F6"), tr("next or previous pane")),
        Keys(("Ctrl+Shift+L",), tr("light, dark or like the system")),
        Keys(("F11",), tr("full screen")),
        Keys(("F1",), tr("these keys")),
        Keys(("Ctrl+Q",), tr("Quit Plumbline")),
    )
