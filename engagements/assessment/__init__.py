"""From answers to levels: pure functions."""
