"""The pictures of each page: a module per page, ``take(window, keep)``; keep(name) takes one."""

from tests.looks import evidence, home, interview, metrics, report, score

SCENES = (home.take, interview.take, score.take, evidence.take, metrics.take, report.take)
