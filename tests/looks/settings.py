"""Settings, and further down."""

from tests.looks.waiting import resting


def take(one, keep):
    one.go("settings")
    resting()
    keep("settings")
