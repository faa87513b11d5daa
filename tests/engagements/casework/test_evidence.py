"""Evidence with attachments, its numbers, and requests."""

import io

import pytest

from engagements.assessment.consolidate import assess_case
from engagements.casework import evidence, history, interviewing, scoping
from engagements.framework.model import AnswerValue
from engagements.problem import Problem
from engagements.records import Answer, Evidence, EvidenceRequest, Interview, Person, ScopeUnit
from engagements.records.client import FIRST_UNIT_ID
from engagements.records.evidence import SpeaksFor
from engagements.records.providing import provider


def numbers(case):
    return [one.reference for one in case.snapshot.of(Evidence)]


def test_a_file_bytes_and_a_stream_are_attached(desk, tmp_path):
    path = tmp_path / "Übersicht.PDF"
    path.write_bytes(b"%PDF-1.4")
    evidence.attach(desk.case, "By path", path)
    evidence.attach(desk.case, "Pasted", b"\x89PNG", name="pasted.png", grade=4)
    evidence.attach(desk.case, "Streamed", io.BytesIO(b"a,b"), name="list.csv")
    kept = desk.reopened().snapshot.of(Evidence)
    assert [
        (one.attachment.name, one.attachment.media_type, one.attachment.size) for one in kept
    ] == [
        ("Übersicht.PDF", "application/pdf", 8),
        ("pasted.png", "image/png", 4),
        ("list.csv", "text/csv", 3),
    ]
    assert numbers(desk.case) == [1, 2, 3]
    assert evidence.content(desk.case, kept[1].id) == b"\x89PNG"


def test_a_number_is_given_once_and_never_again(desk):
    for title in ("one", "two", "three"):
        evidence.attach(desk.case, title, b"x", name="x.txt")
    first, _, last = desk.case.snapshot.of(Evidence)
    evidence.delete(desk.case, last.id)
    evidence.save(desk.case, Evidence(id="later", title="four", grade=2, link="https://x.example"))
    assert numbers(desk.case) == [1, 2, 4]
    evidence.delete(desk.case, "later")
    desk.reopened()
    evidence.attach(desk.case, "five", b"y", name="y.txt")
    assert numbers(desk.case) == [1, 2, 5]
    evidence.save(desk.case, first.model_copy(update={"title": "renamed", "reference": 77}))
    assert numbers(desk.case) == [1, 2, 5]


def test_progress_is_told_and_cancelling_leaves_no_trace(desk):
    told = []
    data = bytes(2_500_000)
    evidence.attach(
        desk.case, "Long", data, name="long.bin", progress=lambda done, whole: told.append(done)
    )
    assert told[-1] == len(data)
    assert told == sorted(told)
    with pytest.raises(Problem, match="Stopped"):
        evidence.attach(
            desk.case, "Stopped", data + b"x", name="x.bin", cancelled=lambda: len(told) > 1
        )
    assert numbers(desk.case) == [1]
    assert desk.case.check() == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"title": " "}, "no title"),
        ({"speaks_for": [SpeaksFor(criterion="X-1", value=AnswerValue.YES)]}, "no criterion X-1"),
        ({"interview": "gone"}, "interview that is not here"),
        ({"scope_unit": "gone"}, "scope unit"),
        ({"name": ""}, "no usable name"),
        ({"name": "x" * 300}, "no usable name"),
    ],
)
def test_evidence_names_only_what_is_known(desk, arguments, words):
    given = {"title": "A page", "source": b"x", "name": "x.txt"} | arguments
    with pytest.raises(Problem, match=words):
        evidence.attach(desk.case, **given)
    assert not desk.case.snapshot.of(Evidence)


def test_a_file_that_cannot_be_read_is_named(desk, tmp_path):
    with pytest.raises(Problem, match=r"gone\.txt could not be read"):
        evidence.attach(desk.case, "Gone", tmp_path / "gone.txt")
    with pytest.raises(Problem, match="no attachment"):
        evidence.content(desk.case, "gone")


def test_a_request_is_answered_by_evidence_and_open_again_without_it(desk):
    evidence.attach(desk.case, "The log", b"x", name="x.log", evidence_id="e1")
    wanted = EvidenceRequest(
        id="r", title="The log", person=desk.person.id, criteria=("SRC-1.2",), received="e1"
    )
    evidence.request(desk.case, wanted)
    evidence.delete(desk.case, "e1")
    assert desk.case.snapshot.of(EvidenceRequest)[0].received is None
    evidence.delete_request(desk.case, "r")
    assert not desk.case.snapshot.of(EvidenceRequest)
    for fields in ({"person": "gone"}, {"criteria": ("X-1",)}, {"received": "gone"}):
        with pytest.raises(Problem):
            evidence.request(desk.case, EvidenceRequest(id="r", title="x", **fields))


