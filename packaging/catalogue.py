"""Keeps the catalogues of sentences: what the source says now, in the language's own words.

``make texts`` runs it. ``de.po`` is edited by hand between two runs: new sentences come in with
nothing beside them, sentences nobody says any more go to its end, and ``de.mo`` is made from it.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from click import echo

ROOT = Path(__file__).parents[1]
PACKAGES = ("engagements", "report_templates", "ui", "app")
CATALOGUES = ROOT / "engagements" / "language"
CALLS = {"tr": 1, "trn": 2, "mark": 1}
"""The functions that take sentences, and how many of their arguments are sentences."""

Sentence = str | tuple[str, str]
"""A sentence, or its singular and plural."""


@dataclass(frozen=True)
class Found:
    """A sentence in the source, and where."""

    sentence: Sentence
    file: str
    line: int


class Undated(Catalog):
    """A catalogue without dates and tools: the same sentences, the same bytes."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The head of the file: no more than reading it needs."""
        return [
            ("Language", str(self.locale)),
            ("Plural-Forms", f"nplurals={self.num_plurals}; plural={self.plural_expr};"),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]

    @mime_headers.setter
    def mime_headers(self, _headers: Any) -> None:
        pass


def sentences(root: Path = ROOT) -> list[Found]:
    """Every sentence of the source in the order of files and lines."""
    return [one for path in _sources(root) for one in _in_file(path, root)]


def unsayable(root: Path = ROOT) -> list[str]:
    """Where a sentence is put together before it is translated: no catalogue can know it."""
    faults: list[str] = []
    for path in _sources(root):
        for call, count in _calls(path):
            bad = (ast.JoinedStr, ast.BinOp)
            if any(isinstance(one, bad) for one in call.args[:count]):
                faults.append(f"{path.relative_to(root)}:{call.lineno}")
    return faults


def read(path: Path) -> Catalog:
    """A catalogue with its comments; an empty one where there is no file."""
    if not path.exists():
        return _plain(path.stem)
    text = path.read_text(encoding="utf-8")
    kept = read_po(io.BytesIO(text.encode()), locale=path.stem)
    head = text.split('msgid ""', 1)[0].rstrip()
    kept.header_comment = head
    return kept


def updated(kept: Catalog, found: list[Found]) -> Catalog:
    """The catalogue of these sentences, with the translations that are known."""
    known = {_key(one.id): one for one in (*kept, *kept.obsolete.values()) if one.id}
    fresh = _plain(str(kept.locale))
    fresh.header_comment = kept.header_comment
    for one in found:
        message = known.get(_key(one.sentence))
        fresh.add(
            one.sentence,
            _translation(one.sentence, message),
            locations=[(one.file, 0)],
            user_comments=message.user_comments if message else (),
            flags=["python-brace-format"] if "{" in _key(one.sentence) else (),
        )
    used = {_key(one.sentence) for one in found}
    for key, message in known.items():
        if key not in used and message.string and any(message.string):
            fresh.obsolete[key] = Message(message.id, message.string)
    return fresh


def written(catalogue: Catalog) -> str:
    """A catalogue as the text of its .po file."""
    stream = io.BytesIO()
    write_po(stream, catalogue, width=100, include_lineno=False, sort_output=False)
    return stream.getvalue().decode()


def compiled(catalogue: Catalog) -> bytes:
    """A catalogue as the bytes of its .mo file."""
    plain = _plain(str(catalogue.locale))
    for one in catalogue:
        if one.id and not one.fuzzy:
            plain.add(one.id, one.string)
    stream = io.BytesIO()
    write_mo(stream, plain)
    return stream.getvalue()


def main() -> int:
    """Bring every catalogue up to date; returns 1 where a sentence has no translation yet."""
    found = sentences()
    lacking = 0
    for path in sorted(CATALOGUES.glob("*.po")):
        catalogue = updated(read(path), found)
        path.write_text(written(catalogue), encoding="utf-8")
        path.with_suffix(".mo").write_bytes(compiled(read(path)))
        empty = [one for one in catalogue if one.id and not _whole(one)]
        lacking += len(empty)
        echo(f"{path.name}: {len(catalogue)} sentences, {len(empty)} of them without words")
        for one in empty:
            echo(f"    {_key(one.id)}")
    for place in unsayable():
        echo(f"{place}: put together before it is translated")
    return 1 if lacking else 0


def _plain(language: str) -> Catalog:
    moment = datetime(2000, 1, 1, tzinfo=UTC)
    one = Undated(
        locale=language, fuzzy=False, creation_date=moment, revision_date=moment, charset="utf-8"
    )
    one.header_comment = ""
    return one


def _sources(root: Path) -> list[Path]:
    return sorted(path for name in PACKAGES for path in (root / name).rglob("*.py"))


def _calls(path: Path) -> Iterator[tuple[ast.Call, int]]:
    """Calls of the functions that take sentences, whatever a file calls them."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {
        alias.asname or alias.name: CALLS[alias.name]
        for one in ast.walk(tree)
        if isinstance(one, ast.ImportFrom) and one.module == "engagements.language"
        for alias in one.names
        if alias.name in CALLS
    }
    for one in ast.walk(tree):
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id in names:
            yield one, names[one.func.id]


def _in_file(path: Path, root: Path) -> list[Found]:
    found: list[Found] = []
    for call, count in _calls(path):
        said = [
            one.value
            for one in call.args[:count]
            if isinstance(one, ast.Constant) and isinstance(one.value, str)
        ]
        if len(said) == count and said[0]:
            sentence = said[0] if count == 1 else (said[0], said[1])
            found.append(Found(sentence, path.relative_to(root).as_posix(), call.lineno))
    return sorted(found, key=lambda one: one.line)


def _key(sentence: Any) -> str:
    """What gettext looks a sentence up by: the singular where there are two."""
    return sentence if isinstance(sentence, str) else sentence[0]


def _translation(sentence: Sentence, message: Message | None) -> Any:
    """The words known for a sentence; a plural takes no words that were written for a singular."""
    plural = isinstance(sentence, tuple)
    if message is None or plural is isinstance(message.string, str):
        return ("", "") if plural else ""
    return message.string


def _whole(message: Message) -> bool:
    said = message.string
    return bool(said) if isinstance(said, str) else len(said) == 2 and all(said)


if __name__ == "__main__":
    sys.exit(main())
