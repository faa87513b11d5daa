"""The pictures of each page: a module per page, ``take(window, keep)``; keep(name) takes one."""

from tests.looks import findings, home, interview, report, score

SCENES = (home.take, interview.take, findings.take, score.take, report.take)
