"""Runs Python in a process of its own and reads what it prints."""

import json
import os
import subprocess
import sys


def answer_of(program, *arguments, home, options=()):
    """The JSON on the last line that ``program`` prints; it must end well.

    ``home`` is its ``PLUMBLINE_HOME``, ``options`` are the interpreter's.
    """
    done = subprocess.run(
        [sys.executable, *options, "-c", program, *map(str, arguments)],
        env=os.environ | {"PLUMBLINE_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])
