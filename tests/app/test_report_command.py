"""``plumbline report``: a PDF, whole or not at all, and the same bytes for the same content."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from app import report_building
from app.cli import cli
from app.commands.reporting import last_change
from engagements import sample
from engagements.casework.case import Case
from engagements.problem import Problem

PLUMBLINE = Path(sys.executable).with_name("plumbline")


@pytest.fixture(scope="module")
def halden(tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "halden.plumb"
    sample.write(path)
    return path


def run(*arguments):
    return CliRunner().invoke(cli, ["report", *(str(argument) for argument in arguments)])


def test_the_sample_becomes_a_pdf_with_progress_beside_it(halden, tmp_path):
    out = tmp_path / "halden.pdf"
    result = run(halden, "-o", out)
    assert result.exit_code == 0, result.output
    assert out.read_bytes().startswith(b"%PDF-")
    assert result.stdout.startswith(f"{out}: ")
    assert result.stderr.startswith("Report: ")
    assert list(tmp_path.iterdir()) == [out]


def test_the_same_content_is_the_same_file_wherever_and_whenever(halden, tmp_path):
    files = []
    for name, zone, locale in (("a", "UTC", "C"), ("b", "Pacific/Auckland", "en_US.UTF-8")):
        folder = tmp_path / name
        folder.mkdir()
        subprocess.run(
            [PLUMBLINE, "report", halden, "-o", "out.pdf"],
            cwd=folder,
            env={**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": str(len(files))},
            capture_output=True,
            timeout=120,
            check=True,
        )
        files.append((folder / "out.pdf").read_bytes())
    assert files[0] == files[1]


def test_the_day_of_issue_is_that_of_the_last_change_unless_given(halden, tmp_path, monkeypatch):
    case = Case.open(halden, author="tester", read_only=True)
    assert last_change(case.snapshot) == max(s.at for s in case.snapshot.stamps.values()).date()
    case.close()
    seen = []

    def build(content, _kit, _tell):
        seen.append((content.issued, content.profile))
        return b"%PDF-"

    monkeypatch.setattr(report_building, "build_pdf", build)
    run(halden, "-o", tmp_path / "a.pdf", "--issued", "2026-12-11", "--profile", "board")
    assert seen == [(date(2026, 12, 11), "board")]


def test_in_a_folder_it_is_called_by_client_document_version_and_day(halden, tmp_path, monkeypatch):
    monkeypatch.setattr(report_building, "build_pdf", lambda *_: b"%PDF-")
    result = run(halden, "-o", tmp_path, "--issued", "2026-12-11")
    assert result.exit_code == 0, result.stderr
    (made,) = tmp_path.iterdir()
    assert made.name == "Halden Freight, MLOps maturity, 1.0 draft, 2026-12-11.pdf"
    assert made.read_bytes() == b"%PDF-"


def test_a_build_that_fails_leaves_the_earlier_pdf(halden, tmp_path, monkeypatch):
    out = tmp_path / "out.pdf"
    out.write_bytes(b"earlier")

    def failing(*_):
        raise Problem("The block “Summary” fits on no page.")

    monkeypatch.setattr(report_building, "build_pdf", failing)
    result = run(halden, "-o", out)
    assert result.exit_code == 1
    assert result.stderr == "The block “Summary” fits on no page.\n"
    assert out.read_bytes() == b"earlier"
    assert list(tmp_path.iterdir()) == [out]


def test_what_is_at_fault_is_named(halden, tmp_path):
    for arguments, words in (
        ((halden, "-o", tmp_path / "gone" / "out.pdf"), "is not there"),
        ((tmp_path / "gone.plumb", "-o", tmp_path / "out.pdf"), "gone.plumb is not there"),
        ((halden, "-o", tmp_path / "out.pdf", "--profile", "odd"), "odd"),
        ((halden, "-o", tmp_path / "out.pdf", "--brand", tmp_path / "none"), "none"),
    ):
        result = run(*arguments)
        assert result.exit_code == 1
        assert words in result.stderr
        assert result.stdout == ""
    assert not list(tmp_path.iterdir())


def test_an_engagement_nobody_answered_can_be_printed(tmp_path):
    path = tmp_path / "new.plumb"
    Case.create(path, client="Port of Aurel", target=2, author="tester").close()
    result = run(path, "-o", tmp_path / "out.pdf")
    assert result.exit_code == 0, result.stderr


def test_paper_language_and_sections_are_as_asked(halden, tmp_path):
    import pypdfium2

    out = tmp_path / "out.pdf"
    asked = ("--paper", "letter", "--language", "de", "--sections", "method,summary")
    result = run(halden, "-o", out, *asked)
    assert result.exit_code == 0, result.output
    document = pypdfium2.PdfDocument(out.read_bytes())
    size, titles = document[0].get_size(), [one.get_title() for one in document.get_toc()]
    document.close()
    assert size == (612, 792)
    assert titles[1:] == ["1 Methode und Bewertungsregeln", "2 Zusammenfassung"]


@pytest.mark.parametrize(
    "asked", [("--sections", "cover"), ("--language", "xx"), ("--paper", "A3")]
)
def test_what_there_is_none_of_is_refused(halden, tmp_path, asked):
    result = run(halden, "-o", tmp_path / "out.pdf", *asked)
    assert result.exit_code != 0
    assert list(tmp_path.iterdir()) == []
