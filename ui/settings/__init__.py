"""The Settings page: looks, language, folders, brand kits, backups, and what this program is."""

from __future__ import annotations
