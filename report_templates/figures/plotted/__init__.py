"""Figures over time that matplotlib lays out as scenes; importing this loads it, which takes time.

It is loaded with nothing of the user's: no settings (its environment variables, a file in the
working folder or the home), no list of the system's fonts, and nothing is written to the home.
What is printed depends on the content and the brand kit alone.
"""

from __future__ import annotations

import os
from contextlib import ExitStack, chdir, contextmanager, suppress
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

FONT_LIST = "3.11.0"
"""The version of matplotlib's own list of fonts; with another one it looks through the system's."""
NO_FONTS = f'{{"__class__": "FontManager", "_version": "{FONT_LIST}", "ttflist": []}}'
PREFIXES = ("MPL", "MATPLOTLIB")


@contextmanager
def _alone() -> Generator[None]:
    """A working folder and an environment that hold nothing for matplotlib to find."""
    theirs = {name: value for name, value in os.environ.items() if name.startswith(PREFIXES)}
    with ExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory(prefix="plumbline-"))
        Path(folder, f"fontlist-v{FONT_LIST}.json").write_text(NO_FONTS, encoding="ascii")
        with suppress(FileNotFoundError):  # a working folder that is gone holds nothing
            stack.enter_context(chdir(folder))
        for name in theirs:
            del os.environ[name]
        os.environ["MPLCONFIGDIR"] = folder
        try:
            yield
        finally:
            del os.environ["MPLCONFIGDIR"]
            os.environ.update(theirs)


with _alone():
    import_module("matplotlib.figure")
