"""Archiving by hand, and copies to go on from."""

from engagements import reading
from engagements.casework import shelving
from engagements.casework.case import Case
from engagements.records import Answer, standing
from engagements.records.client import Status


def test_archived_and_taken_out_again(desk):
    desk.answer()
    shelving.archive(desk.case)
    assert standing.status(desk.case.snapshot) is Status.ARCHIVED
    shelving.unarchive(desk.case)
    assert standing.status(desk.case.snapshot) is Status.FIELDWORK


def test_a_copy_holds_everything_under_another_name(desk, tmp_path):
    desk.answer("SRC-1.1", "partly")
    target = shelving.duplicate(desk.case, tmp_path / "copy.plumb", author="tester")
    copy = reading.read(target)
    assert copy.client.name == "Port of Aurel (copy)"
    assert copy.of(Answer) == desk.case.snapshot.of(Answer)
    assert desk.case.snapshot.client.name == "Port of Aurel"


def test_a_long_name_is_still_a_name(desk, tmp_path):
    desk.case.update_client(name="x" * 200)
    target = shelving.duplicate(desk.case, tmp_path / "copy.plumb", author="tester")
    assert reading.read(target).client.name == "x" * 193 + " (copy)"


def test_a_sealed_copy_opens_with_the_same_passphrase(tmp_path):
    case = Case.create(tmp_path / "a.plumb", client="A", author="tester", passphrase="Wachtel")
    target = shelving.duplicate(case, tmp_path / "b.plumb", author="tester")
    case.close()
    assert reading.read(target, "Wachtel").client.name == "A"
