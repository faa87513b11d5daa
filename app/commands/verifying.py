"""``plumbline verify``: whether a PDF is as it was made, and which issued version it is."""

from __future__ import annotations

from pathlib import Path

import click

from app.commands.asking import opened, passphrase_option


@click.command()
@click.argument("report", metavar="REPORT.pdf", type=click.Path(path_type=Path))
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@passphrase_option
@click.pass_context
def verify(
    context: click.Context, *, report: Path, file: Path | None, passphrase: str | None
) -> None:
    """Check that a report is as it was made; with its engagement FILE, which version it is.

    It shows whether a byte was changed. It does not prove who made the file.
    """
    from engagements.records.issued import recognise
    from report_templates import verifying

    pdf = verifying.read_pdf(report)
    found = verifying.own_word(report.name, pdf)
    click.echo(found.words)
    good = found.good
    if file is not None:
        with opened(file, passphrase, read_only=True) as case:
            known = recognise(case.snapshot, pdf, found.content)
        against = verifying.against(report.name, known, found)
        click.echo(against.words)
        good = against.good
    if not good:
        context.exit(1)
