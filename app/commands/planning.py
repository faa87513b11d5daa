"""``plumbline roadmap``: the dated plan from the achieved level to the target."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import click

from app import summary
from app.commands.asking import as_day, file_argument, json_option, opened, passphrase_option
from engagements.roadmap.model import Roadmap


@click.command()
@file_argument
@click.option(
    "--start",
    callback=as_day,
    metavar="DATE",
    help="The day the first transition starts, as 2027-01-11; otherwise as agreed.",
)
@json_option("The whole plan as one JSON document.")
@passphrase_option
def roadmap(file: Path, start: date | None, as_json: bool, passphrase: str | None) -> None:
    """Show the roadmap from the achieved level to the target."""
    from engagements.assessment.consolidate import assess_case
    from engagements.roadmap.plan import plan_case

    with opened(file, passphrase, read_only=True) as case:
        snapshot = case.snapshot
    plan = plan_case(snapshot, assess_case(snapshot), start=start)
    if as_json:
        click.echo(json.dumps(values(plan), separators=(",", ":"), default=_plain))
    else:
        click.echo("\n".join(summary.of_roadmap(plan, snapshot.framework)))


def values(plan: Roadmap) -> dict[str, Any]:
    """A roadmap as plain values: weeks and person-days as numbers, days as ISO dates."""
    return dataclasses.asdict(plan)


def _plain(value: object) -> float | str:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
