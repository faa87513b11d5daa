"""``plumbline sample``, ``new``, ``import`` and ``check``: making and filling engagement files."""

from __future__ import annotations

from pathlib import Path

import click

from app.commands.asking import file_argument, opened, passphrase_option
from app.person import author
from engagements.framework.model import LEVELS, Level


@click.command()
@file_argument
@passphrase_option
def sample(file: Path, passphrase: str | None) -> None:
    """Write the sample engagement, Halden Freight."""
    from engagements import sample as halden

    halden.write(file, passphrase=passphrase)
    click.echo(f"{file}: the sample engagement, Halden Freight")


@click.command()
@file_argument
@click.option("--client", required=True, metavar="NAME", help="The organisation assessed.")
@click.option(
    "--target",
    type=click.Choice([str(level) for level in LEVELS]),
    metavar="LEVEL",
    help="The level to reach, 0 to 4.",
)
@passphrase_option
def new(file: Path, client: str, target: str | None, passphrase: str | None) -> None:
    """Create an engagement."""
    from engagements.casework.case import Case

    wanted: Level | None = next((level for level in LEVELS if str(level) == target), None)
    Case.create(file, client=client, target=wanted, passphrase=passphrase, author=author()).close()
    click.echo(f"{file}: a new engagement for {client.strip()}")


@click.command("import")
@file_argument
@click.argument("answers", metavar="ANSWERS.(csv|json|xlsx)", type=click.Path(path_type=Path))
@click.option(
    "--interview",
    "occasion",
    required=True,
    metavar='"ROLE, DATE"',
    help='Whom the answers come from, and when: "ML engineer, 2026-11-20".',
)
@passphrase_option
def import_answers(file: Path, answers: Path, occasion: str, passphrase: str | None) -> None:
    """Keep a filled-in answer sheet as one interview, whole or not at all."""
    from engagements.casework import answer_sheet, exchange

    with opened(file, passphrase) as case:
        framework = case.snapshot.framework
        when = exchange.Occasion.read(occasion, framework)
        entries = answer_sheet.read(answers, framework)
        exchange.import_answers(case, entries, when)
    click.echo(f"{len(entries)} answers imported: {when.title}, {when.day.isoformat()}")


@click.command()
@file_argument
@passphrase_option
@click.pass_context
def check(context: click.Context, file: Path, passphrase: str | None) -> None:
    """Check an engagement file: structure, derived values, history and attachments."""
    from engagements.file.problems import Damaged

    try:
        with opened(file, passphrase, read_only=True) as case:
            findings = case.check()
            revisions = case.snapshot.revisions
    except Damaged as damaged:
        for words in damaged.findings:
            click.echo(words)
        raise
    for finding in findings:
        click.echo(finding)
    if findings:
        context.exit(1)
    click.echo(f"{file}: everything in order, {revisions} revisions")
