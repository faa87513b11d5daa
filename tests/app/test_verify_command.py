"""``plumbline verify``: intact or not, which version, in a sentence and an exit status."""

import hashlib
from datetime import date, datetime

import pytest
from click.testing import CliRunner

from app.cli import cli
from engagements import sample
from engagements.casework import issuing
from engagements.casework.case import Case
from report_templates import seal
from report_templates.brand import BrandKit
from report_templates.build import build
from report_templates.content import report


def run(*arguments):
    return CliRunner().invoke(cli, ["verify", *(str(argument) for argument in arguments)])


@pytest.fixture(scope="module")
def issued(tmp_path_factory):
    """An engagement with version 1.0 issued, its PDF, and its content."""
    folder = tmp_path_factory.mktemp("verify")
    path = folder / "halden.plumb"
    sample.write(path)
    case = Case.open(path, author="tester")
    said = report.of(case.snapshot, profile="board", issued=date(2026, 12, 1), draft=False)
    pdf = build(said, BrandKit.bundled())
    issuing.issue(
        case,
        pdf=pdf,
        content=seal.content_bytes(said),
        version="1.0",
        profile="board",
        issued=datetime(2026, 12, 1, 10),
    )
    case.close()
    return path, pdf, said


@pytest.fixture
def file(issued, tmp_path):
    target = tmp_path / "report.pdf"
    target.write_bytes(issued[1])
    return target


def test_an_intact_report_says_so(file):
    result = run(file)
    assert result.exit_code == 0
    begins = hashlib.sha256(file.read_bytes()).hexdigest()[:12]
    assert f"report.pdf is intact. Its SHA-256 begins {begins}, that of its" in result.stdout
    assert len(result.stdout.splitlines()) == 1


def test_one_changed_byte_is_told(file):
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    result = run(file)
    assert result.exit_code == 1
    assert "report.pdf was changed after it was made." in result.stdout


def test_with_its_engagement_it_is_told_which_version_it_is(issued, file):
    result = run(file, issued[0])
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1] == (
        "report.pdf is version 1.0, issued 2026-12-01, byte for byte."
    )


def test_the_same_content_in_another_dress_is_not_the_file_that_went_out(issued, file):
    file.write_bytes(build(issued[2], BrandKit.bundled("corvane")))
    result = run(file, issued[0])
    assert result.exit_code == 1
    assert "report.pdf says what version 1.0 says. It is not the file" in result.stdout


def test_a_changed_version_is_not_taken_for_it(issued, file):
    file.write_bytes(file.read_bytes() + b"%")
    result = run(file, issued[0])
    assert result.exit_code == 1
    assert "report.pdf calls itself version 1.0. It is not the file" in result.stdout


def test_a_report_that_never_went_out_is_none_of_them(issued, file):
    draft = issued[2].model_copy(update={"draft": True})
    file.write_bytes(build(draft, BrandKit.bundled()))
    result = run(file, issued[0])
    assert result.exit_code == 1
    assert "report.pdf is none of the versions issued from this engagement." in result.stdout


def test_what_is_no_report_is_refused_in_a_sentence(tmp_path):
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-1.4\n")
    assert run(other).exit_code == 1
    assert "carries no seal of Plumbline" in run(other).stdout
    text = tmp_path / "note.txt"
    text.write_bytes(b"hello")
    assert (run(text).exit_code, run(text).stderr) == (
        1,
        "note.txt is not a PDF. Choose a report as PDF.\n",
    )
    assert "gone.pdf cannot be read" in run(tmp_path / "gone.pdf").stderr
    assert run().exit_code == 2
