"""What Settings has, for Ctrl+K: most lead to their place there, with the keys in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from engagements.language import mark
from ui.page import Command, always
from ui.parts.pressing import is_open, press

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.session import Session
    from ui.settings.page import SettingsPage

Field = Callable[["SettingsPage"], "QWidget"]


def _lead(field: Field, page: SettingsPage) -> None:
    page.lead_to(field(page))


def _chosen(group: Any) -> QWidget:
    """The button of a group that is on."""
    buttons = tuple(group.buttons().values())
    return next((one for one in buttons if one.isChecked()), buttons[0])


def _to(
    name: str,
    words: str,
    field: Field,
    *,
    where: str = "",
    offered: Callable[[Session, Any], bool] = always,
) -> Command:
    act = partial(_lead, field)
    return Command(f"set-{name}", words, act, icon="settings", where=where, offered=offered)


def _back_up(page: SettingsPage) -> None:
    page.lead_to(page.backups.now)
    press(page, page.backups.now)


COMMANDS = (
    _to("theme", mark("Theme"), lambda page: _chosen(page.looks.mode)),
    _to("text-size", mark("Text size"), lambda page: _chosen(page.looks.scale)),
    _to("motion", mark("Reduce motion"), lambda page: page.looks.motion),
    _to("language", mark("Language of the window"), lambda page: page.language.choice),
    _to(
        "client-safe",
        mark("Begin every interview with nothing on screen but its own"),
        lambda page: page.interviewing.safe,
    ),
    _to("spelling", mark("Check the spelling of notes"), lambda page: page.spelled.choice),
    _to("my-words", mark("My words"), lambda page: page.spelled.words, where=mark("Spelling")),
    _to("folders", mark("Folders"), lambda page: page.folders.change),
    _to("kits", mark("Brand kits"), lambda page: page.kits.from_folder),
    Command(
        "kit-folder",
        mark("Import a folder"),
        lambda page: press(page, page.kits.from_folder),
        icon="import",
        where=mark("Brand kits"),
    ),
    Command(
        "kit-file",
        mark("Import a file"),
        lambda page: press(page, page.kits.from_file),
        icon="import",
        where=mark("Brand kits"),
    ),
    Command("back-up", mark("Back up now"), _back_up, icon="disk", offered=is_open),
    _to("backups", mark("Backups"), lambda page: page.backups),
    _to(
        "units",
        mark("Scope units of the open engagement"),
        lambda page: page.units,
        offered=is_open,
    ),
    _to("about", mark("About"), lambda page: page.about),
)
