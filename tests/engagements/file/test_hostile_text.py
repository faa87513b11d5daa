"""Whatever a user types or pastes comes back exactly; canonical JSON writes it one way only."""

import json
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagements.file import heads
from engagements.file.canonical import body_of, dumps, payload_digest
from engagements.framework.model import AnswerValue
from engagements.records import KINDS, Answer, Interview, IssuedVersion, MetricReading, Note
from engagements.records.client import Blob
from engagements.records.evidence import Evidence, SpeaksFor
from tests.engagements.file.conftest import keep, note, texts

ANYTHING = st.text(st.characters(codec=None))
HOSTILE = [
    "\x00", "\ud800", "\udfff\ud800", "a\x00b", "\U0001f600", "e\u0301\u200d", "\u202eabc",
    "\u2028\u2029", "\ufffe\uffff", "'; DROP TABLE head; --", '"\\/\b\f\n\r\t', "=1+1", "</script>",
]  # fmt: skip


@given(ANYTHING, st.lists(ANYTHING, max_size=3))
def test_a_record_comes_back_exactly(text, criteria):
    one = Note(id="n", text=text, criteria=tuple(criteria))
    body = body_of(one)
    assert body.isascii()
    assert heads.read("note", 1, body) == one


@given(ANYTHING)
def test_the_same_value_has_the_same_bytes(text):
    body = dumps({"b": text, "a": [text]})
    assert dumps(json.loads(body)) == body
    assert body.startswith('{"a":')


@pytest.mark.parametrize("text", HOSTILE)
def test_it_survives_the_file(file, reopen, text):
    keep(file, note(text))
    file.keep_draft("d", text)
    file = reopen()
    assert texts(file) == {"n1": [text]}
    assert file.drafts() == {"d": text}
    assert file.check() == []


def test_one_hostile_text_among_many_does_not_change_the_others(file, reopen):
    records = [note(f"plain {number}", f"n{number}") for number in range(20)]
    keep(file, *records, note("\ud800", "bad"))
    assert texts(reopen()) == {**{one.id: [one.text] for one in records}, "bad": ["\ud800"]}


def test_a_megabyte_comes_back(file, reopen):
    text = "Ü\U0001f600\ud800\x00" * 250_000
    keep(file, note(text))
    assert texts(reopen()) == {"n1": [text]}


BLOB = Blob(sha256="0" * 64, name="x", size=1)


@pytest.mark.parametrize("record", [
    Interview(id="i", title="t", people=("p",), day=date(2026, 2, 3),
              starts=datetime(2026, 2, 3, 9, 30)),
    MetricReading(id="m", metric="M1", low=Decimal("0.10"), high=Decimal("12345.678")),
    IssuedVersion(id="v", version="1.0", profile="full", issued=datetime(2026, 1, 2, 3, 4, 5),
                  pdf=BLOB, content=BLOB, revisions=3),
    Evidence(id="e", title="t", grade=4, attachment=BLOB, shown=date(2026, 1, 1),
             speaks_for=(SpeaksFor(criterion="c", value=AnswerValue.NO),)),
    Answer.of("c", "i", AnswerValue.NA, reason="none"),
])  # fmt: skip
def test_both_readers_give_the_same_value_whatever_the_types(record):
    body = body_of(record)
    assert heads.read(record.kind, 1, body) == record
    slow = KINDS[record.kind].model_validate(json.loads(body), strict=False)
    assert slow == record
    assert body_of(slow) == body


def test_json_has_no_word_for_nan():
    with pytest.raises(ValueError, match="Out of range"):
        dumps(float("nan"))


def test_the_salt_keeps_equal_contents_apart():
    assert payload_digest(b"a" * 16, b"x") != payload_digest(b"b" * 16, b"x")
