"""The doctor says what is there, what is missing, and the one line that adds it."""

import os
import re
from pathlib import Path

from click.testing import CliRunner

from app import doctor
from app.cli import cli
from app.places import Places


def by_name(findings):
    return {finding.name: finding for finding in findings}


def test_every_part_is_named(tmp_path):
    found = by_name(doctor.examine(Places.under(tmp_path)))
    assert {"Plumbline", "Python", "Qt", "SQLite", "Fonts", "Engagements", "Logs"} <= set(found)
    assert "SQLCipher" in found["SQLite"].detail
    assert all(found[name].good for name in ("Plumbline", "Python", "SQLite", "Fonts"))
    assert not list(tmp_path.iterdir())


def test_a_missing_library_comes_with_the_line_to_run(tmp_path, monkeypatch):
    monkeypatch.setattr(doctor.sys, "platform", "linux")
    monkeypatch.setattr(doctor, "_loads", lambda name: not name.startswith("libxcb"))
    found = by_name(doctor.examine(Places.under(tmp_path)))
    assert not found["libxcb-cursor.so.0"].good
    assert found["libxcb-cursor.so.0"].advice.endswith(
        "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
    )


def test_a_folder_that_cannot_be_written_is_found(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)
    found = by_name(doctor.examine(Places.under(tmp_path)))
    assert not found["Logs"].good
    assert str(tmp_path) in found["Logs"].advice


def test_the_libraries_are_those_that_the_setup_installs():
    setup = (Path(__file__).parents[2] / "packaging" / "setup.sh").read_text()
    packages = re.search(r'PACKAGES="([^"]+)"', setup)[1].split()
    libraries = re.search(r'LIBRARIES="([^"]+)"', setup)[1].split()
    assert list(doctor.LIBRARIES) == libraries
    assert list(doctor.LIBRARIES.values()) == packages


def test_the_exit_status_says_whether_something_is_missing(monkeypatch):
    good, bad = doctor.Finding("A", "here"), doctor.Finding("B", "gone", good=False, advice="Do.")
    monkeypatch.setattr(doctor, "examine", lambda _: [good])
    assert CliRunner().invoke(cli, ["doctor"]).exit_code == 0
    monkeypatch.setattr(doctor, "examine", lambda _: [good, bad])
    result = CliRunner().invoke(cli, ["doctor"])
    assert result.exit_code == 1
    assert result.stdout.endswith("missing  B  gone\n\nDo.\n")
