from concurrent.futures import Future
from functools import partial
from threading import Event

import pytest

from engagements.casework import interviewing
from engagements.casework.case import Case
from engagements.framework.model import AnswerValue
from engagements.problem import Problem
from engagements.records import Answer, Interview
from ui.calls import give_turn


def answer_of(session, value=AnswerValue.YES):
    interview = session.snapshot.of(Interview)[0]
    return Answer.of("SRC-1.1", interview.id, value, voice=interview.people[0])


def test_opening_gives_a_snapshot_before_it_is_told(session, sample_file, qtbot):
    seen = []
    session.case_changed.connect(lambda: session.case and seen.append(session.snapshot.client.name))
    with qtbot.waitSignal(session.case_changed):
        session.open(lambda: Case.open(sample_file, author="a"), sample_file)
    assert seen == ["Halden Freight"]
    assert session.path == sample_file


def test_a_file_that_cannot_be_opened_says_why(session, tmp_path, qtbot):
    path = tmp_path / "no.plumb"
    problems = []
    session.open(lambda: Case.open(path, author="a"), path, on_failed=problems.append)
    qtbot.waitUntil(lambda: bool(problems))
    assert "no.plumb" in problems[0].title
    assert session.case is None


def test_what_is_open_stays_open_where_another_file_cannot_be_opened(opened, tmp_path, qtbot):
    case, path = opened.case, opened.path
    problems, changes = [], []
    opened.case_changed.connect(lambda: changes.append(opened.case))
    junk = tmp_path / "junk.plumb"
    junk.write_bytes(b"nothing of the kind")
    opened.open(lambda: Case.open(junk, author="a"), junk, on_failed=problems.append)
    qtbot.waitUntil(lambda: bool(problems))
    assert (opened.case, opened.path, changes) == (case, path, [])
    with qtbot.waitSignal(opened.changed):
        opened.do(interviewing.record_answer, answer_of(opened))


def test_another_file_takes_the_place_of_the_one_that_was_open(
    opened, sample_file, tmp_path, qtbot
):
    other = tmp_path / "other.plumb"
    Case.create(other, client="Other", author="a").close()
    answer, told = answer_of(opened, AnswerValue.PARTLY), []
    opened.do(interviewing.record_answer, answer)
    opened.open(lambda: Case.open(other, author="a"), other, on_done=lambda: told.append(other))
    qtbot.waitUntil(lambda: bool(told))
    assert (opened.path, opened.snapshot.client.name) == (other, "Other")
    case = Case.open(sample_file, author="b", read_only=True)
    try:
        assert case.snapshot.get(Answer, answer.id) == answer
    finally:
        case.close()


def test_a_change_arrives_with_its_snapshot_and_is_then_called_saved(opened, qtbot):
    states = []
    opened.save_state_changed.connect(lambda: states.append(opened.state.kind))
    answer = answer_of(opened)
    with qtbot.waitSignal(opened.changed) as told:
        opened.do(interviewing.record_answer, answer)
    change = told.args[0]
    assert opened.snapshot is change.snapshot
    assert opened.snapshot.get(Answer, answer.id) == answer
    assert opened.state.at == change.saved_at
    assert states[-1] == "saved"


def test_what_was_called_saved_is_in_the_file(opened, qtbot, sample_file):
    answer = answer_of(opened, AnswerValue.PARTLY)
    with qtbot.waitSignal(opened.changed):
        opened.do(interviewing.record_answer, answer)
    with qtbot.waitSignal(opened.case_changed):
        opened.close()
    case = Case.open(sample_file, author="b", read_only=True)
    try:
        assert case.snapshot.get(Answer, answer.id) == answer
    finally:
        case.close()


def test_a_refusal_reaches_the_one_who_asked_and_changes_nothing(opened, qtbot):
    before = opened.snapshot
    problems = []
    wrong = answer_of(opened).model_copy(update={"interview": "nowhere"})
    opened.do(interviewing.record_answer, wrong, on_failed=problems.append)
    qtbot.waitUntil(lambda: bool(problems))
    assert opened.snapshot is before
    assert opened.state.kind == "ready"


