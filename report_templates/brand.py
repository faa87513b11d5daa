"""A firm's brand kit: ``brand.toml`` with logo and typefaces beside it, checked when read."""

from __future__ import annotations

import lzma
import tomllib
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from io import BytesIO
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Annotated, Any, Literal

from engagements.language import tr
from engagements.models import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from engagements.problem import Problem
from report_templates import colours, fonts, logo
from report_templates.sentences import Short, Texts

BRANDS = Path(__file__).with_name("brands")
FILE = "brand.toml"
LARGEST = 40_000_000
MOST_FILES = 60
LARGEST_TOML = 64_000
MOST_FAULTS = 12
"""Faults that are named; the rest are when these are mended."""
DAMAGED = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    zlib.error,
    lzma.LZMAError,
)
"""What reading a damaged or encrypted archive raises."""
SHOWN = 60
"""Letters of a wrong value that are said back."""
READ = {".toml", ".png", ".svg", ".ttf", ".txt"}
WRITTEN_ON = (2000, 1, 1, 0, 0, 0)
"""The date inside a packed kit: the same kit is the same bytes on every day."""

Code = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]


class Brand(BaseModel):
    """The fields of ``brand.toml``; unknown ones are rejected."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    firm: Annotated[str, Short] = Field(default="Assessor", max_length=60)
    logo: str | None = None
    logo_on_dark: str | None = None
    primary: Colour = "#0F3D4C"
    accent: Colour = "#A3470F"
    ink: Colour = "#17212B"
    heading_font: str = "InterTabDisplay"
    body_font: str = "InterTab"
    heading_weight: Literal[600, 700] = 600
    footer_text: str | None = Field(default=None, max_length=60)
    confidentiality: Annotated[str, Short] = Field(default="Confidential", max_length=48)
    cover_result: bool = True
    language: Code = "en"
    paper: Literal["A4", "Letter"] = "A4"
    texts: dict[Code, Texts] = Field(default_factory=dict[Code, Texts])


@dataclass(frozen=True)
class Fault:
    """One thing wrong with a kit: the field, the cause, and a value that would pass (or "")."""

    field: str
    cause: str
    offer: str = ""

    def __str__(self) -> str:
        """One sentence: field, cause, offer."""
        offer = tr("{colour} would pass.", colour=self.offer) if self.offer else ""
        return f"{self.field}: {self.cause}. {offer}".strip()


class BrandProblem(Problem):
    """A kit that cannot be used; ``faults`` names every field with its cause."""

    def __init__(self, name: str, faults: tuple[Fault, ...]) -> None:
        super().__init__(
            tr("The brand kit “{name}” cannot be used.", name=name),
            " ".join(str(one) for one in faults),
        )
        self.faults = faults


@dataclass(frozen=True)
class BrandKit:
    """A checked kit. Equal files make equal kits; nothing is ever corrected silently."""

    name: str
    brand: Brand
    files: Mapping[str, bytes]
    logo: logo.Logo | None
    logo_on_dark: logo.Logo | None
    heading: fonts.Face
    body: tuple[fonts.Face, ...]
    warnings: tuple[str, ...] = ()

    @classmethod
    def load(cls, folder: Path) -> BrandKit:
        """Read and check a folder with ``brand.toml``; a BrandProblem names what is wrong."""
        return checked(folder.name, _folder_files(Path(folder)))

    @classmethod
    def bundled(cls, name: str = "meridian") -> BrandKit:
        """A kit that comes with the program; a Problem names the ones there are."""
        if name not in bundled_names():
            known = ", ".join(bundled_names())
            raise Problem(
                tr("There is no brand kit “{name}”.", name=name),
                tr("Bundled kits: {known}.", known=known),
            )
        return cls.load(BRANDS / name)

    @classmethod
    def from_bytes(cls, data: bytes) -> BrandKit:
        """A kit from the bytes of ``to_bytes``, checked again as a folder is."""
        name, files = _unpacked(data)
        return checked(name, files)

    def to_bytes(self) -> bytes:
        """The kit as one archive: the same files give the same bytes."""
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
            archive.comment = self.name.encode()
            for name in sorted(self.files):
                entry = zipfile.ZipInfo(name, WRITTEN_ON)
                entry.create_system, entry.external_attr = 3, 0o600 << 16
                archive.writestr(entry, self.files[name])
        return packed.getvalue()

    @cached_property
    def palette(self) -> Mapping[str, str]:
        """Colours by role as #RRGGBB; the roles are those of ``figures.scene.Role``."""
        brand, ramp = self.brand, colours.ramp(self.brand.primary)
        found = {
            "ink": brand.ink,
            "ink2": colours.INK2,
            "rule1": colours.RULE1,
            "rule2": colours.RULE2,
            "panel": colours.PANEL,
            "paper": colours.WHITE,
            "primary": brand.primary,
            "on_primary": colours.WHITE,
            "accent": brand.accent,
        }
        for level, colour in enumerate(ramp):
            found[f"level{level}"] = colour
            found[f"on_level{level}"] = colours.text_on(colour, brand.ink)
        return MappingProxyType(found)

    def spoken(self, language: str) -> BrandKit:
        """The kit with its sentences in a language, where it has them."""
        said = self.brand.texts.get(language)
        own = said.model_dump(exclude_none=True) if said else {}
        return replace(self, brand=self.brand.model_copy(update=own)) if own else self

    @property
    def footer_text(self) -> str:
        """The cover's bottom line; the firm's name unless set."""
        return self.brand.footer_text or self.brand.firm

    def body_face(self, weight: int = 400, *, italic: bool = False) -> fonts.Face:
        """The body face nearest to a weight."""
        known = self._nearest.get((weight, italic))
        if known is None:
            known = self._nearest[weight, italic] = fonts.nearest(self.body, weight, italic=italic)
        return known

    @cached_property
    def _nearest(self) -> dict[tuple[int, bool], fonts.Face]:
        return {}

    def register(self) -> None:
        """Make every face of the kit known to ReportLab."""
        names = {self.heading.name, fonts.FALLBACK, *(one.name for one in self.body)}
        fonts.register(sorted(names))


