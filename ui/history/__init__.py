"""The History page: everything that happened, who and when, and older values to bring back."""

from __future__ import annotations
