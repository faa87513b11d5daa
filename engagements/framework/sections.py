"""Which values a framework folder holds, and which of their fields are structure or words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from engagements.framework import background, model
from engagements.models import BaseModel

STRUCTURE = "framework.toml"

Table = dict[str, Any]


@dataclass(frozen=True)
class Fault:
    """One fault of a framework folder: in which file, at which id, and what is wrong."""

    file: str
    id: str
    cause: str

    def __str__(self) -> str:
        """One line for a reader."""
        return f"{self.file}: {self.id}: {self.cause}" if self.id else f"{self.file}: {self.cause}"


@dataclass(frozen=True)
class Section:
    """A list of values: where it stands, what names an item, and which fields are words.

    A missing word is a fault unless it is ``optional``; ``derived`` fields stand in no file.
    ``keyed`` is the field that a table ``id = value`` in the structure stands for.
    """

    path: tuple[str, ...]
    model: type[BaseModel]
    key: str
    words: tuple[str, ...]
    optional: tuple[str, ...] = ()
    keyed: str = ""
    derived: frozenset[str] = frozenset()

    @property
    def spoken(self) -> frozenset[str]:
        """All fields that are words."""
        return frozenset((*self.words, *self.optional))

    @property
    def name(self) -> str:
        """The section as it is written in the files."""
        return ".".join(self.path)


SECTIONS = (
    Section(
        ("levels",),
        model.LevelText,
        "number",
        ("name", "long_name", "summary", "description", "result"),
        ("symptom",),
    ),
    Section(("alternative_names",), background.Alternative, "id", ("model", "names")),
    Section(("dimensions",), model.Dimension, "code", ("name", "scope")),
    Section(("types",), model.TypeText, "code", ("name", "meaning")),
    Section(("answers",), model.AnswerText, "code", ("label", "letter", "meaning")),
    Section(("grades",), model.EvidenceGrade, "grade", ("name", "meaning")),
    Section(("roles",), model.Role, "code", ("name", "knows")),
    Section(("quick",), model.QuickQuestion, "id", ("question",)),
    Section(
        ("criteria",),
        model.Criterion,
        "id",
        ("title", "question", "yes", "partly", "no", "follow_up", "evidence"),
        ("debt_note", "note"),
        derived=frozenset({"closed_by", "seed"}),
    ),
    Section(("contradictions",), model.Contradiction, "id", ("ask",)),
    Section(("transitions",), model.Transition, "id", ("label", "headline", "advice", "risk")),
    Section(
        ("actions",),
        model.Action,
        "id",
        ("title", "origin", "deliverable", "acceptance"),
        ("tools_open", "tools_managed"),
    ),
    Section(("tool_flags",), background.NamedNote, "id", ("title", "note")),
    Section(("tools_left_out",), background.NamedNote, "id", ("title", "note")),
    Section(
        ("metrics",),
        model.Metric,
        "id",
        ("name", "unit", "statistic", "collect", "use"),
        ("seed_words", "limit_notes"),
    ),
    Section(("tensions",), background.Tension, "id", ("title", "conflict", "settled")),
    Section(("places",), background.Place, "id", ("meaning",)),
    Section(
        ("seed",),
        background.SeedStatement,
        "ref",
        ("gist", "target", "level"),
        ("note",),
        "targets",
    ),
    Section(("crosswalk", "levels"), background.CrosswalkLevel, "level", ("models",), ("misfit",)),
    Section(("crosswalk", "dimensions"), background.CrosswalkDimension, "dimension", ("models",)),
    Section(("crosswalk", "tests"), background.CrosswalkTest, "test", ("gist",), (), "targets"),
    Section(
        ("crosswalk", "sources"),
        background.CrosswalkSource,
        "model",
        ("title", "where", "date", "read"),
    ),
)

LOOSE_STRUCTURE = ("id", "version", "tools_checked_on", "limits")
"""Fields of the structure outside every section."""

LOOSE_WORDS: dict[str, dict[str, object]] = {
    "framework": {
        "title": "",
        "about": "",
        "unit": "",
        "scale": "",
        "out_of_scope": "",
        "contradiction_grammar": "",
    },
    "rules": {"interview_order": (), "scheduling_rules": (), "metric_rules": ()},
    "crosswalk": {"note": ""},
}
"""Words outside every section, by the table they stand in; what stands for a missing one."""

SCOPES = "metric_scopes"
"""The table of texts that says the scope of a metric's limit in words, ``all`` included."""
