"""Structure and words of a framework folder, joined by id into the values of ``model``.

Nothing here raises over what a folder holds: every fault is named, and what can still be read
is read, so that one run names all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from engagements.framework.model import Framework
from engagements.framework.sections import (
    LOOSE_STRUCTURE,
    LOOSE_WORDS,
    SCOPES,
    SECTIONS,
    STRUCTURE,
    Fault,
    Section,
    Table,
)
from engagements.models import BaseModel, ValidationError


def join(
    structure: Table, texts: Table, texts_file: str
) -> tuple[Framework | None, tuple[Fault, ...]]:
    """The framework of two parsed files, or None when its fields do not hold; and all faults."""
    joining = _Joining(structure, texts, texts_file)
    joined = joining.joined()
    try:
        # The files are text: lists stand for tuples, and strings for the named values.
        framework = Framework.model_validate(joined, strict=False)
    except ValidationError as error:
        told = (_told(cast("Table", one), joined, texts_file) for one in error.errors())
        return None, (*joining.faults, *told)
    return framework, tuple(joining.faults)


class _Joining:
    """One pass over a folder's two files; ``faults`` grows as it goes."""

    def __init__(self, structure: Table, texts: Table, texts_file: str) -> None:
        self.faults: list[Fault] = []
        self._structure = structure
        self._texts = texts
        self._texts_file = texts_file

    def joined(self) -> Table:
        """Everything the framework's model asks for, not yet validated."""
        self._name_strangers()
        crosswalk: Table = {}
        joined: Table = {"language": self._texts.get("language"), "crosswalk": crosswalk}
        joined.update({field: self._structure.get(field) for field in LOOSE_STRUCTURE})
        for path, fields in LOOSE_WORDS.items():
            (crosswalk if path == "crosswalk" else joined).update(self._loose(path, fields))
        for section in SECTIONS:
            target = crosswalk if section.path[0] == "crosswalk" else joined
            target[section.path[-1]] = list(self._merged(section))
        _widen(joined)
        self._finish_limits(joined["metrics"])
        _link(joined)
        return joined

    def _in_structure(self, identity: object, cause: str) -> None:
        self.faults.append(Fault(STRUCTURE, str(identity), cause))

    def _in_texts(self, identity: object, cause: str) -> None:
        self.faults.append(Fault(self._texts_file, str(identity), cause))

    def _name_strangers(self) -> None:
        """Name tables and keys that nothing reads."""
        roots = {section.path[0] for section in SECTIONS}
        inner = {section.path[1] for section in SECTIONS if len(section.path) > 1}
        for key in _beyond(self._structure, roots | set(LOOSE_STRUCTURE)):
            self._in_structure(key, f"unknown key '{key}'")
        for key in _beyond(_table(self._structure, "crosswalk"), inner):
            self._in_structure("crosswalk", f"unknown key '{key}'")
        for key in _beyond(self._texts, roots | set(LOOSE_WORDS) | {"language", SCOPES}):
            self._in_texts(key, f"unknown key '{key}'")
        for path, fields in LOOSE_WORDS.items():
            allowed = {*fields, *inner} if path == "crosswalk" else set(fields)
            for key in _beyond(_table(self._texts, path), allowed):
                self._in_texts(path, f"unknown key '{key}'")

    def _loose(self, path: str, fields: Mapping[str, object]) -> Iterator[tuple[str, object]]:
        """Words outside every section; a blank where one is missing."""
        found = _table(self._texts, path)
        for field, blank in fields.items():
            if not found.get(field):
                self._in_texts(f"{path}.{field}", "missing text")
            yield field, found.get(field) or blank

    def _items(self, section: Section) -> Iterator[Table]:
        """The section's items from the structure, each with an id; a repeated one is left out."""
        found = _table(self._structure, *section.path[:-1]).get(section.path[-1])
        rows: list[Any] = []
        if section.keyed and isinstance(found, dict):
            pairs = cast("Table", found).items()
            rows = [{section.key: name, section.keyed: value} for name, value in pairs]
        elif not section.keyed and isinstance(found, list):
            rows = cast("list[Any]", found)
        elif found is not None:
            sort = "table" if section.keyed else "list"
            self._in_structure(section.name, f"is not a {sort}")
        seen: set[str] = set()
        for position, row in enumerate(rows, start=1):
            item: Table = dict(cast("Table", row)) if isinstance(row, dict) else {section.key: row}
            identity = item.get(section.key)
            if not isinstance(identity, (str, int)) or identity == "":
                self._in_structure(section.name, f"item {position} has no '{section.key}'")
            elif str(identity) in seen:
                self._in_structure(identity, f"duplicate id in {section.name}")
            else:
                seen.add(str(identity))
                yield item

    def _merged(self, section: Section) -> Iterator[Table]:
        """Each item with its words; unknown keys and missing or unused texts become faults."""
        words = self._words(section)
        structural = {*section.model.model_fields, "weeks"} - section.spoken - section.derived
        for item in self._items(section):
            identity = str(item[section.key])
            said = words.pop(identity, {})
            for key in _beyond(item, structural):
                self._in_structure(identity, f"unknown key '{key}'")
                del item[key]
            for key in _beyond(said, section.spoken):
                self._in_texts(identity, f"unknown key '{key}'")
                del said[key]
            for key in section.words:
                if said.get(key) in (None, "", [], {}):
                    self._in_texts(identity, f"missing text '{key}'")
                    said[key] = _blank(section.model, key)
            yield {**item, **said}
        for name in words:
            self._in_texts(name, f"text in {section.name} that nothing uses")

    def _words(self, section: Section) -> dict[str, Table]:
        """The section's words by id, copied."""
        words: dict[str, Table] = {}
        for identity, one in _table(self._texts, *section.path).items():
            if isinstance(one, dict):
                words[identity] = dict(cast("Table", one))
            else:
                self._in_texts(identity, f"unknown key in {section.name}")
        return words

    def _finish_limits(self, metrics: list[Table]) -> None:
        """Write notes and scope names into the metrics' limits."""
        scopes = _table(self._texts, SCOPES)
        used = {"all"}
        for metric in metrics:
            notes = _as_table(metric.pop("limit_notes", None))
            limits = _tables(metric.get("limits"))
            for limit in limits:
                scope = str(limit.get("scope", "all"))
                used.add(scope)
                limit["scope_name"] = scopes.get(scope, "")
                limit["note"] = notes.get(str(limit.get("level")), "")
            for key in _beyond(notes, {str(limit.get("level")) for limit in limits}):
                self._in_texts(metric["id"], f"note on a limit of level {key}, which has none")
        for scope in sorted(used - scopes.keys()):
            self._in_texts(f"{SCOPES}.{scope}", "missing text")
        for scope in _beyond(scopes, used):
            self._in_texts(f"{SCOPES}.{scope}", "text that nothing uses")


