"""``plumbline export``: each kind by its name's end, whole or not at all, the same every time."""

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from app.cli import cli
from engagements import sample
from report_templates.beside.kinds import Kind
from report_templates.content.report import ReportContent


@pytest.fixture(scope="module")
def halden(tmp_path_factory):
    path = tmp_path_factory.mktemp("export") / "halden.plumb"
    sample.write(path)
    return path


def run(*arguments):
    return CliRunner().invoke(cli, ["export", *(str(argument) for argument in arguments)])


ALL = """
import sys
from app.cli import cli
for kind in sys.argv[3:]:
    cli(["export", sys.argv[1], "-o", f"{sys.argv[2]}/out.{kind}"], standalone_mode=False)
"""


def test_the_same_content_is_the_same_file_wherever_and_whenever(halden, tmp_path):
    folders = []
    for name, zone, locale in (("a", "UTC", "C"), ("b", "Pacific/Auckland", "en_US.UTF-8")):
        folder = tmp_path / name
        folder.mkdir()
        done = subprocess.run(
            [sys.executable, "-c", ALL, halden, folder, *Kind],
            env={**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": str(len(folders))},
            capture_output=True,
            timeout=120,
            check=True,
        )
        assert done.stdout.decode().count(str(folder)) == len(Kind)
        folders.append(folder)
    for kind in Kind:
        first, second = ((folder / f"out.{kind}").read_bytes() for folder in folders)
        assert first == second, kind
        assert len(first) > 1000


def test_data_comes_with_its_schema_when_asked_for(halden, tmp_path):
    out, schema = tmp_path / "out.json", tmp_path / "schema.json"
    result = run(halden, "-o", out, "--schema", schema, "--profile", "board")
    assert result.exit_code == 0, result.output
    content = ReportContent.model_validate_json(out.read_bytes())
    assert (content.client, content.profile, content.evidence) == ("Halden Freight", "board", None)
    assert json.loads(schema.read_text())["title"] == "ReportContent"


def test_paper_language_and_sections_are_as_asked(halden, tmp_path):
    out = tmp_path / "out.json"
    asked = ("--paper", "letter", "--language", "de", "--sections", "method,summary")
    result = run(halden, "-o", out, *asked)
    assert result.exit_code == 0, result.output
    content = ReportContent.model_validate_json(out.read_bytes())
    assert (content.paper, content.language) == ("Letter", "de")
    assert [one.key for one in content.outline] == ["method", "summary"]


def test_what_is_at_fault_is_named(halden, tmp_path):
    for arguments, words in (
        ((halden, "-o", tmp_path / "out.odt"), ".docx, .xlsx, .ics, .csv, .json"),
        ((halden, "-o", tmp_path / "gone" / "out.ics"), "is not there"),
        ((tmp_path / "gone.plumb", "-o", tmp_path / "out.ics"), "gone.plumb is not there"),
        ((halden, "-o", tmp_path / "out.csv", "--profile", "odd"), "odd"),
        ((halden, "-o", tmp_path / "out.csv", "--schema", tmp_path), "is a folder"),
        (
            (halden, "-o", tmp_path / "out.ics", "--paper", "a4"),
            "--paper means nothing for out.ics",
        ),
        ((halden, "-o", tmp_path / "out.xlsx", "--sections", "summary"), ".docx, .json"),
        ((halden, "-o", tmp_path / "out.docx", "--sections", "cover"), "no section “cover”"),
        ((halden, "-o", tmp_path / "out.csv", "--language", "xx"), "“xx”"),
        (
            (halden, "-o", tmp_path / "out.csv", "--issued", "11.12.2026"),
            "--issued asks for a day, and “11.12.2026” is none. Write it as in 2026-12-04.",
        ),
        ((halden, "-o", tmp_path / "out.csv", "--issued", "2026-02-30"), "“2026-02-30” is none"),
    ):
        result = run(*arguments)
        assert result.exit_code == (2 if "--issued" in arguments else 1)
        assert words in result.stderr
        assert result.stdout == ""
    assert not list(tmp_path.iterdir())


def test_a_questionnaire_is_written_and_taken_back(halden, tmp_path):
    import openpyxl

    file, pack = tmp_path / "halden.plumb", tmp_path / "pack.xlsx"
    file.write_bytes(halden.read_bytes())
    asked = ["questionnaire", str(file), "-o", str(pack), "--paper", "letter"]
    result = CliRunner().invoke(cli, asked)
    assert result.exit_code == 0, result.output
    book = openpyxl.load_workbook(pack)
    assert {int(sheet.page_setup.paperSize) for sheet in book} == {1}
    book["Executive sponsor"]["F5"] = "Partly"
    book.save(pack)
    when = ["--interview", "Executive sponsor, 2027-02-01"]
    result = CliRunner().invoke(cli, ["import", str(file), str(pack), *when])
    assert result.stdout == "1 answers imported: Executive sponsor, 2027-02-01\n"


def test_a_workbook_that_is_none_changes_nothing(halden, tmp_path):
    file, pack = tmp_path / "halden.plumb", tmp_path / "pack.xlsx"
    file.write_bytes(halden.read_bytes())
    pack.write_bytes(b"PK\x03\x04 not a workbook")
    when = ["--interview", "Executive sponsor, 2027-02-01"]
    result = CliRunner().invoke(cli, ["import", str(file), str(pack), *when])
    assert result.exit_code == 1
    assert "pack.xlsx: It is no Excel workbook." in result.stderr
    assert file.read_bytes() == halden.read_bytes()


def test_papers_for_interviewees_are_written_by_what_they_are_called(halden, tmp_path):
    def said(*arguments):
        return CliRunner().invoke(cli, [str(one) for one in arguments])

    pdf = tmp_path / "out.pdf"
    result = said("questionnaire", halden, "-o", pdf, "--role", "ex")
    assert result.stdout == f"{pdf}: 1 sheet\n", result.output
    assert pdf.read_bytes().startswith(b"%PDF-")
    talk = "ML engineer, Platform"
    result = said("record", halden, "-o", pdf, "--interview", talk, "--reply-by", "2026-12-21")
    assert result.stdout == f"{pdf}: Please reply by 21 December 2026\n", result.output
    for arguments, words in (
        (("questionnaire", halden, "-o", tmp_path / "out.doc"), ".pdf or .xlsx"),
        (("questionnaire", halden, "-o", pdf, "--role", "ZZ"), "role ZZ"),
        (("record", halden, "-o", pdf, "--interview", "Nobody"), "There is no interview"),
        (("record", halden, "-o", pdf, "--interview", talk, "--person", "X"), "Name one of"),
    ):
        result = said(*arguments)
        assert result.exit_code == 1
        assert words in result.stderr
