"""Answer documents one per line, or one over several lines."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answer_lines import MAX_LINE, documents
from engagements.problem import Problem


def read(data: bytes):
    return list(documents(io.BytesIO(data)))


def refusal(data: bytes) -> str:
    with pytest.raises(Problem) as caught:
        read(data)
    return str(caught.value)


def test_each_line_is_a_document_and_blank_lines_are_passed_over():
    assert read(b'{"a": 1}\n\n  \n{"b": 2}') == [(1, {"a": 1}), (4, {"b": 2})]


def test_one_document_may_be_laid_out_over_several_lines():
    assert read(b'{\n  "a": [\n 1\n ]\n}\n') == [(1, {"a": [1]})]


def test_a_byte_order_mark_is_passed_over():
    assert read(b'\xef\xbb\xbf{"a": 1}\r\n') == [(1, {"a": 1})]


def test_a_document_is_given_before_the_next_line_is_read():
    class Once(io.RawIOBase):
        def __init__(self):
            self.lines = [b"{}\n"]

        def readable(self):
            return True

        def readinto(self, buffer):
            line = self.lines.pop()  # an IndexError when asked too early
            buffer[: len(line)] = line
            return len(line)

    assert next(documents(io.BufferedReader(Once()))) == (1, {})


def test_a_bad_line_is_named_after_the_good_ones_before_it():
    found = documents(io.BytesIO(b"{}\n{}\n{,}\n{}\n"))
    assert [next(found)[0], next(found)[0]] == [1, 2]
    with pytest.raises(Problem, match="Line 3: This is not JSON"):
        next(found)


def test_a_first_line_that_is_cut_off_is_named_itself():
    assert refusal(b'{"answers": \n{"answers": {}}\n').startswith("Line 1: ")


def test_a_fault_in_a_document_of_several_lines_is_named_by_its_line():
    assert refusal(b'{\n"a": 1,\n"b": oh\n}\n').startswith("Line 3: ")
    assert "stands twice" in refusal(b'{\n"a": 1,\n"a": 2\n}\n')


def test_bytes_that_are_not_utf_8_are_named_by_their_line():
    assert refusal(b"{}\n\xff\n").startswith("Line 2 is not UTF-8")
    assert refusal(b'{\n"a":\n"\xff"}').startswith("Line 3 is not UTF-8")


def test_an_endless_line_is_refused():
    assert "longer than" in refusal(b" " * (MAX_LINE + 2))


@given(st.binary())
def test_whatever_bytes_come_are_documents_or_refused(data):
    try:
        found = read(data)
    except Problem as problem:
        found = [(1, problem.title)]
    assert all(line >= 1 for line, _ in found)
