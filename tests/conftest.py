"""What every test shares: an offscreen screen, fixed Qt settings, quick or thorough hypothesis."""

import gc
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import HealthCheck, settings

VERDICT = pytest.StashKey[int]()

settings.register_profile(
    "quick",
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    # A change is judged by the same examples each time; on a desk and in the soak they are drawn.
    derandomize="CI" in os.environ,
)
settings.register_profile("soak", max_examples=5_000, deadline=None)
settings.load_profile(os.environ.get("PLUMBLINE_HYPOTHESIS", "quick"))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Collect cycles here, never on a thread: what a window leaves behind must end where Qt is.

    A test with a window runs as the program does, without the automatic collector. What the one
    before it has left is garbage by now.
    """
    if "qapp" in item.fixturenames:
        gc.disable()
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                break
    elif not gc.isenabled():
        gc.collect()
        gc.enable()


def pytest_sessionfinish(session, exitstatus):
    """Remember the verdict for the very end."""
    session.config.stash[VERDICT] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config):
    """Leave once everything is said: Qt's own objects do not outlive the interpreter in any order.

    The program itself ends in order (see ``app.desktop``); a test run keeps hundreds of windows'
    remains until here. Under coverage the ordinary way out is taken: it writes its data there.
    """
    if "coverage" not in sys.modules and VERDICT in config.stash:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(config.stash[VERDICT])
