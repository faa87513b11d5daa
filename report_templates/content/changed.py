"""What one version of a report says otherwise than the one before it, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, cast

from engagements.language import tr
from engagements.models import BaseModel, ValidationError
from report_templates.content.base import Section
from report_templates.content.report import ReportContent
from report_templates.content.strings import strings


def between(before: bytes, after: bytes) -> tuple[str, ...]:
    """One sentence per change, from the contents of two issued versions as JSON."""
    try:
        old = ReportContent.model_validate_json(before)
        new = ReportContent.model_validate_json(after)
    except ValidationError:
        return (tr("They were made by different releases and cannot be compared in words."),)
    return tuple(_changes(old, new)) or (tr("Nothing but version and day."),)


def _changes(old: ReportContent, new: ReportContent) -> Iterator[str]:
    if old.cover.caption != new.cover.caption:
        yield tr("Result: “{old}” is now “{new}”.", old=old.cover.caption, new=new.cover.caption)
    earlier, later = _sections(old), _sections(new)
    for key, section in later.items():
        if key not in earlier:
            yield tr("New: {section}.", section=section.heading.name)
    for key, section in earlier.items():
        if key not in later:
            yield tr("No longer in it: {section}.", section=section.heading.name)
        elif section.heading.title != later[key].heading.title:
            yield tr(
                "{section}: “{old}” is now “{new}”.",
                section=later[key].heading.name,
                old=section.heading.title,
                new=later[key].heading.title,
            )
    otherwise = [
        later[key].heading.name
        for key, section in earlier.items()
        if key in later and _said(later[key]) - _said(section)
    ]
    if otherwise:
        yield tr("Says something new: {sections}.", sections=", ".join(otherwise))


def _sections(content: ReportContent) -> dict[str, Section]:
    flat: list[object] = []
    for name in type(content).model_fields:
        found: Any = getattr(content, name)
        flat += cast("tuple[object, ...]", found) if isinstance(found, tuple) else [found]
    return {one.heading.key: one for one in flat if isinstance(one, Section)}


def _said(section: BaseModel) -> Counter[str]:
    return Counter(strings(section))
