"""The full report against the same content set by WeasyPrint and by Typst."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from report_templates.brand import BrandKit
from tests.benchmarks.figure import Figure
from tests.benchmarks.peers import html, markup, printed, report
from tests.benchmarks.peers.nodes import Node, Rows
from tests.benchmarks.peers.races import Runner, race
from tests.benchmarks.peers.sheets import furniture
from tests.benchmarks.peers.story import leaves, story

RUNS = 5
BUDGETS = {"weasyprint": 0.5, "typst": None}
"""The largest share of a peer's time that ours may take; None is reported only."""


def measure(folder: Path) -> Iterator[Figure]:
    """Time, memory and size, each against each peer; what a peer lacks is said in words."""
    nodes = written(folder)
    found = race(("ours", *BUDGETS), folder, RUNS)
    ours, pages = found.pop("ours"), counted(folder, nodes, ("ours",))
    tables = sum(isinstance(one, Rows) and one.data for one in leaves(nodes))
    what = f"full report, {pages['ours']} pages, {tables} tables"
    for name, peer in found.items():
        if peer.missing:
            yield Figure(
                f"{what}, beside {name}",
                ours.median("seconds") * 1e3,
                "ms",
                remark=f"{name} is left out: {peer.missing}",
            )
            continue
        pages |= counted(folder, nodes, (name,))
        yield from _held(what, ours, peer, BUDGETS[name], pages)


def written(folder: Path, items: int = report.ITEMS) -> list[Node]:
    """The report's content in that folder, in everybody's own form; returns what it says."""
    content, kit = report.content(items), BrandKit.bundled()
    nodes, page = story(content, kit), furniture(content, kit)
    files = {"report.json": content.model_dump_json(), "report.typ": markup.written(nodes, page)}
    for name, text in (files | html.written(nodes, page)).items():
        (folder / name).write_text(text, encoding="utf-8")
    return nodes


def counted(folder: Path, nodes: list[Node], names: Sequence[str]) -> dict[str, int]:
    """Pages of each PDF; it is a fault when one of them does not say all that ours says."""
    found: dict[str, int] = {}
    for name in names:
        found[name], lost = printed.lost(nodes, folder / f"{name}.pdf")
        assert not lost, (name, lost)
    return found


def _held(
    what: str, ours: Runner, peer: Runner, most: float | None, pages: dict[str, int]
) -> Iterator[Figure]:
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    yield Figure(
        f"{what}: time",
        ours.median("seconds") * 1e3,
        "ms",
        peer.median("seconds") * 1e3,
        peer.version,
        most=most,
        remark=f"{pages['ours']} and {pages[peer.name]} pages; of a processor "
        f"{ours.median('worked') * 1e3:,.0f} and {peer.median('worked') * 1e3:,.0f} ms; "
        f"load {load:.1f} on {os.cpu_count()} cores",
    )
    for name, key in (("peak memory", "peak"), ("size", "size")):
        yield Figure(
            f"{what}: {name}", ours.most(key) / 1e6, "MB", peer.most(key) / 1e6, peer.version
        )
