"""Structure and words of a framework folder, joined by id into the values of ``model``.

Which field is a word and which is structure is told once, in ``SECTIONS``. Nothing here raises
over what a folder holds: every fault is named, and what can still be read is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from engagements.framework import model

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

    ``keyed`` is the field that a table ``id = value`` in the structure stands for.
    """

    path: tuple[str, ...]
    model: type[BaseModel]
    key: str
    words: tuple[str, ...]
    optional: tuple[str, ...] = ()
    keyed: str = ""
    derived: tuple[str, ...] = ()

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
    Section(("alternative_names",), model.Alternative, "id", ("model", "names")),
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
        derived=("closed_by", "seed"),
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
    Section(("tool_flags",), model.NamedNote, "id", ("title", "note")),
    Section(("tools_left_out",), model.NamedNote, "id", ("title", "note")),
    Section(
        ("metrics",),
        model.Metric,
        "id",
        ("name", "unit", "statistic", "collect", "use"),
        ("seed_words", "limit_notes"),
    ),
    Section(("tensions",), model.Tension, "id", ("title", "conflict", "settled")),
    Section(("places",), model.Place, "id", ("meaning",)),
    Section(
        ("seed",), model.SeedStatement, "ref", ("gist", "target", "level"), ("note",), "targets"
    ),
    Section(("crosswalk", "levels"), model.CrosswalkLevel, "level", ("models",), ("misfit",)),
    Section(("crosswalk", "dimensions"), model.CrosswalkDimension, "dimension", ("models",)),
    Section(("crosswalk", "tests"), model.CrosswalkTest, "test", ("gist",), (), "targets"),
    Section(
        ("crosswalk", "sources"), model.CrosswalkSource, "model", ("title", "where", "date", "read")
    ),
)

LOOSE_STRUCTURE = ("id", "version", "tools_checked_on", "limits")
"""Fields of the structure outside every section."""

LOOSE_WORDS = {
    ("framework",): ("title", "about", "unit", "scale", "out_of_scope", "contradiction_grammar"),
    ("rules",): ("interview_order", "scheduling_rules", "metric_rules"),
    ("crosswalk",): ("note",),
}
"""Words outside every section, by the table they stand in."""

SCOPES = "metric_scopes"
"""The table of texts that says the scope of a metric's limit in words, ``all`` included."""


def join(
    structure: Table, texts: Table, texts_file: str
) -> tuple[model.Framework | None, list[Fault]]:
    """The framework of two parsed files, or None when its fields do not hold; and all faults."""
    faults: list[Fault] = []
    joined: Table = {"language": texts.get("language"), "crosswalk": {}}
    faults += _strangers(structure, texts, texts_file)
    for field in LOOSE_STRUCTURE:
        joined[field] = structure.get(field)
    for path, fields in LOOSE_WORDS.items():
        target = joined["crosswalk"] if path == ("crosswalk",) else joined
        found = _table(texts, path)
        for field in fields:
            if not found.get(field):
                faults.append(Fault(texts_file, ".".join(path), f"missing text '{field}'"))
            target[field] = found.get(field) or ("" if path != ("rules",) else ())
    for section in SECTIONS:
        target = joined["crosswalk"] if section.path[0] == "crosswalk" else joined
        items = _items(section, structure, faults)
        words = _words(section, texts, texts_file, faults)
        target[section.path[-1]] = list(_merged(section, items, words, texts_file, faults))
    _shape(joined, _table(texts, (SCOPES,)), texts_file, faults)
    try:
        # The files are text: lists stand for tuples, and strings for the named values.
        return model.Framework.model_validate(joined, strict=False), faults
    except ValidationError as error:
        return None, faults + [_told(one, joined, texts_file) for one in error.errors()]


def _table(data: Table, path: Iterable[str]) -> Table:
    """The table at ``path``; an empty one where there is none."""
    found: Any = data
    for part in path:
        found = found.get(part) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else {}


