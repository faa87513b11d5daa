"""The pictures of each page: a module per page, ``take(window, keep)``; keep(name) takes one."""

from tests.looks import home, interview, report, roadmap, score

SCENES = (home.take, interview.take, score.take, roadmap.take, report.take)
