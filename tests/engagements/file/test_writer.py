"""One thread writes; what was given runs in order, and long work lets short work through."""

import threading

import pytest

from engagements.file.writer import Writer
from tests.engagements.file.conftest import keep, note, texts


@pytest.fixture
def writer():
    one = Writer()
    yield one
    one.close()


def test_calls_run_in_order_on_one_other_thread(writer):
    order, threads = [], set()

    def work(number):
        order.append(number)
        threads.add(threading.current_thread())
        return number * 2

    futures = [writer.submit(work, number) for number in range(50)]
    assert [future.result() for future in futures] == [number * 2 for number in range(50)]
    assert order == list(range(50))
    assert len(threads) == 1
    assert threading.current_thread() not in threads


def test_a_failure_belongs_to_its_future_and_the_next_call_runs(writer):
    failed = writer.submit(lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        failed.result()
    assert writer.submit(lambda: "next").result() == "next"


def test_long_calls_wait_for_the_short_ones(writer):
    order, gate = [], threading.Event()
    writer.submit(gate.wait)
    long = writer.submit_long(order.append, "long")
    shorts = [writer.submit(order.append, "short") for _ in range(3)]
    gate.set()
    for future in (long, *shorts):
        future.result()
    assert order == ["short", "short", "short", "long"]


def test_a_long_call_gives_way_between_its_steps(writer):
    order, begun, asked = [], threading.Event(), threading.Event()

    def long():
        order.append("step 1")
        begun.set()
        asked.wait()
        writer.give_way()
        order.append("step 2")

    done = writer.submit_long(long)
    begun.wait()
    short = writer.submit(order.append, "short")
    other = writer.submit_long(order.append, "other long")
    asked.set()
    for future in (done, short, other):
        future.result()
    assert order == ["step 1", "short", "step 2", "other long"]


def test_a_short_call_never_gives_way_nor_does_another_thread(writer):
    order, begun, asked = [], threading.Event(), threading.Event()

    def short():
        begun.set()
        asked.wait()
        writer.give_way()
        order.append("first")

    first = writer.submit(short)
    begun.wait()
    second = writer.submit(order.append, "second")
    writer.give_way()
    asked.set()
    first.result()
    second.result()
    assert order == ["first", "second"]


def test_a_cancelled_call_is_passed_over(writer):
    gate = threading.Event()
    writer.submit(gate.wait)
    future = writer.submit(lambda: 1)
    assert future.cancel()
    gate.set()
    assert writer.submit(lambda: 2).result() == 2


def test_closing_finishes_what_was_given_and_refuses_more():
    writer, done = Writer(), []
    for number in range(20):
        writer.submit_long(done.append, number)
    writer.close()
    writer.close()
    assert done == list(range(20))
    with pytest.raises(RuntimeError):
        writer.submit(lambda: None)


def test_answers_are_kept_while_an_attachment_is_copied_in(file, writer, tmp_path):
    (tmp_path / "big").write_bytes(b"x" * 6_000_000)
    begun = threading.Event()

    def progress(done, whole):
        begun.set()
        writer.give_way()

    def attach():
        with (tmp_path / "big").open("rb") as stream:
            return file.attach(stream, "big", progress=progress)

    attached = writer.submit_long(attach)
    begun.wait()
    futures = [
        writer.submit(keep, file, note(f"text {number}", f"n{number}")) for number in range(5)
    ]
    for future in futures:
        future.result()
    blob = attached.result()
    assert len(writer.submit(texts, file).result()) == 5
    assert writer.submit(file.read_blob, blob.sha256).result() == b"x" * 6_000_000
    assert writer.submit(file.check).result() == []


def test_answers_are_kept_while_a_backup_is_written(file, writer, tmp_path):
    file.attach_bytes(b"x" * 3_000_000, "x")
    numbers = iter(range(1_000))

    def progress(done, whole):
        number = next(numbers)
        future = writer.submit(keep, file, note(f"text {number}"))
        writer.give_way()
        assert future.done()

    writer.submit_long(file.backup, tmp_path / "copy.plumb", progress=progress).result()
    assert next(numbers) > 2
    assert writer.submit(file.check).result() == []
