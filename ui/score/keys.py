"""The keys of Score, in words."""

from __future__ import annotations

from engagements.language import tr
from ui.page import Keys


def hints(*, supposing: bool, on_row: bool, table: bool) -> tuple[Keys, ...]:
    """Arrows, Enter and T; while answers are supposed, those."""
    if supposing:
        return (
            Keys(("1", "to", "5"), tr("suppose an answer")),
            Keys(("/",), tr("find")),
            Keys(("Esc",), tr("drop")),
        )
    return (
        Keys(("Enter",), tr("open criterion") if on_row else tr("show the sum")),
        Keys(("T",), tr("figures") if table else tr("table")),
        Keys(("W",), tr("what if")),
        Keys(("Up", "Down"), tr("through the lists"), wide=True),
    )


def key_map() -> tuple[Keys, ...]:
    """All of them."""
    return (
        Keys(("Up", "Down"), tr("through a list, the dimensions, the ladder or the crosswalk")),
        Keys(("Left", "Right"), tr("dimensions, lists; in a table, its cells")),
        Keys(("T",), tr("tables in place of the figures, and back")),
        Keys(("Enter",), tr("open the criterion; of a figure, its sum and answers")),
        Keys(("Ctrl+Enter",), tr("in a sum, open the finding")),
        Keys(("W",), tr("what if: suppose answers, nothing is written")),
        Keys(("1", "to", "5"), tr("in what if, suppose an answer; Backspace takes it back")),
        Keys(("/",), tr("in what if, find a criterion")),
        Keys(("Esc",), tr("drop what is supposed")),
        Keys(("C", "V", "P"), tr("claimed, verified, previous assessment on or off")),
        Keys(("Tab",), tr("next part")),
    )