def _beyond(found: Mapping[str, Any], allowed: set[str] | frozenset[str]) -> list[str]:
    """Keys that are not allowed, in the order they stand in."""
    return [key for key in found if key not in allowed]


def _as_table(value: object) -> Table:
    return cast("Table", value) if isinstance(value, dict) else {}


def _tables(value: object) -> list[Table]:
    """The tables of a list; none when it is something else."""
    rows = cast("list[object]", value) if isinstance(value, list) else []
    return [cast("Table", row) for row in rows if isinstance(row, dict)]


def _table(data: Table, *path: str) -> Table:
    """The table at ``path``; an empty one where there is none."""
    for part in path:
        data = _as_table(data.get(part))
    return data


def _blank(of: type[BaseModel], key: str) -> object:
    """What stands for a missing text, so that everything else can still be checked."""
    annotation = str(of.model_fields[key].annotation)
    return {} if "dict" in annotation else () if "tuple" in annotation else ""


def _widen(joined: Table) -> None:
    """Turn the short forms of the files into fields: weeks by name, people by role."""
    for one in (*joined["transitions"], *joined["actions"]):
        weeks = one.pop("weeks", None)
        one.update({f"weeks_{key}": value for key, value in _as_table(weeks).items()})
    for field, section in (("team", "transitions"), ("people", "actions")):
        for one in joined[section]:
            if isinstance(one.get(field), dict):
                shares = _as_table(one[field]).items()
                one[field] = [{"role": role, "people": people} for role, people in shares]


def _link(joined: Table) -> None:
    """Fill in what the files say at one end only: closing actions, seed references, role packs."""
    closing = _turned(joined["actions"], "id", "closes")
    keeping = _turned(joined["seed"], "ref", "targets")
    for one in joined["criteria"]:
        one["closed_by"] = closing.get(one["id"], [])
        one["seed"] = keeping.get(one["id"], [])
    asked = _turned(joined["criteria"], "id", "roles")
    leads = {one["id"]: _strings(one.get("roles"))[:1] for one in joined["criteria"]}
    joined["role_packs"] = [
        {
            "role": role["code"],
            "criteria": [
                {"criterion": one, "part": "lead" if leads[one] == [role["code"]] else "also"}
                for one in asked.get(role["code"], [])
            ],
        }
        for role in joined["roles"]
    ]


def _turned(items: list[Table], key: str, field: str) -> dict[str, list[str]]:
    """Members of a list field, each with the ids of the items that name it."""
    turned: dict[str, list[str]] = {}
    for one in items:
        for member in dict.fromkeys(_strings(one.get(field))):
            turned.setdefault(member, []).append(one[key])
    return turned


def _strings(value: object) -> list[str]:
    """The strings of an unchecked list; none when it is something else."""
    members = cast("list[object]", value) if isinstance(value, list) else []
    return [one for one in members if isinstance(one, str)]


def _told(error: Table, joined: Table, texts_file: str) -> Fault:
    """A fault of one value, with the file and id it stands at."""
    place: tuple[str | int, ...] = error["loc"]
    identity, words = _standing(place, joined)
    last = str(place[-1]) if place else ""
    where = ".".join(str(part) for part in place if isinstance(part, str))
    causes = {"extra_forbidden": f"unknown key '{last}'", "missing": f"missing key '{last}'"}
    cause = causes.get(error["type"], f"{where}: {error['msg']}")
    return Fault(texts_file if words else STRUCTURE, identity, cause)


def _standing(place: tuple[str | int, ...], joined: Table) -> tuple[str, bool]:
    """The id a field belongs to, and whether the field is a word."""
    for section in SECTIONS:
        depth = len(section.path)
        if place[:depth] != section.path or len(place) < depth + 1:
            continue
        item = _table(joined, *section.path[:-1])[section.path[-1]][place[depth]]
        field = place[depth + 1] if len(place) > depth + 1 else ""
        return str(item.get(section.key, "")), field in section.spoken
    loose = {field for fields in LOOSE_WORDS.values() for field in fields} | {"language"}
    identity = str(place[0]) if place else ""
    return identity, (str(place[-1]) in loose if identity == "crosswalk" else identity in loose)
