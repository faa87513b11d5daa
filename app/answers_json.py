"""Answers as JSON on the way in, scores as JSON on the way out; the contract scripts rely on.

In: ``{"answers": {"SRC-1.1": "yes", "TRN-2.2": ["yes", "no"]}, "evidence": {"SRC-1.1": 3}}``, or
``{"quick": {"Q1": "yes"}}``. What is missing is unknown. Anything else is refused with the place
and the cause: unknown keys, duplicate keys, NaN, n/a on a key criterion, an empty list.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, NoReturn

from engagements.assessment.model import Assessment, Debt, Quick, Reading
from engagements.framework.model import AnswerValue, CriterionType, Framework
from engagements.language import tr
from engagements.problem import Problem

VALUES = {value.value: value for value in AnswerValue}
ALONE: dict[str, Reading] = {value.value: frozenset((value,)) for value in AnswerValue}
"""The reading of one answer by its code."""
SHOWN = 60
"""Longest piece of somebody's input repeated in a message, in characters."""


@dataclass(frozen=True)
class Given:
    """One document: readings by criterion (or by question), and grades where evidence is given."""

    readings: Mapping[str, Reading] = field(default_factory=dict[str, Reading])
    grades: Mapping[str, int] | None = None
    quick: bool = False


def parse(text: str) -> Any:
    """JSON as values; Problem for anything that is not strict JSON, naming the place."""
    try:
        return json.loads(text, object_pairs_hook=_no_duplicates, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise Problem(
            tr("This is not JSON: {msg} at column {colno}.", msg=error.msg, colno=error.colno)
        ) from None
    except RecursionError:
        raise Problem(tr("This is not an answers document: it is nested too deeply.")) from None
    except ValueError:  # an integer of more than 4,300 digits
        raise Problem(tr("This is not an answers document: a number in it is too long.")) from None


def given(document: Any, framework: Framework) -> Given:
    """Check a document against the framework; Problem naming the key and the cause."""
    fields = _object(document, "The document")
    for key in fields:
        if key not in ("answers", "evidence", "quick"):
            _refuse(f"Unknown key {shown(key)}: expected answers and evidence, or quick")
    if "quick" in fields:
        return _quick(fields, framework)
    if "answers" not in fields:
        _refuse('The document has neither "answers" nor "quick"')
    answers = _object(fields["answers"], '"answers"')
    readings = {key: _criterion_reading(key, value, framework) for key, value in answers.items()}
    if "evidence" not in fields:
        return Given(readings)
    evidence = _object(fields["evidence"], '"evidence"')
    return Given(readings, {key: _grade(key, value, framework) for key, value in evidence.items()})


def assessment_values(result: Assessment) -> dict[str, Any]:
    """An assessment as plain JSON values; ``verified`` only where grades were given."""
    values: dict[str, Any] = {
        "low": result.low,
        "high": result.high,
        "plus": result.plus,
        "fulfilment": {
            str(level): fraction_text(result.fulfilment[level]) for level in result.fulfilment
        },
        "blockers": list(result.blockers),
        "decisive": list(result.decisive),
        "head_start": list(result.head_start),
        "debt": [_debt_values(item) for item in result.debt],
    }
    if result.verified is not None:
        values["verified"] = result.verified
    values["after_blockers"] = result.after_blockers
    values["dimensions"] = {
        code: {"low": one.low, "high": one.high} for code, one in result.dimensions.items()
    }
    return values


def quick_values(result: Quick) -> dict[str, Any]:
    """A quick diagnostic as plain JSON values."""
    return {
        "low": result.low,
        "high": result.high,
        "decisive": list(result.decisive),
        "debt": [_debt_values(item) for item in result.debt],
    }


def one_line(values: Any) -> str:
    """Values as one line of JSON in ASCII, so that no terminal or locale can break it."""
    return json.dumps(values, separators=(",", ":"), allow_nan=False)


def fraction_text(value: Fraction | None) -> str | None:
    """An exact fraction as ``Fraction`` prints it; None stays None."""
    return None if value is None else str(value)


def shown(piece: Any) -> str:
    """A piece of the input as it may stand in a message: quoted, in ASCII, cut when long."""
    try:
        text = json.dumps(piece)
    except (RecursionError, ValueError):
        return "a value"
    return text if len(text) <= SHOWN else text[: SHOWN - 3] + "..."


def _quick(fields: Mapping[str, Any], framework: Framework) -> Given:
    if len(fields) > 1:
        _refuse('"quick" stands alone, without answers or evidence')
    questions = {question.id for question in framework.quick}
    answers = _object(fields["quick"], '"quick"')
    for key in answers:
        if key not in questions:
            _refuse(f"Unknown question {shown(key)}: expected {', '.join(sorted(questions))}")
    readings = {key: _reading(key, value) for key, value in answers.items()}
    for key, reading in readings.items():
        if AnswerValue.NA in reading:
            _refuse(f"{key} is a diagnostic question and cannot be n/a")
    return Given(readings, quick=True)


def _criterion_reading(key: str, value: Any, framework: Framework) -> Reading:
    criterion = framework.criterion.get(key)
    if criterion is None:
        _refuse(f"Unknown criterion {shown(key)}")
    reading = _reading(key, value)
    if AnswerValue.NA in reading and criterion.type is CriterionType.KEY:
        _refuse(f"{key} is a key criterion and cannot be n/a")
    return reading


def _reading(key: str, value: Any) -> Reading:
    if isinstance(value, str) and value in ALONE:
        return ALONE[value]
    if isinstance(value, list):
        if not value:
            _refuse(f"{key} has an empty list: leave it out when nobody answered")
        return frozenset(_answer(key, one) for one in value)
    return frozenset((_answer(key, value),))


def _answer(key: str, value: Any) -> AnswerValue:
    found = VALUES.get(value) if isinstance(value, str) else None
    if found is None:
        _refuse(f"{key} has the unknown answer {shown(value)}: expected {', '.join(VALUES)}")
    return found


def _grade(key: str, value: Any, framework: Framework) -> int:
    if key not in framework.criterion:
        _refuse(f"Unknown criterion {shown(key)} in evidence")
    if type(value) is not int or not 0 <= value <= 4:
        _refuse(f"{key} has the unknown evidence grade {shown(value)}: expected 0 to 4")
    return value


def _object(value: Any, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        _refuse(f"{name} is not a JSON object")
    return value


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            _refuse(f"The key {shown(key)} stands twice")
        found[key] = value
    return found


def _no_constant(name: str) -> NoReturn:
    _refuse(f"{name} is not JSON")


def _debt_values(item: Debt) -> dict[str, Any]:
    return {"criterion": item.criterion, "missing": list(item.missing), "certain": item.certain}


def _refuse(sentence: str) -> NoReturn:
    raise Problem(sentence + ".")
