"""Answers as JSON: what is read, what is refused and in which words, what is written."""

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import answers_json
from engagements.assessment.level import assess, quick
from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.problem import Problem

FRAMEWORK = mlops()


def read(text):
    return answers_json.given(answers_json.parse(text), FRAMEWORK)


def score(document):
    given_ = read(json.dumps(document))
    return answers_json.assessment_values(assess(FRAMEWORK, given_.readings, given_.grades))


def refusal(text):
    with pytest.raises(Problem) as caught:
        read(text)
    return caught.value.title


def test_the_document_of_the_contract_is_read():
    read_ = read(
        '{"answers": {"SRC-1.1": "yes", "TRN-2.2": ["yes","no"], "REL-3.2": "n/a"},'
        ' "evidence": {"SRC-1.1": 3}}'
    )
    assert read_.readings["TRN-2.2"] == {AnswerValue.YES, AnswerValue.NO}
    assert read_.readings["REL-3.2"] == {AnswerValue.NA}
    assert read_.grades == {"SRC-1.1": 3}


def test_the_keys_come_in_the_order_of_the_contract():
    assert list(score({"answers": {}, "evidence": {}})) == [
        "low",
        "high",
        "plus",
        "fulfilment",
        "blockers",
        "decisive",
        "head_start",
        "debt",
        "verified",
        "after_blockers",
        "dimensions",
    ]


def test_verified_stands_only_where_evidence_is_given():
    assert "verified" not in score({"answers": {}})
    assert score({"answers": {}, "evidence": {}})["verified"] == 0


def test_fulfilment_is_an_exact_fraction_or_null():
    level_4 = [c.id for c in FRAMEWORK.core_at[4] if c.type.value == "C"]
    answers = dict.fromkeys((c.id for c in FRAMEWORK.core_at[1]), "yes")
    answers["SRC-1.3"] = "no"
    answers["REG-1.1"] = "partly"
    values = score({"answers": answers | dict.fromkeys(level_4, "n/a")})
    assert values["fulfilment"]["1"] == "3/4"
    assert values["fulfilment"]["4"] == "0"
    assert answers_json.fraction_text(Fraction(1)) == "1"
    assert answers_json.fraction_text(None) is None


def test_debt_names_its_missing_bases():
    values = score({"answers": {"TRN-2.1": "yes"}})
    assert values["debt"] == [
        {"criterion": "TRN-2.1", "missing": ["SRC-1.1", "SRC-1.3"], "certain": False}
    ]


def test_quick_stands_alone():
    read_ = read('{"quick": {"Q1": "no", "Q2": "yes", "Q5": "yes"}}')
    assert read_.quick
    values = answers_json.quick_values(quick(FRAMEWORK, read_.readings))
    assert list(values) == ["low", "high", "decisive", "debt"]
    assert values["low"] == 0
    assert [item["criterion"] for item in values["debt"]] == ["Q2", "Q5"]
    assert "stands alone" in refusal('{"quick": {}, "answers": {}}')


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "This is not JSON"),
        ("[1, 2]", "not a JSON object"),
        ("3", "not a JSON object"),
        ("{}", 'neither "answers" nor "quick"'),
        ('{"answers": []}', '"answers" is not a JSON object'),
        ('{"answers": {}, "evidence": []}', '"evidence" is not a JSON object'),
        ('{"answers": {"SRC-1.1": "yes",}}', "This is not JSON"),
        ('{"answers": {"SRC-1.1": "yes", "SRC-1.1": "no"}}', '"SRC-1.1" stands twice'),
        ('{"answers": {}, "answers": {}}', '"answers" stands twice'),
        ('{"answers": {"SRC-1.1": NaN}}', "NaN is not JSON"),
        ('{"answers": {"SRC-1.1": -Infinity}}', "-Infinity is not JSON"),
        ('{"answers": {"XXX-1.1": "yes"}}', 'Unknown criterion "XXX-1.1"'),
        ('{"answers": {"SRC-1.1": "Yes"}}', 'SRC-1.1 has the unknown answer "Yes"'),
        ('{"answers": {"SRC-1.1": true}}', "unknown answer true"),
        ('{"answers": {"SRC-1.1": null}}', "unknown answer null"),
        ('{"answers": {"SRC-1.1": ["yes", 1]}}', "unknown answer 1"),
        ('{"answers": {"SRC-1.1": [["yes"]]}}', "unknown answer"),
        ('{"answers": {"SRC-1.1": []}}', "empty list"),
        ('{"answers": {"SRC-1.2": "n/a"}}', "SRC-1.2 is a key criterion"),
        ('{"answers": {"SRC-1.2": ["yes", "n/a"]}}', "SRC-1.2 is a key criterion"),
        ('{"answers": {}, "evidence": {"SRC-9.9": 3}}', 'Unknown criterion "SRC-9.9"'),
        ('{"answers": {}, "evidence": {"SRC-1.1": 5}}', "unknown evidence grade 5"),
        ('{"answers": {}, "evidence": {"SRC-1.1": -1}}', "unknown evidence grade -1"),
        ('{"answers": {}, "evidence": {"SRC-1.1": true}}', "unknown evidence grade true"),
        ('{"answers": {}, "evidence": {"SRC-1.1": 3.0}}', "unknown evidence grade 3.0"),
        ('{"answers": {}, "evidence": {"SRC-1.1": "3"}}', 'unknown evidence grade "3"'),
        ('{"answers": {}, "notes": {}}', 'Unknown key "notes"'),
        ('{"quick": {"Q7": "yes"}}', 'Unknown question "Q7"'),
        ('{"quick": {"Q1": "n/a"}}', "Q1 is a diagnostic question"),
        ("[" * 100_000, "nested too deeply"),
        ("9" * 5_000, "a number in it is too long"),
    ],
)
def test_a_fault_is_named(text, words):
    assert words in refusal(text)


def test_a_long_piece_is_cut_and_stays_printable():
    title = refusal(json.dumps({"answers": {"\ud800" + "x" * 500: "yes"}}))
    assert len(title) < 120
    assert title.isascii()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
ANSWERS = st.sampled_from([*AnswerValue, "Yes", "", 1, None, True])
DOCUMENTS = st.fixed_dictionaries(
    {},
    optional={
        "answers": st.dictionaries(
            st.sampled_from([*FRAMEWORK.criterion, "SRC-0.0", ""]),
            ANSWERS | st.lists(ANSWERS) | JSON,
        ),
        "evidence": st.dictionaries(st.sampled_from([*FRAMEWORK.criterion, "x"]), JSON),
        "quick": st.dictionaries(st.sampled_from(["Q1", "Q2", "Q9"]), ANSWERS | JSON),
        "more": JSON,
    },
)


def attempt(text):
    """What a text is read as, and the sentence it is refused with; one of them is None."""
    try:
        return read(text), None
    except Problem as problem:
        return None, problem


@given(JSON | DOCUMENTS)
def test_whatever_json_comes_is_scored_or_refused_in_a_sentence(document):
    read_, problem = attempt(json.dumps(document))
    if read_ is None:
        assert problem.title.endswith(".")
        assert "\n" not in str(problem)
    elif read_.quick:
        answers_json.one_line(answers_json.quick_values(quick(FRAMEWORK, read_.readings)))
    else:
        result = assess(FRAMEWORK, read_.readings, read_.grades)
        json.loads(answers_json.one_line(answers_json.assessment_values(result)))


@given(st.text())
def test_whatever_text_comes_is_read_or_refused(text):
    read_, problem = attempt(text)
    assert read_ is not None or problem.title
