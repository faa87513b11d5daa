"""``plumbline comments``: what a draft's readers said, out as a sheet and back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app import whole_file
from app.commands.asking import file_argument, json_option, opened, passphrase_option
from app.commands.reporting import kit_of, last_change
from engagements.language import tr
from engagements.problem import Problem

if TYPE_CHECKING:
    from engagements.records.commenting import Comment


@click.command()
@file_argument
@click.option(
    "-o",
    "--output",
    metavar="OUT.xlsx",
    type=click.Path(path_type=Path),
    help="Write the comment sheet for the draft's readers to fill in.",
)
@click.option(
    "--take",
    metavar="FILLED.xlsx",
    type=click.Path(path_type=Path),
    help="Take in a sheet that came back: new comments get numbers, changed ones are updated.",
)
@json_option("The comments as one JSON document.")
@passphrase_option
def comments(
    *,
    file: Path,
    output: Path | None,
    take: Path | None,
    as_json: bool,
    passphrase: str | None,
) -> None:
    """List the comments on the draft, send them out as a sheet, or take in one that came back."""
    if sum((output is not None, take is not None, as_json)) > 1:
        raise Problem(tr("Only one of -o, --take and --json at a time."))
    if take is not None:
        _take(file, take, passphrase)
    elif output is not None:
        _write(file, output, passphrase)
    else:
        _list(file, passphrase, as_json=as_json)


def _take(file: Path, filled: Path, passphrase: str | None) -> None:
    from engagements.casework import comment_book
    from engagements.casework import comments as round_

    with opened(file, passphrase) as case:
        rows = comment_book.read(filled, case.snapshot.engagement_id)
        found = round_.compare(case.snapshot, rows)
        if found.new or found.changed:
            round_.take(case, rows)
    click.echo(f"{filled.name}: {found.words}")


def _write(file: Path, output: Path, passphrase: str | None) -> None:
    from report_templates.beside import comments as sheets
    from report_templates.brand import BrandKit
    from report_templates.content import comments as content

    whole_file.check_target(output)
    with opened(file, passphrase, read_only=True) as case:
        said = content.of(case.snapshot, last_change(case.snapshot))
        kit = BrandKit.from_bytes(kit_of(case, None))
    whole_file.write(output, sheets.build(said, kit))
    click.echo(f"{output}: {len(said.rows)} comments, {said.empty} rows to fill in")


def _list(file: Path, passphrase: str | None, *, as_json: bool) -> None:
    from engagements.records.commenting import by_number

    with opened(file, passphrase, read_only=True) as case:
        found = by_number(case.snapshot)
    if as_json:
        values = [one.model_dump(exclude={"id"}) for one in found]
        click.echo(json.dumps(values, ensure_ascii=False, separators=(",", ":")))
        return
    for one in found:
        click.echo(_line(one))
    still = sum(one.state == "open" for one in found)
    click.echo(f"{len(found)} comments, {still} open")


def _line(one: Comment) -> str:
    page = f"p. {one.page}" if one.page else "–"
    words = " ".join(one.text.split())
    said = f"{one.number:>4}  {one.state:<9} {page:<7} {words}"
    return f"{said}\n{'':>24}> {' '.join(one.response.split())}" if one.response else said
