"""The command line: every command, its exit status, and faults in one sentence."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import COMMANDS, cli

PLUMBLINE = Path(sys.executable).with_name("plumbline")
MLOPS = Path(__file__).parents[2] / "engagements" / "framework" / "mlops"
ANSWERS = '{"answers": {"SRC-1.1": "yes"}, "evidence": {}}'


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("PLUMBLINE_HOME", str(tmp_path / "home"))

    def run_(*arguments, stdin=None, **environment):
        return CliRunner().invoke(
            cli, [str(argument) for argument in arguments], input=stdin, env=environment
        )

    return run_


@pytest.fixture
def refused(run):
    """The sentence a command refuses with."""

    def refused_(*arguments, **keywords):
        result = run(*arguments, **keywords)
        assert result.exit_code == 1, result.output
        assert result.stdout == ""
        assert result.stderr.count("\n") == 1
        assert "Traceback" not in result.stderr
        return result.stderr

    return refused_


@pytest.fixture(scope="module")
def halden(tmp_path_factory):
    from engagements import sample

    path = tmp_path_factory.mktemp("cli") / "halden.plumb"
    sample.write(path)
    return path


@pytest.fixture
def aurel(run, tmp_path):
    path = tmp_path / "aurel.plumb"
    assert run("new", path, "--client", "Port of Aurel", "--target", "3").exit_code == 0
    return path


def plumbline(*arguments, stdin=b"", **environment):
    return subprocess.run(
        [PLUMBLINE, *arguments],
        input=stdin,
        capture_output=True,
        env={**os.environ, **environment},
        timeout=60,
        check=False,
    )


def test_every_command_is_there_and_says_what_it_does(run):
    for name in COMMANDS:
        result = run(name, "--help")
        assert result.exit_code == 0
        assert "Usage:" in result.stdout
    assert all(name in run("--help").stdout for name in COMMANDS)


@pytest.mark.parametrize(
    "arguments",
    [
        ("nothing",),
        ("new",),
        ("new", "x.plumb"),
        ("new", "x.plumb", "--client", "A", "--target", "5"),
        ("score",),
        ("score", "x.plumb", "--loud"),
        ("import", "x.plumb", "a.csv"),
        ("roadmap", "x.plumb", "--start", "soon"),
        ("report", "x.plumb"),
        ("framework",),
        ("assess", "a", "b"),
    ],
)
def test_wrong_use_is_exit_status_2(run, arguments):
    assert run(*arguments).exit_code == 2


def test_the_version_is_told(run):
    assert run("--version").stdout.startswith("plumbline, version ")


def test_new_import_score_roadmap_check_in_sequence(run, aurel, tmp_path):
    sheet = tmp_path / "answers.csv"
    sheet.write_text("criterion,answer,note\nSRC-1.1,yes,in Git\nREL-3.2,n/a,batch\n")
    said = run("import", aurel, sheet, "--interview", "ML engineer, 2026-11-20")
    assert said.stdout == "2 answers imported: ML engineer, 2026-11-20\n"
    assert "Port of Aurel" in run("score", aurel).stdout
    values = json.loads(run("score", aurel, "--json").stdout)
    assert values["fulfilment"]["1"] == "1/6"
    assert (values["claimed"], values["target"]) == (0, 3)
    assert values["head_start"] == ["SRC-1.1"]
    plan = json.loads(run("roadmap", aurel, "--start", "2027-01-11", "--json").stdout)
    assert plan["start"] == "2027-01-11"
    assert [step["to_level"] for step in plan["transitions"]] == [1, 2, 3]
    assert "Level 2 to 3" in run("roadmap", aurel).stdout
    assert "everything in order" in run("check", aurel).stdout


def test_a_sheet_with_a_bad_row_imports_nothing(run, refused, aurel, tmp_path):
    sheet = tmp_path / "answers.csv"
    sheet.write_text("criterion,answer,note\nSRC-1.1,yes,\nSRC-1.3,perhaps,\nX-1,no,\n")
    said = refused("import", aurel, sheet, "--interview", "ML engineer, 2026-11-20")
    assert "line 3: unknown answer" in said
    assert "line 4: unknown criterion" in said
    assert json.loads(run("score", aurel, "--json").stdout)["claimed"] is None


def test_the_sample_scores_and_plans(run, halden):
    said = run("score", halden).stdout
    for words in ("Halden Freight", "possible 1", "Claimed 2", "Target 3", "Skipped-level debt"):
        assert words in said
    assert "Rebuild drill" in run("roadmap", halden).stdout
    assert run("check", halden).exit_code == 0


def test_sample_writes_a_file_once(run, refused, tmp_path):
    path = tmp_path / "sample.plumb"
    assert run("sample", path).exit_code == 0
    assert "already exists" in refused("sample", path)


def test_a_passphrase_comes_from_the_environment(run, refused, tmp_path):
    path = tmp_path / "locked.plumb"
    right = ("--passphrase-env", "RIGHT")
    assert run("new", path, "--client", "A", *right, RIGHT="x y").exit_code == 0
    assert run("score", path, *right, RIGHT="x y").exit_code == 0
    assert "passphrase" in refused("score", path)
    assert "passphrase" in refused("check", path, *right, RIGHT="wrong")
    assert "RIGHT is not set" in refused("score", path, *right, RIGHT=None)


@pytest.mark.parametrize("command", ["score", "roadmap", "check"])
def test_a_file_at_fault_is_named(refused, tmp_path, command):
    assert "gone.plumb is not there" in refused(command, tmp_path / "gone.plumb")
    (tmp_path / "empty.plumb").write_bytes(b"")
    assert "empty.plumb is empty" in refused(command, tmp_path / "empty.plumb")
    (tmp_path / "other.plumb").write_bytes(b"PK\x03\x04" + bytes(9000))
    assert "other.plumb" in refused(command, tmp_path / "other.plumb")


def test_check_finds_a_flipped_byte(run, halden, tmp_path):
    data = bytearray(halden.read_bytes())
    data[len(data) // 2] ^= 0xFF
    copy = tmp_path / "flipped.plumb"
    copy.write_bytes(data)
    result = run("check", copy)
    assert result.exit_code == 1
    assert result.stdout or result.stderr


def test_a_file_open_elsewhere_is_named_as_such(halden, refused, run):
    from engagements.casework.case import Case

    case = Case.open(halden, author="tester")
    said = refused("score", halden)
    case.close()
    assert "is open" in said
    assert "locked" not in said
    assert run("score", halden).exit_code == 0


def test_a_framework_folder_is_checked(run, tmp_path):
    assert run("framework", "check", MLOPS).exit_code == 0
    broken = tmp_path / "mlops"
    broken.mkdir()
    for file in MLOPS.glob("*.toml"):
        text = file.read_text("utf-8").replace('"SRC-1.1"', '"SRC-9.9"', 1)
        (broken / file.name).write_text(text, "utf-8")
    result = run("framework", "check", broken)
    assert result.exit_code == 1
    assert "SRC-" in result.stdout + result.stderr
    assert run("framework", "check", tmp_path / "gone").exit_code == 1


def test_assess_reads_a_file_or_stdin(run, refused, tmp_path):
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(json.loads(ANSWERS), indent=2))
    expected = run("assess", "--json", stdin=ANSWERS).stdout
    assert json.loads(expected)["verified"] == 0
    assert run("assess", file, "--json").stdout == expected
    assert run("assess", "-", "--json", stdin=ANSWERS).stdout == expected
    said = run("assess", file).stdout
    assert said.startswith("Level 0")
    assert "SRC-1.2  Production models can be rebuilt" in said
    assert "gone.json" in refused("assess", tmp_path / "gone.json")
    assert "no answers" in refused("assess", stdin="\n")


def test_assess_scores_the_diagnostic(run):
    document = '{"quick": {"Q1": "yes", "Q2": "yes", "Q3": "yes", "Q4": "no", "Q6": "yes"}}'
    values = json.loads(run("assess", "--json", stdin=document).stdout)
    assert (values["low"], values["high"], values["decisive"]) == (1, 3, ["Q5"])
    said = run("assess", stdin=document).stdout
    assert said.startswith("Level at most 1 to 3")
    assert "Q5  " in said


def test_assess_writes_a_line_per_line_and_stops_at_a_bad_one(run):
    good = '{"answers": {}}'
    result = run("assess", "-", "--json", stdin=f"{good}\n{good}\n" + '{"answers": {"X": 1}}\n')
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    assert result.stderr == 'Line 3: Unknown criterion "X".\n'
    two = run("assess", stdin=f"{good}\n{good}\n").stdout
    assert two.count("Dimensions") == 2


def test_the_program_itself_answers_with_its_status():
    assert plumbline("--version").returncode == 0
    assert plumbline("assess", stdin=ANSWERS.encode()).returncode == 0
    assert plumbline("assess", "--loud").returncode == 2
    for stdin in (b"", b"{", b"\xff\xfe", b'{"answers": 3}', b"[" * 200_000, b"{}\0"):
        result = plumbline("assess", "--json", stdin=stdin)
        assert result.returncode == 1
        assert result.stdout == b""
        assert result.stderr.count(b"\n") == 1
        assert b"Traceback" not in result.stderr


def test_any_terminal_can_be_written_to(run, tmp_path):
    path = tmp_path / "x.plumb"
    run("new", path, "--client", "Ängsö \N{SNOWMAN}")
    result = plumbline("score", path, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert result.returncode == 0
    assert result.stdout.startswith(b"\\xc4ngs\\xf6 \\u2603")


def test_a_full_disk_behind_the_output_is_told(halden):
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    with full.open("wb") as stream:
        result = subprocess.run(
            [PLUMBLINE, "score", halden],
            stdout=stream,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert result.returncode == 1
    assert result.stderr == b"No space left on device.\n"


def test_a_fault_of_ours_is_reported_without_what_the_client_said(tmp_path):
    code = (
        "from app import cli\n"
        "def fail(*_): raise ValueError('Canary Client')\n"
        "cli.Commands.get_command = fail\n"
        "import sys; sys.argv = ['plumbline', 'score', 'x']; cli.main()"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        env={**os.environ, "PLUMBLINE_HOME": str(tmp_path)},
        timeout=60,
        check=False,
    )
    assert result.returncode == 70
    assert result.stderr.startswith(b"Something in Plumbline went wrong")
    (report,) = (tmp_path / "logs").glob("fault-*.txt")
    assert "ValueError" in report.read_text()
    assert "Canary" not in report.read_text()


def test_a_reader_who_leaves_ends_it_quietly():
    lines = (ANSWERS.encode() + b"\n") * 3_000
    with subprocess.Popen(
        [PLUMBLINE, "assess", "-", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        program.stdout.close()
        try:
            program.stdin.write(lines)
            program.stdin.close()
        except BrokenPipeError:
            pass
        said = program.stderr.read()
        program.wait(timeout=60)
    assert said == b""
    assert program.returncode == 0


def test_an_answer_comes_before_the_next_line_is_sent():
    with subprocess.Popen(
        [PLUMBLINE, "assess", "-", "--json"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as program:
        for _ in range(2):
            program.stdin.write(ANSWERS.encode() + b"\n")
            program.stdin.flush()
            assert json.loads(program.stdout.readline())["low"] == 0
        program.stdin.close()
        assert program.wait(timeout=60) == 0


def test_assess_loads_neither_window_nor_database_nor_report():
    watched = [
        "sqlite_utils",
        "sqlcipher3",
        "PySide6",
        "reportlab",
        "pikepdf",
        "matplotlib",
        "numpy",
        "PIL",
    ]
    code = (
        "import sys\nfrom app.cli import cli\n"
        "cli(['assess', '--json'], standalone_mode=False)\n"
        f"print([name for name in {watched!r} if name in sys.modules], file=sys.stderr)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        input=ANSWERS.encode(),
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert result.stderr.strip() == b"[]"
