"""The worker itself: real reports in a real process, and nothing of window or file in it."""

import json
import subprocess
import sys
from io import BytesIO

import pytest

from app import worker
from app.worker import read_request
from app.worker_client import Worker, command
from engagements.problem import Problem
from report_templates.brand import BrandKit
from report_templates.build import build, section
from report_templates.content import report
from report_templates.paper import TOTAL
from report_templates.unsettable import at_fault
from tests.report_templates import cases

KIT = BrandKit.bundled("corvane")


@pytest.fixture(scope="module")
def content():
    return report.of(cases.full(items=3), profile="board", issued=cases.ISSUED)


def silent(_done, _total, _words):
    return None


def test_it_builds_what_a_build_in_this_process_gives_again_and_again(content):
    worker, expected = Worker(), build(content, KIT)
    try:
        steps = []
        for _ in range(2):
            made = worker.report(content, KIT.to_bytes(), lambda *s: steps.append(s), lambda: False)
            assert made == expected
        assert steps.count((1, 1, "Finishing")) == 2
        with pytest.raises(Problem, match="brand kit"):
            worker.report(content, b"no kit", silent, lambda: False)
        assert worker.report(content, KIT.to_bytes(), silent, lambda: False) == expected
    finally:
        worker.close()


def test_it_draws_one_section_alone(content):
    worker, pages = Worker(), {TOTAL: 7, "summary": 3}
    asked = json.dumps({"key": "summary", "pages": pages}).encode()
    try:
        made = worker.report(
            content, KIT.to_bytes(), silent, lambda: False, kind="section", more=[asked]
        )
    finally:
        worker.close()
    assert made == section(content, KIT, "summary", pages)


def request(kind, *parts):
    head = {"kind": kind, "sizes": [len(part) for part in parts]}
    return json.dumps(head).encode() + b"\n" + b"".join(parts)


def answer(data):
    done = subprocess.run(command(), input=data, capture_output=True, check=False, timeout=100)
    return done.returncode, done.stdout


def test_it_ends_when_stdin_closes():
    assert answer(b"") == (0, b"")


def test_it_answers_before_it_ends(content):
    said = request("report", content.model_dump_json().encode(), KIT.to_bytes())
    status, out = answer(said)
    assert status == 0
    assert out.endswith(build(content, KIT))


@pytest.mark.parametrize(
    "data",
    [
        b"not json\n",
        b"{}\n",
        b'{"kind": "report", "sizes": [99999999999, 1]}\n',
        b'{"kind": "report", "sizes": [-1, 1]}\n',
    ],
)
def test_a_request_it_cannot_read_is_refused(data):
    with pytest.raises((ValueError, KeyError)):
        read_request(BytesIO(data))


@pytest.mark.parametrize("data", [b"", b'{"kind": "report", "sizes": [100, 1]}\nshort'])
def test_a_request_that_breaks_off_is_the_end(data):
    assert read_request(BytesIO(data)) is None


def test_a_request_it_cannot_read_ends_it_without_an_answer():
    assert answer(b"not json\n") == (0, b"")


def test_a_wrong_request_is_a_fault_without_what_was_said():
    wrong = request("report", b'{"client": "CANARY"}', b"") + request("dance", b"", b"")
    status, out = answer(wrong)
    assert status == 0
    faults = [json.loads(line)["fault"] for line in out.splitlines()]
    assert [fault.splitlines()[-1] for fault in faults] == ["ValidationError", "ValueError"]
    assert b"CANARY" not in out


def test_problems_are_said_in_the_windows_language(monkeypatch):
    def fail(*_):
        raise at_fault("Nachweise", "evidence")

    monkeypatch.setattr(worker, "_built", fail)
    said = {}
    for language in ("de", "en"):
        head = {"kind": "report", "sizes": [], "language": language}
        out = BytesIO()
        asked = read_request(BytesIO(json.dumps(head).encode() + b"\n"))
        worker._answer(asked, out)
        said[language] = json.loads(out.getvalue())["problem"][0]
    assert said == {
        "de": "„Nachweise“ ließ sich nicht setzen.",
        "en": "“Nachweise” could not be laid out.",
    }


def test_what_no_report_can_do_without_is_not_said_to_be_left_out():
    assert "without this section" in at_fault("Evidence", "evidence").advice
    assert "without this section" not in at_fault("Cover", "cover").advice
    assert "without this section" not in at_fault("Record", "").advice


def test_it_loads_neither_window_nor_file():
    code = (
        "import sys, app.worker, report_templates.build; "
        "print([m for m in sys.modules if m.split('.')[0] in "
        "('PySide6', 'sqlite3', 'sqlcipher3', 'sqlite_utils', 'ui')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_it_writes_the_same_report_in_word():
    from report_templates.beside.word.build import build
    from report_templates.brand import BrandKit
    from report_templates.content import report
    from tests.report_templates import cases

    content, kit = report.of(cases.empty(), issued=cases.ISSUED), BrandKit.bundled()
    asked = request("word", content.model_dump_json().encode(), kit.to_bytes())
    status, out = answer(asked)
    assert status == 0
    head, _, rest = out.partition(b'{"size"')
    assert json.loads(head)["step"] == "layout"
    assert rest.partition(b"\n")[2] == build(content, kit)
