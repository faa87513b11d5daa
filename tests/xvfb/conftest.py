"""A screen of its own for each test; skipped with a word where the tools are missing."""

import sys

import pytest

from tests.xvfb.program import Program
from tests.xvfb.screen import Screen, missing


@pytest.fixture(scope="module")
def screen():
    if not sys.platform.startswith("linux"):
        pytest.skip("a virtual X screen needs Linux")
    if lacking := missing():
        pytest.skip(f"not installed here: {', '.join(lacking)}")
    with Screen() as shown:
        yield shown


@pytest.fixture
def program(screen, tmp_path):
    """The program, not started yet, in folders of its own."""
    started = Program(screen, tmp_path / "home")
    yield started
    started.end()
