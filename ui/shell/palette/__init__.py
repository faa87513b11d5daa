"""Ctrl+K: one line that goes to anything, and what it finds."""

from __future__ import annotations
