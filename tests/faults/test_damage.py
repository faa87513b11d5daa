"""Any bit flipped and any page missing: refused, or without effect on anything that is read."""

import os
import random
import re

import pytest

from engagements.file import problems
from engagements.file.actions import Action
from engagements.file.engagement_file import EngagementFile
from engagements.file.sqlite import PAGE
from engagements.problem import Problem
from engagements.records import Evidence, Note
from tests.faults.company import found

pytestmark = pytest.mark.faults

FLIPS = 300
SALT = 16
"""Bytes at the beginning of an encrypted file, by which a passphrase becomes its key."""


@pytest.fixture(scope="module", params=[None, "Wachtel"], ids=["plain", "encrypted"])
def whole(request, tmp_path_factory):
    """The bytes of a small engagement, its key and what it holds."""
    folder = tmp_path_factory.mktemp("whole")
    os.environ["PLUMBLINE_HOME"] = str(folder / "home")
    path = folder / "halden.plumb"
    with EngagementFile.create(path, author="Anna", passphrase=request.param) as file:
        blob = file.attach_bytes(bytes(range(256)) * 50, "t")
        for number in range(25):
            with file.atomic(Action.NOTE_KEPT) as change:
                change.revise(Note(id=f"n{number}", text=f"words {number} " * 20))
        with file.atomic(Action.EVIDENCE_ATTACHED) as change:
            change.revise(Evidence(id="e1", title="T", grade=2, attachment=blob))
        file.keep_draft("d", "typing")
        content, key = found(file), file.key
    del os.environ["PLUMBLINE_HOME"]
    return path.read_bytes(), key, content


def outcome(path, key, content):
    """``refused``, ``damaged`` (an attachment, and said so) or ``same``; anything else fails."""
    before = path.read_bytes()
    try:
        with EngagementFile.open(path, author="Clara", key=key, read_only=True) as file:
            if file.findings:
                heads = file.contents().heads
                assert {one[0].text for one in heads["note"].values()} == set(
                    content.notes.values()
                )
                return "damaged"
            assert found(file) == content
            return "same"
    except Problem:
        return "refused"
    finally:
        assert path.read_bytes() == before
        assert [one.name for one in path.parent.glob("x*")] == [path.name]


def test_a_flipped_bit(whole, tmp_path):
    data, key, content = whole
    chance = random.Random()
    seen = []
    for _ in range(FLIPS):
        altered = bytearray(data)
        altered[chance.randrange(0 if key is None else SALT, len(data))] ^= 1 << chance.randrange(8)
        (tmp_path / "x.plumb").write_bytes(altered)
        seen.append(outcome(tmp_path / "x.plumb", key, content))
    if key is not None:
        assert set(seen) == {"refused"}, "every page of an encrypted file is sealed"


def test_a_flipped_bit_of_the_salt(whole, tmp_path):
    data, key, content = whole
    if key is None:
        pytest.skip("only an encrypted file has one")
    for place in range(SALT):
        altered = bytearray(data)
        altered[place] ^= 1
        (tmp_path / "x.plumb").write_bytes(altered)
        assert outcome(tmp_path / "x.plumb", key, content) == "same", "the key holds its own"


def test_a_flipped_bit_in_words(whole, tmp_path):
    data, key, content = whole
    places = [found.start() for found in re.finditer(rb"words \d+", data)]
    assert bool(places) == (key is None), "an encrypted file shows no words"
    for place in places[:: max(1, len(places) // 60)]:
        altered = bytearray(data)
        altered[place] ^= 1
        (tmp_path / "x.plumb").write_bytes(altered)
        assert outcome(tmp_path / "x.plumb", key, content) == "refused"


def test_every_bit_of_the_header(whole, tmp_path):
    data, key, content = whole
    for offset in range(100):
        for bit in (0, 5):
            altered = bytearray(data)
            altered[offset] ^= 1 << bit
            (tmp_path / "x.plumb").write_bytes(altered)
            outcome(tmp_path / "x.plumb", None if key is None else key, content)


def test_a_swapped_or_zeroed_page(whole, tmp_path):
    data, key, content = whole
    pages = [data[start : start + PAGE] for start in range(0, len(data), PAGE)]
    for number in range(len(pages)):
        for other in (bytes(PAGE), pages[number - 1]):
            altered = [*pages[:number], other, *pages[number + 1 :]]
            (tmp_path / "x.plumb").write_bytes(b"".join(altered))
            assert outcome(tmp_path / "x.plumb", key, content) in ("refused", "damaged", "same")


def test_truncated_at_any_page(whole, tmp_path):
    data, key, _ = whole
    for length in range(PAGE, len(data), PAGE):
        (tmp_path / "x.plumb").write_bytes(data[:length])
        with pytest.raises(problems.Truncated):
            EngagementFile.open(tmp_path / "x.plumb", author="Clara", key=key)
        assert (tmp_path / "x.plumb").read_bytes() == data[:length]


def test_truncated_anywhere(whole, tmp_path):
    data, key, content = whole
    chance = random.Random()
    for _ in range(60):
        (tmp_path / "x.plumb").write_bytes(data[: chance.randrange(len(data))])
        assert outcome(tmp_path / "x.plumb", key, content) == "refused"
