"""What this machine has of what Plumbline needs, one finding per part."""

from __future__ import annotations

import ctypes
import importlib
import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from app.places import Places

LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
"""System libraries the window needs on Linux, and the Debian package of each."""

PACKAGES = (
    "PySide6-Essentials",
    "pydantic",
    "sqlite-utils",
    "reportlab",
    "pikepdf",
    "pypdfium2",
    "simplemma",
)
OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True)
class Finding:
    """One part: what was found, and what to do when it is not good."""

    name: str
    detail: str
    good: bool = True
    advice: str = ""


def examine(places: Places) -> list[Finding]:
    """Every finding, in the order a reader would look."""
    return [
        *_programs(),
        *_packages(),
        _engine(),
        _window(),
        *_libraries(),
        _fonts(),
        *_folders(places),
    ]


def missing_line(libraries: list[str]) -> str:
    """The one line that installs these libraries on Debian."""
    names = " ".join(LIBRARIES[library] for library in libraries)
    return f"Run: sudo apt-get install -y --no-install-recommends {names}"


def _programs() -> Iterator[Finding]:
    yield Finding("Plumbline", version("plumbline"))
    yield Finding(
        "Python",
        f"{platform.python_version()} ({platform.system()} {platform.machine()})",
        sys.version_info >= OLDEST_PYTHON,
        "Plumbline needs Python 3.11 or newer.",
    )


def _packages() -> Iterator[Finding]:
    for name in PACKAGES:
        try:
            yield Finding(name, version(name))
        except PackageNotFoundError:
            yield Finding(name, "not installed", good=False, advice="Run: make run")


def _engine() -> Finding:
    try:
        from engagements.library import engine
    except ImportError as error:
        return Finding("SQLite", str(error), good=False, advice="Run: make run")
    return Finding("SQLite", engine())


def _window() -> Finding:
    """Whether Qt can be loaded at all; on Linux it needs system libraries."""
    try:
        core = importlib.import_module("PySide6.QtCore")
        importlib.import_module("PySide6.QtWidgets")
    except ImportError as error:
        return Finding("Qt", str(error).splitlines()[0], good=False)
    return Finding("Qt", core.qVersion())


def _libraries() -> list[Finding]:
    if not sys.platform.startswith("linux"):
        return []
    missing = [library for library in LIBRARIES if not _loads(library)]
    if not missing:
        return [Finding("System libraries", f"all {len(LIBRARIES)} present")]
    line = missing_line(missing)
    return [Finding(library, "not found", good=False, advice=line) for library in missing]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _fonts() -> Finding:
    from report_templates import fonts

    files = sorted(fonts.FOLDER.glob("*.ttf"))
    if not files:
        return Finding("Fonts", f"none in {fonts.FOLDER}", good=False, advice="Install again.")
    return Finding("Fonts", f"{len(files)} files in {fonts.FOLDER}")


def _folders(places: Places) -> Iterator[Finding]:
    for name, folder in places.folders().items():
        nearest = _nearest(folder)
        good = os.access(nearest, os.W_OK | os.X_OK)
        detail = str(folder) if folder.is_dir() else f"{folder} (made when needed)"
        yield Finding(name, detail, good, f"Make {nearest} writable for this account.")


def _nearest(folder: Path) -> Path:
    """The folder itself, or the first one above it that exists."""
    for one in (folder, *folder.parents):
        if one.exists():
            return one
    return folder
