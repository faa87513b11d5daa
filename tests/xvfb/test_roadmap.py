"""The plan changed by keys on a real screen: an estimate, and an action left out."""

from decimal import Decimal

import pytest

from engagements import reading, sample
from engagements.records import PlanChange
from tests.xvfb.program import Program
from tests.xvfb.screen import until

pytestmark = [pytest.mark.xvfb, pytest.mark.timeout(300)]
FIRST, SECOND = "A01-01", "A01-08"


@pytest.fixture
def opened(screen, tmp_path):
    """The program with the sample open."""
    path = tmp_path / "Halden Freight.plumb"
    sample.write(path)
    started = Program(screen, tmp_path / "home", str(path))
    started.start()
    yield started, path
    started.end()


def test_an_estimate_and_an_action_left_out_are_in_the_file(opened, tmp_path):
    program, path = opened
    screen = program.screen
    program.wait_title("Interviews")
    screen.settle()
    screen.press("ctrl+shift+r")
    program.wait_title("Roadmap")
    until(lambda: not program.busy, "the plan")
    screen.settle()
    screen.press("Return")
    screen.write("0.5")
    screen.press("Return")
    program.wait_saved("plan-changed", 1)
    screen.settle()
    screen.press("Escape", "Down")
    screen.act("Delete")
    screen.write("Done elsewhere")
    screen.press("Return")
    program.wait_saved("plan-changed", 2)
    screen.settle()
    screen.shot(tmp_path / "roadmap.png")
    assert program.quit() == 0
    assert program.errors() == ""
    kept = {one.action: one for one in reading.read(path).of(PlanChange)}
    assert kept[FIRST].weeks_likely == Decimal("0.5")
    assert kept[SECOND].include is False
    assert kept[SECOND].reason == "Done elsewhere"
