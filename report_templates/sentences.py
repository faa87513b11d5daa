"""What a brand kit says in each language: the sentences that stand on every page."""

from __future__ import annotations

from typing import Annotated

from engagements.models import BaseModel, ConfigDict, Field, StringConstraints

Short = StringConstraints(strip_whitespace=True, min_length=1)


class Texts(BaseModel):
    """A kit's sentences in one language; those of the kit itself where there is none."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    footer_text: Annotated[str, Short] | None = Field(default=None, max_length=60)
    confidentiality: Annotated[str, Short] | None = Field(default=None, max_length=48)
