"""What every section's content shares: frozen values, a heading and the places of the outline."""

from __future__ import annotations

from enum import StrEnum

from engagements.framework.model import Value


class Part(StrEnum):
    """The sections a report may have, in their order."""

    COVER = "cover"
    CONTENTS = "contents"
    SUMMARY = "summary"
    GLANCE = "glance"
    DIMENSIONS = "dimensions"
    ROADMAP = "roadmap"
    TRANSITIONS = "transitions"
    ACTIONS = "actions"
    DELIVERY = "delivery"
    DIAGNOSTIC = "diagnostic"
    EVIDENCE = "evidence"
    METHOD = "method"
    PROGRESS = "progress"
    GLOSSARY = "glossary"


class Entry(Value):
    """One line of the outline: a section (``depth`` 0) or a sub-section (``depth`` 1).

    ``key`` is the bookmark's name, ``number`` is printed ("3.1"), ``about`` says in a few words
    what the section holds.
    """

    key: str
    part: Part
    number: str
    name: str
    about: str
    depth: int = 0


class Heading(Value):
    """A section's head: ``number`` and ``name`` form the label, ``title`` is the action title."""

    key: str
    number: str
    name: str
    title: str


class Section(Value):
    """A section that begins a page of its own."""

    heading: Heading
