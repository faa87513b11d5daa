"""An engagement in the language of its report, which may be another than its own."""

from __future__ import annotations

from dataclasses import replace

from engagements.framework import load
from engagements.problem import Problem
from engagements.records.snapshot import Snapshot


def spoken(snapshot: Snapshot, language: str) -> Snapshot:
    """The same engagement with its framework's words in a language, where it has them."""
    if not snapshot.packed or snapshot.framework.language == language:
        return snapshot
    try:
        return replace(snapshot, framework=load.unpack(snapshot.packed, language))
    except Problem:  # its texts in a language that the engagement itself never needed
        return snapshot
