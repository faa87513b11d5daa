"""The worker's other side: whatever the worker does, a PDF comes back whole or a Problem does."""

import sys
import threading

import pytest

from app.worker_client import Worker
from engagements.problem import Problem
from report_templates.unsettable import Unsettable

READ = """
import json, sys
def request():
    head = json.loads(sys.stdin.buffer.readline())
    return [sys.stdin.buffer.read(size) for size in head["sizes"]]
def say(**line):
    print(json.dumps(line), flush=True)
"""
ANSWER = """
while True:
    content, kit = request()
    say(step="layout", done=1, total=0)
    say(step="pages", done=1, total=2)
    say(size=len(content) + len(kit))
    sys.stdout.buffer.write(content + kit)
    sys.stdout.buffer.flush()
"""


class Content:
    """Stands for a ReportContent."""

    def model_dump_json(self):
        return '{"client": "Ærø"}'


def never():
    return False


def silent(_done, _total, _words):
    return None


@pytest.fixture
def worker_of():
    made = []

    def make(body, **more):
        one = Worker(start=[sys.executable, "-c", READ + body], **more)
        made.append(one)
        return one

    yield make
    for one in made:
        one.close()


def ask(worker, tell=silent, cancelled=never):
    return worker.report(Content(), b"kit", tell, cancelled)


def test_the_bytes_come_back_with_progress_on_the_way(worker_of):
    steps = []
    data = ask(worker_of(ANSWER), lambda *step: steps.append(step))
    assert data == '{"client": "Ærø"}kit'.encode()
    assert steps == [(1, 0, "Laying out"), (1, 2, "Drawing pages")]


def test_one_process_serves_several_requests(worker_of):
    worker = worker_of(ANSWER)
    ask(worker)
    first = worker._process.pid
    ask(worker)
    assert worker._process.pid == first


def test_a_closed_worker_starts_again(worker_of):
    worker = worker_of(ANSWER)
    ask(worker)
    worker.close()
    assert ask(worker)


def test_requests_from_two_threads_wait_for_each_other(worker_of):
    worker, found = worker_of(ANSWER), []
    threads = [threading.Thread(target=lambda: found.append(ask(worker))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4


@pytest.mark.parametrize(
    "body",
    [
        "",
        "request()",
        "import os; os._exit(3)",
        "request(); print('not json', flush=True)",
        "request(); say(step='layout', done=1, total=0)",
        "request(); say(size=10); sys.stdout.write('half'); sys.stdout.flush()",
        "import os; os.close(0); os.close(1)",
    ],
)
def test_a_worker_that_dies_is_a_problem_and_the_next_request_gets_another(worker_of, body):
    worker = worker_of(body)
    with pytest.raises(Problem, match="stopped"):
        ask(worker)
    assert worker._process is None
    worker.start = [sys.executable, "-c", READ + ANSWER]
    assert ask(worker)


def test_a_worker_that_hangs_is_stopped_at_its_limit(worker_of):
    worker = worker_of("request()\nimport time; time.sleep(600)", limit=0.3)
    with pytest.raises(Problem, match="took longer"):
        ask(worker)
    assert worker._process is None


def test_a_worker_that_never_reads_is_stopped_too(worker_of):
    class Large(Content):
        def model_dump_json(self):
            return "x" * 1_000_000

    worker = worker_of("import time; time.sleep(600)", limit=0.3)
    with pytest.raises(Problem, match="took longer"):
        worker.report(Large(), b"kit", silent, never)


def test_cancelling_kills_the_process(worker_of):
    worker = worker_of(
        "request(); say(step='layout', done=1, total=0)\nimport time; time.sleep(600)"
    )
    stop = threading.Event()
    with pytest.raises(Problem, match="cancelled"):
        ask(worker, lambda *_: stop.set(), stop.is_set)
    assert worker._process is None


def test_what_progress_raises_comes_through_and_kills_the_process(worker_of):
    class Stopped(Exception):
        pass

    def stop(*_):
        raise Stopped

    worker = worker_of(ANSWER)
    with pytest.raises(Stopped):
        ask(worker, stop)
    assert worker._process is None


def test_the_workers_problem_is_shown_as_it_is(worker_of):
    worker = worker_of("request(); say(problem=['It does not fit.', 'Shorten it.'])")
    with pytest.raises(Problem) as caught:
        ask(worker)
    assert (caught.value.title, caught.value.advice) == ("It does not fit.", "Shorten it.")


def test_a_section_that_cannot_be_set_is_named_and_its_fault_logged(worker_of, caplog):
    said = "problem=['“Evidence” failed.', 'Skip it.'], part='evidence', fault='ZeroDivisionError'"
    worker = worker_of(f"request(); say({said})")
    with pytest.raises(Unsettable, match="“Evidence” failed") as caught:
        ask(worker)
    assert caught.value.part == "evidence"
    assert "ZeroDivisionError" in caplog.text


def test_a_fault_is_logged_and_put_in_words(worker_of, caplog):
    worker = worker_of("request(); say(fault='ValueError')")
    with pytest.raises(Problem, match="could not be laid out"):
        ask(worker)
    assert "ValueError" in caplog.text


def test_a_program_that_is_not_there_is_a_problem():
    with pytest.raises(Problem):
        ask(Worker(start=["/nowhere/plumbline-worker"]))


def test_an_idle_worker_is_let_go(worker_of):
    worker = worker_of(ANSWER, idle=0.01)
    ask(worker)
    worker._rest.join()
    assert worker._process is None
    assert ask(worker)
