"""A note as it was left in the middle of a sentence, packed for its draft row."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from engagements.records.answers import NoteKind
from ui.interview.note_text import Line
from ui.parts import drafting


@dataclass(frozen=True)
class NoteDraft:
    """An editor's lines as they were left, the cursor, and when typing began and ended."""

    lines: tuple[Line, ...]
    cursor: int
    began: datetime
    ended: datetime

    @property
    def seconds(self) -> int:
        """How long was typed, at least one second."""
        return max(1, round((self.ended - self.began).total_seconds()))

    def packed(self) -> str:
        """As text for a draft row."""
        rows = [[one.text, one.kind.value, one.off_record, one.note] for one in self.lines]
        kept = {
            "lines": rows,
            "cursor": self.cursor,
            "began": self.began.isoformat(timespec="milliseconds"),
            "ended": self.ended.isoformat(timespec="milliseconds"),
        }
        return json.dumps(kept, ensure_ascii=True)

    @classmethod
    def unpacked(cls, text: str) -> NoteDraft | None:
        """From a draft row; None when it is none of these."""
        try:
            kept: dict[str, Any] = json.loads(text)
            lines = tuple(
                Line(str(words), NoteKind(kind), bool(off), str(note))
                for words, kind, off, note in kept["lines"]
            )
            began, ended = (datetime.fromisoformat(kept[key]) for key in ("began", "ended"))
            return cls(lines, int(kept["cursor"]), began, ended)
        except (ValueError, KeyError, TypeError):
            return None


def recovered_words(drafts: Sequence[NoteDraft]) -> str:
    """The line that says what a crash did not take: ``Recovered 3 seconds of typing``."""
    return drafting.recovered_words(sum(one.seconds for one in drafts))
