"""Findings: the map, a criterion that voices differ on being judged, a filter, a delivered case."""

from engagements.assessment.heat_map import Flag
from tests.looks.waiting import resting

DISPUTED = "SRC-1.2"
REASON = "The log of the rebuild speaks for one model only; nobody but its author could do it."


def take(one, keep):
    one.go("findings")
    resting()
    keep("findings-map")
    page = one.page("findings")
    page.open(DISPUTED)
    page.drawer.judgement.pick(2)
    page.drawer.judgement.reason.setPlainText(REASON)
    keep("findings")
    page.close_drawer()
    page.flags.chosen.emit(Flag.CONTRADICTION)
    page.next_to_reconcile()
    keep("findings-filtered")
    page.flags.chosen.emit(None)
