"""Names that a report prints, whose words stay whole at the end of a line."""

from __future__ import annotations

from collections.abc import Iterator

from engagements.models import BaseModel
from engagements.records import Person, ScopeUnit
from report_templates.content.facts import Facts
from report_templates.content.strings import strings


def of(known: Facts, content: BaseModel) -> tuple[str, ...]:
    """Of client, what is assessed, people and the roadmap's tools those that the content says.

    In alphabetical order, each once. What it does not say must not travel with it.
    """
    said = "\n".join(strings(content)).casefold()
    found = {name.strip() for name in _all(known)}
    return tuple(sorted(name for name in found if name and name.casefold() in said))


def _all(known: Facts) -> Iterator[str]:
    yield known.client
    units = known.snapshot.of(ScopeUnit)
    if len(units) > 1:  # a single one is not named
        yield from (unit.name for unit in units)
    roles = {role.name for role in known.framework.roles}
    yield from (one.name for one in known.snapshot.of(Person) if one.name not in roles)
    for step in known.transitions:
        for planned in step.actions:
            action = known.framework.action[planned.id]
            tools = (*action.tools_open, *action.tools_managed)
            yield from (one for one in tools if _is_name(one))


def _is_name(tool: str) -> bool:
    """True of one word with a digit or a capital inside; others are words of the language."""
    return tool.isalnum() and any(char.isupper() or char.isdigit() for char in tool[1:])
