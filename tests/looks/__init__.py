"""The pictures of each page: a module per page, ``take(window, keep)``; keep(name) takes one."""

from tests.looks import (
    again,
    evidence,
    findings,
    grid,
    history,
    home,
    interview,
    metrics,
    plan,
    report,
    roadmap,
    score,
    settings,
    shell,
)

SCENES = (
    home.take,
    interview.take,
    plan.take,
    findings.take,
    grid.take,
    score.take,
    roadmap.take,
    evidence.take,
    metrics.take,
    report.take,
    history.take,
    settings.take,
    shell.take,
    again.take,
)
