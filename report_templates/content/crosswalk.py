"""How the parts of other public models stand beside the dimensions, and their tests beside ours."""

from __future__ import annotations

import re

from engagements.framework.model import Value
from report_templates.content.facts import Facts

NONE = "-"
"""What the rule set writes where a model has nothing to compare."""
NUMBERED = re.compile(r"(?<=[^\W\d]) (?=\d)")
"""Between a word and its number no line breaks."""
RANGE = re.compile(r"(?<=\d)-(?=\d)")


class DimensionRow(Value):
    """One dimension beside the parts of each model, in the order of the heads."""

    code: str
    name: str
    cells: tuple[str, ...]


class ByDimension(Value):
    """The dimensions beside the parts of other models; the first head is that of the dimensions."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[DimensionRow, ...]


class TestRow(Value):
    """A test of another model, what it asks in brief, and where it is asked here."""

    test: str
    gist: str
    targets: str


class Tests(Value):
    """The tests of the ML Test Score beside criteria and delivery metrics."""

    title: str
    heads: tuple[str, str, str]
    rows: tuple[TestRow, ...]


def by_dimension(known: Facts) -> ByDimension | None:
    """The dimensions beside other models; None where the rule set compares none."""
    say, compared = known.say, known.framework.crosswalk.dimensions
    models = tuple(dict.fromkeys(model for one in compared for model in one.models))
    if not models:
        return None
    return ByDimension(
        title=say("crosswalk.dimensions"),
        heads=(say("crosswalk.head_dimension"), *(model_name(known, one) for one in models)),
        rows=tuple(
            DimensionRow(
                code=one.dimension,
                name=known.framework.dimension[one.dimension].name,
                cells=tuple(cell(known, one.models.get(model, NONE)) for model in models),
            )
            for one in compared
        ),
    )


def tests(known: Facts) -> Tests | None:
    """The tests of the ML Test Score; None where the rule set lists none."""
    say, listed = known.say, known.framework.crosswalk.tests
    if not listed:
        return None
    heads = (say("crosswalk.head_test"), say("crosswalk.head_gist"), say("crosswalk.head_targets"))
    return Tests(
        title=say("crosswalk.tests"),
        heads=heads,
        rows=tuple(
            TestRow(test=one.test, gist=one.gist, targets=", ".join(one.targets)) for one in listed
        ),
    )


def model_name(known: Facts, model: str) -> str:
    """What a public model is called."""
    return known.say.slots.get(f"crosswalk.model.{model}", model)


def cell(known: Facts, said: str) -> str:
    """What the rule set says of a model, with dashes and spaces as they are printed."""
    if said == NONE:
        return known.say("answers.none")
    return NUMBERED.sub("\u00a0", RANGE.sub("–", said))