def _strangers(structure: Table, texts: Table, texts_file: str) -> Iterator[Fault]:
    """Tables and keys that nothing reads."""
    roots = {section.path[0] for section in SECTIONS}
    for key in structure.keys() - roots - set(LOOSE_STRUCTURE):
        yield Fault(STRUCTURE, key, f"unknown key '{key}'")
    loose = {path[0] for path in LOOSE_WORDS} | {"language", SCOPES}
    for key in texts.keys() - roots - loose:
        yield Fault(texts_file, key, f"unknown key '{key}'")
    inner = {section.path[1] for section in SECTIONS if len(section.path) > 1}
    for key in _table(structure, ("crosswalk",)).keys() - inner:
        yield Fault(STRUCTURE, "crosswalk", f"unknown key '{key}'")
    for path, fields in LOOSE_WORDS.items():
        allowed = {*fields, *inner} if path == ("crosswalk",) else set(fields)
        for key in _table(texts, path).keys() - allowed:
            yield Fault(texts_file, ".".join(path), f"unknown key '{key}'")


def _items(section: Section, structure: Table, faults: list[Fault]) -> list[Table]:
    """The section's items from the structure, each with its id, duplicates left out."""
    found: Any = _table(structure, section.path[:-1]).get(section.path[-1])
    if found is None:
        return []
    if section.keyed and isinstance(found, dict):
        return [{section.key: name, section.keyed: value} for name, value in found.items()]
    if section.keyed or not isinstance(found, list):
        sort = "a table" if section.keyed else "a list"
        faults.append(Fault(STRUCTURE, section.name, f"must be {sort}"))
        return []
    items: list[Table] = []
    seen: set[str] = set()
    for position, one in enumerate(found, start=1):
        item: Table = dict(one) if isinstance(one, dict) else {section.key: one}
        identity = item.get(section.key)
        if not isinstance(identity, (str, int)) or identity == "":
            cause = f"item {position} has no '{section.key}'"
            faults.append(Fault(STRUCTURE, section.name, cause))
        elif str(identity) in seen:
            faults.append(Fault(STRUCTURE, str(identity), f"duplicate id in {section.name}"))
        else:
            seen.add(str(identity))
            items.append(item)
    return items


def _words(section: Section, texts: Table, file: str, faults: list[Fault]) -> dict[str, Table]:
    """The section's words by id."""
    found = _table(texts, section.path)
    words: dict[str, Table] = {}
    for identity, one in found.items():
        if isinstance(one, dict):
            words[identity] = one
        else:
            faults.append(Fault(file, identity, f"unknown key in {section.name}"))
    return words


def _merged(
    section: Section, items: list[Table], words: dict[str, Table], file: str, faults: list[Fault]
) -> Iterator[Table]:
    """Each item with its words; unknown keys and missing or unused texts become faults."""
    known = set(section.model.model_fields) | {"weeks"}
    spoken = {*section.words, *section.optional}
    for item in items:
        identity = str(item[section.key])
        said = words.get(identity, {})
        for key in item.keys() - (known - spoken - set(section.derived)):
            faults.append(Fault(STRUCTURE, identity, f"unknown key '{key}'"))
            del item[key]
        for key in said.keys() - spoken:
            faults.append(Fault(file, identity, f"unknown key '{key}'"))
        for key in section.words:
            if said.get(key) in (None, "", [], {}):
                faults.append(Fault(file, identity, f"missing text '{key}'"))
        yield {
            **{key: _blank(section.model, key) for key in section.words},
            **item,
            **{key: value for key, value in said.items() if key in spoken and value != ""},
        }
    unused = words.keys() - {str(item[section.key]) for item in items}
    faults += [Fault(file, name, f"text in {section.name} that nothing uses") for name in unused]


def _blank(of: type[BaseModel], key: str) -> Any:
    """What stands for a missing text, so that everything else can still be checked."""
    annotation = str(of.model_fields[key].annotation)
    return {} if "dict" in annotation else () if "tuple" in annotation else ""


