"""What of a content's texts can be sent and printed."""

from __future__ import annotations

from typing import Any, TypeVar, cast

from engagements.framework.model import Value
from engagements.models import PydanticSerializationError

Content = TypeVar("Content", bound=Value)


def sendable(content: Content) -> Content:
    """The content without lone surrogates, which JSON cannot carry and no page can print."""
    try:
        content.model_dump_json()
    except PydanticSerializationError:
        return type(content).model_validate(_whole(content.model_dump()))
    return content


def _whole(value: Any) -> Any:
    if type(value) is str:  # a StrEnum stays what it is
        return value.encode("utf-8", "ignore").decode()
    if isinstance(value, dict):
        return {key: _whole(inner) for key, inner in cast("dict[str, Any]", value).items()}
    if isinstance(value, tuple):
        return tuple(_whole(inner) for inner in cast("tuple[Any, ...]", value))
    return value
