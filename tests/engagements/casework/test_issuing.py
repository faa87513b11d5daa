"""Report settings, wordings, the brand kit and issued versions."""

import hashlib
from datetime import datetime

import pytest

from engagements.casework import history, issuing, judging
from engagements.framework.model import AnswerValue
from engagements.problem import Problem
from engagements.records import IssuedVersion, ReportSettings, Wording, standing
from engagements.records.client import Status
from engagements.records.issued import recognise

NOW = datetime(2026, 12, 1, 10, 0)


def issue(case, version="1.0"):
    return issuing.issue(
        case, pdf=b"%PDF-1.7", content=b"{}", version=version, profile="full", issued=NOW
    )


def test_an_issued_version_keeps_its_pdf_and_content(case):
    revisions = case.snapshot.revisions
    issue(case)
    kept = case.snapshot.of(IssuedVersion)[0]
    assert case.read_blob(kept.pdf) == b"%PDF-1.7"
    assert case.read_blob(kept.content) == b"{}"
    assert (kept.version, kept.revisions) == ("1.0", revisions)


def test_a_version_is_issued_once(case):
    issue(case)
    with pytest.raises(Problem, match=r"1\.0 was already issued"):
        issue(case, " 1.0 ")
    for version in ("", " ", "x" * 41):
        with pytest.raises(Problem, match="no usable number"):
            issue(case, version)


def test_issuing_delivers_also_what_was_reopened(case):
    assert standing.status(case.snapshot) is not Status.DELIVERED
    issue(case)
    assert standing.status(case.snapshot) is Status.DELIVERED
    case.update_engagement(status=Status.DRAFT)
    issue(case, "1.1")
    assert standing.status(case.snapshot) is Status.DELIVERED


def test_what_changed_since_a_version_is_counted_and_what_was_put_back_is_not(case):
    judging.judge(case, "SRC-1.1", AnswerValue.YES, reason="seen")
    assert issuing.changed_since(case) is None
    issue(case)
    assert issuing.changed_since(case).changed == {}
    case.update_engagement(status=Status.DRAFT)
    assert issuing.changed_since(case).changed == {}
    judging.judge(case, "SRC-1.1", AnswerValue.NO, reason="seen")
    judging.judge(case, "SRC-1.2", AnswerValue.NO, reason="seen")
    case.update_engagement(target=4)
    assert issuing.changed_since(case).changed == {"judgement": 2, "engagement": 1}
    judging.judge(case, "SRC-1.1", AnswerValue.YES, reason="seen")
    issue(case, "1.1")
    assert issuing.changed_since(case).changed == {}
    first, second = case.snapshot.of(IssuedVersion)
    assert issuing.compared(case, first, second).changed == {"judgement": 1, "engagement": 1}


@pytest.mark.parametrize(
    ("issued", "following"),
    [
        ("1.0", "1.1"),
        ("1.9", "1.10"),
        ("2", "3"),
        ("1.0a", "1.0b"),
        ("1.1 after comments", "1.2 after comments"),
        ("2026-09", "2026-10"),
        ("final", "final 2"),
    ],
)
def test_the_next_number_follows_in_its_own_manner(case, issued, following):
    issuing.save_settings(case, ReportSettings(version=issued))
    issue(case, issued)
    assert case.snapshot.of(ReportSettings)[0].version == following


def test_a_number_chosen_meanwhile_stays(case):
    issuing.save_settings(case, ReportSettings(version="3.0"))
    issue(case, "1.0")
    assert case.snapshot.of(ReportSettings)[0].version == "3.0"
    issue(case, "3.1")
    issue(case, "3.0")
    assert case.snapshot.of(ReportSettings)[0].version == "3.2"


def test_a_number_is_checked_before_anything_is_made(case):
    assert issuing.check_number(case.snapshot, " 2.0 ") == "2.0"
    issue(case)
    with pytest.raises(Problem, match=r"1\.0 was already issued"):
        issuing.check_number(case.snapshot, "1.0")


def test_what_was_refused_leaves_nothing_behind(case):
    issue(case)
    before = case.snapshot
    with pytest.raises(Problem):
        issue(case)
    assert case.snapshot is before


def test_a_file_is_recognised_by_its_bytes_else_by_its_content(case):
    issue(case)
    content = hashlib.sha256(b"{}").hexdigest()
    same = recognise(case.snapshot, b"%PDF-1.7", content)
    assert (same.version.version, same.same_bytes) == ("1.0", True)
    other = recognise(case.snapshot, b"%PDF-1.7 ", content)
    assert (other.version.version, other.same_bytes) == ("1.0", False)
    assert recognise(case.snapshot, b"%PDF-1.7 ", "") is None
    assert recognise(case.snapshot, b"%PDF-1.7 ", "0" * 64) is None


def test_settings_and_wordings_are_kept(case):
    issuing.save_settings(case, ReportSettings(profile="board"))
    assert case.snapshot.of(ReportSettings)[0].profile == "board"
    wording = Wording.of("summary.title", "en", "Close three gaps first", "digest")
    issuing.save_wording(case, wording)
    assert case.snapshot.of(Wording) == (wording,)
    issuing.delete_wording(case, "summary.title", "en")
    assert not case.snapshot.of(Wording)
    assert history.undo(case).snapshot.of(Wording) == (wording,)


def test_a_wording_that_cannot_be_printed_is_refused(case):
    for text, said in ((" ", "no words"), ("x" * 2_001, "longer than 2000")):
        with pytest.raises(Problem, match=said):
            issuing.save_wording(case, Wording.of("summary.title", "en", text, ""))
    assert not case.snapshot.of(Wording)


def test_the_brand_kit_lives_in_the_engagement(case):
    assert issuing.brand(case) is None
    issuing.use_brand(case, b"packed", "meridian.zip")
    assert issuing.brand(case) == b"packed"
