"""The parts of the main window around a page."""

from __future__ import annotations
