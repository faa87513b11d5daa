"""Makes the engagement file that the form asks for, and says what the form can offer."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engagements.language import spoken

if TYPE_CHECKING:
    from engagements.casework.case import Case
    from ui.home.create_form import NewEngagement

_LANGUAGES = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español"}
"""Languages in their own words; another one is called by its code."""


@dataclass(frozen=True)
class Offer:
    """Brand kits and languages as (key, words)."""

    kits: list[tuple[str, str]]
    languages: list[tuple[str, str]]


def offer() -> Offer:
    """The bundled brand kits and the languages of the framework; slow, it reads files."""
    from engagements.framework.load import languages
    from report_templates.brand import BrandKit, bundled_names

    usual = BrandKit.bundled().name  # first, as on the Report page
    names = sorted(bundled_names(), key=lambda name: name != usual)
    kits = [(name, BrandKit.bundled(name).brand.firm) for name in names]
    # The window's language first, else English, which every framework has.
    codes = sorted(languages(), key=lambda code: (code != spoken(), code != "en", code))
    return Offer(kits, [(code, _LANGUAGES.get(code, code)) for code in codes])


def found(wanted: NewEngagement, path: Path, author: str) -> Case:
    """Create the file and return it open; Problem when that is not possible."""
    return _again(wanted, path, author) if wanted.source else _new(wanted, path, author)


def _new(wanted: NewEngagement, path: Path, author: str) -> Case:
    from engagements.casework.case import Case
    from engagements.records.client import FIRST_UNIT_ID, ScopeUnit

    units = tuple(
        ScopeUnit(id=secrets.token_hex(16) if at else FIRST_UNIT_ID, name=name, position=at)
        for at, name in enumerate(wanted.units)
    )
    kit = _kit(wanted.kit)
    return Case.create(
        path,
        client=wanted.client,
        scope=wanted.scope,
        target=wanted.target,  # type: ignore[arg-type]
        passphrase=wanted.passphrase,
        author=author,
        brand=kit[1] if kit else None,
        brand_name=kit[0] if kit else "",
        language=wanted.language,
        starts=wanted.starts,
        ends=wanted.ends,
        dated=False,
        also=units,
    )


def _again(wanted: NewEngagement, path: Path, author: str) -> Case:
    from engagements.casework import reassessing
    from engagements.casework.case import Case

    assert wanted.source is not None
    source = Case.open(wanted.source, author=author, read_only=True)
    try:
        case = reassessing.start(source, path, author=author, passphrase=wanted.passphrase)
    finally:
        source.close()
    case.update_engagement(
        scope=wanted.scope, target=wanted.target, starts=wanted.starts, ends=wanted.ends
    )
    return case


def _kit(key: str) -> tuple[str, bytes] | None:
    """File name and bytes of a bundled kit by its name, or of one in a folder."""
    if not key:
        return None
    from report_templates.brand import BrandKit, bundled_names

    kit = BrandKit.bundled(key) if key in bundled_names() else BrandKit.load(Path(key))
    return f"{kit.name}.zip", kit.to_bytes()
