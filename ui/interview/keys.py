"""The keys of the Interview page in words, for the status bar and the key map."""

from __future__ import annotations

from collections.abc import Sequence

from engagements.language import mark, tr
from ui.page import Keys

SAFE = Keys(("F9",), mark("client-safe"), wide=True)
PAPERS = Keys(("Ctrl+Shift+K",), mark("questionnaire, record, reply"), wide=True)
QUICK = Keys(("Ctrl+Shift+D",), mark("quick diagnostic, six questions"))
NEXT = Keys(("Ctrl+Enter",), mark("next question"))
TYPING = (Keys(("Esc",), mark("answer keys")), NEXT)
ANSWERING = (
    Keys(("1", "to", "5"), mark("answer")),
    Keys(("A", "to", "Z"), mark("note"), wide=True),
    NEXT,
)
READING = (
    Keys(("Alt+Up", "Alt+Down"), mark("previous, next question")),
    Keys(("Alt+Left",), mark("all interviews")),
)
ON_SHEET = (Keys(("Enter",), mark("take it")), Keys(("Esc",), mark("back")))
LISTING = (
    Keys(("Enter",), mark("open")),
    Keys(("P",), mark("plan an interview")),
    Keys(("Ctrl+Shift+D",), mark("quick diagnostic")),
    PAPERS,
)
PLANNING = (
    Keys(("Space",), mark("choose")),
    Keys(("Ctrl+Enter",), mark("keep and open")),
    Keys(("Esc",), mark("back")),
)

ASKING = (
    Keys(("1", "2", "3", "4", "5"), mark("yes, partly, no, not applicable, don't know")),
    Keys(("Ctrl+1", "to", "5"), mark("the same while typing")),
    Keys(("Left", "Right"), mark("point at an answer, Enter takes it")),
    Keys(("Backspace",), mark("clear the answer")),
    Keys(("Space",), mark("tick the next follow-up")),
    Keys(("Up", "Down"), mark("follow-ups, answers, note")),
    Keys(("Tab",), mark("whose answer it is, with several people, until the next question")),
    Keys(("A", "to", "Z"), mark("any letter begins the note")),
    Keys(("Esc",), mark("leave the note")),
    Keys((">", "Ctrl+B"), mark("quote")),
    Keys(("Ctrl+T",), mark("to-do")),
    Keys(("Ctrl+R",), mark("off the record")),
    NEXT,
    Keys(("Ctrl+Shift+Enter",), mark("next question without an answer")),
    Keys(("Ctrl+Shift+J",), mark("the question best asked next")),
    Keys(("F8", "Ctrl+F8"), mark("pause or go on, finish")),
    Keys(("Alt+Left",), mark("all interviews")),
    Keys(("Alt+Up", "Alt+Down"), mark("previous, next question")),
    Keys(("Ctrl+J",), mark("go to a question by code or words")),
    Keys(("Ctrl+P",), mark("park for later, take up again")),
    Keys(("Ctrl+V",), mark("attach what was copied")),
    Keys(("Ctrl+L",), mark("link as evidence")),
    Keys(("Ctrl+D",), mark("request a demonstration")),
    Keys(("Ctrl+Shift+N",), mark("note without a question")),
    QUICK,
    PAPERS,
    Keys(("F9",), mark("client-safe view on or off")),
)
DIAGNOSING = (
    Keys(("1", "to", "5"), mark("answer")),
    NEXT,
    Keys(("Esc",), mark("all questions")),
    SAFE,
)
ENDED = (
    Keys(("Enter",), mark("go there")),
    Keys(("Esc",), mark("all questions")),
    Keys(("Alt+Left",), mark("all interviews"), wide=True),
    SAFE,
)
ALL_DIAGNOSING = (
    Keys(("1", "2", "3", "5"), mark("yes, partly, no, don't know")),
    Keys(("Left", "Right"), mark("point at an answer, Enter takes it")),
    Keys(("Backspace",), mark("clear the answer")),
    NEXT,
    Keys(("Alt+Up", "Alt+Down"), mark("previous, next question")),
    Keys(("Esc", "Ctrl+Shift+D"), mark("back to all questions")),
    Keys(("F9",), mark("client-safe view on or off")),
)


def told(keys: Sequence[Keys]) -> tuple[Keys, ...]:
    """Keys with their words in the reader's language."""
    return tuple(one._replace(words=tr(one.words)) for one in keys)
