"""matplotlib is loaded late, finds nothing of the user's, and leaves nothing behind."""

import os
import subprocess
import sys
from pathlib import Path

from report_templates.figures.plotted.trend import trends
from tests.report_templates import sizes

ROOT = Path(__file__).resolve().parents[4]
PROGRAM = """
import hashlib, subprocess, sys
def refused(*args, **more):
    raise AssertionError("the system's fonts were asked for")
subprocess.Popen = subprocess.check_output = refused
import report_templates.build
from tests.report_templates import sizes
assert not {"matplotlib", "numpy"} & set(sys.modules)
content = sizes.content("four-assessments")
from report_templates.figures.plotted.trend import trends
found = trends(content.progress.trend.figure)
from matplotlib import font_manager
assert font_manager.fontManager.ttflist == []
print(hashlib.sha256(repr(found).encode()).hexdigest())
"""


def test_elsewhere_and_among_a_users_files_the_same_is_drawn(tmp_path):
    import hashlib

    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "matplotlibrc").write_bytes(b"\xff\xfe lines.linewidth : 9\n")
    env = {
        **os.environ,
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "MPLBACKEND": "none such",
        "MATPLOTLIBRC": str(tmp_path / "matplotlibrc"),
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "de_DE.UTF-8",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    said = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stderr
    here = trends(sizes.content("four-assessments").progress.trend.figure)
    assert said.stdout.strip() == hashlib.sha256(repr(here).encode()).hexdigest()
    assert list(home.iterdir()) == []
