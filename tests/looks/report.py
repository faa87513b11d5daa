"""Report."""

from tests.looks.waiting import resting, settled


def take(one, keep):
    one.go("report")
    resting()
    settled(one.page("report").view.has_picture, "the first page")
    keep("report")
