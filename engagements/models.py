"""The one door to pydantic.

Its modules import each other in circles and only when they are first used: two threads that do so
at once may find one of them half made. Whoever comes through this door waits for the first.
"""

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    model_validator,
)
from pydantic_core import PydanticSerializationError

__all__ = [
    "BaseModel",
    "ConfigDict",
    "Field",
    "PydanticSerializationError",
    "StringConstraints",
    "TypeAdapter",
    "ValidationError",
    "model_validator",
]


class _First(BaseModel):
    """Makes pydantic bring everything that a model needs."""

    numbers: tuple[int, ...] = ()


_First.model_validate_json(_First().model_dump_json())