def bundled_names() -> tuple[str, ...]:
    """The kits that come with the program."""
    return tuple(sorted(p.parent.name for p in BRANDS.glob(f"*/{FILE}")))


def _folder_files(folder: Path) -> dict[str, bytes]:
    if not (folder / FILE).is_file():
        raise Problem(
            tr("There is no {file} in the folder “{folder}”.", file=FILE, folder=folder.name),
            tr("Choose the folder that holds brand.toml, the logo and the fonts."),
        )
    found: dict[str, bytes] = {}
    size = 0
    try:
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() not in READ or not path.is_file():
                continue
            if not path.resolve().is_relative_to(folder.resolve()):
                continue  # a link to a file elsewhere is none of the kit's
            size += path.stat().st_size
            if size > LARGEST or len(found) >= MOST_FILES:
                raise _too_large(folder.name)
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    except OSError as error:
        raise Problem(
            tr("The brand kit “{folder}” cannot be read.", folder=folder.name),
            f"{error.strerror}: {error.filename}",
        ) from error
    return found


def _too_large(name: str) -> Problem:
    return Problem(
        tr("The brand kit “{name}” is too large.", name=name),
        tr(
            "At most {largest} MB and {most_files} files are read.",
            largest=LARGEST // 1_000_000,
            most_files=MOST_FILES,
        ),
    )


def _unpacked(data: bytes) -> tuple[str, dict[str, bytes]]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            name = archive.comment.decode("utf-8", "replace") or "kit"
            if sum(e.file_size for e in entries) > LARGEST or len(entries) > MOST_FILES:
                raise _too_large(name)
            return name, {e.filename: archive.read(e) for e in entries}
    except DAMAGED as error:
        raise Problem(
            tr("The brand kit kept in this engagement cannot be read."),
            tr("Choose a brand kit again."),
        ) from error


def checked(name: str, files: Mapping[str, bytes]) -> BrandKit:
    """A kit from its files by path; a BrandProblem names every field that is wrong."""
    brand = _settings(name, files)
    faults = _colour_faults(brand)
    found: dict[str, Any] = {}
    for field, read in (
        ("logo", lambda: _logo(brand.logo, files)),
        ("logo_on_dark", lambda: _logo(brand.logo_on_dark, files)),
        ("heading_font", lambda: _heading(brand, files)),
        ("body_font", lambda: _body(brand, files)),
    ):
        try:
            found[field] = read()
        except ValueError as error:
            faults.append(Fault(field, str(error)))
    if faults:
        raise BrandProblem(name, tuple(faults))
    return BrandKit(
        name=name,
        brand=brand,
        files=MappingProxyType(dict(files)),
        logo=found["logo"],
        logo_on_dark=found["logo_on_dark"],
        heading=found["heading_font"],
        body=found["body_font"],
        warnings=_warnings(brand),
    )


def outside(path: str) -> bool:
    """True for a path in an archive that could lead out of the folder it is unpacked in."""
    return path.startswith("/") or ".." in path.split("/") or "\\" in path or ":" in path


