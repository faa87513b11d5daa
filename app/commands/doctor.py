"""``plumbline doctor``: what this machine has, what it lacks, and the one line that adds it."""

from __future__ import annotations

import click

from app import doctor as examination
from app.places import Places


@click.command()
@click.pass_context
def doctor(context: click.Context) -> None:
    """Show versions, fonts, system libraries and folders; exit status 1 when something lacks."""
    findings = examination.examine(Places.standard())
    width = max(len(finding.name) for finding in findings)
    for finding in findings:
        mark = "ok     " if finding.good else "missing"
        click.echo(f"{mark}  {finding.name:<{width}}  {finding.detail}")
    advice = [finding.advice for finding in findings if not finding.good and finding.advice]
    for line in dict.fromkeys(advice):
        click.echo(f"\n{line}")
    if advice or not all(finding.good for finding in findings):
        context.exit(1)
