"""Report settings, wordings, the brand kit and issued versions."""

from datetime import datetime

import pytest

from engagements.casework import issuing
from engagements.problem import Problem
from engagements.records import IssuedVersion, ReportSettings, Wording

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


def test_settings_and_wordings_are_kept(case):
    issuing.save_settings(case, ReportSettings(profile="board"))
    assert case.snapshot.of(ReportSettings)[0].profile == "board"
    wording = Wording.of("summary.title", "en", "Close three gaps first", "digest")
    issuing.save_wording(case, wording)
    assert case.snapshot.of(Wording) == (wording,)
    issuing.delete_wording(case, "summary.title", "en")
    assert not case.snapshot.of(Wording)


def test_the_brand_kit_lives_in_the_engagement(case):
    assert issuing.brand(case) is None
    issuing.use_brand(case, b"packed", "meridian.zip")
    assert issuing.brand(case) == b"packed"
