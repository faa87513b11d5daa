"""The keys of the Interview page in words, for the status bar and the key map."""

from __future__ import annotations

from ui.page import Keys

NEXT = Keys(("Ctrl+Enter",), "next question")
TYPING = (Keys(("Esc",), "answer keys"), NEXT)
ANSWERING = (
    Keys(("1", "to", "5"), "answer"),
    Keys(("A", "to", "Z"), "note", wide=True),
    NEXT,
)
ON_SHEET = (Keys(("Enter",), "take it"), Keys(("Esc",), "back"))
LISTING = (Keys(("Enter",), "open"), Keys(("P",), "plan an interview"))
PLANNING = (Keys(("Space",), "choose"), Keys(("Ctrl+Enter",), "keep"), Keys(("Esc",), "back"))

ASKING = (
    Keys(("1", "2", "3", "4", "5"), "yes, partly, no, not applicable, don't know"),
    Keys(("Ctrl+1", "Ctrl+5"), "the same while typing"),
    Keys(("Left", "Right"), "point at an answer, Enter takes it"),
    Keys(("Backspace",), "clear the answer"),
    Keys(("Space",), "tick the next follow-up"),
    Keys(("Up", "Down"), "follow-ups, answers, note"),
    Keys(("Tab",), "whose answer it is, with several people"),
    Keys(("A", "Z"), "any letter begins the note"),
    Keys(("Esc",), "leave the note"),
    Keys((">", "Ctrl+B"), "quote"),
    Keys(("Ctrl+T",), "to-do"),
    Keys(("Ctrl+R",), "off the record"),
    NEXT,
    Keys(("Ctrl+Shift+Enter",), "next question without an answer"),
    Keys(("Alt+Up", "Alt+Down"), "previous, next question"),
    Keys(("Ctrl+J",), "go to a question by code or words"),
    Keys(("Ctrl+P",), "park for later"),
    Keys(("Ctrl+V",), "attach what was copied"),
    Keys(("Ctrl+L",), "link as evidence"),
    Keys(("Ctrl+D",), "request a demonstration"),
    Keys(("Ctrl+Shift+N",), "note without a question"),
)
