"""Conditions of contradictions are read as they are meant, or refused with the place."""

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagements.framework.grammar import (
    All,
    Either,
    GrammarError,
    LimitOf,
    Measures,
    NotMeasurable,
    Says,
    Spread,
    parse,
    terms,
)
from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue

A, B, C = (Says(one, AnswerValue.YES) for one in "abc")


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("a = yes", A),
        ("SRC-1.2 = no", Says("SRC-1.2", AnswerValue.NO)),
        ("a = partly", Says("a", AnswerValue.PARTLY)),
        ("M08 < 95", Measures("M08", "<", Decimal(95))),
        ("M08>0.5", Measures("M08", ">", Decimal("0.5"))),
        ("M08 = 4", Measures("M08", "=", Decimal(4))),
        ("M03 > limit(M02, 3)", Measures("M03", ">", LimitOf("M02", 3))),
        ("M11 = not_measurable", NotMeasurable("M11")),
        ("spread(roles) = 2", Spread("=", Decimal(2))),
        ("a = yes and b = yes", All((A, B))),
        ("a = yes or b = yes and c = yes", Either((A, All((B, C))))),
        ("(a = yes or b = yes) and c = yes", All((Either((A, B)), C))),
        ("((a=yes))", A),
    ],
)
def test_and_binds_more_than_or(text, condition):
    assert parse(text) == condition


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("", "the end where a criterion or metric"),
        ("a", "the end where <, > or ="),
        ("a = ", "the end where an answer or a figure"),
        ("a = maybe", "'maybe' where an answer"),
        ("a = unknown", "'unknown' where an answer"),
        ("a < yes", "'yes' where an answer or a figure"),
        ("a = yes b = no", "'b' was not expected"),
        ("a = yes and", "the end where a criterion"),
        ("and a = yes", "'and' where a criterion"),
        ("(a = yes", r"the end where '\)'"),
        ("a = yes)", r"'\)' was not expected"),
        ("M03 > limit(M03)", r"'\)' where ','"),
        ("M03 > limit(M03,7)", "'7' is not a level"),
        ("spread(people) = 2", "'people' where 'roles'"),
        ("M03 > 1e9", "'1e9' where an answer or a figure"),
        ("M03 > ٣", "where an answer or a figure"),
        ("(" * 30 + "a = yes" + ")" * 30, "more than 20 brackets"),
        ("a = yes" + " " * 1_000, "longer than 1000"),
    ],
)
def test_what_cannot_be_read_says_where(text, cause):
    with pytest.raises(GrammarError, match=cause):
        parse(text)


def test_every_condition_of_the_framework_speaks_of_something():
    for one in mlops().contradictions:
        assert list(terms(parse(one.when)))


@given(st.text("()<>=, abMnoyesrdlimtp0123.", max_size=60))
def test_any_text_is_read_or_refused(text):
    with contextlib.suppress(GrammarError):
        assert list(terms(parse(text)))


def written(condition):
    """A condition as text."""
    match condition:
        case All(parts):
            return " and ".join(f"({written(one)})" for one in parts)
        case Either(parts):
            return " or ".join(f"({written(one)})" for one in parts)
        case Says(criterion, answer):
            return f"{criterion} = {answer.value}"
        case _:
            return f"{condition.metric} {condition.sign} {condition.bound}"


says = st.builds(
    Says,
    st.sampled_from(["SRC-1.1", "x"]),
    st.sampled_from([AnswerValue.YES, AnswerValue.PARTLY, AnswerValue.NO]),
)
measures = st.builds(
    Measures,
    st.sampled_from(["M01", "M2"]),
    st.sampled_from("<>="),
    st.integers(0, 999).map(Decimal),
)
conditions = st.recursive(
    says | measures,
    lambda inner: (
        st.builds(All, st.lists(inner, min_size=2, max_size=3).map(tuple))
        | st.builds(Either, st.lists(inner, min_size=2, max_size=3).map(tuple))
    ),
    max_leaves=12,
)


@given(conditions)
def test_what_is_written_is_read_back(condition):
    assert parse(written(condition)) == condition
