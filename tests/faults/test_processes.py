"""Several programs at one file: one writes, the others are told so, and nothing is ever stale."""

import os
import threading

import pytest

from engagements.file import problems
from engagements.file.actions import Action
from engagements.file.engagement_file import EngagementFile
from engagements.records import Note
from tests.faults.company import Zygote, surviving

pytestmark = pytest.mark.faults
STARTS = 5


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "halden.plumb"
    with EngagementFile.create(path, author="Anna") as file:
        keep(file, "kept")
    return path


def keep(file, text):
    with file.atomic(Action.NOTE_KEPT) as change:
        change.revise(Note(id="n1", text=text))


def test_of_many_parallel_starts_exactly_one_opens_it(path, tmp_path):
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes")
    pipe = tmp_path / "until"
    os.mkfifo(pipe)
    zygotes = [Zygote(tmp_path / "home") for _ in range(STARTS)]
    end = os.open(pipe, os.O_RDWR)
    children = [zygote.start("hold", path, until=str(pipe)) for zygote in zygotes]
    listeners = [threading.Thread(target=child.listen) for child in children]
    for listener in listeners:
        listener.start()
    for listener in listeners:
        listener.join()
    said = sorted(child.said[0] for child in children)
    os.close(end)
    for child, zygote in zip(children, zygotes, strict=True):
        child.listen_to_the_end()
        zygote.close()
    assert said == ["opened"] + ["refused AlreadyOpen"] * (STARTS - 1)


def test_the_lock_ends_with_its_process(zygote, path):
    child = zygote.start("work", path, seed=3)
    while len(child.models) < 20:
        child.listen()
    with pytest.raises(problems.AlreadyOpen):
        EngagementFile.open(path, author="B")
    with pytest.raises(problems.AlreadyOpen):
        EngagementFile.open(path, author="B", read_only=True)
    child.kill()
    with EngagementFile.open(path, author="B") as file:
        assert file.check() == []


def test_a_reader_keeps_writers_out_only_while_it_reads(zygote, path):
    with EngagementFile.open(path, author="B", read_only=True):
        child = zygote.start("work", path, seed=3, steps=1)
        child.listen_to_the_end()
        assert child.status == 1
        assert child.said == []
    child = zygote.start("work", path, seed=3, steps=1)
    child.listen_to_the_end()
    assert child.status == 0


def test_another_thread_waits_for_a_short_reading_here(path):
    reading, opened = threading.Event(), []

    def read():
        with EngagementFile.open(path, author="reader", read_only=True) as file:
            reading.set()
            for _ in range(20):
                file.contents()

    thread = threading.Thread(target=read)
    thread.start()
    reading.wait()
    with EngagementFile.open(path, author="B") as file:
        keep(file, "after the reader")
        opened.append(True)
    thread.join()
    assert opened


def test_looking_at_an_open_file_never_costs_its_lock(zygote, path):
    with EngagementFile.open(path, author="Anna") as file:
        for _ in range(3):
            with pytest.raises(problems.AlreadyOpen):
                EngagementFile.open(path, author="B", read_only=True)
        child = zygote.start("work", path, seed=3, steps=1)
        child.listen_to_the_end()
        assert child.status == 1
        keep(file, "still mine")
        assert file.check() == []


def test_a_crash_in_the_middle_of_an_attachment_leaves_none_of_it(zygote, tmp_path):
    path = tmp_path / "new.plumb"
    child = zygote.start("work", path, seed=11, fault="after-chunk:3")
    child.listen_to_the_end()
    assert child.status == -9
    surviving(path, child)