def _settings(name: str, files: Mapping[str, bytes]) -> Brand:
    said = files.get(FILE, b"")
    if len(said) > LARGEST_TOML:
        cause = tr("is larger than {n} kB", n=LARGEST_TOML // 1000)
        raise BrandProblem(name, (Fault(FILE, cause),))
    strange = next((path for path in files if outside(path)), None)
    if strange is not None:
        cause = tr("the kit holds “{path}”, which lies outside of it", path=strange[:SHOWN])
        raise BrandProblem(name, (Fault(FILE, cause),))
    try:
        return Brand.model_validate(tomllib.loads(said.decode("utf-8")))
    except ValidationError as error:
        faults = tuple(_fault(dict(one.items())) for one in error.errors()[:MOST_FAULTS])
        raise BrandProblem(name, faults) from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits is one, too
        cause = tr("cannot be read ({reason})", reason=str(error)[:200])
        raise BrandProblem(name, (Fault(FILE, cause),)) from error


def _fault(error: dict[str, Any]) -> Fault:
    field = ".".join(str(part) for part in error["loc"])[:SHOWN]
    limits = error.get("ctx", {})
    kind = str(error["type"])
    if kind == "string_pattern_mismatch":
        given = str(error["input"])[:SHOWN]
        form = tr("two small letters") if field == "language" else tr("of the form #RRGGBB")
        return Fault(field, tr("“{given}” is not {form}", given=given, form=form))
    causes = {
        "extra_forbidden": tr("is not a field of a brand kit"),
        "string_too_short": tr("must not be blank"),
        "string_too_long": tr("is too long; at most {n} letters", n=limits.get("max_length")),
        "literal_error": tr("must be {values}", values=limits.get("expected")),
        "string_type": tr("must be text in quotes"),
        "bool_type": tr("must be true or false"),
    }
    cause = str(error["msg"])
    return Fault(field, causes.get(kind, cause[:1].lower() + cause[1:]))


def _colour_faults(brand: Brand) -> list[Fault]:
    faults: list[Fault] = []
    for field, (_, grounds) in colours.NEEDED.items():
        colour: str = getattr(brand, field)
        measured = colours.measured(field, colour)
        if measured.enough:
            continue
        said = {"colour": colour, "ratio": f"{measured.contrast:.1f}:1"}
        said["least"] = f"{measured.least:g}:1"
        cause = (
            tr("{colour} has a contrast of {ratio} on white, {least} is needed", **said)
            if len(grounds) == 1
            else tr(
                "{colour} has a contrast of {ratio} on white and panel, {least} is needed", **said
            )
        )
        faults.append(Fault(field, cause, colours.passing(field, colour)))
    return faults


def _warnings(brand: Brand) -> tuple[str, ...]:
    if colours.distance(brand.primary, brand.accent) < colours.APART:
        return (tr("accent: it is hard to tell from primary; marks in both colours look alike."),)
    return ()


def _logo(path: str | None, files: Mapping[str, bytes]) -> logo.Logo | None:
    if path is None:
        return None
    if path not in files:
        raise ValueError(tr("there is no file “{path}” in the kit", path=path[:SHOWN]))
    return logo.read(path, files[path])


def _family(name: str, files: Mapping[str, bytes]) -> tuple[fonts.Face, ...]:
    if name in fonts.FAMILIES:
        return fonts.family(name)
    folder = PurePosixPath(name)
    paths = [p for p in files if PurePosixPath(p).parent == folder and p.lower().endswith(".ttf")]
    if not paths:
        known = ", ".join(fonts.FAMILIES)
        raise ValueError(
            tr(
                "“{name}” is neither a bundled family ({known}) nor a folder with .ttf",
                name=name[:SHOWN],
                known=known,
            )
        )
    return tuple(fonts.read(files[path], path) for path in sorted(paths))


def _heading(brand: Brand, files: Mapping[str, bytes]) -> fonts.Face:
    faces = _family(brand.heading_font, files)
    for one in faces:
        if one.weight == brand.heading_weight and not one.italic:
            return one
    weights = ", ".join(sorted({str(one.weight) for one in faces}))
    raise ValueError(
        tr(
            "there is no weight {weight} (found: {found})",
            weight=brand.heading_weight,
            found=weights,
        )
    )


def _body(brand: Brand, files: Mapping[str, bytes]) -> tuple[fonts.Face, ...]:
    faces = _family(brand.body_font, files)
    upright = {one.weight for one in faces if not one.italic}
    if not any(weight <= 450 for weight in upright) or not any(w >= 500 for w in upright):
        raise ValueError(tr("a regular and a medium or bold face are needed"))
    uneven = [one for one in faces if not fonts.equal_digits(one)]
    if uneven:
        raise ValueError(
            tr("its digits are not of equal width, so columns of figures would not align")
        )
    return faces
