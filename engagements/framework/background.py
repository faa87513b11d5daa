"""Where a framework comes from: its founding text, other public models, remarks on tools."""

from __future__ import annotations

from engagements.framework.values import Level, Value


class CrosswalkLevel(Value):
    """One level beside the nearest level of other public models, by model id."""

    level: Level
    models: dict[str, str]
    misfit: str = ""


class CrosswalkDimension(Value):
    """One dimension beside the parts of other public models, by model id."""

    dimension: str
    models: dict[str, str]


class CrosswalkTest(Value):
    """One ML Test Score test and the criteria it leads to."""

    test: str
    gist: str
    targets: tuple[str, ...]


class CrosswalkSource(Value):
    """Where a mapped model was read, and how thoroughly."""

    model: str
    title: str
    where: str
    date: str
    read: str
    verified: bool


class Crosswalk(Value):
    """Nearest equivalents in other public models; our reading, not a conversion."""

    note: str
    levels: tuple[CrosswalkLevel, ...]
    dimensions: tuple[CrosswalkDimension, ...]
    tests: tuple[CrosswalkTest, ...]
    sources: tuple[CrosswalkSource, ...]


class SeedStatement(Value):
    """One statement of the founding text and what in the framework keeps it."""

    ref: str
    gist: str
    target: str
    targets: tuple[str, ...]
    level: str
    note: str = ""


class NamedNote(Value):
    """A name with a remark: a tool flagged, a tool left out."""

    id: str
    title: str
    note: str


class Tension(Value):
    """Two statements of the founding text that pull apart, and how that is settled."""

    id: str
    title: str
    conflict: str
    settled: str


class Place(Value):
    """A named place in report, scoring or roadmap that a statement leads to."""

    id: str
    meaning: str


class Alternative(Value):
    """Level names of another model."""

    id: str
    model: str
    names: tuple[str, ...]
