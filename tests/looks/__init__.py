"""The pictures of each page: a module per page, ``take(window, keep)``; keep(name) takes one."""

from tests.looks import history, home, interview, report, score, settings, shell

SCENES = (
    home.take,
    interview.take,
    score.take,
    report.take,
    history.take,
    settings.take,
    shell.take,
)
