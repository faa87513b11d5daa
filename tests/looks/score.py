"""Score."""


def take(one, keep):
    one.go("score")
    keep("score")
