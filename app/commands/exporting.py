"""``plumbline export``: what goes out beside the PDF."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app import whole_file
from app.commands.asking import file_argument, opened, passphrase_option
from app.commands.reporting import (
    asked,
    brand_option,
    issued_option,
    kit_of,
    language_option,
    last_change,
    paper_option,
    profile_of,
    profile_option,
    sections_option,
)
from engagements.language import tr
from engagements.problem import Problem

if TYPE_CHECKING:
    from report_templates.beside.kinds import Kind

OUT = "OUT.(docx|xlsx|ics|csv|json)"


@click.command()
@file_argument
@click.option(
    "-o",
    "--output",
    required=True,
    metavar=OUT,
    type=click.Path(path_type=Path),
    help="The file to write: Word, workbook, calendar, issues or data, by the end of its name.",
)
@profile_option
@brand_option
@issued_option
@paper_option
@language_option
@sections_option
@click.option(
    "--schema",
    metavar="SCHEMA.json",
    type=click.Path(path_type=Path),
    help="Also write the JSON Schema that every OUT.json follows.",
)
@passphrase_option
def export(
    *,
    file: Path,
    output: Path,
    profile: str | None,
    brand: Path | None,
    issued: date | None,
    paper: str | None,
    language: str | None,
    sections: str | None,
    schema: Path | None,
    passphrase: str | None,
) -> None:
    """Write the report's content in another form: Word, Excel, calendar, issues or JSON.

    A workbook has all of its tables; calendar and issues have no pages.
    """
    from report_templates.beside import kinds
    from report_templates.brand import BrandKit
    from report_templates.content import facts

    kind = kind_of(output)
    check_asked(kind, output, paper=paper, sections=sections)
    for target in filter(None, (output, schema)):
        whole_file.check_target(target)
    with opened(file, passphrase, read_only=True) as case:
        snapshot = asked(case.snapshot, profile, paper=paper, language=language, sections=sections)
        kit = BrandKit.from_bytes(kit_of(case, brand))
    known = facts.of(
        snapshot,
        profile_code=profile_of(snapshot, profile),
        issued=issued or last_change(snapshot),
    )
    data = kinds.build(kind, known, kit)
    whole_file.write(output, data)
    if schema:
        whole_file.write(schema, kinds.schema())
    click.echo(f"{output}: {len(data) / 1000:,.0f} kB")


def kind_of(output: Path) -> Kind:
    """The kind that a file's name asks for; a Problem names the ones there are."""
    from report_templates.beside.kinds import Kind

    suffix = output.suffix.lower().removeprefix(".")
    try:
        return Kind(suffix)
    except ValueError:
        raise Problem(
            tr("{name} does not say what to write.", name=output.name),
            tr("Let its name end with one of: {ends}.", ends=", ".join(f".{one}" for one in Kind)),
        ) from None


def check_asked(kind: Kind, output: Path, *, paper: str | None, sections: str | None) -> None:
    """Problem when a kind of file has not what was asked for."""
    from report_templates.beside import kinds

    for option, wanted, those in (
        ("--paper", paper, kinds.PAGED),
        ("--sections", sections, kinds.SECTIONED),
    ):
        if wanted is not None and kind not in those:
            ends = ", ".join(f".{one}" for one in those)
            raise Problem(
                tr("{option} means nothing for {name}.", option=option, name=output.name),
                tr("It is for files whose names end with one of: {ends}.", ends=ends),
            )
