"""What the commands on a file share: its argument, its passphrase, opening it, and JSON out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.person import author
from engagements.language import tr
from engagements.problem import Problem

if TYPE_CHECKING:
    from engagements.casework.case import Case

Decorated = Callable[..., Any]

file_argument = click.argument("file", metavar="FILE", type=click.Path(path_type=Path))


def as_day(_: click.Context, option: click.Parameter, value: str | None) -> date | None:
    """The callback of an option that asks for a day, written as in ISO 8601."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        said = tr(
            "{option} asks for a day, and “{value}” is none.", option=option.opts[0], value=value
        )
        advice = tr("Write it as in {day}.", day="2026-12-04")
        raise click.UsageError(f"{said} {advice}") from None


def json_option(meaning: str) -> Callable[[Decorated], Decorated]:
    """The ``--json`` switch with what it means for this command."""
    return click.option("--json", "as_json", is_flag=True, help=meaning)


def passphrase_option(command: Decorated) -> Decorated:
    """``--passphrase-env VAR``; the command gets the passphrase, or None."""
    return click.option(
        "--passphrase-env",
        "passphrase",
        metavar="VAR",
        callback=_passphrase,
        help="Environment variable that holds the file's passphrase.",
    )(command)


def _passphrase(_: click.Context, __: click.Parameter, variable: str | None) -> str | None:
    if variable is None:
        return None
    value = os.environ.get(variable)
    if not value:
        raise Problem(
            tr("The environment variable {variable} is not set.", variable=variable),
            tr("Put the passphrase into it."),
        )
    return value


@contextmanager
def opened(file: Path, passphrase: str | None, *, read_only: bool = False) -> Iterator[Case]:
    """The engagement in ``file``, closed afterwards; Problem when it cannot be opened."""
    from engagements.casework.case import Case

    case = Case.open(file, passphrase=passphrase, author=author(), read_only=read_only)
    try:
        yield case
    finally:
        case.close()
