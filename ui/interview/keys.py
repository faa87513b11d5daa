"""The keys of the Interview page in words, for the status bar and the key map."""

from __future__ import annotations

from ui.page import Keys

SAFE = Keys(("F9",), "client-safe")
QUICK = Keys(("Ctrl+Shift+D",), "quick diagnostic, six questions")
NEXT = Keys(("Ctrl+Enter",), "next question")
TYPING = (Keys(("Esc",), "answer keys"), NEXT)
ANSWERING = (
    Keys(("1", "to", "5"), "answer"),
    Keys(("A", "to", "Z"), "note", wide=True),
    NEXT,
)
ON_SHEET = (Keys(("Enter",), "take it"), Keys(("Esc",), "back"))
LISTING = (
    Keys(("Enter",), "open"),
    Keys(("P",), "plan an interview"),
    Keys(("Ctrl+Shift+D",), "quick diagnostic"),
)
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
    Keys(("Ctrl+Shift+J",), "the question best asked next"),
    Keys(("Alt+Up", "Alt+Down"), "previous, next question"),
    Keys(("Ctrl+J",), "go to a question by code or words"),
    Keys(("Ctrl+P",), "park for later"),
    Keys(("Ctrl+V",), "attach what was copied"),
    Keys(("Ctrl+L",), "link as evidence"),
    Keys(("Ctrl+D",), "request a demonstration"),
    Keys(("Ctrl+Shift+N",), "note without a question"),
    QUICK,
    Keys(("F9",), "client-safe view on or off"),
)
DIAGNOSING = (
    Keys(("1", "to", "5"), "answer"),
    NEXT,
    Keys(("Esc",), "all questions"),
    SAFE,
)
ALL_DIAGNOSING = (
    Keys(("1", "2", "3", "5"), "yes, partly, no, don't know"),
    Keys(("Left", "Right"), "point at an answer, Enter takes it"),
    Keys(("Backspace",), "clear the answer"),
    NEXT,
    Keys(("Alt+Up", "Alt+Down"), "previous, next question"),
    Keys(("Esc", "Ctrl+Shift+D"), "back to all questions"),
    Keys(("F9",), "client-safe view on or off"),
)
