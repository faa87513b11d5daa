"""Creating and opening engagements, and what a use case leaves behind."""

from datetime import date

import pytest

from engagements.casework.case import Case
from engagements.file.actions import Action
from engagements.file.engagement_file import EngagementFile
from engagements.framework.load import MLOPS, mlops
from engagements.problem import Problem
from engagements.records import Answer, Client, Engagement


def test_a_new_engagement_holds_its_client_framework_and_one_scope_unit(tmp_path):
    path = tmp_path / "new.plumb"
    case = Case.create(path, client="  Port of Aurel ", target=3, author="tester")
    snapshot = case.snapshot
    assert snapshot.client.name == "Port of Aurel"
    assert snapshot.engagement.target == 3
    assert snapshot.engagement.starts == date.today()
    assert snapshot.framework == mlops()
    assert len(snapshot.scope_units) == 1
    case.close()
    again = Case.open(path, author="tester")
    assert again.snapshot.heads == snapshot.heads
    again.close()


def test_the_framework_is_the_copy_in_the_file(tmp_path):
    other = tmp_path / "framework"
    other.mkdir()
    for source in MLOPS.iterdir():
        if source.suffix == ".toml":
            text = source.read_text("utf-8").replace("Model code lives in Git", "Code is kept")
            (other / source.name).write_text(text, "utf-8")
    path = tmp_path / "own.plumb"
    Case.create(path, client="A", author="tester", framework=other).close()
    for file in other.iterdir():
        file.unlink()
    case = Case.open(path, author="tester")
    assert case.snapshot.framework.criterion["SRC-1.1"].title == "Code is kept"
    case.close()


@pytest.mark.parametrize("client", ["", "   ", "x" * 201])
def test_a_client_needs_a_name_of_sensible_length(tmp_path, client):
    with pytest.raises(Problem, match="client"):
        Case.create(tmp_path / "x.plumb", client=client, author="tester")
    assert not list(tmp_path.iterdir())


def test_an_existing_file_is_never_replaced(tmp_path):
    path = tmp_path / "x.plumb"
    path.write_bytes(b"something else")
    with pytest.raises(Problem, match="already exists"):
        Case.create(path, client="A", author="tester")
    assert path.read_bytes() == b"something else"


def test_a_creation_that_fails_leaves_no_file(tmp_path, monkeypatch):
    def failing(*_args, **_kwargs):
        raise OSError("no space left")

    monkeypatch.setattr("engagements.casework.case._keep", failing)
    with pytest.raises(OSError, match="no space"):
        Case.create(tmp_path / "x.plumb", client="A", author="tester")
    assert not list(tmp_path.iterdir())


def test_a_passphrase_keeps_others_out(tmp_path):
    path = tmp_path / "x.plumb"
    Case.create(path, client="A", author="tester", passphrase="right").close()
    for passphrase in (None, "wrong"):
        with pytest.raises(Problem, match="passphrase"):
            Case.open(path, author="tester", passphrase=passphrase)
    case = Case.open(path, author="tester", passphrase="right")
    assert case.snapshot.client.name == "A"
    case.close()


def test_a_change_says_what_is_new_and_replaces_the_snapshot(desk):
    before = desk.case.snapshot
    change = desk.answer("SRC-1.1", "yes")
    assert change.action is Action.ANSWER_RECORDED
    assert [record.id for record in change.records] == list(change.touched)
    assert change.removed == ()
    assert change.snapshot is desk.case.snapshot
    assert not before.of(Answer)
    assert change.snapshot.revisions == before.revisions + 1
    assert change.snapshot.stamps[change.records[0].id].author == "tester"


def test_the_same_value_again_writes_nothing(desk):
    first = desk.answer("SRC-1.1", "yes")
    again = desk.answer("SRC-1.1", "yes")
    assert again.records == ()
    assert again.snapshot.revisions == first.snapshot.revisions


def test_the_snapshot_equals_what_the_file_holds(desk):
    desk.answer("SRC-1.1", "yes")
    desk.answer("SRC-1.1", "no")
    desk.answer("SRC-1.3", "partly")
    left = desk.case.snapshot
    again = desk.reopened().snapshot
    assert again.of(Answer) == left.of(Answer)
    assert again.revisions == left.revisions
    assert desk.case.check() == []


def test_nothing_can_be_written_to_a_case_opened_for_reading(tmp_path):
    path = tmp_path / "x.plumb"
    Case.create(path, client="A", author="tester").close()
    case = Case.open(path, author="tester", read_only=True)
    with pytest.raises(Problem, match="reading only"):
        case.update_client(name="B")
    assert case.snapshot.client.name == "A"
    case.close()


def test_settings_are_kept_by_name_and_refused_when_not_valid(case):
    change = case.update_engagement(scope="Berth planning", target=2, ends=date(2026, 12, 1))
    assert change.action is Action.ENGAGEMENT_CHANGED
    assert case.snapshot.get(Engagement, change.records[0].id).scope == "Berth planning"
    for fields in ({"target": 9}, {"misspelt": 1}, {"ends": "soon"}):
        with pytest.raises(Problem, match="not valid"):
            case.update_engagement(**fields)
    case.update_client(name=" B ", sector="ports")
    assert case.snapshot.client == Client(name="B", sector="ports")
    with pytest.raises(Problem, match="no client"):
        case.update_client(name=" ")


def test_several_use_cases_together_are_one_action_or_none(desk):
    revisions = desk.case.snapshot.revisions
    with desk.case.together(Action.IMPORTED):
        desk.answer("SRC-1.1", "yes")
        desk.answer("SRC-1.3", "no")
    assert desk.values() == {"SRC-1.1": "yes", "SRC-1.3": "no"}

    def failing():
        with desk.case.together(Action.IMPORTED):
            desk.answer("SRC-1.1", "no")
            desk.answer("XXX-1.1", "no")

    with pytest.raises(Problem, match="no criterion"):
        failing()
    assert desk.values() == {"SRC-1.1": "yes", "SRC-1.3": "no"}
    assert desk.case.snapshot.revisions == revisions + 2
    assert desk.reopened().check() == []
    assert desk.values() == {"SRC-1.1": "yes", "SRC-1.3": "no"}


def test_a_change_is_done_only_once_committed(case):
    with case.edit(Action.ENGAGEMENT_CHANGED) as edit, pytest.raises(RuntimeError):
        edit.done()


def test_a_file_whose_framework_is_gone_is_not_opened(tmp_path):
    path = tmp_path / "x.plumb"
    case = Case.create(path, client="A", author="tester")
    case.update_engagement(framework=None)
    case.close()
    with pytest.raises(Problem, match="holds no framework"):
        Case.open(path, author="tester")
    with pytest.raises(Problem, match="holds no framework"):
        Case.open(path, author="tester")  # and it was let go again


def test_a_file_without_an_engagement_is_not_opened(tmp_path):
    path = tmp_path / "x.plumb"
    EngagementFile.create(path, author="tester").close()
    with pytest.raises(Problem, match="holds no engagement"):
        Case.open(path, author="tester")
