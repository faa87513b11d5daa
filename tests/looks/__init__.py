"""The pictures of each page: a module per page, ``take(window, keep)``; keep(name) takes one."""

from tests.looks import findings, grid, home, interview, plan, report, roadmap, score

SCENES = (
    home.take,
    interview.take,
    plan.take,
    findings.take,
    grid.take,
    score.take,
    roadmap.take,
    report.take,
)
