"""What every run begins with: an engagement and an interview, made by key presses."""

from __future__ import annotations

from pathlib import Path

from tests.xvfb.program import Program
from tests.xvfb.screen import Screen

CLIENT = "Halden Freight"


class Album:
    """Pictures of a run, numbered in the order they were taken."""

    def __init__(self, screen: Screen, folder: Path) -> None:
        self._screen = screen
        self._folder = folder
        self._taken: list[Path] = []
        for old in folder.glob("*.png"):
            old.unlink()

    @property
    def first(self) -> Path:
        """The first picture taken."""
        return self._taken[0]

    def shot(self, name: str) -> None:
        """Take a picture of the screen."""
        path = self._folder / f"{len(self._taken) + 1:02}-{name}.png"
        self._taken.append(self._screen.shot(path))


def create_engagement(program: Program, album: Album | None = None) -> None:
    """From Home: a client, a scope and target level 2; leaves the page of interviews."""
    screen = program.screen
    screen.act("ctrl+n")
    screen.write(CLIENT)
    screen.press("Tab")
    screen.write("Pricing models, two teams")
    if album:
        screen.settle()
        album.shot("create")
    screen.press("Return")
    program.wait_title(CLIENT)
    screen.settle()
    if album:
        album.shot("created")


def plan_interview(program: Program, album: Album | None = None) -> None:
    """One data scientist, today; leaves the first question with the keyboard on its answers."""
    screen = program.screen
    screen.act("Return")
    screen.write("Ida Berg")
    screen.press("Tab", "Tab")
    screen.write("Head of Data Science")
    screen.settle()
    if album:
        album.shot("plan")
    screen.press("ctrl+Return")
    program.wait_saved("person-saved", 1)
    program.wait_saved("interview-saved", 1)
    program.wait_title("Interview 1 of 1")
    screen.settle()
    if album:
        album.shot("planned")
