"""What the reader has chosen to see: marks on or off, and tables in place of the figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QSettings

from report_templates.figures.model import Glyph
from ui.figures.beside import Beside
from ui.score.standing import Standing
from ui.score.whatif import Overlay

NAMES = ("claimed", "verified", "previous", "table")


@dataclass(frozen=True)
class Shows:
    """Each mark is on until it is taken off; tables are off until they are asked for."""

    claimed: bool = True
    verified: bool = True
    previous: bool = True
    table: bool = False

    @classmethod
    def kept_in(cls, settings: QSettings) -> Shows:
        """As they were left last time."""
        usual = cls()
        kept = {name: settings.value(_key(name), "") for name in NAMES}
        return cls(
            **{
                name: value == "on" if value in ("on", "off") else getattr(usual, name)
                for name, value in kept.items()
            }
        )

    def keep_in(self, settings: QSettings) -> None:
        """Remember them."""
        for name in NAMES:
            settings.setValue(_key(name), "on" if getattr(self, name) else "off")

    def turned(self, name: str) -> Shows:
        """The same with one of them the other way."""
        return replace(self, **{name: not getattr(self, name)})


def seen(standing: Standing, shows: Shows) -> Standing:
    """A standing without what is taken off."""
    off = set[Glyph]()
    if not shows.claimed:
        off.add(Glyph.CLAIMED)
    if not shows.verified:
        off.add(Glyph.VERIFIED)
    marks = tuple(one for one in standing.ladder.marks if one.kind not in off)
    rows = standing.bars.rows
    if not shows.claimed:
        rows = tuple(row.model_copy(update={"claimed": None}) for row in rows)
    return replace(
        standing,
        ladder=standing.ladder.model_copy(update={"marks": marks}),
        legend=tuple(one for one in standing.legend if one[0] not in off),
        bars=standing.bars.model_copy(update={"rows": rows}),
        claims=standing.claims if shows.claimed else "",
        verified=standing.verified if shows.verified else {},
        before=standing.before if shows.previous else None,
    )


def beside_overall(standing: Standing, overlay: Overlay | None) -> Beside:
    """What stands beside the overall level."""
    scored = standing.state == "scored"
    return Beside(
        supposed=overlay.level if scored and overlay and overlay.answers else None,
        before=standing.before.level.low if standing.before else None,
    )


def beside_dimensions(standing: Standing, overlay: Overlay | None) -> Mapping[str, Beside]:
    """What stands beside the level of each dimension that has something."""
    before = standing.before
    supposed = overlay.dimensions if overlay and overlay.answers else {}
    found: dict[str, Beside] = {}
    for row in standing.bars.rows:
        then = before.dimensions.get(row.code) if before else None
        now = supposed.get(row.code)
        same = now is not None and (now.low, now.high) == (row.low, row.high)
        backed = standing.verified.get(row.code, row.low)
        found[row.code] = Beside(
            supposed=None if same else now,
            verified=backed if backed < row.low else None,
            before=then.low if then else None,
            change=before.changes.get(row.code, "") if before else "",
        )
    return found


def _key(name: str) -> str:
    return f"score/{name}"
