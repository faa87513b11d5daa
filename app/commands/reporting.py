"""``plumbline report``: the branded PDF of an engagement."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app import whole_file
from app.commands.asking import as_day, file_argument, opened, passphrase_option

if TYPE_CHECKING:
    from engagements.casework.case import Case
    from engagements.records.snapshot import Snapshot


profile_option = click.option(
    "--profile", metavar="NAME", help="Which sections: full, findings, board, roadmap or actions."
)
brand_option = click.option(
    "--brand",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="A brand kit's folder; otherwise the engagement's own, or the one that comes with it.",
)
issued_option = click.option(
    "--issued",
    callback=as_day,
    metavar="DATE",
    help="The day of issue, as 2026-12-04; otherwise the day of the last change, so that the same "
    "content gives the same file.",
)
paper_option = click.option(
    "--paper",
    type=click.Choice(["A4", "Letter"], case_sensitive=False),
    help="Otherwise the engagement's choice, or the brand kit's.",
)
language_option = click.option(
    "--language",
    metavar="CODE",
    help="What the report speaks, as in: de. Otherwise the engagement's choice.",
)
sections_option = click.option(
    "--sections",
    metavar="A,B,…",
    help="Only these sections of the profile, in this order, as in: summary,roadmap,method.",
)


@click.command()
@file_argument
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="OUT",
    type=click.Path(path_type=Path),
    help="The PDF to write, or a folder: then it is called by client, document, version and day. "
    "An earlier one is replaced when the new one is whole.",
)
@profile_option
@brand_option
@issued_option
@paper_option
@language_option
@sections_option
@passphrase_option
def report(
    *,
    file: Path,
    output: Path,
    profile: str | None,
    brand: Path | None,
    issued: date | None,
    paper: str | None,
    language: str | None,
    sections: str | None,
    passphrase: str | None,
) -> None:
    """Write the report as a PDF."""
    from app.report_building import build_pdf
    from engagements.records import ReportSettings
    from report_templates.content import report as content
    from report_templates.naming import file_name

    whole_file.check_target(output / "report.pdf" if output.is_dir() else output)
    with opened(file, passphrase, read_only=True) as case:
        snapshot = asked(case.snapshot, profile, paper=paper, language=language, sections=sections)
        kit = kit_of(case, brand)
    chosen = profile_of(snapshot, profile)
    day = issued or last_change(snapshot)
    said = content.of(snapshot, profile=chosen, issued=day)
    data = build_pdf(said, kit, lambda words: click.echo(words, err=True))
    pattern = next((one.file_name for one in snapshot.of(ReportSettings)), "")
    target = output / file_name(said, pattern) if output.is_dir() else output
    whole_file.write(target, data)
    click.echo(f"{target}: {len(data) / 1000:,.0f} kB")


def profile_of(snapshot: Snapshot, wanted: str | None) -> str:
    """The profile asked for, else the one chosen in the engagement."""
    from engagements.records import ReportSettings

    settings = snapshot.of(ReportSettings)
    return wanted or (settings[0].profile if settings else "full")


def asked(
    snapshot: Snapshot,
    profile: str | None = None,
    *,
    paper: str | None = None,
    language: str | None = None,
    sections: str | None = None,
) -> Snapshot:
    """The engagement as if these were its choices; a Problem names sections there are none of."""
    from engagements.records import ReportSettings
    from report_templates.profiles import profile as profile_called
    from report_templates.words import words

    kept = snapshot.of(ReportSettings)
    changed: dict[str, object] = {}
    if paper:
        changed["paper"] = paper
    if language:
        changed["language"] = words(language).language
    if sections is not None:
        every = profile_called(profile_of(snapshot, profile))
        wanted = every.called(sections.split(","))
        changed |= {"order": wanted, "left_out": every.others(wanted)}
    settings = (kept[0] if kept else ReportSettings()).model_copy(update=changed)
    key = (ReportSettings.kind, settings.id)
    return snapshot.having({key: (settings,)}, {}, snapshot.revisions) if changed else snapshot


def last_change(snapshot: Snapshot) -> date:
    """The day of the newest revision, as its writer's clock had it."""
    return max(stamp.at for stamp in snapshot.stamps.values()).date()


def kit_of(case: Case, folder: Path | None) -> bytes:
    """The brand kit to use, packed and checked."""
    from engagements.casework import issuing
    from report_templates.brand import BrandKit

    if folder is not None:
        return BrandKit.load(folder).to_bytes()
    return issuing.brand(case) or BrandKit.bundled().to_bytes()
