"""Home, and the key map over it."""


def take(one, keep):
    one.go("home")
    keep("home")
    one.show_key_map()
    keep("keys")
    one.show_key_map()