def test_a_replaced_file_can_be_brought_back_after_reopening(desk):
    evidence.attach(desk.case, "Plan", b"first", name="plan-1.txt")
    item = desk.case.snapshot.of(Evidence)[0]
    evidence.replace_file(desk.case, item.id, b"second", name="plan-2.txt")
    assert desk.case.snapshot.of(Evidence)[0].attachment.name == "plan-2.txt"
    assert numbers(desk.case) == [1]
    case = desk.reopened()
    (earlier,) = evidence.earlier_files(case, item.id)
    assert earlier.blob.name == "plan-1.txt"
    evidence.bring_back(case, item.id, earlier.blob.sha256)
    assert evidence.content(case, item.id) == b"first"
    assert [one.blob.name for one in evidence.earlier_files(case, item.id)] == ["plan-2.txt"]


def test_a_file_an_item_never_had_is_not_brought_back(desk):
    evidence.attach(desk.case, "Plan", b"first", name="plan.txt")
    evidence.attach(desk.case, "Other", b"other", name="other.txt")
    one, other = desk.case.snapshot.of(Evidence)
    with pytest.raises(Problem, match="history"):
        evidence.bring_back(desk.case, one.id, other.attachment.sha256)


def test_replacing_keeps_the_rest_and_is_undone_as_one(desk):
    evidence.attach(desk.case, "Plan", b"first", name="plan.txt", grade=4)
    before = desk.case.snapshot.of(Evidence)[0]
    evidence.replace_file(desk.case, before.id, b"second", name="plan.txt")
    assert desk.case.snapshot.of(Evidence)[0].grade == 4
    history.undo(desk.case)
    assert desk.case.snapshot.of(Evidence)[0] == before


def test_a_received_file_answers_its_request_in_one_step(desk):
    wanted = EvidenceRequest(id="r", title="Rebuild log", criteria=("SRC-1.2",))
    evidence.request(desk.case, wanted)
    evidence.receive_file(desk.case, "r", b"log", name="log.txt", grade=3)
    (item,) = desk.case.snapshot.of(Evidence)
    assert (item.title, item.grade, item.reference) == ("Rebuild log", 3, 1)
    assert desk.case.snapshot.get(EvidenceRequest, "r").received == item.id
    history.undo(desk.case)
    assert desk.case.snapshot.of(Evidence) == ()
    assert desk.case.snapshot.get(EvidenceRequest, "r").received is None


def spoken(item):
    return [(one.criterion, one.value.value) for one in item.speaks_for]


def test_a_received_file_speaks_for_the_criteria_of_its_request_and_undo_takes_all_of_it(desk):
    desk.answer("SRC-1.1", "partly")
    desk.answer("SRC-1.2", "unknown")
    criteria = ("SRC-1.1", "SRC-1.2", "SRC-2.1")
    wanted = EvidenceRequest(id="r", title="Rebuild log", criteria=criteria, person=desk.person.id)
    evidence.request(desk.case, wanted)
    evidence.receive_file(desk.case, "r", b"log", name="log.txt")
    (item,) = desk.case.snapshot.of(Evidence)
    assert spoken(item) == [("SRC-1.1", "partly"), ("SRC-2.1", "yes")]  # nobody knew of SRC-1.2
    assert provider(desk.case.snapshot, item) == desk.person.id
    history.undo(desk.case)
    assert desk.case.snapshot.of(Evidence) == ()
    assert desk.case.snapshot.get(EvidenceRequest, "r").received is None


def test_it_speaks_for_the_answer_of_the_one_who_was_asked(desk):
    scoping.save_unit(desk.case, ScopeUnit(id="second", name="Claims", position=1))
    other = Person(id="c" * 32, role="DE", title="Data engineer")
    interviewing.save_person(desk.case, other)
    both = Interview(
        id="d" * 32, title="Both", people=(desk.person.id, other.id), day=desk.interview.day
    )
    interviewing.save_interview(desk.case, both)
    desk.answer("SRC-1.1", "no")
    for fields in ({"voice": other.id, "value": AnswerValue.PARTLY}, {"value": AnswerValue.NO}):
        said = Answer.of("SRC-1.1", both.id, **fields)
        interviewing.record_answer(desk.case, said)

    def speaks(unit=FIRST_UNIT_ID, **fields):
        wanted = EvidenceRequest(id="r", title="Log", criteria=("SRC-1.1",), **fields)
        found = evidence.spoken_for(desk.case.snapshot, wanted, unit)
        return [one.value.value for one in found]

    assert speaks(person=desk.person.id) == ["no"]
    assert speaks(interview=desk.interview.id) == ["no"]
    assert speaks(unit="second", person=desk.person.id) == ["yes"]  # nobody answered there


