import gc
import threading

from ui import jobs
from ui.garbage import Collector


class Cyclic:
    def __init__(self, ended):
        self.me = self
        self.ended = ended

    def __del__(self):
        self.ended.append(threading.get_ident())


def test_what_hangs_in_cycles_ends_on_the_gui_thread(qtbot):
    collector = Collector()
    ended = []
    try:
        Cyclic(ended)
        jobs.run(lambda _progress: [[[] for _ in range(10)] for _ in range(5_000)] and None)
        jobs.drain()
        assert ended == []
        gc.collect()
        assert ended == [threading.get_ident()]
    finally:
        collector.stop()
    assert gc.isenabled()


def test_it_collects_when_there_is_enough(qtbot):
    collector = Collector()
    try:
        kept = [[] for _ in range(5_000)]
        assert collector.look() is not None
        assert kept
    finally:
        collector.stop()


def test_what_is_set_aside_goes_once_it_is_taken_back(qtbot):
    collector = Collector()
    ended = []
    try:
        Cyclic(ended)
        collector.set_aside()
        gc.collect()
        assert ended == []
        collector.take_back()
        assert ended == [threading.get_ident()]
    finally:
        collector.stop()
