"""The real window on a screen of its own, worked by key presses."""
