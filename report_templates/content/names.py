"""Names that a report prints, whose words stay whole at the end of a line."""

from __future__ import annotations

from collections.abc import Iterator

from engagements.records import Person, ScopeUnit
from report_templates.content.facts import Facts


def of(known: Facts) -> tuple[str, ...]:
    """The client, what is assessed, whoever is named, and the tools of the roadmap's actions.

    In alphabetical order, each once.
    """
    return tuple(sorted({name.strip() for name in _all(known) if name.strip()}))


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
    """True where every word begins with a capital letter: what else is listed is described."""
    return all(word[0].isupper() for word in tool.split())