def _shape(joined: Table, scopes: Table, texts_file: str, faults: list[Fault]) -> None:
    """Short forms of the files turned into fields, and what follows from links filled in."""
    for one in (*joined["transitions"], *joined["actions"]):
        weeks = one.pop("weeks", None)
        if isinstance(weeks, dict):
            one.update({f"weeks_{key}": value for key, value in weeks.items()})
    for field, items in (("team", joined["transitions"]), ("people", joined["actions"])):
        for one in items:
            if isinstance(one.get(field), dict):
                one[field] = [{"role": r, "people": n} for r, n in one[field].items()]
    _limits(joined["metrics"], scopes, texts_file, faults)
    _links(joined)


def _limits(metrics: list[Table], scopes: Table, texts_file: str, faults: list[Fault]) -> None:
    """Notes and scope names written into the metrics' limits."""
    used: set[str] = {"all"}
    for metric in metrics:
        notes = metric.pop("limit_notes", {})
        limits = metric.get("limits", [])
        if not isinstance(notes, dict) or not isinstance(limits, list):
            continue
        rows = [dict(one) for one in limits if isinstance(one, dict)]
        for row in rows:
            scope = str(row.get("scope", "all"))
            used.add(scope)
            row["scope_name"] = scopes.get(scope, "")
            row["note"] = notes.get(str(row.get("level")), "")
        levels = {str(row.get("level")) for row in rows}
        for key in notes.keys() - levels:
            cause = f"note on level {key}, which has no limit"
            faults.append(Fault(texts_file, str(metric["id"]), cause))
        if len(rows) == len(limits):
            metric["limits"] = rows
    for scope in used - scopes.keys():
        faults.append(Fault(texts_file, f"{SCOPES}.{scope}", "missing text"))
    for scope in scopes.keys() - used:
        faults.append(Fault(texts_file, f"{SCOPES}.{scope}", "text that nothing uses"))


def _links(joined: Table) -> None:
    """What the files say at one end only: closing actions, seed references and role packs."""
    for one in joined["criteria"]:
        identity = one["id"]
        one["closed_by"] = [a["id"] for a in joined["actions"] if _has(a, "closes", identity)]
        one["seed"] = [s["ref"] for s in joined["seed"] if _has(s, "targets", identity)]
    joined["role_packs"] = [
        {
            "role": role["code"],
            "criteria": [
                {
                    "criterion": one["id"],
                    "part": "lead" if one["roles"][0] == role["code"] else "also",
                }
                for one in joined["criteria"]
                if _has(one, "roles", role["code"])
            ],
        }
        for role in joined["roles"]
    ]


def _has(item: Table, field: str, member: str) -> bool:
    """Whether a list field of an unchecked item holds ``member``."""
    found = item.get(field)
    return isinstance(found, list) and member in found


def _told(error: Any, joined: Table, texts_file: str) -> Fault:
    """A fault of one value, with the file and id it stands at."""
    place: list[Any] = list(error["loc"])
    if place and place[0] == "crosswalk":
        place = place[1:]
        joined = joined["crosswalk"]
    identity, words = (str(place[0]) if place else ""), False
    for section in SECTIONS:
        if len(place) > 1 and section.path[-1] == place[0] and isinstance(place[1], int):
            identity = str(joined[place[0]][place[1]].get(section.key, ""))
            words = len(place) > 2 and place[2] in {*section.words, *section.optional}
            place = place[2:]
            break
    if identity in {field for fields in LOOSE_WORDS.values() for field in fields} | {"language"}:
        words = True
    where = ".".join(str(part) for part in place)
    last = str(place[-1]) if place else where
    causes = {
        "extra_forbidden": f"unknown key '{last}'",
        "missing": f"missing key '{last}'",
    }
    cause = causes.get(error["type"], f"{where}: {error['msg']}")
    return Fault(texts_file if words else STRUCTURE, identity, cause)