def test_use_cases_run_in_the_order_asked(opened, qtbot):
    order = []
    for number in range(5):
        opened.do(lambda _case, number=number: number, on_done=order.append, reads=True)
    qtbot.waitUntil(lambda: len(order) == 5)
    assert order == [0, 1, 2, 3, 4]


def test_a_slow_write_is_called_saving_and_then_saved(opened, qtbot):
    go = Event()
    opened.do(lambda _case: go.wait(10))
    qtbot.waitUntil(lambda: opened.state.kind == "saving")
    go.set()
    qtbot.waitUntil(lambda: opened.state.kind == "saved")


def test_a_draft_that_cannot_be_written_is_kept_and_tried_again(opened, qtbot):
    tries = []

    def write(_case, text):
        tries.append(text)
        if len(tries) < 2:
            raise Problem("The drive is full.", "Make room.")

    opened.do(write, "first words", keep="note/1")
    qtbot.waitUntil(lambda: opened.state.kind == "unsaved")
    assert opened.unsaved
    opened.retry()
    qtbot.waitUntil(lambda: opened.state.kind == "saved")
    assert tries == ["first words", "first words"]
    assert not opened.unsaved


def test_a_newer_draft_takes_the_place_of_one_that_failed(opened, qtbot):
    written = []

    def write(_case, text):
        if text == "old":
            raise Problem("The drive is full.")
        written.append(text)

    opened.do(write, "old", keep="note/1")
    qtbot.waitUntil(lambda: opened.unsaved)
    opened.do(write, "new", keep="note/1")
    qtbot.waitUntil(lambda: not opened.unsaved)
    assert written == ["new"]


def test_short_calls_run_between_the_steps_of_a_long_one(opened, qtbot):
    order, steps = [], []
    started = Event()
    go = Event()

    def long(_case, progress):
        started.set()
        go.wait(10)
        progress(1, 2)
        order.append("long")

    opened.do(long, on_progress=lambda done, total: steps.append((done, total)))
    assert started.wait(10)
    opened.do(lambda _case: order.append("short"))
    go.set()
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["short", "long"]
    qtbot.waitUntil(lambda: steps == [(1, 2)])


def test_closing_waits_for_everything_asked_for(opened, qtbot):
    done, order = [], []
    for number in range(20):
        opened.do(lambda _case, number=number: order.append(number))
    opened.close(on_done=partial(done.append, True))
    qtbot.waitUntil(lambda: bool(done))
    assert order == list(range(20))
    assert opened.case is None


def test_opening_another_closes_the_first(opened, make_file, qtbot):
    other = make_file("Norrvik")
    first = opened.case
    opened.open(lambda: Case.open(other, author="a"), other)
    qtbot.waitUntil(lambda: opened.path == other)
    assert opened.case is not first
    assert opened.snapshot.client.name == "Norrvik"


def test_nothing_can_be_done_without_an_engagement(session):
    with pytest.raises(RuntimeError):
        session.do(interviewing.drafts)


def test_a_failed_draft_whose_text_was_kept_meanwhile_is_not_written_again(opened, qtbot):
    go, tried = Event(), []

    def write(_case, text):
        tried.append(text)
        go.wait(10)
        raise Problem("Another program holds the file.")

    opened.do(write, "words", keep="note/1")
    qtbot.waitUntil(lambda: tried == ["words"])
    opened.forget("note/1")  # the revision with these words is on its way
    go.set()
    qtbot.waitUntil(lambda: not opened.busy)
    assert not opened.unsaved
    opened.retry()
    qtbot.waitUntil(lambda: not opened.busy)
    assert tried == ["words"]


def test_a_write_is_given_its_turn_and_no_more():
    late, failed = Future(), Future()
    failed.set_exception(OSError("full"))
    give_turn(late)
    give_turn(failed)
    assert not late.done()


def test_the_window_rests_only_for_a_short_write(opened, monkeypatch, qtbot):
    rested, told = [], []

    def slowly(case, answer, **_):
        return interviewing.record_answer(case, answer)

    monkeypatch.setattr("ui.session.give_turn", rested.append)
    opened.do(interviewing.record_answer, answer_of(opened), on_done=told.append)
    opened.do(slowly, answer_of(opened), words="Long", on_done=told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert [one.done() for one in rested] == [True]
