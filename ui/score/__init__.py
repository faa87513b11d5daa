"""The Score page: the level, why it is what it is, and what would change it."""
