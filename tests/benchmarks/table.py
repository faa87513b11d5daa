"""Figures as a table for a reader and as JSON for a program."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterable
from pathlib import Path

from tests.benchmarks.figure import Figure

HEAD = ("what", "ours", "reference", "ratio", "budget", "verdict")


def amount(value: float | None, unit: str) -> str:
    """A value with its unit: small ones with two decimals, large ones without."""
    if value is None:
        return "not measured"
    digits = 2 if abs(value) < 10 else 1 if abs(value) < 100 else 0
    return f"{value:,.{digits}f} {unit}".rstrip()


def row(figure: Figure) -> tuple[str, ...]:
    """One line of the table."""
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}x"
    against = f" {figure.against}" if figure.against else ""
    reference = "" if figure.reference is None else amount(figure.reference, figure.unit) + against
    return (
        figure.what,
        amount(figure.ours, figure.unit),
        reference,
        ratio,
        budget(figure),
        figure.verdict,
    )


def budget(figure: Figure) -> str:
    """The budget in words; a ratio where there is a reference."""
    if figure.most is not None:
        return (
            f"<= {figure.most:g}x"
            if figure.reference is not None
            else (f"<= {amount(figure.most, figure.unit)}")
        )
    return "" if figure.least is None else f">= {amount(figure.least, figure.unit)}"


def text(figures: Iterable[Figure]) -> str:
    """The table, with each remark on a line of its own below its figure."""
    listed = list(figures)
    rows = [HEAD, *(row(one) for one in listed)]
    widths = [max(len(line[column]) for line in rows) for column in range(len(HEAD))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(rows[0], widths, strict=True))]
    lines.append("  ".join("-" * width for width in widths))
    for figure, line in zip(listed, rows[1:], strict=True):
        cells = zip(line, widths, strict=True)
        lines.append("  ".join(cell.ljust(width) for cell, width in cells).rstrip())
        if figure.remark:
            lines.append(f"    {figure.remark}")
    return "\n".join(lines)


def busy(load: float, cores: int) -> str:
    """A sentence where others keep the machine busy; else nothing."""
    if load <= cores:
        return ""
    return (
        f"The machine is busy (load {load:.1f} on {cores} cores): times are longer than on a "
        "quiet one, ratios are of the same moment."
    )


def write(figures: Iterable[Figure], path: Path) -> None:
    """Keep the figures as JSON, with the machine they were measured on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    machine = {"system": platform.platform(), "python": platform.python_version()}
    found = {"machine": machine, "figures": [one.as_json() for one in figures]}
    path.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
