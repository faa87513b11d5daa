"""``plumbline assess`` and ``plumbline score``: levels from answers, or from an engagement."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from app import answer_lines, answers_json, summary
from app.commands.asking import file_argument, json_option, opened, passphrase_option
from engagements.assessment import level
from engagements.framework.load import mlops
from engagements.framework.model import Framework
from engagements.language import tr
from engagements.problem import Problem

STDIN = "-"


@click.command()
@click.argument("answers", metavar="[ANSWERS.json|-]", default=STDIN)
@json_option("One JSON document per input line in, one per line out.")
def assess(answers: str, as_json: bool) -> None:
    """Score answers without an engagement file.

    Reads {"answers": {"SRC-1.1": "yes", "TRN-2.2": ["yes", "no"]}, "evidence": {"SRC-1.1": 3}}
    or {"quick": {"Q1": "yes"}}. Answers are yes, partly, no, unknown, n/a (not on key criteria),
    or a list of them for a conflict; what is missing is unknown. Evidence grades are 0 to 4; with
    evidence the verified level is given too. Without a file, standard input is read.
    """
    framework = mlops()
    first = True
    with _stream(answers) as stream:
        for line, document in answer_lines.documents(stream):
            try:
                given = answers_json.given(document, framework)
            except Problem as problem:
                raise answer_lines.in_line(line, problem) from None
            if as_json:
                _write(answers_json.one_line(_values(given, framework)))
            else:
                _write("\n".join([*([] if first else [""]), *_words(given, framework)]))
            first = False
    if first:
        raise Problem(
            tr("There are no answers in it."), tr('As in: {"answers": {"SRC-1.1": "yes"}}.')
        )


@click.command()
@file_argument
@json_option("The result as one JSON document.")
@passphrase_option
def score(file: Path, as_json: bool, passphrase: str | None) -> None:
    """Show an engagement's level, and why."""
    from engagements.assessment.consolidate import assess_case

    with opened(file, passphrase, read_only=True) as case:
        snapshot = case.snapshot
    result = assess_case(snapshot)
    target = snapshot.engagement.target
    if as_json:
        values = answers_json.assessment_values(result.level)
        values["claimed"] = result.claimed
        values["target"] = target
        _write(answers_json.one_line(values))
        return
    name = snapshot.client.name or file.stem
    _write("\n".join([name, *summary.of_case(result, snapshot.framework, target)]))


def _values(given: answers_json.Given, framework: Framework) -> dict[str, object]:
    if given.quick:
        return answers_json.quick_values(level.quick(framework, given.readings))
    return answers_json.assessment_values(level.assess(framework, given.readings, given.grades))


def _words(given: answers_json.Given, framework: Framework) -> list[str]:
    if given.quick:
        return summary.of_quick(level.quick(framework, given.readings), framework)
    return summary.of_assessment(level.assess(framework, given.readings, given.grades), framework)


def _write(text: str) -> None:
    """One answer at once, so that a script at the other end need not wait for the next line."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


@contextmanager
def _stream(name: str) -> Iterator[BinaryIO]:
    if name == STDIN:
        yield sys.stdin.buffer
        return
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(Path(name).open("rb"))
        except OSError as error:
            raise Problem(f"{name}: {error.strerror or 'cannot be read'}.") from None
        yield stream
