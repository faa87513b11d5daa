"""What every page of the window is: its title, its keys, and how it hears of changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engagements.problem import Problem

if TYPE_CHECKING:
    from engagements.casework.case import Change
    from engagements.library import Row
    from engagements.records.base import Record
    from ui.desk import Desk
    from ui.session import Session


class Keys(NamedTuple):
    """Keys that do one thing, and what they do in a few words: ``Keys(("Up", "Down"), "select")``.

    ``wide`` marks a hint that a narrow window leaves out of the status bar; F1 still lists it.
    """

    keys: tuple[str, ...]
    words: str
    wide: bool = False


def always(_session: Session, _page: Any) -> bool:
    """It can be done at any time."""
    return True


def anywhere(_page: Any) -> bool:
    """Its key works wherever the page is."""
    return True


class Command(NamedTuple):
    """Something that can be done on a page, as Ctrl+K offers it from everywhere.

    Those of a page are the table ``COMMANDS`` beside it, which is read without making the page.
    """

    name: str
    words: str
    """Those of its button, marked; with ``{what}`` where ``what`` is named."""
    act: Callable[[Any], object]
    """Does it as the button does, refusals included; is given the page, on screen by then."""
    key: str = ""
    """The key that does it too."""
    icon: str = "arrow"
    what: str = ""
    """Marked."""
    where: str = ""
    """The part of the page, marked; without it the page is named, where it is another one."""
    with_what: Callable[[Any], str] | None = None
    """Names what it is done to, in place of ``where``; is given the page."""
    also: str = ""
    """Other words it is found by, marked."""
    offered: Callable[[Session, Any], bool] = always
    """Whether it makes sense now; is given the page, or None while that was never on screen."""
    waits: bool = False
    """It acts on what the page works out, and waits until that is there."""
    harmless: bool = False
    """It may be offered while the client looks at the screen."""
    works: Callable[[Any], bool] = anywhere
    """Whether the key does it where the page, which is on screen, is now."""


class Typed(NamedTuple):
    """Words that are being typed on a page and are not kept yet, for Ctrl+K.

    ``name`` is unique, ``where`` a few words for the place, ``act`` goes there on the page.
    """

    name: str
    words: str
    where: str
    act: Callable[[], object]


class Page(QWidget):
    """One page. A page shows and reports; its presenter decides.

    The shell calls ``entered`` and ``left`` (write drafts there), ``case_opened`` when another
    engagement is open (or none), and ``snapshot_changed`` after every committed change.
    """

    asks_page = Signal(str)
    """The name of the page to go to."""
    asks_criterion = Signal(str)
    """The criterion to show on the Interview page; empty: the interview that is under way."""
    asks_finding = Signal(str)
    """The criterion to show on the Findings page."""
    asks_judgement = Signal(str, str)
    """The same, and the scope unit in which it waits to be judged; empty for the one on screen."""
    asks_details = Signal()
    """The details of the open engagement are to be shown."""
    titled = Signal()
    """Title, crumb, chips, top bar or window title have changed."""
    hinted = Signal()
    """The keys valid now have changed; the shell asks by itself when the focus moves."""
    said = Signal(object)
    """A Problem to show under the top bar, or None to take it away."""
    went_well = Signal(object)
    """What there is to say is good news, as a Problem's title and advice."""
    safety_changed = Signal()
    """Client-safe mode began or ended; ``client_safe`` says."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.session = desk.session

    def crumb(self) -> tuple[str, ...]:
        """Words left in the top bar; the last is the page, what comes before is the way to it."""
        return ()

    def chips(self) -> Sequence[QWidget]:
        """Small widgets beside the crumb; made once, the shell only places them."""
        return ()

    def top_bar(self) -> Sequence[QWidget]:
        """Widgets at the right of the top bar; made once, the primary action last."""
        return ()

    def mode(self) -> str:
        """What the keyboard does now, in words ("Typing in note"); empty when there is one way."""
        return ""

    def hints(self) -> Sequence[Keys]:
        """Keys valid for the current focus, for the status bar; at most four."""
        return ()

    def undo_words(self) -> str | None:
        """What Ctrl+Z takes back on this page alone, empty while there is nothing.

        None leaves it to the last change of the engagement, wherever that was.
        """
        return None

    def take_back(self) -> bool:
        """Take back what a message of this page offers to; False when there is none."""
        return False

    def key_map(self) -> Sequence[Keys]:
        """All keys of this page, for F1; the shell adds the global ones."""
        return self.hints()

    @property
    def name(self) -> str:
        """The page's name, as its Place gives it."""
        return self.objectName().removeprefix("page-")

    def is_ready(self) -> bool:
        """Whether what there is to act on is shown; ``titled`` tells when it is."""
        return True

    def typed(self) -> Sequence[Typed]:
        """Notes that are being typed here."""
        return ()

    def safe_criteria(self) -> Sequence[str]:
        """Ids of the criteria that may be gone to while ``client_safe``."""
        return ()

    def place(self) -> str:
        """Where one is on the page (selection, scroll), to come back to; empty for the start."""
        return ""

    def take_place(self, place: str) -> None:
        """Go back to what ``place`` once returned; a place that is gone does nothing."""

    def panes(self) -> Sequence[QWidget]:
        """Widgets that F6 goes through, left to right."""
        return ()

    def client_safe(self) -> bool:
        """True while only what the client may see is on screen; the shell closes all else."""
        return False

    def may_name(self, record: Record) -> bool:
        """False while the undo hint must not name what a record holds (client-safe mode)."""
        del record
        return True

    def reveal(self, record: Record) -> bool:
        """Bring a record on screen before it is undone; True when it already was."""
        del record
        return True

    def first_focus(self) -> QWidget | None:
        """The widget that has the focus when the page is entered for the first time."""
        return None

    def entered(self) -> None:
        """The page is on screen now."""

    def left(self) -> None:
        """The page is about to leave the screen, the engagement or the program: write drafts."""

    def case_opened(self) -> None:
        """Another engagement is open, or none; ``self.session.snapshot`` says."""

    def snapshot_changed(self, change: Change) -> None:
        """A change was committed; ``change.records`` and ``change.removed`` say what."""

    def say(self, problem: Problem | None) -> None:
        """Show a message with its advice under the top bar; None takes it away."""
        self.said.emit(problem)

    def show_criterion(self, criterion: str, unit: str = "") -> None:
        """Show one criterion by its id; Interview does, and Findings, in a scope unit by its id."""

    def take_file(self, path: Path, refused: Callable[[], object] = lambda: None) -> None:
        """An engagement file was dropped on the window or named at the start; Home takes it.

        Where it cannot be opened ``refused()`` is called, then the reason said.
        """

    def tell_engagements(self, told: Callable[[Sequence[Row]], None]) -> None:
        """Call ``told`` with the engagements there are, later; Home does."""

    def open_again(self, path: Path, page: str, *, quietly: bool = False) -> None:
        """Open what was open last time and go to a page of it; Home does."""

    def light_drop(self, *, on: bool) -> None:
        """A file hangs over the window (or no longer): show where it would go."""

    def end(self) -> None:
        """The program ends: let go of what is held outside."""
