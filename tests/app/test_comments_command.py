"""``plumbline comments``: out as a sheet, back with what was said, listed."""

import json

import openpyxl
import pytest
from click.testing import CliRunner

from app.cli import cli
from engagements import sample


def run(*arguments):
    return CliRunner().invoke(cli, ["comments", *(str(argument) for argument in arguments)])


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("comments") / "halden.plumb"
    sample.write(path)
    return path


def test_a_round(file, tmp_path):
    out = tmp_path / "out.xlsx"
    assert run(file, "-o", out).output.endswith("0 comments, 60 rows to fill in\n")
    book = openpyxl.load_workbook(out)
    sheet = book.worksheets[1]
    sheet["B4"], sheet["D4"], sheet["E4"] = 3, "Head of IT", "Which year?"
    book.save(tmp_path / "back.xlsx")
    assert run(file, "--take", tmp_path / "back.xlsx").output == "back.xlsx: 1 new, 0 changed.\n"
    again = run(file, "--take", tmp_path / "back.xlsx")
    assert (again.exit_code, again.output) == (0, "back.xlsx: 0 new, 0 changed, 1 as it was.\n")
    shown = run(file).output.splitlines()
    assert shown == ["   1  open      p. 3    Which year?", "1 comments, 1 open"]
    (one,) = json.loads(run(file, "--json").output)
    assert (one["number"], one["reader"], one["version"]) == (1, "Head of IT", "1.0")


def test_a_foreign_sheet_changes_nothing(file, tmp_path):
    other = tmp_path / "other.plumb"
    sample.write(other)
    run(other, "-o", tmp_path / "other.xlsx")
    refused = run(file, "--take", tmp_path / "other.xlsx")
    assert refused.exit_code == 1
    assert "the comment sheet of another engagement" in refused.output
