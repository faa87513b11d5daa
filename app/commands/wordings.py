"""``plumbline wordings``: the report's sentences that may be rewritten, and those that are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.asking import file_argument, json_option, opened, passphrase_option
from app.commands.reporting import last_change, profile_of, profile_option

if TYPE_CHECKING:
    from report_templates.content.wordings import Sentence

SPACES = " " * 4


@click.command()
@file_argument
@profile_option
@json_option("All of them as one JSON document.")
@passphrase_option
def wordings(*, file: Path, profile: str | None, as_json: bool, passphrase: str | None) -> None:
    """List the report's sentences that may be rewritten: generated, own, older than their facts.

    Names and addresses that the report must not hold are left out of them.
    """
    from report_templates.content import facts
    from report_templates.content.wordings import sentences

    with opened(file, passphrase, read_only=True) as case:
        snapshot = case.snapshot
    known = facts.of(
        snapshot, profile_code=profile_of(snapshot, profile), issued=last_change(snapshot)
    )
    found = sentences(known)
    if as_json:
        values = {"language": known.say.language, "sentences": [_values(one) for one in found]}
        click.echo(json.dumps(values, ensure_ascii=False, separators=(",", ":")))
        return
    for one in found:
        click.echo("\n".join(_lines(one)))
    own, late = sum(bool(one.own) for one in found), sum(one.outdated for one in found)
    click.echo(f"{len(found)} sentences, {own} rewritten, {late} older than their facts")


def _values(one: Sentence) -> dict[str, object]:
    return {
        "slot": one.slot,
        "generated": one.generated,
        "own": one.own or None,
        "outdated": one.outdated,
    }


def _lines(one: Sentence) -> list[str]:
    """The slot, then its words: the generated ones, and below those what stands in their place."""
    lines = [one.slot, f"{SPACES}{_flat(one.generated)}"]
    if one.own:
        late = ", older than its facts" if one.outdated else ""
        lines.append(f"  > {_flat(one.own)} (rewritten{late})")
    return lines


def _flat(words: str) -> str:
    return " ".join(words.split())
