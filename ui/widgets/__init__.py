"""The parts pages are built from."""

from __future__ import annotations
