"""From levels and actions to a dated plan: pure functions."""
