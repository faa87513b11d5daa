"""The Score page: the level an engagement stands at, what blocks the next one, and what would move it."""
