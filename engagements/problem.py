"""Errors that are expected, written for the person who reads them."""

from __future__ import annotations


class Problem(Exception):
    """Something the user can understand and act on; shown as it is, never as a traceback."""

    def __init__(self, title: str, advice: str = "") -> None:
        """Keep ``title`` (what happened, one sentence) and ``advice`` (what to do)."""
        super().__init__(title)
        self.title = title
        self.advice = advice

    def __str__(self) -> str:
        """Both sentences on one line."""
        return f"{self.title} {self.advice}".strip()
