"""Assessments drawn at random, many of them near a level so that the rule's edges are met."""

from hypothesis import strategies as st

from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue, CriterionType, Framework

F = mlops()
YES, PARTLY, NO, NA, UNKNOWN = (
    AnswerValue.YES,
    AnswerValue.PARTLY,
    AnswerValue.NO,
    AnswerValue.NA,
    AnswerValue.UNKNOWN,
)
SETTLED = [YES, PARTLY, NO]
KEYS = [one.id for one in F.criteria if one.type is CriterionType.KEY]


def one(value):
    """The reading in which everybody says the same."""
    return frozenset({value})


def changed(**update):
    """The framework with some fields changed, made anew so that nothing kept of the old stays."""
    fields = {name: getattr(F, name) for name in Framework.model_fields}
    return Framework(**{**fields, **update})


def up_to(level, **answers):
    """Yes to every core and supplementary criterion up to a level, no above; then the changes.

    ``SRC_1_2=PARTLY`` changes SRC-1.2.
    """
    return {c.id: one(YES if c.level <= level else NO) for c in F.criteria} | _named(answers)


def levels_met(*levels, **answers):
    """Yes to all criteria of the named levels only; then the changes."""
    readings = {c.id: one(YES if c.level in levels else NO) for c in F.criteria}
    return readings | _named(answers)


def _named(answers):
    """Readings by criterion id, from names such as SRC_1_2."""
    parts = {name: name.split("_") for name in answers}
    return {f"{d}-{k}.{n}": one(answers[name]) for name, (d, k, n) in parts.items()}


def values_for(criterion, *, unknown=True, na=True):
    """Single answers a criterion may have; n/a is not allowed on key criteria."""
    allowed = list(SETTLED)
    if unknown:
        allowed.append(UNKNOWN)
    if na and criterion.id not in KEYS:
        allowed.append(NA)
    return st.sampled_from(allowed)


def readings_for(criterion, *, unknown=True, na=True):
    """Readings a criterion may have, conflicts among them."""
    single = values_for(criterion, unknown=unknown, na=na)
    return single.map(one) | st.frozensets(single, min_size=1, max_size=3)


@st.composite
def assessments(draw, *, unknown=True, na=True):
    """Readings: all yes up to a level, then some of them changed and some left out."""
    level = draw(st.integers(0, 4))
    readings = up_to(level)
    changed = draw(st.lists(st.sampled_from(F.criteria), max_size=12, unique=True))
    for criterion in changed:
        readings[criterion.id] = draw(readings_for(criterion, unknown=unknown, na=na))
    if unknown:
        for criterion in draw(st.lists(st.sampled_from(F.criteria), max_size=4)):
            readings.pop(criterion.id, None)
    return readings


@st.composite
def wild(draw):
    """Readings without any order, n/a on key criteria among them."""
    value = st.frozensets(st.sampled_from(list(AnswerValue)), max_size=3)
    chosen = draw(st.lists(st.sampled_from(F.criteria), max_size=59, unique=True))
    return {criterion.id: draw(value) for criterion in chosen}


grades = st.dictionaries(
    st.sampled_from([one.id for one in F.criteria]), st.integers(0, 4), max_size=59
)
