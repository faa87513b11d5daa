"""The figures of Score as rows: the same values that the ladder and the bars are painted from."""

from __future__ import annotations

from engagements.language import mark, tr
from report_templates.figures.model import Glyph, HeatRow, Step
from ui.figures.beside import NOTHING, Beside
from ui.figures.rows import NONE, Cell, Column, Row, Rows, known, without_empty
from ui.figures.upright import RungNote
from ui.score.overall import listed
from ui.score.shows import beside_dimensions, beside_overall
from ui.score.standing import Standing
from ui.score.whatif import Overlay

NAMED = 2
"""Criteria that a cell names; the rest it counts, and says in full on hover and aloud."""
_MARKS = {
    Glyph.VERIFIED: mark("verified"),
    Glyph.CLAIMED: mark("claimed"),
    Glyph.TARGET: mark("target"),
}
_OPTIONAL = 3
"""Columns of the dimensions that stay even where nothing is known."""


def ladder_rows(standing: Standing, overlay: Overlay | None) -> Rows:
    """The levels from the highest down, each with what is met of it and what blocks it."""
    beside = beside_overall(standing, overlay)
    columns = (
        Column(tr("Level"), number=True),
        Column(tr("Name")),
        Column(tr("State")),
        Column(tr("Criteria met"), number=True),
        Column(tr("What blocks")),
    )
    steps = sorted(standing.ladder.steps, key=lambda one: one.level, reverse=True)
    rows = tuple(_rung(standing, step, beside) for step in steps)
    return Rows(columns, rows, standing.ladder.alt)


def dimension_rows(standing: Standing, overlay: Overlay | None) -> Rows:
    """The dimensions with every figure that stands beside them; what nobody knows is left out."""
    columns = (
        Column(tr("Dimension")),
        Column(tr("Level"), number=True),
        Column(tr("Possible"), number=True),
        Column(tr("Claimed"), number=True),
        Column(tr("Verified"), number=True),
        Column(tr("Target"), number=True),
        Column(tr("Previous"), number=True),
        Column(tr("Change"), number=True),
        Column(tr("Supposed"), number=True),
        Column(tr("Debt"), number=True),
    )
    beside = beside_dimensions(standing, overlay)
    rows = tuple(
        _dimension(standing, row, beside.get(row.code, NOTHING)) for row in standing.bars.rows
    )
    return without_empty(Rows(columns, rows, standing.bars.alt), _OPTIONAL)


def _rung(standing: Standing, step: Step, beside: Beside) -> Row:
    note = standing.rungs.get(step.level, RungNote(""))
    counted = note.met is not None and note.total is not None
    met = tr("{met} of {total}", met=note.met, total=note.total) if counted else NONE
    cells = (
        Cell(str(step.level), level=step.level),
        Cell(step.name),
        Cell(_state(standing, step.level, beside)),
        Cell(met),
        _blocks(standing, step.level, note),
    )
    return Row(f"level:{step.level}", cells)


def _state(standing: Standing, level: int, beside: Beside) -> str:
    """Whether a level is reached, and the marks that stand on it."""
    at = {one.kind: one.level for one in standing.ladder.marks}
    words = [_reached(at.get(Glyph.NOW), at.get(Glyph.POSSIBLE), level)]
    words += [tr(word) for kind, word in _MARKS.items() if at.get(kind) == level]
    if beside.before == level and standing.before is not None:
        words.append(standing.before.title)
    if beside.supposed is not None and beside.supposed.low == level:
        words.append(tr("supposed"))
    return ", ".join(one for one in words if one) or NONE


def _reached(now: int | None, possible: int | None, level: int) -> str:
    """Empty while there is no level."""
    if now is None:
        return ""
    if level == now:
        return tr("the level")
    if level < now:
        return tr("reached")
    return tr("possible") if possible is not None and level <= possible else tr("not reached")


def _blocks(standing: Standing, level: int, note: RungNote) -> Cell:
    """The first of the criteria that are missing; a level that is met may wait for lower ones."""
    now = next((one.level for one in standing.ladder.marks if one.kind is Glyph.NOW), None)
    if not note.blocks:
        waits = now is not None and level > now and bool(note.total)
        return Cell(tr("lower levels") if waits else NONE)
    more = len(note.blocks) - NAMED
    if more <= 0:
        return Cell(listed(note.blocks))
    first = ", ".join(note.blocks[:NAMED])
    return Cell(f"{first} +{more}", whole=listed(note.blocks))


def _dimension(standing: Standing, row: HeatRow, beside: Beside) -> Row:
    verified = standing.verified.get(row.code) if row.placed else None
    cells = (
        Cell(row.name),
        known(row.low if row.placed else None),
        known(row.high if row.placed else None),
        known(row.claimed),
        known(verified),
        known(row.target),
        known(beside.before),
        Cell(beside.change or NONE),
        Cell(beside.supposed.words if beside.supposed is not None else NONE),
        known(row.debt or None),
    )
    return Row(f"dimension:{row.code}", cells)
