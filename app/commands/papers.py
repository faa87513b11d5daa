"""``plumbline questionnaire`` and ``record``: what an interviewee fills in and confirms."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app import whole_file
from app.commands.asking import Decorated, as_day, file_argument, opened, passphrase_option
from app.commands.reporting import asked, brand_option, kit_of, last_change, paper_option
from engagements.language import tr
from engagements.problem import Problem

if TYPE_CHECKING:
    from engagements.records import Interview, Person
    from engagements.records.snapshot import Snapshot


def interview_option(*, required: bool = False) -> Callable[[Decorated], Decorated]:
    """The option that names one interview."""
    return click.option(
        "--interview",
        "wanted",
        required=required,
        metavar="TITLE",
        help="One interview by its title, or by title and day: 'ML engineer, 2026-11-20'.",
    )


@click.command()
@file_argument
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="OUT.(pdf|xlsx)",
    type=click.Path(path_type=Path),
    help="A PDF to fill in by hand, or a workbook that `plumbline import` takes back.",
)
@click.option(
    "--role", "roles", multiple=True, metavar="CODE", help="Only this role; may be repeated."
)
@interview_option()
@brand_option
@paper_option
@passphrase_option
def questionnaire(
    *,
    file: Path,
    output: Path,
    roles: tuple[str, ...],
    wanted: str | None,
    brand: Path | None,
    paper: str | None,
    passphrase: str | None,
) -> None:
    """Write a blank questionnaire to fill in, one sheet per role or interviewee."""
    from app.report_building import build_pdf
    from report_templates.beside import questionnaire as sheets
    from report_templates.brand import BrandKit
    from report_templates.content import questionnaire as content

    if output.suffix.lower() not in (".pdf", ".xlsx"):
        raise Problem(
            tr("{name} does not say what to write.", name=output.name),
            tr("Let its name end with .pdf or .xlsx."),
        )
    if roles and wanted:
        raise Problem(
            tr("A questionnaire is for roles or for one interview."), tr("Give only one of them.")
        )
    whole_file.check_target(output)
    with opened(file, passphrase, read_only=True) as case:
        snapshot, kit = asked(case.snapshot, paper=paper), kit_of(case, brand)
    talk = found(snapshot, wanted) if wanted else None
    said = content.of(snapshot, last_change(snapshot), roles=codes(roles), interview=talk)
    if output.suffix.lower() == ".pdf":
        data = build_pdf(said, kit, lambda words: click.echo(words, err=True))
    else:
        data = sheets.build(said, BrandKit.from_bytes(kit))
    whole_file.write(output, data)
    sheet = "sheet" if len(said.roles) == 1 else "sheets"
    click.echo(f"{output}: {len(said.roles)} {sheet}")


@click.command()
@file_argument
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="OUT.pdf",
    type=click.Path(path_type=Path),
    help="The PDF to write.",
)
@interview_option(required=True)
@click.option(
    "--person",
    metavar="NAME",
    help="Who of several people is to confirm: a name, or the words on the card.",
)
@click.option(
    "--reply-by",
    callback=as_day,
    metavar="DATE",
    help="Until when a reply is asked for, as 2026-12-04; otherwise seven days after the interview "
    "or today.",
)
@brand_option
@paper_option
@passphrase_option
def record(
    *,
    file: Path,
    output: Path,
    wanted: str,
    person: str | None,
    reply_by: date | None,
    brand: Path | None,
    paper: str | None,
    passphrase: str | None,
) -> None:
    """Write the record of one interview for the interviewee to confirm."""
    from app.report_building import build_pdf
    from report_templates.content import record as content

    whole_file.check_target(output)
    with opened(file, passphrase, read_only=True) as case:
        snapshot, kit = asked(case.snapshot, paper=paper), kit_of(case, brand)
    talk = found(snapshot, wanted)
    who, today = taking_part(snapshot, talk, person), date.today()
    reply = reply_by or content.reply_by(talk, today)
    said = content.of(snapshot, talk, who, issued=last_change(snapshot), reply=reply)
    data = build_pdf(said, kit, lambda words: click.echo(words, err=True))
    whole_file.write(output, data)
    plain = said.reply.replace("\u00a0", " ")
    click.echo(f"{output}: {plain}")


def codes(roles: tuple[str, ...]) -> tuple[str, ...]:
    """Role codes as they were typed, in capitals."""
    return tuple(one.strip().upper() for one in roles)


def found(snapshot: Snapshot, wanted: str) -> Interview:
    """The interview of that title, or title and day; a Problem names the ones there are."""
    from engagements.records import Interview

    said = " ".join(wanted.split()).casefold()
    names = {one.id: f"{one.title}, {one.day.isoformat()}" for one in snapshot.of(Interview)}
    hits = [
        one
        for one in snapshot.of(Interview)
        if said in (one.title.casefold(), names[one.id].casefold(), one.id)
    ]
    if len(hits) == 1:
        return hits[0]
    known = "; ".join(names[one.id] for one in hits) if hits else "; ".join(names.values())
    title = (
        tr("Several interviews are called “{wanted}”.", wanted=wanted)
        if hits
        else tr("There is no interview “{wanted}”.", wanted=wanted)
    )
    raise Problem(title, tr("Give one of: {known}.", known=known or tr("none")))


def taking_part(snapshot: Snapshot, interview: Interview, wanted: str | None) -> Person:
    """Who is to confirm: the one interviewee, or the one named; a Problem names the ones there."""
    from engagements.records import Person

    people = [one for key in interview.people if (one := snapshot.get(Person, key)) is not None]
    said = (wanted or "").strip().casefold()
    hits = [
        one
        for one in people
        if not said or said in (one.name.casefold(), one.title.casefold(), one.role.casefold())
    ]
    if len(hits) == 1:
        return hits[0]
    known = "; ".join(one.name or one.title or one.role for one in people)
    raise Problem(
        tr("It is not clear who is to confirm this interview."),
        tr("Name one of them: {known}.", known=known),
    )
