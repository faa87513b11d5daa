"""Frameworks read from a folder, or from the bytes an engagement keeps of one."""

from __future__ import annotations

import json
import re
import tomllib
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from engagements.framework.joining import join
from engagements.framework.links import link_faults
from engagements.framework.model import Framework
from engagements.framework.sections import STRUCTURE, Fault, Table
from engagements.language import tr
from engagements.models import TypeAdapter, ValidationError
from engagements.problem import Problem

MLOPS = Path(__file__).parent / "mlops"
"""The folder of the framework that comes with Plumbline."""

MAX_FILE = 1_000_000
"""Largest file of a framework folder, in bytes; ours are about 0.1 MB."""

MAX_DOTS = 200
"""Most dots in one line: a key of very many parts takes the parser hours."""

Files = dict[str, str]
"""The framework's files, name to text: one structure and one or several languages."""

_FILES = TypeAdapter(Files)
_TEXTS = re.compile(r"texts\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.toml")
_KEY_PART = re.compile(r'"([^"]*)"|([^."\s\[\]]+)')
_AT_LINE = re.compile(r" ?\(at line (\d+), column \d+\)")


def load(folder: Path, language: str = "en") -> Framework:
    """The framework in ``folder`` in one language; Problem names the first fault.

    What is loaded holds together: every reference exists and every level can be decided.
    """
    framework = _sound(*joined(read_folder(folder), language))
    return _sound(framework, link_faults(framework))


@lru_cache(maxsize=4)
def mlops(language: str = "en") -> Framework:
    """The framework that comes with Plumbline; read once per language."""
    return load(MLOPS, language)


def languages(folder: Path = MLOPS) -> tuple[str, ...]:
    """The languages a framework folder has texts in, alphabetically."""
    return tuple(sorted(found[1] for path in folder.iterdir() if (found := is_texts(path.name))))


def pack(folder: Path = MLOPS) -> bytes:
    """A framework folder as bytes to keep in an engagement; the same folder, the same bytes."""
    return json.dumps(read_folder(folder), ensure_ascii=False, sort_keys=True).encode()


@lru_cache(maxsize=4)
def unpack(data: bytes, language: str = "en") -> Framework:
    """The framework of packed bytes in one language; English where it has no such language.

    Texts that are missing or unused are no obstacle here: an engagement must open.
    """
    try:
        files = _FILES.validate_json(data)
    except ValidationError as error:
        raise Problem(tr("The framework kept in this engagement cannot be read.")) from error
    spoken = language if f"texts.{language}.toml" in files else "en"
    framework, faults = joined(files, spoken)
    faults = link_faults(framework) if framework else faults
    if framework is None or faults:
        raise Problem(
            tr("The framework kept in this engagement cannot be used: {fault}.", fault=faults[0])
        )
    return framework


def is_texts(name: str) -> re.Match[str] | None:
    """The match of a texts file's name, its language in group 1; None for any other file."""
    return _TEXTS.fullmatch(name)


def read_folder(folder: Path) -> Files:
    """The framework files of a folder; Problem when one cannot be read."""
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        raise Problem(f"{folder}: {_reason(error)}.", "Name the framework's folder.") from error
    return {
        path.name: read_text(path)
        for path in paths
        if path.name == STRUCTURE or is_texts(path.name)
    }


def read_text(path: Path) -> str:
    """A text file of bounded size in UTF-8; Problem in one sentence when it cannot be read."""
    try:
        if not path.is_file():
            raise Problem(f"{path.name}: not a file.")
        if path.stat().st_size > MAX_FILE:
            raise Problem(f"{path.name}: larger than {MAX_FILE // 1_000_000} MB.")
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise Problem(f"{path.name}: not UTF-8 (byte {error.start}).") from error
    except OSError as error:
        raise Problem(f"{path.name}: {_reason(error)}.") from error


def joined(files: Files, language: str) -> tuple[Framework | None, tuple[Fault, ...]]:
    """The framework of these files in one language, or None; and every fault met on the way."""
    texts_file = f"texts.{language}.toml"
    faults = [
        Fault(name, "", "missing file") for name in (STRUCTURE, texts_file) if name not in files
    ]
    parsed: dict[str, Table] = {}
    for name in (STRUCTURE, texts_file):
        if name in files:
            outcome = parse(name, files[name])
            if isinstance(outcome, Fault):
                faults.append(outcome)
            else:
                parsed[name] = outcome
    if faults:
        return None, tuple(faults)
    framework, found = join(parsed[STRUCTURE], parsed[texts_file], texts_file)
    if framework and framework.language != language:
        cause = f"the file says '{framework.language}'"
        found = (*found, Fault(texts_file, "language", cause))
    return framework, found


def parse(name: str, text: str) -> Table | Fault:
    """The tables of one file, or the fault that keeps it from being read."""
    for line, one in enumerate(text.split("\n"), start=1):
        if one.count(".") > MAX_DOTS:
            return Fault(name, f"line {line}", f"not readable: more than {MAX_DOTS} dots")
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        return _not_toml(name, text, str(error))
    except RecursionError:
        return Fault(name, "", "not readable: nested too deeply")
    except (ValueError, ArithmeticError):
        return Fault(name, "", "not readable: a number is too long")


def _not_toml(name: str, text: str, message: str) -> Fault:
    """What the parser found, at its line; a key or table met twice is a duplicate id."""
    found = _AT_LINE.search(message)
    line = int(found[1]) if found else 0
    said = _AT_LINE.sub("", message)
    if line and said.startswith(("Cannot declare", "Cannot overwrite", "Cannot mutate")):
        return Fault(name, _standing_at(text.split("\n")[:line]), f"duplicate id (line {line})")
    where = f"line {line}" if line else "end of file"
    return Fault(name, where, f"not TOML: {said}")


def _standing_at(lines: list[str]) -> str:
    """The id that the last of these lines belongs to: of its table, its item, or its own."""
    header = next((one for one in reversed(lines) if one.startswith("[")), "")
    parts = _parts(header.strip(" []"))
    if header.startswith("[["):
        item = lines[len(lines) - lines[::-1].index(header) :]
        ids = (one.partition("=")[2].strip(' "') for one in item if one.startswith("id"))
        return next(ids, parts[0])
    if len(parts) > 1 and parts != ["crosswalk", "tests"]:
        return parts[-1]
    own = "" if lines[-1] == header else lines[-1].partition("=")[0]
    return (_parts(own) or parts or [""])[0]


def _parts(key: str) -> list[str]:
    """A dotted key as its parts, quotes taken off."""
    return [quoted or bare for quoted, bare in _KEY_PART.findall(key)]


def _sound(framework: Framework | None, faults: tuple[Fault, ...]) -> Framework:
    if framework is None or faults:
        advice = "Run plumbline framework check on its folder."
        raise Problem(f"The framework cannot be used: {faults[0]}.", advice)
    return framework


def _reason(error: OSError) -> str:
    """The system's words without its number."""
    return (error.strerror or str(error)).lower()
