"""Brand kits of one's own, kept as archives in a folder; what comes in is read as hostile."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path, PurePosixPath

from engagements.language import tr
from engagements.problem import Problem
from report_templates import colours
from report_templates.brand import (
    DAMAGED,
    FILE,
    LARGEST,
    MOST_FILES,
    READ,
    BrandKit,
    bundled_names,
    outside,
)

SUFFIX = ".kit.zip"
FORBIDDEN = '<>:"/\\|?*.'
MOST_NAME = 40


def own(folder: Path) -> tuple[tuple[Path, BrandKit | Problem], ...]:
    """Every kit kept in ``folder``, by name; one that cannot be used comes as its Problem."""
    found: list[tuple[Path, BrandKit | Problem]] = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            found.append((path, BrandKit.from_bytes(_bytes(path))))
        except Problem as problem:
            found.append((path, problem))
    return tuple(found)


def kept(folder: Path, name: str) -> BrandKit:
    """The kit of that name kept in ``folder``; a Problem says why it cannot be used."""
    return BrandKit.from_bytes(_bytes(folder / f"{stem(name)}{SUFFIX}"))


def take_in(source: Path) -> BrandKit:
    """A checked kit from a folder or an archive with ``brand.toml``; a Problem says why not."""
    if source.is_dir():
        return BrandKit.load(source)
    return BrandKit.from_bytes(_as_kept(source.stem, _bytes(source)))


def stem(name: str) -> str:
    """A kit's name as a file may be called."""
    kept = "".join(" " if c in FORBIDDEN or ord(c) < 32 else c for c in name)
    return " ".join(kept.split())[:MOST_NAME].strip() or "kit"


def place_of(folder: Path, kit: BrandKit) -> Path:
    """Where a kit of this name is kept. Problem for a name that a bundled kit has."""
    name = stem(kit.name)
    if name.casefold() in bundled_names():
        raise Problem(
            tr("A kit called {name} comes with Plumbline.", name=name),
            tr("Give the folder or file another name."),
        )
    return folder / f"{name}{SUFFIX}"


def contrasts(kit: BrandKit) -> tuple[tuple[str, float, bool], ...]:
    """Colour, its lowest contrast to 1 on the grounds it is used on, and whether that is enough."""
    found: list[tuple[str, float, bool]] = []
    for field in colours.NEEDED:
        colour: str = getattr(kit.brand, field)
        measured = colours.measured(field, colour)
        found.append((colour, measured.contrast, measured.enough))
    return tuple(found)


def _bytes(path: Path) -> bytes:
    """A file's bytes. Problem when it is too large for a kit or cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            raise Problem(
                tr("{name} is too large for a brand kit.", name=path.name),
                tr("At most {n} MB are read.", n=LARGEST // 1_000_000),
            )
        return path.read_bytes()
    except OSError as error:
        raise Problem(
            tr("{name} cannot be read.", name=path.name), str(error.strerror or "")
        ) from error


def _as_kept(name: str, data: bytes) -> bytes:
    """An archive from elsewhere as ``BrandKit.to_bytes`` writes it: what is read, at its root."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = [e for e in archive.infolist() if not e.is_dir()]
            if sum(e.file_size for e in entries) > LARGEST or len(entries) > MOST_FILES:
                raise Problem(
                    tr("{name} is too large for a brand kit.", name=name),
                    tr("At most {n} files are read.", n=MOST_FILES),
                )
            root = next(
                (PurePosixPath(e.filename).parent for e in entries if _is_kit(e.filename)), None
            )
            if root is None:
                raise Problem(
                    tr("There is no {file} in {name}.", file=FILE, name=name),
                    tr("Choose an archive that holds brand.toml, the logo and the fonts."),
                )
            kept = [e for e in entries if PurePosixPath(e.filename).is_relative_to(root)]
            found = {str(PurePosixPath(e.filename).relative_to(root)): e for e in kept}
            if len(found) < len(kept):
                raise Problem(
                    tr("{name} holds two files of one name.", name=name),
                    tr("Choose an archive that holds brand.toml, the logo and the fonts."),
                )
            packed = BytesIO()
            with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as written:
                written.comment = name.encode()[:200]
                for path, entry in found.items():
                    if PurePosixPath(path).suffix.lower() in READ and not outside(path):
                        written.writestr(path, archive.read(entry))
    except DAMAGED as error:
        raise Problem(
            tr("{name} is not a brand kit.", name=name),
            tr("Choose a folder or a .zip file with brand.toml in it."),
        ) from error
    return packed.getvalue()


def _is_kit(name: str) -> bool:
    return PurePosixPath(name).name == FILE
