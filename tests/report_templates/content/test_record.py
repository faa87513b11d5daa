"""An interview's record: what one interviewee said, and nothing else."""

from datetime import date, datetime
from io import BytesIO

import pikepdf
import pytest

from engagements.framework.load import mlops
from engagements.framework.model import AnswerValue
from engagements.records import Answer, Note
from engagements.records.answers import NoteKind
from engagements.records.people import ROOM
from report_templates.brand import BrandKit
from report_templates.build import build
from report_templates.content import record
from report_templates.content.strings import strings
from tests.report_templates import cases
from tests.report_templates.printed import squeezed, words_of

MINE, THEIRS, HIDDEN = (
    "the rates table is missing",
    "warbler said otherwise",
    "quilligan is leaving",
)
REPLY = date(2026, 12, 21)


def note(key, text, **more):
    fields = {"interview": "i0", "note_kind": NoteKind.QUOTE, "criteria": ("SRC-1.1",), **more}
    return Note(id=key, text=text, **fields)


def told():
    """Two in one interview and one in another, with something of every kind kept."""
    talk = cases.interview(
        0, "p0", "p1", agenda=("SRC-1.2", "SRC-1.1"), starts=datetime(2026, 11, 17, 9, 0)
    )
    other = cases.interview(1, "p2")
    return cases.snapshot(
        *cases.frame(),
        *(cases.person(n, title=("ML engineer", "Warbler", "Quilligan")[n]) for n in range(3)),
        talk,
        other,
        Answer.of("SRC-1.1", "i0", AnswerValue.PARTLY, voice="p0"),
        Answer.of("SRC-1.2", "i0", AnswerValue.NO),
        Answer.of("SRC-1.1", "i0", AnswerValue.YES, voice="p1"),
        Answer.of("TRN-1.1", "i0", AnswerValue.NA, voice="p1", reason=THEIRS),
        Answer.of("SRC-1.1", "i1", AnswerValue.UNKNOWN, voice="p2"),
        note("n0", f"“{MINE}”"),
        note("n1", HIDDEN, off_record=True),
        note("n2", HIDDEN, note_kind=NoteKind.TODO),
        note("n3", HIDDEN, note_kind=NoteKind.NOTE),
        note("n4", THEIRS, interview="i1"),
        note("n5", "and nobody asked, says Secret Person 1", criteria=()),
        cases.item(0, title="Commit history", criteria=("SRC-1.1",)),
        cases.item(1, title=THEIRS, criteria=("SRC-1.1",)),
    )  # fmt: skip


def of(known=None, person="p0", **more):
    known = known or told()
    talk, who = (next(one for one in known.heads[kind][key])
                 for kind, key in (("interview", "i0"), ("person", person)))  # fmt: skip
    return record.of(known, talk, who, issued=cases.ISSUED, reply=REPLY, **more)


@pytest.fixture(scope="module")
def pdf():
    return build(of(), BrandKit.bundled())


def test_rows_are_in_the_order_asked_with_answer_quote_and_evidence():
    found = of()
    assert [one.criterion for one in found.rows] == ["SRC-1.2", "SRC-1.1"]
    together, own = found.rows
    assert [one.text for one in together.answers] == ["No (said together)"]
    assert [one.text for one in own.answers] == ["Partly"]
    assert own.quotes == (f"“{MINE}”",)
    assert own.evidence == "Named or shown: E-? Commit history"
    assert "21\u00a0December 2026" in found.reply


def test_key_criteria_are_not_offered_as_not_applicable():
    labels = {one.criterion: one.instead for one in of().rows}
    assert "Not applicable" not in labels["SRC-1.2"]
    assert "Not applicable" in labels["SRC-1.1"]


def test_only_the_addressee_is_named():
    names = [fact.text for fact in of().facts]
    assert names[0] == "Secret Person 0"
    said = "\n".join(strings(of()))
    assert "Secret Person 1" not in said
    assert of().quotes == ("“and nobody asked, says ML engineer”",)


def test_nothing_off_the_record_of_others_or_of_levels_is_in_the_file(pdf):
    levels = [one.name for one in mlops().levels]
    with pikepdf.open(BytesIO(pdf)) as file:
        inside = file.attachments["record.json"].get_file().read_bytes().decode()
    for words in (inside, "\n".join(words_of(pdf))):
        low = words.casefold()
        assert squeezed(MINE) in squeezed(words)
        for canary in ("warbler", "quilligan", "leaving", "secret person 1", "secret person 2",
                       "level", *(one.casefold() for one in levels)):  # fmt: skip
            assert canary not in low


def test_what_travels_inside_is_what_is_printed(pdf):
    printed = squeezed("".join(words_of(pdf)))
    content = of()
    meta = {content.subject, content.language, content.rule_set, content.version}
    meta |= {content.title, content.continued, content.none}
    for said in strings(content):
        if said and said not in meta and len(said) > 3:
            assert squeezed(said) in printed or said in ("partly",), said


def test_without_answers_it_says_so_and_a_reply_is_asked_a_week_on():
    talk = cases.interview(0, "p0")
    known = cases.snapshot(*cases.frame(), cases.person(0), talk)
    found = of(known)
    assert found.rows == ()
    assert found.none
    assert record.reply_by(talk, date(2026, 11, 20)) == date(2026, 11, 27)
    assert record.reply_by(talk, date(2026, 11, 1)) == date(2026, 11, 24)
    build(found, BrandKit.bundled())


def test_one_answer_alone_does_not_say_whose_it_is():
    talk = cases.interview(0, "p0")
    known = cases.snapshot(*cases.frame(), cases.person(0), talk,
                           Answer.of("SRC-1.1", "i0", AnswerValue.YES, voice=ROOM))  # fmt: skip
    assert [one.text for one in of(known).rows[0].answers] == ["Yes"]
