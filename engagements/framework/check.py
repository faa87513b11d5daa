"""Every fault of a framework folder, in all its languages, named by file, id and cause."""

from __future__ import annotations

from pathlib import Path

from engagements.framework.links import link_faults
from engagements.framework.load import is_texts, joined, read_text
from engagements.framework.model import Framework
from engagements.framework.sections import STRUCTURE, Fault
from engagements.problem import Problem

LONGEST = 300
"""Longest cause, in characters: a hostile file must not fill the screen."""

MOST = 1_000
"""Most faults named one by one."""


def check(folder: Path) -> list[Fault]:
    """All faults of a framework folder, in the order of the files; an empty list when it is sound.

    Whatever lies in the folder, this returns: it never raises and needs no more than seconds.
    """
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return [Fault(str(folder), "", f"cannot be opened: {reason}")]
    files: dict[str, str] = {}
    faults: list[Fault] = []
    for name in (one for one in names if one == STRUCTURE or is_texts(one)):
        try:
            files[name] = read_text(folder / name)
        except Problem as problem:
            faults.append(Fault(name, "", problem.title.removeprefix(f"{name}: ").rstrip(".")))
    languages = [found[1] for name in names if (found := is_texts(name))] or ["en"]
    unread = {fault.file for fault in faults}
    frameworks: list[Framework] = []
    for language in languages:
        framework, found = joined(files, language)
        # What could not be read is named once, with its reason.
        faults += [one for one in found if one.cause != "missing file" or one.file not in unread]
        if framework is not None:
            frameworks.append(framework)
    for framework in frameworks[:1]:
        faults += link_faults(framework)
    faults += _uneven(frameworks)
    named = [_printable(one) for one in dict.fromkeys(faults)]
    if len(named) > MOST:
        return [*named[:MOST], Fault(str(folder), "", f"and {len(named) - MOST} more faults")]
    return named


def _uneven(frameworks: list[Framework]) -> list[Fault]:
    """Lists of a translation that are longer or shorter than those of the first language."""
    if len(frameworks) < 2:
        return []
    first = _lengths(frameworks[0])
    faults: list[Fault] = []
    for other in frameworks[1:]:
        for (identity, field), found in _lengths(other).items():
            expected = first.get((identity, field), found)
            if found != expected:
                cause = f"'{field}' has {found} texts, not {expected}"
                faults.append(Fault(f"texts.{other.language}.toml", identity, cause))
    return faults


def _lengths(framework: Framework) -> dict[tuple[str, str], int]:
    """How many texts each list of words has, by id and field."""
    lengths = {
        (one.id, field): len(getattr(one, field))
        for one in framework.criteria
        for field in ("follow_up", "evidence")
    }
    for field in ("interview_order", "scheduling_rules", "metric_rules"):
        lengths["rules", field] = len(getattr(framework, field))
    return lengths


def _printable(fault: Fault) -> Fault:
    """The fault without control characters and of bounded length."""

    def clean(text: str) -> str:
        shown = "".join(one if one.isprintable() else "?" for one in text[: LONGEST + 1])
        return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"

    return Fault(clean(fault.file), clean(fault.id), clean(fault.cause))
