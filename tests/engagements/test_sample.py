"""The sample engagement: believable, whole, and with something on every page."""

import pytest

from engagements import sample
from engagements.assessment.consolidate import assess_case
from engagements.casework import evidence as proofs
from engagements.casework.case import Case
from engagements.problem import Problem
from engagements.records import (
    Answer,
    Evidence,
    EvidenceRequest,
    Finding,
    Interview,
    Judgement,
    MetricReading,
    Note,
    Person,
    PlanChange,
    standing,
)
from engagements.records.answers import NoteKind
from engagements.records.client import Status
from engagements.records.people import Consent
from engagements.roadmap.plan import plan_case
from engagements.sample.attachments import FILES


@pytest.fixture(scope="module")
def halden(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "halden.plumb"
    sample.write(path)
    case = Case.open(path, author="tester", read_only=True)
    yield case
    case.close()


def test_the_file_is_sound(halden):
    assert halden.check() == []
    assert halden.snapshot.client.name == "Halden Freight"
    assert standing.status(halden.snapshot) is Status.FIELDWORK
    assert standing.held(halden.snapshot) == (6, 8)


def test_the_level_is_open_between_0_and_1_and_claimed_higher(halden):
    result = assess_case(halden.snapshot)
    assert (result.level.low, result.level.high, result.level.plus) == (0, 1, True)
    assert (result.claimed, result.level.verified) == (2, 0)
    assert halden.snapshot.engagement.target == 3
    assert {item.certain for item in result.level.debt} == {True, False}
    assert result.level.decisive
    assert result.level.blockers


def test_there_is_something_of_everything(halden):
    snapshot = halden.snapshot
    result = assess_case(snapshot)
    assert result.answered > 50
    assert len(result.disagreements) >= 4
    assert result.unknown
    assert {one.value.value for one in snapshot.of(Answer)} == {
        "yes",
        "partly",
        "no",
        "n/a",
        "unknown",
    }
    assert {one.consent for one in snapshot.of(Person)} == set(Consent)
    assert {one.grade for one in snapshot.of(Evidence)} == {2, 3, 4}
    assert {one.note_kind for one in snapshot.of(Note)} == set(NoteKind)
    assert any(one.off_record for one in snapshot.of(Note))
    assert {one.sort for one in snapshot.of(Finding)} == {"strength", "gap"}
    assert any(one.not_measurable for one in snapshot.of(MetricReading))
    assert any(one.received for one in snapshot.of(EvidenceRequest))
    assert snapshot.of(PlanChange)
    consolidated = result.consolidated.values()
    assert any(one.judged and one.stale for one in consolidated)
    assert any(one.judged and not one.stale for one in consolidated)
    assert {voice for one in snapshot.of(Answer) for voice in [one.voice]} <= {
        one.id for one in snapshot.of(Person)
    }


def test_a_joint_interview_has_two_voices(halden):
    joint = next(one for one in halden.snapshot.of(Interview) if len(one.people) == 2)
    voices = {one.voice for one in halden.snapshot.of(Answer) if one.interview == joint.id}
    assert voices == set(joint.people)


def test_every_attachment_can_be_read_and_is_what_its_name_says(halden):
    heads = {".png": b"\x89PNG", ".pdf": b"%PDF-1.4"}
    kept = [one for one in halden.snapshot.of(Evidence) if one.attachment]
    assert {one.attachment.name for one in kept} == set(FILES)
    for one in kept:
        data = proofs.content(halden, one.id)
        head = heads.get("." + one.attachment.name.rpartition(".")[2], b"")
        assert data.startswith(head)
        assert data == FILES[one.attachment.name]()
    assert [one.reference for one in halden.snapshot.of(Evidence)] == list(range(1, len(FILES) + 2))


def test_the_roadmap_leads_to_the_target(halden):
    plan = plan_case(halden.snapshot, assess_case(halden.snapshot))
    assert [step.to_level for step in plan.transitions] == [1, 2, 3]
    assert plan.transitions[-1].predicted == 3
    drill = next(a for a in plan.transitions[0].actions if a.id == "A01-07")
    assert drill.owner == "MLE"


def test_writing_it_twice_gives_the_same_content(halden, tmp_path):
    path = tmp_path / "again.plumb"
    sample.write(path, passphrase="secret")
    case = Case.open(path, author="tester", passphrase="secret")

    def told(snapshot):
        plain = [one.value.value for one in snapshot.of(Answer)]
        words = [one.text for one in (*snapshot.of(Note), *snapshot.of(Finding))]
        return plain, words, [one.reason for one in snapshot.of(Judgement)]

    assert told(case.snapshot) == told(halden.snapshot)
    case.close()


def test_an_existing_file_is_left_alone(tmp_path):
    path = tmp_path / "mine.plumb"
    path.write_text("mine")
    with pytest.raises(Problem, match="already exists"):
        sample.write(path)
    assert path.read_text() == "mine"


def test_half_a_sample_is_not_left_behind(tmp_path, monkeypatch):
    def failing(*_args, **_kwargs):
        raise Problem("No space.")

    monkeypatch.setattr("engagements.casework.judging.save_finding", failing)
    with pytest.raises(Problem, match="No space"):
        sample.write(tmp_path / "half.plumb")
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".plumb"]
