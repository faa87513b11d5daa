"""Forks a fresh writer for each line on stdin: a child starts in milliseconds, and may be killed.

A line is JSON: {"play": name, "path": ..., "seed": ..., "fault": ...}. Children write to stdout:
``pid N`` first, then what the play says, and when a child is gone ``gone STATUS`` follows.
"""

import json
import os
import sys

from engagements.file.faultpoint import arm
from tests.faults import plays


def main():
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if child == 0:
            status = 1
            try:
                say(f"pid {os.getpid()}")
                if order.get("fault"):
                    arm(order["fault"])
                getattr(plays, order["play"])(say, order)
                status = 0
            finally:
                os._exit(status)
        _, status = os.waitpid(child, 0)
        say(f"gone {os.waitstatus_to_exitcode(status)}")


def say(text):
    """One line, in one piece, that survives the sender."""
    os.write(1, f"{text}\n".encode())


if __name__ == "__main__":
    main()