def test_a_received_file_settles_no_disagreement(desk):
    other = Person(id="c" * 32, role="DE", title="Data engineer")
    silent = Person(id="e" * 32, role="PO", title="Product owner")
    for one in (other, silent):
        interviewing.save_person(desk.case, one)
    talk = Interview(id="d" * 32, title="Other", people=(other.id,), day=desk.interview.day)
    interviewing.save_interview(desk.case, talk)
    desk.answer("SRC-1.1", "no")
    said = Answer.of("SRC-1.1", talk.id, voice=other.id, value=AnswerValue.YES)
    interviewing.record_answer(desk.case, said)
    before = assess_case(desk.case.snapshot).by_unit
    for number, person in enumerate((None, silent.id)):
        wanted = EvidenceRequest(id=f"r{number}", title="Log", criteria=("SRC-1.1",), person=person)
        evidence.request(desk.case, wanted)
        evidence.receive_file(desk.case, wanted.id, b"log", name="log.txt")
    assert [spoken(item) for item in desk.case.snapshot.of(Evidence)] == [[], []]
    assert assess_case(desk.case.snapshot).by_unit == before


def test_a_file_goes_to_the_unit_of_the_person_who_was_asked(desk):
    scoping.save_unit(desk.case, ScopeUnit(id="second", name="Claims", position=1))
    there = Person(id="c" * 32, role="DE", title="Data engineer", scope_unit="second")
    interviewing.save_person(desk.case, there)
    wanted = EvidenceRequest(id="r", title="Log", criteria=("SRC-1.1",), person=there.id)
    assert evidence.unit_of(desk.case.snapshot, wanted) == "second"


def test_a_received_file_goes_to_the_unit_it_was_asked_for_in_or_the_one_named(desk):
    scoping.save_unit(desk.case, ScopeUnit(id="second", name="Claims", position=1))
    talk = desk.interview.model_copy(update={"id": "c" * 32, "scope_unit": "second"})
    interviewing.save_interview(desk.case, talk)
    for key, fields, unit in (
        ("r1", {}, None),
        ("r2", {"interview": talk.id}, None),
        ("r3", {}, "second"),
    ):
        evidence.request(desk.case, EvidenceRequest(id=key, title=key, **fields))
        evidence.receive_file(desk.case, key, b"log", name="log.txt", scope_unit=unit)
    kept = {one.title: one.scope_unit for one in desk.case.snapshot.of(Evidence)}
    assert kept == {"r1": FIRST_UNIT_ID, "r2": "second", "r3": "second"}
    with pytest.raises(Problem):
        evidence.receive_file(desk.case, "r1", b"log", name="log.txt", scope_unit="nowhere")


def test_what_is_kept_ends_its_drafts_and_what_is_refused_does_not(desk):
    wanted = EvidenceRequest(id="r", title="Rebuild log")
    interviewing.keep_draft(desk.case, "evidence/r/title", "Rebuild lo")
    interviewing.keep_draft(desk.case, "evidence/r/due", "soon")
    blank = wanted.model_copy(update={"title": ""})
    with pytest.raises(Problem):
        evidence.request(desk.case, blank, drafts=["evidence/r/title"])
    assert set(interviewing.drafts(desk.case)) == {"evidence/r/title", "evidence/r/due"}
    evidence.request(desk.case, wanted, drafts=["evidence/r/title"])
    assert set(interviewing.drafts(desk.case)) == {"evidence/r/due"}
    evidence.delete_request(desk.case, "r", drafts=["evidence/r/due"])
    assert not interviewing.drafts(desk.case)


@pytest.mark.parametrize(
    ("name", "media"),
    [
        ("train.LOG", "text/plain"),
        ("params.yaml", "application/yaml"),
        ("explore.ipynb", "application/json"),
        ("board.webp", "image/webp"),
        ("unheard.of", "application/octet-stream"),
    ],
)
def test_types_of_the_trade_are_known_without_the_systems_tables(name, media):
    assert evidence.media_type(name) == media


def test_a_request_says_what_for(desk):
    with pytest.raises(Problem, match="what for"):
        evidence.request(desk.case, EvidenceRequest(id="r", title="  "))
