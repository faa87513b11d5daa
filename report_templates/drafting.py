"""A brand kit while it is edited: its fields as typed, its files, and how both are kept."""

from __future__ import annotations

import json
import tomllib
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

from engagements.language import tr
from engagements.problem import Problem
from report_templates import fonts, logo
from report_templates.brand import (
    DAMAGED,
    FILE,
    WRITTEN_ON,
    Brand,
    BrandKit,
    BrandProblem,
    Fault,
    checked,
)

Texts = Mapping[str, Mapping[str, str | None]]
"""A kit's sentences by language and field."""
Value = str | int | bool | Texts
LOGOS = {"logo": "logo", "logo_on_dark": "logo-on-dark"}
"""The name of each logo's file in a kit, without its ending."""
TYPEFACES = {"heading_font": "fonts/heading", "body_font": "fonts/body"}
"""The folder of a kit that holds a typeface of one's own."""
MOST_FACES = 20


@dataclass(frozen=True)
class Draft:
    """A kit that need not be right yet. ``fields`` are those of ``Brand``, None where not set."""

    name: str
    fields: Mapping[str, Value | None]
    files: Mapping[str, bytes]
    """By path in the kit, without ``brand.toml``."""

    @classmethod
    def of(cls, kit: BrandKit, name: str) -> Draft:
        """A kit as it is, under a name."""
        files = {path: data for path, data in kit.files.items() if path != FILE}
        return cls(name, MappingProxyType(kit.brand.model_dump()), MappingProxyType(files))

    def saying(self, **fields: Value | None) -> Draft:
        """The same with other fields."""
        return replace(self, fields=MappingProxyType({**self.fields, **fields}))

    def texts(self) -> Texts:
        """Its sentences in particular languages."""
        said = self.fields.get("texts")
        return said if isinstance(said, Mapping) else {}

    def speaking(self, language: str, field: str, words: str) -> Draft:
        """The same with a sentence in one language; blank is as the kit says it in any other."""
        own = {**self.texts().get(language, {}), field: words if words.strip() else None}
        return self.saying(texts={**self.texts(), language: own})

    def checked(self) -> tuple[BrandKit | None, tuple[Fault, ...]]:
        """The kit it would be; None with every fault while something is wrong."""
        try:
            return checked(self.name, {**self.files, FILE: toml_of(self.fields)}), ()
        except BrandProblem as problem:
            return None, problem.faults

    def to_bytes(self) -> bytes:
        """Fields and files as one archive, right or not."""
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
            archive.comment = self.name.encode()[:200]
            for path, data in sorted({**self.files, FILE: toml_of(self.fields)}.items()):
                archive.writestr(zipfile.ZipInfo(path, WRITTEN_ON), data)
        return packed.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> Draft | None:
        """A draft as ``to_bytes`` left it; None for anything else."""
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                files = {one: archive.read(one) for one in archive.namelist()}
                name = archive.comment.decode()
            said = tomllib.loads(files.pop(FILE).decode())
        except (*DAMAGED, KeyError):
            return None
        fields: dict[str, Value | None] = dict.fromkeys(Brand.model_fields)
        fields |= {key: one for key, one in said.items() if key in fields}
        return cls(name, MappingProxyType(fields), MappingProxyType(files))

    def with_logo(self, field: str, source: Path) -> Draft:
        """A PNG or SVG taken in as ``logo`` or ``logo_on_dark``; a Problem says why not."""
        data = _read((source,), logo.LARGEST)[0]
        try:
            logo.read(source.name, data)
        except ValueError as error:
            raise Problem(tr("The logo cannot be used."), f"{error}.") from error
        path = f"{LOGOS[field]}{source.suffix.lower()}"
        return self._with(field, path, {path: data})

    def with_typeface(self, field: str, folder: Path) -> Draft:
        """The .ttf files of a folder as ``heading_font`` or ``body_font``; a Problem says why not.

        Licence texts beside them come along.
        """
        sources = sorted(one for one in folder.iterdir() if one.suffix.lower() in (".ttf", ".txt"))
        faces = [one for one in sources if one.suffix.lower() == ".ttf"]
        if not faces or len(sources) > MOST_FACES:
            raise Problem(
                tr("The typeface cannot be used."),
                tr("Choose a folder with 1 to {n} .ttf files.", n=MOST_FACES),
            )
        read = dict(zip(sources, _read(sources, fonts.LARGEST_FILE), strict=True))
        try:
            for one in faces:
                fonts.read(read[one], one.name)
        except ValueError as error:
            raise Problem(tr("The typeface cannot be used."), f"{error}.") from error
        place = TYPEFACES[field]
        return self._with(field, place, {f"{place}/{one.name}": read[one] for one in sources})

    def _with(self, field: str, value: str, files: Mapping[str, bytes]) -> Draft:
        """Other files for a field; those it had go unless another field has them."""
        kept = self.without(field).files
        said = {**self.fields, field: value}
        return replace(
            self, fields=MappingProxyType(said), files=MappingProxyType({**kept, **files})
        )

    def without(self, field: str, value: Value | None = None) -> Draft:
        """The field set to ``value``, and its files gone unless another field has them."""
        said = {**self.fields, field: value}
        used = {str(one) for key, one in said.items() if key in LOGOS or key in TYPEFACES}
        own = str(self.fields.get(field) or "")
        gone = set[str]()
        if own and own not in used:
            gone = {path for path in self.files if own in (path, str(PurePosixPath(path).parent))}
        files = {path: data for path, data in self.files.items() if path not in gone}
        return replace(self, fields=MappingProxyType(said), files=MappingProxyType(files))


def toml_of(fields: Mapping[str, Value | None]) -> bytes:
    """The fields as ``brand.toml``: whatever a text holds, it is read back the same."""
    tables = {key: value for key, value in fields.items() if isinstance(value, Mapping)}
    lines = _lines({key: value for key, value in fields.items() if key not in tables})
    for key, table in tables.items():
        for name, said in table.items():
            inside = _lines(said)
            lines += [f"\n[{key}.{name}]\n", *inside] if inside else []
    return "".join(lines).encode()


def _lines(fields: Mapping[str, Any]) -> list[str]:
    return [f"{key} = {_toml(value)}\n" for key, value in fields.items() if value is not None]


def _toml(value: str | int | bool) -> str:
    """A TOML value. JSON's strings are TOML's, but for DEL and halves of surrogate pairs."""
    if isinstance(value, str):
        value = value.encode("utf-8", "replace").decode()
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
    return json.dumps(value)


def _read(paths: Iterable[Path], most: int) -> list[bytes]:
    """The bytes of files of at most ``most`` bytes; a Problem for one that cannot be read."""
    found: list[bytes] = []
    for path in paths:
        try:
            if path.stat().st_size > most:
                raise Problem(
                    tr("{name} is too large for a brand kit.", name=path.name),
                    tr("At most {n} MB are read.", n=most // 1_000_000),
                )
            found.append(path.read_bytes())
        except OSError as error:
            raise Problem(
                tr("{name} cannot be read.", name=path.name), str(error.strerror or "")
            ) from error
    return found
