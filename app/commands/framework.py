"""``plumbline framework check``: every fault in a folder of framework files."""

from __future__ import annotations

from pathlib import Path

import click


@click.group()
def framework() -> None:
    """Look after assessment frameworks."""


@framework.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_context
def check(context: click.Context, folder: Path) -> None:
    """Check a framework folder; every fault is named with file, id and cause."""
    from engagements.framework.check import check as faults_in

    faults = faults_in(folder)
    for fault in faults:
        click.echo(str(fault))
    if faults:
        context.exit(1)
    click.echo(f"{folder}: everything in order")
